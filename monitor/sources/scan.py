"""Who is there: advertisements of the sensors that this program can drive."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace

from bleak import BleakClient, BleakScanner
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from firmware_protocol.device import DialectInfo
from firmware_protocol.dialects import recognise
from monitor.errors import LinkError, LinkReason
from monitor.sources.bluetooth import Backend, bluetooth_errors
from monitor.sources.description import describe
from monitor.values import Placement

CONNECT_S = 8.0
DISCONNECT_S = 2.0
AGAIN_S = 3.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A sensor that advertises."""

    device: BLEDevice
    kind: DialectInfo
    name: str
    rssi_dbm: int


@dataclass(frozen=True, slots=True)
class FoundSensor:
    """A sensor as `patella scan` lists it.

    Attributes:
        serial, stored: only where it let itself be asked; otherwise `problem` says why not.
    """

    name: str
    address: str
    rssi_dbm: int
    kind: DialectInfo
    serial: str | None = None
    stored: Placement | None = None
    problem: str | None = None


async def listen(backend: Backend, seconds: float,
                 enough: Callable[[dict[str, Heard]], bool] = lambda _heard: False) -> list[Heard]:
    """Scan until there is `enough` or the time is over; strongest first. Raises `LinkError`.

    `enough` is given what was heard so far, by address. The scan has ended when this returns: connecting
    while scanning fails on many systems.
    """
    heard: dict[str, Heard] = {}
    nameless: dict[str, Heard] = {}      # the name comes with the scan response, or not at all
    satisfied = asyncio.Event()

    def on_advertisement(device: BLEDevice, data: AdvertisementData) -> None:
        name = data.local_name or device.name
        kind = recognise(name, data.service_uuids, backend.described)
        if kind is None:
            return
        if name is None and device.address in heard:
            name = heard[device.address].name
        if name is not None:
            heard[device.address] = Heard(device, kind, name, data.rssi)
        else:
            nameless[device.address] = Heard(device, kind, device.address, data.rssi)
        if enough(heard):
            satisfied.set()

    with bluetooth_errors("The Bluetooth adapter"):
        async with BleakScanner(on_advertisement, backend=backend.scanner):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(satisfied.wait(), seconds)
    return sorted((nameless | heard).values(), key=lambda sensor: -sensor.rssi_dbm)


async def scan(seconds: float, backend: Backend) -> list[FoundSensor]:
    """Every sensor nearby and who it is, asked one after the other; raises `LinkError` without Bluetooth."""
    return [await _ask_twice(heard, backend) for heard in await listen(backend, seconds)]


async def _ask_twice(heard: Heard, backend: Backend) -> FoundSensor:
    """After a failure once more, with a fresh scan: Linux forgets what it heard while others were asked."""
    found = await ask(heard, backend)
    if found.problem is None:
        return found
    address = heard.device.address
    again = await listen(backend, AGAIN_S, lambda sensors: address in sensors)
    fresh = [one for one in again if one.device.address == address]
    return await ask(fresh[0], backend) if fresh else found


async def ask(heard: Heard, backend: Backend) -> FoundSensor:
    """Connect, let it say who it is, and disconnect."""
    found = FoundSensor(heard.name, heard.device.address, heard.rssi_dbm, heard.kind)
    try:
        async with connected(heard, backend) as client:
            told = await describe(client, heard.device, heard.kind)
    except LinkError as error:
        return replace(found, problem=str(error))
    return replace(found, serial=told.serial, stored=told.stored)


async def blink(serial: str, seconds: float, backend: Backend) -> str:
    """Let the sensor with this serial number show itself; its name. Raises `LinkError`."""
    for heard in await listen(backend, seconds):
        if (await ask(heard, backend)).serial != serial:
            continue
        if not heard.kind.identify:
            raise LinkError(LinkReason.UNSUPPORTED, f"The sensor {serial} has no light to show itself by.")
        async with connected(heard, backend) as client:
            for write in heard.kind.identify:
                await client.write_gatt_char(write.characteristic, write.payload, write.response)
        return heard.name
    raise LinkError(LinkReason.NOT_FOUND, f"The sensor {serial} was not found: switch it on, bring it near, "
                                          "and end its link to other programs.")


@contextlib.asynccontextmanager
async def connected(heard: Heard, backend: Backend) -> AsyncIterator[BleakClient]:
    """A short connection for a question or two, always ended; whatever goes wrong raises `LinkError`."""
    client = BleakClient(heard.device, timeout=CONNECT_S, backend=backend.client)
    try:
        with bluetooth_errors(f"The sensor {heard.name}"):
            async with asyncio.timeout(2 * CONNECT_S):
                await client.connect()
                yield client
    finally:
        await let_go(client, DISCONNECT_S)


async def let_go(client: BleakClient, seconds: float) -> None:
    """Disconnect, whatever state it is in, and do not wait for ever."""
    with contextlib.suppress(LinkError), bluetooth_errors("The sensor"):
        async with asyncio.timeout(seconds):
            await client.disconnect()
