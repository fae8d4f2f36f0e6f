"""Is each sensor where it says it is? Judged only where the housing declares how it is worn.

The marks on the housing: +y towards the hip; the thigh sensor on the outer side with +z away from the skin,
the shank sensor on the front with +z forward. Any mounting works once calibrated, so nothing here is asked of
a sensor that declares nothing.
"""

from __future__ import annotations

import numpy as np

from calibration.model import Calibration, CalibrationError, CalibrationReason, Variant
from calibration.rotation import Floats
from calibration.still_pose import StillPose

UPSIDE_DOWN_COSINE = -0.5     # the arrow points more than 120 degrees away from the hip
ALONG_COSINE = 0.7            # an axis within 45 degrees of a mark


def check_upright(pose: StillPose, variant: Variant) -> None:
    """Refuse a sensor whose arrow points to the foot; raises `CalibrationError`. Only standing can tell."""
    if variant is not Variant.STANDING:
        return
    for name, up in (("thigh", pose.thigh_up), ("shank", pose.shank_up)):
        if float(up[1]) < UPSIDE_DOWN_COSINE:
            raise CalibrationError(
                CalibrationReason.UPSIDE_DOWN,
                f"The {name} sensor is upside-down; turn it so that its arrow points to the hip, then start "
                "again.", "still")


def in_seat(pose: StillPose) -> bool:
    """Whether the thigh was level over an upright shank."""
    return abs(float(pose.thigh_up[1])) < ALONG_COSINE < abs(float(pose.shank_up[1]))


def check_worn(calibration: Calibration, right_leg: bool) -> None:
    """Refuse sensors that are swapped or on the other leg; raises `CalibrationError`."""
    thigh, shank = np.asarray(calibration.thigh.hinge), np.asarray(calibration.shank.hinge)
    if _along(thigh, 0) and _along(shank, 2):
        raise CalibrationError(
            CalibrationReason.SWAPPED,
            "The thigh and the shank sensor are swapped; put the one marked T on the thigh and the one "
            "marked S just below the kneecap, then start again.", "still")
    outward = -float(thigh[2]) if right_leg else float(thigh[2])
    if _along(thigh, 2) and outward < 0.0:
        leg, other = ("right", "left") if right_leg else ("left", "right")
        raise CalibrationError(
            CalibrationReason.WRONG_LEG,
            f"The sensors seem to be on the {other} leg; wear them on the {leg} leg with the thigh sensor on "
            "its outer side, or choose the other leg, then start again.", "still")


def _along(axis: Floats, mark: int) -> bool:
    return abs(float(axis[mark])) > ALONG_COSINE
