"""How one leg can be held: named postures and the way from one to the other."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

THIGH_M = 0.42
SHANK_M = 0.40
ANKLE_HEIGHT_M = 0.08
STANDING_HIP_M = ANKLE_HEIGHT_M + SHANK_M + THIGH_M
BED_M = 0.50


@dataclass(frozen=True, slots=True)
class Pose:
    """The leg at one instant, described for a right leg; a left leg is its mirror image.

    Angles are degrees, lengths metres in the world: x where the standing patient faces, y up, z to the right.

    Attributes:
        recline, roll, heading: the body: 90 lies on the back; then about its long axis, 90 turns the right
            side up and 180 lies on the stomach; about the vertical.
        hip_flexion, hip_abduction, hip_rotation: of the thigh against the body; forward, outward, inward +.
        flexion: of the knee.
        hip_x, hip_y: where the hip is while the foot carries nothing.
        foot_x, foot_y, foot_z: where the ankle is while the foot is planted.
        planted: 1 while the ankle stays and the hip follows, 0 while the hip stays and the foot follows.
        thigh_strap, shank_strap: how far the straps are turned round the limb by hand, in degrees.
        shank_jolt, thigh_jolt: vertical shift of the bone that an impact adds, in metres.
        sway: size of the slow unsteadiness of the joints, in degrees.
        tremor: root mean square of the thigh muscles' vibration, in m/s^2.
    """

    recline: float = 0.0
    roll: float = 0.0
    heading: float = 0.0
    hip_flexion: float = 0.0
    hip_abduction: float = 0.0
    hip_rotation: float = 0.0
    flexion: float = 0.0
    hip_x: float = 0.0
    hip_y: float = STANDING_HIP_M
    foot_x: float = 0.0
    foot_y: float = ANKLE_HEIGHT_M
    foot_z: float = 0.0
    planted: float = 1.0
    thigh_strap: float = 0.0
    shank_strap: float = 0.0
    shank_jolt: float = 0.0
    thigh_jolt: float = 0.0
    sway: float = 0.2
    tremor: float = 0.03

    def array(self) -> NDArray[np.float64]:
        """The attributes as one row, in their order."""
        return np.array(astuple(self))


COLUMN = {f.name: i for i, f in enumerate(fields(Pose))}

STANDING = Pose()
SITTING = Pose(hip_flexion=90, flexion=90, hip_x=-THIGH_M, hip_y=BED_M, planted=0, sway=0.05, tremor=0.02)
SUPINE = Pose(recline=90, hip_x=-1.0, hip_y=BED_M + 0.1, planted=0, sway=0.03, tremor=0.015)
POSTURES = {
    "standing": STANDING,
    "sitting": SITTING,
    "supine": SUPINE,
    "side_leg_up": replace(SUPINE, roll=90),
    "prone": replace(SUPINE, roll=180),
}
WAY_UP = {"sitting": "standing", "supine": "sitting", "side_leg_up": "supine", "prone": "supine"}
TRANSITION_S = {"sitting": 1.8, "supine": 3.0, "side_leg_up": 2.4, "prone": 3.2}


def way(start: str, end: str) -> list[str]:
    """The postures passed from `start` (left out) to `end`, such as standing, sitting, supine."""
    up, down = [start], [end]
    while up[-1] in WAY_UP:
        up.append(WAY_UP[up[-1]])
    while down[-1] in WAY_UP:
        down.append(WAY_UP[down[-1]])
    while len(up) > 1 and len(down) > 1 and up[-2] == down[-2]:
        up.pop()
        down.pop()
    return up[1:] + down[-2::-1]
