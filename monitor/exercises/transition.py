"""Counts changes of posture, such as rising from a chair: each is measured and judged as a repetition."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from monitor.exercises.bridging import bridged
from monitor.exercises.definition import SignalName, Transition
from monitor.exercises.history import History
from monitor.exercises.measures import measure
from monitor.exercises.phases import Cycle, Ending, Now
from monitor.exercises.posture_change import Change, ChangeDetector, Outcome
from monitor.exercises.repetitions import Attempt, Slice, repetition_of
from monitor.exercises.shape import shape_of
from monitor.leg import LegBlock

_HOLD_SHARE = 0.85
_BEFORE_S = 0.4


class TransitionCounter:
    """Watches one change of posture; `push(a)` then `push(b)` equals `push(a joined with b)`."""

    def __init__(self, transition: Transition, history: History, rate_hz: float, start_ns: int) -> None:
        self._changes = ChangeDetector(transition, rate_hz)
        self._history, self._rate_hz, self._start_ns = history, rate_hz, start_ns
        self._last: Attempt | None = None

    def push(self, block: LegBlock, first: int) -> list[Attempt]:
        """New attempts, and amended ones, that become certain within the block."""
        return [self._attempt(change) for change in self._changes.push(block, first)]

    def finish(self) -> list[Attempt]:
        return []

    @property
    def now(self) -> Now:
        return self._changes.now

    def _attempt(self, change: Change) -> Attempt:
        """The repetition as far as it is seen; seen again, with its hold and return, when it is over."""
        if change.outcome is Outcome.LEFT_THE_CHAIR and self._last is not None:
            repetition = replace(self._last.repetition, counted=False, rule=str(change.outcome), form=())
            return replace(self._last, repetition=repetition, known_at=change.at, amends=True)
        part = _part(self._history, change, self._rate_hz)
        draft = repetition_of(part, measure(part.leg, part.shape), SignalName.THIGH_TILT, self._start_ns)
        if change.amends and self._last is not None:      # who walks about meanwhile seems to rise anew
            draft = replace(draft, start_s=self._last.repetition.start_s)
        repetition = replace(draft, rule=str(change.outcome), counted=change.outcome is Outcome.COUNTED)
        self._last = Attempt(repetition, part.first, change.at, change.at, change.amends)
        return self._last


def seen_around(history: History, change: Change, rate_hz: float) -> tuple[int, LegBlock]:
    """The samples of a change with a moment before it, and the number of the first of them."""
    first = max(history.oldest, change.left - round(_BEFORE_S * rate_hz))
    return first, bridged(history.between(first, change.at + 1))


def _part(history: History, change: Change, rate_hz: float) -> Slice:
    """The course of a change, in the knee's angle or, where that is lost, the thigh's."""
    first, leg = seen_around(history, change, rate_hz)
    bend = leg.flexion_deg if leg.valid.all() else 90.0 + leg.thigh_elevation_deg
    summit = int(np.argmin(bend))
    rest, peak = float(bend[0]), float(bend[summit])
    cycle = Cycle(change.left, first + summit, change.at, rest, peak, Ending.RETURNED)
    return Slice(cycle, first, leg, shape_of(bend, summit, rest, _HOLD_SHARE, rate_hz))
