"""What the virtual firmware takes for a double tap: the cases of the C core's own test."""

import numpy as np
import pytest

from monitor.virtual.tap import DoubleTaps

PERIOD_S = 600e-6


def heard(starts_s: list[float], width_s: float, height_g: float, piece: int) -> int:
    t_s = np.arange(0.0, 3.0, PERIOD_S)
    acc_g = np.zeros((3, len(t_s)))
    acc_g[1] = 1.0
    for start_s in starts_s:
        acc_g[2, (t_s >= start_s) & (t_s < start_s + width_s)] = height_g
    taps = DoubleTaps()
    return sum(len(taps.push(t_s[i:i + piece], acc_g[:, i:i + piece])) for i in range(0, len(t_s), piece))


@pytest.mark.parametrize("piece", [1, 37, 5000])
@pytest.mark.parametrize(("starts_s", "width_s", "height_g", "expected"), [
    ([1.0, 1.18], 0.004, 4.0, 1),
    ([1.0, 1.18], 0.004, 1.4, 0),              # too soft
    ([1.0, 1.18], 0.025, 4.0, 0),              # landings are long
    ([1.0], 0.004, 4.0, 0),
    ([1.0, 1.4], 0.004, 4.0, 0),               # hops are slow
    ([1.0, 1.18, 1.36], 0.004, 4.0, 0),
    ([0.7, 1.0, 1.18], 0.004, 4.0, 0),         # restless before
    ([0.6, 0.78, 1.7, 1.88], 0.004, 4.0, 2),
])
def test_only_two_short_knocks_are_a_double_tap(
        starts_s: list[float], width_s: float, height_g: float, expected: int, piece: int) -> None:
    assert heard(starts_s, width_s, height_g, piece) == expected
