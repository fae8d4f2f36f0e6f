"""Exercises that go from one pose to another and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import POSTURES, SITTING, STANDING, SUPINE, Pose
from monitor.virtual.script import Script

SETTLE_S = 2.0
DEFAULT_STILL_S = 10


@dataclass(frozen=True, slots=True)
class Still:
    """Keep a posture for `reps` seconds."""

    posture: str = "standing"

    def perform(self, script: Script, spec: Spec) -> None:
        script.take(self.posture)
        script.go(POSTURES[self.posture], 1.0)
        script.stay(spec.reps or DEFAULT_STILL_S)


@dataclass(frozen=True, slots=True)
class Repeated:
    """From `start` to `top`, a hold there, and back to `start`.

    Attributes:
        posture: to take before, a key of `POSTURES`.
        lift_s, lower_s, rest_s: usual times to the top, back, and at the start between repetitions.
    """

    posture: str
    start: Pose
    top: Pose
    reps: int = 10
    hold_s: float = 0.0
    lift_s: float = 1.2
    lower_s: float = 1.8
    rest_s: float = 1.0

    def perform(self, script: Script, spec: Spec) -> None:
        script.take(self.posture)
        script.go(self.start, 1.2)
        script.stay(SETTLE_S)
        repetitions: list[dict[str, Any]] = []
        exercise = {"exercise": spec.name, "start_s": script.now_s, "repetitions": repetitions}
        hold_s = self.hold_s if spec.hold_s is None else spec.hold_s
        for _ in range(spec.reps or self.reps):
            repetitions.append(self._repeat(script, hold_s))
            script.stay(self.rest_s * script.vary(0.2))
        exercise["end_s"] = repetitions[-1]["end_s"]
        script.truth["exercises"].append(exercise)
        script.go(POSTURES[self.posture], 1.0)

    def _repeat(self, script: Script, hold_s: float) -> dict[str, Any]:
        start_s, size = script.now_s, script.vary(0.04)
        script.go(between(self.start, self.top, size), self.lift_s * script.vary(0.1))
        top_s = script.now_s
        if hold_s:
            script.stay(hold_s)
        lower_s = script.now_s
        script.go(self.start, self.lower_s * script.vary(0.1))
        return {"start_s": start_s, "top_s": top_s, "lower_s": lower_s, "end_s": script.now_s,
                "hold_s": hold_s, "counted": True, "form": []}


def between(start: Pose, top: Pose, part: float) -> Pose:
    """The pose a part of the way from `start` to `top`; beyond the top where `part` is over 1."""
    return Pose(*(start.array() + part * (top.array() - start.array())))


SQUAT_DOWN = replace(STANDING, hip_flexion=58, flexion=88, sway=0.4, tremor=0.15)
LEG_HANGING = replace(SITTING, hip_flexion=88, flexion=82)

REPETITIONS = {
    "squat": Repeated("standing", STANDING, SQUAT_DOWN, lift_s=1.5, lower_s=1.3),
    "sit_to_stand": Repeated("sitting", replace(SITTING, planted=1), replace(STANDING, sway=0.3),
                             lift_s=1.4, hold_s=0.8, lower_s=1.6),
    "knee_extension_seated": Repeated(
        "sitting", LEG_HANGING, replace(LEG_HANGING, hip_flexion=91, flexion=4, tremor=0.2), hold_s=1.0),
    "straight_leg_raise_supine": Repeated(
        "supine", SUPINE, replace(SUPINE, hip_flexion=32, flexion=3, sway=0.3, tremor=0.2), hold_s=3.0),
}
