"""A recording as a source: the same inputs in the same order, at any pace."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

from monitor.sources.base import Emit
from monitor.values import Input

YIELD_EVERY = 256      # inputs, so that a replay without pauses leaves the loop some air


class ReplaySource:
    """Emits what a recording holds.

    Args:
        inputs: makes the inputs in recorded order, such as `Recording.inputs`.
        speed: times real time; None for as fast as possible.
    """

    def __init__(self, inputs: Callable[[], Iterable[Input]], speed: float | None = 1.0) -> None:
        self._inputs = inputs
        self._speed = speed
        self._origin: tuple[int, float] | None = None     # recorded ns, and when on the loop's clock that was
        self._going = asyncio.Event()
        self._going.set()

    async def run(self, emit: Emit) -> None:
        """Emit every input, ends with the recording; raises `RecordingError` where it cannot be read."""
        self._origin = None
        for number, item in enumerate(self._inputs()):
            await self._wait(number, item.t_host_ns)
            emit(item)

    def command(self, name: str, **arguments: Any) -> None:
        """`pause(on)` and `speed(factor)`, where a factor of None is as fast as possible."""
        self._origin = None
        if name == "pause" and arguments["on"]:
            self._going.clear()
        elif name == "pause":
            self._going.set()
        elif name == "speed":
            self._speed = arguments["factor"]

    async def _wait(self, number: int, t_host_ns: int) -> None:
        """Until this input's time has come; a later change of pace counts from the next input on."""
        if not self._going.is_set():
            await self._going.wait()
            self._origin = None
        if self._speed is None:
            if number % YIELD_EVERY == 0:
                await asyncio.sleep(0)
            return
        now_s = asyncio.get_running_loop().time()
        origin_ns, origin_s = self._origin = self._origin or (t_host_ns, now_s)
        ahead_s = (t_host_ns - origin_ns) / 1e9 / self._speed - (now_s - origin_s)
        if ahead_s > 0 or number % YIELD_EVERY == 0:
            await asyncio.sleep(max(ahead_s, 0))
