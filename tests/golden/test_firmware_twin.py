"""The virtual sensor and the sensor's C core are twins: told the same, they answer and send the same."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firmware_protocol.codec import decode_data
from firmware_protocol.commands import Start, encode_command
from firmware_protocol.packets import ACC_RANGES_G, FULL_SCALE, GYR_RANGES_DPS, RATES_HZ, DataFlag, Info
from monitor.sources.ble import BleSource, leg
from monitor.sources.bluetooth import Backend
from monitor.sources.clock import loop_clock
from monitor.values import Input, Received, Side
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.motions.spec import Spec
from monitor.virtual.on_air import on_air
from monitor.virtual.patella_gatt import PatellaGatt
from monitor.virtual.patient import Wear, virtual_patient
from monitor.virtual.tap import KNOCK_S, LOUD_G, PAIR_S, DoubleTaps
from monitor.virtual.virtual_time import run_in_virtual_time

NewCore = Callable[[Info], Any]


def virtual(*specs: Spec) -> VirtualSensor:
    return virtual_patient(specs, Side.RIGHT, 1, how=Wear(), ready=lambda: True)[1]


def some(values: tuple[int, ...]) -> st.SearchStrategy[bytes]:
    return st.sampled_from(values).map(lambda value: value.to_bytes(2, "little"))


ARGUMENTS = st.one_of(
    st.builds(lambda rate, n: rate + bytes([n]), some((*RATES_HZ, 60)), st.integers(0, 20)),
    st.builds(lambda acc, gyr: bytes([acc]) + gyr, st.sampled_from((*ACC_RANGES_G, 3)), some(GYR_RANGES_DPS)),
    some((0, 5, 6, 12, 3200, 3201, 0x0102)), st.binary(max_size=4))
OPS = st.sampled_from([1, 2, 3, 4, 5, 6, 7, 16, 32])
WRITES = st.builds(lambda op, tag, args: bytes([op, tag]) + args, OPS,
                   st.integers(0, 255), ARGUMENTS)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(mtu=st.integers(23, 517), writes=st.lists(WRITES, max_size=12))
def test_any_conversation_leaves_both_in_the_same_state(core: NewCore, mtu: int, writes: list[bytes]) -> None:
    python = virtual()
    c = core(python.settings)
    python.mtu_changed(mtu)
    c.connected(mtu)
    for written in writes:
        now_us = int(python.clock.device_us(0)) % 2**32
        assert c.control(written, now_us)[0] == python.command(written, 0)
        assert c.info() == python.info()
        assert c.state.streaming == python.streaming


@pytest.mark.parametrize(("rate_hz", "samples"), [(100, 2), (200, 4), (400, 8)])
def test_the_core_sends_the_virtual_sensors_packets(core: NewCore, rate_hz: int, samples: int) -> None:
    python = virtual(Spec("double_leg_hop", 2))
    c = core(python.settings)
    python.command(encode_command(Start(rate_hz, samples), 0), 0)
    packets = [payload for now_us in np.arange(100_000, 12_000_000, 100_000)
               for payload in python.packets_until(int(now_us))]
    decoded = [decode_data(payload) for payload in packets]
    assert sum(bool(packet.flags & DataFlag.IMPACT) for packet in decoded) > 3
    for payload, packet in zip(packets, decoded, strict=True):
        assert c.build(packet) == payload


async def streamed(sensors: tuple[VirtualSensor, ...]) -> list[Input]:
    """Everything that comes of fifteen seconds over the air."""
    inputs: list[Input] = []
    async with on_air([PatellaGatt(sensor) for sensor in sensors]) as air:
        backend = Backend(air.adapter.scanner, air.adapter.client)
        running = asyncio.create_task(
            BleSource(leg(Side.RIGHT), loop_clock(0), backend=backend).run(inputs.append))
        await asyncio.sleep(15)
        running.cancel()
        await asyncio.wait([running])
    return inputs


def test_a_session_with_sensors_that_run_the_core_is_the_same_to_the_last_bit(core: NewCore) -> None:
    in_python, in_c = (virtual_patient([Spec("double_leg_hop", 2)], Side.RIGHT, 1) for _ in range(2))
    for sensor in in_c:
        sensor.encode = core(sensor.settings).build
    expected, inputs = (run_in_virtual_time(streamed(sensors)) for sensors in (in_python, in_c))
    packets = [decode_data(item.payload) for item in inputs if isinstance(item, Received)]
    assert len(packets) > 1200
    assert any(packet.impact for packet in packets)
    assert inputs == expected


PART_HZ = 2000
KNOCKS = st.lists(st.tuples(st.floats(0.02, 1.2), st.floats(0.0005, 0.03)), max_size=6)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(knocks=KNOCKS)
def test_both_hear_the_same_double_taps(core: NewCore, knocks: list[tuple[float, float]]) -> None:
    """Knocks (time since the one before, how long they are loud) after a second of rest."""
    t_us = np.arange(0, 9_000_000, 1_000_000 // PART_HZ)
    acc_g = np.zeros((3, len(t_us)))
    acc_g[1] = 1.0
    at_s = 1.0
    for since_s, loud_s in knocks:
        at_s += since_s
        acc_g[1, (t_us * 1e-6 >= at_s) & (t_us * 1e-6 < at_s + loud_s)] = 2.0 * LOUD_G
    counts = np.rint(acc_g.T / 16 * FULL_SCALE).astype(int)
    c = core(virtual().settings).double_taps(counts.tolist(), t_us.tolist(), 16)
    python = DoubleTaps()
    heard = [t_s for part in np.split(np.arange(len(t_us)), len(t_us) // 20)
             for t_s in python.push(t_us[part] * 1e-6, acc_g[:, part])]
    np.testing.assert_allclose(heard, np.array(c) * 1e-6, atol=0.02)


def test_a_double_tap_is_heard_by_both(core: NewCore) -> None:
    t_us = np.arange(0, 3_000_000, 1_000_000 // PART_HZ)
    acc_g = np.zeros((3, len(t_us)))
    for at_s in (1.0, 1.0 + np.mean(PAIR_S)):
        acc_g[2, (t_us * 1e-6 >= at_s) & (t_us * 1e-6 < at_s + KNOCK_S / 2)] = 2.0 * LOUD_G
    counts = np.rint(acc_g.T / 16 * FULL_SCALE).astype(int)
    assert len(core(virtual().settings).double_taps(counts.tolist(), t_us.tolist(), 16)) == 1
    assert len(DoubleTaps().push(t_us * 1e-6, acc_g)) == 1
