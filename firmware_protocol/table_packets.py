"""Packets of sensors that a table describes: to samples, from samples, and the sensors as devices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from firmware_protocol.device import Clock, DialectInfo, Loss, Write
from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.samples import RAD_PER_DEG, STANDARD_GRAVITY_M_S2, Samples, at_limit
from firmware_protocol.sequence import TIME_MODULUS_US
from firmware_protocol.table import Table

SHIPPED = ("thingy52", "plain_float")


def decode_rows(table: Table, payload: bytes) -> NDArray[np.void]:
    """Read the rows of a notification as they are on the wire; raises `PacketError`."""
    n, rest = divmod(len(payload), table.row.itemsize)
    if rest or not 1 <= n <= table.rows:
        raise PacketError(PacketReason.WRONG_LENGTH,
                          f"{table.title} sends 1 to {table.rows} rows of {table.row.itemsize} bytes, "
                          f"but {len(payload)} bytes came")
    rows = np.frombuffer(payload, table.row)
    if not (np.isfinite(rows["acc"]).all() and np.isfinite(rows["gyr"]).all()):
        raise PacketError(PacketReason.NOT_FINITE, f"a measurement of {table.title} is not a finite number")
    return rows


def encode_rows(table: Table, acc_m_s2: NDArray[np.float64], gyr_rad_s: NDArray[np.float64],
                t_us: NDArray[np.int64] | None = None) -> bytes:
    """The notification that a sensor of this kind sends for (n, 3) samples; they clip at what it can tell."""
    rows = np.zeros(len(acc_m_s2), table.row)
    for name, values, limit in (("acc", acc_m_s2, _acc_limit(table.acc_range_g)),
                                ("gyr", gyr_rad_s, _gyr_limit(table.gyr_range_dps))):
        within = values if limit is None else np.clip(values, -limit, limit)
        rows[name] = _as_counts(within / table.si_per_count[name], rows[name].dtype)
    if t_us is not None and "time" in table.si_per_count:
        rows["time"] = t_us // int(table.si_per_count["time"]) % TIME_MODULUS_US
    return rows.tobytes()


def _as_counts(values: NDArray[np.float64], kind: np.dtype[Any]) -> NDArray[Any]:
    if kind.kind == "f":
        return values.astype(kind)
    limits = np.iinfo(kind)
    return np.clip(np.rint(values), limits.min, limits.max).astype(kind)


def _acc_limit(range_g: float | None) -> float | None:
    return range_g and range_g * STANDARD_GRAVITY_M_S2


def _gyr_limit(range_dps: float | None) -> float | None:
    return range_dps and range_dps * RAD_PER_DEG


class TableDecoder:
    """Rows to samples; keeps no state between packets."""

    def __init__(self, table: Table, acc_range_g: float | None = None,
                 gyr_range_dps: float | None = None) -> None:
        self._table = table
        self._acc_limit = _acc_limit(acc_range_g or table.acc_range_g)
        self._gyr_limit = _gyr_limit(gyr_range_dps or table.gyr_range_dps)

    @classmethod
    def declared(cls, *, acc_range_g: float | None, gyr_range_dps: float | None, rate_hz: float,
                 layout: Mapping[str, Any]) -> Self:
        """The decoder for the table in `layout`; raises `PacketError` where it is wrong."""
        del rate_hz
        return cls(Table.from_mapping(layout), acc_range_g, gyr_range_dps)

    def push(self, payload: bytes) -> tuple[Samples, ...]:
        """The one block of samples in a notification; raises `PacketError`."""
        rows = decode_rows(self._table, payload)
        scale = self._table.si_per_count
        acc, gyr = (rows[name].astype(np.float64) * scale[name] for name in ("acc", "gyr"))
        return (Samples(
            seq=None,
            t_us=_stamps(rows["time"], int(scale["time"])) if "time" in scale else None,
            acc_m_s2=acc,
            gyr_rad_s=gyr,
            acc_saturated=at_limit(acc, self._acc_limit),
            gyr_saturated=at_limit(gyr, self._gyr_limit),
        ),)


def _stamps(counter: NDArray[np.uint32], us_per_count: int) -> NDArray[np.int64]:
    """Stamps in u32 microseconds, increasing through a wrap inside the packet; raises `PacketError`.

    A u32 of milliseconds wraps at a whole number of u32 microseconds, so the remainder is all it takes.
    """
    t_us = counter.astype(np.int64) * us_per_count % TIME_MODULUS_US
    steps = np.diff(t_us) % TIME_MODULUS_US
    if ((steps == 0) | (steps >= TIME_MODULUS_US // 2)).any():
        raise PacketError(PacketReason.BAD_TIME, "the times in a packet do not increase")
    return np.cumsum(np.concatenate((t_us[:1], steps)))


def device(table: Table) -> DialectInfo:
    """The sensor that a table describes."""
    timed = "time" in table.si_per_count
    writes = tuple(Write(start.characteristic, bytes.fromhex(start.hex)) for start in table.start)
    return DialectInfo(
        dialect="table",
        title=table.title,
        service=table.service,
        notify=table.notify,
        name_prefixes=table.names,
        rates_hz=(table.rate_hz,),
        default_rate_hz=table.rate_hz,
        clock=Clock.DEVICE if timed else Clock.ARRIVAL,
        loss=Loss.TIME_STAMPS if timed else Loss.UNSEEN,
        start=lambda _rate_hz: writes,
        acc_range_g=table.acc_range_g,
        gyr_range_dps=table.gyr_range_dps,
        layout=table.model_dump(mode="json", by_alias=True, exclude_defaults=True),
    )


@cache
def shipped(name: str) -> Table:
    """A table that comes with the package, one of `SHIPPED`."""
    return Table.from_toml(resources.files("firmware_protocol").joinpath(f"table_{name}.toml").read_text())
