"""Has a sensor turned on its strap about the hinge itself? At that moment its rate and its force disagree.

A limb that turns about the knee swings the sensor, which sits a hand's length from it; a sensor that turns on
its strap stays where it is. Both sensors tell how the knee's centre accelerates
(`calibration.joint_centre`): where one of them has turned alone, its own account of that centre is wrong by
just as much as its rate says that it was swung. Nothing else looks like that: what is not known of the levers
is a small part of them, blows come without a turn, and skin slides together with the bending. It shows for
as long as the turn lasts, and only where that is sudden and the leg is not as lively itself. Real skin can do
the like after a jolt: a turn makes the angle doubtful, not void, until the next rest tells.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import degrees, radians, sqrt
from typing import Self

import numpy as np

from calibration.joint_centre import LEVER_M
from calibration.model import Calibration, bone_direction
from calibration.rotation import Floats, about_vertical, cross, dot, multiply, rotate
from monitor.leg import Bools
from monitor.pipeline.align import AlignedBlock
from monitor.pipeline.orientation import Oriented

STEPS_HZ = 25.0
DURATIONS_S = (0.2, 0.35, 0.5, 0.7)      # a slower one looks like standing up
SPAN = 2                        # a turn is judged within twice its duration, against a limb that moves evenly
LEAST_DEG = 5.0
SHAPE = 0.3                     # part of the acceleration that a single turn explains
COHERENCE, SHARE = 0.99, 0.1    # how alike rate and force must be, and how equal; a rising leg is less
AROUND_S, AS_LARGE = 1.2, 0.6   # what comes again so soon, or is taken back, is movement
MOST_DOUBT_DEG = 8.0            # the angle is still shown, and its band holds a turn of twice as much
SEGMENTS = ("thigh", "shank")
QUATS, WIDTH = slice(9, 17), 19     # of a row: three vectors, two orientations, two flags


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """What a turn of one duration looks like in n steps of angular acceleration.

    Attributes:
        weights: (n,) give its size in radians.
        even: (n, 3) orthonormal, what a limb that moves evenly does meanwhile.
        energy: of a turn of one radian, with that taken off.
    """

    weights: Floats
    even: Floats
    energy: float

    @classmethod
    def lasting(cls, duration_s: float, step_s: float) -> Self:
        """A turn with the smooth course of `duration_s`, in the middle of twice that time."""
        count = max(SPAN * 3, round(SPAN * duration_s / step_s))
        part = (np.arange(count) + 0.5) / count * SPAN - (SPAN - 1) / 2
        turn = np.where((part > 0.0) & (part < 1.0), (60.0 - 180.0 * part + 120.0 * part ** 2) * part, 0.0)
        even, _ = np.linalg.qr(np.stack([np.linspace(-1.0, 1.0, count) ** i for i in range(3)], axis=1))
        turn = (turn - even @ (even.T @ turn)) / duration_s ** 2
        return cls(turn / (turn @ turn), even, float(turn @ turn))

    def explains(self, rate: Floats, force: Floats, size_rad: float) -> bool:
        """Whether (n,) angular accelerations from rate and from force are one and the same turn."""
        of_rate, of_force = (one - (self.even * (self.even * one[:, None]).sum(axis=0)).sum(axis=1)
                             for one in (rate, force))
        both, rates, forces = (float((a * b).sum()) for a, b in ((of_rate, of_force), (of_rate, of_rate),
                                                                 (of_force, of_force)))
        return (both > COHERENCE * sqrt(rates * forces) and abs(both / rates - 1.0) < SHARE
                and size_rad * size_rad * self.energy > SHAPE * forces)


@dataclass(slots=True)
class Turned:
    """Watches both sensors of one leg; every field is its state.

    `doubtful` names the segment whose sensor seems to have turned, empty while none does.
    """

    rate_hz: float
    calibration: Calibration
    doubtful: str = ""
    suspected_rad: float = 0.0
    which: tuple[int, int] = 0, 0   # turn and segment that are suspected
    since: int = 0                  # steps since the suspicion
    sound: int = 0                  # steps that are measurements throughout
    rows: Floats = field(default_factory=lambda: np.empty((0, WIDTH)))       # of a step that is not full
    steps: Floats = field(default_factory=lambda: np.empty((0, WIDTH)))      # the last two
    force: Floats = field(default_factory=lambda: np.zeros(3))               # the last that was measured
    seen: Floats = field(init=False)                                         # of late, of `_accelerations`
    turns: tuple[Turn, ...] = field(init=False)
    weights: Floats = field(init=False)                                      # (turns, steps)
    sizes: Floats = field(init=False)                                        # of every turn, of late

    def __post_init__(self) -> None:
        self.turns = tuple(Turn.lasting(one, self.every / self.rate_hz) for one in DURATIONS_S)
        most = max(len(turn.weights) for turn in self.turns)
        self.seen = np.zeros((most, 4))
        self.sizes = np.zeros((most + self.around, len(self.turns), 4))
        self.weights = np.stack([np.pad(turn.weights, (most - len(turn.weights), 0)) for turn in self.turns])

    @property
    def doubt_deg(self) -> float:
        """What a turn adds to the uncertainty of the angle."""
        return min(degrees(self.suspected_rad), MOST_DOUBT_DEG) if self.doubtful else 0.0

    @property
    def around(self) -> int:
        """Steps before a turn and after it in which nothing like it may come."""
        return round(AROUND_S * self.rate_hz / self.every)

    @property
    def every(self) -> int:
        """Rows in a step."""
        return max(1, round(self.rate_hz / STEPS_HZ))

    def push(self, block: AlignedBlock, sensors: tuple[Oriented, Oriented], offset_rad: Floats,
             straight: Bools) -> Floats:
        """(n,) degrees by which a sensor seems to have turned, as far as a sigma may tell of it.

        `offset_rad` (n,) turns the shank's earth frame to the thigh's. Where the knee has just been found as
        `straight` (n,) as in the still pose, no sensor has turned.
        """
        count, before = len(block), len(self.rows)
        doubt_deg = np.full(count, self.doubt_deg)
        first = max(0, 2 - len(self.steps))         # the first steps of all have no neighbours
        self._take(self._rows(block, sensors, offset_rad, straight))
        new, flags = self._accelerations(), self.steps[2:, -2:].tolist()
        for number, (row, (acquitted, bad)) in enumerate(zip(new, flags, strict=True), first + 1):
            self.sound = 0 if bad else self.sound + 1
            if acquitted:
                self.doubtful, self.suspected_rad = "", 0.0
            self._judge(row)
            doubt_deg[number * self.every - 1 - before:] = self.doubt_deg
        self.steps = self.steps[-2:]
        return doubt_deg

    def _rows(self, block: AlignedBlock, sensors: tuple[Oriented, Oriented], offset_rad: Floats,
              straight: Bools) -> Floats:
        """(n, 19) rates, how far the accelerations are apart, orientations, straight, and no measurement.

        All in the thigh's earth frame but the rates, which are in each sensor's own axes.
        """
        thigh, shank = sensors
        turned = multiply(about_vertical(offset_rad), shank.quat)
        apart = rotate(thigh.quat, block.thigh.acc_m_s2) - rotate(turned, block.shank.acc_m_s2)
        gap = block.thigh.gap | block.shank.gap     # across one, the last force is held
        last = np.maximum.accumulate(np.where(gap, 0, np.arange(1, len(gap) + 1)))
        apart = np.concatenate((self.force[None], apart))[last]
        self.force = apart[-1]
        bad = np.logical_or.reduce([sensor.missing | sensor.acc_saturated
                                    for sensor in (block.thigh, block.shank)])
        return np.column_stack((thigh.gyr_rad_s, shank.gyr_rad_s, apart, thigh.quat, turned, straight, bad))

    def _take(self, rows: Floats) -> None:
        """Append the steps that these rows complete: means, and of the orientations the middle one."""
        rows = np.concatenate((self.rows, rows))
        full = len(rows) // self.every * self.every
        self.rows, split = rows[full:], rows[:full].reshape(-1, self.every, WIDTH)
        means = sum((split[:, i] for i in range(1, self.every)), split[:, 0]) / self.every
        means[:, QUATS] = split[:, self.every // 2, QUATS]
        self.steps = np.concatenate((self.steps, means))

    def _accelerations(self) -> Floats:
        """(m, 4) rad/s^2 about the hinge at all steps with neighbours.

        Of the thigh as its rate tells, and as the force tells that is missing where it was thought to swing;
        the same of the shank.
        """
        before, now, after = self.steps[:-2], self.steps[1:-1], self.steps[2:]
        if not len(after):
            return np.empty((0, 4))
        change = (after[:, :6] - before[:, :6]) * (0.5 * self.rate_hz / self.every)
        apart = 0.25 * (before[:, 6:9] + after[:, 6:9]) + 0.5 * now[:, 6:9]
        turning, across = [], []
        for i, fit in enumerate((self.calibration.thigh, self.calibration.shank)):
            hinge = np.asarray(fit.hinge)
            # The shank's sensor is below the knee, but its force counts the other way round as well.
            lever = LEVER_M * bone_direction(hinge, np.asarray(fit.up), self.calibration.variant)
            rate, alpha = now[:, 3 * i:3 * i + 3], change[:, 3 * i:3 * i + 3]
            quat = now[:, 9 + 4 * i:13 + 4 * i]
            apart = apart - rotate(quat, cross(alpha, lever) + cross(rate, cross(rate, lever)))
            turning.append(dot(alpha, hinge))
            across.append(rotate(quat, cross(lever, hinge)))
        missing = [dot(apart, one) / LEVER_M ** 2 for one in across]
        return np.stack((turning[0], missing[0], turning[1], missing[1]), axis=1)

    def _judge(self, row: Floats) -> None:
        self.seen = np.concatenate((self.seen[1:], row[None]))
        sizes = np.einsum("dn,nk->dk", self.weights, self.seen)
        self.sizes = np.concatenate((self.sizes[1:], sizes[None]))
        if self.doubtful:                       # until it is acquitted
            return
        if self.suspected_rad:
            self._wait()
        else:
            self._suspect(sizes.tolist())

    def _suspect(self, sizes: list[list[float]]) -> None:
        """Suspect a turn that has just ended, unless something as large came shortly before it."""
        for number, turn in enumerate(self.turns):
            for i in range(len(SEGMENTS)):
                of_rate, of_force = sizes[number][2 * i:2 * i + 2]
                alike = abs(of_rate - of_force) < SHARE * abs(of_force) and abs(of_force) > radians(LEAST_DEG)
                if alike and self._alone(turn, number, i, abs(of_force)):
                    self.suspected_rad, self.which, self.since = abs(of_force), (number, i), 0
                    return

    def _alone(self, turn: Turn, number: int, i: int, size_rad: float) -> bool:
        count = len(turn.weights)
        rate, force = self.seen[-count:, 2 * i], self.seen[-count:, 2 * i + 1]
        return (count <= self.sound and turn.explains(rate, force, size_rad)
                and self._largest(number, i, slice(-count - self.around, -count)) < AS_LARGE * size_rad)

    def _wait(self) -> None:
        """Believe a turn after which nothing as large came."""
        (number, i), self.since = self.which, self.since + 1
        count = len(self.turns[number].weights)
        if self.since < count:                  # the turn itself is still within what is looked at
            return
        if self._largest(number, i, slice(-1, None)) > AS_LARGE * self.suspected_rad:
            self.suspected_rad = 0.0
        elif self.since >= count + self.around:
            self.doubtful = SEGMENTS[i]

    def _largest(self, number: int, i: int, when: slice) -> float:
        return float(np.abs(self.sizes[when, number, 2 * i + 1]).max())
