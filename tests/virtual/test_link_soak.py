"""The link for minutes and hours, in virtual time."""

from __future__ import annotations

import asyncio
import gc

import pytest

from firmware_protocol.codec import decode_data
from monitor.sources.ble import leg
from monitor.sources.pairing import Pairing
from monitor.values import LinkKind, Side
from monitor.virtual.makes import MAKES, places, serve_as
from monitor.virtual.radio import Conditions

THIGH, SHANK = leg(Side.LEFT)
BURSTS = Conditions(interval_s=0.03, loss=0.2)


def census(air):
    """Everything that could pile up: listeners on the adapter, state in the air, connections, scanners."""
    device = air.adapter.device
    listeners = sum(len(device.listeners(event)) for event in device.event_names())
    return listeners, len(air.radio._directions), len(device.connections), len(air.adapter._scanners)


async def disconnect_for(held, disconnections, every_s):
    """Disconnect one sensor after the other; in quiet moments: what there was, tasks, objects in memory."""
    quiet, tasks, objects = [], [], []
    for number in range(disconnections):
        await asyncio.sleep(every_s)
        quiet.append(census(held.air))
        tasks.append(len(asyncio.all_tasks()))
        held.inputs[:] = held.told(LinkKind.STREAMING)
        gc.collect()
        objects.append(len(gc.get_objects()))
        await held.air.peripherals[number % 2].disconnect()
    return quiet, tasks, objects


def check_disconnections(session, one_leg, disconnections):
    seen = []

    async def script(held):
        await held.streaming()
        seen.extend(await disconnect_for(held, disconnections, 30))
        await asyncio.sleep(5)

    held = session(one_leg(), script, rate_hz=25)
    quiet, tasks, objects = seen
    assert len(set(quiet)) == 1
    assert max(tasks) - min(tasks) <= 2       # a ping may be on its way
    assert objects[-1] - objects[len(objects) // 4] < 100 + 5 * disconnections
    assert len(held.told(LinkKind.STREAMING)) == 2 + disconnections
    assert held.error is None


def test_a_few_disconnections_leave_nothing_behind(session, one_leg):
    check_disconnections(session, one_leg, 4)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_a_disconnection_every_half_minute_for_an_hour(session, one_leg):
    check_disconnections(session, one_leg, 120)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("interval_s", [0.015, 0.03])
@pytest.mark.parametrize("make", MAKES)
def test_ten_minutes_of_every_make_lose_and_double_nothing(session, sensor, make, interval_s):
    async def wait(_held):
        await asyncio.sleep(620)

    sensors = [sensor(THIGH, drift_ppm=50.0), sensor(SHANK, drift_ppm=-50.0)]
    held = session(serve_as(make, sensors), wait, pairing=Pairing(places(make, sensors)),
                   conditions=Conditions(interval_s=interval_s, loss=0.1))
    for placement in (THIGH, SHANK):
        rate_hz = held.told(LinkKind.CONNECTED, placement=placement)[0].detail["rate_hz"]
        received = held.received(placement)
        streamed_s = (received[-1].t_host_ns - received[0].t_host_ns) / 1e9
        per_packet = 4 if make == "patella" else 1
        assert per_packet * len(received) == pytest.approx(rate_hz * streamed_s, abs=0.1 * rate_hz)
        assert len(held.told(LinkKind.CONNECTED, placement=placement)) == 1
        assert not held.told(LinkKind.SILENT, placement=placement)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_four_sensors_for_ten_minutes(session, one_leg):
    async def wait(_held):
        await asyncio.sleep(600)

    wanted = (*leg(Side.LEFT), *leg(Side.RIGHT))
    held = session([*one_leg(Side.LEFT), *one_leg(Side.RIGHT)], wait, wanted=wanted, conditions=BURSTS)
    for placement in wanted:
        numbers = [decode_data(item.payload).seq for item in held.received(placement)]
        assert numbers == list(range(len(numbers)))
        assert len(numbers) > 29_000
