"""What watches one exercise: every kind takes blocks and gives attempts."""

from __future__ import annotations

from typing import Protocol

from monitor.exercises.phases import Now
from monitor.exercises.repetitions import Attempt
from monitor.leg import LegBlock


class Watcher(Protocol):
    """Watches one exercise; `push(a)` then `push(b)` gives what `push(a joined with b)` gives."""

    def push(self, block: LegBlock, first: int) -> list[Attempt]:
        """The attempts that became certain, or were amended, in the block that starts at sample `first`."""
        ...

    def finish(self) -> list[Attempt]:
        """What can still be said when nothing more comes."""
        ...

    @property
    def now(self) -> Now:
        """What the leg is doing now."""
        ...
