"""When both segments of the leg are in free fall, and when they left and met the ground.

In the air the leg still swings, so that a single accelerometer sample reads up to 1.5 g in a real jump. The
mean specific force over 100 ms is what tells: swinging cancels out of it, weight does not. On real jumps and
drop landings both segments stay under 0.21 g, in squats, lunges, stairs and walking one of them stays over
0.6 g, and over 0.4 g even with straps that wobble hard.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.leg import Floats, LegBlock

GRAVITY_M_S2 = 9.80665
FLIGHT_MEAN_G = 0.3        # begins a fall
FALLING_MEAN_G = 0.65      # keeps it: a leg that reaches for the ground feels more
FLIGHT_WINDOW_S = 0.1
EDGE_G = 0.5               # crossing of take-off and contact: half of standing weight
LONGEST_FLIGHT_S = 1.2     # 1.8 m high; longer is a sensor that fell
PUSH_BEFORE_S = 0.5        # how long before the flight its push-off is looked for
_PUSH_G = 1.3
_REBOUND_G = -0.5
_REBOUND_S = 0.12


@dataclass(frozen=True, slots=True)
class Flight:
    """Take-off and contact in samples (fractions allowed) of the slice; `pushed`: a push-off was seen."""

    takeoff: float
    contact: float
    pushed: bool


class FreeFall:
    """Marks the samples that end 100 ms of free fall; `push(a)` then `push(b)` equals `push(a + b)`.

    `state` holds the (window - 1, 7) newest specific forces of thigh and shank, and where neither was heard;
    `falling` the newest mark.
    """

    def __init__(self, rate_hz: float) -> None:
        self._window = max(2, round(FLIGHT_WINDOW_S * rate_hz))
        self.state: Floats = np.tile([GRAVITY_M_S2] * 6 + [0.0], (self._window - 1, 1))
        self.falling = False

    def push(self, block: LegBlock) -> list[bool]:
        heard = ((block.thigh_acc_m_s2 != 0.0) | (block.shank_acc_m_s2 != 0.0)).sum(axis=1) > 0
        both = np.column_stack((block.thigh_acc_m_s2, block.shank_acc_m_s2, block.interpolated & ~heard))
        joined = np.concatenate([self.state, both])
        self.state = joined[len(joined) - (self._window - 1):].copy()
        total = joined[:len(both)].copy()
        for lag in range(1, self._window):
            total += joined[lag:lag + len(both)]
        squares = (total / (self._window * GRAVITY_M_S2)) ** 2
        mean = np.sqrt(np.maximum(squares[:, 0] + squares[:, 1] + squares[:, 2],
                                  squares[:, 3] + squares[:, 4] + squares[:, 5]))
        if not self.falling and not (mean < FLIGHT_MEAN_G).any():
            return [False] * len(mean)
        keeps = block.oriented | heard
        begins = block.oriented & (total[:, 6] == 0.0)
        return [self._step(*now) for now in zip(mean.tolist(), begins.tolist(), keeps.tolist(), strict=True)]

    def _step(self, mean_g: float, begins: bool, keeps: bool) -> bool:
        """What neither sensor felt begins no fall; but a fall goes on while one of them feels it."""
        least, can = (FALLING_MEAN_G, keeps) if self.falling else (FLIGHT_MEAN_G, begins)
        self.falling = can and mean_g < least
        return self.falling


def flight_of(leg: LegBlock, fall_first: int, fall_last: int) -> Flight:
    """The flight in a slice whose free fall is known to cover the samples `fall_first` to `fall_last`."""
    thigh, shank = felt_g(leg)
    both = np.minimum(thigh, shank)
    middle = (fall_first + fall_last) // 2
    contact = _contact(both, shank, middle, fall_last + round(FLIGHT_WINDOW_S * leg.rate_hz))
    takeoff, pushed = _takeoff(leg, both, fall_first)
    return Flight(takeoff, contact, pushed)


def felt_g(leg: LegBlock) -> tuple[Floats, Floats]:
    """(n,) each, the force on thigh and shank; where one sensor was not heard, what the other felt."""
    thigh, shank = norms_g(leg.thigh_acc_m_s2), norms_g(leg.shank_acc_m_s2)
    return np.where(thigh == 0.0, shank, thigh), np.where(shank == 0.0, thigh, shank)


def norms_g(acc: Floats) -> Floats:
    """Length of each (n, 3) specific force, in g."""
    squares = acc * acc
    lengths: Floats = np.sqrt(squares[:, 0] + squares[:, 1] + squares[:, 2]) / GRAVITY_M_S2
    return lengths


def _contact(both: Floats, shank: Floats, middle: int, latest: int) -> float:
    """Where the rise towards the impact begins: both segments feel the ground, the shank first."""
    impact = middle + int(np.argmax(both[middle:latest + 1]))
    under = np.flatnonzero(both[middle:impact] < EDGE_G)
    index = middle + int(under[-1]) if under.size else middle
    while index > middle and shank[index] > EDGE_G and shank[index - 1] < shank[index]:
        index -= 1
    rising = shank if shank[index] < EDGE_G else both
    return _crossing(rising, index)


def _takeoff(leg: LegBlock, both: Floats, fall_first: int) -> tuple[float, bool]:
    """The end of the push-off.

    Soft tissue (or a pocket) flies on when the leg leaves the ground and is pulled back: where the thigh
    rebounds, the middle of the rebound is the take-off; otherwise it is where the force falls through half of
    weight.
    """
    axial = leg.thigh_acc_m_s2[:, 1] / GRAVITY_M_S2
    start = max(0, fall_first - round(PUSH_BEFORE_S * leg.rate_hz))
    pushes = np.flatnonzero(axial[start:fall_first + 1] > _PUSH_G)
    if not pushes.size:
        return _fall_through(both, start, fall_first), False
    end = start + int(pushes[-1])
    rebound = end + int(np.argmin(axial[end:end + 1 + round(_REBOUND_S * leg.rate_hz)]))
    if axial[rebound] < _REBOUND_G:
        return float(rebound), True
    return _fall_through(both, end, fall_first), True


def _fall_through(both: Floats, start: int, fall_first: int) -> float:
    over = np.flatnonzero(both[start:fall_first + 1] >= EDGE_G)
    return float(start) if not over.size else _crossing(both, start + int(over[-1]))


def _crossing(values: Floats, index: int) -> float:
    if index + 1 >= len(values):
        return float(index)
    a, b = float(values[index]), float(values[index + 1])
    part = (EDGE_G - a) / (b - a) if b != a else 0.0
    return index + min(max(part, 0.0), 1.0)
