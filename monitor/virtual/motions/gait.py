"""Cyclic work: walking and stairs, with an impact at every heel strike, and pedalling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from monitor.virtual.motions.impact import HEEL_PULSE_S, THIGH_PULSE_S, footfall
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import SITTING, STANDING, Pose
from monitor.virtual.script import Script, minimum_jerk

Floats = NDArray[np.float64]

RAMP_S = 1.2
DEFAULT_S = 30


@dataclass(frozen=True, slots=True)
class Cycle:
    """One way of going round and round.

    Attributes:
        base: the pose it goes on around; `posture` to take before.
        period_s: of one cycle of this leg, heel strike to heel strike.
        hip_mean, hip_swing, hip_lead: thigh angle, its swing, and by which part of a cycle it comes early.
        bends: (height in degrees, centre and width as parts of the cycle) of each bending of the knee.
        bend_mean: knee angle between them.
        heel_speed_m_s: lost by the shank at heel strike; bob_m: rise and fall of the hip.
    """

    posture: str
    base: Pose
    period_s: float
    hip_mean: float
    hip_swing: float
    hip_lead: float
    bend_mean: float
    bends: tuple[tuple[float, float, float], ...]
    heel_speed_m_s: float = 0.0
    bob_m: float = 0.0
    sideways: float = 0.0

    def perform(self, script: Script, spec: Spec) -> None:
        """Go on for `spec.reps` seconds."""
        script.take(self.posture)
        home = script.pose
        script.go(self.base, 0.6)
        start_s, duration_s = script.now_s, float(spec.reps or DEFAULT_S)
        own = self._someone(script, spec.tempo)
        script.stay(duration_s, lambda t_s: own.overlay(t_s, duration_s))
        script.truth["exercises"].append(
            {"exercise": spec.name, "start_s": start_s, "end_s": script.now_s, "period_s": own.period_s,
             "cycles": int(duration_s / own.period_s), "repetitions": []})
        script.go(home, 0.8)

    def _someone(self, script: Script, tempo: float) -> Cycle:
        bends = tuple((height * script.vary(0.08), centre, width) for height, centre, width in self.bends)
        return replace(self, period_s=self.period_s * script.vary(0.06) / tempo, bends=bends,
                       hip_swing=self.hip_swing * script.vary(0.1),
                       heel_speed_m_s=self.heel_speed_m_s * script.vary(0.2))

    def overlay(self, t_s: Floats, duration_s: float) -> Mapping[str, Floats]:
        """What the cycle adds to its base pose; heel strikes at whole cycles."""
        cycle = t_s / self.period_s
        size = minimum_jerk(t_s / RAMP_S) * minimum_jerk((duration_s - t_s) / RAMP_S)
        thigh = self.hip_mean + self.hip_swing * np.cos(2 * np.pi * (cycle + self.hip_lead))
        knee = self.bend_mean + sum(height * bump(cycle, *where) for height, *where in self.bends)
        beat_s = (cycle - np.round(cycle)) * self.period_s
        return {
            "hip_flexion": size * thigh,
            "flexion": size * knee,
            "hip_abduction": size * self.sideways * np.sin(2 * np.pi * cycle),
            "hip_y": size * self.bob_m * np.cos(4 * np.pi * (cycle - 0.30)),
            "shank_jolt": size * footfall(beat_s, self.heel_speed_m_s, HEEL_PULSE_S),
            "thigh_jolt": size * footfall(beat_s, self.heel_speed_m_s, THIGH_PULSE_S),
        }


def bump(cycle: Floats, centre: float, width: float) -> Floats:
    """A smooth peak of height 1 once a cycle."""
    return np.exp((np.cos(2 * np.pi * (cycle - centre)) - 1) / (2 * np.pi * width) ** 2)


STEPPING = replace(STANDING, planted=0, sway=0.5, tremor=0.12)
ON_SADDLE = replace(SITTING, hip_y=0.9, hip_flexion=48, flexion=70, recline=-10, sway=0.3, tremor=0.15)
CYCLES: Mapping[str, Cycle] = {
    # knee some 15 degrees in stance and 60 in swing (Winter 1991)
    "walking": Cycle("standing", STEPPING, 1.08, 4, 21, 0.07, 4, ((13, 0.14, 0.055), (56, 0.72, 0.075)),
                     heel_speed_m_s=0.25, bob_m=0.018, sideways=2.5),
    "stair_climbing": Cycle("standing", STEPPING, 1.35, 26, 27, 0.05, 6, ((56, 0.04, 0.11), (78, 0.76, 0.09)),
                            heel_speed_m_s=0.2, bob_m=0.03, sideways=3.0),
    "stationary_bike": Cycle("sitting", ON_SADDLE, 0.86, 10, 21, 0.0, -86, ((124, 0.0, 0.24),)),
}
