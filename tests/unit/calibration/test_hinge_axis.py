from dataclasses import replace

import numpy as np
import pytest

from calibration.hinge_axis import fit_hinge, hinge_heading_offset, moving, relative_rotation, twist
from calibration.rotation import conjugate, multiply, rotate


def degrees_apart(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.degrees(np.arccos(np.clip(a @ b, -1, 1))))


def fitted(worn, **changes):
    motion = replace(worn.motion, **changes)
    return fit_hinge(motion, worn.thigh_up, worn.shank_up, moving(motion))


def test_an_ideal_hinge_is_found_in_both_sensors(guided):
    fit = fitted(guided)
    sign = np.sign(fit.thigh @ guided.thigh_hinge)
    assert degrees_apart(sign * fit.thigh, guided.thigh_hinge) < 0.2
    assert degrees_apart(sign * fit.shank, guided.shank_hinge) < 0.2
    assert fit.residual_deg < 0.2
    angle = sign * np.degrees(fit.angle_rad)
    np.testing.assert_allclose(angle - angle[:250].mean(), guided.flexion_deg, atol=0.3)


def test_the_heading_of_the_shanks_earth_frame_is_found(guided):
    fit = fitted(guided)
    np.testing.assert_allclose(np.degrees(fit.offset_rad), np.degrees(0.7), atol=0.5)


@pytest.mark.parametrize("mount", [(1.0, 0.0, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0), (0.6, 0.0, 0.0, -0.8)])
def test_however_the_sensors_are_worn_their_axes_pair_up(leg, mount):
    """A shank sensor half a turn round the bone must not read the hinge the other way round."""
    worn = leg((6,), (9, 3, 1, 30), (12, 4, 90, 55), shank_mount=np.array(mount), noise=0.02)
    fit = fitted(worn)
    assert np.sign(fit.thigh @ worn.thigh_hinge) == np.sign(fit.shank @ worn.shank_hinge)


def test_gyro_bias_costs_little(leg):
    worn = leg((6,), (9, 3, 1, 30), (12, 4, 90, 55), bias_rad_s=(0.009, 0.009, -0.009), noise=0.02)
    fit = fitted(worn)
    assert degrees_apart(np.sign(fit.thigh @ worn.thigh_hinge) * fit.thigh, worn.thigh_hinge) < 1.0
    assert degrees_apart(np.sign(fit.shank @ worn.shank_hinge) * fit.shank, worn.shank_hinge) < 1.0


def test_wobbling_straps_show_in_the_residual(guided):
    count = len(guided.motion)
    wobble = np.radians(8.0) * np.sin(np.arange(count) / 3.0)
    turn = np.stack((np.cos(wobble / 2), 0 * wobble, np.sin(wobble / 2), 0 * wobble), axis=1)
    fit = fitted(guided, thigh_quat=multiply(guided.motion.thigh_quat, turn))
    assert fit.residual_deg > 3.0


def test_moving_means_fast_and_usable(guided):
    rows = moving(guided.motion)
    assert not rows[:295].any()
    assert rows[320:740].mean() > 0.5
    assert not moving(replace(guided.motion, usable=np.zeros(len(rows), np.bool_))).any()


def test_an_upright_hinge_has_no_say_in_heading(guided):
    """Lying on the side for a while, the hinge points to the sky; what was level before decides."""
    motion = guided.motion
    expected = hinge_heading_offset(motion, guided.thigh_hinge, guided.shank_hinge)
    part = slice(700, 740)
    thigh = motion.thigh_quat.copy()
    hinge = rotate(motion.thigh_quat[720], guided.thigh_hinge)
    across = np.array((hinge[1], -hinge[0], 0.0))
    on_side = np.concatenate(((np.sqrt(0.5),), np.sqrt(0.5) * across / np.sqrt(across @ across)))
    thigh[part] = multiply(on_side, thigh[part])
    assert abs(rotate(thigh[720], guided.thigh_hinge)[2]) > 0.99
    lying = replace(motion, thigh_quat=thigh)
    np.testing.assert_allclose(hinge_heading_offset(lying, guided.thigh_hinge, guided.shank_hinge), expected,
                               atol=np.radians(0.5))


def test_twist_counts_turns_about_the_hinge_only():
    axis = np.array((0.0, 0.6, 0.8))
    angles = np.radians([-170.0, -30.0, 0.0, 45.0, 170.0])
    about_axis = np.concatenate((np.cos(angles / 2)[:, None], np.sin(angles / 2)[:, None] * axis), axis=1)
    np.testing.assert_allclose(np.diff(np.unwrap(twist(about_axis, axis, axis))), np.diff(angles), atol=1e-12)


def test_relative_rotation_turns_shank_axes_into_thigh_axes(guided):
    motion = guided.motion
    relative = relative_rotation(motion, np.full(len(motion), 0.7))
    np.testing.assert_allclose(rotate(relative, guided.shank_hinge),
                               np.tile(guided.thigh_hinge, (len(motion), 1)), atol=1e-9)
    np.testing.assert_allclose(rotate(conjugate(relative[0]), guided.thigh_up), guided.shank_up, atol=1e-9)
