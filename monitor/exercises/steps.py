"""Steps: up and down again is one repetition, told apart by where the body ends."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from monitor.exercises.bridging import bridged
from monitor.exercises.definition import Exercise, Phases
from monitor.exercises.form import broken
from monitor.exercises.history import History
from monitor.exercises.phases import Now
from monitor.exercises.repetitions import Attempt, RepetitionCounter
from monitor.exercises.shape import shape_of
from monitor.leg import LegBlock

TOGETHER_S = 12.0     # a person who has stepped up has stepped down by then
_SURE_S = 2.5          # a rise is measured well for so long; its error grows with the square of time


class StepCounter:
    """Counts bends of the knee that carry the body up, each with the one that carries it down again.

    Who is up must come down before the next step, so a bend that seemed to go up, and took long, was none if
    the next one goes up. `push(a)` then `push(b)` equals `push(a joined with b)`.
    """

    def __init__(self, exercise: Exercise, phases: Phases, history: History, rate_hz: float, start_ns: int, *,
                 half_cm: float) -> None:
        self._bends = RepetitionCounter(exercise, phases, history, rate_hz, start_ns, hold_s=0.0)
        self._history, self._hold_share = history, phases.hold_share
        self._half_cm, self._rate_hz, self._form = half_cm, rate_hz, exercise.form
        self._together = round(TOGETHER_S * rate_hz)
        self._up: Attempt | None = None      # waits for the way down

    def push(self, block: LegBlock, first: int) -> list[Attempt]:
        found = [attempt for bend in self._bends.push(block, first)
                 for attempt in (*self._stayed_up(bend.known_at), *self._take(bend))]
        return [*found, *self._stayed_up(first + len(block))]

    def finish(self) -> list[Attempt]:
        found = [attempt for bend in self._bends.finish() for attempt in self._take(bend)]
        up, self._up = self._up, None
        return [*found, up] if up is not None else found

    @property
    def now(self) -> Now:
        return self._bends.now

    def _stayed_up(self, number: int) -> list[Attempt]:
        """The way up that waits at sample `number`, if nobody has come down for long."""
        up = self._up
        if up is None or number <= up.last + self._together:
            return []
        self._up = None
        return [replace(up, known_at=up.last + self._together)]

    def _take(self, bend: Attempt) -> list[Attempt]:
        if not bend.repetition.counted:
            return [bend]
        up, self._up = self._up, None
        measures = bend.repetition.measures
        rise_cm, sure = measures.get("net_rise_cm"), self._is_sure(bend)
        least_cm = self._half_cm * max(1.0, (measures["cycle_s"] / _SURE_S) ** 2)
        rose = rise_cm is not None and rise_cm >= least_cm
        if up is not None and not rose:
            return [self._whole(up, bend)]
        before = [] if up is None else [up if self._is_sure(up) else _given_up(up)]
        if rose or rise_cm is None:
            self._up = bend
            return before
        return [*before, bend if sure and rise_cm <= -least_cm else _given_up(bend)]

    def _is_sure(self, bend: Attempt) -> bool:
        """Whether it is known how high the bend ended."""
        measures = bend.repetition.measures
        return "net_rise_cm" in measures and measures["cycle_s"] <= _SURE_S

    def _whole(self, up: Attempt, down: Attempt) -> Attempt:
        """Up and down as one; how straight the knee was on the step is known by now."""
        a, b = up.repetition, down.repetition
        measures = dict(a.measures)
        if "flexion_rest_deg" in b.measures:
            measures["flexion_top_deg"] = b.measures["flexion_rest_deg"]
        form = tuple(dict.fromkeys((*(r.id for r in self._form if broken(r, measures)), *a.form)))
        whole = replace(a, end_s=b.end_s, hold_s=self._on_top_s(up, down), measures=measures, form=form)
        return replace(up, repetition=whole, last=down.last, known_at=down.known_at)

    def _on_top_s(self, up: Attempt, down: Attempt) -> float:
        """How long the knee stayed as straight as it came between its two bends."""
        leg = bridged(self._history.between(up.first, down.last))
        if not leg.valid.all():
            return max(0.0, down.repetition.start_s - up.repetition.end_s)
        parted = up.last - up.first
        bends = int(np.argmax(leg.flexion_deg[:parted])), parted + int(np.argmax(leg.flexion_deg[parted:]))
        knee = leg.flexion_deg[bends[0]:bends[1] + 1]
        stood = shape_of(knee, int(np.argmin(knee)), float(knee[0]), self._hold_share, self._rate_hz)
        return stood.hold / self._rate_hz


def _given_up(bend: Attempt) -> Attempt:
    return replace(bend, repetition=replace(bend.repetition, counted=False, rule="too_small", form=()))
