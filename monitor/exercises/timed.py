"""Cyclic low-impact work: cadence and minutes of walking, cycling and stairs."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from monitor.exercises.definition import Cadence, Exercise, Phases
from monitor.exercises.history import History
from monitor.exercises.phases import Cycle, Ending
from monitor.exercises.repetitions import Movements
from monitor.exercises.signature import fit
from monitor.leg import LegBlock
from monitor.results import ExerciseSet
from monitor.values import Side

LOOK_HZ = 50.0            # often enough to tell what is being done
_LEAST_CYCLES = 5         # fewer steps are a change of place


@dataclass(slots=True)
class Bout:
    """Uninterrupted cyclic work; sample numbers."""

    first: int
    last: int
    cycles: int
    newest: int         # where the newest cycle began
    start_ns: int
    fit: float          # summed over the cycles

    @property
    def usual_fit(self) -> float:
        return self.fit / self.cycles

    def minutes(self, rate_hz: float) -> float:
        return (self.last - self.first) / rate_hz / 60.0

    def cadence_per_min(self, rate_hz: float) -> float:
        """Cycles of this leg a minute."""
        return self.cycles / max(self.minutes(rate_hz), 1e-9)


class CycleCounter:
    """Joins cycles that follow one another to bouts; `push(a)` then `push(b)` equals `push(a + b)`."""

    def __init__(self, exercise: Exercise, cadence: Cadence, history: History, rate_hz: float) -> None:
        self.bouts: list[Bout] = []
        self._exercise, self._cadence, self._history, self._rate_hz = exercise, cadence, history, rate_hz
        self._movements = Movements(_phases(cadence), rate_hz, max(1, round(rate_hz / LOOK_HZ)))
        self._open: Bout | None = None

    @property
    def current(self) -> Bout | None:
        """The bout under way, once it is long enough to be one."""
        return self._open if self._open is not None and self._open.cycles >= _LEAST_CYCLES else None

    @property
    def last_sample(self) -> int:
        """Where the newest cycle ended, 0 when there was none."""
        return max(self._open.last if self._open is not None else 0, self.bouts[-1].last if self.bouts else 0)

    def sets(self, side: Side, start_ns: int, prescribed: dict[str, Any] | None) -> list[ExerciseSet]:
        """The bouts as sets without repetitions, cadence and minutes in words."""
        found = []
        for bout in self.bouts:
            begun_s = (bout.start_ns - start_ns) * 1e-9
            words = (f"{bout.minutes(self._rate_hz):.1f} min, "
                     f"{bout.cadence_per_min(self._rate_hz):.0f} cycles of this leg a minute")
            length_s = (bout.last - bout.first) / self._rate_hz
            found.append(ExerciseSet(self._exercise.id, side, begun_s, begun_s + length_s, (), prescribed,
                                     None, (words,)))
        return found

    def push(self, block: LegBlock, first: int) -> list[Bout]:
        """The bout under way as it was after each of its cycles that end within the block."""
        return [replace(self.current) for cycle in self._movements.push(block, first)
                if self._take(cycle) and self.current is not None]

    def finish(self) -> None:
        self._close()

    def _take(self, cycle: Cycle) -> bool:
        start, end = cycle.start, cycle.end
        fitting = self._fit(start, end, cycle) if cycle.ending is Ending.RETURNED else -math.inf
        if fitting == -math.inf:
            return False
        shortest, longest = (limit * self._rate_hz for limit in self._cadence.period_s)
        if self._open is not None and shortest <= start - self._open.newest <= longest:
            self._open.newest, self._open.last, self._open.cycles = start, end, self._open.cycles + 1
            self._open.fit += fitting
            return True
        self._close()
        self._open = Bout(start, end, 1, start, self._history.time_ns(start), fitting)
        return True

    def _fit(self, start: int, end: int, cycle: Cycle) -> float:
        """How well a cycle fits the exercise, -inf when it is none of it."""
        shortest, longest = (limit * self._rate_hz for limit in self._cadence.period_s)
        if cycle.range_deg < self._cadence.least_deg or end - start > longest:
            return -math.inf
        leg = self._history.between(start - round(shortest), end)
        known = leg.flexion_deg[leg.valid]
        if not len(known):                       # a movement of the thigh is seen without the knee's angle
            return -math.inf
        found = {"flexion_min_deg": float(known.min()),
                 "flexion_max_deg": float(known.max()),
                 "thigh_elevation_max_deg": float(leg.thigh_elevation_deg.max()),
                 "thigh_elevation_rest_deg": float(np.median(leg.thigh_elevation_deg)),
                 "peak_dynamic_g": float(leg.shank_dynamic_g[:, 1].max())}
        return fit(self._exercise, found)

    def _close(self) -> None:
        if self.current is not None:
            self.bouts.append(self.current)
        self._open = None


def _phases(cadence: Cadence) -> Phases:
    least, longest_s = cadence.least_deg, 2 * cadence.period_s[1]
    return Phases(signal=cadence.signal, direction="up", start_deg=least / 2, least_deg=least,
                  target_deg=least, longest_s=longest_s, shortest_s=0.2, own_share=0.0)
