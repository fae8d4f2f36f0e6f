from dataclasses import replace

import numpy as np
import pytest

from calibration.automatic import calibrate_automatically
from calibration.model import CalibrationError, CalibrationReason, Variant


def reason(motion):
    with pytest.raises(CalibrationError) as refusal:
        calibrate_automatically(motion)
    assert str(refusal.value).endswith(".")
    return refusal.value.reason


def test_a_recording_with_a_guided_movement_in_it(guided):
    calibration = calibrate_automatically(guided.motion)
    assert np.array(calibration.thigh.hinge) @ guided.thigh_hinge > 0.999
    assert np.array(calibration.shank.hinge) @ guided.shank_hinge > 0.999
    assert (calibration.source, calibration.variant) == ("automatic", Variant.STANDING)
    assert calibration.from_s < 6.0


def test_without_rest_there_is_nothing_to_call_zero(leg):
    assert reason(leg((20, 7, 80, 50)).motion) is CalibrationReason.NO_STILL_POSE


def test_without_movement_there_is_no_hinge(leg):
    assert reason(leg((20,), noise=0.02).motion) is CalibrationReason.TOO_LITTLE_MOVEMENT


def test_a_leg_that_only_swings_straight_is_refused(leg):
    refused = reason(leg((6,), (12, 4, 1, 30), (2,), noise=0.02).motion)
    assert refused is CalibrationReason.TOO_LITTLE_MOVEMENT


def test_a_silent_sensor_is_named_as_the_reason(guided):
    nothing = np.zeros(len(guided.motion), np.bool_)
    assert reason(replace(guided.motion, usable=nothing)) is CalibrationReason.SENSOR_MISSING
