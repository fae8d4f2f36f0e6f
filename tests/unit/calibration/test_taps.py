from dataclasses import replace

import numpy as np
import pytest

from calibration.taps import clock_check, find_taps


def tapped(leg, *times_s, skew_s=0.0, size=15.0):
    """A leg at rest with short blows along the bones, later at the shank."""
    motion = leg((9,), noise=0.02).motion

    def blows(acc, shift_s):
        out = acc.copy()
        for t_s in times_s:
            out *= 1.0 + size / 9.81 * np.exp(-(((motion.t_s - t_s - shift_s) / 0.02) ** 2))[:, None]
        return out
    return replace(motion, thigh_acc=blows(motion.thigh_acc, 0.0), shank_acc=blows(motion.shank_acc, skew_s))


@pytest.mark.parametrize("skew_s", [-0.03, 0.0, 0.004, 0.025])
def test_blows_tell_how_far_apart_the_clocks_are(leg, skew_s):
    found = clock_check(find_taps(tapped(leg, 2.013, 3.2, 4.507, skew_s=skew_s)))
    assert found.taps == 3
    assert found.skew_ms == pytest.approx(1e3 * skew_s, abs=3.0)
    assert abs(found.skew_ms - 1e3 * skew_s) < 3.0 * found.sigma_ms + 0.5


def test_a_leg_at_rest_has_no_taps(leg):
    assert find_taps(leg((9,), noise=0.05).motion) == []


def test_one_sensor_alone_is_no_tap_of_both(leg):
    both = tapped(leg, 3.0)
    assert find_taps(replace(both, shank_acc=tapped(leg).shank_acc)) == []


def test_one_tap_is_not_enough(leg):
    assert clock_check(find_taps(tapped(leg, 3.0))) is None
