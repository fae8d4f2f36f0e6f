from dataclasses import replace

import numpy as np
import pytest

from monitor.leg import Posture, Reason
from monitor.pipeline.chain import Leg, motion_of
from monitor.values import Side


@pytest.fixture
def block(posed):
    flexion = 60.0 * 0.5 * (1 - np.cos(np.arange(600) / 100 * 2 * np.pi / 3))
    return posed(flexion, flexion / 2, heading_rad=0.4)


def test_without_a_calibration_only_what_needs_none_is_told(block):
    leg = Leg(Side.RIGHT, 100.0).push(block)
    assert not leg.valid.any()
    assert not leg.oriented.any()
    assert set(leg.reason) == {Reason.UNCALIBRATED}
    assert set(leg.posture) == {Posture.UNKNOWN}
    assert not leg.flexion_deg.any()
    np.testing.assert_array_equal(leg.t_ns, block.aligned.t_ns)


def test_a_missing_sensor_is_said_even_before_calibration(block):
    missing = np.arange(600) >= 500
    aligned = replace(block.aligned, shank=replace(block.aligned.shank, missing=missing))
    leg = Leg(Side.RIGHT, 100.0).push(replace(block, aligned=aligned))
    assert (leg.reason == np.where(missing, Reason.NO_DATA, Reason.UNCALIBRATED)).all()


def test_with_one_everything_is(block, fit):
    leg = Leg(Side.RIGHT, 100.0)
    leg.calibrate(replace(fit, heading_offset_rad=0.4), seen_until_now=True)
    state = leg.push(block)
    assert state.valid.all()
    assert state.oriented.all()
    assert set(state.posture) == {Posture.STANDING}
    assert state.flexion_deg.max() == pytest.approx(60.0, abs=0.2)
    assert state.thigh_tilt_deg.max() == pytest.approx(30.0, abs=0.2)
    assert (state.side, state.rate_hz) == (Side.RIGHT, 100.0)


def test_the_heading_of_older_data_is_not_believed(block, fit):
    """The earth frames may have turned since, so it is learnt again."""
    old, fresh = Leg(Side.RIGHT, 100.0), Leg(Side.RIGHT, 100.0)
    old.calibrate(replace(fit, heading_offset_rad=2.5))
    fresh.calibrate(replace(fit, heading_offset_rad=0.4), seen_until_now=True)
    assert old.push(block).flexion_deg[-1] == pytest.approx(fresh.push(block).flexion_deg[-1], abs=1.0)


def test_segment_quantities_do_not_hold_where_a_sensor_is_missing(block, fit):
    missing = np.arange(600) >= 500
    aligned = replace(block.aligned, thigh=replace(block.aligned.thigh, missing=missing))
    leg = Leg(Side.RIGHT, 100.0)
    leg.calibrate(fit)
    np.testing.assert_array_equal(leg.push(replace(block, aligned=aligned)).oriented, ~missing)


def test_what_was_bridged_and_clipped_is_told(block, fit):
    bridged, clipped = np.arange(600) == 7, np.arange(600) == 9
    thigh = replace(block.aligned.thigh, bridged=bridged)
    shank = replace(block.aligned.shank, acc_saturated=clipped)
    aligned = replace(block.aligned, thigh=thigh, shank=shank)
    state = Leg(Side.RIGHT, 100.0).push(replace(block, aligned=aligned))
    np.testing.assert_array_equal(state.interpolated, bridged)
    np.testing.assert_array_equal(state.acc_saturated, np.stack((np.zeros(600, bool), clipped), axis=1))


@pytest.mark.parametrize("name", ["gap", "missing", "gyr_saturated"])
def test_calibration_does_not_use_rows_that_are_no_measurement(block, name):
    spoilt = np.arange(600) == 11
    shank = replace(block.aligned.shank, **{name: spoilt})
    motion = motion_of(replace(block, aligned=replace(block.aligned, shank=shank)))
    np.testing.assert_array_equal(motion.usable, ~spoilt)
    assert motion.rate_hz == pytest.approx(100.0, rel=1e-6)
