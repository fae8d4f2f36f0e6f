"""What watches one exercise: every kind takes blocks and gives attempts."""

from __future__ import annotations

from typing import Protocol

from monitor.exercises.definition import Exercise, Kind
from monitor.exercises.history import History
from monitor.exercises.hops import HopCounter
from monitor.exercises.isometric import IsometricCounter
from monitor.exercises.landings import LandingDetector
from monitor.exercises.phases import Now
from monitor.exercises.prompted import PromptedPresses
from monitor.exercises.repetitions import Attempt, RepetitionCounter
from monitor.exercises.steps import StepCounter
from monitor.exercises.transition import TransitionCounter
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


def watcher_of(exercise: Exercise, history: History, landings: LandingDetector, rate_hz: float,
               start_ns: int, *, hold_s: float, first: int, prompts: int | None) -> Watcher | None:
    """What watches an exercise from sample `first` on; None where it has no repetitions.

    `prompts` presses are prompted, where they hardly move; None: nobody is there to be prompted.
    """
    where = (history, rate_hz, start_ns)
    if exercise.transition is not None:
        return TransitionCounter(exercise.transition, *where)
    if exercise.kind is Kind.LANDING:
        return HopCounter(landings, rate_hz, first)
    phases = exercise.phases
    if phases is None:
        return None
    if phases.half_cm is not None:
        return StepCounter(exercise, phases, *where, half_cm=phases.half_cm)
    if exercise.kind is not Kind.ISOMETRIC:
        return RepetitionCounter(exercise, phases, *where, hold_s=hold_s)
    presses = IsometricCounter(exercise, phases, *where, hold_s=hold_s)
    if prompts is None:
        return presses
    return PromptedPresses(exercise, presses, *where, hold_s=hold_s, presses=prompts, first=first)
