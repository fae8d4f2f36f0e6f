"""CONTROL: what the host asks and the sensor answers.

What is accepted encodes back to the same bytes.
"""

from __future__ import annotations

import struct
from dataclasses import astuple, dataclass
from enum import IntEnum
from typing import ClassVar

from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.packets import Role, WornSide
from firmware_protocol.wire import pack

REPLY = 0x80
CONNECTION_INTERVAL_UNIT_MS = 1.25


class Op(IntEnum):
    START = 0x01
    STOP = 0x02
    RANGE = 0x03
    IDENTIFY = 0x04
    SET_ROLE = 0x05
    CONN_INTERVAL = 0x06
    SYNC = 0x10
    RESET_STATS = 0x20


class Status(IntEnum):
    OK = 0
    UNKNOWN_OP = 1
    BAD_LENGTH = 2
    UNSUPPORTED = 3   # an argument that this sensor cannot do
    BUSY = 4          # not while streaming
    FAILED = 5        # the sensor tried and its hardware refused


@dataclass(frozen=True, slots=True)
class Start:
    """Start the stream, or change the running one; the same START twice changes nothing."""

    op: ClassVar[Op] = Op.START
    layout: ClassVar[struct.Struct] = struct.Struct("<HB")
    rate_hz: int = 200
    samples: int = 4


@dataclass(frozen=True, slots=True)
class Stop:
    op: ClassVar[Op] = Op.STOP
    layout: ClassVar[struct.Struct] = struct.Struct("<")


@dataclass(frozen=True, slots=True)
class SetRange:
    op: ClassVar[Op] = Op.RANGE
    layout: ClassVar[struct.Struct] = struct.Struct("<BH")
    acc_range_g: int
    gyr_range_dps: int


@dataclass(frozen=True, slots=True)
class Identify:
    """Blink for so many seconds; 0 stops."""

    op: ClassVar[Op] = Op.IDENTIFY
    layout: ClassVar[struct.Struct] = struct.Struct("<B")
    seconds: int


@dataclass(frozen=True, slots=True)
class SetRole:
    """Store where the sensor is worn."""

    op: ClassVar[Op] = Op.SET_ROLE
    layout: ClassVar[struct.Struct] = struct.Struct("<BB")
    role: Role
    side: WornSide


@dataclass(frozen=True, slots=True)
class ConnectionInterval:
    """Ask the sensor to request this connection interval."""

    op: ClassVar[Op] = Op.CONN_INTERVAL
    layout: ClassVar[struct.Struct] = struct.Struct("<H")
    units: int   # of 1.25 ms


@dataclass(frozen=True, slots=True)
class Sync:
    """Ask for the device time at which this very command was received."""

    op: ClassVar[Op] = Op.SYNC
    layout: ClassVar[struct.Struct] = struct.Struct("<I")
    cookie: int


@dataclass(frozen=True, slots=True)
class ResetStats:
    op: ClassVar[Op] = Op.RESET_STATS
    layout: ClassVar[struct.Struct] = struct.Struct("<")


Command = Start | Stop | SetRange | Identify | SetRole | ConnectionInterval | Sync | ResetStats
_COMMANDS: dict[int, type[Command]] = {
    int(kind.op): kind
    for kind in (Start, Stop, SetRange, Identify, SetRole, ConnectionInterval, Sync, ResetStats)
}


@dataclass(frozen=True, slots=True)
class SyncStamp:
    """The answer to SYNC: the cookie that was sent and the device time of its reception, u32 us, wraps."""

    cookie: int
    device_us: int


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a command.

    Attributes:
        op: of the command; any number below 128 where the status is `UNKNOWN_OP`.
        tag: of the command.
        sync: only in the answer OK to SYNC.
    """

    op: int
    tag: int
    status: Status = Status.OK
    sync: SyncStamp | None = None


_TAGGED = struct.Struct("<BB")
_REPLY = struct.Struct("<BBB")
_SYNC_STAMP = struct.Struct("<II")
_REFUSALS = {PacketReason.UNKNOWN_OP: Status.UNKNOWN_OP, PacketReason.WRONG_LENGTH: Status.BAD_LENGTH}


def encode_command(command: Command, tag: int) -> bytes:
    """Write a command; the sensor repeats `tag` (u8) in its reply. Raises `PacketError`."""
    return pack(_TAGGED, command.op, tag) + pack(command.layout, *astuple(command))


def decode_command(payload: bytes) -> tuple[Command, int]:
    """Read a command and its tag; raises `PacketError`."""
    if len(payload) < _TAGGED.size:
        raise PacketError(PacketReason.TOO_SHORT, f"a command has at least 2 bytes, but {len(payload)} came")
    op, tag = payload[0], payload[1]
    kind = _COMMANDS.get(op)
    if kind is None:
        raise PacketError(PacketReason.UNKNOWN_OP, f"there is no command {op:#04x}")
    if len(payload) != _TAGGED.size + kind.layout.size:
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"the command {kind.op.name} has {_TAGGED.size + kind.layout.size} bytes, "
                          f"but {len(payload)} came")
    values = kind.layout.unpack_from(payload, _TAGGED.size)
    if kind is SetRole:
        values = _place(*values)
    return kind(*values), tag


def encode_reply(reply: Reply) -> bytes:
    """Write a reply; raises `PacketError`."""
    _check_reply(reply)
    stamp = pack(_SYNC_STAMP, *astuple(reply.sync)) if reply.sync else b""
    return pack(_REPLY, reply.op | REPLY, reply.tag, reply.status) + stamp


def decode_reply(payload: bytes) -> Reply:
    """Read a reply; raises `PacketError`."""
    if len(payload) < _REPLY.size:
        raise PacketError(PacketReason.TOO_SHORT, f"a reply has at least 3 bytes, but {len(payload)} came")
    op, tag, number = _REPLY.unpack_from(payload)
    if not op & REPLY or number not in Status.__members__.values():
        raise PacketError(PacketReason.BAD_FIELD, f"{op:#04x} with status {number} is no reply")
    stamped = op == Op.SYNC | REPLY and number == Status.OK
    if len(payload) != _REPLY.size + (_SYNC_STAMP.size if stamped else 0):
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"a reply to {op & ~REPLY:#04x} with status {number} has not {len(payload)} bytes")
    stamp = SyncStamp(*_SYNC_STAMP.unpack_from(payload, _REPLY.size)) if stamped else None
    reply = Reply(op & ~REPLY, tag, Status(number), stamp)
    _check_reply(reply)
    return reply


def refusal(payload: bytes, error: PacketError) -> Reply | None:
    """What a sensor answers to a command it could not read; None where there is nobody to answer."""
    if len(payload) < _TAGGED.size or payload[0] & REPLY:
        return None
    status = _REFUSALS.get(error.reason, Status.UNSUPPORTED)
    return Reply(payload[0], payload[1], status)


def _check_reply(reply: Reply) -> None:
    if reply.op not in _COMMANDS and (reply.status is not Status.UNKNOWN_OP or reply.op & REPLY):
        raise PacketError(PacketReason.UNKNOWN_OP, f"there is no command {reply.op:#04x} to reply to")
    if (reply.sync is not None) != (reply.op == Op.SYNC and reply.status is Status.OK):
        raise PacketError(PacketReason.BAD_FIELD, "a time stamp belongs to the reply OK to SYNC alone")


def _place(role: int, side: int) -> tuple[Role, WornSide]:
    try:
        return Role(role), WornSide(side)
    except ValueError as error:
        raise PacketError(PacketReason.BAD_FIELD, f"the command SET_ROLE: {error}") from None
