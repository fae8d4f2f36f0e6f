from dataclasses import replace

import numpy as np
import pytest

from monitor.leg import Posture
from monitor.pipeline.segments import PostureKeeper, posture_now, segment_state
from monitor.values import Side


def states(fit, block, side=Side.RIGHT):
    return tuple(segment_state(one, fit.variant, side, grid, oriented) for one, grid, oriented in (
        (fit.thigh, block.aligned.thigh, block.thigh), (fit.shank, block.aligned.shank, block.shank)))


def test_tilt_and_elevation_of_a_raised_leg(posed, fit):
    hip = np.linspace(0, 60, 200)
    thigh, shank = states(fit, posed(np.full(200, 20.0), hip))
    np.testing.assert_allclose(thigh.tilt_deg, hip, atol=1e-5)
    np.testing.assert_allclose(shank.tilt_deg, np.abs(hip - 20), atol=1e-5)
    np.testing.assert_allclose(thigh.elevation_deg, hip - 90, atol=1e-5)


def test_a_leg_raised_lying_down_rises_above_the_horizontal(posed, fit):
    thigh, _ = states(fit, posed(np.zeros(50), 35.0, base="supine"))
    np.testing.assert_allclose(thigh.elevation_deg, 35.0, atol=1e-5)


@pytest.mark.parametrize(("side", "sign"), [(Side.RIGHT, 1.0), (Side.LEFT, -1.0)])
def test_sideways_lean_is_positive_outwards(posed, fit, side, sign):
    """The distal end moves to the subject's right: outwards on the right leg."""
    thigh, _ = states(fit, posed(np.zeros(10), frontal_deg=-12.0), side)
    np.testing.assert_allclose(thigh.frontal_deg, sign * 12.0, atol=1e-5)


def test_specific_force_and_rate_in_segment_axes(posed, fit):
    block = posed(np.zeros(200), np.linspace(0, 40, 200))
    thigh, _ = states(fit, block)
    np.testing.assert_allclose(thigh.acc_m_s2[0], (0.0, 9.81, 0.0), atol=1e-6)
    np.testing.assert_allclose(np.degrees(thigh.gyr_rad_s[50]), (0.0, 0.0, 40 / 1.99), atol=1e-3)


def test_dynamic_acceleration_is_without_gravity_and_zero_where_nothing_is_known(posed, fit):
    block = posed(np.zeros(20))
    pushed = np.add(block.aligned.shank.acc_m_s2, (3 * 9.81, 9.81, 0.0))
    missing = np.arange(20) >= 15
    shank_grid = replace(block.aligned.shank, acc_m_s2=pushed, missing=missing)
    _, shank = states(fit, replace(block, aligned=replace(block.aligned, shank=shank_grid)))
    np.testing.assert_allclose(shank.dynamic_g[:15], np.tile((1.0, np.sqrt(10.0)), (15, 1)), atol=1e-6)
    assert not shank.dynamic_g[15:].any()


@pytest.mark.parametrize(("base", "flexion", "hip", "posture"), [
    ("standing", 0, 0, Posture.STANDING), ("standing", 90, 45, Posture.STANDING),      # a squat
    ("standing", 90, 90, Posture.SITTING), ("standing", 60, 80, Posture.SITTING),
    ("supine", 0, 0, Posture.SUPINE), ("supine", 0, 30, Posture.SUPINE),               # straight leg raise
    ("supine", 80, 32, Posture.SUPINE),                                                 # heel slide
    ("supine", 0, 50, Posture.SUPINE), ("supine", 95, 45, Posture.SUPINE),              # the knees drawn up
    ("prone", 0, 0, Posture.PRONE), ("prone", 100, 0, Posture.PRONE),
    ("side_leg_up", 20, 20, Posture.SIDE_LEG_UP), ("side_leg_down", 20, 20, Posture.SIDE_LEG_DOWN)])
def test_posture_from_gravity_alone(posed, fit, base, flexion, hip, posture):
    block = posed(np.full(5, float(flexion)), float(hip), base=base)
    assert set(posture_now(*states(fit, block), Side.RIGHT)) == {posture}


def test_on_the_side_which_leg_is_up_depends_on_the_leg(posed, fit):
    block = posed(np.zeros(3), base="side_leg_up")
    assert set(posture_now(*states(fit, block, Side.LEFT), Side.LEFT)) == {Posture.SIDE_LEG_DOWN}


def kept(*stretches, thigh=0.0, shank=0.0, sway=1.0):
    """The postures at the ends of stretches (posture, seconds), as the keeper believes them.

    Thigh and shank stand at these elevations and sway by so many degrees.
    """
    keeper, ends = PostureKeeper(100.0), []
    for posture, seconds in stretches:
        swaying = sway * np.sin(np.arange(round(100 * seconds)) / 20)
        suggested = np.full(len(swaying), posture, np.uint8)
        ends.append(Posture(int(keeper.push(suggested, thigh + swaying, shank + swaying)[-1])))
    return ends


def test_the_first_posture_is_believed_at_once():
    assert kept((Posture.STANDING, 0.01)) == [Posture.STANDING]


def test_a_new_posture_is_believed_once_it_lasts():
    assert kept((Posture.STANDING, 2), (Posture.SITTING, 0.4)) == [Posture.STANDING, Posture.STANDING]
    assert kept((Posture.STANDING, 2), (Posture.SITTING, 0.6)) == [Posture.STANDING, Posture.SITTING]


def test_unknown_never_replaces_what_is_known():
    assert kept((Posture.STANDING, 1), (Posture.UNKNOWN, 20)) == [Posture.STANDING, Posture.STANDING]


def test_a_seated_leg_held_out_is_not_lying_until_nobody_could_hold_it():
    assert kept((Posture.SITTING, 2), (Posture.SUPINE, 14), (Posture.SUPINE, 2)) == [
        Posture.SITTING, Posture.SITTING, Posture.SUPINE]


def test_a_leg_that_rests_as_only_a_lying_one_can_is_believed_to_lie():
    lying = (Posture.SITTING, 2), (Posture.SUPINE, 1), (Posture.SUPINE, 1)
    assert kept(*lying, sway=0.05) == [Posture.SITTING, Posture.SITTING, Posture.SUPINE]
    assert kept(*lying, sway=0.5) == [Posture.SITTING] * 3


def test_a_thigh_raised_high_is_that_of_someone_who_lies():
    assert kept((Posture.SITTING, 2), (Posture.SUPINE, 1), thigh=30.0) == [Posture.SITTING, Posture.SUPINE]


def test_the_top_of_a_bridge_is_no_seat_but_sitting_up_from_a_straight_leg_is():
    keeper = PostureKeeper(100.0)

    def hold(posture, seconds, thigh, shank):
        ones = np.ones(round(100 * seconds))
        return Posture(int(keeper.push((posture * ones).astype(np.uint8), thigh * ones, shank * ones)[-1]))

    assert hold(Posture.SUPINE, 2, 0.0, 0.0) is Posture.SUPINE
    assert hold(Posture.SUPINE, 2, 45.0, -50.0) is Posture.SUPINE        # knees drawn up
    assert hold(Posture.SITTING, 5, 10.0, -75.0) is Posture.SUPINE       # hips up
    assert hold(Posture.SUPINE, 2, 0.0, 0.0) is Posture.SUPINE
    assert hold(Posture.SITTING, 1, 0.0, -90.0) is Posture.SITTING
