"""Any source with faults put in, by a seed: to see what the rest of the program makes of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from monitor.errors import LinkReason
from monitor.sources.base import Emit, Source
from monitor.values import Input, LinkEvent, LinkKind, Placement, Received


@dataclass(frozen=True, slots=True)
class Stretch:
    """From and to, in seconds since the first input, for one sensor or (None) for all."""

    from_s: float
    to_s: float
    placement: Placement | None = None

    def holds(self, t_s: float, placement: Placement | None) -> bool:
        return self.from_s <= t_s < self.to_s and self.placement in (None, placement)


@dataclass(frozen=True, slots=True)
class Faults:
    """What goes wrong.

    Attributes:
        dropped, duplicated, late, corrupt: probability for each packet; a late one comes after its successor.
        silences: nothing comes, though the link is there.
        absences: the link is lost and comes back.
        battery_percent: what every battery says, None for the truth.
    """

    dropped: float = 0.0
    duplicated: float = 0.0
    late: float = 0.0
    corrupt: float = 0.0
    silences: tuple[Stretch, ...] = ()
    absences: tuple[Stretch, ...] = ()
    battery_percent: int | None = None


class FaultInjector:
    """`push` each input and take what is left of it."""

    def __init__(self, faults: Faults, seed: int = 0) -> None:
        self._faults = faults
        self._random = random.Random(seed)
        self._start_ns: int | None = None
        self._connected: dict[Placement | None, LinkEvent] = {}
        self._away: set[Placement | None] = set()
        self._held: dict[Placement, Received] = {}

    def push(self, item: Input) -> Iterator[Input]:
        """The inputs that take this one's place, in order of time."""
        if self._start_ns is None:
            self._start_ns = item.t_host_ns
        yield from self._come_and_go(item.t_host_ns)
        if isinstance(item, Received):
            yield from self._packet(item)
        elif isinstance(item, LinkEvent):
            yield from self._event(item)
        else:
            yield item

    def _come_and_go(self, t_host_ns: int) -> Iterator[Input]:
        for placement, connected in self._connected.items():
            away = self._in(self._faults.absences, t_host_ns, placement)
            if away and placement not in self._away:
                self._away.add(placement)
                yield LinkEvent(placement, t_host_ns, LinkKind.DISCONNECTED, {"reason": str(LinkReason.LOST)})
            elif not away and placement in self._away:
                self._away.remove(placement)
                yield replace(connected, t_host_ns=t_host_ns)
                yield LinkEvent(placement, t_host_ns, LinkKind.STREAMING)

    def _packet(self, item: Received) -> Iterator[Input]:
        faults = self._faults
        if (item.placement in self._away or self._in(faults.silences, item.t_host_ns, item.placement)
                or self._chance(faults.dropped)):
            return
        if self._chance(faults.corrupt):
            item = replace(item, payload=self._corrupted(item.payload))
        earlier = self._held.pop(item.placement, None)
        if earlier is None and self._chance(faults.late):
            self._held[item.placement] = item
            return
        yield item
        if self._chance(faults.duplicated):
            yield item
        if earlier is not None:
            yield replace(earlier, t_host_ns=item.t_host_ns)

    def _event(self, item: LinkEvent) -> Iterator[Input]:
        if item.kind is LinkKind.CONNECTED:
            self._connected[item.placement] = item
        if item.placement in self._away or (
                item.kind is LinkKind.SYNC
                and self._in(self._faults.silences, item.t_host_ns, item.placement)):
            return
        if item.kind is LinkKind.BATTERY and self._faults.battery_percent is not None:
            item = replace(item, detail={"percent": self._faults.battery_percent})
        yield item

    def _in(self, stretches: tuple[Stretch, ...], t_host_ns: int, placement: Placement | None) -> bool:
        assert self._start_ns is not None
        t_s = (t_host_ns - self._start_ns) / 1e9
        return any(stretch.holds(t_s, placement) for stretch in stretches)

    def _chance(self, probability: float) -> bool:
        return probability > 0 and self._random.random() < probability

    def _corrupted(self, payload: bytes) -> bytes:
        """Cut short, or with one bit turned."""
        if self._random.random() < 0.5:
            return payload[:self._random.randrange(len(payload))]
        at = self._random.randrange(8 * len(payload))
        turned = bytearray(payload)
        turned[at // 8] ^= 1 << at % 8
        return bytes(turned)


class FaultySource:
    """A source, seen through a `FaultInjector`."""

    def __init__(self, source: Source, faults: Faults, seed: int = 0) -> None:
        self._source = source
        self._injector = FaultInjector(faults, seed)

    async def run(self, emit: Emit) -> None:
        """As the source's own `run`."""
        def faulty(item: Input) -> None:
            for left in self._injector.push(item):
                emit(left)

        await self._source.run(faulty)

    def command(self, name: str, **arguments: Any) -> None:
        """As the source's own, where it has one."""
        command = getattr(self._source, "command", None)
        if command is not None:
            command(name, **arguments)
