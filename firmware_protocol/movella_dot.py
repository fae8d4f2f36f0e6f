"""Movella (Xsens) DOT: its measurements, and the sensor as a device.

Follows the vendor's BLE services specification. Time is u32 microseconds and wraps; there is no sequence
number, so loss shows in the time stamps. Live rates go to 60 Hz; 120 Hz only records inside the sensor.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Self

import numpy as np

from firmware_protocol.device import Clock, DialectInfo, Loss, Reading, Write, battery_percent
from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.movella_control import (
    BATTERY_UUID,
    CONTROL_UUID,
    DEVICE_CONTROL_UUID,
    INFORMATION_UUID,
    LIVE_RATES_HZ,
    LONG_PAYLOAD_UUID,
    MEASUREMENT_SERVICE_UUID,
    MEDIUM_PAYLOAD_UUID,
    Mode,
    decode_serial,
    identify,
    set_output_rate,
    start_measurement,
    stop_measurement,
)
from firmware_protocol.samples import RAD_PER_DEG, STANDARD_GRAVITY_M_S2, Samples, at_limit
from firmware_protocol.wire import pack

ACC_RANGE_G = 16.0
GYR_RANGE_DPS = 2000.0


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
        if number not in list(Mode):
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
