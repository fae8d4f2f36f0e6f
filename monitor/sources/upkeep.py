"""What goes on beside the data of a link: clock pings, battery, signal strength, the silence watchdog.

Only the watchdog ends a link: what is asked beside the data and not answered is no reason to lose a sensor
that streams.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from firmware_protocol.device import Reading
from firmware_protocol.errors import PacketError
from monitor.errors import LinkError, LinkReason
from monitor.sources.control import Control
from monitor.sources.sensor_link import SensorLink
from monitor.values import LinkKind

LOOKS = 8      # of the watchdog in the time that makes a silence


def upkeep(link: SensorLink) -> list[Coroutine[Any, Any, None]]:
    """Everything that this kind of sensor allows."""
    duties = [watch_silence(link)]
    if link.heard.kind.battery is not None:
        duties.append(follow_battery(link, link.heard.kind.battery))
    if hasattr(backend_of(link), "get_rssi"):
        duties.append(follow_rssi(link))
    if link.control is not None:
        duties.append(ping(link, link.control))
    return duties


async def watch_silence(link: SensorLink) -> None:
    """Report a silence, and give up a longer one: `is_connected` may stay true on a dead link."""
    timing, loop = link.around.timing, asyncio.get_running_loop()
    reported = False
    while True:
        await asyncio.sleep(timing.silent / LOOKS)
        silent_s = loop.time() - link.last_data_s
        if silent_s >= timing.lost:
            raise LinkError(LinkReason.SILENT, f"{link.who} is connected but has sent nothing for "
                                               f"{silent_s:.0f} s.")
        if silent_s >= timing.silent and not reported:
            link.tell(LinkKind.SILENT, seconds=round(silent_s, 3))
        reported = silent_s >= timing.silent


async def ping(link: SensorLink, control: Control) -> None:
    """Ask for the device's time at random moments, so that no rhythm of the link hides in the answers."""
    cookie = 0
    while True:
        await asyncio.sleep(link.around.timing.ping * link.around.random.uniform(0.2, 1.8))
        with suppress(LinkError):
            link.around.emit(await control.ping(link.placement, cookie))
        cookie = (cookie + 1) % 2**32


async def follow_battery(link: SensorLink, reading: Reading[int]) -> None:
    while True:
        with suppress(LinkError, PacketError):
            link.tell(LinkKind.BATTERY, percent=await _battery(link, reading))
        await asyncio.sleep(link.around.timing.battery)


async def follow_rssi(link: SensorLink) -> None:
    """Only macOS tells the strength of a link; elsewhere the advertisement's, when connecting, must do."""
    while True:
        with suppress(LinkError):
            async with link.patience():
                link.tell(LinkKind.RSSI, dbm=int(await backend_of(link).get_rssi()))
        await asyncio.sleep(link.around.timing.rssi)


def backend_of(link: SensorLink) -> Any:
    """What bleak's own client stands on; there is no public way to its `get_rssi`."""
    return link.client._backend


async def _battery(link: SensorLink, reading: Reading[int]) -> int | None:
    if reading.request is None:
        async with link.patience():
            return reading.parse(bytes(await link.client.read_gatt_char(reading.characteristic)))
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def overhear(payload: bytes) -> None:
        percent = reading.parse(payload)
        if percent is not None and not answer.done():
            answer.set_result(percent)

    link.overhear = overhear
    try:
        await link.write(reading.request)
        async with link.patience():
            return await answer
    finally:
        link.overhear = None
