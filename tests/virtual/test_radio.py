"""Bleak through bumble over the virtual air: what arrives, when, and what happens when the air is bad."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import ClassVar

import pytest
from bleak import BleakClient, BleakScanner
from bleak.backends.device import BLEDevice
from bleak.exc import BleakBluetoothNotAvailableError, BleakError, BleakGATTProtocolError

from firmware_protocol.gatt import CONTROL_UUID, DATA_UUID, INFO_UUID, SERVICE_UUID, advertising_data
from monitor.virtual.bleak_backend import VirtualAdapter
from monitor.virtual.peripheral import Entry, Notification, Peripheral
from monitor.virtual.radio import Conditions, Radio
from monitor.virtual.virtual_time import run_in_virtual_time

ADDRESS = "F0:F1:F2:F3:F4:01"


class Counter:
    """Sends its packet number every 20 ms, echoes what is written to it."""

    advertising = advertising_data()
    scan_response = bytes([5, 9]) + b"Knee"
    table: ClassVar = {SERVICE_UUID: (Entry(DATA_UUID, notifies=True),
                                      Entry(CONTROL_UUID, writes=True, notifies=True),
                                      Entry(INFO_UUID, reads=True))}

    def __init__(self) -> None:
        self.interval_units: int | None = None
        self.next_us = 0
        self.sent = 0
        self.lost: list[Notification] = []
        self.mtu = 23

    def connected(self) -> None:
        """Counts already."""

    def disconnected(self) -> None:
        """Goes on counting."""

    def mtu_changed(self, mtu: int) -> None:
        self.mtu = mtu

    def read(self, uuid: str, now_us: int) -> bytes:
        return b"info"

    def write(self, uuid: str, payload: bytes, now_us: int) -> Sequence[Notification]:
        return [(CONTROL_UUID, payload[::-1])]

    def due_us(self) -> float:
        return float(self.next_us)

    def notifications(self, now_us: int) -> Sequence[Notification]:
        due = []
        while self.next_us <= now_us:
            due.append((DATA_UUID, self.sent.to_bytes(4, "little") + self.next_us.to_bytes(8, "little")))
            self.sent += 1
            self.next_us += 20_000
        return due

    def dropped(self, notification: Notification) -> None:
        self.lost.append(notification)


class World:
    def __init__(self, conditions: Conditions) -> None:
        self.radio = Radio(conditions)
        self.adapter = VirtualAdapter(self.radio)
        self.counter = Counter()
        self.peripheral = Peripheral(self.counter, self.radio, ADDRESS, now_us)

    async def find(self) -> BLEDevice:
        found = await BleakScanner.find_device_by_filter(
            lambda device, _data: device.name == "Knee", timeout=2, backend=self.adapter.scanner)
        assert found is not None
        return found

    def client(self, device: BLEDevice | str, **options: object) -> BleakClient:
        return BleakClient(device, backend=self.adapter.client, **options)


def now_us() -> int:
    return round(asyncio.get_running_loop().time() * 1e6)


@asynccontextmanager
async def world(conditions: Conditions) -> AsyncIterator[World]:
    created = World(conditions)
    await created.peripheral.start()
    try:
        yield created
    finally:
        await created.adapter.close()
        await created.peripheral.stop()


def in_world(test: Callable[[World], Awaitable[None]], **conditions: float) -> None:
    async def main() -> None:
        async with world(Conditions(**conditions)) as created:
            await test(created)
        await asyncio.sleep(0.1)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run_in_virtual_time(main())


def test_a_scan_hears_name_service_and_strength() -> None:
    async def listen(world: World) -> None:
        found = await BleakScanner.discover(1, return_adv=True, service_uuids=[SERVICE_UUID],
                                            backend=world.adapter.scanner)
        device, data = found[ADDRESS]
        assert (device.name, data.service_uuids) == ("Knee", [SERVICE_UUID])
        assert -75 < data.rssi < -35

    in_world(listen)


def test_read_write_and_reply_over_gatt() -> None:
    async def talk(world: World) -> None:
        replies: asyncio.Queue[bytes] = asyncio.Queue()
        async with world.client(await world.find()) as client:
            assert await client.read_gatt_char(INFO_UUID) == b"info"
            await client.start_notify(CONTROL_UUID, lambda _, value: replies.put_nowait(bytes(value)))
            await client.write_gatt_char(CONTROL_UUID, b"abc", response=True)
            assert await replies.get() == b"cba"
            assert (client.mtu_size, world.counter.mtu) == (247, 247)

    in_world(talk)


async def stream(world: World, seconds: float) -> tuple[list[int], list[float]]:
    """Packet numbers and latencies in s."""
    numbers: list[int] = []
    latencies: list[float] = []

    def heard(_: object, value: bytearray) -> None:
        numbers.append(int.from_bytes(value[:4], "little"))
        latencies.append((now_us() - int.from_bytes(value[4:], "little")) / 1e6)

    async with world.client(await world.find()) as client:
        await client.start_notify(DATA_UUID, heard)
        await asyncio.sleep(seconds)
    return numbers, latencies


@pytest.mark.parametrize(("loss", "worst_s"), [(0.0, 0.021), (0.2, 0.15)])
def test_a_bad_air_delays_packets_and_loses_none(loss: float, worst_s: float) -> None:
    async def listen(world: World) -> None:
        numbers, latencies = await stream(world, 60)
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        assert len(numbers) > 2900
        assert max(latencies) < worst_s
        assert (world.radio.repeats > 0) == (loss > 0)

    in_world(listen, interval_s=0.015, loss=loss)


def test_packets_wait_for_the_connection_event() -> None:
    async def listen(world: World) -> None:
        _, latencies = await stream(world, 10)
        assert 0.01 < sorted(latencies)[len(latencies) // 2] < 0.035

    in_world(listen, interval_s=0.03)


def test_the_sensor_may_ask_for_another_connection_interval() -> None:
    async def listen(world: World) -> None:
        world.counter.interval_units = 80
        _, latencies = await stream(world, 10)
        assert 0.08 < max(latencies) < 0.13

    in_world(listen, interval_s=0.015)


def test_an_air_too_bad_overflows_the_queue_of_the_sensor() -> None:
    async def listen(world: World) -> None:
        numbers, _ = await stream(world, 20)
        assert world.counter.lost
        assert numbers == sorted(set(numbers))

    in_world(listen, interval_s=0.1, packets_per_event=1)


def test_out_of_range_ends_the_link_at_both_ends() -> None:
    async def walk_off(world: World) -> None:
        gone = asyncio.Event()
        loop = asyncio.get_running_loop()
        client = world.client(await world.find(), disconnected_callback=lambda _: gone.set())
        await client.connect()
        left = loop.time()
        world.peripheral.leave_range()
        with pytest.raises(BleakError):
            await client.read_gatt_char(INFO_UUID)
        await gone.wait()
        assert loop.time() - left == pytest.approx(2, abs=0.1)
        assert not world.peripheral.is_connected
        with pytest.raises(TimeoutError):
            await world.client(ADDRESS, timeout=1).connect()
        world.peripheral.enter_range()
        async with world.client(ADDRESS) as again:
            assert await again.read_gatt_char(INFO_UUID) == b"info"

    in_world(walk_off, supervision_s=2)


def test_a_short_absence_only_delays() -> None:
    async def stroll(world: World) -> None:
        async with world.client(await world.find()) as client:
            world.peripheral.leave_range()
            asyncio.get_running_loop().call_later(1, world.peripheral.enter_range)
            assert await client.read_gatt_char(INFO_UUID) == b"info"

    in_world(stroll, supervision_s=2)


def test_the_sensor_ends_the_link_and_can_be_found_again() -> None:
    async def hang_up(world: World) -> None:
        gone = asyncio.Event()
        client = world.client(await world.find(), disconnected_callback=lambda _: gone.set())
        await client.connect()
        await world.peripheral.disconnect()
        await gone.wait()
        assert not client.is_connected
        await client.disconnect()
        async with world.client(await world.find()):
            pass

    in_world(hang_up)


def test_a_cancelled_connect_leaves_the_adapter_usable() -> None:
    async def give_up(world: World) -> None:
        device = await world.find()
        world.peripheral.leave_range()
        attempt = asyncio.create_task(world.client(device).connect())
        await asyncio.sleep(0.5)
        attempt.cancel()
        with pytest.raises(asyncio.CancelledError):
            await attempt
        world.peripheral.enter_range()
        async with world.client(device, timeout=2) as client:
            assert client.is_connected

    in_world(give_up)


def test_a_sensor_that_is_taken_is_not_heard() -> None:
    async def two_programs(world: World) -> None:
        other = VirtualAdapter(world.radio, "F0:F1:F2:F3:F4:FE")
        async with BleakClient(ADDRESS, backend=other.client):
            assert await BleakScanner.discover(1, backend=world.adapter.scanner) == []
        await other.close()
        assert await world.find()

    in_world(two_programs)


def test_errors_of_the_table_are_bleaks() -> None:
    async def misuse(world: World) -> None:
        async with world.client(await world.find()) as client:
            with pytest.raises(BleakGATTProtocolError):
                await client.read_gatt_char(CONTROL_UUID)
            with pytest.raises(BleakGATTProtocolError):
                await client.write_gatt_char(INFO_UUID, b"mine now", response=True)
            await client.start_notify(DATA_UUID, lambda _, __: None)
            with pytest.raises(BleakError):
                await client.start_notify(DATA_UUID, lambda _, __: None)
            await client.stop_notify(DATA_UUID)

    in_world(misuse)


def test_bluetooth_switched_off_in_the_middle() -> None:
    async def switch(world: World) -> None:
        gone = asyncio.Event()
        client = world.client(await world.find(), disconnected_callback=lambda _: gone.set())
        await client.connect()
        await world.adapter.switch_off()
        await gone.wait()
        with pytest.raises(BleakBluetoothNotAvailableError):
            await BleakScanner.discover(1, backend=world.adapter.scanner)
        world.adapter.switch_on()
        async with world.client(await world.find()):
            pass

    in_world(switch)
