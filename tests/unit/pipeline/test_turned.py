"""A leg whose sensors sit a hand's length from the knee, and one of them turns on its strap."""

import numpy as np
import pytest

from calibration.rotation import conjugate, cross, from_axes, multiply, rotate
from monitor.pipeline.align import AlignedBlock, Gridded
from monitor.pipeline.orientation import Oriented
from monitor.pipeline.turned import MOST_DOUBT_DEG, Turned
from monitor.virtual.script import minimum_jerk

RATE_HZ = 100.0
UPRIGHT = from_axes(*np.stack((np.eye(3)[0], np.eye(3)[2], -np.eye(3)[1])))
THIGH_M, SHANK_M = np.array((0.02, 0.22, 0.06)), np.array((0.05, -0.12, 0.0))


def time_s(seconds):
    return np.arange(round(seconds * RATE_HZ)) / RATE_HZ


def bends(t_s, size_deg=70.0):
    """Slow squats, four seconds each."""
    return 0.5 * size_deg * (1.0 - np.cos(2 * np.pi * t_s / 4.0))


def turn(t_s, at_s, degrees, lasting_s=0.4):
    return degrees * minimum_jerk((t_s - at_s) / lasting_s)


def about_hinge(degrees):
    half = np.radians(degrees) / 2
    return np.stack((np.cos(half), 0 * half, 0 * half, np.sin(half)), axis=1)


def sensor(segment_deg, place_m, own_deg):
    """A sensor at `place_m` from a knee at rest; it turns by `own_deg` on its strap."""
    rate, own = (np.gradient(np.radians(one), 1.0 / RATE_HZ) for one in (segment_deg, own_deg))
    spin = np.stack((0 * rate, 0 * rate, rate), axis=1)
    change = np.gradient(spin, 1.0 / RATE_HZ, axis=0)
    swing = cross(change, place_m) + cross(spin, cross(spin, place_m))
    quat = multiply(UPRIGHT, about_hinge(segment_deg))
    force = rotate(quat, swing) + np.array((0.0, 0.0, 9.81))
    turned = multiply(quat, about_hinge(own_deg))
    no = np.zeros(len(rate), np.bool_)
    gyr = spin + np.stack((0 * own, 0 * own, own), axis=1)
    return (Gridded(rotate(conjugate(turned), force), gyr, no, no, no, no, no, np.zeros(len(no))),
            Oriented(turned, gyr, no, np.zeros((len(no), 3))))


def leg(flexion_deg, thigh_own_deg=0.0, shank_own_deg=0.0):
    own = [np.broadcast_to(one, flexion_deg.shape) for one in (thigh_own_deg, shank_own_deg)]
    thigh, shank = sensor(0.6 * flexion_deg, THIGH_M, own[0]), sensor(-0.4 * flexion_deg, SHANK_M, own[1])
    t_ns = (np.arange(len(flexion_deg)) * 10_000_000).astype(np.int64)
    return AlignedBlock(t_ns, thigh[0], shank[0]), (thigh[1], shank[1])


def watched(fit, block, sensors, straight_at_s=()):
    turned, straight = Turned(RATE_HZ, fit), np.zeros(len(block), np.bool_)
    straight[[round(at * RATE_HZ) for at in straight_at_s]] = True
    return turned, turned.push(block, sensors, np.zeros(len(block)), straight)


@pytest.mark.parametrize("degrees", [10.0, -10.0])
@pytest.mark.parametrize("lasting_s", [0.2, 0.5])
@pytest.mark.parametrize("segment", ["thigh", "shank"])
def test_a_sensor_that_turns_on_its_strap_is_doubted_within_five_seconds(fit, segment, degrees, lasting_s):
    t_s = time_s(30)
    own = {f"{segment}_own_deg": turn(t_s, 17.0, degrees, lasting_s)}
    turned, doubt_deg = watched(fit, *leg(bends(t_s), **own))
    assert turned.doubtful == segment
    assert not doubt_deg[t_s < 17.0].any()
    assert doubt_deg[t_s > 22.0].min() > 5.0
    assert doubt_deg.max() <= MOST_DOUBT_DEG


def test_a_knee_found_straight_again_acquits_both_sensors(fit):
    t_s = time_s(30)
    worn = leg(bends(t_s), shank_own_deg=turn(t_s, 12.0, 10.0, 0.3))
    turned, doubt_deg = watched(fit, *worn, straight_at_s=(3.0, 20.0))
    assert turned.doubtful == ""
    assert doubt_deg[(t_s > 17.0) & (t_s < 20.0)].all()
    assert not doubt_deg[t_s > 20.5].any()


def test_a_leg_that_moves_turns_its_sensors_with_it(fit):
    t_s = time_s(60)
    fast = bends(t_s) + 20.0 * np.sin(2 * np.pi * 1.3 * t_s) * (t_s > 30)
    assert not watched(fit, *leg(fast))[1].any()


def test_a_sensor_that_was_touched_turns_back(fit):
    t_s = time_s(30)
    touched = turn(t_s, 17.0, 12.0) - turn(t_s, 18.3, 12.0)
    assert not watched(fit, *leg(bends(t_s), touched))[1].any()


def test_a_strap_that_rocks_with_every_step_has_not_slipped(fit):
    t_s = time_s(30)
    rocking = 6.0 * (1.0 - np.cos(2 * np.pi * t_s))
    assert not watched(fit, *leg(bends(t_s), rocking))[1].any()


def test_a_blow_is_no_turn(fit):
    t_s = time_s(30)
    block, sensors = leg(bends(t_s))
    block.thigh.acc_m_s2[1700:1706, 0] += 30.0
    assert not watched(fit, block, sensors)[1].any()


def test_the_cut_of_the_stream_does_not_show(fit):
    t_s = time_s(30)
    block, (thigh, shank) = leg(bends(t_s), turn(t_s, 17.0, 10.0))
    block.shank.gap[900:912] = True
    whole = watched(fit, block, (thigh, shank))[1]
    turned, parts = Turned(RATE_HZ, fit), []
    for rows in np.array_split(np.arange(len(t_s)), [1, 2, 5, 333, 905, 1711, 1712, 2000, 2411]):
        part = slice(int(rows[0]), int(rows[-1]) + 1)
        parts.append(turned.push(block[part], (thigh[part], shank[part]), np.zeros(len(rows)),
                                 np.zeros(len(rows), np.bool_)))
    np.testing.assert_array_equal(np.concatenate(parts), whole)
    assert whole.any()
