"""An exercise's title and signal by its id, for the screens; unknown ids are spelt out."""

from __future__ import annotations

from functools import cache

from monitor.dashboard.text.languages import core
from monitor.exercises.definition import Exercise, Kind, library
from monitor.exercises.why import reasons
from monitor.results import ExerciseSet

FLEXION = "flexion_deg"


@cache
def _exercise(identifier: str) -> Exercise | None:
    return library().get(identifier) if identifier in library().ids else None


def title(identifier: str) -> str:
    """The exercise's name for people."""
    known = _exercise(identifier)
    return core(known.title) if known else identifier.replace("_", " ").capitalize()


def all_titles() -> list[tuple[str, str]]:
    """(title, id) of every exercise there is, by title."""
    return sorted((title(identifier), identifier) for identifier in library().ids)


def lands(identifier: str) -> bool:
    """Whether the exercise is one of hops."""
    known = _exercise(identifier)
    return known is not None and known.kind is Kind.LANDING


def signal_name(identifier: str) -> str:
    """The name of the signal in which its repetitions show."""
    known = _exercise(identifier)
    return str(known.phases.signal) if known and known.phases else FLEXION


def lowers(identifier: str) -> bool:
    """Whether its movement lowers that signal."""
    known = _exercise(identifier)
    return known is not None and known.phases is not None and known.phases.direction == "down"


def explanation(of: ExerciseSet, place: int) -> str:
    """The rule that decided a repetition, with its limits; empty where it is not known."""
    known = _exercise(of.exercise)
    return "\n".join(map(core, reasons(known, of, place + 1))) if known else ""
