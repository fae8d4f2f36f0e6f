"""How much does it hurt? Eleven large buttons, and the rest that is left meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from monitor.dashboard.look.theme import Theme
from monitor.dashboard.patient.parts import BigText, big_button, set_button_pixels
from monitor.dashboard.text.figures import clock

COLUMNS, GAP_PX = 6, 24


class PainPage(QWidget):
    """`given` carries the score, -1 when the patient would rather not say."""

    given = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.question = BigText(theme.ink, bold=True, most_lines=2)
        self.question.show_text(self.tr("How much does it hurt now?"))
        self.scale = BigText(theme.muted, most_lines=2)
        self.scale.show_text(self.tr("0 none, 10 worst"))
        self.rest = BigText(theme.accent, align=Qt.AlignmentFlag.AlignRight)
        self.scores = [big_button(str(n), theme.ink, theme) for n in range(11)]
        self.skip = big_button(self.tr("Skip"), theme.muted, theme)
        self._build()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(18)
        for score, made in enumerate(self.scores):
            made.setAccessibleName(self.tr("Pain {} of 10").format(score))
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            made.clicked.connect(lambda _=False, s=score: self.given.emit(s))
            grid.addWidget(made, score // COLUMNS, score % COLUMNS)
        self.skip.clicked.connect(lambda: self.given.emit(-1))
        self.skip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        grid.addWidget(self.skip, 1, COLUMNS - 1)
        under = QHBoxLayout()
        under.addWidget(self.scale, 3)
        under.addWidget(self.rest, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        column.addSpacing(GAP_PX)
        column.addLayout(grid, 1)
        column.addSpacing(GAP_PX)
        column.addLayout(under)

    def set_pixels(self, pixels: int) -> None:
        """Size of all type on the page."""
        for text in (self.question, self.scale, self.rest):
            text.set_pixels(pixels)
        for made in (*self.scores, self.skip):
            set_button_pixels(made, pixels)

    def show_rest(self, seconds: float) -> None:
        self.rest.show_text(self.tr("rest {}").format(clock(seconds)) if seconds >= 1 else "")
