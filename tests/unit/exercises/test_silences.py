"""When the sensors were silent, whatever the blocks."""

import numpy as np
import pytest

from monitor.exercises.engine import ExerciseEngine
from monitor.exercises.silences import Silences
from monitor.leg import Posture, Reason
from monitor.values import Side

RATE = 100.0


def squats(make_leg, make_repeated, lost):
    bend = make_repeated(RATE, 4, 80.0)
    leg = make_leg(RATE, flexion=bend, elevation=0.6 * bend - 90.0, posture=Posture.STANDING)
    leg.reason[lost], leg.valid[lost], leg.oriented[lost] = Reason.NO_DATA, False, False
    return leg


@pytest.mark.parametrize("cuts", [(), (400,), (399, 400, 401, 550, 600)])
def test_a_silence_is_as_long_as_it_is_in_any_blocks(make_leg, make_repeated, cuts):
    leg, silences = squats(make_leg, make_repeated, slice(400, 600)), Silences(RATE)
    for first, last in zip((0, *cuts), (*cuts, len(leg)), strict=True):
        silences.push(leg[first:last], first)
    assert silences.seconds(0, len(leg)) == 2.0
    assert silences.seconds(500, 560) == 0.6
    assert silences.seconds(600, len(leg)) == 0.0


def test_a_set_is_kept_with_its_gap_and_nothing_is_counted_across_it(make_leg, make_repeated):
    leg = squats(make_leg, make_repeated, slice(620, 820))
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="squat")
    engine.push(leg)
    engine.finish()
    [one] = engine.sets
    assert one.notes == ("sensor signal lost for 2.0 s",)
    crossing = [r for r in one.reps if r.start_s < 6.2 and r.end_s > 8.2]
    assert not any(r.counted for r in crossing)
    assert sum(r.counted for r in one.reps) == 3


def test_a_silence_outside_of_the_set_is_none_of_its_own(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="squat")
    engine.push(squats(make_leg, make_repeated, np.r_[0:100]))
    engine.finish()
    assert engine.sets[0].notes == ()
