"""Attempts gathered into sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from monitor.exercises.repetitions import LOST, Attempt
from monitor.exercises.rhythm import Rhythm, parted
from monitor.results import ExerciseSet, Repetition
from monitor.values import Side

# What is no attempt at the exercise at all: it neither opens nor prolongs a set.
OTHER = frozenset({"other_movement", "too_long", "too_short"})
SET_GAP_S = 25.0       # without an attempt, and the set is over; longer than any rest between two repetitions
LEFT = "left_the_chair"
PART_GAP_S, PART_RATIO = 12.0, 3.0     # from one repetition to the next, and the next begins another set


@dataclass(slots=True)
class OpenSet:
    """The set under way."""

    exercise: str
    side: Side
    prescribed: dict[str, Any] | None = None
    attempts: list[Attempt] = field(default_factory=list)
    pain: int | None = None

    def take(self, attempt: Attempt) -> None:
        if attempt.amends:
            self.attempts[-1:] = [attempt] if self.attempts else []      # else its set is over
        elif self.attempts or attempt.repetition.rule not in OTHER:
            self.attempts.append(attempt)

    def part(self, least: int, asked: int) -> OpenSet | None:
        """Cut off, and return, what came before a pause after which `least` repetitions have been counted.

        Where all the rises that were `asked` had been done, standing and then sitting about is pause enough.
        """
        counted, starts_s = self._counted, [a.repetition.start_s for a in self.attempts]
        if not (parted([starts_s[number] for number in counted], newest=least, least_s=PART_GAP_S,
                       ratio=PART_RATIO) or self._was_done_before(least, asked)):
            return None
        before, after = counted[-least - 1], counted[-least]
        cut = max(range(before, after), key=lambda number: starts_s[number + 1] - starts_s[number]) + 1
        earlier = replace(self, attempts=self.attempts[:cut])
        self.attempts, self.pain = self.attempts[cut:], None
        return earlier

    def _was_done_before(self, newest: int, asked: int) -> bool:
        reps = self._counted_repetitions
        done = reps[:-newest]
        if not 1 < asked <= len(done) <= asked + 1:         # with one more to leave the chair
            return False
        *stands, stood_s = [rep.hold_s for rep in done]
        *seats, sat_s = seats_s(reps[:len(done) + 1])
        return Rhythm(stands).is_broken_by(stood_s) and Rhythm(seats).is_broken_by(sat_s)

    def disown_first(self) -> None:
        """Count no first rise after which the person stood about, and then sat about.

        Only the rhythm of those that follow, of four of them at least, can tell.
        """
        reps = self._counted_repetitions
        sat_s = seats_s(reps)
        stands, seats = Rhythm([rep.hold_s for rep in reps[1:]]), Rhythm(sat_s[1:])
        if seats.known and stands.is_broken_by(reps[0].hold_s) and seats.is_broken_by(sat_s[0]):
            self._disown(self._counted[0])

    def disown_more(self, asked: int) -> None:
        """Count no rise beyond those `asked` that stands apart from them, before the first or after the last.

        When ten are done one leaves the chair, though the eleventh follows as quickly as the others, and
        stays up; or the seat between it and the ten is longer than those within.
        """
        for more in (2, 1):
            reps = self._counted_repetitions
            if asked > 1 and asked < len(reps) <= asked + more:
                self._disown_an_end(reps)

    def _disown_an_end(self, reps: list[Repetition]) -> None:
        first, last = self._counted[0], self._counted[-1]
        *stands, stood_s = [rep.hold_s for rep in reps]
        *within, longest_s = sorted(seats := seats_s(reps))
        if not self.attempts[last].amends or Rhythm(stands).is_broken_by(stood_s):
            self._disown(last)
        elif longest_s in (seats[0], seats[-1]) and Rhythm(within).is_broken_by(longest_s):
            self._disown(first if longest_s == seats[0] else last)

    @property
    def _counted(self) -> list[int]:
        """Numbers of the attempts that count."""
        return [number for number, a in enumerate(self.attempts) if a.repetition.counted]

    @property
    def _counted_repetitions(self) -> list[Repetition]:
        return [self.attempts[number].repetition for number in self._counted]

    def _disown(self, number: int) -> None:
        self.attempts[number] = self.attempts[number].not_counted(LEFT)

    @property
    def repetitions(self) -> tuple[Repetition, ...]:
        return tuple(a.repetition for a in self.attempts)

    @property
    def counted(self) -> int:
        return sum(a.repetition.counted for a in self.attempts)

    def last_sample(self) -> int | None:
        """Where the last real attempt ended."""
        real = (a.last for a in reversed(self.attempts) if a.repetition.rule not in OTHER)
        return next(real, None)

    def last_counted(self) -> int | None:
        """Where the last repetition ended that counts."""
        return next((a.last for a in reversed(self.attempts) if a.repetition.counted), None)

    def closed(self, notes: tuple[str, ...] = ()) -> ExerciseSet | None:
        """The finished set, without what came before or after its real attempts; None when there was none."""
        reps = list(self.repetitions)
        while reps and (reps[-1].rule in OTHER or (self.counted and reps[-1].rule == "wrong_posture")):
            reps.pop()                                                       # on the way from the end
        while self.counted and reps[0].rule in ("wrong_posture", *LOST):     # on the way to the start
            reps.pop(0)
        if not reps:
            return None
        return ExerciseSet(self.exercise, self.side, reps[0].start_s, reps[-1].end_s, tuple(reps),
                           self.prescribed, self.pain, notes)


def seats_s(reps: Sequence[Repetition]) -> list[float]:
    """How long the person sat between each repetition and the next."""
    return [after.start_s - before.end_s for before, after in pairwise(reps)]


def overruled(of: ExerciseSet, rep: int, counted: bool) -> ExerciseSet:
    """The set as the therapist sees repetition `rep` (from 1); unchanged when there is no such repetition."""
    if not 1 <= rep <= len(of.reps):
        return of
    changed = replace(of.reps[rep - 1], counted=counted, rule="overruled")
    return replace(of, reps=(*of.reps[:rep - 1], changed, *of.reps[rep:]))
