"""Presses that hardly move, by muscle tremor and by micro-motion, against the patient's own relaxed leg.

Experimental: a strapped accelerometer may feel neither in some people. What it cannot confirm is timed by the
prompt and said to be so.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.exercises.definition import Exercise, Phases, SignalName
from monitor.exercises.history import History
from monitor.exercises.phases import Now, Phase
from monitor.exercises.repetitions import Attempt, RepetitionCounter
from monitor.leg import LegBlock

NOT_VERIFIED = "timed, contraction not verified"
# 8 dB is two and a half times the relaxed level; a working quadriceps raises it by 10 to 30 dB.
_TREMOR = {"signal": SignalName.TREMOR, "direction": "up", "start_deg": 8.0, "least_deg": 8.0,
           "target_deg": 8.0, "own_share": 0.0}
_PROGRESS = (Phase.READY, Phase.LIFTING, Phase.LOWERING, Phase.HOLDING)


class IsometricCounter:
    """Counts presses that tremor or micro-motion shows; `push(a)` then `push(b)` equals `push(a + b)`."""

    def __init__(self, exercise: Exercise, phases: Phases, history: History, rate_hz: float, start_ns: int, *,
                 hold_s: float) -> None:
        tremor = by_tremor(exercise, phases)
        self._tremor = RepetitionCounter(tremor, tremor.phases or phases, history, rate_hz, start_ns,
                                         hold_s=hold_s)
        self._motion = RepetitionCounter(exercise, phases, history, rate_hz, start_ns, hold_s=hold_s)
        self._until = 0

    def push(self, block: LegBlock, first: int) -> list[Attempt]:
        pressed = [_named(a, "tremor") for a in self._tremor.push(block, first)]
        moved = [_named(a, "micro_motion") for a in self._motion.push(block, first)]
        return [a for a in sorted(pressed + moved, key=lambda a: (a.last, a.first)) if self._is_new(a)]

    def finish(self) -> list[Attempt]:
        found = [*self._tremor.finish(), *self._motion.finish()]
        return [a for a in found if self._is_new(a)]

    @property
    def now(self) -> Now:
        """What the cue that is further on shows."""
        return max((self._tremor.now, self._motion.now),
                   key=lambda now: (_PROGRESS.index(now.phase), now.samples))

    def _is_new(self, attempt: Attempt) -> bool:
        """The two cues of one press are one press."""
        middle = (attempt.first + attempt.last) // 2
        if not attempt.repetition.counted or middle < self._until:
            return False
        self._until = attempt.last
        return True


def by_tremor(exercise: Exercise, phases: Phases) -> Exercise:
    """The exercise as muscle tremor shows it."""
    signature = {name: i for name, i in exercise.signature.items() if name != "range_deg"}
    return exercise.model_copy(update={"phases": phases.model_copy(update=_TREMOR), "signature": signature})


def _named(attempt: Attempt, evidence: str) -> Attempt:
    measures = attempt.repetition.measures | {f"evidence_{evidence}": 1.0}
    return replace(attempt, repetition=replace(attempt.repetition, measures=measures))
