"""Has a strap slipped, or does it sit loosely? Both show beside the hinge, where a knee hardly moves.

A strap that turns on the limb turns the hinge out of its place at once, and it stays there; soft tissue and
the knee's own secondary rotations come back with every bend, and a loose strap shakes about. So the last
seconds are held against what is usual in that posture (`monitor.pipeline.usual`): their mean tells of a slip,
their scatter of a loose strap. Which of the two straps it was, gravity tells: the segment that leans sideways
as it did not. A slip about the hinge itself shows while it happens, if that is sudden
(`monitor.pipeline.turned`), and later in the zero alone (`monitor.pipeline.rest_zero`), which also acquits a
sensor that only seemed to have turned.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from math import hypot, sqrt

import numpy as np

from calibration.model import Calibration, Variant
from calibration.rotation import conjugate, length, rotate
from monitor.leg import Bools, Floats, Ints
from monitor.pipeline.align import AlignedBlock
from monitor.pipeline.heading import Headings
from monitor.pipeline.orientation import G_M_S2, Oriented
from monitor.pipeline.rest_zero import UPRIGHT_DEG, RestZero
from monitor.pipeline.turned import MOST_DOUBT_DEG, Turned
from monitor.pipeline.usual import TERMS, Usual, posture_terms
from monitor.snapshot import Problem, Severity

STEPS_HZ = 5.0
DELAY_STEPS = 15            # a slip must not be usual before it was noticed
WINDOW_STEPS = 20           # the mean is over these four seconds at most,
ENOUGH_STEPS, MOST_STEPS = 8, 12   # and over so many readings
SLIP_DEG = 6.5              # what is left of ten degrees after some seconds, and more than postures differ by
SIGMAS = 3.0
SHARE = 0.5                 # of a scatter that comes from shaking: as large a part of it stays in the mean
GUIDED_DEG, AUTOMATIC_DEG = 3.0, 10.0   # doubt of the hinge; from a few squats it can be that far off
MISFIT_DEG = 12.0           # beside an automatic hinge: it never was the knee's, and tells nothing of straps
BENDING_RESIDUAL_DEG = 2.0  # what a hinge leaves over under tight straps; the rest shook from the beginning
LEAST_NOISE_DEG = 1.0
LEAST_LOOSE_DEG, LOOSE_DEG = 2.5, 5.0   # scatter; between them as much as while it was calibrated
TIGHT_AGAIN, SHAKING_GAIN = 0.67, 0.04
# Of a foot that lands: a curve across a gap then misses how the limb turned, the more the harder the blow,
# and the heading forgets it in some 15 seconds. Half as much again as simulated landings leave.
BLOW_M_S2 = 20.0
TORN_DEG_PER_M_S2, FADE = 0.15, 0.987
LEAN_GAIN = 1.0 / 150.0     # half a minute
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


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """What is looked at five times a second, over m steps; degrees unless named otherwise.

    Attributes:
        terms: (m, 6) the posture.
        beside: (m, 2) frontal and rotation angle.
        sideways, forward: (m, 2) how far thigh and shank lean, forward against the still pose.
        calm: (m,) whether both stand still and upright.
    """

    terms: Floats
    beside: Floats
    sideways: Floats
    forward: Floats
    calm: Bools


@dataclass(slots=True)
class Strap:
    """Watches one knee under one calibration, five times a second; every field is its state."""

    rate_hz: float
    calibration: Calibration
    index: int = 0                # instants since the stream began
    slipped: bool = False
    which: str = ""               # segment whose strap slipped, where that can be told
    loose: bool = False
    misfit: bool = False          # the hinge was found wrongly, and nothing can be blamed on a strap
    shaking: float = 0.0          # mean square scatter of late
    blow_m_s2: float = 0.0        # the hardest that a sensor was not heard in, since the last step
    torn_deg: float = 0.0         # by which gaps may have turned one segment against the other
    zero: RestZero = field(default_factory=RestZero)
    turned: Turned = field(init=False)
    usual: Usual = field(init=False)
    lean: Floats = field(default_factory=lambda: np.zeros(2))     # usual, sideways
    unlearnt: deque[tuple[Floats, Floats, Floats]] = field(default_factory=deque)
    # Step, and (10,) its terms with how far it was from what is usual: beside the hinge, leaning sideways.
    recent: deque[tuple[int, Floats]] = field(default_factory=lambda: deque(maxlen=MOST_STEPS))

    def __post_init__(self) -> None:
        self.turned = Turned(self.rate_hz, self.calibration)
        known = self.calibration.quality.residual_deg - BENDING_RESIDUAL_DEG
        self.usual = Usual(GUIDED_DEG if self.guided else AUTOMATIC_DEG, max(known, LEAST_NOISE_DEG))

    @property
    def guided(self) -> bool:
        """Whether the hinge was found in movements that were asked for."""
        return self.calibration.source == "guided"

    @property
    def loose_deg(self) -> float:
        """The scatter from which on a strap is called loose."""
        return min(LOOSE_DEG, max(LEAST_LOOSE_DEG, self.usual.noise_deg))

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
        count, every = len(flexion_deg), max(1, round(self.rate_hz / STEPS_HZ))
        steps = np.arange(-self.index % every, count, every)
        slipped, straight = np.full(count, self.slipped), np.zeros(count, np.bool_)
        readings = self._readings(flexion_deg, beside_deg, sensors, steps)
        sigma_deg, complete = np.degrees(headings.sigma_rad[steps]), _complete(block)[steps]
        blows_m_s2 = _blows_m_s2(block, steps)
        for i, row in enumerate(steps.tolist()):
            self.blow_m_s2 = max(self.blow_m_s2, blows_m_s2[i])
            if complete[i]:
                self._step((self.index + row) // every, readings, i, float(sigma_deg[i]))
                self._stand(readings.forward[i].tolist(), bool(readings.calm[i]))
                slipped[row:] |= self.slipped
                straight[row] = self.zero.straight
        self.blow_m_s2 = max(self.blow_m_s2, blows_m_s2[-1])
        self.index += count
        return self._doubted(slipped, self.turned.push(block, sensors, headings.offset_rad, straight))

    def _doubted(self, slipped: Bools, likely_deg: Floats) -> tuple[Bools, Floats]:
        """What leaves a hinge that was only found makes the angle doubtful, not void: it may be the hinge."""
        if self.guided or self.zero.slipped:
            return slipped, likely_deg
        return np.zeros(len(slipped), np.bool_), np.where(slipped, MOST_DOUBT_DEG, likely_deg)

    def problems(self) -> list[Problem]:
        """What the banner must say; nothing any more under a new calibration."""
        if self.slipped:
            return [SLIPPED[self.which]]
        doubtful = [DOUBTFUL[self.turned.doubtful]] if self.turned.doubtful else []
        return [*doubtful, LOOSE] if self.loose and not self.misfit else doubtful

    def _readings(self, flexion_deg: Floats, beside_deg: tuple[Floats, Floats],
                  sensors: tuple[Oriented, Oriented], steps: Ints) -> Readings:
        """Of a leg that lies on its side gravity does not tell how far it leans forward."""
        fit, ups, forward, calm = self.calibration, [], [], np.ones(len(steps), np.bool_)
        for sensor, segment in zip(sensors, (fit.thigh, fit.shank), strict=True):
            turn = segment.sensor_to_segment(fit.variant)
            up = rotate(turn, rotate(conjugate(sensor.quat[steps]), UP))
            rest = rotate(turn, np.asarray(segment.up))
            forward.append(np.degrees(np.arctan2(up[:, 0], up[:, 1]) - np.arctan2(rest[0], rest[1])))
            calm &= np.abs(sensor.gyr_rad_s[steps]).max(axis=1, initial=0.0) < CALM_RAD_S
            calm &= up[:, 1] > np.cos(np.radians(UPRIGHT_DEG))
            ups.append(up)
        sideways = np.degrees(np.arcsin(np.clip(np.stack([up[:, 2] for up in ups], axis=1), -1.0, 1.0)))
        return Readings(posture_terms(flexion_deg[steps], ups[0]),
                        np.stack([one[steps] for one in beside_deg], axis=1), sideways,
                        np.stack(forward, axis=1), calm)

    def _stand(self, leans_deg: list[float], calm: bool) -> None:
        if self.calibration.variant is Variant.STANDING and not self.slipped:
            self.zero.push(leans_deg[0], leans_deg[1], calm)
            self.which = self.zero.slipped
            self.slipped = bool(self.which)

    def _step(self, number: int, readings: Readings, i: int, heading_sigma_deg: float) -> None:
        terms, beside, sideways = readings.terms[i], readings.beside[i], readings.sideways[i]
        self.unlearnt.append((terms, beside, sideways))
        if len(self.unlearnt) > DELAY_STEPS:
            self._learn(*self.unlearnt.popleft())
        torn_deg = TORN_DEG_PER_M_S2 * (self.blow_m_s2 - G_M_S2) if self.blow_m_s2 > BLOW_M_S2 else 0.0
        self.torn_deg, self.blow_m_s2 = max(torn_deg, FADE * self.torn_deg), 0.0
        apart = beside - self.usual.expected_deg(terms)
        self.recent.append((number, np.concatenate((terms, apart, sideways - self.lean))))
        while self.recent[0][0] <= number - WINDOW_STEPS:
            self.recent.popleft()
        if not (self.slipped or self.misfit) and len(self.recent) >= ENOUGH_STEPS:
            self._judge(hypot(heading_sigma_deg, self.torn_deg))

    def _learn(self, terms: Floats, beside: Floats, sideways: Floats) -> None:
        self.usual.learn(terms, beside)
        self.lean = self.lean + LEAN_GAIN * (sideways - self.lean)
        self.misfit |= not self.guided and hypot(*self.usual.expected_deg(terms).tolist()) > MISFIT_DEG

    def _judge(self, heading_sigma_deg: float) -> None:
        """Hold the last seconds against what is usual, what shakes, and what the heading leaves open."""
        rows = np.array([row for _, row in self.recent])
        mean = rows.mean(axis=0)
        terms, beside, sideways = mean[:TERMS], mean[TERMS:-2], mean[-2:]
        scatter = float(((rows[:, TERMS:-2] - beside) ** 2).mean())
        unknown, noise = self.usual.variance(terms), self.usual.noise_deg ** 2 + scatter
        if unknown < self.loose_deg ** 2:       # in a new posture the mean may change with every reading
            self._shake(scatter)
        allowed = max(SLIP_DEG, SIGMAS * sqrt(unknown + SHARE * noise), SIGMAS * heading_sigma_deg)
        self.slipped = hypot(*beside.tolist()) > allowed
        if self.slipped:
            self.which = _leaning(*np.abs(sideways).tolist())

    def _shake(self, scatter: float) -> None:
        self.shaking += SHAKING_GAIN * (scatter - self.shaking)
        self.loose = sqrt(self.shaking) > self.loose_deg * (TIGHT_AGAIN if self.loose else 1.0)


def _blows_m_s2(block: AlignedBlock, steps: Ints) -> list[float]:
    """(m + 1) the greatest force while a sensor was not heard: up to each of m steps, and after the last."""
    force = np.maximum(length(block.thigh.acc_m_s2), length(block.shank.acc_m_s2))
    unheard = force * (block.thigh.gap | block.shank.gap)
    return [float(part.max(initial=0.0)) for part in np.split(unheard, steps + 1)]


def _complete(block: AlignedBlock) -> Bools:
    """(n,) where both sensors have a sample of their own, or one nearby."""
    return ~(block.thigh.gap | block.shank.gap | block.thigh.missing | block.shank.missing)


def _leaning(thigh_deg: float, shank_deg: float) -> str:
    """The segment that leans by itself, or none."""
    least, most = sorted((thigh_deg, shank_deg))
    if most < max(LEANING_DEG, CLEARLY * least):
        return ""
    return "thigh" if thigh_deg > shank_deg else "shank"
