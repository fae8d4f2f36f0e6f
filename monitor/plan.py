"""The prescription in force: one text file that people read, edit and mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from monitor.dashboard.bridge import PlannedExercise
from monitor.errors import PrescriptionError
from monitor.exercises.definition import library
from monitor.exercises.prescription import Item, Prescription, parse_prescription

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class PrescriptionFile:
    """The prescription kept in a file, which need not exist yet.

    Args:
        path: the file.
        done: names the exercise of each set done so far in this session.
        today: asked for the day.
    """

    def __init__(self, path: Path, done: Callable[[], Iterable[str]] = tuple,
                 today: Callable[[], date] = date.today) -> None:
        self._path, self._done, self._day = path, done, today

    def text(self) -> str:
        """The prescription as TOML, empty where none can be read.

        A letter in another encoding than UTF-8 becomes a question mark: seen, it is mended, not written over.
        """
        try:
            return self._path.read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            return ""

    def prescription(self) -> Prescription | None:
        """What the text says; None where there is none, or it cannot be used."""
        return _usable(self.text())

    def patient(self, text: str) -> str:
        """Whose prescription `text` is: a code, empty where it has problems."""
        prescription = _usable(text)
        return prescription.patient if prescription else ""

    def check(self, text: str) -> tuple[str, ...]:
        """Every problem of `text` as a sentence with its line; empty when it can be used."""
        try:
            parse_prescription(text)
        except PrescriptionError as error:
            return error.problems
        return ()

    def asked(self, text: str) -> tuple[PlannedExercise, ...]:
        """Every exercise that `text` asks for, whatever the day; nothing where it has problems."""
        prescription = _usable(text)
        return tuple(_planned(item, 0) for item in prescription.exercise) if prescription else ()

    def save(self, text: str) -> None:
        """Make `text` the prescription, in one step."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".new")
        draft.write_text(text, encoding="utf-8")
        draft.replace(self._path)

    def today(self) -> tuple[PlannedExercise, ...]:
        """What is to be done today, in order; nothing where the text cannot be used."""
        prescription = self.prescription()
        if prescription is None:
            return ()
        day, done = WEEKDAYS[self._day().weekday()], Counter(self._done())
        return tuple(_planned(item, done[item.id]) for item in prescription.exercise if day in item.days)


@lru_cache(maxsize=2)     # the one in force, and the one being written
def _usable(text: str) -> Prescription | None:
    """The prescription, None where there is none or it is wrong; asked for again and again by the screen."""
    try:
        return parse_prescription(text) if text else None
    except PrescriptionError:
        return None


def _planned(item: Item, done: int) -> PlannedExercise:
    usual = library().get(item.id)
    reps = item.reps or usual.dose.reps or 1
    hold_s = item.hold_s if item.hold_s is not None else usual.dose.hold_s
    hold_s = hold_s or item.duration_s or usual.dose.duration_s or 0.0
    return PlannedExercise(item.id, usual.title, item.sets * item.times_per_day, reps, hold_s, done,
                           item.progression, item.cuff_kg)
