"""Minutes of radio in a moment: an event loop whose clock jumps to the next timer instead of waiting."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

_T = TypeVar("_T")


class StuckError(RuntimeError):
    """Nothing is scheduled any more, so time cannot go on."""


class _JumpingSelector(selectors.DefaultSelector):
    """Takes what is ready, and lets the time it was asked to wait pass at once."""

    def __init__(self) -> None:
        super().__init__()
        self.now_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready and timeout is None:
            raise StuckError("everything waits and no timer is set")
        if not ready and timeout:
            self.now_s += timeout
        return ready


class JumpingLoop(asyncio.SelectorEventLoop):
    """For code whose only clock is the loop's. Threads and sockets are not waited for."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now_s


def run_in_virtual_time(main: Coroutine[Any, Any, _T]) -> _T:
    """`asyncio.run`, with the clock starting at 0 and never waiting."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(main)
