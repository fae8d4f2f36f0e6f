"""From the state of one leg to sets, landings and balance trials, live and in replay."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from monitor.exercises.active import Active
from monitor.exercises.balance import against_firm_ground
from monitor.exercises.definition import Library
from monitor.exercises.definition import library as shipped
from monitor.exercises.history import History
from monitor.exercises.landings import LandingDetector
from monitor.exercises.prescription import Prescription
from monitor.exercises.recognition import Decision, Observation, Recogniser
from monitor.exercises.sets import overruled
from monitor.exercises.stage import Task
from monitor.leg import Impact, LegBlock
from monitor.results import BalanceTrial, ExerciseSet, Landing
from monitor.snapshot import ExerciseProgress
from monitor.values import EventKind, SessionEvent, Side

_AT_ONCE_S = 1.0         # a larger block is taken in parts: sets end, and the past is kept, as they are live


@dataclass(frozen=True, slots=True)
class Before:
    """How things stood when a person began an exercise, and whether there was a pause since."""

    active: Active | None
    told: bool
    sample: int
    sets: int
    trials: int
    paused: bool = False


class ExerciseEngine:
    """Watches one leg; `push(a)` then `push(b)` equals `push(a joined with b)`, bit for bit.

    With `exercise` every movement is judged as that exercise for the whole stream; otherwise the exercise is
    what an EXERCISE event names, and where none does, what is recognised.
    """

    def __init__(self, side: Side, rate_hz: float, *, start_ns: int, exercise: str | None = None,
                 prescription: Prescription | None = None, library: Library | None = None) -> None:
        self.warnings: tuple[str, ...] = ()
        self._side, self._rate_hz, self._start_ns = side, rate_hz, start_ns
        self._library = library if library is not None else shipped()
        self._prescription = prescription
        self._history = History(rate_hz)
        self._most = round(_AT_ONCE_S * rate_hz)
        self._landings = LandingDetector(self._history, rate_hz, start_ns)
        self._recogniser = Recogniser(self._library, self._history, self._landings, rate_hz, start_ns)
        self._events: list[SessionEvent] = []
        self._sets: list[ExerciseSet] = []
        self._balance: list[BalanceTrial] = []
        self._paused = False
        self._before: Before | None = None
        self._told = exercise is not None
        self._recognises = exercise is None
        self._active = self._watch(exercise, 0) if exercise is not None else None

    @property
    def sets(self) -> tuple[ExerciseSet, ...]:
        """Every set so far, the one under way last."""
        under_way = self._active.set_so_far() if self._active is not None else None
        return (*self._sets, under_way) if under_way is not None else tuple(self._sets)

    @property
    def landings(self) -> tuple[Landing, ...]:
        return self._landings.landings

    @property
    def balance(self) -> tuple[BalanceTrial, ...]:
        return against_firm_ground(self._balance)

    def progress(self) -> ExerciseProgress | None:
        """The exercise under way, for the screen."""
        if self._active is None:
            return None
        return self._active.progress(self._recogniser.current or "")

    def prescribe(self, prescription: Prescription | None) -> None:
        """Follow a prescription from now on, or none."""
        self._prescription = prescription

    def event(self, event: SessionEvent) -> None:
        """Take what people did; it has its effect at its own time in the stream."""
        self._events.append(event)

    def push(self, block: LegBlock, impacts: Sequence[Impact] = ()) -> None:
        """Take the next instants of the leg, and the landing peaks that came with them."""
        while len(block) and self._events:
            before = int(block.t_ns.searchsorted(self._events[0].t_host_ns))
            if before == len(block):
                break
            self._take_in(block[:before], impacts)
            block, impacts = block[before:], ()
            self._apply(self._events.pop(0))
        self._take_in(block, impacts)

    def _take_in(self, block: LegBlock, impacts: Sequence[Impact]) -> None:
        for start in range(0, len(block), self._most):
            self._advance(block[start:start + self._most], impacts if start == 0 else ())

    def finish(self) -> None:
        """The stream has ended: apply what is left and close the set under way."""
        while self._events:
            self._apply(self._events.pop(0))
        self._landings.finish()
        for observation in self._recogniser.finish() if self._recognises else ():
            self._weigh(observation)
        self._close()

    def _advance(self, block: LegBlock, impacts: Sequence[Impact]) -> None:
        if not len(block):
            return
        first = self._history.samples
        self._history.push(block)
        self._landings.push(block, first, impacts)
        if self._paused:
            return
        done = 0
        for observation in self._recogniser.push(block, first) if self._recognises else ():
            until = min(max(observation.at + 1 - first, done), len(block))
            self._attend(block[done:until], first + done)
            done = until
            self._weigh(observation)
        self._attend(block[done:], first + done)

    def _attend(self, block: LegBlock, first: int) -> None:
        """Let the exercise under way see its samples; where one was recognised, its end is for us to see."""
        if self._active is None or not len(block):
            return
        self._active.push(block, first)
        self._collect()
        if not self._told and self._active.is_over(first + len(block)):
            self._close()

    def _collect(self) -> None:
        if self._active is not None:
            self._sets += self._active.take_sets()
            self._balance += self._active.take_trials()

    def _weigh(self, observation: Observation) -> None:
        """See whether an observation decides which exercise is done; all before it has been attended to."""
        decision = self._recogniser.weigh(observation)
        if decision is not None:
            self._decide(decision)

    def _decide(self, decision: Decision) -> None:
        if self._told:
            self._warn_of(decision)
        elif decision.trial is not None:
            self._switch(decision.first)
            self._balance.append(decision.trial)
        elif self._active is None or self._active.exercise.id != decision.exercise:
            first, free = self._switch(decision.first)
            self._recogniser.current = decision.exercise
            self._active = self._watch(decision.exercise, first, free=free)
            earliest = max(self._active.first, self._history.oldest)
            if earliest <= decision.at:          # else all of it was a repetition of what was done before
                self._active.push(self._history.between(earliest, decision.at + 1), earliest)
                self._collect()

    def _switch(self, first: int) -> tuple[int, int]:
        """From sample `first` on another exercise was being done than the one that was taken for it.

        Returns from where it counts, and before where it must not look back.
        """
        free = first, 0
        if self._active is not None:
            self._active.withdraw(first)
            free = self._active.free_from(first)
        self._close()
        return free

    def _warn_of(self, decision: Decision) -> None:
        if self._active is not None and self._active.differs_from(self._library.get(decision.exercise)):
            seen, planned = self._library.get(decision.exercise).title, self._active.exercise.title
            self._warn(f"This looks like {seen.lower()}; the plan says {planned.lower()}.")

    def _warn(self, sentence: str) -> None:
        self.warnings = tuple(dict.fromkeys((*self.warnings, sentence)))

    def _watch(self, exercise: str, first: int, prescribed: dict[str, Any] | None = None, *,
               prompted: bool = False, done: int = 0, free: int = 0) -> Active:
        definition = self._library.get(exercise)
        if self._prescription is not None:
            prescribed = {**(self._prescription.dose_of(exercise) or {}), **(prescribed or {})} or None
        wrong_leg = self._prescription is not None and not self._prescription.includes(self._side)
        if wrong_leg:
            self._warn(f"The plan is for the other leg; the sensors are on the {self._side}.")
        task = Task(definition, prescribed, self._told, wrong_leg, prompted, max(done, self._done(exercise)))
        return Active(task, self._side, self._history, self._landings, self._rate_hz, self._start_ns,
                      first=first, free=free)

    def _done(self, exercise: str) -> int:
        """How many sets or stances of an exercise there have been."""
        names = [one.exercise for one in self._sets] + [trial.exercise for trial in self._balance]
        return names.count(exercise)

    def _close(self) -> None:
        if self._active is not None:
            self._active.finish()
            self._collect()
            self._active = None
        self._recogniser.current = None

    def _apply(self, event: SessionEvent) -> None:
        detail = event.detail
        if event.kind is EventKind.EXERCISE:
            self._begin(detail.get("id"), detail.get("prescribed"), int(detail.get("set") or 1))
        elif event.kind is EventKind.SET_END:
            self._end_set()
        elif event.kind is EventKind.PAIN:
            self._pain(int(detail.get("score", 0)))
        elif event.kind is EventKind.THERAPIST_REP and self._active is not None:
            self._active.therapist_reps += 1
        elif event.kind is EventKind.UNDO:
            self._undo(detail)
        elif event.kind is EventKind.OVERRULE:
            self._overrule(detail)
        elif event.kind is EventKind.PAUSE:
            self._paused = bool(detail.get("paused", True))
            self._before = replace(self._before, paused=True) if self._before is not None else None
            if self._active is not None:
                self._active.interrupt(self._history.samples)

    def _begin(self, exercise: str | None, prescribed: dict[str, Any] | None, number: int) -> None:
        """A person names the exercise, for set `number` of the day; null hands the choice to recognition."""
        shared = {id(one): one for one in (self._history, self._landings)}
        self._before = Before(deepcopy(self._active, shared), self._told, self._history.samples,
                              len(self._sets), len(self._balance))
        self._close()
        self._told = exercise is not None and exercise in self._library.ids
        if exercise is not None and self._told:
            self._active = self._watch(exercise, self._history.samples, prescribed, prompted=True,
                                       done=number - 1)
        elif exercise is not None:
            self._warn(f"The exercise {exercise!r} is not in the library.")

    def _begin_not(self, before: Before) -> None:
        """What was begun was meant otherwise: go on as if it had not been, with what was done meanwhile."""
        if before.sample < self._history.oldest:
            return
        self._active, self._told, self._before = before.active, before.told, None
        del self._sets[before.sets:], self._balance[before.trials:]
        if self._active is None:
            return
        self._recogniser.current = None if self._told else self._active.exercise.id
        if before.paused:
            self._active.interrupt(self._history.samples)
            return
        for first in range(before.sample, self._history.samples, self._most):
            last = min(first + self._most, self._history.samples)
            self._attend(self._history.between(first, last), first)

    def _end_set(self) -> None:
        if self._active is not None:
            self._active.end_set()
            self._collect()

    def _undo(self, detail: Any) -> None:
        """Take back what was pressed by mistake, where it is still the newest of its kind."""
        of, active = detail.get("of"), self._active
        if of == EventKind.PAIN:
            self._pain(detail.get("before"))
        elif of == EventKind.EXERCISE and self._before is not None:
            self._begin_not(self._before)
        elif of == EventKind.THERAPIST_REP and active is not None:
            active.therapist_reps = max(0, active.therapist_reps - 1)
        elif of == EventKind.SET_END and active is not None and active.reopen():
            active.hurt(self._sets.pop().pain)

    def _pain(self, score: int | None) -> None:
        if self._active is None or not self._active.hurt(score):
            self._sets[-1:] = [replace(s, pain=score) for s in self._sets[-1:]]

    def _overrule(self, detail: Any) -> None:
        number, rep = int(detail.get("set", 0)), int(detail.get("rep", 0))
        if 1 <= number <= len(self._sets):
            self._sets[number - 1] = overruled(self._sets[number - 1], rep, bool(detail.get("counted")))
