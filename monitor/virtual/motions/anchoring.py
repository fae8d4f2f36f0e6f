"""Putting the weight of a pose on the foot, or taking it off, without moving the leg."""

from __future__ import annotations

from dataclasses import asdict, replace

import numpy as np

from monitor.virtual.leg import knee_centre, orientations
from monitor.virtual.pose import SHANK_M, Pose
from monitor.virtual.quaternions import rotate

_BELOW = np.array([[0.0], [-1.0], [0.0]])


def foot_down(pose: Pose) -> Pose:
    """The same leg carried by its foot, which is where the hip put it."""
    fields = {name: np.array([value]) for name, value in asdict(pose).items()}
    thigh, shank = orientations(fields, 0.0)
    ankle = knee_centre(fields, thigh, shank) + SHANK_M * rotate(shank, _BELOW)
    return replace(pose, planted=1.0, foot_x=float(ankle[0, 0]), foot_y=float(ankle[1, 0]),
                   foot_z=float(ankle[2, 0]))
