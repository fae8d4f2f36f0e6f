from dataclasses import replace

import numpy as np
import pytest

from calibration.model import CalibrationReason, Variant
from calibration.procedure import INSTRUCTIONS, MISSING, Procedure, Step
from monitor.values import Placement, Segment, Side
from monitor.virtual.imu import mounting

STILL, SWINGS, BENDS = (6,), (9, 3, 1, 30), (12, 4, 90, 55)
HALF = np.sqrt(0.5)
OUTER_RIGHT, OUTER_LEFT = np.array((1.0, 0.0, 0.0, 0.0)), np.array((0.0, 0.0, 1.0, 0.0))
FRONT, UPSIDE_DOWN = np.array((HALF, 0.0, HALF, 0.0)), np.array((0.0, 0.0, 0.0, 1.0))


@pytest.fixture
def walk_through(leg):
    """Feeds a movement to a procedure half a second at a time; returns the steps it went through."""
    def run(procedure, *moves, start_s=0.0, tapping=False, **how):
        motion = leg(*moves, noise=0.02, **how).motion
        motion = replace(motion, t_s=motion.t_s + start_s)
        steps = [procedure.step]
        for first in range(0, len(motion), 25):
            procedure.push(motion[first:first + 25])
            if procedure.step is not steps[-1]:
                steps.append(procedure.step)
        if procedure.step is Step.TAPS and not tapping:
            procedure.skip()
            steps.append(procedure.step)
        return steps
    return run


def guide(variant=Variant.STANDING, right_leg=True, declared=False):
    return Procedure(variant, right_leg, declared)


def test_done_well_it_goes_from_step_to_step_to_a_calibration(walk_through, guided):
    procedure = guide()
    assert walk_through(procedure, STILL, SWINGS, (1,), BENDS, (1,)) == list(Step)
    calibration = procedure.calibration
    assert procedure.refusal is None
    assert calibration.source == "guided"
    assert np.array(calibration.thigh.hinge) @ guided.thigh_hinge > 0.9995
    assert np.array(calibration.shank.hinge) @ guided.shank_hinge > 0.9995
    assert procedure.progress().sentence == "Calibrated"
    assert procedure.progress().progress == 1.0


def test_lying_down(walk_through):
    procedure = guide(Variant.LYING)
    assert "on your back" in procedure.progress().sentence
    moves = (STILL, (9, 3, 1, 30), (1,), (12, 4, 90, 45), (1,))
    assert walk_through(procedure, *moves, lying=True) == list(Step)
    assert procedure.calibration.variant is Variant.LYING


def test_each_step_says_what_to_do(walk_through):
    procedure = guide()
    assert procedure.progress().sentence == INSTRUCTIONS[Step.STILL, Variant.STANDING]
    walk_through(procedure, STILL)
    assert procedure.progress().sentence == INSTRUCTIONS[Step.SWINGS, Variant.STANDING]
    walk_through(procedure, SWINGS, (1,), start_s=6)
    assert procedure.progress().sentence == INSTRUCTIONS[Step.BENDS, Variant.STANDING]


def test_bars_show_how_far_each_step_is(walk_through):
    procedure = guide()
    walk_through(procedure, (2.5,))
    at_rest = procedure.progress()
    assert at_rest.stillness > 0.8
    assert 0.2 < at_rest.progress < 0.8
    assert at_rest.movement == 0.0
    walk_through(procedure, (5,), (3.5, 1.5, 1, 30), start_s=2.5)
    swinging = procedure.progress()
    assert swinging.step is Step.SWINGS
    assert swinging.progress == pytest.approx(1 / 3)
    assert swinging.movement > 0.9


def test_moving_instead_of_standing_still_waits_and_then_says_why(walk_through):
    procedure = guide()
    assert walk_through(procedure, (24, 8, 60, 30)) == [Step.STILL]
    assert procedure.progress().sentence == INSTRUCTIONS[Step.STILL, Variant.STANDING]
    assert procedure.progress().stillness < 0.2
    walk_through(procedure, (4, 1, 60, 30), start_s=24)
    assert procedure.progress().sentence == MISSING[Step.STILL]
    assert walk_through(procedure, (6,), start_s=28)[-1] is Step.SWINGS     # in the end still


def test_standing_on_without_a_swing_is_told(walk_through):
    procedure = guide()
    assert walk_through(procedure, (40,)) == [Step.STILL, Step.SWINGS]
    assert procedure.progress().sentence == MISSING[Step.SWINGS]


def test_hardly_bending_the_knee_is_told(walk_through):
    procedure = guide()
    walk_through(procedure, STILL, SWINGS, (1,), (30, 8, 20, 12))
    assert procedure.step is Step.BENDS
    assert procedure.progress().sentence == MISSING[Step.BENDS]
    assert procedure.calibration is None


def test_swings_of_the_hip_alone_are_no_bends(walk_through):
    """Lifting the straight leg tilts thigh and shank alike: the knee has not bent."""
    procedure = guide()
    walk_through(procedure, STILL, SWINGS, (1,), (16, 4, 1, 60), (1,))
    assert procedure.step is Step.BENDS
    assert procedure.refusal.reason is CalibrationReason.TOO_LITTLE_MOVEMENT
    assert procedure.progress().sentence == str(procedure.refusal)


def test_after_a_refused_movement_the_bends_alone_are_repeated(walk_through):
    procedure = guide()
    walk_through(procedure, STILL, SWINGS, (1,), (16, 4, 1, 60), (1,))
    assert walk_through(procedure, BENDS, (1,), start_s=33) == [Step.BENDS, Step.TAPS, Step.DONE]
    assert procedure.calibration is not None


@pytest.mark.parametrize(("thigh", "shank", "reason"), [
    ((0.0, 0.0, 0.0, 1.0), FRONT, CalibrationReason.UPSIDE_DOWN),
    (FRONT, OUTER_RIGHT, CalibrationReason.SWAPPED),
    (OUTER_LEFT, FRONT, CalibrationReason.WRONG_LEG),
])
def test_wrong_wear_is_refused_where_declared_and_not_judged_elsewhere(walk_through, thigh, shank, reason):
    how = {"thigh_mount": np.array(thigh), "shank_mount": np.array(shank)}
    moves = (STILL, SWINGS, (1,), BENDS, (0.5,))
    declared, undeclared = guide(declared=True), guide()
    walk_through(declared, *moves, **how)
    assert declared.refusal.reason is reason
    assert declared.step is Step.STILL
    assert declared.calibration is None
    assert declared.progress().sentence == str(declared.refusal)
    walk_through(undeclared, *moves, **how)
    assert undeclared.step is Step.DONE


def test_right_wear_is_accepted_where_declared(walk_through):
    procedure = guide(declared=True)
    walk_through(procedure, STILL, SWINGS, (1,), BENDS, (1,), thigh_mount=OUTER_RIGHT, shank_mount=FRONT)
    assert procedure.step is Step.DONE


def test_mending_the_wear_and_standing_still_again_goes_on(walk_through):
    procedure = guide(declared=True)
    walk_through(procedure, (8,), thigh_mount=UPSIDE_DOWN, shank_mount=FRONT)
    assert procedure.refusal is not None
    walk_through(procedure, (3, 1, 40, 20), STILL, SWINGS, (1,), BENDS, (1,), start_s=8,
                 thigh_mount=OUTER_RIGHT, shank_mount=FRONT)
    assert procedure.step is Step.DONE
    assert procedure.refusal is None


def test_swapped_sensors_are_spoken_of_until_all_of_the_movement_says_otherwise(walk_through):
    procedure = guide(declared=True)
    walk_through(procedure, STILL, SWINGS, (1,), BENDS, (0.5,), thigh_mount=FRONT, shank_mount=OUTER_RIGHT)
    walk_through(procedure, STILL, SWINGS, (1,), start_s=40, thigh_mount=FRONT, shank_mount=OUTER_RIGHT)
    assert procedure.step is Step.BENDS
    assert "swapped" in procedure.progress().sentence
    procedure.redo()
    walk_through(procedure, BENDS, (0.5,), start_s=60, thigh_mount=FRONT, shank_mount=OUTER_RIGHT)
    assert procedure.refusal.reason is CalibrationReason.SWAPPED


def test_sensors_put_right_after_they_were_swapped_calibrate(walk_through):
    procedure = guide(declared=True)
    walk_through(procedure, STILL, SWINGS, (1,), BENDS, (0.5,), thigh_mount=FRONT, shank_mount=OUTER_RIGHT)
    walk_through(procedure, (3, 1, 40, 20), STILL, SWINGS, (1,), BENDS, (1,), start_s=40,
                 thigh_mount=OUTER_RIGHT, shank_mount=FRONT)
    assert procedure.step is Step.DONE
    assert procedure.refusal is None


def test_redo_begins_the_step_again(walk_through):
    procedure = guide()
    walk_through(procedure, STILL, (6, 2, 1, 30))
    assert procedure.progress().progress > 0.5
    procedure.redo()
    assert (procedure.step, procedure.progress().progress) == (Step.SWINGS, 0.0)
    walk_through(procedure, SWINGS, (1,), BENDS, (1,), start_s=12)
    assert procedure.step is Step.DONE


def test_redo_of_the_still_pose_forgets_it(walk_through):
    procedure = guide()
    walk_through(procedure, (4,))
    procedure.redo()
    assert procedure.progress().progress == 0.0
    assert walk_through(procedure, (3,), start_s=4) == [Step.STILL]


def test_redo_when_done_starts_over(walk_through):
    procedure = guide()
    walk_through(procedure, STILL, SWINGS, (1,), BENDS, (1,))
    procedure.redo()
    assert procedure.step is Step.STILL


def test_nothing_more_is_taken_in_once_done(walk_through):
    procedure = guide()
    walk_through(procedure, STILL, SWINGS, (1,), BENDS, (1,))
    before = procedure.calibration
    walk_through(procedure, (5, 2, 50, 20), start_s=40)
    assert procedure.calibration is before


def test_lost_samples_do_not_stop_it(leg, walk_through):
    worn = leg(STILL, SWINGS, (1,), BENDS, (1,), noise=0.02).motion
    usable = np.random.default_rng(3).random(len(worn)) > 0.1
    procedure = guide()
    for first in range(0, len(worn), 25):
        procedure.push(replace(worn, usable=usable)[first:first + 25])
    assert procedure.calibration is not None


def test_moving_too_early_in_the_still_pose_is_told_until_it_is_still_again(walk_through):
    procedure = guide()
    assert walk_through(procedure, (3.5,), (3, 1, 60, 30)) == [Step.STILL]
    assert procedure.refusal.reason is CalibrationReason.MOVED
    assert "keep still again" in procedure.progress().sentence
    walk_through(procedure, (3.5,), start_s=6.5)
    assert procedure.refusal is None
    assert walk_through(procedure, (3,), start_s=10)[-1] is Step.SWINGS


@pytest.mark.parametrize(("step", "before"), [(Step.SWINGS, (STILL,)), (Step.BENDS, (STILL, SWINGS, (1,)))])
@pytest.mark.parametrize(("flag", "reason"), [("usable", CalibrationReason.SENSOR_MISSING),
                                              ("clipped", CalibrationReason.SATURATED)])
def test_a_spoilt_step_alone_is_repeated(leg, walk_through, step, before, flag, reason):
    procedure = guide()
    walk_through(procedure, *before)
    assert procedure.step is step
    part = leg((3, 0.75, 80, 50)).motion[:50]
    part = replace(part, t_s=part.t_s + 20.0)
    bad = np.ones(len(part), np.bool_)
    procedure.push(replace(part, usable=~bad, clipped=bad if flag == "clipped" else ~bad))
    assert (procedure.step, procedure.refusal.reason, procedure.refusal.step) == (step, reason, step)
    assert "repeat this step" in procedure.progress().sentence
    rest = (SWINGS, (1,), BENDS, (1,)) if step is Step.SWINGS else (BENDS, (1,))
    walk_through(procedure, *rest, start_s=21)
    assert procedure.refusal is None
    assert procedure.calibration is not None


def strapped(side, segment, rng, *, upside_down=False):
    """As the housing says, with the sloppiness of a person's own hands."""
    return mounting(Placement(side, segment), rng, upside_down=upside_down)[:, 0]


@pytest.mark.parametrize("seeds", [range(3), pytest.param(range(3, 100), marks=pytest.mark.soak)])
@pytest.mark.parametrize(("side", "swapped", "upside_down", "reason"), [
    (Side.RIGHT, False, "", None),
    (Side.RIGHT, True, "", CalibrationReason.SWAPPED),
    (Side.RIGHT, False, "thigh", CalibrationReason.UPSIDE_DOWN),
    (Side.RIGHT, False, "shank", CalibrationReason.UPSIDE_DOWN),
    (Side.LEFT, False, "", CalibrationReason.WRONG_LEG),
])
def test_sloppy_straps_never_hide_wrong_wear_nor_look_like_it(walk_through, seeds, side, swapped, upside_down,
                                                              reason):
    for seed in seeds:
        rng = np.random.default_rng(seed)
        mounts = [strapped(side, segment, rng, upside_down=segment == upside_down) for segment in Segment]
        thigh, shank = reversed(mounts) if swapped else mounts
        procedure = guide(declared=True)
        walk_through(procedure, STILL, SWINGS, (1,), BENDS, (0.5,), thigh_mount=thigh, shank_mount=shank)
        assert (procedure.refusal and procedure.refusal.reason) is reason, seed
        assert (procedure.calibration is None) is (reason is not None), seed
