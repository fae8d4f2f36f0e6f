"""The "samples" dialect: imported samples in SI units, as they were, so that a table loses nothing.

A payload is 1 to 4096 rows of little-endian float64 {t_s, ax, ay, az, gx, gy, gz}, seconds, m/s^2, rad/s.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.samples import RAD_PER_DEG, STANDARD_GRAVITY_M_S2, Samples, at_limit

MAX_ROWS = 4096
COLUMNS = 7
_ROW_BYTES = 8 * COLUMNS
_LATEST_S = 9e9   # nanoseconds of later times do not fit 64 bits


def encode_rows(rows: NDArray[np.float64]) -> bytes:
    """Write (n, 7) rows {t_s, acc x y z, gyr x y z}; raises `PacketError`."""
    if rows.ndim != 2 or rows.shape[1] != COLUMNS:
        raise PacketError(PacketReason.BAD_FIELD, "unquantised samples are an (n, 7) array")
    _check_rows(rows)
    return rows.astype("<f8", copy=False).tobytes()


def decode_rows(payload: bytes) -> NDArray[np.float64]:
    """Read (n, 7) rows; raises `PacketError`."""
    if len(payload) % _ROW_BYTES:
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"unquantised samples come in rows of {_ROW_BYTES} bytes, not {len(payload)}")
    rows = np.frombuffer(payload, "<f8").reshape(-1, COLUMNS)
    _check_rows(rows)
    return rows


class UnquantisedDecoder:
    """Reads imported rows; keeps no state between packets."""

    def __init__(self, acc_range_g: float | None = None, gyr_range_dps: float | None = None) -> None:
        self._acc_limit = acc_range_g and acc_range_g * STANDARD_GRAVITY_M_S2
        self._gyr_limit = gyr_range_dps and gyr_range_dps * RAD_PER_DEG

    @classmethod
    def declared(cls, *, acc_range_g: float | None, gyr_range_dps: float | None, rate_hz: float,
                 layout: Mapping[str, Any]) -> Self:
        """The decoder for what was declared; without ranges nothing counts as saturated."""
        del rate_hz, layout
        return cls(acc_range_g, gyr_range_dps)

    def push(self, payload: bytes) -> tuple[Samples, ...]:
        """The one block of samples in a payload; raises `PacketError`."""
        rows = decode_rows(payload)
        acc, gyr = rows[:, 1:4], rows[:, 4:]
        return (Samples(
            seq=None,
            t_us=np.rint(rows[:, 0] * 1e6).astype(np.int64),
            acc_m_s2=acc,
            gyr_rad_s=gyr,
            acc_saturated=at_limit(acc, self._acc_limit),
            gyr_saturated=at_limit(gyr, self._gyr_limit),
            t_ns=np.rint(rows[:, 0] * 1e9).astype(np.int64),
        ),)


def _check_rows(rows: NDArray[np.float64]) -> None:
    if not 1 <= len(rows) <= MAX_ROWS:
        raise PacketError(PacketReason.BAD_COUNT,
                          f"a payload carries 1 to {MAX_ROWS} unquantised samples, not {len(rows)}")
    if not np.isfinite(rows).all():
        raise PacketError(PacketReason.NOT_FINITE, "unquantised samples are finite numbers")
    times = rows[:, 0]
    if np.abs(times).max() > _LATEST_S or not (np.diff(times) > 0.0).all():
        raise PacketError(PacketReason.BAD_TIME,
                          f"the times of unquantised samples increase, in seconds up to {_LATEST_S:.0e}")
