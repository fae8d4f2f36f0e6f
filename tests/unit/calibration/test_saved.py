from dataclasses import replace

import pytest

from calibration.assemble import assemble
from calibration.hinge_axis import moving
from calibration.model import CalibrationError, CalibrationReason, Variant
from calibration.rotation import multiply
from calibration.saved import SavedCalibration, Wearer, check_mounting
from calibration.still_pose import still_poses
from tests.unit.calibration.conftest import THIGH_MOUNT, X, about

ANNA = Wearer("p1", "right", "t1", "s1", True)


@pytest.fixture(scope="module")
def saved(guided):
    pose = still_poses(guided.motion, 4.0)[0]
    calibration = assemble(guided.motion, pose, moving(guided.motion), Variant.STANDING, "guided")
    return SavedCalibration(ANNA, calibration)


def test_it_comes_back_exactly(saved):
    assert SavedCalibration.from_json(saved.to_json()) == saved
    assert saved.for_wearer(ANNA) == saved.calibration


@pytest.mark.parametrize(("changes", "reason"), [
    ({"side": "left"}, CalibrationReason.OTHER_LEG),
    ({"patient": "p2"}, CalibrationReason.OTHER_WEARER),
    ({"thigh_serial": "s1", "shank_serial": "t1"}, CalibrationReason.SWAPPED),
    ({"shank_serial": "s2"}, CalibrationReason.OTHER_MOUNTING),
    ({"declared": False}, CalibrationReason.OTHER_MOUNTING),
])
def test_of_another_it_is_refused_and_told_why(saved, changes, reason):
    with pytest.raises(CalibrationError) as refusal:
        saved.for_wearer(replace(ANNA, **changes))
    assert refusal.value.reason is reason
    assert "calibrat" in str(refusal.value)


@pytest.mark.parametrize("text", ["", "hello", "[]", "{}", '{"wearer": {}}', '{"wearer": {"patient": "p"}}',
                                  b"\xff", '{"wearer": 1, "calibration": 2}'])
def test_what_is_no_calibration_is_refused(text):
    with pytest.raises(CalibrationError) as refusal:
        SavedCalibration.from_text(text)
    assert refusal.value.reason is CalibrationReason.UNREADABLE


def test_a_calibration_without_its_numbers_is_refused(saved):
    value = saved.to_json()
    del value["calibration"]["thigh"]["hinge"]
    with pytest.raises(CalibrationError):
        SavedCalibration.from_json(value)


def test_the_same_straps_are_known_by_gravity(saved, leg):
    later = leg((3, 1, 60, 30), (3,), (6, 2, 80, 50), noise=0.02)
    check_mounting(saved.calibration, later.motion)


def test_a_sensor_that_sits_otherwise_is_refused(saved, leg):
    turned = multiply(about(X, 0.5), THIGH_MOUNT)
    with pytest.raises(CalibrationError) as refusal:
        check_mounting(saved.calibration, leg((3,), (6, 2, 80, 50), thigh_mount=turned, noise=0.02).motion)
    assert refusal.value.reason is CalibrationReason.OTHER_MOUNTING


def test_without_a_rest_nothing_can_be_said_against_it(saved, leg):
    check_mounting(saved.calibration, leg((9, 3, 80, 50)).motion)
