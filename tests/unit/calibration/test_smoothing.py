import numpy as np

from calibration.smoothing import smoothed


def test_an_impulse_is_spread_over_the_window():
    values = np.zeros((21, 3))
    values[10] = (1.0, 2.0, 3.0)
    result = smoothed(values, 50.0, 0.1)
    np.testing.assert_allclose(result[8:13], np.tile((0.2, 0.4, 0.6), (5, 1)))
    assert not result[:8].any()
    assert not result[13:].any()


def test_a_window_of_one_sample_changes_nothing():
    values = np.random.default_rng(1).standard_normal((9, 3))
    np.testing.assert_array_equal(smoothed(values, 50.0, 0.001), values)
