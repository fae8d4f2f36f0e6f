"""What is written to a Movella (Xsens) DOT and read from it, besides its measurements."""

from __future__ import annotations

import struct
from enum import IntEnum

from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.wire import pack


def _uuid(number: int) -> str:
    return f"1517{number:04x}-4947-11e9-8646-d663bd873d93"


INFORMATION_UUID = _uuid(0x1001)
DEVICE_CONTROL_UUID = _uuid(0x1002)
REPORT_UUID = _uuid(0x1004)
MEASUREMENT_SERVICE_UUID = _uuid(0x2000)
CONTROL_UUID = _uuid(0x2001)
LONG_PAYLOAD_UUID = _uuid(0x2002)
MEDIUM_PAYLOAD_UUID = _uuid(0x2003)
SHORT_PAYLOAD_UUID = _uuid(0x2004)
BATTERY_UUID = _uuid(0x3001)
MESSAGE_WRITE_UUID = _uuid(0x7001)    # the synchronisation messages of `movella_sync`
MESSAGE_READ_UUID = _uuid(0x7002)
MESSAGE_NOTIFY_UUID = _uuid(0x7003)

LIVE_RATES_HZ = (1, 4, 10, 12, 15, 20, 30, 60)

_DEVICE_CONTROL = struct.Struct("<BB22xHB5x")   # visit index, identify, ..., output rate, filter profile
_VISIT_IDENTIFY, _VISIT_OUTPUT_RATE = 0x01, 0x10
_INFORMATION = struct.Struct("<6s3B7xIQ6s")     # address, version, build date, SoftDevice, serial, product
_MEASURE = 0x01


class Mode(IntEnum):
    """Payload modes: what follows the time stamp."""

    COMPLETE_QUATERNION = 3   # quaternion w x y z, free acceleration in the earth frame: no angular rate
    RATE_QUANTITIES = 21      # acc m/s^2, gyr deg/s
    CUSTOM_5 = 26             # quaternion w x y z, acc m/s^2, gyr deg/s; newer firmware


def start_measurement(mode: Mode = Mode.RATE_QUANTITIES) -> bytes:
    """For the control characteristic: stream in this mode."""
    return bytes([_MEASURE, 1, mode])


def stop_measurement(mode: Mode = Mode.RATE_QUANTITIES) -> bytes:
    """For the control characteristic: stop streaming."""
    return bytes([_MEASURE, 0, mode])


def set_output_rate(rate_hz: int) -> bytes:
    """For device control, 32 bytes of which only the visited field counts; raises `PacketError`."""
    if rate_hz not in LIVE_RATES_HZ:
        raise PacketError(PacketReason.BAD_FIELD, f"a Movella DOT does not stream at {rate_hz} Hz")
    return _DEVICE_CONTROL.pack(_VISIT_OUTPUT_RATE, 0, rate_hz, 0)


def identify() -> bytes:
    """For device control: blink for ten seconds."""
    return _DEVICE_CONTROL.pack(_VISIT_IDENTIFY, 1, 0, 0)


def visited_rate(payload: bytes) -> int | None:
    """The output rate that a write to device control sets, None where it sets another field."""
    if len(payload) != _DEVICE_CONTROL.size:
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"Movella DOT device control has {_DEVICE_CONTROL.size} bytes, not {len(payload)}")
    visit, _, rate_hz, _ = _DEVICE_CONTROL.unpack(payload)
    return int(rate_hz) if visit & _VISIT_OUTPUT_RATE else None


def encode_information(serial: int, version: tuple[int, int, int] = (2, 4, 0)) -> bytes:
    """What the information characteristic reads, 34 bytes."""
    return pack(_INFORMATION, bytes(6), *version, 0, serial, b"XS-T01")


def decode_serial(payload: bytes) -> str:
    """The serial number out of the information characteristic; raises `PacketError`."""
    if len(payload) != _INFORMATION.size:
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"Movella DOT information has {_INFORMATION.size} bytes, but {len(payload)} came")
    return f"{_INFORMATION.unpack(payload)[5]:016X}"
