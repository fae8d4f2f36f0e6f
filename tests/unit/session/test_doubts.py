import pytest

from monitor.session.doubts import unsuitable
from monitor.snapshot import Severity
from monitor.values import Placement, Segment, Sensor, Side

SHANK = Placement(Side.LEFT, Segment.SHANK)


def sensor(**what):
    usual = {"rate_hz": 200.0, "acc_range_g": 16.0, "gyr_range_dps": 2000.0}
    return Sensor(SHANK, "patella", **{**usual, **what})


def test_a_usual_sensor_an_imported_one_and_one_that_has_said_nothing_are_suitable():
    assert unsuitable([sensor(), Sensor(SHANK, "samples", 40.0), None]) == []


@pytest.mark.parametrize(("what", "name", "words"), [
    ({"rate_hz": 25.0}, "left_shank_rate", "25 times a second"),
    ({"gyr_range_dps": 250.0}, "left_shank_range", "beyond 250 degrees per second"),
    ({"acc_range_g": 4.0}, "left_shank_range", "more than 4 g")])
def test_what_movement_goes_beyond_is_said_with_what_to_do(what, name, words):
    problem, = unsuitable([sensor(**what)])
    assert (problem.id, problem.severity) == (name, Severity.WARNING)
    assert words in problem.sentence
    assert "set it to" in problem.sentence
    assert "start again" in problem.sentence
