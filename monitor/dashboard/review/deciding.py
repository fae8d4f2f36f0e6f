"""Which signal decided what was said of a repetition, and the line it had to reach or to keep away from."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.dashboard.review.signals import OF_ARRAY
from monitor.exercises.definition import Exercise, FormRule, Kind, Phases, library
from monitor.exercises.form import broken
from monitor.exercises.signature import KNOWN_ALLOWANCE, misfit
from monitor.results import ExerciseSet, Repetition

SHOWN_IN = (("flexion", "flexion"), ("thigh_elevation", "elevation"), ("shank_elevation", "tilt"),
            ("peak_dynamic", "acceleration"), ("tremor", "tremor"))     # how a measure's name begins


@dataclass(frozen=True, slots=True)
class Decision:
    """`signal` is one of `signals.SIGNALS`; `level` in its unit, None where it was not the value itself.

    `from_rest` is how far from rest the level lies, where the rule is about the way and not the place.
    """

    signal: str
    level: float | None = None
    from_rest: float | None = None


def decision(done: ExerciseSet, place: int) -> Decision:
    """What decided repetition `place` of a set."""
    rep = done.reps[place]
    exercise = library().get(done.exercise) if done.exercise in library().ids else None
    if exercise is None:
        return Decision("flexion")
    if exercise.kind is Kind.LANDING:
        return Decision("acceleration")
    for rule in exercise.form:
        if rule.id in rep.form and broken(rule, rep.measures):
            return _by_form(exercise, rule)
    if rep.rule == "other_movement":
        name = misfit(exercise, rep.measures, allowance=KNOWN_ALLOWANCE) or ""
        return Decision(_signal_of(name) or _own_signal(exercise))
    if "tremor_ratio" in rep.measures:
        return Decision("tremor")
    return _by_range(exercise, exercise.phases, rep) if exercise.phases else Decision(_own_signal(exercise))


def _by_form(exercise: Exercise, rule: FormRule) -> Decision:
    signal = _signal_of(rule.measure)
    if signal is None:
        return Decision(_own_signal(exercise))
    absolute = rule.measure in ("flexion_held_deg", "flexion_max_deg", "flexion_min_deg", "flexion_top_deg")
    return Decision(signal, (rule.over if rule.over is not None else rule.under) if absolute else None)


def _signal_of(measure: str) -> str | None:
    return next((signal for start, signal in SHOWN_IN if measure.startswith(start)), None)


def _own_signal(exercise: Exercise) -> str:
    return OF_ARRAY[str(exercise.phases.signal)] if exercise.phases else "flexion"


def _by_range(exercise: Exercise, phases: Phases, rep: Repetition) -> Decision:
    """How far the signal had to go from its rest: the least that counts, or a full movement."""
    moved, signal = rep.measures.get("range_deg"), _own_signal(exercise)
    if moved is None or phases.least_rise_cm is not None:
        return Decision(signal)
    up = 1.0 if phases.direction == "up" else -1.0
    wanted = phases.target_deg if "incomplete_range" in rep.form else phases.least_deg
    return Decision(signal, rep.peak_deg + up * (wanted - moved), wanted)
