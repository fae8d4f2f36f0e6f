"""One open session: its sets, repetitions, trace and leg, and the live page played back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from monitor.dashboard.actions import Actions
from monitor.dashboard.live.page import LivePage
from monitor.dashboard.look.leg_drawing import LegDrawing
from monitor.dashboard.look.parts import Page, Panel, row, stacked
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import Library, RecordedSession, SessionEntry, Span
from monitor.dashboard.review.head import ReviewHead
from monitor.dashboard.review.judgements import Judgements
from monitor.dashboard.review.playback import Playback
from monitor.dashboard.review.repetitions_panel import RepetitionsPanel
from monitor.dashboard.review.set_list import LANDINGS, SetList
from monitor.dashboard.review.trace_panel import TracePanel
from monitor.dashboard.review.transport import Transport
from monitor.dashboard.review.why_panel import WhyPanel
from monitor.dashboard.text.languages import core
from monitor.errors import PatellaError

FRAME_S = 30.0
LOW_PX, SETS_PX = 600, 205


class ReviewDesk(Page):
    """`left` goes back to the list; `compare_wanted` carries another session's entry, or None."""

    left = Signal()
    compare_wanted = Signal(object)

    def __init__(self, theme: Theme, library: Library) -> None:
        super().__init__()
        self._theme = theme
        self.playback: Playback | None = None
        self._set: int | None = None
        self._place: int | None = None
        self._judgements = Judgements(library)
        self.head, self.sets = ReviewHead(theme), SetList()
        self.repetitions, self.trace = RepetitionsPanel(theme), TracePanel(theme)
        self.why, self.leg, self.transport = WhyPanel(), LegDrawing(theme), Transport()
        self.views = QStackedWidget()
        self._live: LivePage | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        sets, self.leg_panel = Panel(self.tr("Sets")), Panel(self.tr("Leg"))
        sets.column.addWidget(self.sets, 1)
        sets.setMinimumWidth(SETS_PX)
        self.leg_panel.column.addWidget(self.leg, 1)
        middle, right = QWidget(), QWidget()
        middle.setLayout(stacked((self.repetitions, 5), (self.trace, 3)))
        right.setLayout(stacked((self.why, 5), (self.leg_panel, 3)))
        across = row(sets, middle, right, spacing=12, stretch=False)
        for place, share in enumerate((4, 10, 6)):
            across.setStretch(place, share)
        figures = QWidget()
        figures.setLayout(across)
        self.views.addWidget(figures)
        self.column.addWidget(self.head)
        self.column.addWidget(self.views, 1)
        self.column.addWidget(self.transport)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        low = self.height() < LOW_PX
        self.trace.setVisible(not low)
        self.leg_panel.setVisible(not low)

    def _connect(self) -> None:
        self.head.overview.sought.connect(self.seek)
        self.head.left.connect(self.left)
        self.head.turned.connect(self._turn)
        self.transport.sought.connect(self.seek)
        self.sets.chosen.connect(self._choose_set)
        self.repetitions.chosen.connect(self.choose_repetition)
        self.repetitions.compare_wanted.connect(self.compare_wanted)
        self.why.overruled.connect(self._overrule)
        keys = {
            "Space": self.transport.play.click,
            "Left": lambda: self._step(-1.0),
            "Right": lambda: self._step(1.0),
            "Shift+Left": lambda: self._step_repetition(-1),
            "Shift+Right": lambda: self._step_repetition(1),
            "C": self.repetitions.compare.showPopup,
            "Esc": self.left.emit,
        }
        for key, verb in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(verb)

    def show_session(self, session: RecordedSession, others: tuple[SessionEntry, ...]) -> None:
        """Open a session at its start; or, when more is known of the one that is open, go on with it."""
        playback = self.playback
        again = playback is not None and playback.session.entry.key == session.entry.key
        if playback is None or not again:
            self.playback = playback = Playback(session)
            self._set, self._place = None, None
            self._judgements.show_session(session)
            self.repetitions.show_others(others)
            self.repetitions.show_other(None)
            self._show_view(as_live=False)
        playback.session = session
        self.head.show_session(session)
        self.transport.show_playback(playback)
        self.trace.show_session(session)
        self._fill_sets(session)
        self._show_position(playback)

    def _fill_sets(self, session: RecordedSession) -> None:
        """List the sets; the one that is chosen stays so."""
        self.sets.show_session(session)
        if self._set is not None:
            self.repetitions.show_set(session, session.sets[self._set], self._place)
        elif not self.sets.count():
            self.repetitions.show_set(session, None, None)
            self.why.show_nothing()

    def show_other(self, other: RecordedSession | None) -> None:
        self.repetitions.show_other(other)

    def seek(self, position_s: float) -> None:
        """Go to a moment of the session."""
        if self.playback is not None:
            self.playback.seek(position_s)
            self._show_position(self.playback)

    def advance(self, elapsed_s: float) -> None:
        """Let a playback go on."""
        if self.playback is not None and self.playback.playing:
            self.playback.advance(elapsed_s)
            self._show_position(self.playback)

    def _show_position(self, playback: Playback) -> None:
        frame = self.trace.frame
        if not frame.start_s <= playback.position_s < frame.end_s:
            frame = self._frame_at(playback.position_s)
            self.trace.show_frame(playback.session, frame)
        self.trace.show_position(playback.position_s)
        self.head.overview.show_position(playback.position_s, frame)
        self.transport.show_position()
        snapshot = playback.snapshot()
        self.leg.show_snapshot(snapshot)
        if self._live is not None and self.views.currentWidget() is self._live:
            self._live.show_snapshot(snapshot)

    def _frame_at(self, position_s: float) -> Span:
        """The set that holds the position, or the half minute round it."""
        session = self.playback.session if self.playback else None
        within = [s for s in session.sets if s.start_s <= position_s < s.end_s] if session else []
        if within:
            return Span(within[0].start_s, within[0].end_s)
        start = position_s // FRAME_S * FRAME_S
        return Span(start, start + FRAME_S)

    def _choose_set(self, index: int) -> None:
        if self.playback is None:
            return
        session, self._place = self.playback.session, None
        self.why.show_nothing()
        if index == LANDINGS:
            self._set = None
            self.repetitions.show_landings(session)
            return
        self._set = index
        self.repetitions.show_set(session, session.sets[index], None)
        self.seek(session.sets[index].start_s)

    def choose_repetition(self, place: int) -> None:
        """Show why one repetition was counted or not, and go to it."""
        if self.playback is None or self._set is None:
            return
        done = self.playback.session.sets[self._set]
        self._place = place
        self.repetitions.show_set(self.playback.session, done, place)
        self.why.show_repetition(done, place, self._judgements.get(self.playback.session, self._set, place))
        self.seek(done.reps[place].start_s)

    def _step(self, seconds: float) -> None:
        if self.playback is not None:
            self.seek(self.playback.position_s + seconds)

    def _step_repetition(self, by: int) -> None:
        if self.playback is None or self._set is None:
            return
        count = len(self.playback.session.sets[self._set].reps)
        if count:
            self.choose_repetition(_next_place(self._place, by, count))

    def _overrule(self, counted: bool) -> None:
        if self.playback is None or self._set is None or self._place is None:
            return
        try:
            self._judgements.give(self.playback.session, self._set, self._place, counted=counted)
        except PatellaError as error:
            self.head.say(f"! {core(str(error))}")
            return
        self.choose_repetition(self._place)

    def _turn(self) -> None:
        self._show_view(as_live=self.views.currentIndex() == 0)

    def _show_view(self, *, as_live: bool) -> None:
        """The review's own view, or the live page."""
        if self.playback is not None and as_live and self._live is None:
            self._live = LivePage(self._theme, Actions(self.playback))
            self._live.show_as_playback()
            self.views.addWidget(self._live)
        self.views.setCurrentIndex(int(as_live))
        self.head.show_turned(as_live)
        if self.playback is not None:
            self._show_position(self.playback)


def _next_place(place: int | None, by: int, count: int) -> int:
    """The repetition `by` further, round the end."""
    return (0 if by > 0 else count - 1) if place is None else (place + by) % count

