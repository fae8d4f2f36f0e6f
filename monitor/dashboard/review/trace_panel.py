"""The stretch of signals round the position, under each other; says whenever points were left out."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QAction, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QMenu

from monitor.dashboard.look.parts import Panel, button, set_role
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import RecordedSession, Span
from monitor.dashboard.review import signals
from monitor.dashboard.review.deciding import Decision
from monitor.dashboard.review.habits import Habits
from monitor.dashboard.review.signal_plot import SignalPlot
from monitor.dashboard.text.figures import clock, number

TICKS, STEPS_S = 6, (0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0)
HEAD_PX, PLOT_PX = 60, 116             # what is not plots, and the least that one needs
SPANS_S = (0.0, 120.0, 60.0, 30.0, 10.0, 5.0, 2.0)     # 0: the set, or half a minute
UNZOOMED_S = 30.0


class TracePanel(Panel):
    """`sought` carries a clicked moment; `zoomed` says that the frame is to be chosen anew.

    `room_wanted` carries how many signals were chosen to stand under each other.
    """

    sought = Signal(float)
    zoomed = Signal()
    room_wanted = Signal(int)

    def __init__(self, theme: Theme, habits: Habits) -> None:
        super().__init__(QCoreApplication.translate("TracePanel", "Trace"), " ")
        self._theme, self._habits = theme, habits
        self.frame, self.factor = Span(0.0, 0.0), 1
        self._session: RecordedSession | None = None
        self._chosen: Span | None = None
        self._decided: Decision | None = None
        self.plots: dict[str, SignalPlot] = {}
        self._order: list[str] = []
        kept = habits.get("zoom", "0")
        self.zoom = SPANS_S.index(float(kept)) if kept in {f"{span:g}" for span in SPANS_S} else 0
        self.menu = QMenu(self)
        self.choose = button(self.tr("Signals"), self._ask, "link", self.tr("Which signals to draw"))
        self.farther = button("−", lambda: self.turn_zoom(-1), "link", self.tr("A longer stretch"))
        self.nearer = button("+", lambda: self.turn_zoom(1), "link", self.tr("A shorter stretch"))
        for part in (self.choose, self.farther, self.nearer):
            self.head.addWidget(part)
        self._fill_menu()
        self._show_plots()

    def _fill_menu(self) -> None:
        kept = self._habits.get("signals", "flexion").split()
        for identifier in signals.SIGNALS:
            action = self.menu.addAction(signals.name(identifier))
            action.setCheckable(True)
            action.setChecked(identifier in kept)
            action.setData(identifier)
            action.toggled.connect(self._signals_chosen)

    def _ask(self) -> None:
        self.menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def action(self, identifier: str) -> QAction:
        """What chooses a signal."""
        return next(one for one in self.menu.actions() if one.data() == identifier)

    def _signals_chosen(self) -> None:
        self._habits.keep("signals", " ".join(self._wanted()))
        self.room_wanted.emit(len(self._wanted()))
        self._show_plots()

    def _wanted(self) -> list[str]:
        return [str(one.data()) for one in self.menu.actions() if one.isChecked()] or ["flexion"]

    def _show_plots(self) -> None:
        """The signal that decided first, then those that were chosen, as many as there is room for."""
        decided = [self._decided.signal] if self._decided else []
        room = max(1, (self.height() - HEAD_PX) // PLOT_PX)
        order = list(dict.fromkeys(decided + self._wanted()))[:room]
        if order != self._order:
            self._order = order
            self._arrange()
        self._draw()

    def _arrange(self) -> None:
        for plot in self.plots.values():
            self.column.removeWidget(plot)
        for identifier in self._order:
            if identifier not in self.plots:
                self._add(identifier)
            self.column.addWidget(self.plots[identifier], 1)
        for identifier, plot in self.plots.items():
            plot.setVisible(identifier in self._order)

    def _add(self, identifier: str) -> None:
        plot = self.plots[identifier] = SignalPlot(self._theme, signals.SIGNALS[identifier])
        plot.sought.connect(self.sought)

    @property
    def shown(self) -> list[SignalPlot]:
        """The plots that are shown, from the top."""
        return [self.plots[identifier] for identifier in self._order]

    def show_session(self, session: RecordedSession) -> None:
        """Draw the same stretch of a session of which more is known; of another one, nothing yet."""
        if self._session is not None and self._session.entry.path == session.entry.path:
            self.show_frame(session, self.frame)
        else:
            self._session, self.frame = session, Span(0.0, 0.0)
            self.show_chosen(None, None)

    def show_chosen(self, span: Span | None, decided: Decision | None) -> None:
        """Mark a repetition, and draw the signal that decided what was said of it."""
        self._chosen, self._decided = span, decided
        self._show_plots()

    def show_frame(self, session: RecordedSession, frame: Span) -> None:
        """Draw the stretch `frame` of a session."""
        self._session, self.frame = session, frame
        self._draw()

    def _draw(self) -> None:
        session, frame, shown = self._session, self.frame, self.shown
        if session is None or frame.end_s <= frame.start_s:
            return
        ticks = _ticks(frame)
        for plot in shown:
            plot.show_frame(session, frame)
            plot.show_chosen(self._chosen, self._decided)
            plot.show_ticks(ticks if plot is shown[-1] else [])
        self.factor = max((plot.factor for plot in shown), default=1)
        self._say(session, frame)

    def _say(self, session: RecordedSession, frame: Span) -> None:
        """How much of the data is drawn, and how much is missing."""
        thinned = self.factor > 1
        said = self.tr("downsampled {} to 1").format(self.factor) if thinned else self.tr("every sample")
        missing_s = sum(max(0.0, min(gap.end_s, frame.end_s) - max(gap.start_s, frame.start_s))
                        for gap in session.gaps)
        gap = self.tr("  ·  gap of {} s, shaded").format(number(missing_s, 1)) if missing_s else ""
        left_out = len(self._wanted()) - len(set(self._order) & set(self._wanted()))
        hidden = self.tr("  ·  {} more: pull the edge up").format(left_out) if left_out else ""
        self.hint.show_texts(said + gap + hidden, said + gap, said)
        set_role(self.hint, "deviation" if thinned or gap else "muted")

    def frame_at(self, position_s: float) -> Span:
        """What to draw at a position: the chosen stretch round it, or its set, or half a minute."""
        span_s = SPANS_S[self.zoom]
        if span_s:
            return Span(position_s - span_s / 2, position_s + span_s / 2)
        sets = self._session.sets if self._session else ()
        within = next((s for s in sets if s.start_s <= position_s < s.end_s), None)
        start_s = position_s // UNZOOMED_S * UNZOOMED_S
        return Span(within.start_s, within.end_s) if within else Span(start_s, start_s + UNZOOMED_S)

    def turn_zoom(self, by: int) -> None:
        """A shorter stretch, or a longer one."""
        zoom = min(len(SPANS_S) - 1, max(0, self.zoom + by))
        if zoom != self.zoom:
            self.zoom = zoom
            self._habits.keep("zoom", f"{SPANS_S[zoom]:g}")
            self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        self.turn_zoom(1 if event.angleDelta().y() > 0 else -1)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._show_plots()

    def show_position(self, position_s: float) -> None:
        for plot in self.shown:
            plot.show_position(position_s)


def _ticks(frame: Span) -> list[tuple[float, str]]:
    """Round moments within the frame."""
    length_s = frame.end_s - frame.start_s
    step_s = next((step for step in STEPS_S if length_s / step <= TICKS), STEPS_S[-1])
    first = ceil(frame.start_s / step_s)
    return [(n * step_s, _time(n * step_s, step_s)) for n in range(first, int(frame.end_s / step_s) + 1)]


def _time(at_s: float, step_s: float) -> str:
    """A moment as a tick says it: with tenths where the ticks stand close."""
    shown = clock(max(0.0, at_s))
    return f"{shown}{QLocale().decimalPoint()}{int(at_s * 10) % 10}" if step_s < 1 else shown
