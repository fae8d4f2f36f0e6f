"""Strokes and holds are timed from the crossings, not from a threshold alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from monitor.exercises.shape import shape_of

RATE = 100.0


@pytest.mark.parametrize("hold_s", [0.5, 3.0, 5.0])
@pytest.mark.parametrize("direction", [1.0, -1.0])
def test_a_hold_is_timed_between_the_strokes(make_strokes, hold_s, direction):
    way = direction * make_strokes(RATE, (0, 0.6), (30, 1.2), (30, hold_s), (0, 1.9), (0, 0.3))
    shape = shape_of(way, int(np.argmax(np.abs(way))), 0.0, 0.85, RATE)
    assert shape.hold / RATE == pytest.approx(hold_s, abs=0.06)
    assert shape.lift_start / RATE == pytest.approx(0.6, abs=0.05)
    assert shape.lower_end / RATE == pytest.approx(0.6 + 1.2 + hold_s + 1.9, abs=0.08)
    assert shape.held == pytest.approx(direction * 30, abs=0.1)


def test_unsteadiness_does_not_end_a_hold(make_strokes):
    way = make_strokes(RATE, (0, 0.6), (30, 1.2), (30, 3.0), (0, 1.9))
    way[180:480] += 1.5 * np.sin(np.arange(300) / 12)
    assert shape_of(way, int(np.argmax(way)), 0.0, 0.85, RATE).hold / RATE == pytest.approx(3.0, abs=0.2)


def test_without_a_hold_there_is_hardly_any(make_strokes):
    way = make_strokes(RATE, (0, 0.6), (60, 1.2), (0, 1.2))
    assert shape_of(way, int(np.argmax(way)), 0.0, 0.85, RATE).hold / RATE < 0.12


@settings(max_examples=300, deadline=None)
@given(values=arrays(np.float64, st.integers(1, 60), elements=st.floats(-90, 90)), place=st.floats(0, 1),
       rest=st.floats(-90, 90))
def test_any_course_has_a_shape(values, place, rest):
    """What is cut off by a gap or a pause may turn anywhere."""
    shape = shape_of(values, min(int(place * len(values)), len(values) - 1), rest, 0.85, 50.0)
    assert np.isfinite([shape.lift_start, shape.lift_end, shape.lower_start, shape.lower_end]).all()


PROFILES = {"minimum jerk": lambda p: p**3 * (10 - 15 * p + 6 * p**2),
            "sinusoidal": lambda p: (1 - np.cos(np.pi * p)) / 2, "parabolic": lambda p: p**2 * (3 - 2 * p)}


def raised(profile, lift_s, hold_s, lower_s, rate):
    """One movement of 30 degrees after 0.6 s of rest; 0.2 s of rest follow."""
    course = PROFILES[profile]
    t = np.arange(0.0, 0.6 + lift_s + hold_s + lower_s + 0.2, 1 / rate)
    up, down = ((t - start) / seconds for start, seconds in ((0.6, lift_s), (0.6 + lift_s + hold_s, lower_s)))
    return 30 * (course(np.clip(up, 0, 1)) - course(np.clip(down, 0, 1)))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("rate", [40.0, 100.0, 200.0])
@pytest.mark.parametrize(("lift_s", "lower_s"), [(0.7, 0.8), (1.2, 1.9), (2.0, 3.0), (0.8, 3.0)])
def test_people_may_move_as_they_like(profile, rate, lift_s, lower_s):
    way = raised(profile, lift_s, 2.0, lower_s, rate)
    shape = shape_of(way, int(np.argmax(way)), 0.0, 0.85, rate)
    assert shape.hold / rate == pytest.approx(2.0, abs=0.1)


def test_a_pause_on_the_way_is_no_part_of_the_hold(make_strokes):
    way = make_strokes(RATE, (0, 0.6), (15, 0.8), (15, 1.0), (30, 0.8), (30, 2.0), (0, 1.5), (0, 0.2))
    assert shape_of(way, int(np.argmax(way)), 0.0, 0.85, RATE).hold / RATE == pytest.approx(2.0, abs=0.1)


def test_a_leg_that_sinks_is_still_held(make_strokes):
    way = make_strokes(RATE, (0, 0.6), (30, 1.2), (23, 4.0), (0, 1.5), (0, 0.2))
    assert shape_of(way, int(np.argmax(way)), 0.0, 0.85, RATE).hold / RATE == pytest.approx(4.0, abs=0.3)
