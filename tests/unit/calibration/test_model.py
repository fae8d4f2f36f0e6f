import json
from dataclasses import replace

import numpy as np
import pytest

from calibration.assemble import assemble
from calibration.hinge_axis import moving
from calibration.model import Calibration, CalibrationError, CalibrationReason, SegmentFit, Variant
from calibration.rotation import rotate
from calibration.still_pose import still_poses


@pytest.fixture(scope="module")
def calibration(guided) -> Calibration:
    pose = still_poses(guided.motion, 4.0)[0]
    return assemble(guided.motion, pose, moving(guided.motion), Variant.STANDING, "guided")


def test_what_is_written_reads_back_exactly(calibration):
    assert Calibration.from_json(json.loads(json.dumps(calibration.to_json()))) == calibration


def without(value: dict, name: str) -> dict:
    return {key: item for key, item in value.items() if key != name}


@pytest.mark.parametrize("spoil", [
    lambda value: without(value, "zero_deg"),
    lambda value: without(value, "thigh"),
    lambda value: {**value, "variant": "hanging"},
    lambda value: {**value, "extra": 1},
    lambda value: {**value, "shank": without(value["shank"], "hinge")},
    lambda value: {**value, "thigh": {**value["thigh"], "hinge": "abc"}},
    lambda value: {**value, "thigh": {**value["thigh"], "hinge": [1.0, 0.0]}},
    lambda value: {**value, "thigh": {**value["thigh"], "up": [0.0, float("nan"), 1.0]}},
    lambda value: {**value, "zero_deg": "zero"},
    lambda value: {**value, "quality": None},
    lambda value: [],
    lambda value: None,
])
def test_anything_else_is_refused_in_one_sentence(calibration, spoil):
    with pytest.raises(CalibrationError, match="cannot be read; calibrate again") as refusal:
        Calibration.from_json(spoil(calibration.to_json()))
    assert refusal.value.reason is CalibrationReason.UNREADABLE


@pytest.mark.parametrize(("variant", "up"), [(Variant.STANDING, (0.0, 0.0, 1.0)),
                                             (Variant.LYING, (1.0, 0.0, 0.0))])
def test_segment_axes(variant, up):
    """A sensor whose axes are forward, left and up: the segment's z is right, y up the bone, x forward."""
    standing = SegmentFit((0.0, 1.0, 0.0), up, (0.0, 0.0, 0.0), 1.0, 0.0)
    turn = standing.sensor_to_segment(variant)
    expected = {"forward": (1, 0, 0), "left": (0, 0, -1), "up": (0, 1, 0)}
    for axis, there in zip(np.eye(3), expected.values(), strict=True):
        np.testing.assert_allclose(rotate(turn, axis), there, atol=1e-12)


def test_a_hinge_that_is_not_level_counts_more_than_gravity():
    tilted = SegmentFit((0.0, 0.8, 0.6), (0.0, 0.0, 1.0), (0.0, 0.0, 0.0), 1.0, 0.0)
    turn = tilted.sensor_to_segment(Variant.STANDING)
    np.testing.assert_allclose(rotate(turn, np.array((0.0, 0.8, 0.6))), (0, 0, -1), atol=1e-12)


def test_thinning_averages_and_keeps_what_is_wholly_usable(guided):
    usable = guided.motion.usable.copy()
    usable[7] = False
    thin = replace(guided.motion, usable=usable).thinned(3)
    assert len(thin) == len(guided.motion) // 3
    np.testing.assert_allclose(thin.thigh_gyr[5], guided.motion.thigh_gyr[15:18].mean(axis=0))
    np.testing.assert_array_equal(thin.shank_quat[5], guided.motion.shank_quat[16])
    assert not thin.usable[2]
    assert thin.usable.sum() == len(thin) - 1
    assert guided.motion.thinned(1) is guided.motion


def test_parts_join_to_the_whole(guided):
    motion = guided.motion
    first, second = motion.between(0.0, 4.0), motion.between(4.0, 1e9)
    assert (first.t_s < 4.0).all()
    again = type(motion).join([first, second])
    for name in type(motion).__slots__:
        np.testing.assert_array_equal(getattr(again, name), getattr(motion, name))
    assert again.rate_hz == pytest.approx(50.0)
