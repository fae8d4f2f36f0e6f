"""Three blocks of ten rises from a chair, as people do them: each is one set of ten, whatever comes between.

People, chairs and movements are drawn at random here; nothing is shared with the project's simulator.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from monitor.exercises.engine import ExerciseEngine
from monitor.leg import LegBlock, Posture
from monitor.results import ExerciseSet
from monitor.values import Side

RATE = 40.0
G = 9.80665


class Person:
    """Tilts of thigh and shank from the vertical in degrees, written down movement after movement."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.seat, self.upright, self.lean = self.draw(76, 96), self.draw(1, 7), self.draw(6, 22)
        self.pace = self.draw(0.7, 1.4)
        self.thigh, self.shank, self.jolts = [self.upright], [0.0], [0.0]

    def draw(self, least: float, most: float) -> float:
        return float(self.rng.uniform(least, most))

    def move(self, thigh: float, seconds: float, lean: float = 0.0) -> None:
        """To another tilt of the thigh, the shank leaning forward on the way."""
        part = np.linspace(0.0, 1.0, max(2, round(seconds * RATE) + 1))[1:]
        way = (1.0 - np.cos(np.pi * part ** self.draw(0.85, 1.15))) / 2.0
        self.thigh += (self.thigh[-1] + (thigh - self.thigh[-1]) * way).tolist()
        self.shank += (lean * np.sin(np.pi * part) ** 2).tolist()
        self.jolts += [0.0] * len(part)

    def wait(self, seconds: float) -> None:
        self.move(self.thigh[-1], seconds)

    def pause(self, usual_s: float) -> None:
        self.wait(usual_s * self.pace * float(self.rng.lognormal(0.0, 0.25)))

    def sit(self) -> None:
        self.move(self.seat + self.draw(-2, 2), self.draw(1.1, 1.8) * self.pace, 0.6 * self.lean)

    def rise(self) -> None:
        self.move(self.upright + self.draw(-1, 1), self.draw(0.9, 1.5) * self.pace, self.lean)

    def walk(self, seconds: float) -> None:
        turns = 2.0 * np.pi * np.arange(round(seconds * RATE)) / RATE / self.draw(1.0, 1.25)
        thigh, knee = 18.0 + 17.0 * np.sin(turns), 32.0 + 28.0 * np.sin(turns + 0.5)
        self.thigh += thigh.tolist()
        self.shank += (knee - thigh).tolist()
        self.jolts += (0.8 * np.maximum(np.sin(turns), 0.0) ** 8).tolist()      # a foot meets the ground
        self.move(self.upright, 0.5)

    def ten_from_the_seat(self, breath: int = 10) -> None:
        """Ten rises, each back to the seat, with a moment to catch breath before number `breath`."""
        for number in range(10):
            self.wait(self.draw(3, 7) if number == breath else 0.0)
            self.rise()
            self.pause(0.8)
            self.sit()
            self.pause(0.9)

    def ten_from_standing(self) -> None:
        for _ in range(10):
            self.sit()
            self.pause(0.9)
            self.rise()
            self.pause(0.8)

    def leave(self) -> None:
        """Up and away, after a rest in the seat."""
        self.wait(self.draw(3, 7) * self.pace)
        self.rise()
        self.wait(self.draw(6, 14))

    def leg(self) -> LegBlock:
        thigh = np.abs(np.array(self.thigh) + self.rng.normal(0.0, 0.2, len(self.thigh)))
        return as_leg(thigh, np.array(self.shank), np.array(self.jolts))


def as_leg(thigh: np.ndarray, shank: np.ndarray, jolts_g: np.ndarray) -> LegBlock:
    """A right leg whose segments tilt so, in degrees, and feel nothing but gravity and jolts from below."""
    n = len(thigh)
    still, dynamic, yes = np.zeros((n, 3)), np.stack((jolts_g, np.abs(jolts_g)), axis=1), np.ones(n, bool)
    forces = [G * np.stack([-np.sin(tilt), np.cos(tilt), 0.0 * tilt], axis=1)
              for tilt in np.radians((-thigh, shank))]
    return LegBlock(
        side=Side.RIGHT, rate_hz=RATE, t_ns=np.round(np.arange(n) / RATE * 1e9).astype(np.int64),
        flexion_deg=thigh + shank, sigma_deg=np.ones(n), valid=yes, reason=np.zeros(n, np.uint8),
        frontal_deg=np.zeros(n), rotation_deg=np.zeros(n), trend_sigma_deg=np.full(n, 5.0), oriented=yes,
        thigh_tilt_deg=thigh, shank_tilt_deg=np.abs(shank), thigh_elevation_deg=thigh - 90.0,
        thigh_frontal_deg=np.zeros(n), shank_frontal_deg=np.zeros(n),
        posture=np.full(n, Posture.STANDING, np.uint8), thigh_acc_m_s2=forces[0], shank_acc_m_s2=forces[1],
        thigh_gyr_rad_s=still, shank_gyr_rad_s=still, thigh_dynamic_g=dynamic, shank_dynamic_g=dynamic,
        acc_saturated=np.zeros((n, 2), bool), interpolated=np.zeros(n, bool))


def resting_seated(one: Person) -> None:
    one.sit()
    one.wait(one.draw(15, 60))
    one.ten_from_the_seat()
    one.leave()


def resting_in_the_same_seat(one: Person) -> None:
    if one.thigh[-1] < 45.0:
        one.sit()
    one.wait(one.draw(30, 60))
    one.ten_from_the_seat()


def resting_upright(one: Person) -> None:
    one.wait(one.draw(20, 60))
    one.ten_from_standing()


def resting_shortly(one: Person) -> None:
    one.sit()
    one.wait(one.draw(2, 6))
    one.ten_from_the_seat()
    one.leave()


def walking_between(one: Person) -> None:
    one.walk(one.draw(20, 40))
    one.wait(one.draw(1, 5))
    resting_shortly(one)


def walking_off(one: Person) -> None:
    one.walk(one.draw(20, 40))
    one.wait(one.draw(1, 5))
    one.ten_from_standing()


def catching_breath(one: Person) -> None:
    one.sit()
    one.wait(one.draw(2, 6))
    one.ten_from_the_seat(breath=int(one.rng.integers(3, 9)))
    one.leave()
    one.walk(one.draw(20, 40))


def getting_up_once_before(one: Person) -> None:
    one.sit()
    one.wait(one.draw(30, 60))
    one.rise()
    one.wait(one.draw(5, 9))
    resting_shortly(one)
    one.wait(one.draw(5, 15))


BLOCKS = (resting_seated, resting_in_the_same_seat, resting_upright, resting_shortly, walking_between,
          walking_off, catching_breath, getting_up_once_before)


def session(block: Callable[[Person], None], seed: int) -> LegBlock:
    """Three such blocks of one person."""
    one = Person(seed)
    one.wait(one.draw(5, 15))
    for _ in range(3):
        block(one)
    one.wait(5.0)
    return one.leg()


def watched(leg: LegBlock, chunk: int = 10 ** 9, exercise: str | None = None) -> tuple[ExerciseSet, ...]:
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise=exercise)
    for first in range(0, len(leg), chunk):
        engine.push(leg[first:first + chunk])
    engine.finish()
    return engine.sets


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("block", BLOCKS)
def test_each_block_is_a_set_of_ten(block: Callable[[Person], None], seed: int) -> None:
    sets = [(one.exercise, sum(rep.counted for rep in one.reps))
            for one in watched(session(block, seed)) if one.exercise != "walking"]
    assert sets == [("sit_to_stand", 10)] * 3


@pytest.mark.parametrize("block", [resting_upright, walking_off])
def test_the_last_rise_of_a_block_counts_once_however_long_the_person_stands(
        block: Callable[[Person], None]) -> None:
    sets = watched(session(block, 1), exercise="sit_to_stand")
    assert [sum(rep.counted for rep in one.reps) for one in sets] == [10] * 3


@pytest.mark.parametrize("chunk", [7, 1000])
def test_any_blocks_of_data_give_the_same_sets(chunk: int) -> None:
    leg = session(getting_up_once_before, 1)
    assert watched(leg, chunk) == watched(leg)
