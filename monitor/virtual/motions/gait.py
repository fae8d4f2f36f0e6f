"""Walking: cyclic hip and knee, with a small impact at every heel strike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from monitor.virtual.motions.impact import footfall
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import STANDING
from monitor.virtual.script import Script, minimum_jerk

Floats = NDArray[np.float64]

RAMP_S = 1.2
DEFAULT_WALK_S = 30
STEPPING = replace(STANDING, planted=0, sway=0.5, tremor=0.12)


@dataclass(frozen=True, slots=True)
class Stride:
    """A person's own way of walking; stride time in seconds, angles in degrees, heel speed in m/s."""

    stride_s: float
    hip_swing: float
    stance_bend: float
    swing_bend: float
    heel_speed_m_s: float
    duration_s: float

    def overlay(self, t_s: Floats) -> Mapping[str, Floats]:
        """Knee: 15 degrees in stance, 60 in swing (Winter 1991); heel strikes at whole strides."""
        cycle = t_s / self.stride_s
        size = minimum_jerk(t_s / RAMP_S) * minimum_jerk((self.duration_s - t_s) / RAMP_S)
        knee = 4 + self.stance_bend * bump(cycle, 0.14, 0.055) + self.swing_bend * bump(cycle, 0.72, 0.075)
        beat_s = (cycle - np.round(cycle)) * self.stride_s
        return {
            "hip_flexion": size * (4 + self.hip_swing * np.cos(2 * np.pi * (cycle + 0.07))),
            "flexion": size * knee,
            "hip_abduction": size * 2.5 * np.sin(2 * np.pi * cycle),
            "hip_y": size * 0.018 * np.cos(4 * np.pi * (cycle - 0.30)),
            "shank_jolt": size * footfall(beat_s, self.heel_speed_m_s, 0.018),
            "thigh_jolt": size * footfall(beat_s, self.heel_speed_m_s, 0.034),
        }


def bump(cycle: Floats, centre: float, width: float) -> Floats:
    """A smooth peak of height 1 once a cycle."""
    return np.exp((np.cos(2 * np.pi * (cycle - centre)) - 1) / (2 * np.pi * width) ** 2)


class Walking:
    """Walk for `reps` seconds."""

    def perform(self, script: Script, spec: Spec) -> None:
        script.take("standing")
        script.go(STEPPING, 0.4)
        start_s, duration_s = script.now_s, float(spec.reps or DEFAULT_WALK_S)
        stride = Stride(1.08 * script.vary(0.06), 21 * script.vary(0.1), 13 * script.vary(0.2),
                        56 * script.vary(0.07), 0.3 * script.vary(0.2), duration_s)
        script.stay(duration_s, stride.overlay)
        script.truth["exercises"].append(
            {"exercise": spec.name, "start_s": start_s, "end_s": script.now_s, "stride_s": stride.stride_s,
             "steps": int(2 * duration_s / stride.stride_s), "repetitions": []})
        script.go(STANDING, 0.5)
