"""Steps: up and down again is one repetition, told apart by where the body ends."""

from __future__ import annotations

from dataclasses import replace

from monitor.exercises.definition import Exercise, Phases
from monitor.exercises.history import History
from monitor.exercises.phases import Now
from monitor.exercises.repetitions import Attempt, RepetitionCounter
from monitor.leg import LegBlock

_TOGETHER_S = 10.0     # a person stands on the step no longer before stepping down


class StepCounter:
    """Counts bends of the knee that carry the body up, and joins the way down to them.

    `push(a)` then `push(b)` equals `push(a joined with b)`.
    """

    def __init__(self, exercise: Exercise, phases: Phases, history: History, rate_hz: float, start_ns: int, *,
                 half_cm: float) -> None:
        self._bends = RepetitionCounter(exercise, phases, history, rate_hz, start_ns, hold_s=0.0)
        self._half_cm, self._rate_hz = half_cm, rate_hz
        self._up: Attempt | None = None

    def push(self, block: LegBlock, first: int) -> list[Attempt]:
        return [self._pair(bend) for bend in self._bends.push(block, first)]

    def finish(self) -> list[Attempt]:
        return [self._pair(bend) for bend in self._bends.finish()]

    @property
    def now(self) -> Now:
        return self._bends.now

    def _pair(self, bend: Attempt) -> Attempt:
        if not bend.repetition.counted:
            return bend
        rise_cm = bend.repetition.measures.get("net_rise_cm")
        if rise_cm is None:
            return bend
        if abs(rise_cm) < self._half_cm:
            level = replace(bend.repetition, counted=False, rule="too_small", form=())
            return replace(bend, repetition=level)
        up, self._up = self._up, bend if rise_cm > 0 else None
        if rise_cm > 0 or up is None or bend.first - up.last > _TOGETHER_S * self._rate_hz:
            return bend
        whole = replace(up.repetition, end_s=bend.repetition.end_s,
                        hold_s=max(0.0, bend.repetition.start_s - up.repetition.end_s))
        return replace(up, repetition=whole, last=bend.last, known_at=bend.known_at, amends=True)
