"""How far the leg has risen, from its vertical acceleration, made steady by every moment of standing still."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.leg import LegBlock

_GRAVITY_CM_S2 = 980.665
_STILL_CM_S2 = 20.0      # a resting leg's tremor and sway; half of the slowest heel raise's acceleration
_STILL_S = 0.2           # in mid-stroke the acceleration passes zero for less than a tenth of a second
_BIAS_TAU_S = 1.0
_TRUSTED_S = 3.0         # without a still moment the way drifts by centimetres


@dataclass(slots=True)
class RiseState:
    height_cm: float = 0.0
    velocity_cm_s: float = 0.0
    bias_cm_s2: float = 0.0
    still: int = 0
    moving: int = 0          # samples since the last still moment


class Rise:
    """Vertical way of the thigh in cm since the start; `push(a)` then `push(b)` equals `push(a joined with b)`."""

    def __init__(self, rate_hz: float) -> None:
        self.state = RiseState()
        self._dt = 1.0 / rate_hz
        self._still = max(2, round(_STILL_S * rate_hz))
        self._trusted = round(_TRUSTED_S * rate_hz)
        self._gain = min(1.0, self._dt / _BIAS_TAU_S)

    def push(self, block: LegBlock) -> tuple[list[float], list[bool]]:
        """The height at each sample of the block, and whether a still moment is near enough to trust it."""
        upward = (block.thigh_dynamic_g[:, 0] * _GRAVITY_CM_S2).tolist()
        heights, trusted = [], []
        for acceleration, oriented in zip(upward, block.oriented.tolist(), strict=True):
            heights.append(self._step(acceleration))
            trusted.append(oriented and self.state.moving < self._trusted)
        return heights, trusted

    def _step(self, upward_cm_s2: float) -> float:
        s = self.state
        moving = upward_cm_s2 - s.bias_cm_s2
        s.still = s.still + 1 if -_STILL_CM_S2 < moving < _STILL_CM_S2 else 0
        if s.still >= self._still:
            s.velocity_cm_s, s.moving = 0.0, 0
            s.bias_cm_s2 += moving * self._gain
        else:
            s.moving += 1
            s.velocity_cm_s += moving * self._dt
            s.height_cm += s.velocity_cm_s * self._dt
        return s.height_cm
