"""The list of keys, shown with `?`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from monitor.dashboard.look.parts import button, label, row


class KeysDialog(QDialog):
    """Every key and what it does; the window beside it goes on as usual."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        grid = QGridLayout(self)
        grid.setContentsMargins(28, 22, 28, 22)
        grid.setHorizontalSpacing(26)
        grid.setVerticalSpacing(9)
        for line, (key, meaning) in enumerate(self.keys()):
            for column, text in enumerate((label(key, "strong"), label(meaning))):
                text.setWordWrap(False)
                grid.addWidget(text, line, column)
        close = button(self.tr("Close"), self.accept, "primary")
        grid.addLayout(row(None, close, stretch=False), grid.rowCount(), 0, 1, 2)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """(key, meaning) in the order of use."""
        return (
            (self.tr("Space"), self.tr("Mark this moment")),
            ("N", self.tr("Mark with a note")),
            ("R", self.tr("Count a repetition myself")),
            ("P", self.tr("Pain score")),
            ("C", self.tr("Calibrate")),
            ("← →", self.tr("10 seconds back, 10 seconds on (Review: 1 second)")),
            (self.tr("Shift + ← →"), self.tr("Review: one repetition")),
            ("+ −", self.tr("Review: a shorter or a longer stretch of the signals")),
            ("O, L, E", self.tr("Review: I see it otherwise, as it was live, save")),
            (self.tr("Esc"), self.tr("Stop: ends the set and pauses")),
            ("F11", self.tr("Patient screen")),
            (self.tr("Ctrl + Z"), self.tr("Undo what was done last")),
            (self.tr("Alt + 1 to 6"), self.tr("Home, Live, Review, Sensors, Prescription, Settings")),
            (self.tr("Tab, Return"), self.tr("Next field, press the button")),
            ("?", self.tr("This list")),
        )
