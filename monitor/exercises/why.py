"""Why a repetition was counted or not: the rule, its limits and what was measured, in words."""

from __future__ import annotations

from collections.abc import Callable

from monitor.exercises.definition import Exercise
from monitor.exercises.form import SHORT_HOLD_SHARE, broken
from monitor.exercises.repetitions import OWN_TARGET_SHARE
from monitor.exercises.signature import KNOWN_ALLOWANCE, misfit
from monitor.exercises.vocabulary import amount, called
from monitor.results import ExerciseSet, Repetition

_ALWAYS = ("peak_deg", "range_deg", "lift_cm", "hold_s", "lifting_s", "lowering_s")
_EVIDENCE = {"evidence_tremor": "muscle tremor", "evidence_micro_motion": "a small movement of the leg"}


def why(exercise: Exercise, of: ExerciseSet, number: int) -> str:
    """The explanation of repetition `number` (from 1) of a set; raises `IndexError` when there is none."""
    return "\n".join([heading(exercise, of, number), *reasons(exercise, of, number),
                      measured(exercise, of.reps[number - 1])])


def heading(exercise: Exercise, of: ExerciseSet, number: int) -> str:
    """Which repetition it is, when it was, and whether it counted; raises `IndexError`."""
    if not 1 <= number <= len(of.reps):
        raise IndexError(f"the set has {len(of.reps)} repetitions, not {number}")
    repetition = of.reps[number - 1]
    verdict = "counted" if repetition.counted else "not counted"
    by = "" if repetition.rule == "counted" else f" ({repetition.rule.replace('_', ' ')})"
    return (f"{exercise.title}, repetition {number} of {len(of.reps)}, {repetition.start_s:.2f} s to "
            f"{repetition.end_s:.2f} s: {verdict}{by}.")


def reasons(exercise: Exercise, of: ExerciseSet, number: int) -> list[str]:
    """A sentence about the rule that decided, and one for each comment on the form."""
    repetition = of.reps[number - 1]
    said = [_rule(exercise, repetition), *(_comment(exercise, repetition, of, comment)
                                           for comment in repetition.form)]
    return [sentence for sentence in said if sentence]


def measured(exercise: Exercise, repetition: Repetition) -> str:
    """What was measured of it, as far as this exercise looks at it."""
    looked_at = dict.fromkeys([*_ALWAYS, *exercise.signature, *(rule.measure for rule in exercise.form)])
    found = [f"{called(name)} {amount(name, repetition.measures[name])}" for name in looked_at
             if name in repetition.measures]
    felt = [f"felt by {words}" for name, words in _EVIDENCE.items() if name in repetition.measures]
    return "Measured: " + ", ".join([*found, *felt]) + "."


def _rule(exercise: Exercise, repetition: Repetition) -> str:
    say = _RULES.get(repetition.rule)
    return say(exercise, repetition) if say is not None else ""


def _small(exercise: Exercise, repetition: Repetition) -> str:
    if exercise.phases is None:
        return "The movement stopped short of the end position."
    p, range_deg = exercise.phases, repetition.measures.get("range_deg", 0.0)
    changed, least = _changed(exercise, range_deg), amount(p.signal, p.least_deg)
    if range_deg < p.least_deg:
        return f"{changed} only; {least} is the least that counts."
    if p.half_cm is not None:
        height = amount("net_rise_cm", p.half_cm)
        return f"The body did not surely come to stand {height} higher or lower: no step was climbed."
    rise_cm = repetition.measures.get("peak_rise_cm", 0.0)
    if p.least_rise_cm is not None and rise_cm < p.least_rise_cm:
        least, rose = (amount("peak_rise_cm", value) for value in (p.least_rise_cm, rise_cm))
        return f"The body rose by {rose} only; {least} is the least that counts."
    return (f"{changed} only: below {p.own_share:.0%} of the person's own usual range, though above the "
            f"least of {least}.")


def _counted(exercise: Exercise, repetition: Repetition) -> str:
    if exercise.phases is None:
        return "It reached the end position and kept it."
    p, range_deg = exercise.phases, repetition.measures.get("range_deg", 0.0)
    if "tremor_ratio" in repetition.measures:
        ratio, hold = repetition.measures["tremor_ratio"], amount("hold_s", repetition.hold_s)
        return (f"The thigh's muscle tremor rose to {ratio:.1f} times that of the relaxed leg, and fell "
                f"again after {hold}.")
    took = amount("duration_s", repetition.measures.get("duration_s", 0.0))
    least, full = amount(p.signal, p.least_deg), amount(p.signal, p.target_deg)
    return (f"{_changed(exercise, range_deg)} (least {least}, full {full}) and came back, in {took} "
            f"({p.shortest_s:g} to {p.longest_s:g} s allowed). Posture and movement fit the exercise.")


def _changed(exercise: Exercise, range_deg: float) -> str:
    signal = exercise.phases.signal if exercise.phases is not None else "flexion_deg"
    return f"The {called(signal)} changed by {amount(signal, range_deg)}"


def _other(exercise: Exercise, repetition: Repetition) -> str:
    name = misfit(exercise, repetition.measures, allowance=KNOWN_ALLOWANCE)
    if name is None:
        return "The movement does not fit the exercise."
    low, high = (amount(name, limit) for limit in exercise.signature[name])
    return (f"The {called(name)} of {amount(name, repetition.measures[name])} is far from {low} to {high}, "
            "where it lies in this exercise.")


def _duration(exercise: Exercise, repetition: Repetition) -> str:
    if exercise.phases is None:
        return ""
    return (f"It took {amount('cycle_s', repetition.measures.get('cycle_s', 0.0))}; from "
            f"{exercise.phases.shortest_s:g} to {exercise.phases.longest_s:g} s it is a repetition.")


def _posture(exercise: Exercise, _: Repetition) -> str:
    wanted = " or ".join(name.replace("_", " ") for name in exercise.posture)
    return f"The posture at rest, before and after, was not {wanted}."


_RULES: dict[str, Callable[[Exercise, Repetition], str]] = {
    "counted": _counted,
    "too_small": _small,
    "too_short": _duration,
    "too_long": _duration,
    "other_movement": _other,
    "wrong_posture": _posture,
    "wrong_leg": lambda *_: "The plan is for the other leg.",
    "gap": lambda *_: "The sensors' signal was lost in it; nothing is counted across a gap.",
    "slipped": lambda *_: ("A strap seemed to have slipped in it; nothing is counted until it is calibrated "
                           "again."),
    "uncertain": lambda *_: "The angle was not certain in it; nothing is counted across that.",
    "not_verified": lambda *_: ("It was prompted and timed; neither muscle tremor nor a movement of the leg "
                                "was felt, so the contraction is not verified."),
    "left_the_chair": lambda *_: ("The person got up outside the rhythm of the others, and stood or sat for "
                                  "long then: no repetition."),
    "overruled": lambda *_: "The therapist decided.",
}


def _comment(exercise: Exercise, repetition: Repetition, of: ExerciseSet, comment: str) -> str:
    for rule in exercise.form:
        if rule.id == comment and broken(rule, repetition.measures):
            limit = rule.over if rule.over is not None else rule.under or 0.0
            side = "over" if rule.over is not None else "under"
            return (f"{rule.cue}: the {called(rule.measure)} was "
                    f"{amount(rule.measure, repetition.measures[rule.measure])}, {side} the limit of "
                    f"{amount(rule.measure, limit)}.")
    if comment == "short_hold":
        wanted = float((of.prescribed or {}).get("hold_s", exercise.dose.hold_s))
        return (f"Hold a little longer: it was held for {amount('hold_s', repetition.hold_s)}, under "
                f"{SHORT_HOLD_SHARE:.0%} of {wanted:g} s.")
    p = exercise.phases
    full = f"the full {amount(p.signal, p.target_deg)}" if p is not None else "a full one"
    return (f"Go a little further: the range was below {full}, or below {OWN_TARGET_SHARE:.0%} of the "
            "person's own usual range.")
