"""Why a repetition was counted or not: the rule, its limits and what was measured, in words."""

from __future__ import annotations

from collections.abc import Callable

from monitor.exercises.definition import Exercise
from monitor.exercises.form import SHORT_HOLD_SHARE, broken
from monitor.exercises.repetitions import OWN_TARGET_SHARE
from monitor.exercises.signature import KNOWN_ALLOWANCE, misfit
from monitor.results import ExerciseSet, Repetition


def why(exercise: Exercise, of: ExerciseSet, number: int) -> str:
    """The explanation of repetition `number` (from 1) of a set; raises `IndexError` when there is none."""
    if not 1 <= number <= len(of.reps):
        raise IndexError(f"the set has {len(of.reps)} repetitions, not {number}")
    repetition = of.reps[number - 1]
    verdict = "counted" if repetition.counted else "not counted"
    lines = [f"{exercise.title}, repetition {number} of {len(of.reps)}, {repetition.start_s:.2f} s to "
             f"{repetition.end_s:.2f} s: {verdict} (rule {repetition.rule!r}).", _rule(exercise, repetition)]
    lines += [f"Comment {form!r}: {_comment(exercise, repetition, of, form)}" for form in repetition.form]
    measured = (f"{name} {value:.2f}" for name, value in sorted(repetition.measures.items()))
    lines.append("Measured: " + ", ".join(measured))
    return "\n".join(line for line in lines if line)


def _rule(exercise: Exercise, repetition: Repetition) -> str:
    say = _RULES.get(repetition.rule)
    return say(exercise, repetition) if say is not None else ""


def _small(exercise: Exercise, repetition: Repetition) -> str:
    if exercise.phases is None:
        return "The movement stopped short of the end position."
    p, range_deg = exercise.phases, repetition.measures.get("range_deg", 0.0)
    return (f"Its range of {range_deg:.1f} in {p.signal} is below the least of {p.least_deg:g}, or below "
            f"{p.own_share:.0%} of the person's own usual range.")


def _counted(exercise: Exercise, repetition: Repetition) -> str:
    if exercise.phases is None:
        return "It reached the end position and kept it."
    p, range_deg = exercise.phases, repetition.measures.get("range_deg", 0.0)
    took_s = repetition.measures.get("duration_s", 0.0)
    return (f"{p.signal} left rest by {range_deg:.1f} (least {p.least_deg:g}, full {p.target_deg:g}) and "
            f"came back, in {took_s:.2f} s ({p.shortest_s:g} to {p.longest_s:g} s allowed); posture and "
            "movement fit the exercise.")


def _other(exercise: Exercise, repetition: Repetition) -> str:
    name = misfit(exercise, repetition.measures, allowance=KNOWN_ALLOWANCE)
    if name is None:
        return "The movement does not fit the exercise."
    low, high = exercise.signature[name]
    return (f"{name} of {repetition.measures[name]:.1f} is far outside of {low:g} to {high:g}, where it lies "
            "in this exercise.")


def _duration(exercise: Exercise, repetition: Repetition) -> str:
    if exercise.phases is None:
        return ""
    return (f"It took {repetition.measures.get('cycle_s', 0):.2f} s; {exercise.phases.shortest_s:g} to "
            f"{exercise.phases.longest_s:g} s are a repetition.")


_RULES: dict[str, Callable[[Exercise, Repetition], str]] = {
    "counted": _counted,
    "too_small": _small,
    "too_short": _duration,
    "too_long": _duration,
    "other_movement": _other,
    "wrong_posture": lambda e, _: f"The posture at rest, before and after, was not {' or '.join(e.posture)}.",
    "wrong_leg": lambda *_: "The plan is for the other leg.",
    "gap": lambda *_: "The sensors' signal was lost in it; nothing is counted across a gap.",
    "left_the_chair": lambda *_: "After a long seat the person got up and stayed up: leaving the chair.",
    "overruled": lambda *_: "The therapist decided.",
}


def _comment(exercise: Exercise, repetition: Repetition, of: ExerciseSet, comment: str) -> str:
    for rule in exercise.form:
        if rule.id == comment and broken(rule, repetition.measures):
            limit = f"over {rule.over:g}" if rule.over is not None else f"under {rule.under:g}"
            return f"{rule.measure} is {repetition.measures[rule.measure]:.2f}, {limit}. {rule.cue}."
    if comment == "short_hold":
        wanted = float((of.prescribed or {}).get("hold_s", exercise.dose.hold_s))
        return f"held {repetition.hold_s:.2f} s, under {SHORT_HOLD_SHARE:.0%} of {wanted:g} s."
    target = exercise.phases.target_deg if exercise.phases is not None else 0.0
    return (f"the range is below the full {target:g}, or below {OWN_TARGET_SHARE:.0%} of the person's own "
            "usual range.")
