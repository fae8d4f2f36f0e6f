import numpy as np
import pytest

from calibration.rotation import about_vertical, multiply
from monitor.pipeline.heading import DRIFT_RAD_S, Heading

ROLLED = np.array([np.cos(0.27), np.sin(0.27), 0.0, 0.0])     # about a thigh that lies along x


def pushed(heading, block, restarted_at=()):
    restarted = np.zeros(len(block), np.bool_)
    restarted[list(restarted_at)] = True
    return heading.push(block.thigh.quat, block.shank.quat, block.thigh.gyr_rad_s, block.shank.gyr_rad_s,
                        restarted)


def squats(seconds, degrees=70.0):
    return degrees * 0.5 * (1.0 - np.cos(np.arange(round(100 * seconds)) / 100 * 2 * np.pi / 3.0))


@pytest.mark.parametrize("offset", [0.3, -2.9, 3.1])
def test_the_offset_between_the_earth_frames_is_found_and_its_sigma_shrinks(posed, fit, offset):
    flexion = squats(15)
    out = pushed(Heading(fit, 100.0), posed(flexion, flexion / 2, heading_rad=offset))
    error = np.angle(np.exp(1j * (out.offset_rad - offset)))
    assert abs(np.degrees(error[-1])) < 0.5
    assert out.sigma_rad[0] > out.sigma_rad[-1]
    assert np.degrees(out.sigma_rad[-1]) < 5.0
    assert out.residual_deg[-1] < 1.0


def test_a_known_offset_is_kept(posed, fit):
    heading = Heading(fit, 100.0)
    heading.start_at(1.2)
    out = pushed(heading, posed(squats(5), heading_rad=1.2))
    np.testing.assert_allclose(out.offset_rad, 1.2, atol=1e-6)
    assert np.degrees(out.sigma_rad[0]) < 3.0


def test_with_the_hinge_upright_the_offset_freezes_and_sigma_grows(posed, fit):
    """Lying on the side: whatever the knee does, it tells nothing about heading."""
    heading = Heading(fit, 100.0)
    heading.start_at(0.5)
    out = pushed(heading, posed(squats(60), 10.0, base="side_leg_up", heading_rad=0.9))
    np.testing.assert_array_equal(out.offset_rad, 0.5)
    assert (np.diff(out.sigma_rad) >= 0).all()
    assert np.degrees(out.sigma_rad[-1]) == pytest.approx(2.0 + 60 * np.degrees(DRIFT_RAD_S), rel=0.05)


def test_on_the_side_too_a_bent_knee_tells_less_of_heading_than_a_straight_one(posed, fit):
    """Gravity hardly tells the one from the other there."""
    corrected = []
    for degrees in (0.0, 85.0):
        heading = Heading(fit, 100.0)
        heading.start_at(0.0)
        leg = posed(np.full(300, degrees), base="side_leg_down")
        thigh, shank = multiply(ROLLED, leg.thigh.quat), multiply(ROLLED, leg.shank.quat)
        shank = multiply(about_vertical(np.array(-0.1)), shank)
        moving = np.full((300, 3), 1.0)
        corrected.append(heading.push(thigh, shank, moving, moving, np.zeros(300, np.bool_)).offset_rad[-1])
    assert 0.0 < corrected[1] < 0.1 * corrected[0]


def test_what_turns_at_rest_is_drift(posed, fit):
    """The leg rests on its side while the earth frames creep apart: the offset follows all the same."""
    block = posed(np.zeros(3000), base="side_leg_down")
    creep = np.radians(0.1) * np.arange(3000) / 100
    drifting = multiply(about_vertical(-creep), block.shank.quat)
    heading = Heading(fit, 100.0)
    heading.start_at(0.0)
    no = np.zeros(3000, np.bool_)
    out = heading.push(block.thigh.quat, drifting, block.thigh.gyr_rad_s, block.shank.gyr_rad_s, no)
    assert out.still[400:].all()
    assert not out.still[:200].any()
    assert np.degrees(out.offset_rad[-1] - out.offset_rad[400]) == pytest.approx(2.6, abs=0.05)


def test_moving_ends_the_rest(posed, fit):
    flexion = np.concatenate((np.zeros(500), squats(3)))
    still = pushed(Heading(fit, 100.0), posed(flexion)).still
    assert still[480]
    assert not still[560:].any()


def test_a_new_earth_frame_is_learnt_anew(posed, fit):
    """The shank's filter restarted: from then its frame is another one."""
    flexion = squats(20)
    before, after = posed(flexion, heading_rad=0.2), posed(flexion, heading_rad=2.0)
    heading = Heading(fit, 100.0)
    first = pushed(heading, before)
    second = pushed(heading, after, restarted_at=[0])
    assert first.offset_rad[-1] == pytest.approx(0.2, abs=0.02)
    assert second.offset_rad[0] == pytest.approx(2.0, abs=0.1)
    assert second.offset_rad[-1] == pytest.approx(2.0, abs=0.02)


def test_hinges_that_do_not_meet_show_in_the_residual(posed, fit):
    flexion = squats(20)
    straight = posed(flexion, flexion / 2)
    slipped = posed(flexion, flexion / 2, frontal_deg=20.0)
    heading = Heading(fit, 100.0)
    no = np.zeros(len(flexion), np.bool_)
    out = heading.push(straight.thigh.quat, slipped.shank.quat, straight.thigh.gyr_rad_s,
                       slipped.shank.gyr_rad_s, no)
    assert out.residual_deg[-1] == pytest.approx(20.0, abs=3.0)
