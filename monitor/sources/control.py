"""CONTROL of one connected Patella sensor: commands, their answers, and clock pings."""

from __future__ import annotations

import asyncio
from itertools import cycle

from bleak import BleakClient

from firmware_protocol.commands import Command, Op, Reply, Status, Sync, decode_reply, encode_command
from firmware_protocol.errors import PacketError
from firmware_protocol.gatt import CONTROL_UUID
from monitor.errors import LinkError, LinkReason
from monitor.sources.bluetooth import bluetooth_errors
from monitor.sources.clock import Clock
from monitor.values import LinkEvent, LinkKind, Placement

ANSWER_S = 3.0
_Answer = tuple[Reply, int]      # and when it came


class Control:
    """One for each connection; `open` it before the first command."""

    def __init__(self, client: BleakClient, who: str, clock: Clock) -> None:
        self._client, self._who, self._clock = client, who, clock
        self._tags = cycle(range(1, 256))      # 0 is for commands that were written out beforehand
        self._waiting: dict[int, asyncio.Future[_Answer]] = {}

    async def open(self) -> None:
        """Listen for answers; raises `LinkError`."""
        with bluetooth_errors(self._who):
            await self._client.start_notify(CONTROL_UUID, self._heard)

    async def ask(self, command: Command) -> None:
        """Give a command; raises `LinkError` where it is refused or never answered."""
        await self.exchange(encode_command(command, next(self._tags)))

    async def ping(self, placement: Placement, cookie: int) -> LinkEvent:
        """Ask for the device time; raises `LinkError`."""
        payload = encode_command(Sync(cookie), next(self._tags))
        sent_ns = self._clock()
        reply, received_ns = await self.exchange(payload)
        assert reply.sync is not None      # a decoded OK to SYNC has it
        return LinkEvent(placement, received_ns, LinkKind.SYNC, {
            "host_send_ns": sent_ns, "host_receive_ns": received_ns, "device_us": reply.sync.device_us})

    async def exchange(self, payload: bytes) -> _Answer:
        """Write an encoded command and wait for its answer; raises `LinkError`."""
        tag = payload[1]
        answer = self._waiting[tag] = asyncio.get_running_loop().create_future()
        try:
            with bluetooth_errors(self._who):
                async with asyncio.timeout(ANSWER_S):
                    await self._client.write_gatt_char(CONTROL_UUID, payload, response=True)
                    reply, received_ns = await answer
        finally:
            del self._waiting[tag]
        if reply.status is not Status.OK:
            raise LinkError(LinkReason.UNSUPPORTED,
                            f"{self._who} refused {Op(payload[0]).name}: {reply.status.name.lower()}.")
        return reply, received_ns

    def _heard(self, _characteristic: object, payload: bytearray) -> None:
        now_ns = self._clock()
        try:
            reply = decode_reply(bytes(payload))
        except PacketError:
            return      # what is no answer answers nothing: the command times out
        answer = self._waiting.get(reply.tag)
        if answer is not None and not answer.done():
            answer.set_result((reply, now_ns))
