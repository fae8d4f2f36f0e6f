"""A session in a thread of its own, apart from any window.

A frozen window loses no data: the worker never waits for it, and a window only takes the newest snapshot.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from monitor.snapshot import Snapshot
from monitor.sources.clock import Clock
from monitor.values import EventKind, Legs, Side
from monitor.worker import Setup, Worker

STALE_S = 0.5          # an angle older than this is never shown as live
STOP_TIMEOUT_S = 10.0  # for the sensors to be told to stop and the recording to be closed

NewLoop = Callable[[], asyncio.AbstractEventLoop]


def steady_clock() -> Clock:
    """Nanoseconds since the Unix epoch that never jump, whatever is done to the computer's clock.

    By the performance counter: on Windows the monotonic clock before Python 3.13 goes in steps of 16 ms.
    """
    offset_ns = time.time_ns() - time.perf_counter_ns()
    return lambda: time.perf_counter_ns() + offset_ns


class Monitor:
    """Runs one session after the other in one thread; every method may be called from any thread.

    Args:
        setup: what sessions are made of.
        patient, side: of the first session; its leg, or both.
        new_loop: makes the event loop, asyncio's own where None.
    """

    def __init__(self, setup: Setup, patient: str, side: Side | Legs, *,
                 new_loop: NewLoop | None = None) -> None:
        self._live = setup.clock is not None
        self._worker = Worker(setup, patient, side)
        self._runner = asyncio.Runner(loop_factory=new_loop or asyncio.new_event_loop)
        self._loop = self._runner.get_loop()
        self._thread = threading.Thread(target=self._run, name="patella-session", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End the session; returns when the sensors are released and the recording is whole."""
        self._call(self._worker.stop)
        self.wait(STOP_TIMEOUT_S)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for the end of a replay; true when it has come."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def snapshot(self) -> Snapshot:
        """The newest moment. An angle that grew old because nothing arrives any more is marked as such."""
        latest, made_s = self._worker.latest
        age_s = self._loop.time() - made_s
        if age_s < STALE_S or not self._live:
            return latest
        return latest.aged(age_s)

    def send(self, kind: EventKind, detail: Mapping[str, Any] | None = None) -> None:
        """Put what a person did into the session and its recording; a replay takes nothing in."""
        self._call(self._worker.event, kind, dict(detail or {}))

    def command(self, name: str, **arguments: Any) -> None:
        """Ask for what is no event of the session; `Worker.command` lists what it knows."""
        self._call(self._worker.command, name, arguments)

    def _call(self, function: Callable[..., None], *arguments: Any) -> None:
        with contextlib.suppress(RuntimeError):      # the loop has ended already
            self._loop.call_soon_threadsafe(function, *arguments)

    def _run(self) -> None:
        with self._runner:
            self._runner.run(self._worker.run())
