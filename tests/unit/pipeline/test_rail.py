import numpy as np
import pytest

from monitor.pipeline.rail import Rail

LIMIT = 16 * 9.81


def landings(limit: float = np.inf) -> np.ndarray:
    """Two hard landings in noise, in the second axis, as far as the part reaches."""
    t = np.arange(2000) / 200.0
    pulse = sum(300.0 * np.exp(-((t - at) / 0.02) ** 2) for at in (3.0, 6.0))
    acc = np.random.default_rng(3).normal(0.0, 0.5, (2000, 3)) + np.array((0.0, 9.81, 0.0))
    acc[:, 1] -= pulse
    return np.clip(acc, -limit, limit)


def test_values_that_stop_at_a_limit_are_clipped():
    acc = landings(LIMIT)
    at_limit = np.flatnonzero(np.abs(acc[:, 1]) == LIMIT)
    assert len(at_limit) > 6
    assert np.flatnonzero(Rail().push(acc)).tolist() == at_limit[1:].tolist()


def test_hard_landings_within_the_range_are_not():
    assert not Rail().push(landings()).any()


def test_quiet_values_that_repeat_are_not():
    assert not Rail().push(np.full((500, 3), 9.8)).any()


@pytest.mark.parametrize("cut", [1, 605, 606, 1200])
def test_it_does_not_matter_how_the_stream_is_cut(cut):
    acc, rail = landings(LIMIT), Rail()
    parts = np.concatenate([rail.push(acc[:cut]), rail.push(acc[cut:])])
    np.testing.assert_array_equal(parts, Rail().push(acc))
