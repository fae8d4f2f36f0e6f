"""Simulated patients who each do one set, and what a session makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from monitor.exercises.definition import Kind, library
from monitor.exercises.engine import ExerciseEngine
from monitor.results import BalanceTrial, ExerciseSet, Landing
from monitor.session import Session
from monitor.values import Side
from monitor.virtual.motions.programme import REPETITIONS
from monitor.virtual.motions.spec import Spec
from monitor.virtual.simulate import simulate

DAILY = "daily_activity"
DAILY_S = 600
LANDING_RATE_HZ = 200      # peaks under 200 Hz are lower bounds
COMMON_ERRORS = ("incomplete_range", "too_fast")


@dataclass(frozen=True)
class Seen:
    """What an engine made of one patient."""

    sets: tuple[ExerciseSet, ...]
    landings: tuple[Landing, ...]
    balance: tuple[BalanceTrial, ...]

    @classmethod
    def by(cls, engine: ExerciseEngine) -> Self:
        return cls(engine.sets, engine.landings, engine.balance)


@dataclass(frozen=True)
class Followed:
    """One patient's set: what truly happened, what was seen when told the exercise and when not."""

    events: dict[str, Any]
    told: Seen
    unaided: Seen


def spec_of(name: str, seed: int) -> Spec:
    """What the patient is asked to do; every second seed with form errors, a partial repetition, a pause."""
    if name == DAILY:
        return Spec(name, DAILY_S)
    if name not in REPETITIONS:
        return Spec(name)
    usual = REPETITIONS[name]
    tempo = (0.85, 1.0, 1.2)[seed % 3]
    if seed % 2 == 0 or usual.reps < 8:
        return Spec(name, tempo=tempo)
    errors = [*usual.errors, *(("short_hold",) if usual.hold_s >= 2 else ())]
    if library().get(name).kind is Kind.REPETITION:
        errors += [e for e in COMMON_ERRORS if e == "incomplete_range" or "too_fast" in rules(name)]
    error = errors[seed // 2 % len(errors)] if errors else None
    return Spec(name, tempo=tempo, form_error=error, form_error_reps=(3, 6, 8), partial_reps=(5,),
                pause_after=(4,))


def rules(name: str) -> set[str]:
    return {rule.id for rule in library().get(name).form if rule.measure == "lowering_s"}


def rate_of(name: str, rate_hz: int) -> int:
    hops = name in library().ids and library().get(name).kind is Kind.LANDING
    return max(rate_hz, LANDING_RATE_HZ) if hops else rate_hz


def follow(job: tuple[str, int, int]) -> Followed:
    """One patient's set of an exercise, by its name, a seed and a rate; one in two wears it on the left."""
    name, seed, rate_hz = job
    side = Side.LEFT if seed % 2 else Side.RIGHT
    simulation = simulate(["calibration", spec_of(name, seed)], seed=seed, rate_hz=rate_hz, side=side)
    session = Session(side, exercise=name if name in library().ids else None)
    blocks = [block for start in range(0, len(simulation.inputs), 2000)
              for block in session.push(simulation.inputs[start:start + 2000]).blocks]
    session.finish()
    assert session.engine is not None
    unaided = ExerciseEngine(side, blocks[0].rate_hz, start_ns=session.told.zero_ns or 0)
    for block in blocks:
        unaided.push(block)
    unaided.finish()
    return Followed(dict(simulation.truth.events), Seen.by(session.engine), Seen.by(unaided))
