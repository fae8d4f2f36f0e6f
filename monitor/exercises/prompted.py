"""Presses at a prompt: when to press and when to let go, and what became of each.

A press that neither tremor nor micro-motion shows was timed; it is said that it was only that.
"""

from __future__ import annotations

import numpy as np

from monitor.exercises.definition import Exercise
from monitor.exercises.history import History
from monitor.exercises.isometric import IsometricCounter
from monitor.exercises.phases import Now, Phase
from monitor.exercises.repetitions import TILT_SIGMA_DEG, Attempt
from monitor.exercises.signature import posture_fits, usual_posture
from monitor.leg import LegBlock
from monitor.results import Repetition

UNFELT = "not_verified"
LET_GO = "Let go and relax"
LEAD_S = 4.0             # to get ready
RELAX_S = 3.0            # between two presses; the relaxed leg is what the next press is measured against
_KNOWN_AFTER_S = 2.0     # the end of a press: people let go late, and the tremor has to fade
_FELT_SHARE = 0.4        # of the prompted time that a press must cover to be the one that was asked for


class PromptedPresses:
    """Prompts presses, and tells of each whether it was felt; `push(a)` then `push(b)` equals `push(a + b)`.

    Args:
        counter: what feels the presses.
        hold_s: how long to press.
        presses: how often.
        first: the sample from which on there are prompts, after a lead.
    """

    def __init__(self, exercise: Exercise, counter: IsometricCounter, history: History, rate_hz: float,
                 start_ns: int, *, hold_s: float, presses: int, first: int) -> None:
        self._exercise, self._counter, self._history = exercise, counter, history
        self._rate_hz, self._start_ns, self._hold_s = rate_hz, start_ns, hold_s
        self._felt: list[Attempt] = []
        self._pushed = first
        self.begin(first, presses)

    def begin(self, first: int, presses: int) -> None:
        """Prompt so many presses from a sample on, after a lead."""
        self._first, self._presses, self._told = first + self._samples(LEAD_S), presses, 0

    def push(self, block: LegBlock, first: int) -> list[Attempt]:
        self._pushed = first + len(block)
        return self._with_unfelt(self._counter.push(block, first))

    def finish(self) -> list[Attempt]:
        return self._with_unfelt(self._counter.finish())

    @property
    def now(self) -> Now:
        """The prompt, not the leg: holding is to press, ready is to wait or to let go."""
        place, within = divmod(self._pushed - self._first, self._cycle)
        hold = self._samples(self._hold_s)
        if 0 <= place < self._presses and within < hold:
            return Now(Phase.HOLDING, within)
        return Now(Phase.READY, within - hold if 0 <= place < self._presses else 0)

    @property
    def letting_go(self) -> bool:
        """Whether a press has just been over."""
        place, within = divmod(self._pushed - self._first, self._cycle)
        return 0 <= place < self._presses and within >= self._samples(self._hold_s)

    @property
    def _cycle(self) -> int:
        return self._samples(self._hold_s + RELAX_S)

    def _samples(self, seconds: float) -> int:
        return round(seconds * self._rate_hz)

    def _with_unfelt(self, found: list[Attempt]) -> list[Attempt]:
        """With the prompted presses that are over and were not felt, in the order in which they are known."""
        self._felt = [*self._felt, *found][-2 * max(1, self._presses):]
        unfelt = []
        while self._told < self._presses:
            start = self._first + self._told * self._cycle
            end = start + self._samples(self._hold_s)
            known_at = end + self._samples(_KNOWN_AFTER_S)
            if known_at > self._pushed:
                break
            self._told += 1
            if not any(self._covers(one, start, end) for one in self._felt if one.known_at <= known_at):
                unfelt.append(self._timed(start, end, known_at))
        return sorted([*found, *unfelt], key=lambda attempt: attempt.known_at)

    def _covers(self, press: Attempt, start: int, end: int) -> bool:
        return min(press.last, end) - max(press.first, start) >= _FELT_SHARE * (end - start)

    def _timed(self, start: int, end: int, known_at: int) -> Attempt:
        leg = self._history.between(start, end)
        begun_s = (int(leg.t_ns[0]) - self._start_ns) * 1e-9
        rule = UNFELT if posture_fits(self._exercise, usual_posture(leg.posture)) else "wrong_posture"
        timed = Repetition(begun_s, begun_s + self._hold_s, float(np.median(leg.thigh_elevation_deg)),
                           self._hold_s, counted=False, rule=rule, peak_sigma_deg=TILT_SIGMA_DEG)
        return Attempt(timed, start, end, known_at)
