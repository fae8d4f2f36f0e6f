"""Whether a table's numbers are in the units that its columns name: gravity shows it.

At rest an accelerometer reads gravity, and from one rest to the next the rates turn gravity to where it is
found then. In between, movement adds to what is read; so only rests are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import islice
from operator import mul

import numpy as np
from numpy.typing import NDArray

from monitor.recording.csv_table import SIGNALS, Rows

GRAVITY_M_S2 = 9.81
STEP_S, WINDOW_STEPS = 0.1, 5
STILL_PART = 0.03              # of gravity, by which the acceleration shakes in half a second of rest
CONSTANT_PART = 1e-9           # columns that never change tell nothing
LEAST_RESTS = 4
ALIKE_PART = 0.1               # a wrong unit is wrong in every rest alike,
SCALE_PART = 0.25              # and no accelerometer's scale is off by so much
QUIET_PART = 0.1               # of how it shakes in movement: a rest, even where gravity was taken out,
NO_GRAVITY_M_S2 = 0.5          # which leaves next to nothing then
FASTEST_RAD_S = 20.0           # no sprinter's shank turns so fast, least of all for a twentieth of the time
LEAST_TURN_DEG, LONGEST_TURN_S = 20.0, 10.0
LEAST_TURNS, ENOUGH_TURNS = 2, 40
MOST_APART_DEG, AGREES_DEG = 20.0, 10.0      # of 60 tables with right rates the worst had 3
DEGREES = "they read like degrees per second: divide them by 57.3"
OTHER_RATES = {DEGREES: np.pi / 180.0, "their axes are left-handed: turn the sign of all three": -1.0}

OTHER_GRAVITIES = {            # what an accelerometer reads at rest in other units, and what to do with them
    1.0: "they read like multiples of g: multiply them by 9.81",
    1000.0: "they read like thousandths of g: divide them by 102",
    GRAVITY_M_S2 ** 2: "they were multiplied by 9.81 once too often: divide them by it"}

Floats = NDArray[np.float64]
Turn = tuple[Floats, Floats, Floats]         # up (3,) in a rest and in the next, the (n, 3) angles between


@dataclass(slots=True)
class Units:
    """Takes a table's rows block by block; then `wrong` and `doubts` say what is amiss with its columns."""

    rate_hz: float
    _steps: list[Floats] = field(default_factory=list)

    def push(self, rows: Rows) -> None:
        """Keep the mean of each step."""
        size = self._step_rows
        count = len(rows.signals) // size
        self._steps.append(rows.signals[:count * size].reshape(count, size, len(SIGNALS)).mean(axis=1))

    def wrong(self) -> str:
        """Which columns are in another unit, and what to do about it, or nothing."""
        for segment, acc, rate in self._sensors():
            if why := _wrong_gravity(acc):
                return f"{segment}_acc_x_m_s2, y and z {why}"
            if why := _wrong_rates(rate, self._turns(acc, rate)):
                return f"{segment}_gyr_x_rad_s, y and z {why}"
        return ""

    def doubts(self) -> tuple[str, ...]:
        """A sentence for each sensor whose rates contradict its accelerations, for no reason known here."""
        return tuple(f"{segment}_gyr_x_rad_s, y and z {_turned_wrongly(apart_deg)}; check the unit, and the "
                     "order and the signs of the axes."
                     for segment, acc, rate in self._sensors()
                     if rate.any() and (apart_deg := _apart_deg(self._turns(acc, rate))) > MOST_APART_DEG)

    @property
    def _step_rows(self) -> int:
        return max(1, round(STEP_S * self.rate_hz))

    def _sensors(self) -> Iterator[tuple[str, Floats, Floats]]:
        signals = np.concatenate(self._steps)
        yield "thigh", signals[:, 0:3], signals[:, 3:6]
        yield "shank", signals[:, 6:9], signals[:, 9:12]

    def _turns(self, acc: Floats, rate: Floats) -> list[Turn]:
        return list(islice(_turns(acc, rate * self._step_rows / self.rate_hz), ENOUGH_TURNS))


def _wrong_gravity(acc: Floats) -> str:
    _, size, shake = _half_seconds(acc)
    if len(size) < LEAST_RESTS:
        return ""
    quiet = size[shake < QUIET_PART * np.quantile(shake, 0.95)]
    if len(quiet) >= LEAST_RESTS and np.median(quiet) < NO_GRAVITY_M_S2:
        return "show no gravity at rest; give in m/s² what the sensor reads, gravity included."
    rests = size[(shake < STILL_PART * size) & (shake > CONSTANT_PART * size)]
    if len(rests) < LEAST_RESTS:
        return ""
    low, gravity, high = np.quantile(rests, (0.1, 0.5, 0.9)).tolist()
    if high - low > ALIKE_PART * gravity or abs(gravity / GRAVITY_M_S2 - 1.0) < SCALE_PART:
        return ""
    likely = [advice for other, advice in OTHER_GRAVITIES.items()
              if abs(gravity / other - 1.0) < SCALE_PART]
    advice = likely[0] if likely else "check their unit"
    return f"read {gravity:.4g} at rest, where gravity is 9.81 m/s²; {advice}."


def _wrong_rates(rate: Floats, turns: list[Turn]) -> str:
    fast = float(np.quantile(_length(rate), 0.95))
    if fast > FASTEST_RAD_S:
        return f"reach {fast:.0f} rad/s, faster than a limb turns; {DEGREES}."
    apart_deg = _apart_deg(turns)
    if apart_deg > MOST_APART_DEG:
        for advice, factor in OTHER_RATES.items():
            if _apart_deg(turns, factor) < AGREES_DEG:
                return f"{_turned_wrongly(apart_deg)}; {advice}."
    return ""


def _turned_wrongly(apart_deg: float) -> str:
    return f"turn gravity, as rad/s, to {apart_deg:.0f} degrees from where it is at the next rest"


def _turns(acc: Floats, turned: Floats) -> Iterator[Turn]:
    mean, size, shake = _half_seconds(acc)
    up = mean / np.where(size > 0.0, size, 1.0)[:, None]
    still = np.flatnonzero(shake < STILL_PART * size)
    for a, b in zip(still.tolist(), still[1:].tolist(), strict=False):
        far = float(up[a] @ up[b]) < np.cos(np.radians(LEAST_TURN_DEG))
        if far and (b - a) * WINDOW_STEPS * STEP_S <= LONGEST_TURN_S:
            middle = WINDOW_STEPS // 2
            yield up[a], up[b], turned[a * WINDOW_STEPS + middle:b * WINDOW_STEPS + middle]


def _apart_deg(turns: Sequence[Turn], factor: float = 1.0) -> float:
    """Between up in the next rest and where the rates times this factor turn it, in the middle of all turns.

    0 for too few of them.
    """
    from scipy.spatial.transform import Rotation

    if len(turns) < LEAST_TURNS:
        return 0.0
    expected = (reduce(mul, Rotation.from_rotvec(factor * steps)).inv().apply(up) for up, _, steps in turns)
    cosines = [float(up @ after) for up, (_, after, _) in zip(expected, turns, strict=True)]
    return float(np.degrees(np.median(np.arccos(np.clip(cosines, -1.0, 1.0)))))


def _half_seconds(acc: Floats) -> tuple[Floats, Floats, Floats]:
    """Mean (n, 3) of the accelerations in each half second, its size (n,) and how far they shake (n,)."""
    count = len(acc) // WINDOW_STEPS
    windows = acc[:count * WINDOW_STEPS].reshape(count, WINDOW_STEPS, 3)
    mean = windows.mean(axis=1)
    return mean, _length(mean), _length(windows - mean[:, None]).max(axis=1)


def _length(v: Floats) -> Floats:
    length: Floats = np.hypot(np.hypot(v[..., 0], v[..., 1]), v[..., 2])
    return length
