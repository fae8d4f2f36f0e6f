"""WitMotion frames of 20 bytes, and the commands that are written to the sensor.

Frames have no checksum, so where one begins is a matter of what follows it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.wire import pack

RATE_CODES = {10: 0x06, 50: 0x08, 100: 0x09, 200: 0x0B}

FRAME_BYTES = 20
BATTERY_REGISTER = 0x64
_HEADER, _MOTION, _REGISTERS = 0x55, 0x61, 0x71
_HEADERS = ({b"", bytes([_HEADER])}, {b"", bytes([_MOTION]), bytes([_REGISTERS])})
_RATE_REGISTER, _READ_REGISTER = 0x03, 0x27
# at least so many hundredths of a volt, percent: the vendor's own table
_BATTERY_STEPS = ((396, 100), (393, 90), (387, 75), (382, 60), (379, 50), (377, 40), (373, 30), (370, 20),
                  (368, 15), (350, 10), (340, 5))


_MOTION_FRAME = struct.Struct("<BB9h")
_REGISTER_FRAME = struct.Struct("<BBH8h")
_WRITE_REGISTER = struct.Struct("<BBBH")


@dataclass(frozen=True, slots=True)
class Motion:
    """One measurement: nine counts, 32768 is 16 g, 2000 deg/s and 180 deg.

    Attributes:
        counts: acc x y z, gyr x y z, roll, pitch, yaw.
    """

    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Registers:
    """The answer to a register request: the eight registers from `first` on."""

    first: int
    values: tuple[int, ...]


Frame = Motion | Registers


def decode_frame(frame: bytes) -> Frame:
    """Read one whole frame; raises `PacketError`."""
    if len(frame) != FRAME_BYTES:
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"a WitMotion frame has {FRAME_BYTES} bytes, but {len(frame)} came")
    if not _starts_frame(frame, 0):
        raise PacketError(PacketReason.BAD_FIELD, f"{frame[:2].hex()} starts no WitMotion frame")
    if frame[1] == _MOTION:
        return Motion(_MOTION_FRAME.unpack(frame)[2:])
    _, _, first, *values = _REGISTER_FRAME.unpack(frame)
    return Registers(first, tuple(values))


def encode_frame(frame: Frame) -> bytes:
    """Write one frame; raises `PacketError`."""
    if isinstance(frame, Motion):
        return pack(_MOTION_FRAME, _HEADER, _MOTION, *frame.counts)
    return pack(_REGISTER_FRAME, _HEADER, _REGISTERS, frame.first, *frame.values)


def split(data: bytes) -> tuple[list[Frame | None], bytes]:
    """The frames in `data`, None wherever bytes were passed over, and the beginning of one still coming."""
    parts: list[Frame | None] = []
    at = 0
    while at < len(data) and not (_starts_frame(data, at) and at + FRAME_BYTES > len(data)):
        if _starts_frame(data, at) and _starts_frame(data, at + FRAME_BYTES):
            parts.append(decode_frame(data[at:at + FRAME_BYTES]))
            at += FRAME_BYTES
        else:
            if not parts or parts[-1] is not None:
                parts.append(None)
            at += 1
    return parts, data[at:]


def _starts_frame(data: bytes, at: int) -> bool:
    """Whether a frame may start here; the end of the data contradicts nothing."""
    return data[at:at + 1] in _HEADERS[0] and data[at + 1:at + 2] in _HEADERS[1]


def unlock() -> bytes:
    """Opens the registers for ten seconds of writing."""
    return bytes.fromhex("ffaa6988b5")


def write_register(register: int, value: int) -> bytes:
    """`FF AA reg lo hi`."""
    return pack(_WRITE_REGISTER, 0xFF, 0xAA, register, value)


def read_register(register: int) -> bytes:
    """Ask for eight registers from this one on; a `Registers` frame answers."""
    return write_register(_READ_REGISTER, register)


def set_rate(rate_hz: int) -> bytes:
    """Set the output rate; raises `PacketError` for a rate without a code."""
    if rate_hz not in RATE_CODES:
        raise PacketError(PacketReason.BAD_FIELD, f"a WitMotion sensor does not stream at {rate_hz} Hz")
    return write_register(_RATE_REGISTER, RATE_CODES[rate_hz])


def save() -> bytes:
    """Keep the registers through power-off."""
    return write_register(0x00, 0x0000)


def decode_write(payload: bytes) -> tuple[int, int]:
    """The register and the value that a host wrote; raises `PacketError`."""
    if len(payload) != _WRITE_REGISTER.size or payload[:2] != b"\xff\xaa":
        raise PacketError(PacketReason.BAD_FIELD, f"{payload[:8].hex()} is no WitMotion command")
    _, _, register, value = _WRITE_REGISTER.unpack(payload)
    return register, value


def battery_percent(payload: bytes) -> int | None:
    """The battery out of the notification that answers its request, None in any other."""
    for part in split(payload)[0]:
        if isinstance(part, Registers) and part.first == BATTERY_REGISTER:
            return next((percent for volts, percent in _BATTERY_STEPS if part.values[0] >= volts), 0)
    return None
