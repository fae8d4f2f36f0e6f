"""DATA and INFO, bytes to values and back. What is accepted encodes back to the same bytes."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.packets import (
    ACC_RANGES_G,
    GYR_RANGES_DPS,
    MAX_SAMPLES,
    RATES_HZ,
    VERSION,
    DataFlag,
    DataPacket,
    ImpactTrailer,
    Info,
    Role,
    WornSide,
)
from firmware_protocol.wire import pack

_HEADER = struct.Struct("<BBBBHHI")
_TRAILER = struct.Struct("<HH")
_INFO = struct.Struct("<BBBBHHQIIBBHHBBBB")

_SAMPLE_BYTES = 12
_SAMPLE_VALUES = 6
_COUNTS = np.dtype("<i2")
_IMPACT = int(DataFlag.IMPACT)
_KNOWN_FLAGS = sum(DataFlag)


def decode_data(payload: bytes) -> DataPacket:
    """Read one DATA notification; raises `PacketError`."""
    flags, seq, dt_us, t0_us, n, impact = decode_header(payload)
    return DataPacket(flags, seq, dt_us, t0_us, decode_counts((payload,), (n,)), impact)


def decode_counts(payloads: Sequence[bytes], counts: Sequence[int]) -> NDArray[np.int16]:
    """(n, 6) the samples of DATA notifications that `decode_header` has read, with its numbers of samples."""
    first = _HEADER.size
    samples = b"".join([payload[first:first + _SAMPLE_BYTES * n]
                        for payload, n in zip(payloads, counts, strict=True)])
    return np.frombuffer(samples, _COUNTS).reshape(-1, _SAMPLE_VALUES)


def decode_header(payload: bytes) -> tuple[int, int, int, int, int, ImpactTrailer | None]:
    """All of a DATA notification but its samples: flags, seq, dt_us, t0_us, their number, the impact.

    Raises `PacketError` for anything that is no whole packet, so that its samples need no further check.
    """
    _check_start(payload, _HEADER.size, "a DATA packet")
    _, flags, n, reserved, seq, dt_us, t0_us = _HEADER.unpack_from(payload)
    _check_data_fields(flags, n, reserved, dt_us)
    end = _HEADER.size + _SAMPLE_BYTES * n
    wanted = end + (_TRAILER.size if flags & _IMPACT else 0)
    if len(payload) != wanted:
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"a DATA packet of {n} samples has {wanted} bytes, but {len(payload)} came")
    impact = ImpactTrailer(*_TRAILER.unpack_from(payload, end)) if flags & _IMPACT else None
    return flags, seq, dt_us, t0_us, n, impact


def encode_data(packet: DataPacket) -> bytes:
    """Write one DATA notification; raises `PacketError` for what the protocol cannot carry."""
    n, flags = len(packet.counts), packet.flags
    _check_data_fields(flags, n, 0, packet.dt_us)
    if packet.counts.shape != (n, _SAMPLE_VALUES) or packet.counts.dtype != np.int16:
        raise PacketError(PacketReason.BAD_FIELD, "the counts of a DATA packet are an (n, 6) array of int16")
    if bool(flags & _IMPACT) != (packet.impact is not None):
        raise PacketError(PacketReason.BAD_FIELD, "flag 32 and the impact trailer go together")
    header = pack(_HEADER, VERSION, flags, n, 0, packet.seq, packet.dt_us, packet.t0_us)
    samples = packet.counts.astype(_COUNTS, copy=False).tobytes()
    trailer = pack(_TRAILER, packet.impact.peak, packet.impact.offset_us) if packet.impact else b""
    return header + samples + trailer


def decode_info(payload: bytes) -> Info:
    """Read the INFO characteristic; raises `PacketError`."""
    _check_start(payload, _INFO.size, "INFO")
    if len(payload) != _INFO.size:
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"INFO has {_INFO.size} bytes, but {len(payload)} came")
    (_, mounting, role, side, hardware, output_rate_hz, serial, boot_id, dropped, acc_range_g, samples_cap,
     gyr_range_dps, rate_hz, samples, acc_mask, gyr_mask, rate_mask) = _INFO.unpack(payload)
    if mounting > 1:
        raise PacketError(PacketReason.BAD_FIELD, f"INFO knows the mounting marks 0 and 1, not {mounting}")
    try:
        placed = Role(role), WornSide(side)
    except ValueError as error:
        raise PacketError(PacketReason.BAD_FIELD, f"INFO: {error}") from None
    info = Info(*placed, bool(mounting), hardware, output_rate_hz, serial, boot_id, dropped, acc_range_g,
                samples_cap, gyr_range_dps, rate_hz, samples,
                _chosen(acc_mask, ACC_RANGES_G), _chosen(gyr_mask, GYR_RANGES_DPS),
                _chosen(rate_mask, RATES_HZ))
    _check_info_fields(info)
    return info


def encode_info(info: Info) -> bytes:
    """Write the INFO characteristic; raises `PacketError` for what the protocol cannot carry."""
    _check_info_fields(info)
    return pack(_INFO, VERSION, info.declares_mounting, info.role, info.side, info.hardware,
                 info.output_rate_hz, info.serial, info.boot_id, info.dropped, info.acc_range_g,
                 info.samples_cap, info.gyr_range_dps, info.rate_hz, info.samples,
                 _mask(info.acc_ranges_g, ACC_RANGES_G), _mask(info.gyr_ranges_dps, GYR_RANGES_DPS),
                 _mask(info.rates_hz, RATES_HZ))


def _check_start(payload: bytes, least: int, what: str) -> None:
    """The version is judged first: in another version the rest means something else."""
    if payload and payload[0] != VERSION:
        raise PacketError(PacketReason.WRONG_VERSION,
                          f"{what} of protocol version {payload[0]} came, but this program speaks version "
                          f"{VERSION}: update the sensor's firmware or this program")
    if len(payload) < least:
        raise PacketError(PacketReason.TOO_SHORT,
                          f"{what} has at least {least} bytes, but {len(payload)} came")


def _check_data_fields(flags: int, n: int, reserved: int, dt_us: int) -> None:
    if not 1 <= n <= MAX_SAMPLES:
        raise PacketError(PacketReason.BAD_COUNT,
                          f"a DATA packet carries 1 to {MAX_SAMPLES} samples, not {n}")
    if flags & ~_KNOWN_FLAGS or reserved or not dt_us:
        raise PacketError(PacketReason.BAD_FIELD,
                          f"flags {flags:#04x}, reserved byte {reserved} or sample period {dt_us} us of a "
                          f"DATA packet is not of version {VERSION}")


def _check_info_fields(info: Info) -> None:
    if not 1 <= info.samples <= info.samples_cap <= MAX_SAMPLES:
        raise PacketError(PacketReason.BAD_COUNT,
                          f"INFO allows {info.samples} of at most {info.samples_cap} samples a packet; "
                          f"the protocol allows 1 to {MAX_SAMPLES}")
    for name, value, allowed in (("accelerometer range", info.acc_range_g, info.acc_ranges_g),
                                 ("gyro range", info.gyr_range_dps, info.gyr_ranges_dps),
                                 ("rate", info.rate_hz, info.rates_hz)):
        if value not in allowed:
            raise PacketError(PacketReason.BAD_FIELD, f"INFO: {name} {value} is not among {allowed}")


def _chosen(mask: int, table: Sequence[int]) -> tuple[int, ...]:
    if mask >> len(table):
        raise PacketError(PacketReason.BAD_FIELD, f"INFO: mask {mask:#04x} has bits beyond {tuple(table)}")
    return tuple(value for bit, value in enumerate(table) if mask >> bit & 1)


def _mask(values: Sequence[int], table: Sequence[int]) -> int:
    if tuple(values) != tuple(value for value in table if value in values):
        raise PacketError(PacketReason.BAD_FIELD,
                          f"INFO: {tuple(values)} is not an increasing choice of {table}")
    return sum(1 << table.index(value) for value in values)
