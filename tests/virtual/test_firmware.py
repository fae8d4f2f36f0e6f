"""The sensor's electronics: commands, packets, clock, losses."""

from __future__ import annotations

import numpy as np
import pytest

from firmware_protocol.codec import decode_data, decode_info
from firmware_protocol.commands import (
    Command,
    ConnectionInterval,
    Identify,
    Reply,
    ResetStats,
    SetRange,
    SetRole,
    Start,
    Status,
    Stop,
    Sync,
    decode_reply,
    encode_command,
)
from firmware_protocol.packets import DataFlag, DataPacket, Role, WornSide
from monitor.values import Side
from monitor.virtual.clock import Clock
from monitor.virtual.firmware import QUEUE_PACKETS, VirtualSensor
from monitor.virtual.motions.spec import Spec
from monitor.virtual.patient import Wear, virtual_patient

S = 1_000_000


def sensor(*specs: Spec, seed: int = 1, **wear: float) -> VirtualSensor:
    return virtual_patient(specs, Side.RIGHT, seed, how=Wear(**wear), ready=lambda: True)[1]


def tell(target: VirtualSensor, command: Command, now_us: int = 0) -> Reply:
    return decode_reply(target.command(encode_command(command, 7), now_us))


def stream(target: VirtualSensor, until_s: float, step_s: float = 0.1) -> list[DataPacket]:
    return [decode_data(payload) for now_s in np.arange(step_s, until_s + step_s / 2, step_s)
            for payload in target.packets_until(round(now_s * S))]


def test_the_default_stream_is_fifty_packets_a_second():
    thigh = sensor()
    assert tell(thigh, Start(200, 4)).status is Status.OK
    packets = stream(thigh, 10.0)
    assert len(packets) == pytest.approx(500, abs=2)
    assert {(len(p.counts), p.dt_us) for p in packets} == {(4, 5000)}
    assert [p.seq for p in packets] == list(range(len(packets)))
    assert np.diff([p.t0_us for p in packets]) == pytest.approx(20_000, abs=1)


def test_only_the_first_packet_says_that_nothing_came_before():
    quiet = sensor()
    tell(quiet, Start(200, 4))
    flags = [p.flags for p in stream(quiet, 2.0)]
    assert flags[0] == DataFlag.GAP
    assert set(flags[1:]) == {0}


def test_a_pressed_button_marks_one_packet():
    a = sensor()
    tell(a, Start(200, 4))
    stream(a, 1.0)
    a.press_button()
    flags = [decode_data(p).flags for p in a.packets_until(2 * S)]
    assert flags[0] == DataFlag.MARKER
    assert set(flags[1:]) == {0}


def test_the_same_start_twice_changes_nothing_and_another_is_announced():
    a = sensor()
    tell(a, Start(200, 4))
    first = stream(a, 1.0)
    assert tell(a, Start(200, 4), S).status is Status.OK
    assert a.packets_until(S) == []
    tell(a, Start(100, 2), S)
    changed = decode_data(a.packets_until(2 * S)[0])
    assert changed.flags == DataFlag.GAP | DataFlag.CONFIGURATION_CHANGED
    assert changed.seq == first[-1].seq + 1
    assert decode_info(a.info()).rate_hz == 100


def test_nothing_is_sent_before_start_or_after_stop_or_disconnection():
    a = sensor()
    assert stream(a, 1.0) == []
    tell(a, Start(200, 4), S)
    assert a.packets_until(2 * S)
    tell(a, Stop(), 2 * S)
    assert a.packets_until(3 * S) == []
    tell(a, Start(200, 4), 3 * S)
    a.disconnected()
    assert a.packets_until(4 * S) == []


@pytest.mark.parametrize("step_s", [0.007, 0.333, 1.0])
def test_bytes_do_not_depend_on_how_often_one_asks(step_s):
    def run(step_s: float) -> list[bytes]:
        a = sensor(Spec("squat", 3), bias_dps=0.5, soft_tissue_deg=6.0, loss_percent=5.0)
        a.start(25, 1, 0)
        times_s = [*np.arange(step_s, 10.0, step_s), 10.0]
        return [payload for t_s in times_s for payload in a.packets_until(round(t_s * S))]

    assert run(step_s) == run(0.5)


def test_the_clock_has_its_own_offset_and_drift_and_sync_tells_it():
    a = sensor()
    a.clock = Clock(123_456.0, 50.0)
    stamps = [tell(a, Sync(k), k * 100 * S).sync for k in range(3)]
    assert [s.cookie for s in stamps if s] == [0, 1, 2]
    assert [s.device_us for s in stamps if s] == [123_456, 100_128_456, 200_133_456]
    assert a.clock.true_us(a.clock.device_us(77.0)) == pytest.approx(77.0)


def test_device_time_wraps_at_32_bits():
    a = sensor()
    a.clock = Clock(2**32 - 500_000, 0.0)
    tell(a, Start(200, 4))
    t0 = np.array([p.t0_us for p in stream(a, 1.0)])
    assert t0.max() > 2**32 - 100_000
    assert t0[-1] < 600_000
    assert tell(a, Sync(1), S).sync.device_us == 500_000


@pytest.mark.parametrize("percent", [2.0, 10.0])
def test_losses_jump_the_sequence_in_short_bursts_and_are_flagged(percent):
    a = sensor(loss_percent=percent)
    tell(a, Start(100, 2))
    packets = stream(a, 80.0, 0.5)
    seq = np.array([p.seq for p in packets])
    jumps = np.diff(seq) - 1
    assert 100 * jumps.sum() / (seq[-1] + 1) == pytest.approx(percent, rel=0.3)
    assert 1 <= jumps[jumps > 0].mean() <= 3.5
    gaps = np.array([bool(p.flags & DataFlag.GAP) for p in packets[1:]])
    assert (gaps == (jumps > 0)).all()
    assert decode_info(a.info()).dropped >= jumps.sum()
    tell(a, ResetStats(), 120 * S)
    assert decode_info(a.info()).dropped == 0


def test_a_queue_that_nobody_empties_overflows():
    a = sensor()
    tell(a, Start(200, 4))
    kept = [decode_data(p) for p in a.packets_until(5 * S)]
    assert [p.seq for p in kept] == list(range(QUEUE_PACKETS))
    after = decode_data(a.packets_until(5 * S + 100_000)[0])
    assert after.flags & DataFlag.GAP
    assert after.seq > 200


def test_saturation_is_flagged_and_the_impact_trailer_tells_the_peak():
    hop = Spec("double_leg_hop", 1)
    wide, narrow = sensor(hop, acc_range_g=32), sensor(hop, acc_range_g=4)
    for a in (wide, narrow):
        tell(a, Start(200, 4))
    far, near = stream(wide, 6.0), stream(narrow, 6.0)
    assert not any(p.flags & DataFlag.ACC_SATURATED for p in far)
    assert any(p.flags & DataFlag.ACC_SATURATED for p in near)
    landing = max((p for p in far if p.impact), key=lambda p: p.impact.peak)
    peak_g = landing.impact.peak / 32768 * 32
    shown_g = np.linalg.norm(landing.counts[:, :3] / 32768 * 32, axis=1).max()
    assert shown_g < peak_g < 20
    assert landing.impact.offset_us < 4 * 5000


def test_samples_carry_the_trailer_only_in_impacts():
    a = sensor()
    tell(a, Start(200, 4))
    assert not any(p.impact for p in stream(a, 3.0))


@pytest.mark.parametrize(("command", "status"), [
    (Start(137, 4), Status.UNSUPPORTED), (Start(200, 0), Status.UNSUPPORTED), (SetRange(8, 1000), Status.OK),
    (SetRange(3, 2000), Status.UNSUPPORTED), (Identify(3), Status.OK),
    (SetRole(Role.SHANK, WornSide.LEFT), Status.OK),
    (ConnectionInterval(5), Status.UNSUPPORTED), (ConnectionInterval(12), Status.OK),
])
def test_commands_are_answered_as_the_protocol_says(command, status):
    a = sensor()
    reply = tell(a, command)
    assert (reply.status, reply.tag, reply.op) == (status, 7, command.op)


def test_settings_are_kept_and_told():
    a = sensor()
    tell(a, SetRange(8, 1000))
    tell(a, SetRole(Role.THIGH, WornSide.LEFT))
    tell(a, Identify(3), 10 * S)
    tell(a, ConnectionInterval(12))
    info = decode_info(a.info())
    assert (info.acc_range_g, info.gyr_range_dps) == (8, 1000)
    assert (info.role, info.side) == (Role.THIGH, WornSide.LEFT)
    assert info.declares_mounting
    assert a.identify_until_us == 13 * S
    assert a.connection_interval_ms == 15.0


def test_the_range_cannot_change_while_streaming():
    a = sensor()
    tell(a, Start(200, 4))
    assert tell(a, SetRange(8, 1000)).status is Status.BUSY


def test_unreadable_commands_are_refused_or_ignored():
    a = sensor()
    assert decode_reply(a.command(b"\x55\x07", 0)).status is Status.UNKNOWN_OP
    assert decode_reply(a.command(b"\x01\x07\x01", 0)).status is Status.BAD_LENGTH
    assert a.command(b"\x01", 0) == b""
    assert a.command(b"\x81\x07\x00", 0) == b""


def test_packets_fit_the_connection():
    a = sensor()
    a.mtu_changed(64)   # room for three samples and a trailer
    tell(a, Start(200, 8))
    assert {len(p.counts) for p in stream(a, 1.0)} == {3}
    assert decode_info(a.info()).samples_cap == 3


def test_a_restart_is_a_new_life():
    a = sensor()
    tell(a, Start(200, 4))
    stream(a, 1.0)
    before = a.boot_id
    a.restart(2 * S)
    assert not a.streaming
    assert a.boot_id != before
    tell(a, Start(200, 4), 2 * S)
    reborn = decode_data(a.packets_until(3 * S)[0])
    assert reborn.seq == 0
    assert reborn.t0_us < 20_000


def test_the_battery_runs_down():
    a = sensor()
    assert a.battery_percent(0) > a.battery_percent(3600 * S) > 0
    assert a.battery_percent(100 * 3600 * S) == 0
