"""Steps: up and down again is one repetition, told apart by where the body ends."""

from __future__ import annotations

from dataclasses import replace

from monitor.exercises.definition import Exercise, Phases
from monitor.exercises.form import broken
from monitor.exercises.history import History
from monitor.exercises.phases import Now
from monitor.exercises.repetitions import Attempt, RepetitionCounter
from monitor.leg import LegBlock

_TOGETHER_S = 10.0     # a person stands on the step no longer before stepping down
_SURE_S = 2.5          # a rise is measured well for so long; its error grows with the square of time


class StepCounter:
    """Counts bends of the knee that carry the body up, and joins the way down to them.

    `push(a)` then `push(b)` equals `push(a joined with b)`.
    """

    def __init__(self, exercise: Exercise, phases: Phases, history: History, rate_hz: float, start_ns: int, *,
                 half_cm: float) -> None:
        self._bends = RepetitionCounter(exercise, phases, history, rate_hz, start_ns, hold_s=0.0)
        self._half_cm, self._rate_hz, self._form = half_cm, rate_hz, exercise.form
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
        up, self._up = self._up, None
        rise_cm = bend.repetition.measures.get("net_rise_cm")
        least_cm = self._half_cm * max(1.0, (bend.repetition.measures["cycle_s"] / _SURE_S) ** 2)
        rose = rise_cm is not None and rise_cm >= least_cm
        if up is not None and not rose and bend.first - up.last <= _TOGETHER_S * self._rate_hz:
            return self._whole(up, bend)
        if rise_cm is not None and abs(rise_cm) < least_cm:
            level = replace(bend.repetition, counted=False, rule="too_small", form=())
            return replace(bend, repetition=level)
        self._up = bend if rose else None
        return bend

    def _whole(self, up: Attempt, down: Attempt) -> Attempt:
        """Up and down as one; how straight the knee was on the step is known by now."""
        a, b = up.repetition, down.repetition
        measures = dict(a.measures)
        if "flexion_rest_deg" in b.measures:
            measures["flexion_top_deg"] = b.measures["flexion_rest_deg"]
        form = tuple(dict.fromkeys((*(r.id for r in self._form if broken(r, measures)), *a.form)))
        whole = replace(a, end_s=b.end_s, hold_s=max(0.0, b.start_s - a.end_s), measures=measures, form=form)
        return replace(up, repetition=whole, last=down.last, known_at=down.known_at, amends=True)
