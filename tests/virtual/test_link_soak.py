"""The link for minutes and hours, in virtual time."""

from __future__ import annotations

import asyncio
import gc
import time

import numpy as np
import pytest

from firmware_protocol.codec import decode_data
from firmware_protocol.dialects import decoder_for
from monitor import app
from monitor.demo_source import Guide
from monitor.recording.reader import open_recording
from monitor.session import Session
from monitor.sources.ble import BleSource, leg
from monitor.sources.bluetooth import Backend
from monitor.sources.clock import loop_clock
from monitor.sources.pairing import Pairing
from monitor.values import Legs, LinkKind, Placement, Received, Sensor, Side
from monitor.virtual.clock import Clock
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.makes import MAKES, places, serve_as
from monitor.virtual.on_air import on_air
from monitor.virtual.patient import virtual_patient
from monitor.virtual.radio import Conditions
from monitor.virtual.simulate import parse_specs
from monitor.virtual.still import StillImu
from monitor.virtual.virtual_time import run_in_virtual_time
from monitor.worker import Worker

THIGH, SHANK = leg(Side.LEFT)
START_NS = 1_767_225_600_000_000_000
NUMBERS = 900              # degrees a second, well inside of every range
LOSSY = Conditions(interval_s=0.03, loss=0.2)
AWAY_EVERY_S, AWAY_S = 7.0, 0.05


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


class CountingImu(StillImu):
    """Turns by one more degree a second about x at each sample, so that what it sends is numbered."""

    def __init__(self):
        super().__init__()
        self.samples = 0

    def measure(self, edges_s, acc_range_g):
        measured = super().measure(edges_s, acc_range_g)
        numbers = np.arange(len(edges_s) - 1) + self.samples
        self.samples += len(numbers)
        measured.gyr_dps[:, 0] = numbers % NUMBERS
        return measured


def numbered(placement, serial, drift_ppm):
    return VirtualSensor(placement, CountingImu(), Clock(1e6 * serial, drift_ppm),
                         np.random.default_rng(serial), serial=serial)


def numbers_of(held, placement):
    """The numbers of all samples that came from one place."""
    described = Sensor.from_json(held.told(LinkKind.CONNECTED, placement=placement)[0].detail)
    decoder = decoder_for(described.dialect, rate_hz=described.rate_hz, acc_range_g=described.acc_range_g,
                          gyr_range_dps=described.gyr_range_dps, layout=described.layout)
    parts = [part for item in held.received(placement) for part in decoder.push(item.payload)]
    return np.rint(np.degrees(np.concatenate([part.gyr_rad_s[:, 0] for part in parts]))).astype(int)


async def bursts(air, seconds):
    """Now one sensor, now the other is out of range for a moment, and then sends everything at once."""
    for number in range(int(seconds / AWAY_EVERY_S)):
        await asyncio.sleep(AWAY_EVERY_S - AWAY_S)
        air.peripherals[number % 2].leave_range()
        await asyncio.sleep(AWAY_S)
        air.peripherals[number % 2].enter_range()
    await asyncio.sleep(seconds % AWAY_EVERY_S)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("interval_s", [0.015, 0.03])
@pytest.mark.parametrize("make", MAKES)
def test_ten_minutes_of_every_make_lose_and_double_nothing_and_it_comes_back(session, make, interval_s):
    back_s, before = [], []

    async def hold_and_hang_up(held):
        await held.streaming()
        await bursts(held.air, 600)
        before.extend(held.inputs)
        now_s = asyncio.get_running_loop().time
        for number, placement in enumerate((THIGH, SHANK)):
            lost_s = now_s()
            await held.air.peripherals[number].disconnect()
            await held.streaming(2, placement)
            came = len(held.received(placement))
            while len(held.received(placement)) == came:      # noqa: ASYNC110
                await asyncio.sleep(0.01)
            back_s.append(now_s() - lost_s)

    sensors = [numbered(THIGH, 0x5001, 50.0), numbered(SHANK, 0x5002, -50.0)]
    held = session(serve_as(make, sensors), hold_and_hang_up, pairing=Pairing(places(make, sensors)),
                   conditions=Conditions(interval_s=interval_s, loss=0.1))
    assert max(back_s) < 3.0
    held.inputs[:] = before
    for placement in (THIGH, SHANK):
        numbers = numbers_of(held, placement)
        rate_hz = held.told(LinkKind.CONNECTED, placement=placement)[0].detail["rate_hz"]
        assert len(numbers) > 599 * rate_hz
        assert set(np.diff(numbers) % NUMBERS) == {1}
        assert not held.told(LinkKind.SILENT, placement=placement)


async def worn_and_lost(make):
    """What comes from a person who is calibrated and squats, and when one link after the other was ended."""
    inputs, lost_ns, clock = [], [], loop_clock(START_NS)
    guide = Guide(inputs.append)
    sensors = virtual_patient(parse_specs(["calibration", "squat:4"]), Side.LEFT, 1,
                              ready=lambda: guide.called)
    async with on_air(serve_as(make, sensors), Conditions(interval_s=0.03, loss=0.1)) as air:
        backend = Backend(air.adapter.scanner, air.adapter.client)
        source = BleSource((THIGH, SHANK), clock, backend=backend, pairing=Pairing(places(make, sensors)))
        running = asyncio.create_task(source.run(guide.push))
        while not guide.called:      # noqa: ASYNC110
            await asyncio.sleep(1)
        await asyncio.sleep(48)
        for peripheral in air.peripherals:
            lost_ns.append(clock())
            await peripheral.disconnect()
            await asyncio.sleep(8)
        running.cancel()
        await asyncio.wait([running])
    return inputs, lost_ns


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("make", ["patella", "movella", "witmotion"])
def test_after_a_lost_link_the_angle_is_valid_again_within_three_seconds(make):
    inputs, lost_ns = run_in_virtual_time(worn_and_lost(make))
    session, shown = Session(Side.LEFT), []
    for item in inputs:
        shown += [(item.t_host_ns, bool(block.valid[-1])) for block in session.push([item]).blocks]
    for lost in lost_ns:
        gone = min(t_ns for t_ns, valid in shown if t_ns > lost and not valid)
        assert min(t_ns for t_ns, valid in shown if t_ns > gone and valid) - lost < 3e9


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_four_sensors_for_ten_minutes_lose_nothing_and_leave_most_of_a_core(one_leg, tmp_path):
    """The whole session but its window, and the virtual air beside it."""
    async def live():
        async with on_air([*one_leg(Side.LEFT), *one_leg(Side.RIGHT)], LOSSY) as air:
            clock = loop_clock(START_NS)
            backend = Backend(air.adapter.scanner, air.adapter.client)
            source = BleSource(Legs.BOTH.places, clock, backend=backend)
            worker = Worker(app.live_setup(lambda _: source, tmp_path, clock), "virtual", Legs.BOTH)
            running = asyncio.create_task(worker.run())
            await asyncio.sleep(620)
            worker.stop()
            await running

    app.warm_up()
    begun_s = time.process_time()
    run_in_virtual_time(live())
    used_s = time.process_time() - begun_s
    numbers: dict[Placement, list[int]] = {}
    path, = tmp_path.glob("*.mcap")
    for item in open_recording(path).inputs():
        if isinstance(item, Received):
            numbers.setdefault(item.placement, []).append(decode_data(item.payload).seq)
    assert len(numbers) == 4
    for came in numbers.values():
        assert came == list(range(len(came)))
        assert len(came) > 50 * 600
    assert used_s / 620 < 0.35, f"{100 * used_s / 620:.0f} % of one core"
