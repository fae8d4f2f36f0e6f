"""Repetitions of real and of closed-form legs: counted, timed, refused with a reason."""

from dataclasses import replace

import numpy as np
import pytest

from monitor.exercises.coach import WHY_NOT
from monitor.exercises.engine import ExerciseEngine
from monitor.exercises.repetitions import hold_sigma_s
from monitor.leg import Posture, Reason
from monitor.values import Side

RATE = 100.0
REAL = [("SqDL", "squat", 5), ("SqHalfDL", "squat", 5), ("Lunge", "forward_lunge", 5),
        ("BulgSq", "split_squat", 5), ("BulgSq", "squat", 5), ("StepUpL", "step_up", 3),
        ("StepDnL", "step_up", 3)]


def done(leg, exercise):
    engine = ExerciseEngine(Side.RIGHT, leg.rate_hz, start_ns=0, exercise=exercise)
    engine.push(leg)
    engine.finish()
    return [r for s in engine.sets for r in s.reps]


def raises(make_leg, make_repeated, reps=6, top=32.0, bend=0.0, posture=Posture.SUPINE, **more):
    lift = make_repeated(RATE, reps, top, hold_s=3.0, lower_s=1.9, **more)
    return make_leg(RATE, flexion=bend * lift / top, elevation=lift, posture=posture,
                    facing="back" if posture is Posture.PRONE else "front")


@pytest.mark.parametrize(("recorded_as", "exercise", "number"),
                         [(a, b, i) for a, b, n in REAL for i in range(n)])
def test_every_cut_repetition_of_a_real_person_is_one(real, recorded_as, exercise, number):
    assert sum(r.counted for r in done(real(recorded_as, number), exercise)) == 1


@pytest.mark.parametrize("number", range(6))
def test_real_walking_is_no_squat(real, number):
    assert not any(r.counted for r in done(real("Walk", number), "squat"))


def test_raises_are_counted_and_their_holds_timed(make_leg, make_repeated):
    reps = done(raises(make_leg, make_repeated), "straight_leg_raise_supine")
    assert [r.rule for r in reps] == ["counted"] * 6
    assert all(r.hold_s == pytest.approx(3.0, abs=0.06) for r in reps)
    assert all(r.peak_deg == pytest.approx(32.0, abs=0.2) for r in reps)
    assert all(r.form == () for r in reps)


def test_a_bent_knee_is_said(make_leg, make_repeated):
    reps = done(raises(make_leg, make_repeated, bend=20.0), "straight_leg_raise_supine")
    assert all(r.counted and "knee_not_locked" in r.form for r in reps)


def test_a_small_attempt_is_kept_but_not_counted(make_leg, make_repeated):
    reps = done(raises(make_leg, make_repeated, reps=3, top=9.0), "straight_leg_raise_supine")
    assert [(r.counted, r.rule) for r in reps] == [(False, "too_small")] * 3


def test_less_than_a_full_range_is_said(make_leg, make_repeated):
    reps = done(raises(make_leg, make_repeated, reps=3, top=15.0), "straight_leg_raise_supine")
    assert all(r.counted and "incomplete_range" in r.form for r in reps)


def test_a_short_hold_is_said(make_leg, make_repeated):
    lift = make_repeated(RATE, 4, 32.0, hold_s=1.2, lower_s=1.9)
    leg = make_leg(RATE, flexion=np.zeros(len(lift)), elevation=lift, posture=Posture.SUPINE)
    assert all("short_hold" in r.form for r in done(leg, "straight_leg_raise_supine"))


def test_a_hasty_lowering_is_said(make_leg, make_repeated):
    lift = make_repeated(RATE, 4, 32.0, hold_s=3.0, lower_s=0.45)
    leg = make_leg(RATE, flexion=np.zeros(len(lift)), elevation=lift, posture=Posture.SUPINE)
    assert all("too_fast" in r.form for r in done(leg, "straight_leg_raise_supine"))


def test_the_wrong_posture_is_said_and_not_counted(make_leg, make_repeated):
    leg = raises(make_leg, make_repeated, posture=Posture.PRONE)
    reps = done(leg, "straight_leg_raise_supine")
    assert [(r.counted, r.rule) for r in reps] == [(False, "wrong_posture")] * 6


def test_nothing_is_counted_across_a_gap_and_the_set_is_kept(make_leg, make_repeated):
    lift = make_repeated(RATE, 5, 32.0, hold_s=3.0, lower_s=1.9)
    valid = np.ones(len(lift), bool)
    valid[1000:1100] = False                              # within the second
    leg = make_leg(RATE, flexion=np.zeros(len(lift)), elevation=lift, posture=Posture.SUPINE, valid=valid)
    reps = done(leg, "straight_leg_raise_supine")
    rules = [r.rule for r in reps if r.rule != "too_small"]
    assert rules == ["counted", "gap", "counted", "counted", "counted"]


@pytest.mark.parametrize(("reason", "rule"), [
    (Reason.NO_DATA, "gap"), (Reason.GAP, "gap"), (Reason.SETTLING, "gap"), (Reason.SLIPPED, "slipped"),
    (Reason.UNCERTAIN, "uncertain")])
def test_a_repetition_that_lost_its_angle_says_what_took_it(make_leg, make_repeated, reason, rule):
    bend = make_repeated(RATE, 5, 70.0, hold_s=1.0, lower_s=1.5)
    valid = np.ones(len(bend), bool)
    middle = int(np.flatnonzero(bend > 60.0)[0])
    valid[middle:middle + 100] = False                    # as the first is held
    leg = make_leg(RATE, flexion=bend, elevation=bend / 2, posture=Posture.STANDING, valid=valid)
    leg = replace(leg, reason=np.where(valid, Reason.NONE, reason).astype(np.uint8))
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="squat")
    engine.push(leg[:middle + 80])
    assert engine.progress().cue == WHY_NOT[rule]
    assert [r.rule for r in engine.progress().reps] == [rule]


def test_every_attempt_says_what_was_measured(make_leg, make_repeated):
    [first, *_] = done(raises(make_leg, make_repeated), "straight_leg_raise_supine")
    assert first.measures["ankle_rise_cm"] == pytest.approx(84.0 * np.sin(np.radians(32.0)), abs=0.5)
    assert first.measures["lowering_s"] == pytest.approx(1.9, abs=0.1)
    assert first.measures["lift_cm"] == first.measures["ankle_rise_cm"]


def test_a_hold_is_the_less_sure_the_slower_its_ends_are_passed():
    stroke = {"range_deg": 40.0, "lifting_s": 0.6, "lowering_s": 0.8}
    assert hold_sigma_s(stroke, 2.0) == pytest.approx(0.05)
    assert hold_sigma_s(stroke | {"lifting_s": 6.0, "lowering_s": 8.0}, 2.0) == pytest.approx(0.5)


def test_a_repetition_says_how_sure_its_hold_is(make_leg, make_repeated):
    [first, *_] = done(raises(make_leg, make_repeated), "straight_leg_raise_supine")
    assert abs(first.hold_s - 3.0) < 3.0 * first.hold_sigma_s < 1.0


def test_only_a_straight_leg_has_a_height_of_lift(make_leg, make_repeated):
    up = make_repeated(RATE, 3, 25.0, hold_s=2.0, lower_s=1.9)
    bridge = done(make_leg(RATE, flexion=80.0 + 0 * up, elevation=up, posture=Posture.SUPINE), "bridge")
    assert bridge
    assert not any("lift_cm" in one.measures for one in bridge)
