from dataclasses import replace

import numpy as np
import pytest

from calibration.hinge_axis import moving, relative_rotation
from calibration.joint_centre import centre_equations, fit_joint_centre
from calibration.rotation import conjugate, rotate

THIGH_MOUNT, SHANK_MOUNT = np.array((0.36, 0.48, -0.64, 0.48)), np.array((0.8, 0.0, 0.36, 0.48))
THIGH_SENSOR_M, SHANK_SENSOR_M = np.array((0.02, 0.16, 0.06)), np.array((0.05, -0.12, 0.0))


@pytest.fixture
def lively(leg):
    """Hip and knee each at their own pace, as fast as a lively person."""
    return leg((20, 13, 70, 0), (20, 16, 60, 50))


def centre_of(worn, heading_rad=0.7, rows=None, thigh_bone=None):
    motion = worn.motion
    relative = relative_rotation(motion, np.full(len(motion), heading_rad))
    told = centre_equations(motion, relative, moving(motion) if rows is None else rows)
    return told and fit_joint_centre(told, worn.thigh_up if thigh_bone is None else thigh_bone, worn.shank_up)


def test_the_levers_in_the_plane_of_movement_are_found(lively):
    centre = centre_of(lively)
    thigh, shank = rotate(THIGH_MOUNT, centre.thigh_m), rotate(SHANK_MOUNT, centre.shank_m)
    np.testing.assert_allclose(thigh[:2], THIGH_SENSOR_M[:2], atol=0.02)
    np.testing.assert_allclose(shank[:2], SHANK_SENSOR_M[:2], atol=0.02)


def test_an_earth_frame_half_a_turn_off_is_unlikely(lively):
    """What tells the two possible pairings of the hinges apart."""
    assert centre_of(lively, 0.7 + np.pi).cost > centre_of(lively).cost + 20.0


def test_even_in_slow_movement_half_a_turn_off_is_unlikely(guided):
    """There the positions alone could explain it, but only with the knee where no knee is."""
    assert centre_of(guided, 0.7 + np.pi).cost > centre_of(guided).cost + 4.0


def test_a_bone_that_points_elsewhere_is_unlikely(guided):
    """How a seated rest is told from a standing one: up is then not along the thigh."""
    forward = rotate(conjugate(THIGH_MOUNT), np.array((1.0, 0.0, 0.0)))
    assert centre_of(guided, thigh_bone=forward).cost > centre_of(guided).cost + 2.0


def test_where_movement_tells_nothing_the_usual_position_stands(leg):
    slow = leg((30, 1, 40, 20))
    centre = centre_of(slow, rows=np.ones(len(slow.motion), np.bool_))
    np.testing.assert_allclose(centre.thigh_m, 0.18 * slow.thigh_up, atol=0.03)


def test_lost_samples_do_not_count(lively):
    usable = np.ones(len(lively.motion), np.bool_)
    usable[300:310] = False
    spoilt = np.where(usable[:, None], lively.motion.thigh_acc, 0.0)
    lossy = replace(lively, motion=replace(lively.motion, thigh_acc=spoilt, usable=usable))
    assert centre_of(lossy).cost == pytest.approx(centre_of(lively).cost, abs=1.0)


def test_too_little_to_go_by(lively):
    assert centre_of(lively, rows=np.arange(len(lively.motion)) < 49) is None


def test_blows_do_not_count(lively):
    """Skin and straps shake after each by themselves, which is no movement of a limb."""
    struck = lively.motion.thigh_acc.copy()
    struck[200::150] += 40.0
    shaken = replace(lively, motion=replace(lively.motion, thigh_acc=struck))
    assert abs(centre_of(shaken).cost - centre_of(lively).cost) < 2.0
