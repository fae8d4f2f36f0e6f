"""What is said: why, cues, pain and the questions that come later."""

import re

import numpy as np
import pytest

from monitor.exercises.coach import live_cue
from monitor.exercises.definition import SignalName, library
from monitor.exercises.engine import ExerciseEngine
from monitor.exercises.measures import FEATURES
from monitor.exercises.pain import PainLimits, advice
from monitor.exercises.vocabulary import amount, called
from monitor.exercises.why import why
from monitor.leg import Posture
from monitor.results import ExerciseSet, Repetition
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
    assert re.match(r"Straight leg raise, on the back, repetition 1 of 3, 2\.\d\d s to 8\.\d\d s: coun", good)
    assert "The thigh elevation changed by 30° (least 12°, full 18°) and came back, in 6." in good
    assert ": not counted (too small)." in small
    assert "The thigh elevation changed by 8° only; 12° is the least that counts." in small
    assert "Keep the knee straight: the largest knee flexion was 21°, over the limit of 10°." in bent
    assert "Measured: " in good


@pytest.mark.parametrize(("name", "measures", "said"), [
    ("step_up", {"range_deg": 72.0, "net_rise_cm": 2.0}, "The body did not surely come to stand 8 cm higher"),
    ("heel_raise", {"range_deg": 2.0, "peak_rise_cm": 2.1}, "The body rose by 2.1 cm only; 3.0 cm is"),
    ("squat", {"range_deg": 20.0}, "The knee flexion changed by 20° only; 30° is the least"),
    ("squat", {"range_deg": 35.0}, "only: below 40% of the person's own usual range")])
def test_why_a_movement_was_too_small(name, measures, said):
    attempt = Repetition(1.0, 3.0, 70.0, 0.0, counted=False, rule="too_small", measures=measures)
    assert said in why(library().get(name), ExerciseSet(name, Side.LEFT, 1.0, 3.0, (attempt,)), 1)


def test_no_name_of_the_program_is_shown_to_people(done):
    for number in range(1, 4):
        assert not re.search(r"[a-z]_[a-z]", why(RAISE, done, number))
    for name in FEATURES | {str(signal) for signal in SignalName}:
        assert called(name) == called(name).replace("_", " ")
        assert not called(name).endswith((" deg", " s", " g", " cm"))


@pytest.mark.parametrize(("name", "value", "said"), [
    ("range_deg", 83.4, "83°"), ("range_deg", 0.83, "0.8°"), ("hold_s", 0.04, "0.04 s"),
    ("hold_s", 3.0, "3.0 s"), ("hold_unrest_deg_s", 12.0, "12°/s"), ("travel_m_s", 1.25, "1.2 m/s"),
    ("held_tremor_db", -31.2, "-31 dB"), ("tremor_ratio", 3.14, "3.1 times"),
    ("something", 1.0, "1.0")])
def test_numbers_have_their_units(name, value, said):
    assert amount(name, value) == said


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
    assert ("Stop this exercise and ask your therapist" in advice(score, PainLimits())) is said


def test_the_limits_are_the_therapists():
    assert advice(4, PainLimits(stop_above=5)) == ""
    assert advice(1, PainLimits(stop_above=0))


@pytest.mark.parametrize(("score", "words"),
                         [(1, ""), (2, "Make it easier"), (5, "Make it easier"), (6, "Stop")])
def test_what_the_plan_aims_at_is_said_where_the_therapist_asks_for_it(score, words):
    assert advice(score, PainLimits(stop_above=5, ideal_below=2)).startswith(words)
    assert (advice(score, PainLimits(stop_above=5)) == "") is (score <= 5)
