from dataclasses import replace

import numpy as np
import pytest

from firmware_protocol.codec import encode_data
from firmware_protocol.movella_control import Mode
from firmware_protocol.movella_dot import DotPacket
from firmware_protocol.movella_dot import encode_packet as encode_dot
from firmware_protocol.packets import DataFlag, DataPacket, ImpactTrailer
from firmware_protocol.unquantised import encode_rows
from firmware_protocol.witmotion_frames import Motion, encode_frame
from monitor.pipeline.ingest import Ingest, SensorBlock, Tally, joined
from monitor.values import Placement, Received, Segment, Sensor, Side

THIGH = Placement(Side.RIGHT, Segment.THIGH)
PATELLA = Sensor(THIGH, "patella", 100.0, serial="A", acc_range_g=16.0, gyr_range_dps=2000.0, boot_id=1)
PERIOD_US = 10_000


@pytest.fixture
def ingest() -> Ingest:
    one = Ingest()
    one.connected(PATELLA)
    return one


def packet(seq: int, *, t0_us: int | None = None, count: int = 2, flags: int = 0, value: int = 1,
           impact: ImpactTrailer | None = None) -> bytes:
    t0 = (seq * count * PERIOD_US if t0_us is None else t0_us) % 2**32
    counts = np.full((count, 6), value, np.int16)
    return encode_data(DataPacket(flags, seq % 2**16, PERIOD_US, t0, counts, impact))


def push(ingest: Ingest, payload: bytes) -> list:
    return [ingest.block([one]) for one in ingest.push(Received(THIGH, 0, payload))]


def times_us(ingest: Ingest, *payloads: bytes) -> list[int]:
    blocks = [block for payload in payloads for block in push(ingest, payload)]
    return [int(t) // 1000 for block in blocks for t in block.t_device_ns]


def test_samples_in_si_units(ingest):
    block, = push(ingest, packet(0, value=1024))
    np.testing.assert_allclose(block.acc_m_s2, 0.5 * 9.80665)
    np.testing.assert_allclose(block.gyr_rad_s, np.radians(62.5))
    assert not block.acc_saturated.any()
    assert len(block) == 2


def test_loss_is_counted_from_the_sequence(ingest):
    for seq in (0, 1, 2, 5, 6, 10):
        push(ingest, packet(seq))
    assert (ingest.tally.samples, ingest.tally.lost, ingest.tally.gaps) == (12, 10, 2)
    assert ingest.tally.lost_percent == pytest.approx(100 * 10 / 22)


def test_nothing_came_and_nothing_is_lost():
    assert Tally().lost_percent == 0.0


def test_duplicates_are_dropped_and_counted(ingest):
    for seq in (0, 1, 1, 2, 0):
        push(ingest, packet(seq))
    assert (ingest.tally.samples, ingest.tally.duplicates, ingest.tally.lost) == (6, 2, 0)


def test_a_late_packet_brings_nothing_back_in_time(ingest):
    assert times_us(ingest, packet(0), packet(2), packet(1), packet(3)) == [
        0, 10_000, 40_000, 50_000, 60_000, 70_000]
    assert ingest.tally.duplicates == 0


def test_sequence_and_time_wrap(ingest):
    start_us = 2**32 - 15_000
    seen = times_us(ingest, *(packet(65_534 + i, t0_us=start_us + i * 20_000) for i in range(5)))
    assert np.diff(seen).tolist() == [PERIOD_US] * 9
    assert ingest.tally.lost == 0


def test_time_wraps_inside_a_packet(ingest):
    seen = times_us(ingest, packet(0, t0_us=2**32 - 5_000, count=4), packet(1, t0_us=35_000, count=4))
    assert np.diff(seen).tolist() == [PERIOD_US] * 7


def test_the_same_sensor_reconnecting_keeps_its_clock(ingest):
    push(ingest, packet(0))
    assert not ingest.connected(PATELLA)
    assert times_us(ingest, packet(7)) == [140_000, 150_000]
    assert ingest.tally.lost == 12


def test_a_restarted_sensor_begins_a_new_clock(ingest):
    push(ingest, packet(5))
    assert ingest.connected(replace(PATELLA, boot_id=2))
    assert times_us(ingest, packet(0)) == [0, 10_000]
    assert (ingest.tally.lost, ingest.tally.samples) == (0, 4)


def test_a_counter_that_starts_anew_counts_no_loss(ingest):
    push(ingest, packet(30_000))
    push(ingest, packet(0, t0_us=700_000_000))
    assert ingest.tally.lost == 0
    assert ingest.tally.samples == 4


@pytest.mark.parametrize(("payload", "word"), [
    (b"", "at least"), (packet(1)[:-1], "bytes"), (packet(1) + b"\0", "bytes"),
    (b"\x02" + packet(1)[1:], "version 2"), (packet(1)[:2] + b"\x00" + packet(1)[3:], "1 to 19 samples"),
    (packet(1)[:2] + b"\x1e" + packet(1)[3:], "1 to 19 samples")])
def test_a_packet_that_cannot_be_read_is_counted_and_said(ingest, payload, word):
    push(ingest, packet(0))
    assert push(ingest, payload) == []
    assert ingest.tally.refused_packets == 1
    assert word in ingest.tally.last_fault
    assert times_us(ingest, packet(1)) == [20_000, 30_000]
    assert ingest.tally.lost == 0


def test_packets_before_the_sensor_said_what_it_is(ingest):
    fresh = Ingest()
    assert push(fresh, packet(0)) == []
    assert fresh.tally.refused_packets == 1


@pytest.mark.parametrize("sensor", [
    Sensor(THIGH, "smoke_signals", 100.0), Sensor(THIGH, "patella", 100.0)], ids=["dialect", "no ranges"])
def test_a_sensor_that_cannot_be_decoded_is_said_not_raised(sensor):
    ingest = Ingest()
    ingest.connected(sensor)
    assert push(ingest, packet(0)) == []
    assert ingest.tally.refused_packets == 1
    assert ingest.tally.last_fault


def test_saturation_is_flagged_and_the_samples_are_kept(ingest):
    counts = np.ones((3, 6), np.int16)
    counts[1, 2] = -32768
    block, = push(ingest, encode_data(DataPacket(DataFlag.ACC_SATURATED, 0, PERIOD_US, 0, counts)))
    assert block.acc_saturated.tolist() == [False, True, False]
    assert not block.gyr_saturated.any()
    assert ingest.tally.saturated_samples == 1
    assert len(block) == 3


def test_marker_and_impact(ingest):
    flags, impact = DataFlag.MARKER | DataFlag.IMPACT, ImpactTrailer(16_384, 4_000)
    one, = ingest.push(Received(THIGH, 0, packet(3, flags=flags, impact=impact)))
    assert ingest.tally.markers == 1
    assert one.impacts == ((64_000_000, 8.0, False),)


def test_packets_decoded_together_are_those_decoded_singly(ingest):
    """Of any sizes, with clipping in one of them, flagged or between the samples that were sent."""
    rng = np.random.default_rng(4)
    payloads = [encode_data(DataPacket(DataFlag.ACC_SATURATED if i % 5 == 0 else DataFlag(0), i, PERIOD_US,
                                       i * 20_000, rng.integers(-32768, 32768, (1 + i % 4, 6), np.int16)))
                for i in range(40)]
    packets = [one for payload in payloads for one in ingest.push(Received(THIGH, 0, payload))]
    together, singly = ingest.block(packets), joined([ingest.block([one]) for one in packets])
    for name in SensorBlock.__slots__:
        np.testing.assert_array_equal(getattr(together, name), getattr(singly, name))


def test_unquantised_samples_have_their_own_exact_time():
    ingest = Ingest()
    ingest.connected(Sensor(THIGH, "samples", 128.0))
    rows = np.zeros((3, 7))
    rows[:, 0] = np.arange(3) / 128.0
    block, = push(ingest, encode_rows(rows))
    assert block.t_device_ns.tolist() == [0, 7_812_500, 15_625_000]
    rows[:, 0] += 5 / 128.0
    push(ingest, encode_rows(rows))
    assert (ingest.tally.lost, ingest.tally.gaps) == (2, 1)


def test_other_stamps_share_the_unwrapped_clock(ingest):
    assert ingest.device_instant_ns(5) is None
    push(ingest, packet(0, t0_us=2**32 - 20_000))
    push(ingest, packet(1, t0_us=0))
    assert ingest.device_instant_ns(30_000) == 1000 * (2**32 + 30_000)


DOT = Sensor(THIGH, "movella_dot", 60.0, serial="D")
WITMOTION = Sensor(THIGH, "witmotion", 100.0, serial="W")


def dot_packet(t_us: int) -> bytes:
    return encode_dot(DotPacket(Mode.RATE_QUANTITIES, t_us % 2**32, (0.0, 0.0, 9.8, 0.0, 0.0, 0.0)))


def of(sensor: Sensor) -> Ingest:
    one = Ingest()
    one.connected(sensor)
    return one


def test_a_stamp_that_was_there_before_is_a_duplicate():
    ingest = of(DOT)
    stamps = [0, 16_667, 16_667, 33_333, 0, 83_333]
    assert times_us(ingest, *map(dot_packet, stamps)) == [0, 16_667, 33_333, 83_333]
    assert (ingest.tally.duplicates, ingest.tally.lost, ingest.tally.gaps) == (2, 2, 1)


@pytest.mark.parametrize("begins_us", [5_000_000, 1_500_000_000])
def test_a_clock_that_was_set_loses_nothing_and_doubles_nothing(begins_us):
    ingest = of(DOT)
    stamps = [600_000_000, 600_016_667, begins_us, begins_us + 16_667]
    assert len(times_us(ingest, *map(dot_packet, stamps))) == 4
    assert (ingest.tally.duplicates, ingest.tally.lost) == (0, 0)


def test_bytes_passed_over_are_a_gap_of_unknown_length():
    ingest, frame = of(WITMOTION), encode_frame(Motion((0, 0, 2048, 0, 0, 0, 0, 0, 0)))
    for payload in (frame, frame, frame[7:] + frame, frame):
        push(ingest, payload)
    assert (ingest.tally.samples, ingest.tally.gaps, ingest.tally.lost) == (4, 1, 0)


def test_time_that_is_counted_begins_anew_with_each_connection():
    ingest, frame = of(WITMOTION), encode_frame(Motion((0, 0, 2048, 0, 0, 0, 0, 0, 0)))
    assert times_us(ingest, frame, frame) == [0, 10_000]
    assert ingest.connected(WITMOTION)
    assert times_us(ingest, frame) == [0]
