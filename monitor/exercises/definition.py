"""What an exercise is: the validated form of `library.toml`. Adding an exercise needs no Python.

Angles are degrees of the named signal, times seconds. An exercise's `kind` says who watches it:

- repetition: a movement away from rest and back, seen in one signal (`phases`);
- transition: a change between two postures, such as sitting and standing (`transition`);
- landing: a jump or hop, seen by free fall and impact;
- balance: standing still;
- isometric: a press that hardly moves (`phases` in tenths of degrees, and tremor);
- timed: walking, cycling, stairs: cadence and minutes (`cadence`).
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from monitor.exercises.toml_text import parse

Positive = Annotated[float, Field(gt=0, le=3600, strict=True)]
Count = Annotated[int, Field(ge=1, le=500, strict=True)]
Interval = tuple[float, float]


class Kind(StrEnum):
    REPETITION = "repetition"
    TRANSITION = "transition"
    LANDING = "landing"
    BALANCE = "balance"
    ISOMETRIC = "isometric"
    TIMED = "timed"


class SignalName(StrEnum):
    FLEXION = "flexion_deg"
    THIGH_TILT = "thigh_tilt_deg"
    SHANK_TILT = "shank_tilt_deg"
    THIGH_ELEVATION = "thigh_elevation_deg"
    TREMOR = "tremor_db"


class PostureName(StrEnum):
    STANDING = "standing"
    SITTING = "sitting"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LEG_UP = "side_leg_up"
    SIDE_LEG_DOWN = "side_leg_down"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Dose(Strict):
    """The usual dose: `reps` repetitions of `hold_s`, or `duration_s` of balance or walking, `sets` times."""

    sets: Count = 1
    reps: Count | None = None
    hold_s: float = Field(default=0.0, ge=0, le=600)
    duration_s: Positive | None = None
    times_per_day: int = Field(default=1, ge=1, le=10)
    rest_s: float = Field(default=30.0, ge=0, le=600)


class Phases(Strict):
    """How a repetition shows in its primary signal.

    Attributes:
        direction: whether the movement raises or lowers the signal.
        start_deg: excursion from rest at which an attempt begins; above the unrest of a resting leg.
        least_deg: range below which the attempt is too small to count.
        own_share: and the share of the person's own usual range that it must reach.
        target_deg: range of a full movement; between least and target it counts as incomplete range.
        return_share: share of the way that may be left when the movement is over.
        shortest_s, longest_s: duration outside which it is a twitch, or a change of posture.
        hold_share: share of the range above which the position counts as held.
        least_rise_cm: how far the thigh must rise where it hardly tilts (a heel raise); then that is timed.
        half_cm: where a repetition is two movements, one up and one down again (a step), the height between.
    """

    signal: SignalName
    direction: str = Field(pattern="^(up|down)$")
    start_deg: Positive
    least_deg: Positive
    target_deg: Positive
    own_share: float = Field(default=0.4, ge=0, lt=1)
    return_share: float = Field(default=0.3, gt=0, lt=1)
    shortest_s: Positive = 0.5
    longest_s: Positive = 30.0
    hold_share: float = Field(default=0.85, gt=0.5, lt=1)
    least_rise_cm: Positive | None = None
    half_cm: Positive | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.start_deg <= self.least_deg <= self.target_deg:
            raise ValueError("start_deg, least_deg and target_deg must not decrease")
        if self.shortest_s >= self.longest_s:
            raise ValueError("shortest_s must be less than longest_s")
        return self


class Transition(Strict):
    """A change from one posture to another: thigh and shank tilt at both ends, each kept for `dwell_s`."""

    from_thigh_deg: Interval
    from_shank_deg: Interval
    to_thigh_deg: Interval
    to_shank_deg: Interval
    from_dwell_s: Positive
    to_dwell_s: Positive
    longest_s: Positive
    alone_s: Positive


class Cadence(Strict):
    """Cyclic work: the signal swings by at least `least_deg`, once every `period_s`."""

    signal: SignalName
    least_deg: Positive
    period_s: Interval


class FormRule(Strict):
    """One comment on a repetition: a measure of it lies `over` or `under` a limit.

    `measure` is a name that `monitor.exercises.measures` computes.
    """

    id: str = Field(pattern="^[a-z_]+$")
    measure: str
    over: float | None = None
    under: float | None = None
    cue: str = Field(min_length=3, max_length=60)

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        from monitor.exercises.measures import MEASURES
        if self.measure not in MEASURES:
            raise ValueError(f"measure {self.measure!r} is not one of {', '.join(sorted(MEASURES))}")
        if (self.over is None) == (self.under is None):
            raise ValueError("needs exactly one of over and under")
        return self


class Exercise(Strict):
    """One row of the programme; `signature` says where the measures of its repetitions lie."""

    id: str = Field(pattern="^[a-z][a-z_]*$")
    title: str = Field(min_length=3, max_length=60)
    kind: Kind
    setup: str
    movement: str
    watch: str = ""
    cue: str = Field(min_length=3, max_length=60)
    posture: tuple[PostureName, ...] = Field(min_length=1)
    dose: Dose
    phases: Phases | None = None
    transition: Transition | None = None
    cadence: Cadence | None = None
    form: tuple[FormRule, ...] = ()
    progressions: tuple[str, ...] = ()
    experimental: bool = False
    signature: dict[str, Interval] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        from monitor.exercises.measures import FEATURES
        needs = {Kind.REPETITION: "phases", Kind.ISOMETRIC: "phases", Kind.TRANSITION: "transition",
                 Kind.TIMED: "cadence"}.get(self.kind)
        if needs is not None and getattr(self, needs) is None:
            raise ValueError(f"kind {self.kind} needs a table [exercise.{needs}]")
        unknown = sorted(set(self.signature) - FEATURES)
        if unknown:
            raise ValueError(f"signature: {unknown[0]!r} is not one of {', '.join(sorted(FEATURES))}")
        return self


class Library(Strict):
    exercise: tuple[Exercise, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _unique(self) -> Self:
        ids = [e.id for e in self.exercise]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"exercise {twice[0]!r} is defined twice")
        return self

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(e.id for e in self.exercise)

    @property
    def progressions(self) -> tuple[str, ...]:
        """What can make an exercise harder; a plan may ask for any of it with any exercise."""
        return tuple(sorted({name for e in self.exercise for name in e.progressions}))

    def get(self, exercise_id: str) -> Exercise:
        """The exercise of that id; raises `KeyError`."""
        return _by_id(self)[exercise_id]


def parse_library(text: str) -> Library:
    """Read a library's text; raises `PrescriptionError` naming line and field."""
    return parse(text, Library, "exercise library")


@cache
def library() -> Library:
    """The exercises that come with the program."""
    return parse_library(files(__package__).joinpath("library.toml").read_text("utf-8"))


def _by_id(of: Library) -> dict[str, Exercise]:
    return {e.id: e for e in of.exercise}
