"""Runs inside the virtual machine: the program's own client on the unmodified Linux backend of bleak.

Kernel, `bluetoothd` and D-Bus are real; behind /dev/vhci there is a virtual controller on the virtual air,
with two virtual sensors. Prints one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import numpy as np
from bumble import hci
from bumble.transport import open_transport
from dbus_fast import BusType, Message, Variant
from dbus_fast.aio import MessageBus

from firmware_protocol.codec import decode_data
from monitor.sources.ble import BleSource, leg
from monitor.sources.bluetooth import Backend
from monitor.sources.clock import loop_clock
from monitor.sources.scan import scan
from monitor.values import Input, LinkEvent, LinkKind, Placement, Received, Side
from monitor.virtual.on_air import Air, on_air
from monitor.virtual.patella_gatt import PatellaGatt
from monitor.virtual.radio import Conditions, RadioController
from monitor.virtual.still import still_sensor

THIGH, SHANK = leg(Side.LEFT)
STREAM_S = 10.0
RATE_HZ = 25      # an emulated processor is slow


async def power_on() -> None:
    """What a user's desktop does: switch the adapter on."""
    bus = await MessageBus(bus_type=BusType.SYSTEM).connect()
    for _ in range(100):
        reply = await bus.call(Message(
            destination="org.bluez", path="/org/bluez/hci0", interface="org.freedesktop.DBus.Properties",
            member="Set", signature="ssv", body=["org.bluez.Adapter1", "Powered", Variant("b", True)]))
        if reply is not None and reply.error_name is None:
            break
        await asyncio.sleep(0.1)
    bus.disconnect()


async def attach(air: Air) -> None:
    """Give the kernel a controller on the virtual air."""
    transport = await open_transport("vhci")
    controller = RadioController("kernel", air.radio)
    # the kernel would wait for what the virtual controller only claims to do
    controller.le_features &= ~(hci.LeFeatureMask.LL_PRIVACY | hci.LeFeatureMask.LE_EXTENDED_ADVERTISING)
    transport.source.set_packet_sink(controller)
    controller.host = transport.sink


class Result(dict[str, Any]):
    """Says each figure as soon as it is there, for a machine that may be slow or stop."""

    def __setitem__(self, name: str, value: Any) -> None:
        print(name, value, flush=True)      # noqa: T201
        super().__setitem__(name, value)


class Watched:
    """What the client emitted, and how to wait for it."""

    def __init__(self) -> None:
        self.inputs: list[Input] = []

    def count(self, kind: LinkKind, placement: Placement) -> int:
        return sum(isinstance(item, LinkEvent) and item.kind is kind and item.placement == placement
                   for item in self.inputs)

    async def until(self, kind: LinkKind, placement: Placement, times: int) -> float:
        """Seconds until this has happened so many times."""
        began_s = time.perf_counter()
        async with asyncio.timeout(60):
            while self.count(kind, placement) < times:    # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return round(time.perf_counter() - began_s, 2)

    def numbers(self, placement: Placement) -> list[int]:
        return [decode_data(item.payload).seq for item in self.inputs
                if isinstance(item, Received) and item.placement == placement]


async def main() -> None:
    """Scan, stream, disconnect, reconnect, walk out of range."""
    sensors = [PatellaGatt(still_sensor(THIGH, 0x51)), PatellaGatt(still_sensor(SHANK, 0x52))]
    async with on_air(sensors, Conditions(supervision_s=2.0)) as air:
        await attach(air)
        await power_on()
        result = Result()
        found = await scan(4.0, Backend())
        result["scan"] = [[sensor.name, sensor.rssi_dbm, sensor.serial, str(sensor.stored), sensor.problem]
                          for sensor in found]
        watched = Watched()
        client = BleSource((THIGH, SHANK), loop_clock(0), rate_hz=RATE_HZ)
        source = asyncio.create_task(client.run(watched.inputs.append))
        for placement in (THIGH, SHANK):
            result[f"first_{placement}_s"] = await watched.until(LinkKind.STREAMING, placement, 1)
        await asyncio.sleep(STREAM_S)
        for name, figure in streamed(watched, sensors).items():
            result[name] = figure
        await air.peripherals[0].disconnect()
        result["reconnected_s"] = await watched.until(LinkKind.STREAMING, THIGH, 2)
        await asyncio.sleep(2)
        air.peripherals[1].leave_range()
        result["loss_noticed_s"] = await watched.until(LinkKind.DISCONNECTED, SHANK, 1)
        await asyncio.sleep(2)
        air.peripherals[1].enter_range()
        result["back_in_range_s"] = await watched.until(LinkKind.STREAMING, SHANK, 2)
        await asyncio.sleep(2)
        result["doubled"] = sum(len(n) - len(set(n)) for n in map(watched.numbers, (THIGH, SHANK)))
        source.cancel()
        await asyncio.wait([source])
        result["failed"] = [item.detail["sentence"] for item in watched.inputs
                            if isinstance(item, LinkEvent) and item.kind is LinkKind.FAILED]
        print("RESULT", json.dumps(result), flush=True)      # noqa: T201


def streamed(watched: Watched, sensors: list[PatellaGatt]) -> dict[str, Any]:
    """The undisturbed stream; where the machine stands still for long, the sensors' own queues overflow."""
    pings = [item.detail for item in watched.inputs
             if isinstance(item, LinkEvent) and item.kind is LinkKind.SYNC]
    trips_ms = [(ping["host_receive_ns"] - ping["host_send_ns"]) / 1e6 for ping in pings]
    both = [watched.numbers(placement) for placement in (THIGH, SHANK)]
    missing = [numbers[-1] - numbers[0] + 1 - len(numbers) for numbers in both]
    overflown = [gatt.sensor.settings.dropped for gatt in sensors]
    return {"packets": [len(numbers) for numbers in both], "overflown": overflown,
            "lost": [max(0, lost - dropped) for lost, dropped in zip(missing, overflown, strict=True)],
            "ping_ms_p50_p99": [round(float(p), 1) for p in np.percentile(trips_ms, [50, 99])],
            "battery": [watched.count(LinkKind.BATTERY, placement) for placement in (THIGH, SHANK)]}


if __name__ == "__main__":
    asyncio.run(main())
