"""Is each sensor where it says it is? Judged only where the housing declares how it is worn.

The marks on the housing: +y towards the hip; the thigh sensor on the outer side with +z away from the skin,
the shank sensor on the front with +z forward. Any mounting works once calibrated, so nothing here is asked of
a sensor that declares nothing.
"""

from __future__ import annotations

import numpy as np

from calibration.model import Calibration, CalibrationError, CalibrationReason, Variant
from calibration.rotation import Floats, cross, perpendicular
from calibration.still_pose import StillPose

UPSIDE_DOWN_COSINE = -0.5     # the arrow points more than 120 degrees away from the hip
ALONG_COSINE = 0.7            # an axis within 45 degrees of a mark
MOST_MARKED_FLEXION_DEG, MOST_MARKED_TILT_DEG = 40.0, 45.0    # sensors are strapped on by eye


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


def marked_straight(pose: StillPose, thigh_hinge: Floats, shank_hinge: Floats, tilt_deg: float) -> bool:
    """Whether by the arrows both bones leant back by about `tilt_deg` and the knee was about straight.

    Either way up, for an automatic calibration serves sensors that are upside-down too. Hinges as fitted.
    """
    thigh, shank = _lean_deg(pose.thigh_up, thigh_hinge), _lean_deg(pose.shank_up, shank_hinge)
    return (_half_turn_apart(thigh, shank) < MOST_MARKED_FLEXION_DEG
            and max(_half_turn_apart(lean, tilt_deg) for lean in (thigh, shank)) < MOST_MARKED_TILT_DEG)


def _lean_deg(up: Floats, hinge: Floats) -> float:
    """How far the arrow leans back from upright, seen along the hinge."""
    up = perpendicular(up, hinge)
    return float(np.degrees(np.arctan2(cross(up, hinge)[1], up[1])))


def _half_turn_apart(a_deg: float, b_deg: float) -> float:
    """0 to 90 degrees between two lines at these angles."""
    return abs((a_deg - b_deg + 90.0) % 180.0 - 90.0)


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
