from dataclasses import replace

import numpy as np
import pytest

from monitor.pipeline.align import Align, AlignedBlock, TimedBlock

START_NS = 1_767_225_600_123_456_789
MS = 1_000_000


def samples(t_ms, value=None, acc_saturated=False) -> TimedBlock:
    """Samples at these milliseconds; each axis reads `value`, or the time in seconds."""
    t_ms = np.asarray(t_ms, float)
    reading = t_ms / 1000.0 if value is None else np.full(len(t_ms), value)
    rows = np.repeat(reading[:, None], 3, axis=1)
    return TimedBlock(START_NS + np.rint(t_ms * MS).astype(np.int64), rows, 10.0 * rows,
                      np.broadcast_to(acc_saturated, len(t_ms)).copy(), np.zeros(len(t_ms), np.bool_),
                      np.zeros(len(t_ms)))


def every(period_ms, from_ms, to_ms):
    return np.arange(from_ms, to_ms, period_ms, dtype=float)


def seconds(block: AlignedBlock):
    return (block.t_ns - START_NS) * 1e-9


def test_two_streams_on_one_even_grid():
    block = Align(100.0).push([samples(every(10, 3, 500))], [samples(every(10, 7, 500))])
    assert np.diff(block.t_ns).tolist() == [10 * MS] * (len(block) - 1)
    assert seconds(block)[0] == pytest.approx(0.007)
    assert seconds(block)[-1] <= 0.493
    for sensor in (block.thigh, block.shank):
        np.testing.assert_allclose(sensor.acc_m_s2[:, 0], seconds(block), atol=1e-9)
        np.testing.assert_allclose(sensor.gyr_rad_s[:, 2], 10 * seconds(block), atol=1e-8)
        assert not (sensor.bridged | sensor.gap | sensor.missing).any()


@pytest.mark.parametrize("rate_hz", [60.0, 128.0, 333.0])
def test_an_odd_rate_does_not_creep(rate_hz):
    """After an hour the grid is still on time to the nanosecond."""
    period_ms = 1000.0 / rate_hz
    align = Align(rate_hz)
    align.push([samples([0, period_ms])], [samples([0, period_ms])])
    late = every(period_ms, 3_600_000, 3_600_500)
    align.push([samples(late - 400)], [samples(late - 400)])
    block = align.push([samples(late)], [samples(late)])
    steps = (block.t_ns - START_NS) * rate_hz * 1e-9
    np.testing.assert_allclose(steps, np.rint(steps), atol=1e-6)


def test_nothing_comes_out_while_one_sensor_was_never_heard():
    align = Align(100.0)
    for first in range(0, 20_000, 20):
        assert align.push([samples([first, first + 10])], []) is None
    block = align.push([samples([20_000, 20_010])], [samples([19_990, 20_000, 20_010])])
    assert seconds(block)[0] == pytest.approx(19.99)


def test_memory_is_bounded_while_one_sensor_is_alone():
    align = Align(100.0)
    for first in range(0, 20_000, 20):
        align.push([samples([first, first + 10])], [])
    assert len(align.thigh.take().t_ns) < 510


@pytest.mark.parametrize(("length_ms", "bridged", "gap"), [(10, False, False), (40, True, False),
                                                          (50, True, False), (60, False, True),
                                                          (400, False, True)])
def test_a_gap_up_to_50_ms_is_bridged_a_longer_one_is_marked(length_ms, bridged, gap):
    times = np.concatenate((every(10, 0, 310), every(10, 300 + length_ms, 1500)))
    block = Align(100.0).push([samples(times)], [samples(every(10, 0, 1500))])
    inside = (seconds(block) > 0.3005) & (seconds(block) < 0.3 + length_ms / 1000 - 0.0005)
    assert block.thigh.bridged[inside].all() == (bridged or not inside.any())
    assert block.thigh.gap[inside].all() == (gap or not inside.any())
    assert not (block.thigh.bridged | block.thigh.gap | block.thigh.missing)[~inside].any()
    assert not (block.shank.bridged | block.shank.gap | block.shank.missing).any()
    np.testing.assert_allclose(block.thigh.gyr_rad_s[inside][:, 0], 10 * seconds(block)[inside], atol=1e-8)
    acc = block.thigh.acc_m_s2[inside][:, 0]
    np.testing.assert_allclose(acc, 0.0 if gap else seconds(block)[inside], atol=1e-9)


def test_a_silence_is_missing_not_bridged():
    times = np.concatenate((every(10, 0, 310), every(10, 1000, 1500)))
    block = Align(100.0).push([samples(times, 5.0)], [samples(every(10, 0, 1500))])
    inside = (seconds(block) > 0.3005) & (seconds(block) < 0.9995)
    assert (block.thigh.missing == inside).all()
    assert not block.thigh.acc_m_s2[inside].any()
    assert not block.thigh.gyr_rad_s[inside].any()
    assert (block.thigh.acc_m_s2[~inside] == 5.0).all()


def test_the_grid_goes_on_half_a_second_behind_the_sensor_that_still_sends():
    align = Align(100.0)
    align.push([samples(every(10, 0, 200))], [samples(every(10, 0, 200))])
    assert not align.stalled
    assert align.push([samples(every(10, 200, 690))], []) is None
    block = align.push([samples(every(10, 690, 1200))], [])
    assert align.stalled
    assert seconds(block)[-1] == pytest.approx(0.69)
    assert block.shank.missing.all()
    assert not block.thigh.missing.any()


def test_what_comes_after_the_grid_has_passed_is_not_put_back():
    align = Align(100.0)
    align.push([samples(every(10, 0, 200))], [samples(every(10, 0, 200))])
    align.push([samples(every(10, 200, 1200))], [])
    block = align.push([], [samples(every(10, 200, 1200))])
    assert seconds(block)[0] == pytest.approx(0.70)
    assert not block.shank.missing.any()


def test_samples_that_are_not_newer_are_dropped():
    align = Align(100.0)
    first = align.push([samples(every(10, 0, 200), 1.0)], [samples(every(10, 0, 200))])
    again = align.push([samples(every(10, 100, 300), 7.0)], [samples(every(10, 200, 300))])
    both = np.concatenate((first.thigh.acc_m_s2[:, 0], again.thigh.acc_m_s2[:, 0]))
    assert both[:20].tolist() == [1.0] * 20
    assert both[20:].tolist() == [7.0] * 10


def test_a_stamp_from_the_past_among_others_is_dropped_however_they_are_cut():
    """One damaged stamp in a batch must not put the samples around it out of order."""
    good, past = every(10, 0, 300), every(10, -200, -180)
    whole = samples(np.concatenate((good[:10], past, good[10:])))
    cut = [samples(good[:10]), samples(past), samples(good[10:])]
    one, other = (Align(100.0).push(blocks, [samples(every(10, 0, 300))]) for blocks in ([whole], cut))
    np.testing.assert_array_equal(one.t_ns, other.t_ns)
    np.testing.assert_array_equal(one.thigh.acc_m_s2, other.thigh.acc_m_s2)
    np.testing.assert_allclose(one.thigh.acc_m_s2[:, 0], seconds(one), atol=1e-9)


def test_saturation_reaches_the_instants_beside_it():
    clipped = np.zeros(50, np.bool_)
    clipped[20] = True
    thigh = samples(every(10, 3, 500), acc_saturated=clipped)
    block = Align(100.0).push([thigh], [samples(every(10, 0, 500))])
    at = seconds(block)[block.thigh.acc_saturated]
    np.testing.assert_allclose(at, [0.203], atol=0.0101)
    assert len(at) in (1, 2)
    assert not block.thigh.gyr_saturated.any()
    assert not block.shank.acc_saturated.any()


def test_a_tables_own_instants_are_the_grid():
    align = Align(128.0, shared_clock=True)
    times = every(1000 / 128, 40_000, 41_000)
    block = align.push([samples(times)], [samples(times, 3.0)])
    np.testing.assert_array_equal(block.t_ns, samples(times).t_ns)
    np.testing.assert_array_equal(block.thigh.acc_m_s2[:, 0], times / 1000)
    assert align.push([samples(times + 1000)], [samples(times + 1000)]).t_ns[0] > block.t_ns[-1]


def test_a_table_keeps_the_instants_that_only_one_sensor_has():
    times = every(10, 0, 200)
    thigh = samples(np.delete(times, [5, 6]))
    block = Align(100.0, shared_clock=True).push([thigh], [samples(times)])
    np.testing.assert_array_equal(block.t_ns, samples(times).t_ns)
    assert np.flatnonzero(block.thigh.bridged).tolist() == [5, 6]
    np.testing.assert_allclose(block.thigh.acc_m_s2[:, 0], times / 1000, atol=1e-9)


def test_saturated_gyro_is_passed_on():
    spin = samples(every(10, 0, 300))
    spin = replace(spin, gyr_saturated=np.ones(30, np.bool_))
    assert Align(100.0).push([spin], [samples(every(10, 0, 300))]).thigh.gyr_saturated.all()
