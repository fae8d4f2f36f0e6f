"""A prescription: a TOML text that a therapist can read, edit and mail."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from monitor.errors import PrescriptionError
from monitor.exercises.definition import Count, Exercise, Kind, Library, Positive, Strict
from monitor.exercises.definition import library as shipped
from monitor.exercises.pain import PainLimits
from monitor.exercises.toml_text import line_numbers, line_of, parse, sentence_at
from monitor.values import Side

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_FEW = 20                    # names that can be read in a sentence
_LIFT_AND_LOWER_S = 2.0      # the quickest a repetition can be done, without its hold


class Tempo(Strict):
    """Seconds for lifting and lowering; either may be left out."""

    lift_s: Positive | None = None
    lower_s: Positive | None = None


class Item(Strict):
    """One exercise of the plan; what is left out is the library's usual dose."""

    id: str
    sets: Count = 1
    reps: Count | None = None
    hold_s: float | None = Field(default=None, ge=0, le=600, strict=True)
    duration_s: Positive | None = None
    set_limit_s: Positive | None = None
    rest_s: float | None = Field(default=None, ge=0, le=600, strict=True)
    tempo: Tempo = Tempo()
    progression: tuple[str, ...] = ()
    cuff_kg: float = Field(default=0.0, ge=0, le=20, strict=True)
    days: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    times_per_day: int = Field(default=1, ge=1, le=10, strict=True)
    note: str = Field(default="", max_length=500)

    @field_validator("id")
    @classmethod
    def _known(cls, name: str, given: ValidationInfo) -> str:
        known = _library(given).ids
        if name not in known:
            raise ValueError(f"{name!r} is not an exercise{_meant(name, known)}")
        return name

    @field_validator("progression")
    @classmethod
    def _progressions(cls, names: tuple[str, ...], given: ValidationInfo) -> tuple[str, ...]:
        known = _library(given).progressions
        for name in names:
            if name not in known:
                raise ValueError(f"{name!r} is not a progression{_meant(name, known)}")
        return names

    @model_validator(mode="after")
    def _possible(self, given: ValidationInfo) -> Item:
        limit = min(self.set_limit_s or math.inf, self.duration_s or math.inf)
        hold_s, moving_s = self.hold_s or 0.0, (self.tempo.lift_s or 0.0) + (self.tempo.lower_s or 0.0)
        needed = (self.reps or 1) * (hold_s + (moving_s or _LIFT_AND_LOWER_S))
        if hold_s >= limit:
            raise ValueError(f"hold_s: a hold of {hold_s:g} s is longer than the set of {limit:g} s")
        if self.reps and needed > limit:
            raise ValueError(f"reps: {self.reps} repetitions need {needed:g} s, the set has {limit:g} s")
        if not self.days:
            raise ValueError("days: no day is named")
        contradiction = _contradiction(self, _library(given).get(self.id))
        if contradiction:
            raise ValueError(contradiction)
        return self


class Prescription(Strict):
    """The whole plan. `side` is the leg that exercises; `both` may be asked for either.

    Without `starts` it begins with the first session.
    """

    patient: str = Field(max_length=40)
    side: Literal["left", "right", "both"]
    weeks: int = Field(default=6, ge=1, le=52, strict=True)
    starts: date | None = Field(default=None, strict=True)
    note: str = Field(default="", max_length=2000)
    pain: PainLimits = PainLimits()
    exercise: tuple[Item, ...] = Field(min_length=1, max_length=100)

    @field_validator("patient")
    @classmethod
    def _code(cls, code: str) -> str:
        if not re.fullmatch(r"[\w.-]+", code):
            raise ValueError("write the patient's code, not a name: letters, digits, dots, hyphens and "
                             "underscores, such as 'P-014'")
        return code

    def includes(self, side: Side) -> bool:
        return self.side in ("both", str(side))

    def item(self, exercise: str) -> Item | None:
        """What is prescribed of an exercise, None when nothing is."""
        return next((i for i in self.exercise if i.id == exercise), None)

    def dose_of(self, exercise: str) -> dict[str, Any] | None:
        """The prescribed dose as it stands in a set's result; None when the exercise is not in the plan."""
        item = self.item(exercise)
        if item is None:
            return None
        dose = {"sets": item.sets, "reps": item.reps, "hold_s": item.hold_s, "duration_s": item.duration_s,
                "rest_s": item.rest_s, "lift_s": item.tempo.lift_s, "lower_s": item.tempo.lower_s}
        return {name: value for name, value in dose.items() if value is not None}


def parse_prescription(text: str, library: Library | None = None) -> Prescription:
    """Read a prescription; raises `PrescriptionError` naming line and field of everything that is wrong."""
    library = library if library is not None else shipped()
    prescription = parse(text, Prescription, "prescription", library)
    lines, ids = line_numbers(text), [item.id for item in prescription.exercise]
    twice = [number for number, name in enumerate(ids) if name in ids[:number]]
    if twice:
        raise PrescriptionError(tuple(sentence_at(
            line_of(lines, ("exercise", number, "id")), "prescription", f"exercise {number + 1}, id",
            f"{ids[number]!r} is in the plan twice; give it one entry with more sets") for number in twice))
    return prescription


def _library(given: ValidationInfo) -> Library:
    """The exercises that a plan may name."""
    return given.context if isinstance(given.context, Library) else shipped()


def _meant(written: str, names: Sequence[str]) -> str:
    near = get_close_matches(written, names, n=1)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; there is {', '.join(names)}" if len(names) < _FEW else ""


def _contradiction(item: Item, exercise: Exercise) -> str:
    """How the plan contradicts what the exercise is; empty when it does not."""
    if exercise.kind in (Kind.BALANCE, Kind.TIMED) and item.reps is not None:
        return f"reps: {item.id} is done for a time; give duration_s instead"
    if exercise.kind in (Kind.LANDING, Kind.TIMED) and item.hold_s:
        return f"hold_s: {item.id} has no hold"
    if exercise.phases is not None and item.hold_s and item.hold_s >= exercise.phases.longest_s:
        return f"hold_s: {item.id} can be watched up to {exercise.phases.longest_s:g} s a repetition"
    return ""
