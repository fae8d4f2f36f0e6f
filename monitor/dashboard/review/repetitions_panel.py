"""The middle of the review page: repetitions overlaid (percent or seconds), of one leg or against another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from monitor.dashboard.look.overlay import Overlay, overlay, symmetry_percent
from monitor.dashboard.look.parts import Choice, Fitting, Panel, button, label, row
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import RecordedSession, SessionEntry
from monitor.dashboard.review.overlay_plot import OverlayPlot
from monitor.dashboard.review.session_list import describe
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import lowers, signal_name
from monitor.dashboard.text.figures import degrees, number
from monitor.results import ExerciseSet
from monitor.values import Side

COMPARE_PX, NARROW_PX = 320, 230       # of the choice, where the panel is wide, and where it is not
ROOMY_PX, WIDE_PX = 520, 760


@dataclass(frozen=True, slots=True)
class Beside:
    """What a set is held against; `set` is None where the session has none of the exercise."""

    session: RecordedSession
    set: ExerciseSet | None


class RepetitionsPanel(Panel):
    """`chosen` carries a repetition's place; `compare_wanted` the entry of another session, or None."""

    chosen = Signal(int)
    compare_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.heading, self.about = Fitting("", "title"), Fitting("", "muted")
        self.axis = button("", self._turn_axis, "link", self.tr("Percent of the repetition, or seconds"))
        self.compare = Choice()
        self.compare.setAccessibleName(self.tr("Compare with another session"))
        self.plot, self.empty = OverlayPlot(theme), label("", "muted")
        self.stack = QStackedWidget()
        self._percent, self._place = True, None
        self._session: RecordedSession | None = None
        self._other: RecordedSession | None = None
        self._set: ExerciseSet | None = None
        self._build()

    _place: int | None

    def _build(self) -> None:
        for page in (self.plot, self.empty):
            self.stack.addWidget(page)
        self.column.addLayout(row(self.heading, self.axis, self.compare, stretch=False))
        self.column.addWidget(self.about)
        self.column.addWidget(self.stack, 1)
        self.plot.chosen.connect(self.chosen)
        self.compare.activated.connect(lambda: self.compare_wanted.emit(self.compare.currentData()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.compare.setVisible(self.compare.count() > 1 and self.width() >= ROOMY_PX)
        self.compare.setFixedWidth(COMPARE_PX if self.width() >= WIDE_PX else NARROW_PX)

    def show_others(self, entries: tuple[SessionEntry, ...]) -> None:
        """Offer other sessions to compare with."""
        self.compare.clear()
        self.compare.addItem(self.tr("Compare with …"), None)
        for entry in entries:
            self.compare.addItem("  ·  ".join(describe(entry).split("  ·  ")[::2]), entry)
        self.compare.setVisible(bool(entries) and self.width() >= ROOMY_PX)

    def show_set(self, session: RecordedSession, done: ExerciseSet | None, place: int | None) -> None:
        """Overlay a set's repetitions; `place` is the one that stands out."""
        self._session, self._set, self._place = session, done, place
        self._draw()

    def show_other(self, other: RecordedSession | None) -> None:
        """Another session's mean of the same exercise beside this one's."""
        self._other = other
        self._draw()

    def _turn_axis(self) -> None:
        self._percent = not self._percent
        self._draw()

    def _draw(self) -> None:
        shown = self._overlay(self._session, self._set)
        self.heading.show_texts(self.tr("Repetitions laid over each other"), self.tr("Repetitions"))
        self.axis.setText(self.tr("in seconds") if self._percent else self.tr("in percent"))
        self.axis.setVisible(shown is not None)
        if shown is None:
            self.about.setText("")
            self.empty.setText(self.tr("Choose a set with repetitions."))
            self.stack.setCurrentWidget(self.empty)
            return
        beside = self._beside(self._set)
        other = self._overlay(beside.session, beside.set) if beside else None
        self.about.show_texts(*self._words(shown, other, beside))
        self.plot.show_overlay(shown, percent=self._percent, chosen=self._place, other=other)
        self.stack.setCurrentWidget(self.plot)

    def _overlay(self, session: RecordedSession | None, done: ExerciseSet | None) -> Overlay | None:
        if session is None or done is None:
            return None
        return overlay(session.leg(done.side).trace, done.reps, signal_name(done.exercise),
                       percent=self._percent, down=lowers(done.exercise))

    def _beside(self, done: ExerciseSet | None) -> Beside | None:
        """The set to hold against this one: another session's, or the other leg's of this one."""
        if done is None or self._session is None:
            return None
        if self._other is not None:
            same = [s for s in self._other.sets if s.exercise == done.exercise]
            mine = [s for s in same if s.side is done.side]
            return Beside(self._other, next(iter(mine or same), None))
        opposite = [s for s in self._session.sets
                    if s.exercise == done.exercise and s.side is not done.side]
        nearest = min(opposite, key=lambda one: abs(one.start_s - done.start_s), default=None)
        return Beside(self._session, nearest) if nearest else None

    def _words(self, shown: Overlay, other: Overlay | None, beside: Beside | None) -> tuple[str, ...]:
        """What is drawn, longest first."""
        figures = self.tr("n = {}, peak {} ± {}").format(
            number(shown.averaged), degrees(shown.peak_mean), number(shown.peak_deviation))
        band, compared = self.tr(", mean and SD band"), self._compared(shown, other, beside)
        dashed, axis = self._dashed(other, beside), self.tr(", seconds")
        if self._percent:
            axis = self.tr(", % of the repetition")
        return (figures + band + axis + dashed + compared, figures + axis + dashed + compared,
                figures + dashed + compared, figures + compared, compared.lstrip(" ·") or figures)

    def _dashed(self, other: Overlay | None, beside: Beside | None) -> str:
        if other is None or beside is None or beside.set is None:
            return ""
        whose = self.tr("other") if beside.session is not self._session else words.side(beside.set.side)
        return self.tr(" · {} (dashed) {} ± {}").format(
            whose, degrees(other.peak_mean), number(other.peak_deviation))

    def _compared(self, shown: Overlay, other: Overlay | None, beside: Beside | None) -> str:
        """How the two compare: two legs by their symmetry, one leg by its change."""
        if beside is None or self._set is None:
            return ""
        if other is None or beside.set is None:
            return self.tr(" · the other session has no such set") if self._other is not None else ""
        if self._set.side is beside.set.side:
            return self.tr(" · difference {}").format(degrees(shown.peak_mean - other.peak_mean))
        left, right = (shown, other) if self._set.side is Side.LEFT else (other, shown)
        symmetry = symmetry_percent(left.range_mean, right.range_mean)
        if symmetry is None:
            return ""
        return self.tr(" · symmetry index: left {} % of right").format(number(symmetry))
