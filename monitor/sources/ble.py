"""The application's Bluetooth client: finds the wanted sensors, streams from them, gets lost ones back.

It is the same for hardware and for virtual sensors; only the `Backend` differs. One loop looks for whoever is
missing, so sensors are connected one after the other and never while a scan runs. What it is prepared for
(numbers are bleak's own reports):

- a scan ends before a connection is made, and connections are made singly (361, 618, 694, 1628); a scan runs
  beside a stream only while another sensor is missing (1290);
- every reconnection starts with a fresh scan, after 0.25 to 5 s, and subscribes and starts anew (676, 713,
  1176, 490); the boot id in CONNECTED tells whether the clock is a new one;
- the old client is always disconnected, with a time-out (1648), or it would deliver everything twice (2002);
- packets are never sized from the MTU, which Windows settles late (1497, 1586, 1749); the sensor does that;
- the sensor is asked to request its connection interval (56); START comes after subscribing (1836);
- a sensor is known by its serial number, for addresses on macOS are the computer's own (140, 284);
- everything happens in the one event loop that `run` was called in (296, 1190);
- a link may be dead though it says it is connected (PR 2012): silence decides;
- disconnect callbacks also come for our own disconnects: they only end a link that has not ended yet.

Ticks are stamped by whoever runs the source.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Collection
from typing import Any

from monitor.errors import LinkError, LinkReason
from monitor.sources.admission import Admission, spoken
from monitor.sources.backoff import Backoff
from monitor.sources.base import Emit
from monitor.sources.bluetooth import Backend
from monitor.sources.clock import Clock
from monitor.sources.dot_sync import AGREEING, agree_on_clock, dots_among
from monitor.sources.link_commands import identify, store_role
from monitor.sources.pairing import Pairing
from monitor.sources.reports import Reports
from monitor.sources.scan import Heard, listen
from monitor.sources.sensor_link import SensorLink, Surroundings, Timing
from monitor.sources.upkeep import upkeep
from monitor.values import LinkKind, Placement, Segment, Side

NOT_FOUND = ("No sensor was found: switch the sensors on, bring them near, and end their links to phones and "
             "other programs.")
SCAN_S = 5.0
STEADY_S = 5.0              # a link that held so long may be sought again at once


def leg(side: Side) -> tuple[Placement, Placement]:
    """The places of the two sensors on one leg."""
    return Placement(side, Segment.THIGH), Placement(side, Segment.SHANK)


class BleSource:
    """Streams from the sensors worn at the `wanted` places.

    Args:
        wanted: two places for one leg, four for both.
        clock: stamps everything that comes.
        rate_hz: None for each sensor's usual rate.
        bond: ask the system to bond with each sensor; those that cannot are used all the same, and not
            asked again.
        remember: is given the pairing whenever `set_role` changes it.
        seed: of the moments of clock pings.
    """

    def __init__(self, wanted: Collection[Placement], clock: Clock, *, backend: Backend | None = None,
                 pairing: Pairing | None = None, remember: Callable[[Pairing], None] = lambda _pairing: None,
                 rate_hz: int | None = None, timing: Timing | None = None, bond: bool = False,
                 seed: int = 0) -> None:
        self._wanted = tuple(wanted)
        self._admission = Admission(self._wanted, pairing or Pairing())
        self._assigned_before: Pairing | None = None
        self._remember = remember
        self._rate_hz, self._bond = rate_hz, bond
        self._clock, self._backend, self._timing = clock, backend or Backend(), timing or Timing()
        self._random = random.Random(seed)
        self._links: dict[Placement, tuple[SensorLink, asyncio.Task[None]]] = {}
        self._commands: set[asyncio.Task[None]] = set()
        self._looking: asyncio.Task[None] | None = None
        self._around: Surroundings
        self._reports: Reports

    async def run(self, emit: Emit) -> None:
        """Stream until cancelled or stopped; raises `LinkError` when there is nothing to stream from."""
        self._around = Surroundings(self._backend, emit, self._clock, self._random, self._timing,
                                    self._bond)
        self._admission = Admission(self._wanted, self._admission.pairing)
        self._reports = Reports(emit, self._clock)
        self._looking = asyncio.create_task(self._look())
        try:
            await asyncio.wait([self._looking])
        finally:
            await _end([self._looking, *self._commands, *(task for _, task in self._links.values())])
            for link, _ in self._links.values():      # one whose task was cancelled before it began
                await link.close()
            self._links.clear()
        if not self._looking.cancelled():
            self._looking.result()

    def command(self, name: str, **arguments: Any) -> None:
        """Ask for one of these while it runs.

        `identify(placement, seconds)`, `set_role(placement, to)`, `undo_role()`: as before the last of those,
        `stop()`.
        """
        if name == "stop" and self._looking is not None:
            self._looking.cancel()
        elif name == "undo_role" and self._assigned_before is not None:
            self._assign(self._assigned_before)
        elif name in ("identify", "set_role"):
            task = asyncio.create_task(self._obey(name, **arguments))
            self._commands.add(task)
            task.add_done_callback(self._commands.discard)

    # ---- looking for sensors

    async def _look(self) -> None:
        await self._seek(first=True)
        backoff = Backoff()
        while True:
            if not self._missing():
                await asyncio.wait([task for _, task in self._links.values()],
                                   return_when=asyncio.FIRST_COMPLETED)
            if self._reap():
                backoff.reset()
            if self._missing():
                await asyncio.sleep(backoff.push())
                await self._seek()

    def _serials(self) -> dict[Placement, str]:
        return {placement: link.description.serial for placement, (link, _) in self._links.items()}

    def _missing(self) -> list[Placement]:
        return [placement for placement in self._wanted if placement not in self._links]

    def _reap(self) -> bool:
        """Take out the links that have ended; true when one of them had held for long."""
        ended = [placement for placement, (_, task) in self._links.items() if task.done()]
        held = False
        for placement in ended:
            link, task = self._links.pop(placement)
            task.result()
            held |= self._now_s() - link.began_s > STEADY_S
        return held

    async def _seek(self, first: bool = False) -> None:
        """Scan once and take on whoever is missing."""
        problem: LinkError | None = None
        try:
            candidates = await listen(self._backend, SCAN_S, self._enough)
        except LinkError as error:
            if first:
                raise
            self._reports.push(None, error)
            return
        if first and await self._agree_on_clock(candidates):
            candidates = await listen(self._backend, SCAN_S, self._enough)
        for heard in candidates:
            if self._missing() and self._worth_asking(heard):
                problem = await self._take_on(heard) or problem
            else:
                problem = self._admission.turned_away(heard.device.address, self._now_s()) or problem
        if not self._links and first:
            raise problem or LinkError(LinkReason.NOT_FOUND, NOT_FOUND)
        if self._links:
            self._reports.missing(self._missing(), problem)

    async def _agree_on_clock(self, candidates: Collection[Heard]) -> bool:
        """The vendor's procedure for DOTs that are to be streamed from; true when it took its time."""
        places = self._admission.pairing.places
        try:
            dots = await dots_among(candidates, lambda serial: places.get(serial) in self._wanted,
                                    self._backend)
            return len(dots) > 1 and await agree_on_clock(
                dots, self._backend, lambda: self._reports.waiting(AGREEING))
        except LinkError as error:
            self._reports.push(None, error)
            return True

    def _enough(self, heard: dict[str, Heard]) -> bool:
        return sum(map(self._worth_asking, heard.values())) >= len(self._missing())

    def _worth_asking(self, heard: Heard) -> bool:
        address = heard.device.address
        linked = any(link.heard.device.address == address for link, _ in self._links.values())
        return not linked and self._admission.turned_away(address, self._now_s()) is None

    async def _take_on(self, heard: Heard) -> LinkError | None:
        """Connect, and stream if it is one of the wanted; else what was wrong with it."""
        link = SensorLink(heard, self._around)
        try:
            told = await link.open()
            placement, rate_hz = self._admission.place(told, self._serials()), told.rate_hz(self._rate_hz)
        except LinkError as error:
            await link.close()
            if error.reason is not LinkReason.LOST:
                self._admission.turn_away(heard.device.address, error, self._now_s())
            return error
        except BaseException:
            await link.close()
            raise
        self._links[placement] = link, asyncio.create_task(self._serve(link, placement, rate_hz))
        return None

    async def _serve(self, link: SensorLink, placement: Placement, rate_hz: int) -> None:
        reason, sentence = "stopped", "The session ended."
        try:
            await link.run(placement, rate_hz, upkeep)
        except LinkError as error:
            reason, sentence = str(error.reason), str(error)
            if error.reason is LinkReason.UNSUPPORTED:
                self._admission.turn_away(link.heard.device.address, error, self._now_s())
                self._reports.push(placement, error)
        finally:
            link.tell(LinkKind.DISCONNECTED, reason=reason, sentence=sentence)
            await link.close()

    @staticmethod
    def _now_s() -> float:
        return asyncio.get_running_loop().time()

    # ---- what people ask for

    async def _obey(self, name: str, placement: Placement, **arguments: Any) -> None:
        if placement not in self._links:
            self._reports.push(placement, LinkError(
                LinkReason.LOST, f"There is no sensor on the {spoken(placement)} just now."))
            return
        try:
            link, _ = self._links[placement]
            await (identify if name == "identify" else self._set_role)(link, **arguments)
        except LinkError as error:
            self._reports.push(placement, error)

    async def _set_role(self, link: SensorLink, to: Placement) -> None:
        """Store the new place in the sensor and in the pairing, and meet it anew."""
        await store_role(link, to)
        known = self._admission.pairing if self._admission.pairing.places else Pairing(
            {serial: place for place, serial in self._serials().items()})      # what streams now is trusted
        self._assigned_before = known
        self._assign(known.assigned(link.description.serial, to))

    def _assign(self, pairing: Pairing) -> None:
        """Let a pairing hold from now on, and meet anew whoever is worn elsewhere by it."""
        self._admission = Admission(self._wanted, pairing)
        self._remember(pairing)
        for placement, (link, _) in self._links.items():
            to = pairing.placement(link.description.serial, None)
            if to is not None and to != placement:
                link.end(LinkError(LinkReason.LOST, f"{link.who} was assigned to the {spoken(to)}."))


async def _end(tasks: Collection[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
