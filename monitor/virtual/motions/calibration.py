"""The guided calibration movement, about 30 seconds."""

from __future__ import annotations

from dataclasses import replace

from monitor.virtual.motions.repetitions import SQUAT_DOWN
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import STANDING
from monitor.virtual.script import Script

STILL_S = 6.0
SWINGS, SQUATS = 3, 4
LEG_FREE = replace(STANDING, planted=0, hip_y=STANDING.hip_y + 0.03, sway=0.4)   # weight on the other leg
FORWARD = replace(LEG_FREE, hip_flexion=32, flexion=2)
BACKWARD = replace(LEG_FREE, hip_flexion=-16, flexion=2)


class Calibration:
    """Stand still, swing the straight leg three times, squat slowly four times, stand."""

    def perform(self, script: Script, spec: Spec) -> None:
        script.take("standing")
        script.go(STANDING, 0.5)
        start_s = script.now_s
        script.stay(STILL_S)
        script.go(LEG_FREE, 0.6)
        for _ in range(SWINGS):
            script.go(FORWARD, 0.7 * script.vary(0.1))
            script.go(BACKWARD, 0.9 * script.vary(0.1))
        script.go(LEG_FREE, 0.6)
        script.go(STANDING, 0.8)
        squats_s = script.now_s
        for _ in range(spec.reps or SQUATS):
            script.go(SQUAT_DOWN, 1.7 * script.vary(0.1))
            script.go(STANDING, 1.6 * script.vary(0.1))
        script.stay(2.0)
        script.truth["calibrations"].append(
            {"variant": "standing", "start_s": start_s, "still_end_s": start_s + STILL_S,
             "squats_start_s": squats_s, "end_s": script.now_s})
