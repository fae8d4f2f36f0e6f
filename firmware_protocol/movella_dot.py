"""Movella (Xsens) DOT: streaming, output rate, identify, battery and serial number.

Follows the vendor's BLE services specification. Time is u32 microseconds and wraps; there is no sequence
number, so loss shows in the time stamps. Live rates go to 60 Hz; 120 Hz only records inside the sensor.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from math import isfinite
from typing import Any, Self

import numpy as np

from firmware_protocol.device import Clock, DialectInfo, Loss, Reading, Write, battery_percent
from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.samples import RAD_PER_DEG, STANDARD_GRAVITY_M_S2, Samples, at_limit
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

ACC_RANGE_G = 16.0
GYR_RANGE_DPS = 2000.0
LIVE_RATES_HZ = (1, 4, 10, 12, 15, 20, 30, 60)


class Mode(IntEnum):
    """Payload modes: what follows the time stamp."""

    COMPLETE_QUATERNION = 3   # quaternion w x y z, free acceleration in the earth frame: no angular rate
    RATE_QUANTITIES = 21      # acc m/s^2, gyr deg/s
    CUSTOM_5 = 26             # quaternion w x y z, acc m/s^2, gyr deg/s; newer firmware


_LAYOUTS = {
    Mode.COMPLETE_QUATERNION: struct.Struct("<I7f"),
    Mode.RATE_QUANTITIES: struct.Struct("<I6f"),
    Mode.CUSTOM_5: struct.Struct("<I10f"),
}
_STREAMS = {Mode.RATE_QUANTITIES: MEDIUM_PAYLOAD_UUID, Mode.CUSTOM_5: LONG_PAYLOAD_UUID}


@dataclass(frozen=True, slots=True)
class DotPacket:
    """One measurement notification.

    Attributes:
        t_us: device time, u32.
        values: single-precision numbers in the order of the mode.
    """

    mode: Mode
    t_us: int
    values: tuple[float, ...]


def decode_packet(mode: Mode, payload: bytes) -> DotPacket:
    """Read a measurement of this mode; raises `PacketError`."""
    layout = _LAYOUTS[mode]
    if len(payload) != layout.size:
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"a Movella DOT sends {layout.size} bytes in mode {mode}, but {len(payload)} came")
    t_us, *values = layout.unpack(payload)
    return _finite(DotPacket(mode, t_us, tuple(values)))


def encode_packet(packet: DotPacket) -> bytes:
    """Write a measurement; raises `PacketError`."""
    return pack(_LAYOUTS[packet.mode], packet.t_us, *_finite(packet).values)


def _finite(packet: DotPacket) -> DotPacket:
    if not all(map(isfinite, packet.values)):
        raise PacketError(PacketReason.NOT_FINITE, "a Movella DOT measurement is not a finite number")
    return packet


class DotDecoder:
    """Measurements with acceleration and angular rate to samples; keeps no state between packets."""

    def __init__(self, mode: Mode = Mode.RATE_QUANTITIES, acc_range_g: float = ACC_RANGE_G,
                 gyr_range_dps: float = GYR_RANGE_DPS) -> None:
        if mode not in _STREAMS:
            raise PacketError(PacketReason.BAD_LAYOUT,
                              f"Movella DOT mode {mode} carries no angular rate; stream in mode 21 or 26")
        self._mode = mode
        self._acc_limit = acc_range_g * STANDARD_GRAVITY_M_S2
        self._gyr_limit = gyr_range_dps * RAD_PER_DEG

    @classmethod
    def declared(cls, *, acc_range_g: float | None, gyr_range_dps: float | None, rate_hz: float,
                 layout: Mapping[str, Any]) -> Self:
        """The decoder for what was declared; `layout["mode"]` is 21 unless given."""
        del rate_hz   # every sample brings its own time
        number = layout.get("mode", Mode.RATE_QUANTITIES)
        if number not in set(Mode):
            raise PacketError(PacketReason.BAD_LAYOUT, f"a Movella DOT has no payload mode {number!r} here")
        return cls(Mode(number), acc_range_g or ACC_RANGE_G, gyr_range_dps or GYR_RANGE_DPS)

    def push(self, payload: bytes) -> tuple[Samples, ...]:
        """The one sample in a measurement notification; raises `PacketError`."""
        packet = decode_packet(self._mode, payload)
        acc = np.array([packet.values[-6:-3]])
        gyr = np.array([packet.values[-3:]]) * RAD_PER_DEG
        return (Samples(
            seq=None,
            t_us=np.array([packet.t_us]),
            acc_m_s2=acc,
            gyr_rad_s=gyr,
            acc_saturated=at_limit(acc, self._acc_limit),
            gyr_saturated=at_limit(gyr, self._gyr_limit),
        ),)


_DEVICE_CONTROL = struct.Struct("<BB22xHB5x")   # visit index, identify, ..., output rate, filter profile
_VISIT_IDENTIFY, _VISIT_OUTPUT_RATE = 0x01, 0x10
_INFORMATION = struct.Struct("<6s3B7xIQ6s")     # address, version, build date, SoftDevice, serial, product
_MEASURE = 0x01


def start_measurement(mode: Mode = Mode.RATE_QUANTITIES) -> bytes:
    """For the control characteristic: stream in this mode."""
    return bytes([_MEASURE, 1, mode])


def stop_measurement(mode: Mode = Mode.RATE_QUANTITIES) -> bytes:
    """For the control characteristic: stop streaming."""
    return bytes([_MEASURE, 0, mode])


def started_mode(payload: bytes) -> Mode | None:
    """What a write to control asks for: the mode to stream in, None to stop; raises `PacketError`."""
    if len(payload) != len(start_measurement()) or payload[0] != _MEASURE or payload[1] > 1:
        raise PacketError(PacketReason.BAD_FIELD, f"{payload[:8].hex()} is no Movella DOT control")
    if payload[2] not in set(Mode):
        raise PacketError(PacketReason.BAD_FIELD, f"a Movella DOT has no payload mode {payload[2]} here")
    return Mode(payload[2]) if payload[1] else None


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


def device(mode: Mode = Mode.RATE_QUANTITIES) -> DialectInfo:
    """The DOT, streaming in this mode; raises `PacketError` for one without angular rate."""
    DotDecoder(mode)
    return DialectInfo(
        dialect="movella_dot",
        title="Movella DOT",
        service=MEASUREMENT_SERVICE_UUID,
        notify=_STREAMS[mode],
        name_prefixes=("Movella DOT", "Xsens DOT"),
        rates_hz=LIVE_RATES_HZ,
        default_rate_hz=60,
        clock=Clock.DEVICE,
        loss=Loss.TIME_STAMPS,
        start=lambda rate_hz: (Write(DEVICE_CONTROL_UUID, set_output_rate(rate_hz)),
                               Write(CONTROL_UUID, start_measurement(mode))),
        stop=(Write(CONTROL_UUID, stop_measurement(mode)),),
        identify=(Write(DEVICE_CONTROL_UUID, identify()),),
        acc_range_g=ACC_RANGE_G,
        gyr_range_dps=GYR_RANGE_DPS,
        battery=Reading(BATTERY_UUID, battery_percent),
        serial=Reading(INFORMATION_UUID, decode_serial),
        layout={"mode": int(mode)},
    )
