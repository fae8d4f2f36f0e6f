"""The middle of the review page: repetitions overlaid (percent or seconds), or the landings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from monitor.dashboard.look.overlay import Overlay, overlay, symmetry_percent
from monitor.dashboard.look.parts import Choice, Fitting, Panel, button, label, row
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import RecordedSession, SessionEntry
from monitor.dashboard.review.landings_table import LandingsTable
from monitor.dashboard.review.overlay_plot import OverlayPlot
from monitor.dashboard.review.session_list import describe
from monitor.dashboard.text.exercises import signal_name
from monitor.dashboard.text.figures import degrees, number
from monitor.results import ExerciseSet

COMPARE_PX, ROOMY_PX = 260, 520


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
        self.plot, self.landings, self.empty = OverlayPlot(theme), LandingsTable(), label("", "muted")
        self.stack = QStackedWidget()
        self._percent, self._place = True, None
        self._session: RecordedSession | None = None
        self._other: RecordedSession | None = None
        self._set: ExerciseSet | None = None
        self._build()

    _place: int | None

    def _build(self) -> None:
        for page in (self.plot, self.landings, self.empty):
            self.stack.addWidget(page)
        self.column.addLayout(row(self.heading, self.axis, self.compare, stretch=False))
        self.column.addWidget(self.about)
        self.column.addWidget(self.stack, 1)
        self.plot.chosen.connect(self.chosen)
        self.compare.activated.connect(lambda: self.compare_wanted.emit(self.compare.currentData()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.compare.setVisible(self.compare.count() > 1 and self.width() >= ROOMY_PX)

    def show_others(self, entries: tuple[SessionEntry, ...]) -> None:
        """Offer other sessions to compare with."""
        self.compare.clear()
        self.compare.addItem(self.tr("Compare with …"), None)
        for entry in entries:
            self.compare.addItem("  ·  ".join(describe(entry).split("  ·  ")[::2]), entry)
        self.compare.setVisible(bool(entries) and self.width() >= ROOMY_PX)
        self.compare.setFixedWidth(COMPARE_PX)

    def show_set(self, session: RecordedSession, done: ExerciseSet | None, place: int | None) -> None:
        """Overlay a set's repetitions; `place` is the one that stands out."""
        self._session, self._set, self._place = session, done, place
        self._draw()

    def show_other(self, other: RecordedSession | None) -> None:
        """Another session's mean of the same exercise beside this one's."""
        self._other = other
        self._draw()

    def show_landings(self, session: RecordedSession) -> None:
        self.heading.setText(self.tr("Landings"))
        self.about.setText(self.tr("{} in all; ≥ at the sensor's limit or at a low rate").format(
            number(len(session.landings))))
        self.axis.hide()
        self.landings.show_landings(session.landings)
        self.stack.setCurrentWidget(self.landings)

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
        other = self._overlay(self._other, self._same_exercise())
        self.about.show_texts(*self._words(shown, other))
        self.plot.show_overlay(shown, percent=self._percent, chosen=self._place, other=other)
        self.stack.setCurrentWidget(self.plot)

    def _overlay(self, session: RecordedSession | None, done: ExerciseSet | None) -> Overlay | None:
        if session is None or done is None:
            return None
        return overlay(session.trace, done.reps, signal_name(done.exercise), percent=self._percent)

    def _same_exercise(self) -> ExerciseSet | None:
        if self._other is None or self._set is None:
            return None
        return next((s for s in self._other.sets if s.exercise == self._set.exercise), None)

    def _words(self, shown: Overlay, other: Overlay | None) -> tuple[str, ...]:
        """What is drawn, longest first."""
        figures = self.tr("n = {}, peak {} ± {}").format(
            number(shown.averaged), degrees(shown.peak_mean), number(shown.peak_deviation))
        band, beside = self.tr(", mean and SD band"), self._beside(shown, other)
        dashed = self.tr(" · other (dashed) {}").format(degrees(other.peak_mean)) if other else ""
        return figures + band + dashed + beside, figures + dashed + beside, figures + beside

    def _beside(self, shown: Overlay, other: Overlay | None) -> str:
        """How the two sessions compare: two legs by their symmetry, one leg by its change."""
        if self._session is None or self._other is None:
            return ""
        if other is None:
            return self.tr(" · the other session has no such set")
        if self._session.entry.side is self._other.entry.side:
            return self.tr(" · difference {}").format(degrees(shown.peak_mean - other.peak_mean))
        symmetry = symmetry_percent(shown.peak_mean, other.peak_mean)
        return "" if symmetry is None else self.tr(" · symmetry index {} %").format(number(symmetry))
