from dataclasses import replace

import numpy as np
import pytest

from calibration.hinge_axis import moving, relative_rotation
from calibration.joint_centre import fit_joint_centre
from calibration.rotation import conjugate, rotate

THIGH_MOUNT, SHANK_MOUNT = np.array((0.36, 0.48, -0.64, 0.48)), np.array((0.8, 0.0, 0.36, 0.48))
THIGH_SENSOR_M, SHANK_SENSOR_M = np.array((0.02, 0.16, 0.06)), np.array((0.05, -0.12, 0.0))


@pytest.fixture
def lively(leg):
    """Hip and knee each at their own pace, as fast as a lively person."""
    return leg((20, 13, 70, 0), (20, 16, 60, 50))


def centre_of(worn, heading_rad=0.7, rows=None):
    motion = worn.motion
    relative = relative_rotation(motion, np.full(len(motion), heading_rad))
    return fit_joint_centre(motion, relative, moving(motion) if rows is None else rows)


def test_the_levers_in_the_plane_of_movement_are_found(lively):
    centre = centre_of(lively)
    thigh, shank = rotate(THIGH_MOUNT, centre.thigh_m), rotate(SHANK_MOUNT, centre.shank_m)
    np.testing.assert_allclose(thigh[:2], THIGH_SENSOR_M[:2], atol=0.02)
    np.testing.assert_allclose(shank[:2], SHANK_SENSOR_M[:2], atol=0.02)


def test_an_earth_frame_half_a_turn_off_leaves_much_over(lively):
    """What tells the two possible pairings of the hinges apart."""
    assert centre_of(lively, 0.7 + np.pi).residual_m_s2 > 3.0 * centre_of(lively).residual_m_s2


def test_noise_shows_in_sigma(lively):
    noise = np.random.default_rng(1).standard_normal(lively.motion.thigh_acc.shape)
    noisy = replace(lively, motion=replace(lively.motion, thigh_acc=lively.motion.thigh_acc + noise))
    assert (centre_of(noisy).thigh_sigma_m > centre_of(lively).thigh_sigma_m).all()


def test_too_little_to_go_by(lively, leg):
    assert centre_of(lively, rows=np.arange(len(lively.motion)) < 49) is None
    motionless = leg((10,))
    assert centre_of(motionless, rows=np.ones(500, np.bool_)) is None


def test_up_the_bone_is_seen_from_the_knee(guided):
    """The lever of a standing thigh's sensor points up: how a rest is known to be standing."""
    centre = centre_of(guided)
    thigh_up = rotate(conjugate(THIGH_MOUNT), np.array((0.0, 1.0, 0.0)))
    assert centre.thigh_m @ thigh_up > 0.1
