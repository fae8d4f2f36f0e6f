"""What was done last can be taken back for a while: a line in the bar at the top, a button, and Ctrl + Z."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from monitor.dashboard.look.parts import Line, button, row

SHOWN_MS = 20_000


class Undo(QWidget):
    """Says what was done beside a button that takes it back; hidden when there is nothing, or it is old."""

    def __init__(self) -> None:
        super().__init__()
        self._back: Callable[[], None] | None = None
        self.said = Line("", "muted")
        self.button = button(self.tr("Undo"), self.take_back, "link", self.tr("Takes it back (Ctrl + Z)"))
        self.setLayout(row(self.said, self.button, spacing=6, stretch=False))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._forget)
        self.hide()

    def offer(self, said: str, back: Callable[[], None]) -> None:
        """Offer to take back what `said` names."""
        self._back = back
        self.said.setText(said)
        self.button.setAccessibleName(f"{self.button.text()}: {said}")
        self.show()
        self._timer.start(SHOWN_MS)

    def take_back(self) -> None:
        """Take the last thing back, if it is still offered."""
        back = self._back
        self._forget()
        if back is not None:
            back()

    def _forget(self) -> None:
        self._back = None
        self._timer.stop()
        self.hide()
