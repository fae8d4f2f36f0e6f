"""Pain on a scale of 0 to 10: limits, what to do, when to ask again. The therapist decides."""

from __future__ import annotations

from pydantic import Field, model_validator

from monitor.exercises.definition import Strict

FOLLOW_UP_S = 3600.0
NEXT_MORNING_H = 8


class PainLimits(Strict):
    """A therapist's limits: above `stop_above` an exercise ends; from `ideal_below` on it is made easier.

    Published advice for runner's knee is to stay under 2 where possible; `ideal_below` switches it on.
    `follow_up` and `next_morning` ask again after an hour and the next morning, for pain should settle within
    the hour and be no worse the next day.
    """

    stop_above: int = Field(default=3, ge=0, le=10, strict=True)
    ideal_below: int | None = Field(default=None, ge=1, le=10, strict=True)
    follow_up: bool = Field(default=True, strict=True)
    next_morning: bool = Field(default=True, strict=True)

    @model_validator(mode="after")
    def _ordered(self) -> PainLimits:
        if self.ideal_below is not None and self.ideal_below > self.stop_above:
            raise ValueError(f"ideal_below: {self.ideal_below} is above stop_above ({self.stop_above})")
        return self


def advice(score: int, limits: PainLimits) -> str:
    """What to say to a pain score; empty when it is within the limits."""
    if too_much(score, limits):
        limit = limits.stop_above
        return f"Stop this exercise and ask your therapist: pain {score} is above the limit of {limit}."
    if limits.ideal_below is not None and score >= limits.ideal_below:
        ideal = limits.ideal_below
        return f"Make it easier where you can: pain {score}, and the plan aims at less than {ideal}."
    return ""


def too_much(score: int, limits: PainLimits) -> bool:
    """Whether the exercise is to be stopped."""
    return score > limits.stop_above
