from dataclasses import replace

import numpy as np
import pytest

from calibration.still_pose import still_poses, unrest


def test_rests_are_found_where_they_are(guided):
    first, last = still_poses(guided.motion, 1.5)
    assert (first.from_s, first.to_s) == (pytest.approx(0.0, abs=0.5), pytest.approx(6.0, abs=0.5))
    assert (last.from_s, last.to_s) == (pytest.approx(28.0, abs=0.5), pytest.approx(30.0, abs=0.5))
    assert len(still_poses(guided.motion, 4.0)) == 1


def test_a_rest_tells_gravity_and_the_gyros_bias(leg):
    bias = (0.01, -0.02, 0.015)
    worn = leg((6,), (3, 1, 80, 40), bias_rad_s=bias, noise=0.01)
    pose = still_poses(worn.motion, 4.0)[0]
    np.testing.assert_allclose(pose.thigh_up, worn.thigh_up, atol=2e-3)
    np.testing.assert_allclose(pose.shank_up, worn.shank_up, atol=2e-3)
    np.testing.assert_allclose(pose.thigh_rate_rad_s, bias, atol=5e-4)
    np.testing.assert_allclose(pose.shank_rate_rad_s, bias, atol=5e-4)


def test_moving_is_not_resting(leg):
    assert not still_poses(leg((12, 4, 90, 50)).motion, 1.0)


def test_shaking_without_turning_is_not_resting_either(leg):
    worn = leg((6,))
    shake = np.where(np.arange(300) % 2, 1.0, -1.0)[:, None]
    shaken = replace(worn.motion, shank_acc=worn.motion.shank_acc + shake)
    assert still_poses(worn.motion, 4.0)
    assert not still_poses(shaken, 1.0)


def test_a_slow_drift_of_the_leg_is_cut_where_it_left_the_pose(leg):
    """At three degrees a second each half second is quiet, but the pose is soon another one."""
    poses = still_poses(leg((20, 0.5, 60, 30)).motion, 1.0)
    assert len(poses) > 3
    assert all(pose.duration_s < 6.0 for pose in poses)


def test_lost_samples_do_not_end_a_rest_but_a_lost_second_does(leg):
    motion = leg((8,)).motion
    usable = np.ones(len(motion), np.bool_)
    usable[::7] = False
    spoilt = np.where(usable[:, None], motion.thigh_gyr, 50.0)
    whole, = still_poses(replace(motion, usable=usable, thigh_gyr=spoilt), 4.0)
    assert whole.duration_s > 7.0
    usable[200:250] = False
    assert len(still_poses(replace(motion, usable=usable, thigh_gyr=spoilt), 2.0)) == 2


def test_unrest_grows_with_movement(leg):
    assert (unrest(leg((4,), noise=0.01).motion) < 0.3).all()
    assert (unrest(leg((4, 2, 60, 30)).motion)[1:-1] > 1.0).all()
