"""What a virtual patient is asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from monitor.virtual.script import Script


@dataclass(frozen=True, slots=True)
class Spec:
    """One item of a session; None means the exercise's own usual dose.

    Attributes:
        name: a key of `monitor.virtual.motions.EXERCISES`.
        reps: repetitions, or seconds for what is not repeated (`stand`, `walking`).
        hold_s: how long the top of each repetition is held.
    """

    name: str
    reps: int | None = None
    hold_s: float | None = None


class Exercise(Protocol):
    """Something that can be done: it adds moves and truth to the script."""

    def perform(self, script: Script, spec: Spec) -> None: ...
