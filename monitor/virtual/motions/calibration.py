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
    still_s: float = STILL_S

    def perform(self, script: Script, spec: Spec) -> None:
        self.keep_still(script)
        start_s = script.now_s - self.still_s
        self.swing(script)
        bends_s = script.now_s
        self.bend(script, spec.reps)
        self.note(script, start_s, bends_s)

    def keep_still(self, script: Script) -> None:
        """Take the posture and rest in it."""
        script.take(self.posture)
        script.go(POSTURES[self.posture], 0.5)
        script.stay(self.still_s)

    def swing(self, script: Script) -> None:
        """Swing the straight leg."""
        script.go(self.free, 0.6)
        for _ in range(SWINGS):
            script.go(self.forward, 0.8 * script.vary(0.1))
            script.go(self.backward, 0.9 * script.vary(0.1))
        script.go(self.free, 0.6)
        script.go(POSTURES[self.posture], 0.8)

    def bend(self, script: Script, times: int | None) -> None:
        """Bend the knee again and again, then rest."""
        for _ in range(times or BENDS):
            script.go(self.bent, 1.7 * script.vary(0.1))
            script.go(POSTURES[self.posture], 1.6 * script.vary(0.1))
        script.stay(2.0)

    def note(self, script: Script, start_s: float, bends_s: float) -> None:
        """Write down that the script ends with a calibration."""
        script.truth["calibrations"].append(
            {"variant": self.variant, "start_s": start_s, "still_end_s": start_s + self.still_s,
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
