import numpy as np
import pytest

from firmware_protocol.codec import encode_data
from firmware_protocol.movella_control import Mode
from firmware_protocol.movella_dot import DotPacket
from firmware_protocol.movella_dot import encode_packet as encode_dot
from firmware_protocol.packets import DataFlag, DataPacket, ImpactTrailer
from firmware_protocol.unquantised import encode_rows
from monitor.pipeline.pair import SensorPair
from monitor.values import LinkEvent, LinkKind, Placement, Received, Segment, Sensor, Side

START_NS = 1_767_225_600_000_000_000
THIGH, SHANK = (Placement(Side.LEFT, segment) for segment in Segment)
DEVICE_US = {THIGH: 1_000_000_000, SHANK: 2_500_000_000}     # each clock began at its own time
G_COUNTS = 2048                                             # 1 g at a range of 16 g


def connected(place, dialect="patella", rate_hz=100.0, boot_id=1):
    sensor = Sensor(place, dialect, rate_hz, str(place), "", 16.0, 2000.0, boot_id)
    return LinkEvent(place, START_NS, LinkKind.CONNECTED, sensor.to_json())


def packet(place, i, impact=None, clock_us=DEVICE_US):
    """Two samples of rest, which take 20 ms, received when they are complete."""
    counts = np.zeros((2, 6), np.int16)
    counts[:, 1] = G_COUNTS
    flags = DataFlag.IMPACT if impact else 0
    t0_us = (clock_us[place] + i * 20_000) % 2**32
    payload = encode_data(DataPacket(flags, i % 65536, 10_000, t0_us, counts, impact))
    return Received(place, START_NS + i * 20_000_000 + 10_000_000, payload)


@pytest.fixture
def pair():
    both = SensorPair(Side.LEFT)
    for place in (THIGH, SHANK):
        both.push(connected(place))
    return both


def stream(pair, first, last, places=(THIGH, SHANK), impacts=None):
    for i in range(first, last):
        for place in places:
            pair.push(packet(place, i, (impacts or {}).get((place, i))))


def test_two_clocks_become_one_grid(pair):
    stream(pair, 0, 300)
    block, = pair.take()
    assert len(block) == pytest.approx(600, abs=3)
    assert np.diff(block.aligned.t_ns).tolist() == [10_000_000] * (len(block) - 1)
    assert abs(int(block.aligned.t_ns[0]) - START_NS) < 20_000_000
    np.testing.assert_allclose(block.aligned.shank.acc_m_s2[:, 1], 9.80665)
    assert not block.thigh.restarted.any()


def test_nothing_is_left_after_taking(pair):
    stream(pair, 0, 10)
    assert pair.take()
    assert pair.take() == []


def test_other_places_are_ignored(pair):
    other = Placement(Side.RIGHT, Segment.THIGH)
    pair.push(connected(other))
    pair.push(Received(other, START_NS, b"\x01"))
    assert pair.take() == []
    assert set(pair.channels) == {THIGH, SHANK}


def test_one_sensor_alone_makes_no_rows(pair):
    stream(pair, 0, 100, [SHANK])
    assert pair.take() == []


def test_an_impact_keeps_its_instant_and_its_sensor(pair):
    impacts = {(SHANK, 40): ImpactTrailer(16_384, 5_000), (THIGH, 60): ImpactTrailer(4_096, 0)}
    stream(pair, 0, 100, impacts=impacts)
    block, = pair.take()
    shank, thigh = sorted(block.impacts, key=lambda impact: impact.t_ns)
    assert (shank.shank, shank.peak_resultant_g, shank.saturated) == (True, 8.0, False)
    assert (thigh.shank, thigh.peak_resultant_g) == (False, 2.0)
    assert thigh.t_ns - shank.t_ns == pytest.approx(20 * 20_000_000 - 5_000_000, abs=1_000_000)


def test_a_cut_block_gives_each_impact_to_one_part(pair):
    impacts = {(SHANK, i): ImpactTrailer(8_192, 3_000) for i in (5, 30, 31, 49)}
    stream(pair, 0, 50, impacts=impacts)
    block, = pair.take()
    cuts = [block[:20], block[20:62], block[62:]]
    assert [len(part.impacts) for part in cuts] == [1, 1, 2]
    assert tuple(impact for part in cuts for impact in part.impacts) == block.impacts


def test_a_restarted_sensor_goes_on_in_place(pair):
    stream(pair, 0, 100)
    pair.push(connected(SHANK, boot_id=2))
    for i in range(100, 200):
        pair.push(packet(THIGH, i))
        pair.push(packet(SHANK, i, clock_us={SHANK: 7_000_000}))
    times = np.concatenate([block.aligned.t_ns for block in pair.take()])
    assert (np.diff(times) == 10_000_000).all()
    assert len(times) == pytest.approx(400, abs=3)


def test_skew_is_known_once_both_were_pinged(pair):
    assert pair.skew_ns() is None
    for i in range(300):
        stream(pair, i, i + 1)
        if i % 12 == 0:
            for place in (THIGH, SHANK):
                sent = START_NS + i * 20_000_000
                device_us = (DEVICE_US[place] + i * 20_000 + 2_000) % 2**32
                pair.push(LinkEvent(place, sent + 9_000_000, LinkKind.SYNC, {
                    "host_send_ns": sent, "host_receive_ns": sent + 9_000_000, "device_us": device_us}))
    assert pair.skew_ns() is not None
    assert 0 <= pair.skew_ns() < 5e6


def test_a_table_has_no_skew():
    pair = SensorPair(Side.LEFT)
    rows = np.zeros((25, 7))
    rows[:, 0], rows[:, 2] = np.arange(25) / 50.0, 9.81
    for place in (THIGH, SHANK):
        pair.push(connected(place, "samples", 50.0))
        pair.push(Received(place, START_NS + 480_000_000, encode_rows(rows)))
    block, = pair.take()
    assert pair.skew_ns() == 0.0
    assert (block.aligned.t_ns - START_NS).tolist() == [i * 20_000_000 for i in range(25)]


def test_a_ping_before_any_packet_tells_nothing(pair):
    pair.push(LinkEvent(THIGH, START_NS, LinkKind.SYNC,
                        {"host_send_ns": START_NS, "host_receive_ns": START_NS, "device_us": 5}))
    assert not pair.channels[THIGH].timebase.pings.points


def test_what_is_unsure_of_a_clock_goes_with_the_samples(pair):
    stream(pair, 0, 300)
    block, = pair.take()
    by_then = block.aligned.shank.t_sigma_s[200:]          # without pings, the time between two packets
    np.testing.assert_allclose(by_then, 0.02 / np.sqrt(12))
    assert block.aligned.shank.t_sigma_s[0] > by_then[0]
    assert pair.skew_ns() == pytest.approx(0.5 * np.hypot(20e6, 20e6))


def dots(pair, synchronised):
    for place in (THIGH, SHANK):
        layout = {"mode": 21, "synchronised": True} if synchronised else {"mode": 21}
        sensor = Sensor(place, "movella_dot", 60.0, str(place), layout=layout)
        pair.push(LinkEvent(place, START_NS, LinkKind.CONNECTED, sensor.to_json()))
    for i in range(600):
        taken_us = i * 16_667
        payload = encode_dot(DotPacket(Mode.RATE_QUANTITIES, taken_us, (0.0, 0.0, 9.8, float(i), 0.0, 0.0)))
        for place, late_ns in ((THIGH, 1_000_000), (SHANK, 4_000_000)):
            pair.push(Received(place, START_NS + taken_us * 1000 + late_ns, payload))
    block, = pair.take()
    return block.aligned


@pytest.mark.parametrize(("synchronised", "apart_ms"), [(True, 0.0), (False, 3.0)])
def test_dots_on_one_clock_are_put_side_by_side_though_one_is_always_later(synchronised, apart_ms):
    aligned = dots(SensorPair(Side.LEFT), synchronised)
    late = slice(400, None)
    apart = np.degrees(aligned.thigh.gyr_rad_s[late, 0] - aligned.shank.gyr_rad_s[late, 0]) * 16.667
    np.testing.assert_allclose(apart, apart_ms, atol=0.05)
