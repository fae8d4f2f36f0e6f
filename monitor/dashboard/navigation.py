"""The bar at the top: the name, the pages, what can be taken back, and whose session this is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from monitor.dashboard.look.parts import Fitting, label, tab
from monitor.dashboard.undo import Undo


class Navigation(QFrame):
    """One button for each page; `chosen` carries its name. Alt + number chooses too."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.buttons: dict[str, QPushButton] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(24, 4, 24, 0)
        self._layout.setSpacing(26)
        brand = label("Patella", "brand")
        brand.setWordWrap(False)
        self._layout.addWidget(brand)
        self.undo = Undo()
        self._layout.addWidget(self.undo)
        self.about = Fitting("", "muted")
        self.about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self.about, 1)

    def add(self, name: str, title: str) -> None:
        """A further page, after those there are."""
        made = tab(title, "nav")
        made.clicked.connect(lambda: self.chosen.emit(name))
        self.buttons[name] = made
        self._layout.insertWidget(len(self.buttons), made)
        made.setChecked(len(self.buttons) == 1)
        key = QKeySequence(f"Alt+{len(self.buttons)}")
        QShortcut(key, self).activated.connect(lambda: self.chosen.emit(name))

    def show_chosen(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def show_about(self, text: str) -> None:
        """Whose session this is: code, side, day; cut short rather than left out, but for a way back."""
        nothing = () if self.undo.isHidden() else ("",)
        self.about.show_texts(text, text.partition("  ·  ")[0], *nothing)
