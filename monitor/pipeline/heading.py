"""The heading of the shank's earth frame against the thigh's, from the hinge that both segments share.

After Laidig, Lehmann, Bégin, Seel 2019 (10.1109/EMBC.2019.8857535), causal, as a scalar Kalman filter at
five steps a second. Where the hinge stands upright it tells nothing: the offset is then held, never
extrapolated, and its sigma grows. A straight knee tells most: bent, it turns about other axes too, and soft
tissue has moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan2, cos, hypot, pi, radians, sqrt

import numpy as np

from calibration.model import Calibration, bone_direction
from calibration.rotation import Floats, conjugate, heading, multiply, rotate
from monitor.leg import Bools, Ints

STEPS_HZ = 5.0
LEAST_LEVEL = 0.2             # product of both hinges' horizontal parts
STILL_RAD_S = radians(4.0)
STILL_STEPS = 15              # three seconds
STRAIGHT_SIGMA_RAD = radians(2.0)   # one reading with the knee straight, and what bending to 90 degrees adds
BENT_SIGMA_RAD = radians(8.0)
ALIKE_STEPS = 10.0            # readings within two seconds, half a slow movement, share their errors
WANDER_RAD = radians(0.2)     # of the offset, a step: what two gyros and a shifting skin do
DRIFT_RAD_S = radians(0.06)   # what two gyros without any help drift apart
UNKNOWN_RAD = pi / 2
KNOWN_RAD = radians(2.0)
RESIDUAL_GAIN = 0.04


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
    residual_deg: float = 0.0
    still_steps: int = 0
    thigh_before: Floats | None = None   # (4,) orientations at the last step
    shank_before: Floats | None = None

    def start_at(self, offset_rad: float) -> None:
        """Begin with an offset that a calibration has just found."""
        self.offset, self.sigma = offset_rad, KNOWN_RAD

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
        bones = self._bones(thigh, shank)
        self.thigh_before, self.shank_before = thigh[-1], shank[-1]
        offset, sigma, residual, still = self.offset, self.sigma, self.residual_deg, self.still_steps
        rows = []
        for (ax, ay, az), (bx, by, bz), (upright, level, apart), rest, turn, new in zip(
                a.tolist(), b.tolist(), bones.tolist(), calm.tolist(), drift.tolist(), restarted.tolist(),
                strict=True):
            sigma = UNKNOWN_RAD if new else sigma
            still = still + 1 if rest and not new else 0
            offset += turn if still >= STILL_STEPS else 0.0     # what turns at rest is drift
            weight = hypot(ax, ay) * hypot(bx, by)
            error = _wrap(atan2(ay, ax) - atan2(by, bx) - offset)
            if weight > LEAST_LEVEL:
                before = sigma * sigma + WANDER_RAD * WANDER_RAD
                bent = acos(max(-1.0, min(upright + level * cos(apart - offset), 1.0)))
                one = STRAIGHT_SIGMA_RAD + BENT_SIGMA_RAD * min(bent / (0.5 * pi), 1.0)
                fresh = 1.0 if sigma >= UNKNOWN_RAD else ALIKE_STEPS
                gain = before / (before + fresh * one * one / (weight * weight))
                offset = _wrap(offset + gain * error)
                sigma = sqrt((1.0 - gain) * before)
                left = hypot(error * weight, az - bz) * 180.0 / pi
                residual += RESIDUAL_GAIN * (left - residual)
            elif still < STILL_STEPS:
                sigma = min(sigma + DRIFT_RAD_S / STEPS_HZ, UNKNOWN_RAD)
            rows.append((offset, sigma, residual, float(still)))
        return np.array(rows)

    def _bones(self, thigh: Floats, shank: Floats) -> Floats:
        """(m, 3) product of both bones' vertical parts, of their level parts, and between their headings.

        The last in radians, each in its own earth frame: with the offset they tell how far the knee is bent.
        """
        fit = self.calibration
        a, b = (rotate(quat, bone_direction(np.asarray(one.hinge), np.asarray(one.up), fit.variant))
                for quat, one in ((thigh, fit.thigh), (shank, fit.shank)))
        level = np.hypot(a[:, 0], a[:, 1]) * np.hypot(b[:, 0], b[:, 1])
        return np.stack((a[:, 2] * b[:, 2], level, heading(a) - heading(b)), axis=1)

    def _yaw_steps(self, thigh: Floats, shank: Floats) -> Floats:
        """(m,) turn of the thigh about the vertical against the shank's, since the step before each."""
        turns = []
        for now, first in ((thigh, self.thigh_before), (shank, self.shank_before)):
            before = np.concatenate((now[:1] if first is None else first[None], now[:-1]))
            change = multiply(now, conjugate(before))
            turns.append(2.0 * np.arctan2(change[:, 3] * np.sign(change[:, 0]), np.abs(change[:, 0])))
        difference: Floats = turns[0] - turns[1]
        return difference


def headings_with_hindsight(calibration: Calibration, rate_hz: float, quats: tuple[Floats, Floats],
                            rates: tuple[Floats, Floats], restarted: Bools) -> tuple[Floats, Floats]:
    """(n,) offset and its sigma in radians: one pass forwards and one backwards, each as sure as it is.

    `quats` (n, 4) and `rates` (n, 3) are thigh and shank; `restarted` (n,) as for `Heading.push`.
    """
    forth = Heading(calibration, rate_hz).push(*quats, *rates, restarted)
    new = np.concatenate((restarted[1:], [False]))[::-1]      # backwards, a frame is new before its start
    turned = Heading(calibration, rate_hz).push(quats[0][::-1], quats[1][::-1], -rates[0][::-1],
                                                -rates[1][::-1], new)
    weights = forth.sigma_rad ** -2, turned.sigma_rad[::-1] ** -2
    offset = np.angle(weights[0] * np.exp(1j * forth.offset_rad)
                      + weights[1] * np.exp(1j * turned.offset_rad[::-1]))
    return offset, (weights[0] + weights[1]) ** -0.5


def _wrap(angle: float) -> float:
    return (angle + pi) % (2.0 * pi) - pi


def _step_of(steps: Ints, count: int) -> Ints:
    """(n,) the number of steps at or before each instant: an index into [before, after step 1, ...]."""
    marks = np.zeros(count, np.int64)
    marks[steps] = 1
    return np.cumsum(marks)
