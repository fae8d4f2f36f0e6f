"""Lets several Movella DOTs agree on one clock, by the vendor's own procedure, before they stream.

Write "start" with the root's address to every DOT, disconnect them all, wait 14 s, reconnect, read each one's
acknowledgement. DOTs that agree already keep their clock until they are switched off: nothing is done then.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager

from bleak import BleakClient

from firmware_protocol.errors import PacketError
from firmware_protocol.movella_sync import PROCEDURE_S, WORKED, Message, MessageId, start
from monitor.errors import LinkError, LinkReason
from monitor.sources.bluetooth import Backend
from monitor.sources.dot_messages import hear, is_synchronised, tell
from monitor.sources.scan import Heard, ask, connected

_ADDRESS = re.compile(r"[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}")
NO_ADDRESS = ("This system hides the addresses of Bluetooth devices, so the DOT sensors cannot agree on a "
              "clock: their times are less exact.")
AGREEING = "The DOT sensors agree on one clock first, which takes about 20 s."
NOT_AGREED = ("The DOT sensors did not agree on a clock, so their times are less exact: switch them off and "
              "on, and connect again.")


async def dots_among(candidates: Collection[Heard], mine: Callable[[str], bool],
                     backend: Backend) -> list[Heard]:
    """Those that are DOTs and, by their serial numbers, mine; nobody is asked where there is but one."""
    dots = [heard for heard in candidates if heard.kind.dialect == "movella_dot"]
    if len(dots) < 2:
        return dots
    return [dot for dot in dots if mine((await ask(dot, backend)).serial or "")]


async def agree_on_clock(dots: Sequence[Heard], backend: Backend, begun: Callable[[], None]) -> bool:
    """Run the procedure unless all of them agree already; true when it ran. Raises `LinkError`.

    `begun` is called when it is clear that this will take its time.
    """
    if all([await _asked(dot, backend) for dot in dots]):
        return False
    root = dots[0].device.address
    if not _ADDRESS.fullmatch(root):
        raise LinkError(LinkReason.UNSUPPORTED, NO_ADDRESS)
    begun()
    for dot in dots:
        async with _asking(dot, backend) as client:
            await tell(client, start(root))
    await asyncio.sleep(PROCEDURE_S)
    for dot in dots:
        async with _asking(dot, backend) as client:
            if await hear(client) != Message(MessageId.ACKNOWLEDGE, WORKED):
                raise LinkError(LinkReason.UNSUPPORTED, NOT_AGREED)
    return True


async def _asked(dot: Heard, backend: Backend) -> bool:
    async with _asking(dot, backend) as client:
        return await is_synchronised(client)


@asynccontextmanager
async def _asking(dot: Heard, backend: Backend) -> AsyncIterator[BleakClient]:
    try:
        async with connected(dot, backend) as client:
            yield client
    except PacketError as error:
        raise LinkError(LinkReason.UNSUPPORTED, NOT_AGREED) from error
