"""The open Patella protocol as a dialect: DATA packets to samples, and the sensor as a device."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from firmware_protocol import gatt
from firmware_protocol.codec import decode_counts, decode_header, decode_info
from firmware_protocol.commands import Identify, Start, Stop, encode_command
from firmware_protocol.device import Clock, DialectInfo, Loss, Reading, Write, battery_percent
from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.packets import FULL_SCALE, MAX_SAMPLES, RATES_HZ, DataFlag, Impact
from firmware_protocol.samples import RAD_PER_DEG, STANDARD_GRAVITY_M_S2, Samples

PACKETS_PER_SECOND = 50
IDENTIFY_S = 10

# plain integers: the arithmetic of IntFlag would take a third of the decoding time
_GAP, _ACC_SATURATED = int(DataFlag.GAP), int(DataFlag.ACC_SATURATED)
_GYR_SATURATED, _MARKER = int(DataFlag.GYR_SATURATED), int(DataFlag.MARKER)
_RAIL = FULL_SCALE - 1
_COUNTING = np.arange(MAX_SAMPLES, dtype=np.int64)

Scaled = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]


@dataclass(frozen=True, slots=True)
class Header:
    """What a packet says of its samples: where they stand, how many, how far apart, and what happened."""

    seq: int
    t0_us: int
    dt_us: int
    count: int
    flags: int
    marker: bool
    impact: Impact | None


class PatellaDecoder:
    """Scales DATA packets by the ranges that INFO declared; keeps no state between packets."""

    def __init__(self, acc_range_g: float, gyr_range_dps: float) -> None:
        self._g_per_count = acc_range_g / FULL_SCALE
        acc = acc_range_g * STANDARD_GRAVITY_M_S2 / FULL_SCALE
        gyr = gyr_range_dps * RAD_PER_DEG / FULL_SCALE
        self._si_per_count = np.array([acc, acc, acc, gyr, gyr, gyr])

    @classmethod
    def declared(cls, *, acc_range_g: float | None, gyr_range_dps: float | None, rate_hz: float,
                 layout: Mapping[str, Any]) -> Self:
        """The decoder for what the sensor declared; raises `PacketError` without ranges."""
        del rate_hz, layout   # every packet brings its own period, and the layout is fixed
        if not acc_range_g or not gyr_range_dps:
            raise PacketError(PacketReason.BAD_LAYOUT,
                              "the packets of a Patella sensor cannot be scaled without its declared ranges")
        return cls(acc_range_g, gyr_range_dps)

    def push(self, payload: bytes) -> tuple[Samples, ...]:
        """The one block of samples in a DATA notification; raises `PacketError`."""
        head = self.glance(payload)
        acc, gyr, acc_saturated, gyr_saturated = self.scale([payload], [head])
        return (Samples(head.seq, head.t0_us + head.dt_us * _COUNTING[:head.count], acc, gyr, acc_saturated,
                        gyr_saturated, bool(head.flags & _GAP), head.marker, head.impact),)

    def glance(self, payload: bytes) -> Header:
        """What a DATA notification says of its samples; raises `PacketError` unless all of it is sound."""
        flags, seq, dt_us, t0_us, count, trailer = decode_header(payload)
        impact = None if trailer is None else Impact(
            trailer.offset_us, trailer.peak * self._g_per_count, bool(flags & _ACC_SATURATED))
        return Header(seq, t0_us, dt_us, count, flags, bool(flags & _MARKER), impact)

    def scale(self, payloads: Sequence[bytes], heads: Sequence[Header]) -> Scaled:
        """The samples of notifications that were glanced at, all at once: ten times as quick as singly."""
        counts = decode_counts(payloads, [head.count for head in heads])
        values = counts * self._si_per_count
        return (values[:, :3], values[:, 3:], _saturated(counts[:, :3], heads, _ACC_SATURATED),
                _saturated(counts[:, 3:], heads, _GYR_SATURATED))


def _saturated(counts: NDArray[np.int16], heads: Sequence[Header], flag: int) -> NDArray[np.bool_]:
    """(n,) rows at the rail in flagged packets; all of one's rows where it clipped between those sent."""
    saturated = np.zeros(len(counts), np.bool_)
    start = 0
    for head in heads:
        if head.flags & flag:
            part = slice(start, start + head.count)
            at_rail = np.abs(counts[part].astype(np.int32)).max(axis=1) >= _RAIL
            saturated[part] = at_rail if at_rail.any() else True
        start += head.count
    return saturated


def _start(rate_hz: int) -> tuple[Write, ...]:
    samples = max(1, rate_hz // PACKETS_PER_SECOND)
    return (Write(gatt.CONTROL_UUID, encode_command(Start(rate_hz, samples), tag=0)),)


DEVICE = DialectInfo(
    dialect="patella",
    title="Patella sensor",
    service=gatt.SERVICE_UUID,
    notify=gatt.DATA_UUID,
    name_prefixes=(gatt.NAME_PREFIX,),
    advertises_service=True,
    rates_hz=RATES_HZ,
    default_rate_hz=Start().rate_hz,
    clock=Clock.SYNC,
    loss=Loss.SEQUENCE,
    start=_start,
    stop=(Write(gatt.CONTROL_UUID, encode_command(Stop(), tag=0)),),
    identify=(Write(gatt.CONTROL_UUID, encode_command(Identify(IDENTIFY_S), tag=0)),),
    battery=Reading(gatt.BATTERY_LEVEL_UUID, battery_percent),
    serial=Reading(gatt.INFO_UUID, lambda payload: gatt.serial_text(decode_info(payload).serial)),
)
