import numpy as np
import pytest

from calibration.assemble import assemble
from calibration.fit_checks import check_upright, check_worn, marked_straight
from calibration.hinge_axis import moving
from calibration.model import CalibrationError, CalibrationReason, Variant
from calibration.rotation import multiply
from calibration.still_pose import still_poses

HALF = np.sqrt(0.5)
# Sensor to segment as the housings ask for it on the right leg: thigh +z outward, shank +z forward, +y up.
OUTER_RIGHT, OUTER_LEFT = np.array((1.0, 0.0, 0.0, 0.0)), np.array((0.0, 0.0, 1.0, 0.0))
FRONT = np.array((HALF, 0.0, HALF, 0.0))
UPSIDE_DOWN = np.array((0.0, 0.0, 0.0, 1.0))       # half a turn about the axis away from the skin


@pytest.fixture
def worn(leg):
    def make(thigh_mount, shank_mount):
        wearer = leg((6,), (9, 3, 1, 30), (12, 4, 90, 55), thigh_mount=thigh_mount, shank_mount=shank_mount)
        pose = still_poses(wearer.motion, 4.0)[0]
        return pose, assemble(wearer.motion, pose, moving(wearer.motion), Variant.STANDING, "guided")
    return make


def reason_of(check, *args):
    with pytest.raises(CalibrationError) as refusal:
        check(*args)
    assert refusal.value.step == "still"
    return refusal.value.reason, str(refusal.value)


def test_sensors_as_the_housings_say_are_accepted(worn):
    pose, calibration = worn(OUTER_RIGHT, FRONT)
    check_upright(pose, Variant.STANDING)
    check_worn(calibration, right_leg=True)


def test_a_left_leg_wears_them_mirrored(worn):
    pose, calibration = worn(OUTER_LEFT, FRONT)
    check_upright(pose, Variant.STANDING)
    check_worn(calibration, right_leg=False)


@pytest.mark.parametrize(("right_leg", "mount", "leg_worn"), [(True, OUTER_LEFT, "left"),
                                                             (False, OUTER_RIGHT, "right")])
def test_the_other_leg_is_refused(worn, right_leg, mount, leg_worn):
    reason, sentence = reason_of(check_worn, worn(mount, FRONT)[1], right_leg)
    assert reason is CalibrationReason.WRONG_LEG
    assert f"seem to be on the {leg_worn} leg" in sentence


def test_swapped_sensors_are_refused(worn):
    reason, sentence = reason_of(check_worn, worn(FRONT, OUTER_RIGHT)[1], True)
    assert reason is CalibrationReason.SWAPPED
    assert "swapped" in sentence


@pytest.mark.parametrize("segment", ["thigh", "shank"])
def test_an_upside_down_sensor_is_refused_by_name(worn, segment):
    mounts = {"thigh": OUTER_RIGHT, "shank": FRONT}
    mounts[segment] = multiply(mounts[segment], UPSIDE_DOWN)
    pose, _ = worn(*mounts.values())
    reason, sentence = reason_of(check_upright, pose, Variant.STANDING)
    assert reason is CalibrationReason.UPSIDE_DOWN
    assert sentence.startswith(f"The {segment} sensor is upside-down")


def test_lying_cannot_tell_which_way_is_up(worn):
    pose, _ = worn(multiply(OUTER_RIGHT, UPSIDE_DOWN), FRONT)
    check_upright(pose, Variant.LYING)


# Each rest as (seconds, times, flexion, hip): 0 times is a rest there; the tilt is that of lying or standing.
@pytest.mark.parametrize(("rest", "lying", "tilt_deg", "straight"), [
    ((0.0, 0.0), False, 0.0, True), ((15.0, 8.0), False, 0.0, True),
    ((90.0, 85.0), False, 0.0, False),       # in a seat
    ((0.0, 0.0), True, 90.0, True), ((0.0, 0.0), True, 0.0, False),
    ((95.0, 50.0), True, 90.0, False),       # on the back, with the heel drawn up
])
@pytest.mark.parametrize("shank", [FRONT, multiply(FRONT, UPSIDE_DOWN)])
def test_the_arrows_tell_a_straight_leg_from_a_bent_one_either_way_up(leg, shank, rest, lying, tilt_deg,
                                                                      straight):
    wearer = leg((6, 0, *rest), (4, 2, 60, 30), lying=lying, thigh_mount=OUTER_RIGHT, shank_mount=shank)
    pose = still_poses(wearer.motion, 4.0)[0]
    assert marked_straight(pose, wearer.thigh_hinge, wearer.shank_hinge, tilt_deg) is straight
