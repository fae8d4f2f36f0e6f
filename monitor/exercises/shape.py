"""The course of one repetition: when lifting, holding and lowering began and ended, back-dated.

A hold is not the time above a threshold: half of lifting and lowering would count into it. The crossings of
half and 85 % of the way are taken from the signal, between samples, and the end of each stroke is
extrapolated from them as for a smooth reaching movement, x = 10 p^3 - 15 p^4 + 6 p^5 (Flash and Hogan 1985,
10.1523/JNEUROSCI.05-07-01688.1985), which passes them at p = 0.500 and 0.712.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.leg import Floats

_HALF, _MOST = 0.5, 0.85
_REST_OF_STROKE = (1 - 0.7117) / (0.7117 - 0.5)


@dataclass(frozen=True, slots=True)
class Shape:
    """Times in samples from the start of the slice, also between and a little outside; levels in degrees."""

    lift_start: float
    lift_end: float
    lower_start: float
    lower_end: float
    rest: float
    held: float

    @property
    def hold(self) -> float:
        return max(0.0, self.lower_start - self.lift_end)


def shape_of(values: Floats, summit: int, rest: float, hold_share: float) -> Shape:
    """The course of a movement from `rest` to its summit and back.

    Args:
        values: (n,) primary signal over the movement.
        summit: index of the sample farthest from rest.
        rest: level of rest before the movement.
        hold_share: share of the range above which the position counts as held.
    """
    way = (values - rest) * np.sign(values[summit] - rest)
    first, last = _run_above(way, summit, hold_share * way[summit])
    held = float(np.median(way[first:last + 1]))
    up_half, up_most = _rise(way, summit, _HALF * held), _rise(way, summit, _MOST * held)
    down_half, down_most = _fall(way, summit, _HALF * held), _fall(way, summit, _MOST * held)
    up, down = _REST_OF_STROKE * (up_most - up_half), _REST_OF_STROKE * (down_half - down_most)
    lift_end, lower_start = up_most + up, down_most - down
    if lift_end > lower_start:
        lift_end = lower_start = (lift_end + lower_start) / 2
    lift_start, lower_end = 2 * up_half - up_most - up, 2 * down_half - down_most + down
    sign = float(np.sign(values[summit] - rest))
    return Shape(lift_start, lift_end, lower_start, lower_end, rest, rest + sign * held)


def _run_above(way: Floats, summit: int, level: float) -> tuple[int, int]:
    below = np.flatnonzero(way < level)
    before, after = below[below < summit], below[below > summit]
    return (int(before[-1]) + 1 if before.size else 0,
            int(after[0]) - 1 if after.size else len(way) - 1)


def _rise(way: Floats, summit: int, level: float) -> float:
    """The last crossing of `level` upwards before the summit, in samples."""
    below = np.flatnonzero(way[:summit] < level)
    return 0.0 if not below.size else _between(way, int(below[-1]), level)


def _fall(way: Floats, summit: int, level: float) -> float:
    """The first crossing of `level` downwards after the summit, in samples."""
    below = np.flatnonzero(way[summit:] < level)
    return len(way) - 1.0 if not below.size else _between(way, summit + int(below[0]) - 1, level)


def _between(way: Floats, index: int, level: float) -> float:
    a, b = float(way[index]), float(way[index + 1])
    return index + (level - a) / (b - a) if b != a else float(index)
