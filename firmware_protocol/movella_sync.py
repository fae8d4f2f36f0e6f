"""The Movella DOT's own synchronisation: several DOTs agree on the clock of one of them, the root.

A message is `MID LEN ID DATA CHK`: LEN counts ID and DATA, and all bytes sum to 0 modulo 256. The procedure:
set the rate, write `start(root)` to every DOT, disconnect them all, wait `PROCEDURE_S`, reconnect, read each
one's acknowledgement, stream. `stop()` ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from firmware_protocol.errors import PacketError, PacketReason

PROCEDURE_S = 14.0
_MID = 0x02
_OVERHEAD = 3        # MID, LEN and CHK
_ADDRESS_BYTES = 6


class MessageId(IntEnum):
    START = 0x01
    STOP = 0x02
    ACKNOWLEDGE = 0x03     # data: 0 when it worked
    GET_STATUS = 0x08
    RESULT = 0x50          # data: 0 when it worked
    STATUS = 0x51          # data: `SYNCED` or `UNSYNCED`


SYNCED, UNSYNCED = b"\x04", b"\x09"
WORKED = b"\x00"


@dataclass(frozen=True, slots=True)
class Message:
    id: MessageId
    data: bytes = b""


def start(root_address: str) -> Message:
    """Agree on the clock of the DOT with this Bluetooth address, written D4:CA:6E:F1:69:3D."""
    try:
        address = bytes.fromhex(root_address.replace(":", ""))
    except ValueError:
        address = b""
    if len(address) != _ADDRESS_BYTES:
        raise PacketError(PacketReason.BAD_FIELD, f"{root_address!r} is no Bluetooth address")
    return Message(MessageId.START, address[::-1])


def stop() -> Message:
    """Give up the common clock."""
    return Message(MessageId.STOP)


def encode_message(message: Message) -> bytes:
    """Write a message; raises `PacketError`."""
    if len(message.data) > 0xFE:
        raise PacketError(PacketReason.WRONG_LENGTH, "a synchronisation message carries at most 254 bytes")
    body = bytes([_MID, len(message.data) + 1, message.id]) + message.data
    return body + bytes([-sum(body) % 256])


def decode_message(payload: bytes) -> Message:
    """Read a message; raises `PacketError`."""
    if len(payload) < _OVERHEAD + 1:
        raise PacketError(PacketReason.TOO_SHORT,
                          f"a synchronisation message has at least 4 bytes, but {len(payload)} came")
    if payload[0] != _MID or payload[2] not in set(MessageId):
        raise PacketError(PacketReason.BAD_FIELD, f"{payload[:3].hex()} starts no synchronisation message")
    if len(payload) != payload[1] + _OVERHEAD:
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"a synchronisation message of {payload[1]} bytes came as {len(payload)}")
    if sum(payload) % 256:
        raise PacketError(PacketReason.BAD_CHECKSUM, "the checksum of a synchronisation message is wrong")
    return Message(MessageId(payload[2]), payload[3:-1])
