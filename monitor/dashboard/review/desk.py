"""One open session: its sets, repetitions, signals and leg, and the live page played back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from monitor.dashboard.actions import Actions
from monitor.dashboard.live.page import LivePage
from monitor.dashboard.look.parts import Page
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import Library, RecordedSession, SessionEntry, Span
from monitor.dashboard.review.deciding import decision
from monitor.dashboard.review.figures import Figures
from monitor.dashboard.review.habits import Habits
from monitor.dashboard.review.head import ReviewHead
from monitor.dashboard.review.judgements import Judgements
from monitor.dashboard.review.playback import Playback
from monitor.dashboard.review.set_list import SetList
from monitor.dashboard.review.sheets import NOTES
from monitor.dashboard.review.transport import Transport
from monitor.dashboard.text.languages import core
from monitor.errors import PatellaError
from monitor.results import ExerciseSet
from monitor.snapshot import Mark


class ReviewDesk(Page):
    """`left` goes back to the list; `compare_wanted` carries another session's entry, or None."""

    left = Signal()
    compare_wanted = Signal(object)

    def __init__(self, theme: Theme, library: Library, habits: Habits) -> None:
        super().__init__()
        self._theme, self._library = theme, library
        self.playback: Playback | None = None
        self._set: ExerciseSet | None = None
        self._place: int | None = None
        self._judgements = Judgements(library)
        self.head, self.sets = ReviewHead(theme), SetList(self._judgements)
        self.figures, self.transport = Figures(theme, habits, self.sets), Transport(habits)
        self.repetitions, self.sheet = self.figures.repetitions, self.figures.sheet
        self.trace, self.why, self.leg = self.figures.trace, self.figures.why, self.figures.leg
        self.views = QStackedWidget()
        self.views.addWidget(self.figures)
        self._live: LivePage | None = None
        self.column.addWidget(self.head)
        self.column.addWidget(self.views, 1)
        self.column.addWidget(self.transport)
        self._connect()
        self._take_keys()

    def _connect(self) -> None:
        for seeker in (self.head.overview, self.transport, self.trace, self.sheet):
            seeker.sought.connect(self.seek)
        self.trace.zoomed.connect(self._zoom)
        self.head.left.connect(self.left)
        self.head.turned.connect(self._turn)
        self.sets.chosen.connect(self._choose)
        self.sheet.noted.connect(self._note)
        self.sheet.forgotten.connect(self._forget_note)
        self.repetitions.chosen.connect(self.choose_repetition)
        self.repetitions.compare_wanted.connect(self.compare_wanted)
        self.why.overruled.connect(self._overrule)

    def _take_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Space": self.transport.play.click,
            "Left": lambda: self._step(-1.0),
            "Right": lambda: self._step(1.0),
            "Shift+Left": lambda: self._step_repetition(-1),
            "Shift+Right": lambda: self._step_repetition(1),
            "+": lambda: self.trace.turn_zoom(1),
            "-": lambda: self.trace.turn_zoom(-1),
            "N": self.write_note,
            "O": self.why.otherwise.click,
            "E": self.head.ask_save,
            "L": self._turn,
            "C": self.repetitions.compare.showPopup,
            "Esc": self.left.emit,
        }
        for key, verb in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(verb)

    def show_session(self, session: RecordedSession, others: tuple[SessionEntry, ...]) -> None:
        """Open a session at its start; or, when more is known of the one that is open, go on with it."""
        playback = self.playback
        again = playback is not None and playback.session.entry.path == session.entry.path
        if playback is None or not again:
            self.playback = playback = Playback(session)
            self._set, self._place = None, None
            self._judgements.show_session(session)
            self.repetitions.show_others(others)
            self.repetitions.show_other(None)
            self.trace.show_session(session)
            self._show_view(as_live=False)
        else:
            session = replace(session, notes=playback.session.notes)
        playback.session = session
        self.head.show_session(session)
        self.transport.show_playback(playback)
        self.trace.show_session(session)
        self._fill(session)
        self._show_position(playback)

    def _fill(self, session: RecordedSession) -> None:
        """List the sets; the one that is chosen stays so."""
        self.sets.show_session(session)
        if self._set is not None:
            self._set = session.set_again(self._set)
            self.repetitions.show_set(session, self._set, self._place)

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
            frame = self.trace.frame_at(playback.position_s)
            self.trace.show_frame(playback.session, frame)
        self.trace.show_position(playback.position_s)
        self.head.overview.show_position(playback.position_s, frame)
        self.transport.show_position()
        snapshot = playback.snapshot()
        self.leg.show_snapshot(snapshot)
        if self._live is not None and self.views.currentWidget() is self._live:
            self._live.show_snapshot(snapshot)

    def _zoom(self) -> None:
        if self.playback is not None:
            self.trace.show_frame(self.playback.session, self.trace.frame_at(self.playback.position_s))
            self._show_position(self.playback)

    def _choose(self, choice: ExerciseSet | str) -> None:
        """Show a set, or one of the tables."""
        if self.playback is None:
            return
        session, self._place = self.playback.session, None
        self._set = choice if isinstance(choice, ExerciseSet) else None
        self.why.show_nothing()
        self.figures.show_sheet(wanted=self._set is None)
        self.trace.show_chosen(None, None)
        if self._set is not None:
            self.repetitions.show_set(session, self._set, None)
            self.seek(self._set.start_s)
        else:
            self.sheet.show_sheet(str(choice), session)

    def choose_repetition(self, place: int) -> None:
        """Show why one repetition was counted or not, with the signal that decided, and go to it."""
        if self.playback is None or self._set is None:
            return
        done, self._place = self._set, place
        rep = done.reps[place]
        self.repetitions.show_set(self.playback.session, done, place)
        self._say_why(self.playback.session, done, place)
        self.trace.show_chosen(Span(rep.start_s, rep.end_s), decision(done, place))
        self.seek(rep.start_s)

    def _say_why(self, session: RecordedSession, done: ExerciseSet, place: int) -> None:
        self.why.show_repetition(done, place, self._judgements.get(session, done, place))

    def _step(self, seconds: float) -> None:
        if self.playback is not None:
            self.seek(self.playback.position_s + seconds)

    def _step_repetition(self, by: int) -> None:
        count = len(self._set.reps) if self._set is not None else 0
        if count:
            self.choose_repetition(_next_place(self._place, by, count))

    def _overrule(self, counted: bool) -> None:
        if self.playback is None or self._set is None or self._place is None:
            return
        session, done, place = self.playback.session, self._set, self._place
        if self._kept(lambda: self._judgements.give(session, done, place, counted=counted)):
            self.sets.show_session(session)
            self._say_why(session, done, place)

    def write_note(self) -> None:
        """Turn to the notes, ready to write one of this moment."""
        self._show_view(as_live=False)
        self.sets.choose(NOTES)
        self.sheet.note.setFocus()

    def _note(self, text: str) -> None:
        if self.playback is not None:
            self._keep_note(Mark(round(self.playback.position_s, 2), text))

    def _forget_note(self, at_s: float) -> None:
        self._keep_note(Mark(at_s, ""))

    def _keep_note(self, mark: Mark) -> None:
        """Keep a note beside the recording; an empty one takes it back."""
        if self.playback is None:
            return
        session = self.playback.session
        if not self._kept(lambda: self._library.note(session.entry, mark)):
            return
        others = tuple(one for one in session.notes if one.t_s != mark.t_s)
        session = replace(session, notes=(*others, mark) if mark.text else others)
        self.playback.session = session
        self.head.overview.show_session(session)
        self.sets.show_session(session)
        self.sheet.show_sheet(NOTES, session)

    def _kept(self, write: Callable[[], None]) -> bool:
        """Write something beside the recording; says what is wrong where it cannot be."""
        try:
            write()
        except PatellaError as error:
            self.head.say(f"! {core(str(error))}")
            return False
        return True

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
