"""What is recognised unaided: what tells a squat from rising, from a swung leg and from lying down."""

import numpy as np
import pytest

from monitor.exercises.engine import ExerciseEngine
from monitor.leg import LegBlock, Posture
from monitor.values import Side

RATE = 50.0


def recognised(leg, chunk=10**9, exercise=None):
    """Exercise and counted repetitions of each set."""
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise=exercise)
    for start in range(0, len(leg), chunk):
        engine.push(leg[start:start + chunk])
    engine.finish()
    return [(s.exercise, sum(r.counted for r in s.reps)) for s in engine.sets]


@pytest.fixture
def squats_then_seat(make_leg, make_repeated, make_strokes):
    """Four squats of 85 degrees, the thigh turning two thirds of it, and a chair afterwards."""
    bend = make_repeated(RATE, 4, 85.0)
    sit = make_strokes(RATE, (85.0, 2.0), (85.0, 4.0))
    thigh = np.concatenate([0.66 * bend, sit])
    return make_leg(RATE, flexion=np.concatenate([bend, sit]), elevation=thigh - 90.0)


@pytest.mark.parametrize("chunk", [1, 5, 50, 400, 10**9])
def test_squats_before_a_seat_are_squats_in_any_blocks(squats_then_seat, chunk):
    assert recognised(squats_then_seat, chunk) == [("squat", 4)]


def without_the_knee(leg):
    """The same leg with the knee angle lost and the tilts kept."""
    kept = {n: getattr(leg, n) for n in LegBlock.__slots__ if n not in ("side", "rate_hz")}
    lost = {"flexion_deg": np.zeros(len(leg)), "valid": np.zeros(len(leg), bool)}
    return LegBlock(leg.side, leg.rate_hz, **(kept | lost))


def test_without_the_knee_angle_a_squat_is_taken_for_nothing_else(make_leg, make_repeated):
    bend = make_repeated(RATE, 6, 85.0)
    squats = make_leg(RATE, flexion=bend, elevation=0.66 * bend - 90.0)
    assert recognised(without_the_knee(squats)) == []


def test_without_the_knee_angle_a_leg_swung_forward_is_still_seen(make_leg, make_repeated):
    swing = make_repeated(RATE, 6, 35.0)
    leg = make_leg(RATE, flexion=np.zeros(len(swing)), elevation=swing - 90.0)
    assert recognised(without_the_knee(leg)) == [("standing_hip_flexion", 6)]


def test_without_the_knee_angle_rising_from_a_chair_is_still_seen(make_leg, make_strokes):
    one = [(2.0, 1.2), (2.0, 1.0), (82.0, 1.2), (82.0, 1.0)]
    thigh = make_strokes(RATE, (82.0, 1.5), *(one * 5), start=82.0)
    leg = make_leg(RATE, flexion=thigh, elevation=thigh - 90.0, posture=Posture.SITTING)
    assert recognised(without_the_knee(leg)) == [("sit_to_stand", 5)]


def test_lying_down_after_squats_is_no_squat(make_leg, make_repeated, make_strokes):
    bend = make_repeated(RATE, 4, 85.0)
    knee = np.concatenate([bend, make_strokes(RATE, (85.0, 2.0), (0.0, 3.0), (0.0, 3.0))])
    thigh = np.concatenate([0.66 * bend, make_strokes(RATE, (88.0, 2.0), (90.0, 3.0), (90.0, 3.0))])
    leg = make_leg(RATE, flexion=knee, elevation=thigh - 90.0)
    assert recognised(leg, exercise="squat") == [("squat", 4)]


def test_a_leg_taken_off_the_roll_is_no_extension(make_leg, make_strokes):
    extension = [(0.0, 1.3), (0.0, 5.0), (40.0, 2.0), (40.0, 1.0)]
    knee = make_strokes(RATE, (40.0, 2.0), *(extension * 4), (0.0, 1.5), (0.0, 1.0), (90.0, 2.5), start=40.0)
    thigh = make_strokes(RATE, (22.0, 2.0), *([(22.0, 9.3)] * 4), (0.0, 1.5), (0.0, 3.5), start=22.0)
    leg = make_leg(RATE, flexion=knee, elevation=thigh, posture=Posture.SUPINE)
    assert recognised(leg) == [("short_arc_quad", 4)]


def test_what_is_done_on_the_way_to_the_next_exercise_is_no_part_of_the_set(make_leg, make_repeated):
    bend = make_repeated(RATE, 4, 85.0)
    lying = np.arange(len(bend)) > (2.0 + 3 * 3.7 - 0.7) * RATE
    leg = make_leg(RATE, flexion=bend, elevation=0.66 * bend - 90.0,
                   posture=np.where(lying, Posture.PRONE, Posture.STANDING).astype(np.uint8))
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="squat")
    engine.push(leg)
    engine.finish()
    assert [[r.rule for r in s.reps] for s in engine.sets] == [["counted"] * 3]
