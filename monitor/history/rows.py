"""What the index holds, as plain values: nothing here knows of a database."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.history.change import Trend

# Of all quantities those that people ask for: of repetitions, of landings, of balance.
CHIEF = ("counted", "peak_deg", "flexion_max_deg", "hold_s", "pain", "height_m", "peak_resultant_g",
         "sway_rms")


@dataclass(frozen=True, slots=True)
class Session:
    """One recording in the index; `problem` says why there are no results of it, if so."""

    recording: str
    patient: str
    side: str
    start_ns: int
    duration_s: float
    version: str
    problem: str


@dataclass(frozen=True, slots=True)
class DoneSet:
    """One set of a session that began at `start_ns`, over `end_s` later; counted repetitions."""

    recording: str
    start_ns: int
    exercise: str
    side: str
    attempted: int
    counted: int
    pain: int | None
    end_s: float


@dataclass(frozen=True, slots=True)
class Pain:
    """A score of 0 to 10; `asked` is "set", "hour" (after the session) or "morning" (of the next day)."""

    recording: str
    asked: str
    score: int
    t_ns: int


@dataclass(frozen=True, slots=True)
class Course:
    """How a quantity of an exercise went over the sessions of one leg."""

    side: str
    exercise: str
    name: str
    trend: Trend


@dataclass(frozen=True, slots=True)
class Symmetry:
    """A quantity of an exercise on the left leg in percent of the right, and one standard deviation of it."""

    exercise: str
    name: str
    percent: float
    sigma: float


@dataclass(frozen=True, slots=True)
class Weeks:
    """All that is known of one patient, each oldest first."""

    sessions: tuple[Session, ...] = ()
    sets: tuple[DoneSet, ...] = ()
    pains: tuple[Pain, ...] = ()
    courses: tuple[Course, ...] = ()
