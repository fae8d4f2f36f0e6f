"""The course of one repetition: when lifting, holding and lowering began and ended, back-dated.

A hold is not the time above a threshold: half of lifting and lowering would count into it. A stroke ends
where its speed does, and how it slows down tells where: from 30 % to 10 % of its highest speed a smooth
reaching movement (Flash and Hogan 1985, 10.1523/JNEUROSCI.05-07-01688.1985) takes 0.145 of range over highest
speed and needs 0.162 more, a sinusoidal one 0.102 and 0.050, one that slows evenly 0.067 and 0.017. Speed
tells, not height, because a tired leg sinks in the hold.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.leg import Floats

_HALF, _WELL, _MOST = 0.5, 0.7, 0.85
_FAST, _SLOW = 0.3, 0.1        # of the highest speed of the stroke
_SLOWING = ((0.067, 0.102, 0.145), (0.017, 0.050, 0.162))    # from fast to slow, from slow to the end
_SPEED_OVER_S = 0.04           # before and after
_HALF_STROKE = 2.36            # in times from half to 85 % of the way, for smooth reaching

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


def shape_of(values: Floats, summit: int, rest: float, hold_share: float, rate_hz: float) -> Shape:
    """The course of a movement from `rest` to its summit and back.

    Args:
        values: (n,) primary signal over the movement.
        summit: index of the sample farthest from rest.
        rest: level of rest before the movement.
        hold_share: share of the range above which the position counts as held.
        rate_hz: of the samples.
    """
    sign = float(np.sign(values[summit] - rest))
    way = (values - rest) * sign
    first, last = _run_above(way, summit, hold_share * way[summit])
    held = float(np.median(way[first:last + 1]))
    back = way[::-1]
    lift_end = _stroke_end(way, summit, held, rate_hz)
    lower_start = len(way) - 1 - _stroke_end(back, len(way) - 1 - summit, held, rate_hz)
    if lift_end > lower_start:
        lift_end = lower_start = (lift_end + lower_start) / 2
    up_half, up_most = (_rise(way, summit, share * held) for share in (_HALF, _MOST))
    down_half, down_most = (_fall(way, summit, share * held) for share in (_HALF, _MOST))
    lift_start = up_half - _HALF_STROKE * (up_most - up_half)
    lower_end = down_half + _HALF_STROKE * (down_half - down_most)
    return Shape(lift_start, lift_end, lower_start, lower_end, rest, rest + sign * held)


def _stroke_end(way: Floats, summit: int, held: float, rate_hz: float) -> float:
    """When the stroke to the summit comes to an end, in samples."""
    around = max(1, round(_SPEED_OVER_S * rate_hz))
    padded = np.concatenate([np.full(around, way[0]), way, np.full(around, way[-1])])
    speed = (padded[2 * around:] - padded[:-2 * around]) / (2 * around)
    half = int(_rise(way, summit, _HALF * held))
    well = half + int(np.argmax(way[half:summit + 1] >= _WELL * held))
    fastest = float(speed[:well + 1].max())
    slow = np.flatnonzero(speed[well:] < _SLOW * fastest)
    if fastest <= 0.0 or not slow.size:
        return float(well)
    end = well + int(slow[0])
    still_fast = int(np.flatnonzero(speed[:end] >= _FAST * fastest)[-1])
    fast_until = _falls_to(speed, still_fast, _FAST * fastest)
    slow_from = _falls_to(speed, end - 1, _SLOW * fastest)
    own = held / fastest
    return slow_from + own * float(np.interp((slow_from - fast_until) / own, *_SLOWING))


def _falls_to(speed: Floats, index: int, level: float) -> float:
    part = (speed[index] - level) / (speed[index] - speed[index + 1])
    return index + float(min(max(part, 0.0), 1.0))


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
