"""One session in one event loop: takes inputs in, keeps time, obeys people, publishes snapshots."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, runtime_checkable

from monitor.acquisition import Acquisition
from monitor.errors import PatellaError
from monitor.snapshot import Problem, Severity, Snapshot
from monitor.sources.base import Source
from monitor.sources.clock import Clock
from monitor.values import (
    EventKind,
    Input,
    Legs,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    SessionEvent,
    Side,
    Tick,
)

log = logging.getLogger(__name__)

TICK_S = 0.1
PUBLISH_S = 0.008      # at least between two snapshots: what comes nearly together is one digest
BOTH_PUBLISH_S = 0.03  # of both legs, twice the work: as often as a window is painted
SOURCE_FAILED = "The link to the sensors stopped because of a fault in the program; please connect again."


@dataclass(frozen=True, slots=True)
class Setup:
    """What a session is made of.

    Attributes:
        source: makes the sensors of one leg or of both, or a replay of them.
        begin: makes a session of a patient's leg or legs, and its recording.
        clock: stamps ticks and what people do; None for a replay, which brings both.
        version: of the program, kept in the start event.
        prescription: the text in force, kept at the start of each session; may be empty.
    """

    source: Callable[[Legs], Source]
    begin: Callable[[str, Legs], Acquisition]
    clock: Clock | None = None
    version: str = ""
    prescription: Callable[[], str] = str


@runtime_checkable
class Commanded(Protocol):
    """A source that can be asked for something while it runs, such as `identify`."""

    def command(self, name: str, **arguments: Any) -> None: ...


class Worker:
    """Everything here runs in the loop that `run` was called in; only `latest` may be read from elsewhere.

    Raises `RecordingError` where nothing can be recorded.

    Attributes:
        latest: the newest snapshot, and the loop's time when it was made.
    """

    def __init__(self, setup: Setup, patient: str, side: Side | Legs) -> None:
        self._setup, self._patient = setup, patient
        legs = self._legs = Legs(side)
        self._source = setup.source(legs)
        self._acquisition = setup.begin(patient, legs)
        self._stopping = asyncio.Event()
        self._streaming: asyncio.Task[None]
        self._connected: dict[Placement | None, LinkEvent] = {}
        self._problems: dict[str, Problem] = {}
        self._fits: dict[tuple[str, Legs], Mapping[str, str]] = {}       # the newest calibrations, and whose
        self._arrived_s: float | None = None     # when the oldest packet came that no snapshot shows yet
        self._publish_due = False
        self.latest: tuple[Snapshot, float] = self._acquisition.snapshot(), 0.0

    async def run(self) -> None:
        """Live until `stop`, or until a replay has ended."""
        self._loop = asyncio.get_running_loop()
        self._start()
        self._streaming = self._loop.create_task(self._stream())
        ticking = self._loop.create_task(self._tick())
        await self._stopping.wait()
        self._end_recording()        # first, for sensors may take seconds to be let go
        for task in (self._streaming, ticking):
            task.cancel()
            await asyncio.wait([task])
        self._publish()

    def stop(self) -> None:
        """End the session."""
        self._stopping.set()

    def event(self, kind: EventKind, detail: dict[str, Any]) -> None:
        """Put what a person did into the session; a replay takes nothing in."""
        if self._setup.clock is not None:
            self._emit(SessionEvent(self._setup.clock(), kind, detail))

    def command(self, name: str, arguments: dict[str, Any]) -> None:
        """Obey `record` (`on`), `begin` (`patient`, `side`), `reconnect`, `scan`; the source knows others."""
        match name:
            case "record" | "begin" if self._setup.clock is None:
                pass                                   # a replay is what it is
            case "record":
                self._record(**arguments)
            case "begin":
                self._begin(**arguments)
            case "reconnect" | "scan" if self._streaming.done():
                self._streaming = self._loop.create_task(self._stream())
            case _ if isinstance(self._source, Commanded):
                self._source.command(name, **arguments)

    # ---- the session and its recording

    def _record(self, on: bool) -> None:
        """End the recording, or begin one: with a new session, for all that is shown must be in its file."""
        if not on:
            self._end_recording()
        elif not self._acquisition.recording:
            self._begin(self._patient, self._legs)

    def _begin(self, patient: str, side: Side | Legs) -> None:
        """End this session and begin another, with other sensors where the side is another."""
        legs = Legs(side)
        fits = self._acquisition.documents()
        if fits:                         # straps that were put on since make older calibrations useless
            self._fits = {(self._patient, self._legs): fits}
        self._end_recording()
        self._problems.pop("record", None)
        try:
            self._acquisition = self._setup.begin(patient, legs)
        except (PatellaError, OSError) as error:
            self._add_problem("record", f"A new recording could not be begun: {error}")
            return
        self._patient = patient
        if legs is not self._legs:
            self._legs = legs
            self._change_source(self._setup.source(legs))
        self._start()
        for text in self._fits.get((patient, legs), {}).values():       # the straps are still on
            saved = json.loads(text)
            self.event(EventKind.CALIBRATION,
                       {"action": "use", "side": saved["wearer"]["side"], "saved": saved})

    def _change_source(self, source: Source) -> None:
        self._source = source
        self._connected.clear()
        before, self._streaming = self._streaming, self._loop.create_task(self._stream(after=self._streaming))
        before.cancel()

    def _start(self) -> None:
        """The first inputs of a session: that it begins, what is prescribed, which sensors are there."""
        if self._setup.clock is not None:
            self.event(EventKind.START, {"side": str(self._legs), "patient": self._patient,
                                         "version": self._setup.version, "note": ""})
            prescription = self._setup.prescription()
            if prescription:
                self.event(EventKind.PRESCRIPTION, {"text": prescription})
            for event in self._connected.values():
                self._emit(replace(event, t_host_ns=self._setup.clock()))
        self._publish()

    def _end_recording(self) -> None:
        if self._setup.clock is not None:
            self._acquisition.push(SessionEvent(self._setup.clock(), EventKind.STOP))
        self._acquisition.end_recording()
        self._publish()

    # ---- inputs in, snapshots out

    async def _stream(self, after: asyncio.Task[None] | None = None) -> None:
        """Run the source, as soon as another one has let its sensors go."""
        if after is not None:
            await asyncio.wait([after])
        self._problems.pop("source", None)
        try:
            await self._source.run(self._emit)
        except PatellaError as error:
            self._add_problem("source", str(error))
        except Exception:
            log.exception("the source failed")
            self._add_problem("source", SOURCE_FAILED)
        if self._setup.clock is None:
            self._stopping.set()

    async def _tick(self) -> None:
        while self._setup.clock is not None:
            self._emit(Tick(self._setup.clock()))
            await asyncio.sleep(TICK_S)

    def _emit(self, item: Input) -> None:
        """Take one input: recorded now, shown at most `PUBLISH_S` later, or `BOTH_PUBLISH_S`."""
        if isinstance(item, Received) and self._arrived_s is None:
            self._arrived_s = self._loop.time()
        if isinstance(item, LinkEvent):
            self._follow(item)
        self._acquisition.push(item)
        if not self._publish_due:
            self._publish_due = True
            pause_s = PUBLISH_S if len(self._legs.sides) == 1 else BOTH_PUBLISH_S
            self._loop.call_later(max(0.0, self.latest[1] + pause_s - self._loop.time()), self._publish)

    def _follow(self, event: LinkEvent) -> None:
        if event.kind is LinkKind.CONNECTED:
            self._connected[event.placement] = event
        elif event.kind is LinkKind.DISCONNECTED:
            self._connected.pop(event.placement, None)

    def _publish(self) -> None:
        self._acquisition.digest()
        snapshot, now_s = self._acquisition.snapshot(), self._loop.time()
        latency_ms = None if self._arrived_s is None else 1000.0 * (now_s - self._arrived_s)
        problems = (*self._problems.values(), *snapshot.problems)
        self.latest = replace(snapshot, latency_ms=latency_ms, problems=problems), now_s
        self._arrived_s, self._publish_due = None, False

    def _add_problem(self, name: str, sentence: str) -> None:
        self._problems[name] = Problem(name, Severity.PROBLEM, sentence)
