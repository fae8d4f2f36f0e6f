"""A sensor described by a TOML text: for hobby boards, and for anything that sends fixed rows of numbers.

A notification holds 1 to `rows` rows of the fields, in their order, little endian, without padding.
`table_*.toml` are examples; the classes here say what may be written. `acc` and `gyr` must be there once,
`time` may.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

import numpy as np
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator
from pydantic import Field as Limits

from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.samples import RAD_PER_DEG, STANDARD_GRAVITY_M_S2

_UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
_FORMATS = {"i16": "<i2", "i32": "<i4", "f32": "<f4", "u32": "<u4"}
_SI = {("acc", "g"): STANDARD_GRAVITY_M_S2, ("acc", "m_s2"): 1.0,
       ("gyr", "deg_s"): RAD_PER_DEG, ("gyr", "rad_s"): 1.0,
       ("time", "us"): 1, ("time", "ms"): 1000}

Uuid = Annotated[str, BeforeValidator(lambda text: str(text).lower()), Limits(pattern=_UUID)]


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StartWrite(_Checked):
    """What to write to make the sensor stream."""

    characteristic: Uuid
    hex: Annotated[str, Limits(pattern=r"^([0-9a-fA-F]{2} ?)+$")]


class Vector(_Checked):
    """Three numbers; `per_unit` counts make one unit, negative where the board counts the other way round."""

    is_: Literal["acc", "gyr"] = Limits(alias="is")
    type: Literal["i16", "i32", "f32"]
    unit: Literal["g", "m_s2", "deg_s", "rad_s"]
    per_unit: float = 1.0

    @model_validator(mode="after")
    def _unit_belongs(self) -> Self:
        if (self.is_, self.unit) not in _SI:
            raise ValueError(f"{self.is_} is not measured in {self.unit}")
        if not 1e-6 <= abs(self.per_unit) <= 1e12:
            raise ValueError(f"per_unit cannot be {self.per_unit:g}")
        return self

    def column(self) -> tuple[str, str, int]:
        return self.is_, _FORMATS[self.type], 3


class Time(_Checked):
    """A u32 counter that wraps."""

    is_: Literal["time"] = Limits(alias="is")
    type: Literal["u32"] = "u32"
    unit: Literal["us", "ms"]

    def column(self) -> tuple[str, str]:
        return "time", _FORMATS[self.type]


class Skip(_Checked):
    """Bytes that mean nothing here."""

    is_: Literal["skip"] = Limits(alias="is")
    bytes: int = Limits(ge=1, le=512)

    def column(self) -> tuple[str, str]:
        return "", f"V{self.bytes}"


class Table(_Checked):
    """A checked description.

    Attributes:
        title: for people.
        service, notify: UUIDs.
        names: how its advertised name may start.
        acc_range_g, gyr_range_dps: where it saturates; not at all unless given.
        rows: the most rows in one notification.
    """

    title: str = Limits(min_length=1)
    service: Uuid
    notify: Uuid
    names: tuple[Annotated[str, Limits(min_length=1)], ...] = Limits(min_length=1)
    rate_hz: int = Limits(ge=1, le=10_000)
    acc_range_g: float | None = Limits(default=None, gt=0.0)
    gyr_range_dps: float | None = Limits(default=None, gt=0.0)
    rows: int = Limits(default=1, ge=1, le=512)
    start: tuple[StartWrite, ...] = ()
    field: tuple[Annotated[Vector | Time | Skip, Limits(discriminator="is_")], ...]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        kinds = sorted(field.is_ for field in self.field if field.is_ != "skip")
        if kinds not in (["acc", "gyr"], ["acc", "gyr", "time"]):
            raise ValueError("there must be one field acc, one gyr and at most one time")
        return self

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """Read a description; raises `PacketError` that names every wrong field."""
        try:
            return cls.from_mapping(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise PacketError(PacketReason.BAD_LAYOUT, f"a sensor table is not TOML: {error}") from None

    @classmethod
    def from_mapping(cls, source: Mapping[str, Any]) -> Self:
        """Check a description that was read already; raises `PacketError` that names every wrong field."""
        try:
            return cls.model_validate(source)
        except ValidationError as error:
            problems = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'the table'}: {e['msg']}"
                                 for e in error.errors())
            raise PacketError(PacketReason.BAD_LAYOUT, f"a sensor table is wrong: {problems}") from None

    @cached_property
    def row(self) -> np.dtype[np.void]:
        """One row on the wire."""
        return np.dtype([field.column() for field in self.field])

    @cached_property
    def si_per_count(self) -> dict[str, float]:
        """What one count of each field is in m/s^2, rad/s and us."""
        return {field.is_: _SI[field.is_, field.unit] / getattr(field, "per_unit", 1)
                for field in self.field if not isinstance(field, Skip)}
