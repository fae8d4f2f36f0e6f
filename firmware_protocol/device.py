"""How a kind of sensor is recognised in the air and driven over GATT; the client needs to know no more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from firmware_protocol.errors import PacketError, PacketReason

T = TypeVar("T")


class Clock(StrEnum):
    """What the host can know about the sensor's clock."""

    SYNC = "sync"        # stamps samples and answers pings
    DEVICE = "device"    # stamps samples; only their arrival ties them to the host's clock
    ARRIVAL = "arrival"  # no stamps: time is the declared rate and the arrival


class Loss(StrEnum):
    """How a lost packet shows."""

    SEQUENCE = "sequence"
    TIME_STAMPS = "time_stamps"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Write:
    """One write to a characteristic."""

    characteristic: str
    payload: bytes
    response: bool = True


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value the sensor tells.

    Attributes:
        characteristic: to read; or, with `request`, the one that will notify the answer.
        parse: bytes to the value; raises `PacketError`. None where a notification is not the answer.
        request: what to write first, where the answer is notified.
    """

    characteristic: str
    parse: Callable[[bytes], T | None]
    request: Write | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DialectInfo:
    """One kind of sensor.

    Attributes:
        dialect: the name `decoder_for` knows.
        title: for people.
        service, notify: UUIDs of the service and of the characteristic that streams.
        advertises_service: true when the service is in its advertising; else only the name tells.
        name_prefixes: how its advertised name may start.
        rates_hz: what it streams live, increasing; default_rate_hz is one of them.
        acc_range_g, gyr_range_dps: of its packets; None where the sensor itself says.
        start: the writes, in order, that start the stream at a rate, after subscribing.
        stop, identify: the writes for these; empty where the sensor cannot.
        battery: percent.
        serial: the serial number; None where only the address tells sensors apart.
        layout: what `decoder_for` needs besides rate and ranges, JSON-ready.
    """

    dialect: str
    title: str
    service: str
    notify: str
    name_prefixes: tuple[str, ...]
    rates_hz: tuple[int, ...]
    default_rate_hz: int
    clock: Clock
    loss: Loss
    start: Callable[[int], tuple[Write, ...]]
    advertises_service: bool = False
    acc_range_g: float | None = None
    gyr_range_dps: float | None = None
    stop: tuple[Write, ...] = ()
    identify: tuple[Write, ...] = ()
    battery: Reading[int] | None = None
    serial: Reading[str] | None = None
    layout: Mapping[str, Any] = field(default_factory=dict)

    def recognises(self, name: str | None, services: Collection[str] = ()) -> bool:
        """Whether an advertisement with this name and these service UUIDs is of this kind."""
        if self.advertises_service and self.service in {service.lower() for service in services}:
            return True
        return name is not None and name.startswith(self.name_prefixes)

    def start_writes(self, rate_hz: int) -> tuple[Write, ...]:
        """What to write after subscribing; raises `PacketError` for a rate it does not stream."""
        if rate_hz not in self.rates_hz:
            raise PacketError(PacketReason.BAD_FIELD,
                              f"{self.title} does not stream at {rate_hz} Hz; "
                              f"it can do {', '.join(map(str, self.rates_hz))} Hz")
        return self.start(rate_hz)


def battery_percent(payload: bytes) -> int:
    """The standard battery level, and the first byte of what other sensors add to; raises `PacketError`."""
    if not payload or payload[0] > 100:
        raise PacketError(PacketReason.BAD_FIELD,
                          f"{payload[:8].hex() or 'nothing'} is no battery level in percent")
    return payload[0]
