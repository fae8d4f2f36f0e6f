"""Exercises that go from one pose to another and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import numpy as np

from monitor.virtual.motions.impact import HEEL_PULSE_S, THIGH_PULSE_S, footfall
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import POSTURES, Pose
from monitor.virtual.script import Floats, Overlay, Script, minimum_jerk, shifted

SETTLE_S = 2.0
PAUSE_S = 5.0
PARTIAL_SIZE = 0.25        # of the way to the top
INCOMPLETE_SIZE = 0.55
HASTY_LOWERING_S = 0.45
SHORT_HOLD_SHARE = 0.4
SHAKING_DEG, SHAKING_HZ = 3.0, 2.7

COMMON_ERRORS = ("incomplete_range", "too_fast", "short_hold", "unsteady")   # any exercise can be done so


@dataclass(frozen=True, slots=True)
class Stage:
    """A pose passed at rest on the way; the foot may come down at its end, losing `contact_m_s`."""

    pose: Pose
    seconds: float
    contact_m_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Repeated:
    """From `start` to `top`, a hold there, and back to `start`.

    Attributes:
        posture: to take before, a key of `POSTURES`.
        lift_s, lower_s, rest_s: usual times to the top, back, and at the start between repetitions.
        via: stages on the way up, and down again in the opposite order.
        errors: what the form errors of this exercise add to the top, beside those of every exercise
            (`COMMON_ERRORS`).
    """

    posture: str
    start: Pose
    top: Pose
    reps: int = 10
    hold_s: float = 0.0
    lift_s: float = 1.2
    lower_s: float = 1.9
    rest_s: float = 1.0
    via: tuple[Stage, ...] = ()
    errors: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def perform(self, script: Script, spec: Spec) -> None:
        """Raises `ValueError` for a form error that this exercise does not have."""
        if spec.form_error not in (None, *COMMON_ERRORS, *self.errors):
            raise ValueError(f"{spec.name} has no form error {spec.form_error!r}")
        script.take(self.posture)
        script.go(self.start, 1.5)
        script.stay(SETTLE_S)
        repetitions: list[dict[str, Any]] = []
        exercise = {"exercise": spec.name, "start_s": script.now_s, "repetitions": repetitions}
        for number in range(1, (spec.reps or self.reps) + 1):
            repetitions.append(self._repeat(script, spec, number))
            script.stay(self.rest_s * script.vary(0.25))
            if number in spec.pause_after:
                fidget(script)
        exercise["end_s"] = repetitions[-1]["end_s"]
        script.truth["exercises"].append(exercise)
        script.go(POSTURES[self.posture], 1.5)

    def _repeat(self, script: Script, spec: Spec, number: int) -> dict[str, Any]:
        error, partial = spec.error_in(number), number in spec.partial_reps
        hold_s = 0.0 if partial else self._hold_s(spec, error)
        start_s = script.now_s
        landed_m_s = 0.0
        for stage in self.via:
            seconds = stage.seconds * script.vary(0.1) / spec.tempo
            script.go(stage.pose, seconds, contacts(landed_m_s, stage.contact_m_s, seconds))
            landed_m_s = stage.contact_m_s
        seconds = self.lift_s * script.vary(0.1) / spec.tempo
        script.go(self._top(script, error, partial), seconds, contacts(landed_m_s, 0.0, seconds))
        top_s = script.now_s
        if hold_s:
            script.stay(hold_s, unsteady(hold_s) if error == "unsteady" else None)
        lower_s = script.now_s
        self._lower(script, spec, error)
        return {"start_s": start_s, "top_s": top_s, "lower_s": lower_s, "end_s": script.now_s,
                "hold_s": hold_s, "counted": not partial, "form": [error] if error and not partial else []}

    def _hold_s(self, spec: Spec, error: str | None) -> float:
        hold_s = self.hold_s if spec.hold_s is None else spec.hold_s
        return hold_s * (SHORT_HOLD_SHARE if error == "short_hold" else 1.0)

    def _top(self, script: Script, error: str | None, partial: bool) -> Pose:
        foot = self.via[-1].pose if self.via else self.start
        size = script.vary(0.04) * (PARTIAL_SIZE if partial else 1.0)
        if error == "incomplete_range":
            size *= INCOMPLETE_SIZE
        size = min(size, straight_at(foot, self.top))
        return shifted(between(foot, self.top, size), **self.errors.get(error or "", {}))

    def _lower(self, script: Script, spec: Spec, error: str | None) -> None:
        lower_s = HASTY_LOWERING_S if error == "too_fast" else self.lower_s / spec.tempo
        stops = [*self.via[::-1], Stage(self.start, 0.0)]
        script.go(stops[0].pose, lower_s * script.vary(0.1))
        for left, reached in pairwise(stops):
            script.go(reached.pose, left.seconds * script.vary(0.1) / spec.tempo)


def contacts(before_m_s: float, after_m_s: float, duration_s: float) -> Overlay | None:
    """The jolts of a foot that came down when a move began, and of one that comes down when it ends."""
    if not before_m_s and not after_m_s:
        return None

    def overlay(t_s: Floats) -> dict[str, Floats]:
        return {jolt: footfall(t_s, before_m_s, pulse_s) + footfall(t_s - duration_s, after_m_s, pulse_s)
                for jolt, pulse_s in (("shank_jolt", HEEL_PULSE_S), ("thigh_jolt", THIGH_PULSE_S))}

    return overlay


def unsteady(hold_s: float) -> Overlay:
    """A hold in which the leg shakes."""
    def overlay(t_s: Floats) -> dict[str, Floats]:
        size = minimum_jerk(t_s / 0.3) * minimum_jerk((hold_s - t_s) / 0.3)
        shaking = size * SHAKING_DEG * np.sin(2 * np.pi * SHAKING_HZ * t_s)
        return {"hip_flexion": shaking, "hip_abduction": 0.6 * shaking}

    return overlay


def between(start: Pose, top: Pose, part: float) -> Pose:
    """The pose a part of the way from `start` to `top`; beyond the top where `part` is over 1.

    The anchor goes all the way at any part: a foot is planted or it is not.
    """
    pose = Pose(*(start.array() + part * (top.array() - start.array())))
    return replace(pose, planted=top.planted)


def straight_at(start: Pose, top: Pose) -> float:
    """The part of the way from `start` to `top` at which the knee is straight; no knee goes on."""
    straightens = start.flexion > top.flexion
    return start.flexion / (start.flexion - top.flexion) if straightens else float("inf")


def fidget(script: Script) -> None:
    """A rest in mid-set: small shifts of the limb that are no exercise."""
    home = script.pose
    for _ in range(2):
        shift = {name: float(size * script.rng.standard_normal())
                 for name, size in (("hip_flexion", 2.0), ("flexion", 3.0), ("hip_abduction", 1.5))}
        script.go(shifted(home, **shift), 0.9)
        script.go(home, 0.9)
        script.stay(PAUSE_S / 2 * script.vary(0.2))
