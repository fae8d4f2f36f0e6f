"""A whole radio session in virtual time: light sensors, the air, the application's own client."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import pytest

from firmware_protocol.codec import decode_data
from firmware_protocol.device import DialectInfo
from monitor.errors import LinkError
from monitor.sources.ble import BleSource, leg
from monitor.sources.bluetooth import Backend
from monitor.sources.clock import loop_clock
from monitor.values import Input, LinkEvent, LinkKind, Placement, Received, Segment, Side
from monitor.virtual.bleak_backend import VirtualAdapter
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.on_air import Air, on_air
from monitor.virtual.patella_gatt import PatellaGatt
from monitor.virtual.peripheral import GattSensor
from monitor.virtual.radio import Conditions
from monitor.virtual.still import still_sensor
from monitor.virtual.virtual_time import run_in_virtual_time

START_NS = 1_767_225_600_000_000_000
THIGH, SHANK = leg(Side.LEFT)


def on_table(placement: Placement = THIGH, serial: int | None = None, **how: float) -> VirtualSensor:
    """A sensor of this place; each place has its own serial number and clock."""
    number = [Placement(side, segment) for side in Side for segment in Segment].index(placement)
    return still_sensor(placement, 0xA000 + number if serial is None else serial,
                        offset_us=1e6 * (number + 1), **how)


def still_leg(side: Side = Side.LEFT) -> list[PatellaGatt]:
    return [PatellaGatt(on_table(placement)) for placement in leg(side)]


@dataclass
class Session:
    """A session while it runs, and what came of it."""

    air: Air
    source: BleSource
    inputs: list[Input] = field(default_factory=list)
    error: LinkError | None = None

    def told(self, *kinds: LinkKind, placement: Placement | None = None) -> list[LinkEvent]:
        return [item for item in self.inputs if isinstance(item, LinkEvent) and item.kind in kinds
                and placement in (None, item.placement)]

    def received(self, placement: Placement) -> list[Received]:
        return [item for item in self.inputs if isinstance(item, Received) and item.placement == placement]

    def sequence(self, placement: Placement) -> list[int]:
        return [decode_data(item.payload).seq for item in self.received(placement)]

    def sentences(self) -> list[str]:
        return [event.detail["sentence"] for event in self.told(LinkKind.FAILED)]

    async def streaming(self, times: int = 1, *placements: Placement) -> None:
        """Wait until each of these places has begun to stream so many times."""
        async with asyncio.timeout(120):
            while any(len(self.told(LinkKind.STREAMING, placement=place)) < times    # noqa: ASYNC110
                      for place in placements or (THIGH, SHANK)):
                await asyncio.sleep(0.05)


Script = Callable[[Session], Awaitable[None]]


async def hold(sensors: Sequence[GattSensor], script: Script | float, *,
               wanted: Sequence[Placement] = (THIGH, SHANK),
               conditions: Conditions | None = None, seed: int = 1,
               prepare: Callable[[VirtualAdapter], None] = lambda _adapter: None,
               described: Sequence[DialectInfo] = (), **options: object) -> Session:
    """Run the client on these sensors until the script ends or nothing can be streamed; leaves no task.

    Where the script is a number, nothing happens for so many seconds.
    """
    before = asyncio.all_tasks()
    async with on_air(sensors, conditions, seed) as air:
        backend = Backend(air.adapter.scanner, air.adapter.client, tuple(described))
        source = BleSource(wanted, loop_clock(START_NS), backend=backend, **options)
        prepare(air.adapter)
        session = Session(air, source)
        running = asyncio.create_task(source.run(session.inputs.append))
        acting = asyncio.create_task(
            asyncio.sleep(script) if isinstance(script, int | float) else script(session))
        await asyncio.wait([running, acting], return_when=asyncio.FIRST_COMPLETED)
        for task in (acting, running):
            task.cancel()
        results = await asyncio.gather(acting, running, return_exceptions=True)
    for result in results:
        if isinstance(result, LinkError):
            session.error = result
        elif isinstance(result, Exception):
            raise result
    await asyncio.sleep(1)
    assert asyncio.all_tasks() == before
    return session


@pytest.fixture
def session(caplog: pytest.LogCaptureFixture) -> Callable[..., Session]:
    """`session(sensors, script, **options)`: the inputs and the error of one session, in virtual time."""
    def held(*args: object, **options: object) -> Session:
        result = run_in_virtual_time(hold(*args, **options))
        assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
        return result

    return held


@pytest.fixture
def sensor() -> Callable[..., VirtualSensor]:
    return on_table


@pytest.fixture
def one_leg() -> Callable[..., list[PatellaGatt]]:
    return still_leg
