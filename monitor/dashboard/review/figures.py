"""The review's own view: sets at the left, figures in the middle, why and the leg at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from monitor.dashboard.look.parts import Panel, column, row, tab
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.review.habits import Habits
from monitor.dashboard.review.leg_panel import LegPanel
from monitor.dashboard.review.repetitions_panel import RepetitionsPanel
from monitor.dashboard.review.set_list import SetList
from monitor.dashboard.review.sheet_panel import SheetPanel
from monitor.dashboard.review.trace_panel import TracePanel
from monitor.dashboard.review.why_panel import WhyPanel

LOW_PX, GAP_PX = 470, 12
SETS_PX, MIDDLE_PX, RIGHT_PX = 205, 330, 230       # the least that each column needs


class Figures(QWidget):
    """Panes whose edges can be pulled, and stay where they were pulled to.

    In a low window the middle is either the figures or the signals, and there is no leg.
    """

    def __init__(self, theme: Theme, habits: Habits, sets: SetList) -> None:
        super().__init__()
        self.repetitions, self.sheet = RepetitionsPanel(theme), SheetPanel(habits)
        self.trace, self.why, self.leg = TracePanel(theme, habits), WhyPanel(), LegPanel(theme)
        self.figures_tab, self.signals_tab = tab(self.tr("Figures")), tab(self.tr("Signals"))
        self.figures_tab.setChecked(True)
        self._tabs = column(row(self.figures_tab, self.signals_tab, spacing=22))
        self.middle = QStackedWidget()
        for panel in (self.repetitions, self.sheet):
            self.middle.addWidget(panel)
        self._centre = _splitter(Qt.Orientation.Vertical, (self.middle, 5), (self.trace, 4))
        self._right = _splitter(Qt.Orientation.Vertical, (self.why, 6), (self.leg, 3))
        self._build(habits, sets)
        self.trace.room_wanted.connect(self._make_room)
        for button in (self.figures_tab, self.signals_tab):
            button.clicked.connect(self._fit)

    def _build(self, habits: Habits, sets: SetList) -> None:
        listed = Panel(QCoreApplication.translate("Figures", "Sets"))
        centre = column(self._tabs, self._centre)
        listed.column.addWidget(sets, 1)
        for widget, least in ((listed, SETS_PX), (centre, MIDDLE_PX), (self._right, RIGHT_PX)):
            widget.setMinimumWidth(least)
        across = _splitter(Qt.Orientation.Horizontal, (listed, 4), (centre, 10), (self._right, 6))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)
        for name, splitter in (("columns", across), ("middle", self._centre), ("right", self._right)):
            habits.follow_splitter(name, splitter)

    def show_sheet(self, *, wanted: bool) -> None:
        """A table, of which nothing is to be explained, or the repetitions of a set."""
        self.middle.setCurrentWidget(self.sheet if wanted else self.repetitions)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what there is room for."""
        low, explained = self.height() < LOW_PX, self.middle.currentWidget() is self.repetitions
        signals = not low or self.signals_tab.isChecked()
        self._tabs.setVisible(low)
        self.middle.setVisible(not low or not signals)
        self.trace.setVisible(signals)
        self.why.setVisible(explained)
        self.leg.setVisible(not low)
        self._right.setVisible(explained or not low)

    def _make_room(self, plots: int) -> None:
        """Give several signals more of the height than one."""
        self._centre.setSizes([500, 400 + 350 * (plots - 1)])


def _splitter(direction: Qt.Orientation, *parts: tuple[QWidget, int]) -> QSplitter:
    """Widgets with their shares, between them gaps that can be pulled."""
    made = QSplitter(direction)
    made.setHandleWidth(GAP_PX)
    made.setChildrenCollapsible(False)
    for place, (widget, share) in enumerate(parts):
        made.addWidget(widget)
        made.setStretchFactor(place, share)
    made.setSizes([100 * share for _, share in parts])
    return made
