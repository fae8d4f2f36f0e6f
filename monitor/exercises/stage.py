"""What a set is asked to be, and where in it the patient is: lifting, holding, resting, done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from monitor.exercises.definition import Exercise
from monitor.exercises.phases import Now, Phase

REST, DONE = "rest", "done"


@dataclass(frozen=True, slots=True)
class Asked:
    """The dose of one exercise: what is prescribed, and for the rest the library's usual.

    `hold_s` is that of a repetition, or how long to stand or walk; 0 repetitions, or 0 s to lift and to lower
    in, where nothing is asked.
    """

    sets: int
    reps: int
    hold_s: float
    rest_s: float
    lift_s: float
    lower_s: float

    @classmethod
    def of(cls, exercise: Exercise, prescribed: Mapping[str, Any] | None) -> Asked:
        usual, said = exercise.dose, prescribed or {}
        for_s = said.get("duration_s", usual.duration_s or 0.0)
        return cls(int(said.get("sets", usual.sets)), int(said.get("reps", usual.reps or 0)),
                   float(said.get("hold_s", usual.hold_s)) or float(for_s),
                   float(said.get("rest_s", usual.rest_s)), float(said.get("lift_s", 0.0)),
                   float(said.get("lower_s", 0.0)))


@dataclass(frozen=True, slots=True)
class Task:
    """An exercise, and how it came to be watched.

    Attributes:
        prescribed: its dose in the plan, None where it is in none.
        told: somebody said what it is; else it was recognised.
        wrong_leg: the plan is for the other leg, and nothing counts.
        prompted: somebody begins each set, and may be told when to press.
        done: how many of its sets there have been.
    """

    exercise: Exercise
    prescribed: dict[str, Any] | None = None
    told: bool = False
    wrong_leg: bool = False
    prompted: bool = False
    done: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """`phase` with the seconds spent in it and asked for it (0: free), and what is left of a rest."""

    phase: str
    phase_s: float
    tempo_s: float = 0.0
    rest_left_s: float = 0.0


def stage(now: Now, rate_hz: float, asked: Asked, *, last_set: bool, complete: bool,
          rested_s: float | None) -> Stage:
    """Where the patient is.

    `last_set`: no set follows this one; `complete`: every repetition of this set is done; `rested_s`: since
    the last set was done, None while one is under way.
    """
    spent_s = now.samples / rate_hz
    if now.phase is not Phase.READY:
        tempo = {Phase.LIFTING: asked.lift_s, Phase.LOWERING: asked.lower_s}
        return Stage(str(now.phase), spent_s, tempo.get(now.phase, 0.0))
    if complete and last_set:
        return Stage(DONE, spent_s)
    if rested_s is not None and rested_s < asked.rest_s:
        return Stage(REST, rested_s, rest_left_s=asked.rest_s - rested_s)
    return Stage(str(Phase.READY), spent_s)
