import numpy as np
import pytest

from monitor.pipeline.acc_bias import acc_bias_m_s2

RATE_HZ = 100.0
BIAS_M_S2 = 9.81 * np.array((0.006, -0.004, 0.005))


def rests(directions, bias=(0.0, 0.0, 0.0), scale=1.0, seconds=4.0):
    """Still for some seconds with each of the directions up."""
    ups = np.repeat(np.asarray(directions, float), round(seconds * RATE_HZ), axis=0)
    noise = np.random.default_rng(1).normal(0.0, 0.02, ups.shape)
    return scale * 9.81 * ups + np.asarray(bias) + noise


def found(acc, resting=None):
    return acc_bias_m_s2(acc, np.ones(len(acc), np.bool_) if resting is None else resting, RATE_HZ)


def test_rests_in_three_poses_tell_all_of_it():
    assert np.abs(found(rests(np.eye(3), BIAS_M_S2)) - BIAS_M_S2).max() < 0.02


def test_sensitivity_is_not_taken_for_it():
    """Gravity differs by as much from place to place."""
    poses = np.concatenate((np.eye(3), -np.eye(3)))
    assert np.abs(found(rests(poses, scale=1.004))).max() < 0.01
    assert np.abs(found(rests(poses, BIAS_M_S2, scale=1.004)) - BIAS_M_S2).max() < 0.02


def test_what_no_pose_shows_is_left_at_zero():
    assert np.abs(found(rests([(0.0, 1.0, 0.0)], BIAS_M_S2))[[0, 2]]).max() < 0.005


@pytest.mark.parametrize("rows", [slice(0, 0), slice(0, 30)])
def test_without_a_rest_there_is_none(rows):
    acc = rests(np.eye(3), BIAS_M_S2)
    resting = np.zeros(len(acc), np.bool_)
    resting[rows] = True
    assert not found(acc, resting).any()


def test_lost_samples_and_impacts_are_no_gravity():
    acc = rests(np.eye(3), BIAS_M_S2)
    acc[100:120] = 0.0
    acc[500:510] *= 3.0
    assert np.abs(found(acc) - BIAS_M_S2).max() < 0.02
