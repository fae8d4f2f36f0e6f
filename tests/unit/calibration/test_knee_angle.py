import numpy as np
import pytest

from calibration.knee_angle import flexion_rad, frontal_and_rotation_rad, joint_rotation
from calibration.rotation import conjugate, multiply

X, Y, Z = np.eye(3)


def about(axis, degrees):
    half = np.radians(np.atleast_1d(degrees))[:, None] / 2
    return np.concatenate((np.cos(half), np.sin(half) * axis), axis=1)


def test_flexion_turns_the_shank_backwards():
    """The shank's lower end goes backwards: a negative turn about the axis that points right."""
    flexion = np.array([-10.0, 0.0, 45.0, 90.0, 150.0])
    np.testing.assert_allclose(np.degrees(flexion_rad(about(Z, -flexion))), flexion, atol=1e-9)


def test_swing_after_flexion_leaves_flexion_alone():
    swung = multiply(about(X, [6.0]), about(Z, [-60.0]))
    assert np.degrees(flexion_rad(swung))[0] == pytest.approx(60.0)
    frontal, rotation = (np.degrees(angle)[0] for angle in frontal_and_rotation_rad(swung))
    assert frontal == pytest.approx(6.0)
    assert rotation == pytest.approx(0.0, abs=1e-9)


def test_rotation_about_the_bone():
    turned = multiply(about(Y, [-5.0]), about(Z, [-30.0]))
    frontal, rotation = (np.degrees(angle)[0] for angle in frontal_and_rotation_rad(turned))
    assert frontal == pytest.approx(0.0, abs=1e-9)
    assert rotation == pytest.approx(-5.0)


def test_joint_rotation_takes_the_mountings_off():
    joint = about(Z, [-37.0])
    thigh, shank = about(X, [80.0])[0], about(Y, [200.0])[0]
    relative = multiply(multiply(conjugate(thigh), joint), shank)
    np.testing.assert_allclose(joint_rotation(relative, thigh, shank), joint, atol=1e-12)


def test_a_pure_swing_of_half_a_turn_has_no_flexion_to_speak_of():
    """The split is undefined there; it must stay finite."""
    frontal, rotation = frontal_and_rotation_rad(about(X, [180.0]))
    assert np.isfinite([frontal, rotation]).all()
