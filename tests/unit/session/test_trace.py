from typing import Any

import numpy as np
import pytest

from monitor.leg import ARRAYS, LegBlock
from monitor.session.trace import TraceBuffer, no_trace
from monitor.values import Side

ZERO_NS = 1_767_225_600_000_000_000
WIDE = {"thigh_acc_m_s2": 3, "shank_acc_m_s2": 3, "thigh_gyr_rad_s": 3, "shank_gyr_rad_s": 3,
        "thigh_dynamic_g": 2, "shank_dynamic_g": 2, "acc_saturated": 2}


def rows(first: int, last: int) -> LegBlock:
    """Rows at 10 Hz whose every value is its row number."""
    number = np.arange(first, last, dtype=np.float64)
    arrays: dict[str, Any] = {name: np.stack([number] * WIDE[name], axis=1) if name in WIDE else number
                              for name in ARRAYS}
    return LegBlock(Side.LEFT, 10.0, **(arrays | {
        "t_ns": ZERO_NS + (number * 1e8).astype(np.int64), "valid": number % 3 == 0,
        "oriented": number % 2 == 0}))


@pytest.mark.parametrize("sizes", [[30], [1] * 30, [7, 23], [200], [1000], [150, 60, 199, 1, 410],
                                   [201, 400]], ids=str)
def test_it_holds_the_last_twenty_seconds_however_they_came(sizes):
    buffer, start = TraceBuffer(10.0, ZERO_NS), 0
    for size in sizes:
        buffer.push(rows(start, start + size))
        start += size
    trace = buffer.trace()
    expected = np.arange(max(0, start - 200), start)
    np.testing.assert_allclose(trace.t_s, expected / 10.0)
    for values in (trace.flexion_deg, trace.sigma_deg, trace.thigh_acc_g, trace.shank_tilt_deg,
                   trace.thigh_elevation_deg):
        np.testing.assert_array_equal(values, expected)
    np.testing.assert_array_equal(trace.valid, expected % 3 == 0)
    np.testing.assert_array_equal(trace.oriented, expected % 2 == 0)


def test_a_trace_is_a_copy():
    buffer = TraceBuffer(10.0, ZERO_NS)
    buffer.push(rows(0, 50))
    before = buffer.trace()
    buffer.push(rows(50, 500))
    np.testing.assert_array_equal(before.flexion_deg, np.arange(50))


def test_no_trace_is_empty():
    trace = no_trace()
    assert {len(getattr(trace, name)) for name in type(trace).__slots__} == {0}
