"""Steps and heel raises: what counts is how far the body rises, and how it comes back."""

from dataclasses import replace

import numpy as np
import pytest

from monitor.exercises.engine import ExerciseEngine
from monitor.values import Side

RATE = 100.0
G = 9.80665
FOOT_ON_STEP = 74.0


def engine_of(leg, exercise=None):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise=exercise)
    engine.push(leg)
    engine.finish()
    return engine


def counted(leg, exercise):
    return [r for s in engine_of(leg, exercise).sets for r in s.reps]


def risen(make_leg, flexion, elevation, height_m):
    """A leg whose hip moves up and down as well."""
    upward = np.gradient(np.gradient(height_m, 1 / RATE), 1 / RATE) / G
    return make_leg(RATE, flexion=flexion, elevation=elevation,
                    thigh_dynamic_g=np.stack([upward, np.abs(upward)], axis=1))


@pytest.fixture
def step_ups(make_leg, make_strokes):
    """Foot on the step, up so that the knee is bent by `top` degrees, down, foot off; one for each top."""
    def make(*tops, share=None):
        bend, height = [], []
        for top in tops:
            rise = 0.25 * (FOOT_ON_STEP - top) / FOOT_ON_STEP
            bend += [(FOOT_ON_STEP, 0.9), (top, 1.0), (top, 0.5), (FOOT_ON_STEP, 1.2), (0.0, 0.9), (0.0, 1.0)]
            height += [(0.0, 0.9), (rise, 1.0), (rise, 0.5), (0.0, 1.2), (0.0, 0.9), (0.0, 1.0)]
        flexion, hip = (make_strokes(RATE, (0.0, 2.0), *course) for course in (bend, height))
        return risen(make_leg, flexion, 0.85 * flexion - 90.0, hip)
    return make


def test_up_and_down_is_one(step_ups):
    reps = counted(step_ups(4.0, 4.0, 4.0), "step_up")
    assert [r.rule for r in reps] == ["counted"] * 3
    assert all(r.form == () for r in reps)
    assert all(r.hold_s == pytest.approx(0.5, abs=0.1) for r in reps)


def test_a_step_up_that_stops_half_way_is_one_and_is_told(step_ups):
    reps = counted(step_ups(4.0, 34.0, 4.0), "step_up")
    assert [r.rule for r in reps] == ["counted"] * 3
    assert ["incomplete_range" in r.form for r in reps] == [False, True, False]
    assert reps[1].hold_s == pytest.approx(0.5, abs=0.1)


def test_a_foot_put_on_the_step_is_none(step_ups):
    assert [r.counted for r in counted(step_ups(4.0, 60.0, 4.0), "step_up")] == [True, False, True]


def test_who_seems_to_go_up_twice_was_not_up_the_first_time(make_leg, make_strokes):
    """A foot put on the step for long and taken off again: an accelerometer's error makes a height of it."""
    bend = [(FOOT_ON_STEP, 0.9), (FOOT_ON_STEP, 2.0), (0.0, 0.9), (0.0, 1.0)]
    up_down = [(FOOT_ON_STEP, 0.9), (4.0, 1.0), (4.0, 0.5), (FOOT_ON_STEP, 1.2), (0.0, 0.9), (0.0, 1.0)]
    rises = [(0.35, 3.8), (0.35, 1.0), (0.35, 0.9), (0.6, 1.0), (0.6, 0.5), (0.35, 1.2), (0.35, 1.9)]
    flexion, hip = (make_strokes(RATE, (0.0, 2.0), *course) for course in (bend + up_down, rises))
    reps = counted(risen(make_leg, flexion, 0.85 * flexion - 90.0, hip), "step_up")
    assert [r.rule for r in reps] == ["too_small", "counted"]


def test_nobody_comes_down_from_a_last_step(step_ups):
    up = step_ups(4.0)
    reps = counted(up[:round(4.6 * RATE)], "step_up")
    assert [r.rule for r in reps] == ["counted"]


@pytest.mark.parametrize(("height_m", "counts"), [(0.08, True), (0.045, True), (0.015, False)])
def test_a_heel_raise_counts_by_its_height(make_leg, make_strokes, height_m, counts):
    one = [(1.0, 0.9), (1.0, 1.0), (0.0, 1.2), (0.0, 1.2)]
    way = make_strokes(RATE, (0.0, 2.0), *(one * 3))
    reps = counted(risen(make_leg, 0 * way, 4.0 * way - 90.0, height_m * way), "heel_raise")
    assert [r.counted for r in reps] == [counts] * 3
    assert not counts or all(r.hold_s == pytest.approx(1.0, abs=0.15) for r in reps)


@pytest.mark.parametrize("from_s", [2.3, 3.0, 3.55, 4.6, 5.1])
def test_packets_lost_on_the_way_up_or_down_make_no_second_step(step_ups, from_s):
    leg = step_ups(4.0, 4.0)
    seconds = np.arange(len(leg)) / RATE
    lost = (seconds >= from_s) & (seconds < from_s + 0.2)
    force, dynamic = leg.thigh_acc_m_s2, leg.thigh_dynamic_g.copy()
    force[lost] = dynamic[lost] = 0.0
    leg = replace(leg, thigh_acc_m_s2=force, thigh_dynamic_g=dynamic, valid=~lost, interpolated=lost)
    assert [r.rule for r in counted(leg, "step_up")] == ["counted"] * 2


def with_an_error(leg):
    """An accelerometer that is off by a hundredth of g along a thigh that stands, by none across it."""
    off = np.stack([np.where(leg.flexion_deg < 15.0, 0.01, 0.0), np.zeros(len(leg))], axis=1)
    return replace(leg, thigh_dynamic_g=leg.thigh_dynamic_g + off)


def test_steps_are_told_from_lunges_by_the_height_they_end_at(step_ups):
    for leg in (step_ups(*[4.0] * 5), with_an_error(step_ups(*[4.0] * 5))):
        assert {s.exercise: len(s.reps) for s in engine_of(leg).sets} == {"step_up": 5}


def test_an_error_of_the_accelerometer_makes_no_steps_of_squats(make_leg, make_repeated):
    bend = make_repeated(RATE, 5, 85.0, lift_s=1.2, lower_s=1.4)
    squats = with_an_error(make_leg(RATE, flexion=bend, elevation=0.66 * bend - 90.0))
    assert {s.exercise: len(s.reps) for s in engine_of(squats).sets} == {"squat": 5}
