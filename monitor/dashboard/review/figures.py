"""The review's own view: sets at the left, figures in the middle, why and the leg at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from monitor.dashboard.look.parts import Panel
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
    """Panes whose edges can be pulled, and stay where they were pulled to."""

    def __init__(self, theme: Theme, habits: Habits, sets: SetList) -> None:
        super().__init__()
        self.repetitions, self.sheet = RepetitionsPanel(theme), SheetPanel(habits)
        self.trace, self.why, self.leg = TracePanel(theme, habits), WhyPanel(), LegPanel(theme)
        listed = Panel(QCoreApplication.translate("Figures", "Sets"))
        listed.column.addWidget(sets, 1)
        self.middle = QStackedWidget()
        for panel in (self.repetitions, self.sheet):
            self.middle.addWidget(panel)
        self._parts = parts = (_splitter(Qt.Orientation.Vertical, (self.middle, 5), (self.trace, 4)),
                 _splitter(Qt.Orientation.Vertical, (self.why, 5), (self.leg, 4)))
        for widget, least in zip((listed, *parts), (SETS_PX, MIDDLE_PX, RIGHT_PX), strict=True):
            widget.setMinimumWidth(least)
        across = _splitter(Qt.Orientation.Horizontal, (listed, 4), (parts[0], 10), (parts[1], 6))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)
        for name, splitter in zip(("columns", "middle", "right"), (across, *parts), strict=True):
            habits.follow_splitter(name, splitter)

        self.trace.room_wanted.connect(self._make_room)

    def _make_room(self, plots: int) -> None:
        """Give several signals more of the height than one."""
        self._parts[0].setSizes([500, 400 + 350 * (plots - 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        low = self.height() < LOW_PX
        self.trace.setVisible(not low)
        self.leg.setVisible(not low)


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
