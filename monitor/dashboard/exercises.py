"""An exercise's title and signal by its id, for the screens; unknown ids are spelt out."""

from __future__ import annotations

from functools import cache

from monitor.exercises.definition import Exercise, library

FLEXION = "flexion_deg"


@cache
def _exercise(identifier: str) -> Exercise | None:
    return library().get(identifier) if identifier in library().ids else None


def title(identifier: str) -> str:
    """The exercise's name for people."""
    known = _exercise(identifier)
    return known.title if known else identifier.replace("_", " ").capitalize()


def signal_name(identifier: str) -> str:
    """The name of the signal in which its repetitions show."""
    known = _exercise(identifier)
    return str(known.phases.signal) if known and known.phases else FLEXION
