"""Virtual sensors, switched on and within reach of a virtual adapter, for as long as a `with` block lasts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from monitor.virtual.bleak_backend import VirtualAdapter
from monitor.virtual.peripheral import GattSensor, Peripheral
from monitor.virtual.radio import Conditions, Radio


@dataclass(frozen=True, slots=True)
class Air:
    """What a test or a demonstration may reach into."""

    radio: Radio
    adapter: VirtualAdapter
    peripherals: tuple[Peripheral, ...]


@asynccontextmanager
async def on_air(sensors: Sequence[GattSensor], conditions: Conditions | None = None,
                 seed: int = 1) -> AsyncIterator[Air]:
    """Serve the sensors; their time is the event loop's, from 0 at the start of the block."""
    loop = asyncio.get_running_loop()
    began_s = loop.time()
    radio = Radio(conditions, seed)
    air = Air(radio, VirtualAdapter(radio), tuple(
        Peripheral(sensor, radio, address(i), lambda: round((loop.time() - began_s) * 1e6))
        for i, sensor in enumerate(sensors)))
    try:
        for peripheral in air.peripherals:
            await peripheral.start()
        yield air
    finally:
        await air.adapter.close()
        for peripheral in air.peripherals:
            await peripheral.stop()


def address(number: int) -> str:
    """The static random address of the sensor with this number."""
    return f"F0:F1:F2:F3:F4:{number + 1:02X}"
