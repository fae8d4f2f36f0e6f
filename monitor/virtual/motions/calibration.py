"""The guided calibration movement, about 30 seconds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitor.virtual.motions.programme import LEG_FREE, SQUAT_DOWN
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import POSTURES, SUPINE, Pose
from monitor.virtual.script import Script

STILL_S = 6.0
SWINGS, BENDS = 3, 4


@dataclass(frozen=True, slots=True)
class Calibration:
    """Keep still with the leg straight, swing it straight three times, bend the knee four times, rest.

    Attributes:
        posture: of the still pose; `variant` is its name in the session's events.
        free: how the leg hangs or lies for the swings, between `forward` and `backward`.
        bent: the end of each bending of the knee.
    """

    variant: str
    posture: str
    free: Pose
    forward: Pose
    backward: Pose
    bent: Pose

    def perform(self, script: Script, spec: Spec) -> None:
        script.take(self.posture)
        home = POSTURES[self.posture]
        script.go(home, 0.5)
        start_s = script.now_s
        script.stay(STILL_S)
        script.go(self.free, 0.6)
        for _ in range(SWINGS):
            script.go(self.forward, 0.8 * script.vary(0.1))
            script.go(self.backward, 0.9 * script.vary(0.1))
        script.go(self.free, 0.6)
        script.go(home, 0.8)
        bends_s = script.now_s
        for _ in range(spec.reps or BENDS):
            script.go(self.bent, 1.7 * script.vary(0.1))
            script.go(home, 1.6 * script.vary(0.1))
        script.stay(2.0)
        script.truth["calibrations"].append(
            {"variant": self.variant, "start_s": start_s, "still_end_s": start_s + STILL_S,
             "bends_start_s": bends_s, "end_s": script.now_s})


RAISED = replace(SUPINE, hip_flexion=38, flexion=2, sway=0.2)
CALIBRATIONS = {
    "calibration": Calibration(
        "standing", "standing", LEG_FREE, replace(LEG_FREE, hip_flexion=32, flexion=2),
        replace(LEG_FREE, hip_flexion=-16, flexion=2), SQUAT_DOWN),
    "calibration_lying": Calibration(
        "lying", "supine", SUPINE, RAISED, replace(SUPINE, hip_flexion=3, flexion=2),
        replace(SUPINE, hip_flexion=45, flexion=92, sway=0.2)),
}
