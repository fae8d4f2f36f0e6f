"""Rising from a chair: what is counted, and what only looks like it."""

import numpy as np
import pytest

from monitor.exercises.engine import ExerciseEngine
from monitor.leg import Posture
from monitor.values import Side

RATE = 40.0
SEATED, UPRIGHT = 82.0, 2.0


def chair(make_leg, *parts, dynamic=None):
    """A leg whose thigh tilts so, with the knee bending along and the shank upright."""
    tilt = np.concatenate(parts)
    more = {} if dynamic is None else {"thigh_dynamic_g": np.stack([0 * dynamic, dynamic], axis=1)}
    return make_leg(RATE, flexion=tilt.copy(), elevation=tilt - 90.0, posture=Posture.SITTING, **more)


def rises(strokes, count, *, sit_s=1.0, stand_s=1.0, rise_s=1.2, start=SEATED):
    """So many times up and down again, from sitting."""
    one = [(UPRIGHT, rise_s), (UPRIGHT, stand_s), (SEATED, rise_s), (SEATED, sit_s)]
    return strokes(RATE, (start, 1.5), *(one * count), start=start)


def counted(leg, exercise="sit_to_stand", chunk=10**9):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise=exercise)
    for first in range(0, len(leg), chunk):
        engine.push(leg[first:first + chunk])
    engine.finish()
    return engine, sum(r.counted for s in engine.sets for r in s.reps)


@pytest.mark.parametrize(("sit_s", "stand_s", "rise_s"), [
    (0.1, 0.15, 0.6), (0.6, 0.5, 0.8), (1.0, 1.0, 1.2), (4.0, 3.0, 2.5)])
def test_quick_and_slow_rises_are_all_counted(make_leg, make_strokes, sit_s, stand_s, rise_s):
    leg = chair(make_leg, rises(make_strokes, 10, sit_s=sit_s, stand_s=stand_s, rise_s=rise_s))
    assert counted(leg)[1] == 10


def test_standing_first_and_ending_upright_counts_every_rise(make_leg, make_strokes):
    one = [(SEATED, 1.2), (SEATED, 1.0), (UPRIGHT, 1.2), (UPRIGHT, 1.0)]
    leg = chair(make_leg, make_strokes(RATE, (UPRIGHT, 20.0), *(one * 10), (UPRIGHT, 30.0), start=UPRIGHT))
    assert counted(leg)[1] == 10


def test_leaving_the_chair_after_the_last_one_is_no_repetition(make_leg, make_strokes):
    leaving = make_strokes(RATE, (SEATED, 8.0), (UPRIGHT, 1.2), (UPRIGHT, 30.0), start=SEATED)
    engine, count = counted(chair(make_leg, rises(make_strokes, 10), leaving))
    assert count == 10
    assert engine.sets[0].reps[-1].rule == "left_the_chair"


def test_getting_up_once_after_a_long_seat_is_no_exercise(make_leg, make_strokes):
    leg = chair(make_leg, make_strokes(RATE, (SEATED, 60.0), (UPRIGHT, 1.5), (UPRIGHT, 30.0), start=SEATED))
    assert counted(leg)[1] == 0


def test_a_rise_that_stops_short_is_kept_and_not_counted(make_leg, make_strokes):
    short = make_strokes(RATE, (SEATED, 1.5), (36.0, 0.8), (SEATED, 0.8), (SEATED, 1.0), start=SEATED)
    engine, count = counted(chair(make_leg, short, rises(make_strokes, 3)))
    assert count == 3
    assert engine.sets[0].reps[0].rule == "too_small"


def test_the_crouch_of_a_jump_is_no_seat(make_leg, make_strokes):
    crouch = make_strokes(RATE, (UPRIGHT, 3.0), (70.0, 0.45), (UPRIGHT, 0.35), (UPRIGHT, 0.5), (60.0, 0.3),
                          (UPRIGHT, 0.8), (UPRIGHT, 3.0), start=UPRIGHT)
    assert counted(chair(make_leg, crouch, crouch))[1] == 0


def test_a_jump_out_of_a_deep_crouch_is_no_rise(make_leg, make_strokes):
    crouch = make_strokes(RATE, (UPRIGHT, 3.0), (75.0, 0.6), (75.0, 0.8), (UPRIGHT, 0.3), start=UPRIGHT)
    flight = np.full(16, UPRIGHT)
    landing = make_strokes(RATE, (70.0, 0.25), (UPRIGHT, 1.0), (UPRIGHT, 4.0), start=UPRIGHT)
    dynamic = np.concatenate([np.full(len(crouch), 0.1), np.full(16, 1.0), np.full(len(landing), 0.1)])
    dynamic[len(crouch) + 16:len(crouch) + 24] = 3.0
    assert counted(chair(make_leg, crouch, flight, landing, dynamic=dynamic))[1] == 0


def test_a_brisk_rise_is_no_jump(make_leg, make_strokes):
    leg = rises(make_strokes, 5, rise_s=0.5)
    brisk = np.zeros(len(leg))
    brisk[np.abs(np.gradient(leg) * RATE) > 220.0] = 0.8
    assert 4 <= np.diff(np.flatnonzero(np.diff(brisk)))[0] <= 7      # for a tenth of a second and longer
    assert counted(chair(make_leg, leg, dynamic=brisk))[1] == 5


def test_a_soft_landing_that_stays_crouched_is_no_seat(make_leg, make_strokes):
    stand = make_strokes(RATE, (UPRIGHT, 3.0), start=UPRIGHT)
    flight = np.full(16, UPRIGHT)
    landing = make_strokes(RATE, (64.0, 0.25), (64.0, 0.9), (UPRIGHT, 0.8), (UPRIGHT, 4.0), start=UPRIGHT)
    dynamic = np.concatenate([np.full(len(stand), 0.1), np.full(16, 1.0), np.full(len(landing), 0.1)])
    dynamic[len(stand) + 16:len(stand) + 22] = 3.0
    assert counted(chair(make_leg, stand, flight, landing, dynamic=dynamic))[1] == 0


@pytest.mark.parametrize("seated", [56.0, 70.0, 90.0, 100.0])
def test_stools_and_low_chairs(make_leg, make_strokes, seated):
    one = [(UPRIGHT, 1.2), (UPRIGHT, 1.0), (seated, 1.2), (seated, 1.0)]
    leg = chair(make_leg, make_strokes(RATE, (seated, 1.5), *(one * 5), start=seated))
    assert counted(leg)[1] == 5


def test_walking_is_no_rise(make_leg):
    t = np.arange(round(60 * RATE)) / RATE
    tilt = 18 + 17 * np.sin(2 * np.pi * t / 1.1)
    knee = 30 + 30 * np.sin(2 * np.pi * t / 1.1)
    assert counted(make_leg(RATE, flexion=knee, elevation=tilt - 90.0))[1] == 0


def test_lying_down_and_getting_up_is_no_repetition(make_leg, make_strokes):
    thigh = make_strokes(RATE, (UPRIGHT, 5.0), (90.0, 3.0), (90.0, 30.0), (UPRIGHT, 3.0), (UPRIGHT, 5.0),
                         start=UPRIGHT)
    leg = make_leg(RATE, flexion=np.full(len(thigh), 5.0), elevation=thigh - 90.0, posture=Posture.SUPINE)
    assert counted(leg)[1] == 0


def test_three_blocks_with_walking_between(make_leg, make_strokes):
    t = np.arange(round(40 * RATE)) / RATE
    walk = 18 + 17 * np.sin(2 * np.pi * t / 1.1)
    sit = make_strokes(RATE, (SEATED, 1.5), (SEATED, 6.0), start=UPRIGHT)
    up = make_strokes(RATE, (SEATED, 6.0), (UPRIGHT, 1.3), (UPRIGHT, 8.0), start=SEATED)
    block = (walk, make_strokes(RATE, (UPRIGHT, 2.0), start=UPRIGHT), sit, rises(make_strokes, 10), up)
    leg = chair(make_leg, *block, *block, *block)
    assert counted(leg)[1] == 30
    engine, _ = counted(leg, exercise=None)
    assert sum(r.counted for s in engine.sets if s.exercise == "sit_to_stand" for r in s.reps) == 30


def test_the_time_upright_is_the_hold(make_leg, make_strokes):
    engine, _ = counted(chair(make_leg, rises(make_strokes, 4, stand_s=2.0)))
    assert all(r.hold_s == pytest.approx(2.0, abs=0.2) for r in engine.sets[0].reps)


def test_any_chunks_count_alike(make_leg, make_strokes):
    leg = chair(make_leg, rises(make_strokes, 5))
    whole = counted(leg)[0]
    assert all(counted(leg, chunk=c)[0].sets == whole.sets for c in (1, 3, 50))
