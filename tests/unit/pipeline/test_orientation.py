from dataclasses import replace

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from calibration.rotation import conjugate, dot, rotate
from monitor.pipeline.align import Gridded
from monitor.pipeline.orientation import UNSEEN_SKIPPED, Orientation

RATE_HZ = 100.0
UP = np.array((0.0, 0.0, 1.0))


def gridded(acc, gyr) -> Gridded:
    no = np.zeros(len(acc), np.bool_)
    return Gridded(np.asarray(acc, float), np.asarray(gyr, float), no, no, no, no, no, np.zeros(len(no)))


def resting(seconds, up=UP, bias=(0.0, 0.0, 0.0)) -> Gridded:
    count = round(seconds * RATE_HZ)
    return gridded(np.tile(9.81 * np.asarray(up), (count, 1)), np.tile(bias, (count, 1)))


def swinging(seconds, degrees=60.0, hz=0.5) -> tuple[Gridded, np.ndarray]:
    """A pendulum about a tilted axis; returns the readings and where up truly is, in sensor axes."""
    t_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    axis = np.array((0.6, 0.8, 0.0))
    angle = np.radians(degrees) * np.sin(2 * np.pi * hz * t_s)
    rate = np.radians(degrees) * 2 * np.pi * hz * np.cos(2 * np.pi * hz * t_s)
    up = Rotation.from_rotvec(angle[:, None] * axis).inv().apply(UP)
    return gridded(9.81 * up, rate[:, None] * axis), up


def tilt_error_deg(quat, up):
    seen = rotate(conjugate(quat), UP)
    return np.degrees(np.arccos(np.clip(dot(seen, np.broadcast_to(up, seen.shape)), -1, 1)))


def test_at_rest_it_finds_gravity_whatever_the_mounting():
    for up in np.vstack((np.eye(3), -np.eye(3), [(0.48, -0.6, 0.64)])):
        out = Orientation(RATE_HZ).push(resting(5, up))
        assert tilt_error_deg(out.quat[-1:], up) < 0.1


def test_it_follows_a_swing():
    block, up = swinging(20)
    error = tilt_error_deg(Orientation(RATE_HZ).push(block).quat, up)
    assert error[300:].max() < 1.5      # half a sample of the fastest rate is 0.9 degrees


def test_bias_is_found_at_rest_and_taken_off():
    bias = np.radians((0.4, -0.3, 0.2))
    out = Orientation(RATE_HZ).push(resting(20, bias=bias))
    np.testing.assert_allclose(np.degrees(out.gyr_rad_s[-1]), 0.0, atol=0.02)
    assert tilt_error_deg(out.quat[-1:], UP) < 0.1


def missing_between(block: Gridded, first: int, last: int) -> Gridded:
    missing = np.zeros(len(block.missing), np.bool_)
    missing[first:last] = True
    there = ~missing[:, None]
    return replace(block, acc_m_s2=block.acc_m_s2 * there, gyr_rad_s=block.gyr_rad_s * there, missing=missing)


def test_an_unknown_bias_tilts_a_first_standing_pose_little():
    """Nobody stands so still that the bias could be told at once."""
    t_s = np.arange(1000) / RATE_HZ
    block = resting(10, bias=np.radians((0.5, 0.0, 0.0)))
    sway = np.radians(5.0) * np.sin(2 * np.pi * 0.7 * t_s)[:, None] * (1.0, 0.0, 0.0)
    out = Orientation(RATE_HZ).push(replace(block, gyr_rad_s=block.gyr_rad_s + sway))
    up = rotate(conjugate(out.quat[400:]), UP).mean(axis=0)
    assert tilt_error_deg(np.array([[1.0, 0.0, 0.0, 0.0]]), up / np.sqrt((up ** 2).sum())) < 0.2


@pytest.mark.parametrize("phase", np.arange(0.0, 2.0, 0.25))
def test_the_end_of_the_beginning_goes_unnoticed_in_mid_stride(phase):
    t_s = np.arange(round(30 * RATE_HZ)) / RATE_HZ
    sway = 6.0 * np.sin(np.pi * (1.6 * t_s + phase))
    walking = gridded(np.column_stack((sway, 0.0 * t_s, np.full(len(t_s), 9.81))), np.zeros((len(t_s), 3)))
    error = tilt_error_deg(Orientation(RATE_HZ).push(walking).quat, UP)
    assert error[t_s > 20.0].max() < 1.2 * error[(t_s > 10.0) & (t_s < 20.0)].max()


def test_a_limb_lowered_slowly_and_evenly_is_not_at_rest():
    def yaw_after(rate_deg_s: float) -> float:
        orientation = Orientation(RATE_HZ)
        orientation.push(resting(30))
        turned = np.radians((0.0, 0.0, rate_deg_s)) + np.radians(1.5) * np.sin(
            np.arange(500) / 8.0)[:, None] * (0.0, 1.0, 0.0)
        orientation.push(gridded(np.tile(9.81 * UP, (500, 1)), turned))
        return float(np.degrees(orientation.push(resting(1)).gyr_rad_s[-1, 2]))

    assert abs(yaw_after(1.5)) < 0.1


def test_a_silence_holds_the_orientation_and_then_starts_anew():
    block, up = swinging(20)
    out = Orientation(RATE_HZ).push(missing_between(block, 800, 1000))
    assert (out.quat[800:1000] == out.quat[799]).all()
    assert not out.gyr_rad_s[800:1000].any()
    assert np.flatnonzero(out.restarted).tolist() == [1000]
    assert tilt_error_deg(out.quat, up)[1150:].max() < 3.0


def test_a_new_start_still_knows_the_bias():
    bias = np.radians((0.4, -0.3, 0.2))
    out = Orientation(RATE_HZ).push(missing_between(resting(30, bias=bias), 2000, 2200))
    np.testing.assert_allclose(np.degrees(out.gyr_rad_s[2210]), 0.0, atol=0.05)


def test_a_sensor_that_comes_later_starts_without_a_jump():
    block = missing_between(resting(10, up=(1.0, 0.0, 0.0)), 0, 500)
    out = Orientation(RATE_HZ).push(block)
    assert tilt_error_deg(out.quat[510:], (1.0, 0.0, 0.0)).max() < 0.5


def test_inside_a_gap_the_gyro_carries_on_alone():
    """Rates are interpolated there; the specific force is zero, which must not be taken for data."""
    block, up = swinging(20)
    gap = np.zeros(len(up), np.bool_)
    gap[900:910] = True
    block = replace(block, acc_m_s2=np.where(gap[:, None], 0.0, block.acc_m_s2), gap=gap)
    assert tilt_error_deg(Orientation(RATE_HZ).push(block).quat, up)[900:].max() < 1.5


def landing(clipped: bool, samples: int = 8, every: int = 100) -> tuple[Gridded, np.ndarray]:
    """Standing, with hard one-sided impacts each second that may be marked as clipped."""
    block = resting(40)
    acc, saturated = block.acc_m_s2.copy(), np.zeros(4000, np.bool_)
    for first in range(2500, 3500, every):
        acc[first:first + samples] += (120.0, 0.0, 0.0)
        saturated[first:first + samples] = clipped
    return replace(block, acc_m_s2=acc, acc_saturated=saturated), np.tile(UP, (4000, 1))


def test_after_hard_clipping_what_is_far_from_gravity_is_left_out():
    block, up = landing(clipped=True)
    guarded = tilt_error_deg(Orientation(RATE_HZ).push(block).quat, up).max()
    block, _ = landing(clipped=False)
    trusting = tilt_error_deg(Orientation(RATE_HZ).push(block).quat, up).max()
    assert trusting > 4.0 * guarded


def test_a_sample_clipped_now_and_then_costs_no_data():
    """Leaving out every landing and every flight makes a mean that is no gravity."""
    clipped, whole = (landing(clipped, samples=1, every=500)[0] for clipped in (True, False))
    np.testing.assert_array_equal(*(Orientation(RATE_HZ).push(block).quat for block in (clipped, whole)))


def test_what_clipping_may_have_hidden_is_told_and_less_of_what_was_left_out():
    block, _ = landing(clipped=True)
    unseen = np.linalg.norm(Orientation(RATE_HZ).push(block).unseen_m_s, axis=1)
    force = np.linalg.norm(block.acc_m_s2, axis=1)
    assert not unseen[:2500].any()
    assert unseen[2500] == pytest.approx(force[2500] / RATE_HZ)      # nothing was clipped before
    assert unseen[3400] == pytest.approx(UNSEEN_SKIPPED * force[3400] / RATE_HZ)
    assert not unseen[2520:2600].any()


@pytest.mark.parametrize("cut", [1, 2503, 2650, 3999])
def test_what_was_clipped_is_remembered_wherever_the_stream_is_cut(cut):
    block, _ = landing(clipped=True)
    whole, first, second = (Orientation(RATE_HZ) for _ in range(3))
    first.push(block[:cut])
    second.state = first.state
    np.testing.assert_array_equal(second.push(block[cut:]).quat, whole.push(block).quat[cut:])


@pytest.mark.parametrize("cut", [1, 700, 1999, 2000, 2001, 2500])
def test_state_can_be_read_and_set(cut):
    block, _ = swinging(30)
    whole = Orientation(RATE_HZ).push(block)
    first, second = Orientation(RATE_HZ), Orientation(RATE_HZ)
    first.push(block[:cut])
    second.push(resting(3))                # a filter with another past
    second.state = first.state
    np.testing.assert_array_equal(second.push(block[cut:]).quat, whole.quat[cut:])
