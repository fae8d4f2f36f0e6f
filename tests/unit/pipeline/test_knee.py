from dataclasses import replace

import numpy as np
import pytest

from monitor.leg import Reason
from monitor.pipeline.knee import Knee
from monitor.pipeline.pair import PairBlock


def started(fit, **changes):
    knee = Knee(replace(fit, **changes), 100.0)
    knee.heading.start_at(0.0)
    return knee


def pushed(knee, block):
    return knee.push(block.aligned, block.thigh, block.shank)


def squats(seconds, degrees=90.0):
    return degrees * 0.5 * (1.0 - np.cos(np.arange(round(100 * seconds)) / 100 * 2 * np.pi / 3.0))


def with_rows(block, segment, name, rows):
    """The block with a flag set for one sensor over some rows."""
    sensor = getattr(block.aligned, segment)
    flag = getattr(sensor, name).copy()
    flag[rows] = True
    sensor = replace(sensor, **{name: flag})
    return replace(block, aligned=replace(block.aligned, **{segment: sensor}))


def restarted_at(block, row):
    flag = block.shank.restarted.copy()
    flag[row] = True
    return replace(block, shank=replace(block.shank, restarted=flag))


def test_flexion_of_an_ideal_knee(posed, fit):
    flexion = squats(9)
    angles = pushed(started(fit), posed(flexion, flexion / 2))
    np.testing.assert_allclose(angles.flexion_deg, flexion, atol=0.05)
    assert angles.valid.all()
    assert not angles.reason.any()
    np.testing.assert_allclose(angles.frontal_deg, 0.0, atol=0.05)
    np.testing.assert_allclose(angles.rotation_deg, 0.0, atol=0.05)
    assert (angles.sigma_deg >= fit.zero_sigma_deg).all()


def test_lying_prone_bends_the_same_way(posed, fit):
    flexion = squats(6, 110.0)
    angles = pushed(started(fit), posed(flexion, base="prone"))
    np.testing.assert_allclose(angles.flexion_deg, flexion, atol=0.05)


def test_zero_is_taken_off(posed, fit):
    angles = pushed(started(fit, zero_deg=7.0), posed(np.full(300, 30.0)))
    np.testing.assert_allclose(angles.flexion_deg, 23.0, atol=0.01)


def test_missing_gap_and_saturation_each_have_their_reason(posed, fit):
    block = posed(squats(9))
    block = with_rows(block, "thigh", "missing", slice(100, 120))
    block = with_rows(block, "shank", "gap", slice(200, 210))
    block = with_rows(block, "shank", "gyr_saturated", slice(300, 303))
    angles = pushed(started(fit), block)
    for rows, reason in ((slice(100, 120), Reason.NO_DATA), (slice(200, 210), Reason.GAP),
                         (slice(300, 303), Reason.SATURATED)):
        assert set(angles.reason[rows]) == {reason}
        assert not angles.valid[rows].any()
        assert not angles.flexion_deg[rows].any()
        assert not angles.sigma_deg[rows].any()
    assert angles.valid.sum() == len(block) - 33


def test_missing_outranks_every_other_reason(posed, fit):
    block = posed(np.zeros(50))
    for name in ("gap", "gyr_saturated", "missing"):
        block = with_rows(block, "shank", name, slice(10, 20))
    assert set(pushed(started(fit), block).reason[10:20]) == {Reason.NO_DATA}


def test_a_clipped_accelerometer_widens_sigma_but_stays_valid(posed, fit):
    block = posed(squats(6))
    clean = pushed(started(fit), block)
    clipped = pushed(started(fit), with_rows(block, "shank", "acc_saturated", slice(300, 310)))
    assert clipped.valid.all()
    assert (clipped.sigma_deg[310:] > clean.sigma_deg[310:]).all()
    np.testing.assert_array_equal(clipped.sigma_deg[:300], clean.sigma_deg[:300])
    assert clipped.sigma_deg[310] - clean.sigma_deg[310] > clipped.sigma_deg[-1] - clean.sigma_deg[-1]


def test_a_new_start_settles_for_a_second(posed, fit):
    block = restarted_at(posed(squats(6)), 200)
    angles = pushed(started(fit), block)
    assert set(angles.reason[200:300]) == {Reason.SETTLING}
    assert angles.valid[:200].all()


@pytest.mark.parametrize("cut", [199, 200, 201, 250, 299, 300])
def test_settling_does_not_depend_on_where_the_stream_is_cut(posed, fit, cut):
    block = restarted_at(posed(squats(6)), 200)
    whole = pushed(started(fit), block)
    knee = started(fit)
    parts = [pushed(knee, part) for part in (block[:cut], block[cut:])]
    np.testing.assert_array_equal(np.concatenate([part.reason for part in parts]), whole.reason)


def test_an_unknown_heading_is_uncertain_where_the_hinge_is_upright(posed, fit):
    lying = posed(squats(3, 40.0), base="side_leg_up")
    angles = pushed(Knee(fit, 100.0), lying)
    assert set(angles.reason) == {Reason.UNCERTAIN}
    assert not angles.valid.any()


def test_a_level_hinge_does_not_need_heading_to_read_flexion_well(posed, fit):
    """Flexion then comes from gravity; on the side the same heading error would ruin it."""
    knee = started(fit)
    knee.heading.start_at(np.radians(5.0))
    angles = pushed(knee, posed(squats(3, 60.0)))
    np.testing.assert_allclose(angles.flexion_deg, squats(3, 60.0), atol=0.6)


def test_lying_on_the_side_sigma_grows_with_time(posed, fit):
    knee = started(fit)
    sigma = pushed(knee, posed(squats(60, 30.0), base="side_leg_down")).sigma_deg
    assert (np.diff(sigma[::300]) > 0).all()       # each time the knee is straight
    assert sigma[-1] - sigma[0] > 1.5


def test_a_bent_knee_is_less_certain_than_a_straight_one(posed, fit):
    sigma = pushed(started(fit), posed(squats(3))).sigma_deg
    assert sigma[150] > sigma[0] + 0.1


def test_lying_is_less_certain_than_the_standing_pose_of_the_zero(posed, fit):
    """Each accelerometer's own zero tilts gravity otherwise there."""
    standing, lying = (pushed(started(fit), posed(np.zeros(300), base=base)).sigma_deg[-1]
                       for base in ("standing", "prone"))
    assert standing == pytest.approx(fit.zero_sigma_deg, abs=0.02)
    assert lying > standing + 0.05


def test_a_gap_in_fast_movement_costs_more_than_one_at_rest(posed, fit):
    """The rate is a straight line across it, whatever the limb did."""
    cost = []
    for flexion in (np.zeros(600), squats(6)):
        block = posed(flexion)
        gap = pushed(started(fit), with_rows(block, "shank", "gap", slice(40, 60))).sigma_deg
        cost.append(gap[60] - pushed(started(fit), block).sigma_deg[60])
    assert cost[1] > 2.0 * cost[0] > 0.0


def test_unexplained_movement_widens_sigma(posed, fit):
    flexion = squats(20)
    straight, slipped = posed(flexion, flexion / 2), posed(flexion, flexion / 2, frontal_deg=15.0)
    both = PairBlock(replace(straight.aligned, shank=slipped.aligned.shank), straight.thigh, slipped.shank)
    assert pushed(started(fit), both).sigma_deg[-1] > pushed(started(fit), straight).sigma_deg[-1] + 1.5


def test_clocks_that_may_be_apart_widen_sigma_by_what_the_segments_turn_in_that_time(posed, fit):
    block = posed(squats(9))
    unsure = replace(block, aligned=replace(block.aligned, shank=replace(
        block.aligned.shank, t_sigma_s=np.full(len(block), 0.01))))
    sure_deg, unsure_deg = (pushed(started(fit), one).sigma_deg for one in (block, unsure))
    turned_deg = 0.01 * np.degrees(np.abs(block.aligned.shank.gyr_rad_s[:, 2]))
    np.testing.assert_allclose(np.sqrt(unsure_deg ** 2 - sure_deg ** 2), turned_deg, atol=1e-6)
    assert turned_deg.max() > 0.9
