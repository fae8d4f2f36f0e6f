"""The worker thread: sensors, recording and analysis in one asyncio loop of their own, apart from any window.

A frozen window loses no data: the loop never waits for it, and a window only ever takes the newest snapshot.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol, runtime_checkable

from monitor.acquisition import Acquisition
from monitor.errors import PatellaError
from monitor.snapshot import Problem, Severity, Snapshot
from monitor.sources.base import Source
from monitor.values import EventKind, Input, LinkEvent, LinkKind, Placement, Received, SessionEvent, Tick

log = logging.getLogger(__name__)

TICK_S = 0.1
PUBLISH_S = 0.01       # at least between two snapshots: a hundred a second are more than any screen draws
STALE_S = 0.5          # an angle older than this is never shown as live
STOP_TIMEOUT_S = 10.0  # for the sensors to be told to stop and the recording to be closed

SOURCE_FAILED = "The link to the sensors stopped because of a fault in the program; please connect again."

Clock = Callable[[], int]
Begin = Callable[[], Acquisition]
NewLoop = Callable[[], asyncio.AbstractEventLoop]


def steady_clock() -> Clock:
    """Nanoseconds since the Unix epoch that never jump, whatever is done to the computer's clock."""
    offset_ns = time.time_ns() - time.monotonic_ns()
    return lambda: time.monotonic_ns() + offset_ns


@runtime_checkable
class Commanded(Protocol):
    """A source that can be asked for something while it runs, such as `identify`."""

    def command(self, name: str, **arguments: Any) -> None: ...


class Monitor:
    """Runs one session in a thread of its own; every public method may be called from any thread.

    Args:
        source: the sensors, or a replay of them.
        begin: makes a session and its recording.
        clock: stamps ticks and what people do; None for a replay, which brings both.
        start: detail of the start event, the first of every session; used with a clock only.
        new_loop: makes the event loop, asyncio's own where None; its clock measures waiting and age.
    """

    def __init__(self, source: Source, begin: Begin, *, clock: Clock | None = None,
                 start: Mapping[str, Any] | None = None, new_loop: NewLoop | None = None) -> None:
        self._source = source
        self._begin = begin
        self._clock = clock
        self._start = dict(start or {})
        self._new_loop = new_loop
        self._thread = threading.Thread(target=self._run, name="patella-session", daemon=True)
        self._running = threading.Event()
        self._loop: asyncio.AbstractEventLoop
        self._source_task: asyncio.Task[None] | None = None
        self._acquisition: Acquisition
        self._connected: dict[Placement | None, LinkEvent] = {}
        self._problems: dict[str, Problem] = {}
        self._arrived_s: float | None = None     # when the oldest packet came that no snapshot shows yet
        self._publish_due = False
        self._published_s = 0.0
        self._latest: Snapshot

    def start(self) -> None:
        """Begin; raises `RecordingError` where nothing can be recorded."""
        self._acquisition = self._begin()
        self._latest = self._acquisition.snapshot()
        self._thread.start()
        self._running.wait()

    def stop(self) -> None:
        """End the session; returns when the sensors are released and the recording is whole."""
        self._call(lambda: self._stopping.set())
        self.wait(STOP_TIMEOUT_S)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for the end of a replay; true when it has come."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def snapshot(self) -> Snapshot:
        """The newest moment. An angle that grew old because nothing arrives any more is marked as such."""
        latest, age_s = self._latest, self._loop.time() - self._published_s
        if age_s < STALE_S or self._clock is None:
            return latest
        knee = latest.knee
        return replace(latest, knee=replace(knee, age_s=knee.age_s + age_s, valid=False))

    def send(self, kind: EventKind, detail: Mapping[str, Any] | None = None) -> None:
        """Put what a person did into the session and its recording; a replay takes nothing in."""
        if self._clock is not None:
            self._call(self._event, kind, dict(detail or {}))

    def command(self, name: str, **arguments: Any) -> None:
        """Ask for what is no event of the session: `record` (`on`), `reconnect`, or what the source knows."""
        self._call(self._command, name, arguments)

    # ---- in the worker thread

    def _call(self, function: Callable[..., None], *arguments: Any) -> None:
        with contextlib.suppress(RuntimeError):      # the loop has ended already
            self._loop.call_soon_threadsafe(function, *arguments)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=self._new_loop) as runner:
            runner.run(self._main())

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        self._open()
        self._source_task = self._loop.create_task(self._watch_source())
        ticking = self._loop.create_task(self._tick()) if self._clock else None
        self._running.set()
        await self._stopping.wait()
        for task in (self._source_task, ticking):
            if task is not None:
                task.cancel()
                await asyncio.wait([task])
        self._end_recording()

    async def _watch_source(self) -> None:
        self._problems.pop("source", None)
        try:
            await self._source.run(self._emit)
        except PatellaError as error:
            self._add_problem("source", str(error))
        except Exception:
            log.exception("the source failed")
            self._add_problem("source", SOURCE_FAILED)
        if self._clock is None:
            self._stopping.set()

    async def _tick(self) -> None:
        assert self._clock is not None
        while True:
            self._emit(Tick(self._clock()))
            await asyncio.sleep(TICK_S)

    def _open(self) -> None:
        if self._clock is not None:
            now_ns = self._clock()
            self._acquisition.push(SessionEvent(now_ns, EventKind.START, self._start))
            for event in self._connected.values():
                self._acquisition.push(replace(event, t_host_ns=now_ns))
        self._publish()

    def _end_recording(self) -> None:
        if self._clock is not None:
            self._acquisition.push(SessionEvent(self._clock(), EventKind.STOP))
        self._acquisition.end_recording()
        self._publish()

    def _event(self, kind: EventKind, detail: dict[str, Any]) -> None:
        assert self._clock is not None
        self._emit(SessionEvent(self._clock(), kind, detail))

    def _command(self, name: str, arguments: dict[str, Any]) -> None:
        if name == "record":
            self._record(**arguments)
        elif name == "reconnect" and self._source_task is not None and self._source_task.done():
            self._source_task = self._loop.create_task(self._watch_source())
        elif isinstance(self._source, Commanded):
            self._source.command(name, **arguments)

    def _record(self, on: bool) -> None:
        """End the recording, or begin one: with a new session, for all that is shown must be in its file."""
        if not on:
            self._end_recording()
        elif not self._acquisition.recording:
            self._problems.pop("record", None)
            try:
                self._acquisition = self._begin()
            except (PatellaError, OSError) as error:
                self._add_problem("record", f"A new recording could not be begun: {error}")
            else:
                self._open()

    def _emit(self, item: Input) -> None:
        """Take one input: recorded now, shown at most `PUBLISH_S` later."""
        if isinstance(item, Received) and self._arrived_s is None:
            self._arrived_s = self._loop.time()
        if isinstance(item, LinkEvent):
            self._follow(item)
        self._acquisition.push(item)
        if not self._publish_due:
            self._publish_due = True
            wait_s = self._published_s + PUBLISH_S - self._loop.time()
            self._loop.call_later(max(0.0, wait_s), self._publish)

    def _follow(self, event: LinkEvent) -> None:
        if event.kind is LinkKind.CONNECTED:
            self._connected[event.placement] = event
        elif event.kind is LinkKind.DISCONNECTED:
            self._connected.pop(event.placement, None)

    def _publish(self) -> None:
        self._acquisition.digest()
        snapshot = self._acquisition.snapshot()
        now_s = self._loop.time()
        latency_ms = None if self._arrived_s is None else 1000.0 * (now_s - self._arrived_s)
        self._latest = replace(snapshot, latency_ms=latency_ms,
                               problems=(*self._problems.values(), *snapshot.problems))
        self._published_s, self._arrived_s, self._publish_due = now_s, None, False

    def _add_problem(self, name: str, sentence: str) -> None:
        self._problems[name] = Problem(name, Severity.PROBLEM, sentence)
