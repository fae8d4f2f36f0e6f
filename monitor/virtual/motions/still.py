"""Keeping a posture: rest, and the balance exercises with their sway and touch-downs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from monitor.virtual.motions.impact import footfall
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import POSTURES, STANDING, Pose
from monitor.virtual.script import Script, minimum_jerk

Floats = NDArray[np.float64]

DEFAULT_STILL_S = 10
REST_S = 6.0
TOUCH_DOWN_S = 1.2


@dataclass(frozen=True, slots=True)
class Still:
    """Keep a posture for `reps` seconds."""

    posture: str = "standing"

    def perform(self, script: Script, spec: Spec) -> None:
        script.take(self.posture)
        script.go(POSTURES[self.posture], 1.0)
        script.stay(spec.reps or DEFAULT_STILL_S)


@dataclass(frozen=True, slots=True)
class Balance:
    """Stand on this leg in `pose` for `hold_s`, `reps` times; some trials have a touch-down."""

    pose: Pose
    reps: int = 3
    hold_s: float = 30.0
    touch_down_share: float = 0.4

    def perform(self, script: Script, spec: Spec) -> None:
        script.take("standing")
        trials = []
        start_s = script.now_s
        for _ in range(spec.reps or self.reps):
            script.go(STANDING, 1.0)
            script.stay(REST_S * script.vary(0.2))
            script.go(self.pose, 1.5)
            trials.append(self._trial(script, spec.hold_s or self.hold_s))
        script.go(STANDING, 1.2)
        script.truth["exercises"].append({"exercise": spec.name, "start_s": start_s, "end_s": script.now_s,
                                          "repetitions": [], "trials": trials})

    def _trial(self, script: Script, duration_s: float) -> dict[str, object]:
        start_s, touch_downs = script.now_s, []
        if duration_s > 10 and script.rng.random() < self.touch_down_share:
            script.stay(float(script.rng.uniform(0.3, 0.6)) * duration_s)
            touch_downs.append(script.now_s + TOUCH_DOWN_S / 2)
            script.stay(TOUCH_DOWN_S, touch_down)
        script.stay(duration_s - (script.now_s - start_s))
        return {"start_s": start_s, "duration_s": duration_s, "touch_downs": touch_downs}


def touch_down(t_s: Floats) -> Mapping[str, Floats]:
    """The leg tips sideways until the other foot touches the ground half-way, and comes back."""
    half_s = TOUCH_DOWN_S / 2
    tipped = minimum_jerk(t_s / half_s) * minimum_jerk((TOUCH_DOWN_S - t_s) / half_s)
    since_s = t_s - half_s
    return {"hip_abduction": -7 * tipped, "flexion": 5 * tipped,
            "shank_jolt": footfall(since_s, 0.06, 0.02), "thigh_jolt": footfall(since_s, 0.06, 0.03)}


ONE_LEG = replace(STANDING, hip_flexion=3, flexion=5, sway=0.7, tremor=0.12)
BALANCES: Mapping[str, Balance] = {
    "single_leg_stance": Balance(ONE_LEG),
    "t_stance": Balance(replace(ONE_LEG, hip_flexion=14, flexion=15, sway=0.9), hold_s=15.0),
    "bosu_balance": Balance(replace(ONE_LEG, hip_flexion=8, flexion=13, sway=1.8, tremor=0.2)),
}
