from dataclasses import replace

import numpy as np
import pytest

from calibration.automatic import calibrate_automatically
from calibration.model import CalibrationError, CalibrationReason, Variant


def reason(motion):
    with pytest.raises(CalibrationError) as refusal:
        calibrate_automatically(motion)
    assert str(refusal.value).endswith(".")
    return refusal.value.reason


def test_a_recording_with_a_guided_movement_in_it(guided):
    calibration = calibrate_automatically(guided.motion)
    assert np.array(calibration.thigh.hinge) @ guided.thigh_hinge > 0.999
    assert np.array(calibration.shank.hinge) @ guided.shank_hinge > 0.999
    assert (calibration.source, calibration.variant) == ("automatic", Variant.STANDING)
    assert calibration.from_s < 6.0


def test_without_rest_there_is_nothing_to_call_zero(leg):
    assert reason(leg((20, 7, 80, 50)).motion) is CalibrationReason.NO_STILL_POSE


def test_without_movement_there_is_no_hinge(leg):
    assert reason(leg((20,), noise=0.02).motion) is CalibrationReason.TOO_LITTLE_MOVEMENT


def test_a_leg_that_only_swings_straight_is_refused(leg):
    refused = reason(leg((6,), (12, 4, 1, 30), (2,), noise=0.02).motion)
    assert refused is CalibrationReason.TOO_LITTLE_MOVEMENT


def test_one_sensor_given_twice_never_bends(guided):
    """Both tables' columns the same: nothing tells about a hinge, and nothing breaks."""
    one = guided.motion
    twice = replace(one, shank_acc=one.thigh_acc, shank_gyr=one.thigh_gyr, shank_quat=one.thigh_quat)
    assert reason(twice) is CalibrationReason.TOO_LITTLE_MOVEMENT


def test_a_silent_sensor_is_named_as_the_reason(guided):
    nothing = np.zeros(len(guided.motion), np.bool_)
    assert reason(replace(guided.motion, usable=nothing)) is CalibrationReason.SENSOR_MISSING


def test_standing_is_the_straight_leg_even_after_longer_sitting(leg):
    """Seated, the knee is at one end of its range too; only the thigh's direction tells."""
    worn = leg((20, 0, 90, 85), (1.5, -0.5, 90, 85), (4,), (12, 4, 90, 60), (8, 4, 50, 0), noise=0.02)
    calibration = calibrate_automatically(worn.motion)
    assert calibration.from_s > 20.0
    assert np.array(calibration.thigh.hinge) @ worn.thigh_hinge > 0.99


def test_a_long_rest_outweighs_many_short_holds(leg):
    held = ((90, 85), (30, 30), (60, 100), (45, 10), (75, 40))
    holds = [move for pose in held * 4 for move in ((1, 0.5, *pose), (3, 0, *pose), (1, -0.5, *pose))]
    worn = leg((7,), (12, 4, 80, 50), *holds, noise=0.02)
    assert calibrate_automatically(worn.motion).from_s < 1.0


def test_squats_alone_are_enough(leg):
    """Slow, flat movement: which way round the axes pair shows only in where the knee would be."""
    squats = leg((8,), (18, 6, 85, 50), (4,), noise=0.05)
    calibration = calibrate_automatically(squats.motion)
    assert np.array(calibration.thigh.hinge) @ squats.thigh_hinge > 0.99
    assert np.array(calibration.shank.hinge) @ squats.shank_hinge > 0.99
    assert calibration.quality.range_deg > 75.0


def test_a_person_who_only_lies(leg):
    lying = leg((8,), (9, 3, 1, 30), (1,), (12, 4, 90, 45), (1,), lying=True, noise=0.02)
    calibration = calibrate_automatically(lying.motion)
    assert calibration.variant is Variant.LYING
    assert np.array(calibration.thigh.hinge) @ lying.thigh_hinge > 0.99


def test_standing_is_a_better_zero_than_a_longer_rest_on_the_back(leg):
    """Lying, the knee is often a little bent."""
    worn = leg((4,), (12, 4, 90, 55), (2, 0.5, 8, 92), (30, 0, 8, 92), (2, -0.5, 8, 92), (2,), noise=0.02)
    calibration = calibrate_automatically(worn.motion)
    assert (calibration.variant, calibration.from_s < 1.0) == (Variant.STANDING, True)


def test_a_thigh_at_rest_leaves_its_axis_to_the_shank(leg):
    """As in a heel lifted in standing: the thigh's own rates are noise, and the knee's centre alone tells."""
    upright = np.array((1.0, 0.0, 0.0, 0.0))
    standing = leg((6,), (24, 4, 80, 0), (4,), noise=0.02, thigh_mount=upright, shank_mount=upright)
    calibration = calibrate_automatically(standing.motion, declared=True)
    assert np.array(calibration.thigh.hinge) @ standing.thigh_hinge > np.cos(np.radians(22.5))


def test_a_thigh_that_never_moved_may_have_been_in_a_seat(leg):
    """The shank hangs and swings in a seat as it does in standing, the one forwards, the other backwards."""
    never = leg((6,), (24, 4, 80, 0), (4,), noise=0.02).motion
    with pytest.raises(CalibrationError, match="cannot be told from sitting"):
        calibrate_automatically(never)


def test_who_rises_from_a_seat_without_ever_resting_up_there_is_not_taken_to_stand(leg):
    rising = leg((6, 0, 90, 85), (24, -8, 90, 85), (6, 0, 90, 85), noise=0.05).motion
    with pytest.raises(CalibrationError, match="never straight at rest"):
        calibrate_automatically(rising)


def test_a_moment_up_there_is_the_zero_where_all_long_rests_were_in_the_seat(leg):
    rise = ((1.3, -0.5, 90, 85), (0.9,), (1.3, 0.5, 90, 85), (1, 0, 90, 85))
    worn = leg((6, 0, 90, 85), *rise * 8, (6, 0, 90, 85), noise=0.02)
    calibration = calibrate_automatically(worn.motion)
    assert np.array(calibration.thigh.hinge) @ worn.thigh_hinge > 0.99
    assert np.array(calibration.thigh.up) @ worn.thigh_up > 0.99
    assert calibration.zero_sigma_deg > 3.0


def test_who_lies_on_the_front_is_not_taken_to_lie_on_the_back(leg):
    """Heels lifted over still, level thighs: the same as a knee that stretches in a seat, upside down."""
    curls = leg((6,), *((1.3, 0.5, 90, 0), (1.5, 0, 90, 0), (1.3, -0.5, 90, 0), (1,)) * 6, (4,), prone=True,
                noise=0.05).motion
    assert reason(curls) is CalibrationReason.NO_STILL_POSE
