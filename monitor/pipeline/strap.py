"""Has a strap slipped, or does it sit loosely? Both show beside the hinge, where a knee hardly moves.

A strap that turns round the limb turns the hinge out of its place at once, and it stays there; soft tissue
and the knee's own secondary rotations come back with every bend, and a loose strap shakes about. So each
range of flexion remembers what is usual in it, and the mean of the last seconds is held against that.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from math import hypot, sqrt

import numpy as np

from monitor.leg import Bools, Floats
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
HEADING_SIGMAS = 3.0
LOOSE_DEG, NO_LONGER_LOOSE_DEG = 9.0, 6.0   # twice what tissue does under a tight strap
SLIPPED = Problem("strap_slipped", Severity.PROBLEM,
                  "A strap seems to have slipped: tighten both straps and calibrate again.")
LOOSE = Problem("strap_loose", Severity.WARNING,
                "A strap is loose and shakes with every movement: tighten it and calibrate again.")


@dataclass(slots=True)
class Usual:
    """What was beside the hinge in one range of flexion: means in degrees, and the variance of both."""

    frontal: float = 0.0
    rotation: float = 0.0
    variance: float = 0.0
    count: int = 0

    def learn(self, frontal: float, rotation: float) -> None:
        """Take one reading in."""
        self.count += 1
        gain = max(1.0 / self.count, 1.0 / FORGET_STEPS)
        across, along = frontal - self.frontal, rotation - self.rotation
        self.frontal += gain * across
        self.rotation += gain * along
        self.variance = (1.0 - gain) * (self.variance + gain * (across * across + along * along))


@dataclass(slots=True)
class Strap:
    """Watches one knee under one calibration, five times a second; every field is its state.

    `residual_deg` is what the hinge left unexplained when it was calibrated.
    """

    rate_hz: float
    residual_deg: float
    index: int = 0                # instants since the stream began
    slipped: bool = False
    loose: bool = False
    usual: list[Usual] = field(default_factory=lambda: [Usual() for _ in range(len(RANGES_DEG) + 1)])
    unlearnt: deque[tuple[int, float, float]] = field(default_factory=deque)
    recent: deque[tuple[int, float, float, float]] = field(default_factory=lambda: deque(maxlen=MOST_STEPS))

    def push(self, flexion_deg: Floats, beside_deg: tuple[Floats, Floats], heading_sigma_deg: Floats,
             residual_deg: Floats, known: Bools) -> Bools:
        """(n,) whether a strap has slipped by each instant.

        Args:
            flexion_deg: (n,) knee flexion.
            beside_deg: (n,) each, frontal and rotation angle: what is beside the hinge.
            heading_sigma_deg: (n,) of the heading between the two sensors.
            residual_deg: (n,) angle between both hinges of late.
            known: (n,) false where samples are missing.
        """
        count, every = len(flexion_deg), max(1, round(self.rate_hz / STEPS_HZ))
        steps = np.arange(-self.index % every, count, every)
        slipped = np.full(count, self.slipped)
        ranges = np.digitize(flexion_deg[steps], RANGES_DEG)
        rows = (ranges, *(angle[steps] for angle in (*beside_deg, heading_sigma_deg, residual_deg, known)))
        for row, (within, frontal, rotation, sigma, residual, sure) in zip(
                steps.tolist(), zip(*(values.tolist() for values in rows), strict=True), strict=True):
            if sure:
                self.loose = residual > (NO_LONGER_LOOSE_DEG if self.loose else LOOSE_DEG)
                self._step((self.index + row) // every, within, frontal, rotation, sigma)
                slipped[row:] |= self.slipped
        self.index += count
        return slipped

    def problems(self) -> list[Problem]:
        """What the banner must say; nothing any more under a new calibration."""
        if self.slipped:
            return [SLIPPED]
        return [LOOSE] if self.loose else []

    def _step(self, number: int, within: int, frontal: float, rotation: float, sigma: float) -> None:
        self.unlearnt.append((within, frontal, rotation))
        if len(self.unlearnt) > DELAY_STEPS:
            past, *angles = self.unlearnt.popleft()
            self.usual[past].learn(*angles)
        usual = self.usual[within]
        if usual.count >= LEARNT_STEPS:
            self.recent.append((number, frontal - usual.frontal, rotation - usual.rotation, usual.variance))
        while self.recent and self.recent[0][0] <= number - WINDOW_STEPS:
            self.recent.popleft()
        self.slipped |= len(self.recent) >= ENOUGH_STEPS and self._moved_deg() > self._allowed_deg(sigma)

    def _moved_deg(self) -> float:
        """How far the hinge is from its usual place, on the mean of the last seconds."""
        return hypot(*(sum(one[i] for one in self.recent) for i in (1, 2))) / len(self.recent)

    def _allowed_deg(self, heading_sigma_deg: float) -> float:
        variance = sum(one[3] for one in self.recent) / len(self.recent)
        wobble = max(sqrt(variance / 2.0), self.residual_deg)
        return max(SLIP_DEG + WOBBLES * wobble, HEADING_SIGMAS * heading_sigma_deg)
