"""The Bluetooth link under good and bad conditions: `benchmarks/link.py [SECONDS]`.

Virtual sensors at 200 Hz are served and received in real time by the program's own client; reconnections are
measured in virtual time. Writes its tables into `docs/bluetooth.md`.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from sections import machine, write_section

from firmware_protocol.codec import decode_data
from firmware_protocol.gatt import DATA_UUID
from monitor.sources.ble import BleSource, leg
from monitor.sources.bluetooth import Backend
from monitor.sources.clock import loop_clock
from monitor.values import Input, LinkEvent, LinkKind, Placement, Received, Side
from monitor.virtual.on_air import on_air
from monitor.virtual.patella_gatt import PatellaGatt
from monitor.virtual.peripheral import Notification
from monitor.virtual.radio import Conditions
from monitor.virtual.still import still_sensor
from monitor.virtual.virtual_time import run_in_virtual_time

SECONDS = 60.0
SETTLING_S = 3.0
RECONNECTIONS = 20
BOTH_LEGS = (*leg(Side.LEFT), *leg(Side.RIGHT))


class TimedGatt(PatellaGatt):
    """Notes when each packet was handed to the sensor's radio."""

    def __init__(self, placement: Placement, seed: int) -> None:
        super().__init__(still_sensor(placement, 0xBE0000 + seed))
        self.sent_s: dict[int, float] = {}

    def notifications(self, now_us: int) -> Sequence[Notification]:
        """As the sensor's own, with a note of the time."""
        built = super().notifications(now_us)
        for uuid, payload in built:
            if uuid == DATA_UUID:
                self.sent_s[decode_data(payload).seq] = asyncio.get_running_loop().time()
        return built


@dataclass(slots=True)
class Counted:
    """What came from one session."""

    latencies_s: list[float] = field(default_factory=list)
    numbers: dict[Placement, list[int]] = field(default_factory=dict)
    streaming_s: list[float] = field(default_factory=list)

    @property
    def received(self) -> int:
        return sum(map(len, self.numbers.values()))

    @property
    def lost(self) -> int:
        return sum(numbers[-1] - numbers[0] + 1 - len(numbers) for numbers in self.numbers.values())

    @property
    def doubled(self) -> int:
        return sum(len(numbers) - len(set(numbers)) for numbers in self.numbers.values())


async def stream(wanted: Sequence[Placement], conditions: Conditions, seconds: float,
                 disconnect_every_s: float = 0.0) -> Counted:
    """Run one session, and count."""
    counted = Counted()
    gatts = {placement: TimedGatt(placement, seed) for seed, placement in enumerate(wanted)}
    loop = asyncio.get_running_loop()

    def count(item: Input) -> None:
        if isinstance(item, Received):
            number = decode_data(item.payload).seq
            counted.numbers.setdefault(item.placement, []).append(number)
            counted.latencies_s.append(loop.time() - gatts[item.placement].sent_s[number])
        elif isinstance(item, LinkEvent) and item.kind is LinkKind.STREAMING:
            counted.streaming_s.append(loop.time())

    async with on_air(list(gatts.values()), conditions) as air:
        backend = Backend(air.adapter.scanner, air.adapter.client)
        running = asyncio.create_task(BleSource(wanted, loop_clock(0), backend=backend).run(count))
        for _ in range(int(seconds / disconnect_every_s) if disconnect_every_s else 0):
            await asyncio.sleep(disconnect_every_s)
            await air.peripherals[0].disconnect()
        await asyncio.sleep(0 if disconnect_every_s else seconds + SETTLING_S)
        running.cancel()
        await asyncio.wait([running])
    return counted


def streaming_row(name: str, wanted: Sequence[Placement], conditions: Conditions, seconds: float) -> str:
    """One session in real time as a table row."""
    wall_s, cpu_s = time.perf_counter(), time.process_time()
    counted = asyncio.run(stream(wanted, conditions, seconds))
    share = (time.process_time() - cpu_s) / (time.perf_counter() - wall_s)
    p50, p99, worst = 1000 * np.percentile(counted.latencies_s, [50, 99, 100])
    return (f"| {name} | {counted.received} | {counted.lost} | {counted.doubled} | {p50:.1f} ms | "
            f"{p99:.1f} ms | {worst:.1f} ms | {100 * share:.0f} % |")


def reconnection_row(name: str, conditions: Conditions) -> str:
    """Many disconnections in virtual time as a table row: from the end of a link to the next STREAMING."""
    every_s = 10.0
    counted = run_in_virtual_time(stream(leg(Side.LEFT), conditions, RECONNECTIONS * every_s, every_s))
    again_s = [t_s % every_s for t_s in counted.streaming_s[2:]]
    return (f"| {name} | {len(again_s)} | {np.median(again_s):.2f} s | {max(again_s):.2f} s | "
            f"{counted.doubled} |")


def main(seconds: float) -> None:
    """Measure, print, and write the section down."""
    lossy, slow = Conditions(loss=0.1), Conditions(interval_s=0.03, loss=0.1)
    one = leg(Side.LEFT)
    text = "\n".join([
        "## What the link does", "",
        f"`python benchmarks/link.py`: {machine()}. Sensors at 200 Hz, 50 packets a second each, "
        f"{seconds:.0f} s; sensors, air and client in one process, in real time. Latency is from the "
        "sensor's radio to the program; the processor time is for all of it.", "",
        "| conditions | packets | lost | doubled | p50 | p99 | worst | of one core |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        streaming_row("two sensors, delivered at once", one, Conditions(interval_s=0.0), seconds),
        streaming_row("two sensors, every 15 ms", one, Conditions(), seconds),
        streaming_row("two sensors, every 15 ms, one packet in ten repeated", one, lossy, seconds),
        streaming_row("two sensors, every 30 ms, one packet in ten repeated", one, slow, seconds),
        streaming_row("four sensors, every 15 ms, one packet in ten repeated", BOTH_LEGS, lossy, seconds), "",
        "| after the sensor ended the link | times | median until it streams again | longest | doubled |",
        "| --- | --- | --- | --- | --- |",
        reconnection_row("every 15 ms", Conditions()),
        reconnection_row("every 30 ms, one packet in ten repeated", slow)])
    print(text)
    write_section("bluetooth.md", "link", text)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
