from dataclasses import replace

import numpy as np
import pytest

from calibration.assemble import assemble, bending_positively
from calibration.hinge_axis import fit_hinge, moving, relative_rotation
from calibration.knee_angle import flexion_rad, joint_rotation
from calibration.model import CalibrationError, CalibrationReason, Variant
from calibration.rotation import conjugate, multiply, rotate
from calibration.still_pose import still_poses


def assembled(worn, variant=Variant.STANDING, source="guided", **changes):
    motion = replace(worn.motion, **changes)
    return assemble(motion, still_poses(motion, 2.0)[0], moving(motion), variant, source)


def straight_deg(worn, calibration):
    """Flexion in the still pose, as the orientations and the calibration tell it."""
    pose, variant = still_poses(worn.motion, 2.0)[0], calibration.variant
    part = worn.motion.between(pose.from_s, pose.to_s)
    relative = relative_rotation(part, np.full(len(part), calibration.heading_offset_rad))
    joint = joint_rotation(relative, *(one.sensor_to_segment(variant)
                                       for one in (calibration.thigh, calibration.shank)))
    return np.degrees(flexion_rad(joint)) - calibration.zero_deg


def reason(worn, step="bends", **changes):
    with pytest.raises(CalibrationError) as refusal:
        assembled(worn, **changes)
    assert refusal.value.step == step
    return refusal.value.reason


def test_the_hinges_point_to_the_left_on_either_side_of_the_knee(guided):
    """The sign comes from the knee: it only flexes."""
    calibration = assembled(guided)
    assert np.array(calibration.thigh.hinge) @ guided.thigh_hinge > 0.9999
    assert np.array(calibration.shank.hinge) @ guided.shank_hinge > 0.9999
    np.testing.assert_allclose(calibration.thigh.up, guided.thigh_up, atol=5e-3)
    assert calibration.heading_offset_rad == pytest.approx(0.7, abs=0.01)
    assert (calibration.variant, calibration.source) == ("standing", "guided")


def test_its_quality_is_told(guided):
    quality = assembled(guided).quality
    assert quality.range_deg == pytest.approx(90.0, abs=4.0)
    assert quality.still_s == pytest.approx(6.0, abs=0.5)
    assert quality.repeatability_deg < 0.5
    assert quality.residual_deg < 0.5


def test_zero_is_the_still_pose(leg):
    """Whatever the sensors' mounting, flexion is zero where the knee was straight."""
    worn = leg((5,), (9, 3, 1, 30), (12, 4, 90, 55), (1,))
    calibration = assembled(worn)
    assert np.abs(straight_deg(worn, calibration)).max() < 0.5
    assert calibration.zero_sigma_deg == pytest.approx(0.25, rel=0.1)


def test_a_shorter_rest_makes_the_zero_less_sure(leg):
    short = assembled(leg((2.5,), (9, 3, 1, 30), (12, 4, 90, 55), (1,)))
    assert short.zero_sigma_deg == pytest.approx(0.25 * np.sqrt(5.0 / short.quality.still_s))
    assert short.zero_sigma_deg > 0.25


def test_lying_pose(leg):
    worn = leg((6,), (9, 3, 1, 30), (12, 4, 90, 45), lying=True)
    assert np.abs(straight_deg(worn, assembled(worn, Variant.LYING))).max() < 0.5


def test_a_fit_with_the_wrong_signs_is_turned_round(guided):
    motion, rows = guided.motion, moving(guided.motion)
    pose = still_poses(motion, 4.0)[0]
    fit = fit_hinge(motion, pose.thigh_up, pose.shank_up, rows)
    wrong = replace(fit, thigh=-fit.thigh, shank=-fit.shank, angle_rad=-fit.angle_rad)
    for one in (fit, wrong):
        right = bending_positively(one, motion, pose, rows)
        assert right.thigh @ guided.thigh_hinge > 0.99
        assert np.degrees(right.angle_rad[rows]).mean() > np.degrees(right.angle_rad[:250]).mean()


def test_hardly_any_movement_is_refused(leg):
    assert reason(leg((6,), (6, 2, 15, 8))) is CalibrationReason.TOO_LITTLE_MOVEMENT


def test_hardly_any_moving_time_is_refused(leg):
    assert reason(leg((6,), (0.5, 1, 60, 30))) is CalibrationReason.TOO_LITTLE_MOVEMENT


def test_a_strap_that_turns_between_the_bends_is_refused(guided):
    turned = np.where(np.arange(len(guided.motion)) > 1050, np.radians(70.0), 0.0)
    turn = np.stack((np.cos(turned / 2), 0 * turned, 0 * turned, np.sin(turned / 2)), axis=1)
    spoilt = reason(guided, shank_quat=multiply(guided.motion.shank_quat, turn))
    assert spoilt is CalibrationReason.NOT_REPEATABLE


def test_a_knee_that_was_bent_in_the_still_pose_is_refused(leg):
    bent = leg((6, 0, 45, 25), (1, -0.5, 45, 25), (16, 4, 110, 60), (1,))
    assert reason(bent, step="still") is CalibrationReason.NO_STILL_POSE


def test_how_sure_an_axis_is_depends_on_what_moved(leg):
    """Standing up hardly turns the shank; squats do; swings tell most."""
    chair = assembled(leg((6,), (12, 4, 85, 85), (1,)))
    squats = assembled(leg((6,), (12, 4, 90, 55), (1,)))
    guided = assembled(leg((6,), (9, 3, 1, 30), (1,), (12, 4, 90, 55), (1,)))
    assert chair.shank.hinge_sigma_deg > 15.0 > squats.shank.hinge_sigma_deg
    assert chair.thigh.hinge_sigma_deg < 12.0
    assert guided.shank.hinge_sigma_deg < 0.8 * squats.shank.hinge_sigma_deg


def test_swings_keep_the_axis_where_skin_slides_with_the_bending(leg):
    """The shank's sensor turns on its skin by 6 degrees as the knee bends."""
    worn = leg((6,), (9, 3, 1, 30), (1,), (12, 4, 90, 55), (1,), noise=0.02)
    slide = np.radians(6.0) * np.sin(np.radians(worn.flexion_deg))
    turn = np.stack((np.cos(slide / 2), *(np.sin(slide / 2) * worn.shank_up[i] for i in range(3))), axis=1)
    spoilt = replace(worn.motion, shank_quat=multiply(worn.motion.shank_quat, turn),
                     shank_gyr=rotate(conjugate(turn), worn.motion.shank_gyr))
    fits = [assemble(spoilt, still_poses(spoilt, 2.0)[0], rows, Variant.STANDING, "guided")
            for rows in (moving(spoilt), moving(spoilt) & (spoilt.t_s > 15.5))]
    with_swings, without = (abs(float(np.array(fit.shank.hinge) @ worn.shank_hinge)) for fit in fits)
    assert np.degrees(np.arccos(with_swings)) < 2.0
    assert with_swings > without


def test_a_level_leg_that_was_only_found_is_a_doubtful_zero(leg):
    worn = leg((6,), (9, 3, 1, 30), (12, 4, 90, 45), (1,), lying=True)
    found, asked = (assembled(worn, variant=Variant.LYING, source=source)
                    for source in ("automatic", "guided"))
    assert found.zero_sigma_deg > 2.0 > asked.zero_sigma_deg


def test_how_sure_the_gyros_biases_are_comes_from_the_rest(leg):
    calm, noisy = (assembled(leg((6,), (9, 3, 1, 30), (12, 4, 90, 55), noise=noise)) for noise in (0.01, 0.2))
    assert 0.0 < calm.thigh.gyr_bias_sigma_rad_s < noisy.thigh.gyr_bias_sigma_rad_s < 0.01
