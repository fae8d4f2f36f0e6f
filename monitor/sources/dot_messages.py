"""Questions to a connected Movella DOT about its clock."""

from __future__ import annotations

from bleak import BleakClient

from firmware_protocol.movella_control import MESSAGE_READ_UUID, MESSAGE_WRITE_UUID
from firmware_protocol.movella_sync import SYNCED, Message, MessageId, decode_message, encode_message


async def tell(client: BleakClient, message: Message) -> None:
    """Write a message; raises what bleak raises."""
    await client.write_gatt_char(MESSAGE_WRITE_UUID, encode_message(message), response=True)


async def hear(client: BleakClient) -> Message:
    """What the DOT has to say; raises what bleak raises, and `PacketError`."""
    return decode_message(bytes(await client.read_gatt_char(MESSAGE_READ_UUID)))


async def is_synchronised(client: BleakClient) -> bool:
    """Whether its clock is one that several DOTs agreed on; raises as the others."""
    await tell(client, Message(MessageId.GET_STATUS))
    return await hear(client) == Message(MessageId.STATUS, SYNCED)
