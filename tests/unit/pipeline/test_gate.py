from dataclasses import replace

import numpy as np
import pytest

from monitor.pipeline.gate import gate, sound
from monitor.pipeline.ingest import SensorBlock


def block(count: int = 6) -> SensorBlock:
    flags = np.arange(count) % 2 == 0
    return SensorBlock(np.arange(count), np.full((count, 3), 9.8), np.full((count, 3), 0.1), flags, ~flags)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e6, -1e6])
@pytest.mark.parametrize("name", ["acc_m_s2", "gyr_rad_s"])
@pytest.mark.parametrize("axis", range(3))
def test_a_sample_that_cannot_be_is_left_out(name, axis, value):
    values = getattr(block(), name).copy()
    values[3, axis] = value
    out = gate(replace(block(), **{name: values}))
    assert out.t_device_ns.tolist() == [0, 1, 2, 4, 5]
    for left in (out.acc_m_s2, out.gyr_rad_s):
        assert np.isfinite(left).all()
    assert out.acc_saturated.tolist() == [True, False, True, True, False]


def test_a_good_block_passes_untouched():
    good = block()
    assert gate(good) is good


def test_saturated_samples_pass():
    clipped = replace(block(), acc_m_s2=np.full((6, 3), 313.8), acc_saturated=np.ones(6, np.bool_))
    assert sound(clipped).all()
    assert gate(clipped).acc_saturated.all()


def test_a_block_may_vanish_altogether():
    assert len(gate(replace(block(), gyr_rad_s=np.full((6, 3), np.nan)))) == 0
