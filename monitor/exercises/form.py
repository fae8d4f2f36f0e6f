"""Comments on the form of a counted repetition, from the rules of its exercise and the dose."""

from __future__ import annotations

from collections.abc import Mapping

from monitor.exercises.definition import Exercise, FormRule

SHORT_HOLD_SHARE = 0.8       # of the prescribed hold: a person counting in his head is within a fifth
COMMON = {"incomplete_range": "Go a little further", "short_hold": "Hold a little longer"}


def comments(exercise: Exercise, measures: Mapping[str, float], full_deg: float,
             hold_s: float) -> tuple[str, ...]:
    """Ids of what to say about a repetition, the exercise's own rules first.

    `full_deg` is the range of a full movement, `hold_s` the hold that is asked for.
    """
    own = [rule.id for rule in exercise.form if broken(rule, measures)]
    if measures["range_deg"] < full_deg:
        own.append("incomplete_range")
    if measures["hold_s"] < SHORT_HOLD_SHARE * hold_s:
        own.append("short_hold")
    return tuple(dict.fromkeys(own))


def broken(rule: FormRule, measures: Mapping[str, float]) -> bool:
    """Whether a measure lies beyond the rule's limit; a measure that could not be had breaks nothing."""
    if rule.measure not in measures:
        return False
    value = measures[rule.measure]
    return value > rule.over if rule.over is not None else value < (rule.under or 0.0)


def cue_of(exercise: Exercise, comment: str) -> str:
    """The short sentence for a comment."""
    own = {rule.id: rule.cue for rule in exercise.form}
    return own.get(comment) or COMMON[comment]
