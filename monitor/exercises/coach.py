"""The one short sentence that a patient reads from three metres away."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.exercises.definition import Exercise
from monitor.exercises.form import cue_of
from monitor.results import Repetition

WHY_NOT = {
    "too_small": "Go further for it to count",
    "too_short": "Slower, please",
    "too_long": "Come back to the start",
    "wrong_posture": "Take the starting position",
    "other_movement": "That was another movement",
    "wrong_leg": "Other leg, please",
    "gap": "Sensor signal lost, once more",
    "slipped": "Not counted: a strap seems to have slipped",
    "uncertain": "The angle was not certain, once more",
    "left_the_chair": "",
}


def live_cue(exercise: Exercise, repetitions: Sequence[Repetition]) -> str:
    """What to say now: what to mend in the newest attempt, otherwise the exercise's own cue."""
    if not repetitions:
        return exercise.cue
    newest = repetitions[-1]
    if not newest.counted:
        return WHY_NOT.get(newest.rule) or exercise.cue
    return cue_of(exercise, newest.form[0]) if newest.form else exercise.cue
