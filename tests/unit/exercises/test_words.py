"""What is said: why, cues, pain and the questions that come later."""

import numpy as np
import pytest

from monitor.exercises.coach import live_cue
from monitor.exercises.definition import library
from monitor.exercises.engine import ExerciseEngine
from monitor.exercises.pain import PainLimits, advice
from monitor.exercises.why import why
from monitor.leg import Posture
from monitor.values import Side

RATE = 100.0
RAISE = library().get("straight_leg_raise_supine")


@pytest.fixture
def done(make_leg, make_repeated):
    """A good raise, a small one, and one with a bent knee."""
    lifts = [make_repeated(RATE, 1, top, hold_s=3.0, lower_s=1.9) for top in (30.0, 8.0, 30.0)]
    lift, bend = np.concatenate(lifts), np.concatenate([0 * lifts[0], 0 * lifts[1], 0.7 * lifts[2]])
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise=RAISE.id)
    engine.push(make_leg(RATE, flexion=bend, elevation=lift, posture=Posture.SUPINE))
    engine.finish()
    return engine.sets[0]


def test_why_names_rule_limits_and_numbers(done):
    good, small, bent = (why(RAISE, done, n) for n in (1, 2, 3))
    assert "counted (rule 'counted')" in good
    assert "least 12, full 18" in good
    assert "not counted (rule 'too_small')" in small
    assert "Its range of 8.0 in SignalName" not in small
    assert "in thigh_elevation_deg is below the least of 12" in small
    assert "knee_not_locked" in bent
    assert "over 10" in bent
    assert "Measured: " in good


def test_why_of_a_repetition_that_is_not_there(done):
    with pytest.raises(IndexError, match="the set has 3 repetitions"):
        why(RAISE, done, 4)


def test_the_cue_mends_the_newest_attempt(done):
    assert live_cue(RAISE, ()) == RAISE.cue
    assert live_cue(RAISE, done.reps[:1]) == RAISE.cue
    assert live_cue(RAISE, done.reps[:2]) == "Go further for it to count"
    assert live_cue(RAISE, done.reps) == "Keep the knee straight"


@pytest.mark.parametrize("exercise", library().exercise, ids=lambda e: e.id)
def test_cues_are_short_enough_to_read_from_the_floor(exercise):
    assert all(len(text) <= 42 for text in (exercise.cue, *(rule.cue for rule in exercise.form)))


@pytest.mark.parametrize(("score", "said"), [(0, False), (3, False), (4, True), (10, True)])
def test_above_the_limit_the_patient_is_told_to_stop(score, said):
    assert ("stop this exercise and ask your therapist" in advice(score, PainLimits())) is said


def test_the_limits_are_the_therapists():
    assert advice(4, PainLimits(stop_above=5)) == ""
    assert advice(1, PainLimits(stop_above=0, ideal_below=0))
