"""What spoils a step of the guided calibration, whatever the wearer does: silence, a gyro at its limit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibration.model import CalibrationError, CalibrationReason, Motion

MOST_SILENT_S = 0.6       # at a stretch; what is lost now and then is bridged
MOST_CLIPPED_S = 0.1      # altogether: by then an orientation may be off by degrees


@dataclass(slots=True)
class Interruption:
    """Watches one step; `push` raises `CalibrationError` as soon as the step must be repeated.

    `step` names it in the refusal.
    """

    step: str
    silent_s: float = 0.0
    clipped_s: float = 0.0

    def push(self, part: Motion, rate_hz: float) -> None:
        """Take the next stretch of the step in."""
        self._silence(~part.usable & ~part.clipped, rate_hz)
        self.clipped_s += float(part.clipped.sum()) / rate_hz
        if self.clipped_s > MOST_CLIPPED_S:
            raise CalibrationError(CalibrationReason.SATURATED,
                                   "The leg moved faster than the sensors can follow; repeat this step more "
                                   "slowly.", self.step)

    def _silence(self, silent: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], rate_hz: float) -> None:
        heard = np.flatnonzero(~silent)
        edges = np.concatenate(([-1 - round(self.silent_s * rate_hz)], heard, [len(silent)]))
        longest = float(np.diff(edges).max() - 1) / rate_hz
        self.silent_s = float(edges[-1] - edges[-2] - 1) / rate_hz
        if longest > MOST_SILENT_S:
            raise CalibrationError(CalibrationReason.SENSOR_MISSING,
                                   "One sensor was silent for a while; check that both are on, then repeat "
                                   "this step.", self.step)
