"""Pain on a scale of 0 to 10: limits, what to do, when to ask again. The therapist decides."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field, model_validator

from monitor.exercises.definition import Strict

FOLLOW_UP_S = 3600.0
NEXT_MORNING_H = 8


class PainLimits(Strict):
    """A therapist's limits: above `stop_above` an exercise ends; `ideal_below` is what to aim at.

    `follow_up` and `next_morning` ask again after an hour and the next morning, for pain should settle within
    the hour and be no worse the next day.
    """

    stop_above: int = Field(default=3, ge=0, le=10)
    ideal_below: int = Field(default=2, ge=0, le=10)
    follow_up: bool = True
    next_morning: bool = True

    @model_validator(mode="after")
    def _ordered(self) -> PainLimits:
        if self.ideal_below > self.stop_above:
            raise ValueError(f"ideal_below ({self.ideal_below}) is above stop_above ({self.stop_above})")
        return self


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question to be asked later, with the dose that it is about."""

    ask_at_ns: int
    question: str
    counted_reps: int
    sets: int


def advice(score: int, limits: PainLimits) -> str:
    """What to say to a pain score; empty when it is within the limits."""
    if score <= limits.stop_above:
        return ""
    return (f"Pain {score} is above the limit of {limits.stop_above}: stop this exercise and ask your "
            "therapist before you go on.")


def follow_ups(limits: PainLimits, *, ended_ns: int, next_morning_ns: int, counted_reps: int,
               sets: int) -> tuple[FollowUp, ...]:
    """The questions that a session leaves open."""
    asked = []
    if limits.follow_up:
        asked.append(FollowUp(ended_ns + int(FOLLOW_UP_S * 1e9), "An hour after the exercises: is your knee "
                              "back to usual? How much does it hurt, 0 to 10?", counted_reps, sets))
    if limits.next_morning:
        asked.append(FollowUp(next_morning_ns, "This morning: how much does your knee hurt, 0 to 10? Is it "
                              "worse than before the exercises?", counted_reps, sets))
    return tuple(asked)
