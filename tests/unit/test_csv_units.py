from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from monitor.recording.csv_table import Rows
from monitor.recording.csv_units import Units

RATE_HZ = 40.0
GRAVITY = np.array((0.0, 0.0, 9.81))


@cache
def limb(seed: int, turns: int = 6) -> NDArray[np.float64]:
    """(n, 12): two sensors that rest for 3 s and turn by some 60 degrees in one, again and again."""
    draw = np.random.default_rng(seed)
    return np.hstack([sensor(draw, turns) for _ in range(2)])


def sensor(draw: np.random.Generator, turns: int) -> NDArray[np.float64]:
    rest, turn = np.zeros(120), np.sin(np.linspace(0.0, np.pi, 40)) ** 2
    rate = np.concatenate([part[:, None] * axis for axis in 2.1 * unit(draw.normal(size=(turns, 3)))
                           for part in (rest, turn)] + [np.zeros((120, 3))])
    steps, pose = Rotation.from_rotvec(rate / RATE_HZ), Rotation.random(random_state=int(draw.integers(1000)))
    ups = []
    for step in steps:
        pose = pose * step
        ups.append(pose.inv().apply(GRAVITY))
    shaken = 2.0 * np.abs(rate).max(axis=1, keepdims=True) * draw.normal(size=rate.shape)
    noise = draw.normal(0.0, 0.03, (len(rate), 6))
    return np.hstack((1.03 * np.array(ups) + shaken, rate + np.radians(0.5))) + noise


def unit(v: NDArray[np.float64]) -> NDArray[np.float64]:
    units: NDArray[np.float64] = v / np.sqrt((v ** 2).sum(axis=1, keepdims=True))
    return units


def judged(signals: NDArray[np.float64], rows_at_a_time: int = 500) -> Units:
    units, none = Units(RATE_HZ), np.zeros(0)
    for first in range(0, len(signals), rows_at_a_time):
        units.push(Rows([], [], none, signals[first:first + rows_at_a_time], none, none.astype(bool)))
    return units


def both(acc: float | tuple[float, ...], gyr: float | tuple[float, ...]) -> NDArray[np.float64]:
    factors: NDArray[np.float64] = np.tile(np.concatenate((np.full(3, acc), np.full(3, gyr))), 2)
    return factors


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("factors", [both(1.0, 1.0), both(-1.0, 1.0), both((1, -1, -1), (1, -1, -1))])
def test_what_a_limb_reads_is_believed_however_worn(seed: int, factors: NDArray[np.float64]) -> None:
    units = judged(limb(seed) * factors)
    assert units.wrong() == ""
    assert units.doubts() == ()


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("factors", "words"), [
    (both(1.0 / 9.81, 1.0), "thigh_acc_x_m_s2, y and z read 1.03 at rest, where gravity is 9.81 m/s²"),
    (both(1.0 / 9.81, 1.0), "they read like multiples of g: multiply them by 9.81."),
    (both(1000.0 / 9.81, 1.0), "they read like thousandths of g: divide them by 102."),
    (both(9.81, 1.0), "they were multiplied by 9.81 once too often: divide them by it."),
    (both(3.28, 1.0), "where gravity is 9.81 m/s²; check their unit."),
    (both(1.0, 57.3), "thigh_gyr_x_rad_s, y and z reach"),
    (both(1.0, (1, 1, -1)) * both((1, 1, -1), 1.0), "left-handed"),
    (both(1.0, -1.0), "left-handed"),
    (np.array([1.0] * 6 + [0.1] * 3 + [1.0] * 3), "shank_acc_x_m_s2, y and z read 1.01")])
def test_another_unit_or_sign_is_named(seed: int, factors: NDArray[np.float64], words: str) -> None:
    assert words in judged(limb(seed) * factors).wrong()


def test_slow_degrees_per_second_are_told_by_the_turning_of_gravity() -> None:
    quiet = limb(1, turns=3)
    long = np.vstack((quiet, np.tile(quiet[:100], (30, 1))))     # so that it hardly ever turns
    wrong = judged(long * both(1.0, 57.3)).wrong()
    assert wrong.startswith("thigh_gyr_x_rad_s, y and z turn gravity, as rad/s, to ")
    assert wrong.endswith("they read like degrees per second: divide them by 57.3.")


def test_accelerations_without_gravity_are_named() -> None:
    signals = limb(2).copy()
    rests = np.abs(signals[:, 3:6]).max(axis=1) < 0.1
    noise = np.random.default_rng(1).normal(size=(len(signals), 3))
    signals[:, :3] = noise * np.where(rests, 0.02, 3.0)[:, None]
    assert "thigh_acc_x_m_s2, y and z show no gravity at rest" in judged(signals).wrong()


def test_axes_in_another_order_are_doubted() -> None:
    signals = limb(3).copy()
    signals[:, 3:6] = signals[:, [4, 5, 3]]
    units = judged(signals)
    assert units.wrong() == ""
    assert len(units.doubts()) == 1
    assert units.doubts()[0].startswith("thigh_gyr_x_rad_s, y and z turn gravity, as rad/s, to ")


def test_noise_and_columns_that_never_change_are_no_evidence() -> None:
    noise = np.random.default_rng(1).normal(size=(4000, 12))
    for signals in (noise, 9.81 * noise, np.full((4000, 12), 0.1), np.zeros((4000, 12)),
                    np.linspace(0.0, 5.0, 4000)[:, None] * np.ones(12)):
        assert judged(signals).wrong() == ""
