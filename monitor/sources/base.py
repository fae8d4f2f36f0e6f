"""What every source of inputs looks like."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from monitor.values import Input

Emit = Callable[[Input], None]


class Source(Protocol):
    """Something that emits inputs in order of their time until it ends or is cancelled."""

    async def run(self, emit: Emit) -> None:
        """Emit every input as it comes; raises `LinkError` or `RecordingError` when it cannot go on."""
        ...
