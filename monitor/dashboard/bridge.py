"""What the screens ask of the rest of the program: all they know of it, and all of it instant.

The dashboard pulls immutable values; nothing here may block, so no widget ever waits for a radio or a file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from monitor.dashboard.recorded import Library, NoLibrary
from monitor.errors import RecordingError, RecordingReason
from monitor.history.adherence import ProgrammeDay
from monitor.history.follow_up import Dose, Question
from monitor.history.rows import Course
from monitor.snapshot import Snapshot
from monitor.values import EventKind


class Monitor(Protocol):
    """A running session, live or replayed; every method returns at once and may be called from the GUI."""

    def snapshot(self) -> Snapshot:
        """The newest moment of the session."""
        ...

    def send(self, kind: EventKind, detail: Mapping[str, Any]) -> None:
        """Put what a person did into the session (and its recording)."""
        ...

    def command(self, name: str, **arguments: Any) -> None:
        """Ask the links or the program for something that is no event of the session.

        Names: `scan`; `identify` (`placement`); `set_role` (`placement`, `to`): worn elsewhere from now on;
        `undo_role`: the places before the last `set_role`; `reconnect`; `record` (`on`); `begin` (`patient`,
        `side`): a new session with a recording of its own.
        """
        ...


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """One line of today's prescription; `harder` names what makes it so, `cuff_kg` the weight of a cuff."""

    exercise: str
    title: str
    sets: int
    reps: int
    hold_s: float
    sets_done: int = 0
    harder: tuple[str, ...] = ()
    cuff_kg: float = 0.0


class Plan(Protocol):
    """The prescription's text and what it asks for today."""

    def text(self) -> str:
        """The prescription as TOML, empty where there is none."""
        ...

    def patient(self, text: str) -> str:
        """Whose prescription `text` is: a code, empty where it has problems."""
        ...

    def check(self, text: str) -> tuple[str, ...]:
        """Every problem of `text` as a sentence with its line; empty when it can be used."""
        ...

    def asked(self, text: str) -> tuple[PlannedExercise, ...]:
        """Every exercise that `text` asks for, whatever the day; nothing where it has problems."""
        ...

    def save(self, text: str) -> None:
        """Make `text` (already checked) the prescription."""
        ...

    def today(self) -> tuple[PlannedExercise, ...]:
        """What is to be done today, in order."""
        ...


class Diary(Protocol):
    """The weeks of the patient in front of the sensors. To ask once a second is often enough."""

    def questions(self) -> tuple[Question, ...]:
        """How much it hurt an hour after the exercises, or the next morning: what to ask now."""
        ...

    def doses(self) -> tuple[Dose, ...]:
        """What was done in each session, and how much it hurt; oldest first."""
        ...

    def answer(self, question: Question, score: int) -> None:
        """Keep a score of 0 to 10 with the dose it is about; raises `RecordingError`."""
        ...

    def day(self) -> ProgrammeDay | None:
        """Which day of the programme it is, such as 9 of 42; None where that is not known."""
        ...

    def courses(self) -> tuple[Course, ...]:
        """Repetitions, peaks, holds and pain of each exercise over the finished sessions."""
        ...


class NoPlan:
    """No prescription, where nobody gave one; any text is kept for as long as the window lives."""

    def __init__(self) -> None:
        self._text = ""

    def text(self) -> str:
        return self._text

    def patient(self, text: str) -> str:  # noqa: ARG002
        return ""

    def check(self, text: str) -> tuple[str, ...]:
        try:
            tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            return (str(error),)
        return ()

    def asked(self, text: str) -> tuple[PlannedExercise, ...]:  # noqa: ARG002
        return ()

    def save(self, text: str) -> None:
        self._text = text

    def today(self) -> tuple[PlannedExercise, ...]:
        return ()


class NoDiary:
    """Nothing is known of earlier sessions."""

    def questions(self) -> tuple[Question, ...]:
        return ()

    def doses(self) -> tuple[Dose, ...]:
        return ()

    def answer(self, question: Question, score: int) -> None:  # noqa: ARG002
        raise RecordingError(RecordingReason.NOT_FOUND, f"There is no recording {question.recording}.")

    def day(self) -> ProgrammeDay | None:
        return None

    def courses(self) -> tuple[Course, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies beside the running session: the recordings, the prescription and the patient's weeks."""

    library: Library = field(default_factory=NoLibrary)
    plan: Plan = field(default_factory=NoPlan)
    diary: Diary = field(default_factory=NoDiary)
