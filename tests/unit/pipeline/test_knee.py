from dataclasses import replace

import numpy as np
import pytest

from monitor.leg import Reason
from monitor.pipeline.knee import Knee


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
