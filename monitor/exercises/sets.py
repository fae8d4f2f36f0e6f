"""Attempts gathered into sets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from monitor.exercises.repetitions import Attempt
from monitor.results import ExerciseSet, Repetition
from monitor.values import Side

# What is no attempt at the exercise at all: it neither opens nor prolongs a set.
OTHER = frozenset({"other_movement", "too_long", "too_short"})
SET_GAP_S = 25.0       # without an attempt, and the set is over; longer than any rest between two repetitions


@dataclass(slots=True)
class OpenSet:
    """The set under way."""

    exercise: str
    side: Side
    prescribed: dict[str, Any] | None = None
    attempts: list[Attempt] = field(default_factory=list)
    pain: int | None = None

    def take(self, attempt: Attempt) -> None:
        if attempt.amends and self.attempts:
            self.attempts[-1] = attempt
        elif self.attempts or attempt.repetition.rule not in OTHER:
            self.attempts.append(attempt)

    @property
    def repetitions(self) -> tuple[Repetition, ...]:
        return tuple(a.repetition for a in self.attempts)

    @property
    def counted(self) -> int:
        return sum(a.repetition.counted for a in self.attempts)

    def last_sample(self) -> int | None:
        """Where the last real attempt ended."""
        real = (a.last for a in reversed(self.attempts) if a.repetition.rule not in OTHER)
        return next(real, None)

    def closed(self, notes: tuple[str, ...] = ()) -> ExerciseSet | None:
        """The finished set, without what came after its last real attempt; None when there was none."""
        reps = list(self.repetitions)
        while reps and reps[-1].rule in OTHER:
            reps.pop()
        while self.counted and reps[0].rule in ("wrong_posture", "gap"):     # on the way to the start
            reps.pop(0)
        if not reps:
            return None
        return ExerciseSet(self.exercise, self.side, reps[0].start_s, reps[-1].end_s, tuple(reps),
                           self.prescribed, self.pain, notes)


def overruled(of: ExerciseSet, rep: int, counted: bool) -> ExerciseSet:
    """The set as the therapist sees repetition `rep` (from 1); unchanged when there is no such repetition."""
    if not 1 <= rep <= len(of.reps):
        return of
    changed = replace(of.reps[rep - 1], counted=counted, rule="overruled")
    return replace(of, reps=(*of.reps[:rep - 1], changed, *of.reps[rep:]))
