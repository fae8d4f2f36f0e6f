"""One connection to one sensor, from connecting until it ends, for whatever reason."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from bleak import BleakClient

from firmware_protocol.commands import ConnectionInterval
from firmware_protocol.device import Clock as SensorClock
from firmware_protocol.device import Write
from firmware_protocol.gatt import CONTROL_UUID
from monitor.errors import LinkError, LinkReason
from monitor.sources.base import Emit
from monitor.sources.bluetooth import Backend, bluetooth_errors
from monitor.sources.clock import Clock
from monitor.sources.control import Control
from monitor.sources.data_guard import DataGuard
from monitor.sources.description import Description, describe
from monitor.sources.scan import Heard, let_go
from monitor.values import LinkEvent, LinkKind, Placement, Received

CONNECTION_INTERVAL_UNITS = 12      # 15 ms: the shortest that every system grants


@dataclass(frozen=True, slots=True)
class Timing:
    """How patient a link is, in seconds.

    Attributes:
        connect, operation, disconnect: longest wait for each of these.
        ping, battery, rssi: time between two of these.
        silent: without data, the link is reported silent.
        lost: without data, it is given up, for a system may call a dead link connected for ever.
    """

    connect: float = 12.0
    operation: float = 5.0
    disconnect: float = 2.0
    ping: float = 0.25
    battery: float = 30.0
    rssi: float = 5.0
    silent: float = 0.8
    lost: float = 2.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every link of a session shares.

    Attributes:
        bond: ask the system to bond with each sensor, so that nobody can listen in or step in between.
            Sensors and systems that cannot are used all the same.
        unbonded: addresses of those that could not.
    """

    backend: Backend
    emit: Emit
    clock: Clock
    random: random.Random
    timing: Timing
    bond: bool = False
    unbonded: set[str] = field(default_factory=set)


class SensorLink:
    """`open` it, `run` it until that raises, and always `close` it.

    Attributes:
        control: for commands, only of a Patella sensor.
        overhear: is shown every notification while it is set.
    """

    def __init__(self, heard: Heard, around: Surroundings) -> None:
        self.heard, self.around = heard, around
        self.who = f"The sensor {heard.name}"
        self.client = BleakClient(heard.device, self._on_disconnected, timeout=around.timing.connect,
                                  backend=around.backend.client)
        self.control: Control | None = None
        self.overhear: Callable[[bytes], None] | None = None
        self.last_data_s = 0.0
        self.description: Description
        self.placement: Placement
        self._guard: DataGuard
        self._started = False
        self._loop = asyncio.get_running_loop()
        self.began_s = self._loop.time()
        self._ended: asyncio.Future[LinkError] = self._loop.create_future()

    async def open(self) -> Description:
        """Connect and ask who it is; raises `LinkError`."""
        with bluetooth_errors(self.who):
            async with asyncio.timeout(self.around.timing.connect):
                await self.client.connect()
                if self.around.bond and self.heard.device.address not in self.around.unbonded:
                    await self._bond()
                self.description = await describe(self.client, self.heard.device, self.heard.kind)
        return self.description

    async def run(self, placement: Placement, rate_hz: int,
                  duties: Callable[[SensorLink], list[Coroutine[Any, Any, None]]]) -> None:
        """Stream as the sensor of this place until the link ends; raises the `LinkError` that ended it."""
        self.placement = placement
        self._guard = DataGuard(rate_hz, self.who)
        self.tell(LinkKind.CONNECTED, **self.description.sensor(placement, rate_hz).to_json())
        self.tell(LinkKind.RSSI, dbm=self.heard.rssi_dbm)
        await self._start(rate_hz)
        self.tell(LinkKind.STREAMING)
        tasks = [asyncio.create_task(duty) for duty in (self._wait_for_end(), *duties(self))]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def close(self) -> None:
        """Stop and disconnect: a client that is only dropped delivers every notification again."""
        self.end(LinkError(LinkReason.LOST, f"{self.who} was let go."))
        if self._started and self.client.is_connected:
            with contextlib.suppress(LinkError, TimeoutError):    # it stops by itself when the link ends
                async with asyncio.timeout(self.around.timing.disconnect):
                    await self.write(*self.heard.kind.stop)
        await let_go(self.client, self.around.timing.disconnect)

    def end(self, error: LinkError) -> None:
        """Give the link up; nothing is delivered any more. Only the first reason counts."""
        if not self._ended.done():
            self._ended.set_result(error)

    def tell(self, kind: LinkKind, **detail: Any) -> None:
        self.around.emit(LinkEvent(self.placement, self.around.clock(), kind, detail))

    async def write(self, *writes: Write) -> None:
        """Write to the sensor, and wait for the answers where it gives any; raises `LinkError`."""
        async with self.patience():
            for write in writes:
                if self.control is not None and write.characteristic == CONTROL_UUID:
                    await self.control.exchange(write.payload)
                else:
                    await self.client.write_gatt_char(write.characteristic, write.payload, write.response)

    @contextlib.asynccontextmanager
    async def patience(self) -> AsyncIterator[None]:
        """So long, and no longer, may an operation take; what goes wrong raises `LinkError`."""
        with bluetooth_errors(self.who):
            async with asyncio.timeout(self.around.timing.operation):
                yield

    async def _bond(self) -> None:
        try:
            async with self.patience():
                await self.client.pair()
        except (LinkError, NotImplementedError):      # macOS bonds by itself or not at all
            self.around.unbonded.add(self.heard.device.address)

    async def _start(self, rate_hz: int) -> None:
        """Subscribe, then start: a sensor that is started first may send before anyone listens."""
        if self.heard.kind.clock is SensorClock.SYNC:
            self.control = Control(self.client, self.who, self.around.clock)
            await self.control.open()
            with contextlib.suppress(LinkError):      # it can stream at any other interval
                await self.control.ask(ConnectionInterval(CONNECTION_INTERVAL_UNITS))
        async with self.patience():
            await self.client.start_notify(self.heard.kind.notify, self._on_data)
        self._started = True
        await self.write(*self.heard.kind.start_writes(rate_hz))
        self.last_data_s = self._loop.time()

    async def _wait_for_end(self) -> None:
        raise await self._ended

    def _on_data(self, _characteristic: object, value: bytearray) -> None:
        if self._ended.done():
            return
        now_ns, payload = self.around.clock(), bytes(value)
        self.last_data_s = self._loop.time()
        try:
            self._guard.push(payload, now_ns)
        except LinkError as error:
            self.end(error)
            return
        self.around.emit(Received(self.placement, now_ns, payload))
        if self.overhear is not None:
            self.overhear(payload)

    def _on_disconnected(self, _client: BleakClient) -> None:
        self.end(LinkError(LinkReason.LOST, f"{self.who} was lost: bring it near, or charge it."))
