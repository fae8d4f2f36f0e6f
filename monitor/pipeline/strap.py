"""Has a strap slipped, or does it sit loosely? Both show beside the hinge, where a knee hardly moves.

A strap that turns round the limb turns the hinge out of its place at once, and it stays there; soft tissue
and the knee's own secondary rotations come back with every bend, and a loose strap shakes about. So each
range of flexion remembers what is usual in it, and the mean of the last seconds is held against that.
Which of the two it was, gravity tells: the segment that leans sideways as it never did. A slip about the
hinge itself shows while it happens, if that is sudden (`monitor.pipeline.turned`), and later in the zero
alone (`monitor.pipeline.rest_zero`), which also acquits a sensor that only seemed to have turned.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from math import hypot, sqrt

import numpy as np

from calibration.model import Calibration, Variant
from calibration.rotation import conjugate, rotate
from monitor.leg import Bools, Floats, Ints
from monitor.pipeline.align import AlignedBlock
from monitor.pipeline.heading import Headings
from monitor.pipeline.orientation import Oriented
from monitor.pipeline.rest_zero import UPRIGHT_DEG, RestZero
from monitor.pipeline.turned import Turned
from monitor.snapshot import Problem, Severity

STEPS_HZ = 5.0
RANGES_DEG = (-15.0, 15.0, 35.0, 60.0, 85.0)    # flexion: within one, what is beside the hinge hardly changes
LEARNT_STEPS = 8
FORGET_STEPS = 150          # half a minute
DELAY_STEPS = 15            # a slip must not be usual before it was noticed
WINDOW_STEPS = 20           # the mean is over these four seconds at most,
ENOUGH_STEPS, MOST_STEPS = 8, 12   # and over so many readings
SLIP_DEG = 4.0              # beyond what wobbles and what the heading leaves open
WOBBLES = 2.0
LEAST_WOBBLE_DEG = 1.0
VISIT_DEG = 3.0             # between two visits to a range, as a crouch and a seat: one is not what is usual
BENDING_RESIDUAL_DEG = 2.0  # what a hinge leaves over under tight straps; the rest shook from the beginning
HEADING_SIGMAS = 3.0
LEAST_LOOSE_DEG, LOOSE_DEG = 5.0, 9.0   # some tissue moves so much under a tight strap, hardly any so much
LOOSENED, TIGHT_AGAIN = 2.2, 0.67       # against what was left over while it was calibrated; a part of that
HELD_OTHERWISE_DEG = 5.0    # lean of all of the leg from what is usual: it tells nothing about a strap then
CALM_RAD_S = np.radians(12.0)
LEANING_DEG, CLEARLY = 3.0, 2.0     # a lean that is not usual, and how much more than the other segment's
UP = np.array((0.0, 0.0, 1.0))
SLIPPED = {which: Problem("strap_slipped", Severity.PROBLEM, sentence) for which, sentence in (
    ("", "A strap seems to have slipped: tighten both straps and calibrate again."),
    ("thigh", "The thigh strap seems to have slipped: tighten it and calibrate again."),
    ("shank", "The shank strap seems to have slipped: tighten it and calibrate again."))}
DOUBTFUL = {which: Problem("strap_doubtful", Severity.WARNING, sentence) for which, sentence in (
    ("thigh", "The thigh strap may have slipped: stand straight to check it, or calibrate again."),
    ("shank", "The shank strap may have slipped: stand straight to check it, or calibrate again."))}
LOOSE = Problem("strap_loose", Severity.WARNING,
                "A strap is loose and shakes with every movement: tighten it and calibrate again.")


Reading = tuple[float, float, float, float]   # degrees: frontal, rotation, sideways lean of thigh and shank


@dataclass(slots=True)
class Usual:
    """What is usual in one range of flexion: the mean, and the variance of what is beside the hinge.

    `visits` counts the times that the knee came into the range.
    """

    mean: Reading = (0.0, 0.0, 0.0, 0.0)
    variance: float = 0.0
    count: int = 0
    visits: int = 0

    @property
    def doubt(self) -> float:
        """The variance, with what so few visits have not shown of it."""
        return self.variance + 2.0 * VISIT_DEG ** 2 / self.visits

    def learn(self, reading: Reading, *, visiting: bool) -> None:
        """Take one reading in, the first of a visit or a further one."""
        self.count += 1
        self.visits += visiting
        gain = max(1.0 / self.count, 1.0 / FORGET_STEPS)
        away = self.apart(reading)
        first, second, third, fourth = (old + gain * more for old, more in zip(self.mean, away, strict=True))
        self.mean = first, second, third, fourth
        self.variance = (1.0 - gain) * (self.variance + gain * (away[0] * away[0] + away[1] * away[1]))

    def apart(self, reading: Reading) -> Reading:
        """How far a reading is from the usual one."""
        frontal, rotation, thigh, shank = (now - mean for now, mean in zip(reading, self.mean, strict=True))
        return frontal, rotation, thigh, shank


@dataclass(slots=True)
class Strap:
    """Watches one knee under one calibration, five times a second; every field is its state."""

    rate_hz: float
    calibration: Calibration
    index: int = 0                # instants since the stream began
    slipped: bool = False
    which: str = ""               # segment whose strap slipped, where that can be told
    loose: bool = False
    zero: RestZero = field(default_factory=RestZero)
    turned: Turned = field(init=False)
    usual: list[Usual] = field(default_factory=lambda: [Usual() for _ in range(len(RANGES_DEG) + 1)])
    visited: int = -1             # range of the last reading that was learnt
    unlearnt: deque[tuple[int, Reading]] = field(default_factory=deque)
    recent: deque[tuple[int, Reading, float]] = field(default_factory=lambda: deque(maxlen=MOST_STEPS))

    def __post_init__(self) -> None:
        self.turned = Turned(self.rate_hz, self.calibration)

    @property
    def loose_deg(self) -> float:
        """What the hinge must leave over of late for a strap to be called loose."""
        if self.calibration.source != "guided":      # what it was found from may have been too little to tell
            return LOOSE_DEG
        return min(LOOSE_DEG, max(LEAST_LOOSE_DEG, LOOSENED * self.calibration.quality.residual_deg))

    def push(self, flexion_deg: Floats, beside_deg: tuple[Floats, Floats], headings: Headings,
             block: AlignedBlock, sensors: tuple[Oriented, Oriented]) -> tuple[Bools, Floats]:
        """(n,) whether a strap has slipped by each instant; (n,) degrees of a slip that is only likely.

        Args:
            flexion_deg: (n,) knee flexion.
            beside_deg: (n,) each, frontal and rotation angle: what is beside the hinge.
            headings: between the two sensors, at the n instants.
            block: the n instants.
            sensors: thigh and shank, oriented.
        """
        slipped, straight = self._beside(flexion_deg, beside_deg, headings, block, sensors)
        return slipped, self.turned.push(block, sensors, headings.offset_rad, straight)

    def _beside(self, flexion_deg: Floats, beside_deg: tuple[Floats, Floats], headings: Headings,
                block: AlignedBlock, sensors: tuple[Oriented, Oriented]) -> tuple[Bools, Bools]:
        """(n,) whether what is beside the hinge, or the zero, has told of a slip by each instant.

        And (n,) true where the zero has just been found where it was.
        """
        count, every = len(flexion_deg), max(1, round(self.rate_hz / STEPS_HZ))
        steps = np.arange(-self.index % every, count, every)
        slipped, straight = np.full(count, self.slipped), np.zeros(count, np.bool_)
        forward, sideways, calm = self._leans(sensors, steps)
        readings = zip(*(one[steps].tolist() for one in beside_deg), *(one.tolist() for one in sideways),
                       strict=True)
        rows = zip(steps.tolist(), np.digitize(flexion_deg[steps], RANGES_DEG).tolist(), readings,
                   zip(*(lean.tolist() for lean in forward), calm.tolist(), strict=True),
                   *(one[steps].tolist() for one in (np.degrees(headings.sigma_rad), headings.residual_deg,
                                                     _complete(block))), strict=True)
        for row, within, reading, stance, sigma, residual, sure in rows:
            if sure:
                self.loose = residual > self.loose_deg * (TIGHT_AGAIN if self.loose else 1.0)
                self._step((self.index + row) // every, within, reading, sigma)
                self._stand(*stance)
                slipped[row:] |= self.slipped
                straight[row] = self.zero.straight
        self.index += count
        return slipped, straight

    def problems(self) -> list[Problem]:
        """What the banner must say; nothing any more under a new calibration."""
        if self.slipped:
            return [SLIPPED[self.which]]
        doubtful = [DOUBTFUL[self.turned.doubtful]] if self.turned.doubtful else []
        return [*doubtful, LOOSE] if self.loose else doubtful

    def _leans(self, sensors: tuple[Oriented, Oriented],
               steps: Ints) -> tuple[list[Floats], list[Floats], Bools]:
        """Degrees (m,) that thigh and shank lean, forward of the still pose and sideways; (m,) both stand.

        Of a leg that lies on its side gravity does not tell how far it leans forward.
        """
        fit, forward, sideways, calm = self.calibration, [], [], np.ones(len(steps), np.bool_)
        for sensor, segment in zip(sensors, (fit.thigh, fit.shank), strict=True):
            turn = segment.sensor_to_segment(fit.variant)
            up = rotate(turn, rotate(conjugate(sensor.quat[steps]), UP))
            rest = rotate(turn, np.asarray(segment.up))
            forward.append(np.degrees(np.arctan2(up[:, 0], up[:, 1]) - np.arctan2(rest[0], rest[1])))
            sideways.append(np.degrees(np.arcsin(np.clip(up[:, 2], -1.0, 1.0))))
            calm &= np.abs(sensor.gyr_rad_s[steps]).max(axis=1, initial=0.0) < CALM_RAD_S
            calm &= up[:, 1] > np.cos(np.radians(UPRIGHT_DEG))
        return forward, sideways, calm

    def _stand(self, thigh_deg: float, shank_deg: float, calm: bool) -> None:
        if self.calibration.variant is Variant.STANDING and not self.slipped:
            self.zero.push(thigh_deg, shank_deg, calm)
            self.which = self.zero.slipped
            self.slipped = bool(self.which)

    def _step(self, number: int, within: int, reading: Reading, sigma: float) -> None:
        self.unlearnt.append((within, reading))
        if len(self.unlearnt) > DELAY_STEPS:
            past, learnt = self.unlearnt.popleft()
            self.usual[past].learn(learnt, visiting=past != self.visited)
            self.visited = past
        usual = self.usual[within]
        away = usual.apart(reading)
        if usual.count >= LEARNT_STEPS and not _held_otherwise(away[2], away[3]):
            self.recent.append((number, away, usual.doubt))
        while self.recent and self.recent[0][0] <= number - WINDOW_STEPS:
            self.recent.popleft()
        if not self.slipped and len(self.recent) >= ENOUGH_STEPS:
            self._judge(sigma)

    def _judge(self, heading_sigma_deg: float) -> None:
        """Hold the mean of the last seconds against what wobbles, and what the heading leaves open."""
        frontal, rotation, thigh, shank = (sum(one) / len(self.recent)
                                           for one in zip(*(away for _, away, _ in self.recent), strict=True))
        known = self.calibration.quality.residual_deg - BENDING_RESIDUAL_DEG
        seen = sqrt(sum(one[2] for one in self.recent) / len(self.recent) / 2.0)
        wobble = max(seen, known, LEAST_WOBBLE_DEG)
        allowed = max(SLIP_DEG + WOBBLES * wobble, HEADING_SIGMAS * heading_sigma_deg)
        self.slipped = hypot(frontal, rotation) > allowed
        if self.slipped:
            self.which = _leaning(abs(thigh), abs(shank))


def _complete(block: AlignedBlock) -> Bools:
    """(n,) where both sensors have a sample of their own, or one nearby."""
    return ~(block.thigh.gap | block.shank.gap | block.thigh.missing | block.shank.missing)


def _held_otherwise(thigh_deg: float, shank_deg: float) -> bool:
    """Whether the whole leg of somebody upright leans sideways unlike usually: turned out in a seat."""
    least, most = sorted((abs(thigh_deg), abs(shank_deg)))
    return thigh_deg * shank_deg > 0.0 and least > HELD_OTHERWISE_DEG and most < UPRIGHT_DEG


def _leaning(thigh_deg: float, shank_deg: float) -> str:
    """The segment that leans by itself, or none."""
    least, most = sorted((thigh_deg, shank_deg))
    if most < max(LEANING_DEG, CLEARLY * least):
        return ""
    return "thigh" if thigh_deg > shank_deg else "shank"
