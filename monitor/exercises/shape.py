"""The course of one repetition: when lifting, holding and lowering began and ended, back-dated.

A hold is not the time above a threshold: half of lifting and lowering would count into it. A stroke ends
where its speed does, and how it slows down tells where: from 30 % to 10 % of its highest speed a smooth
reaching movement (Flash and Hogan 1985, 10.1523/JNEUROSCI.05-07-01688.1985) takes 0.145 of range over highest
speed and needs 0.162 more, a sinusoidal one 0.102 and 0.050, one that slows evenly 0.067 and 0.017. Speed
tells, not height, because a tired leg sinks in the hold; but where sway hides the end of a stroke, it is over
when smooth reaching would be.
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
_TURNING = 0.06                # of the whole movement: turning round takes so long, and is no hold
_UNSEEN = 1.0                  # of the seen half of a stroke: so much of it may lie outside the slice


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
    above = slice(*_run_above(way, summit, hold_share * way[summit]))
    held = float(np.median(way[above]))
    lift_start, lift_end = _stroke(way, summit, held, rate_hz)
    last = len(way) - 1
    lower_end, lower_start = (last - t for t in _stroke(way[::-1], last - summit, held, rate_hz))
    if lower_start - lift_end < _TURNING * (lower_end - lift_start):
        lift_end = lower_start = (lift_end + lower_start) / 2
    return Shape(lift_start, lift_end, lower_start, lower_end, rest, rest + sign * held)


def _stroke(way: Floats, summit: int, held: float, rate_hz: float) -> tuple[float, float]:
    """When the stroke to the summit begins and ends, in samples."""
    half, most = _rise(way, summit, _HALF * held), _rise(way, summit, _MOST * held)
    reached = half + _HALF_STROKE * (most - half)
    start = max(half - _HALF_STROKE * (most - half), -_UNSEEN * half)
    slowed = _slowed(way, max(0, min(int(half), summit)), summit, held, rate_hz)
    return start, min(slowed, max(reached, most))


def _slowed(way: Floats, half: int, summit: int, held: float, rate_hz: float) -> float:
    """When the stroke that is half done at sample `half` comes to an end, by its speed."""
    around = max(1, round(_SPEED_OVER_S * rate_hz))
    padded = np.concatenate([np.full(around, way[0]), way, np.full(around, way[-1])])
    speed = (padded[2 * around:] - padded[:-2 * around]) / (2 * around)
    well = half + int(np.argmax(way[half:summit + 1] >= _WELL * held))
    fastest = float(speed[:well + 1].max())
    slow = np.flatnonzero(speed[well:] < _SLOW * fastest)
    own = held / fastest if fastest > 0.0 else 0.0
    if own <= 0.0 or not slow.size:
        return float(well)
    end = well + int(slow[0])
    still_fast = int(np.flatnonzero(speed[:end] >= _FAST * fastest)[-1])
    fast_until = _falls_to(speed, still_fast, _FAST * fastest)
    slow_from = _falls_to(speed, end - 1, _SLOW * fastest)
    return slow_from + own * float(np.interp((slow_from - fast_until) / own, *_SLOWING))


def _falls_to(speed: Floats, index: int, level: float) -> float:
    faster, slower = float(speed[index]), float(speed[index + 1])
    part = (faster - level) / (faster - slower) if faster != slower else 0.0
    return index + min(max(part, 0.0), 1.0)


def _run_above(way: Floats, summit: int, level: float) -> tuple[int, int]:
    below = np.flatnonzero(way < level)
    before, after = below[below < summit], below[below > summit]
    return (int(before[-1]) + 1 if before.size else 0,
            int(after[0]) if after.size else len(way))


def _rise(way: Floats, summit: int, level: float) -> float:
    """The last crossing of `level` upwards before the summit, in samples."""
    below = np.flatnonzero(way[:summit] < level)
    return 0.0 if not below.size else _between(way, int(below[-1]), level)


def _between(way: Floats, index: int, level: float) -> float:
    a, b = float(way[index]), float(way[index + 1])
    return index + (level - a) / (b - a) if b != a else float(index)
