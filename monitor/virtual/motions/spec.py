"""What a virtual patient is asked to do, and how well to do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from monitor.virtual.script import Script


@dataclass(frozen=True, slots=True)
class Spec:
    """One item of a session; None means the exercise's own usual dose. Repetitions are numbered from 1.

    Attributes:
        name: a key of `monitor.virtual.motions.EXERCISES`.
        reps: repetitions; trials of a balance exercise; seconds of what is not repeated (`stand`, `walking`).
        hold_s: how long the top of each repetition is held; the duration of a balance trial.
        tempo: 2 moves twice as fast.
        form_error: made on purpose; one of `repetitions.COMMON_ERRORS` or of the exercise's own `errors`.
        form_error_reps: where; every repetition if None.
        partial_reps: attempts that are given up well before the top; not to be counted.
        pause_after: repetitions after which the patient rests and fidgets for some seconds.
    """

    name: str
    reps: int | None = None
    hold_s: float | None = None
    tempo: float = 1.0
    form_error: str | None = None
    form_error_reps: tuple[int, ...] | None = None
    partial_reps: tuple[int, ...] = ()
    pause_after: tuple[int, ...] = ()

    def error_in(self, number: int) -> str | None:
        """The form error of repetition `number`."""
        everywhere = self.form_error_reps is None
        return self.form_error if everywhere or number in (self.form_error_reps or ()) else None


class Exercise(Protocol):
    """Something that can be done: it adds moves and truth to the script."""

    def perform(self, script: Script, spec: Spec) -> None: ...
