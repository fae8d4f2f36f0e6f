"""How the leg lay at the position, drawn from the data: one leg, or both beside each other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from monitor.dashboard.look.leg_drawing import LegDrawing
from monitor.dashboard.look.parts import Fitting, Panel, column, row
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.snapshot import Snapshot


class LegPanel(Panel):
    """With both legs each drawing says which knee it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("LegPanel", "Leg"))
        self.drawings = LegDrawing(theme), LegDrawing(theme)
        self._names = Fitting("", "muted"), Fitting("", "muted")
        self._columns = [column(*parts, spacing=0) for parts in zip(self._names, self.drawings, strict=True)]
        for drawing, whole in zip(self.drawings, self._columns, strict=True):
            whole.layout().setStretchFactor(drawing, 1)  # type: ignore[union-attr]
        self.column.addLayout(row(*self._columns, stretch=False), 1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        legs = snapshot.legs or (snapshot,)
        self._columns[1].setVisible(len(legs) > 1)
        for name, drawing, leg in zip(self._names, self.drawings, legs, strict=False):
            name.setVisible(len(legs) > 1)
            name.show_texts(words.side(leg.side), words.side_letter(leg.side))
            drawing.show_snapshot(leg)
