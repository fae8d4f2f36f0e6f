"""What was done last can be taken back for a while: a line in the bar at the top, a button, and Ctrl + Z."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from monitor.dashboard.look.parts import Fitting, button, row
from monitor.snapshot import CalibrationState, Snapshot

SHOWN_MS = 20_000
LEAST_APART_S = 2.0      # of two calibrations; one that was cancelled leaves the same


class Undo(QWidget):
    """Says what was done beside a button that takes it back; hidden when there is nothing, or it is old."""

    def __init__(self) -> None:
        super().__init__()
        self._back: Callable[[], None] | None = None
        self.said = Fitting("", "muted")
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
        self.button.setToolTip(f"{said} · Ctrl + Z")
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


class Recalibrated:
    """Notices when a calibration has given way to another one that somebody was guided through."""

    def __init__(self) -> None:
        self._last: Snapshot | None = None
        self._made_s: float | None = None      # when the calibration in use was made
        self._guided = False

    def push(self, snapshot: Snapshot) -> bool:
        """True once for each."""
        last, self._last = self._last, snapshot
        if last is not None and (snapshot.t_s < last.t_s or snapshot.patient != last.patient):
            self._made_s = None                # another session
        status = snapshot.calibration
        self._guided = self._guided or status.state is CalibrationState.RUNNING
        if status.state not in (CalibrationState.GOOD, CalibrationState.POOR) or status.age_s is None:
            return False
        before_s, guided = self._made_s, self._guided
        self._made_s, self._guided = snapshot.t_s - status.age_s, False
        return guided and before_s is not None and self._made_s > before_s + LEAST_APART_S
