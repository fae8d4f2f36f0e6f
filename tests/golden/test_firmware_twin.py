"""The virtual sensor and the sensor's C core are twins: told the same, they answer and send the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firmware_protocol.codec import decode_data
from firmware_protocol.commands import Start, encode_command
from firmware_protocol.packets import ACC_RANGES_G, GYR_RANGES_DPS, RATES_HZ, DataFlag, Info
from monitor.values import Side
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.motions.spec import Spec
from monitor.virtual.patient import Wear, virtual_patient

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
