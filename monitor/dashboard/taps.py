"""A double tap on a sensor starts and pauses, so that nobody has to reach for the screen."""

from __future__ import annotations

from monitor.dashboard.text.exercises import lands
from monitor.snapshot import CalibrationState, Snapshot

LANDED_S = 3.0        # after a landing a knock may be the foot's
ONCE_S = 1.0          # one tap that both sensors heard is one tap


class Taps:
    """Says when a sensor was double-tapped; off during hops, and while the calibration listens itself."""

    def __init__(self) -> None:
        self._before: int | None = None
        self._obeyed_s = float("-inf")

    def push(self, snapshot: Snapshot) -> bool:
        """Whether a tap has come since the last moment that is to be obeyed."""
        now = sum(sensor.markers for sensor in snapshot.sensors)
        before, self._before = self._before, now
        if before is None or now <= before or not _listening(snapshot):
            return False
        if 0 <= snapshot.t_s - self._obeyed_s < ONCE_S:
            return False
        self._obeyed_s = snapshot.t_s
        return True


def _listening(snapshot: Snapshot) -> bool:
    landed = any(snapshot.t_s - landing.t_s < LANDED_S for landing in snapshot.landings[-1:])
    hopping = snapshot.exercise is not None and lands(snapshot.exercise.exercise)
    calibrating = snapshot.calibration.state is CalibrationState.RUNNING or bool(snapshot.calibration.step)
    return not (landed or hopping or calibrating)
