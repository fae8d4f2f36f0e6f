"""Strokes and holds are timed from the crossings, not from a threshold alone."""

import numpy as np
import pytest

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
