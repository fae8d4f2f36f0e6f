"""The heading of the shank's earth frame against the thigh's, from the hinge that both segments share.

After Laidig, Lehmann, Bégin, Seel 2019 (10.1109/EMBC.2019.8857535), causal, at five steps a second. Where the
hinge stands upright it tells nothing: the offset is then held, never extrapolated, and its sigma grows.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, hypot, pi, radians

import numpy as np

from calibration.model import Calibration
from calibration.rotation import Floats, conjugate, multiply, rotate
from monitor.leg import Bools, Ints

STEPS_HZ = 5.0
TAU_S = 5.0
LEAST_LEVEL = 0.3             # product of both hinges' horizontal parts
STILL_RAD_S = radians(4.0)
STILL_STEPS = 15              # three seconds
STEP_SIGMA_RAD = radians(8.0)   # one reading: soft tissue and the knee's own secondary rotations
DRIFT_RAD_S = radians(0.05)   # what two gyros without any help drift apart
UNKNOWN_RAD = pi / 2
KNOWN_RAD = radians(2.0)


@dataclass(frozen=True, slots=True, eq=False)
class Headings:
    """(n,) offset in radians and its sigma, and the angle between the two hinges in the world, in degrees.

    `still` (n,) is true after three seconds of rest.
    """

    offset_rad: Floats
    sigma_rad: Floats
    residual_deg: Floats
    still: Bools


@dataclass(slots=True)
class Heading:
    """The streaming estimate; every field is its state."""

    calibration: Calibration
    rate_hz: float
    index: int = 0                       # instants since the stream began
    offset: float = 0.0
    sigma: float = UNKNOWN_RAD
    evidence: float = 0.0                # sum of weights since the frames were new
    residual_deg: float = 0.0
    still_steps: int = 0
    thigh_before: Floats | None = None   # (4,) orientations at the last step
    shank_before: Floats | None = None

    def start_at(self, offset_rad: float) -> None:
        """Begin with an offset that a calibration has just found."""
        self.offset, self.sigma, self.evidence = offset_rad, KNOWN_RAD, STEPS_HZ * TAU_S

    def push(self, thigh: Floats, shank: Floats, thigh_gyr: Floats, shank_gyr: Floats,
             restarted: Bools) -> Headings:
        """The headings at n instants, from orientations (n, 4) and rates (n, 3).

        `restarted` (n,) is true where either earth frame is new.
        """
        count = len(thigh)
        every = max(1, round(self.rate_hz / STEPS_HZ))
        steps = np.arange(-self.index % every, count, every)
        if restarted.any():
            steps = np.union1d(steps, np.flatnonzero(restarted))
        values = self._steps(thigh[steps], shank[steps], thigh_gyr[steps], shank_gyr[steps], restarted[steps])
        before = np.array([[self.offset, self.sigma, self.residual_deg, float(self.still_steps)]])
        self._remember(values)
        held = np.concatenate((before, values))[_step_of(steps, count)]
        self.index += count
        return Headings(held[:, 0], held[:, 1], held[:, 2], held[:, 3] >= STILL_STEPS)

    def _remember(self, values: Floats) -> None:
        if len(values):
            self.offset, self.sigma, self.residual_deg = (float(v) for v in values[-1, :3])
            self.still_steps = int(values[-1, 3])

    def _steps(self, thigh: Floats, shank: Floats, thigh_gyr: Floats, shank_gyr: Floats,
               restarted: Bools) -> Floats:
        """(m, 4) offset, sigma, residual and still steps after each step."""
        if not len(thigh):
            return np.empty((0, 4))
        a = rotate(thigh, np.asarray(self.calibration.thigh.hinge))
        b = rotate(shank, np.asarray(self.calibration.shank.hinge))
        calm = np.maximum(np.abs(thigh_gyr).max(axis=1), np.abs(shank_gyr).max(axis=1)) < STILL_RAD_S
        drift = self._yaw_steps(thigh, shank)
        self.thigh_before, self.shank_before = thigh[-1], shank[-1]
        offset, sigma, evidence = self.offset, self.sigma, self.evidence
        residual, still = self.residual_deg, self.still_steps
        gain_floor = 1.0 / (STEPS_HZ * TAU_S)
        rows = []
        for (ax, ay, az), (bx, by, bz), rest, turn, new in zip(
                a.tolist(), b.tolist(), calm.tolist(), drift.tolist(), restarted.tolist(), strict=True):
            if new:
                sigma, evidence, still = UNKNOWN_RAD, 0.0, 0
            still = still + 1 if rest else 0
            if still >= STILL_STEPS:
                offset += turn            # what turns at rest is drift
            else:
                sigma = min(sigma + DRIFT_RAD_S / STEPS_HZ, UNKNOWN_RAD)
            weight = hypot(ax, ay) * hypot(bx, by)
            error = _wrap(atan2(ay, ax) - atan2(by, bx) - offset)
            if weight > LEAST_LEVEL:
                square = weight * weight
                evidence += square
                gain = max(gain_floor * square, square / evidence)
                offset = _wrap(offset + gain * error)
                sigma = hypot((1.0 - gain) * sigma, gain * STEP_SIGMA_RAD / weight)
                apart = hypot(error * weight, az - bz) * 180.0 / pi
                residual += gain_floor * (apart - residual)
            rows.append((offset, sigma, residual, float(still)))
        self.evidence = evidence
        return np.array(rows)

    def _yaw_steps(self, thigh: Floats, shank: Floats) -> Floats:
        """(m,) turn of the thigh about the vertical against the shank's, since the step before each."""
        turns = []
        for now, first in ((thigh, self.thigh_before), (shank, self.shank_before)):
            before = np.concatenate((now[:1] if first is None else first[None], now[:-1]))
            change = multiply(now, conjugate(before))
            turns.append(2.0 * np.arctan2(change[:, 3] * np.sign(change[:, 0]), np.abs(change[:, 0])))
        difference: Floats = turns[0] - turns[1]
        return difference


def _wrap(angle: float) -> float:
    return (angle + pi) % (2.0 * pi) - pi


def _step_of(steps: Ints, count: int) -> Ints:
    """(n,) the number of steps at or before each instant: an index into [before, after step 1, ...]."""
    marks = np.zeros(count, np.int64)
    marks[steps] = 1
    return np.cumsum(marks)
