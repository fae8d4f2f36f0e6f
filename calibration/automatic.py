"""Calibration without a guide: which rest in a recording was the straight leg, and what movement tells.

A rest is taken for the straight leg when the fitted hinge explains the movement, the knee only flexes from
it, and the thigh stands on the knee: the thigh sensor, seen from the knee's centre, is then straight up.
Sitting also has the hinge level and the knee at one end of its range; only the last test tells.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from calibration.assemble import assemble, bending_positively, too_little_movement
from calibration.hinge_axis import HingeFit, fit_hinge, moving, relative_rotation
from calibration.joint_centre import JointCentre, fit_joint_centre
from calibration.model import Calibration, CalibrationError, CalibrationReason, Motion, Variant
from calibration.rotation import dot, length, unit
from calibration.still_pose import StillPose, still_poses

MOST_CANDIDATES = 4
LEAST_REST_S = 1.0
SAME_POSE_DEG = 10.0
MOST_HYPEREXTENSION_DEG = 20.0
THIGH_LEVER_M = (0.03, 0.6)    # a thigh sensor nearer to or further from the knee is a bad fit
STANDING_COSINE = 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rest that may have been the straight leg, with the hinge that it implies."""

    pose: StillPose
    fit: HingeFit
    thigh_upright: float | None   # cosine between "up" and knee-to-thigh-sensor; None where it cannot be told

    @property
    def penalty(self) -> float:
        """Lower is likelier: an unexplained movement, a thigh that was not upright, a short rest."""
        upright = 0.5 if self.thigh_upright is None else self.thigh_upright
        rested = min(self.pose.duration_s, 5.0) / 5.0
        return self.fit.cost + 4.0 * (1.0 - upright) + 0.5 * self.pose.unrest - rested


def calibrate_automatically(motion: Motion) -> Calibration:
    """The best calibration that this stretch of both sensors gives.

    Raises:
        CalibrationError: no rest, too little movement, or nothing that fits a knee.
    """
    if not motion.usable.any():
        raise CalibrationError(CalibrationReason.SENSOR_MISSING,
                               "One of the sensors sent nothing; switch both on and start again.")
    rows = moving(motion)
    poses = _distinct(still_poses(motion, LEAST_REST_S))
    if not poses:
        raise CalibrationError(CalibrationReason.NO_STILL_POSE,
                               "There is no moment of rest; stand still with the knee straight for five "
                               "seconds.", "still")
    if rows.sum() < motion.rate_hz:
        raise too_little_movement()
    candidates = [c for pose in poses if (c := _candidate(motion, pose, rows)) is not None]
    if not candidates:
        raise CalibrationError(CalibrationReason.NO_STILL_POSE,
                               "The leg was never straight at rest; stand still with the knee straight for "
                               "five seconds.", "still")
    best = min(candidates, key=lambda candidate: candidate.penalty)
    return assemble(motion, best.pose, rows, _variant(best), "automatic", best.fit)


def _distinct(poses: list[StillPose]) -> list[StillPose]:
    """The calmest long rest of each kind of pose, the most rested kinds first."""
    kinds: list[list[StillPose]] = []
    for pose in poses:
        for kind in kinds:
            if _alike(pose, kind[0]):
                kind.append(pose)
                break
        else:
            kinds.append([pose])
    kinds.sort(key=lambda kind: -sum(pose.duration_s for pose in kind))
    return [max(kind, key=lambda pose: min(pose.duration_s, 5.0) / 5.0 - pose.unrest)
            for kind in kinds[:MOST_CANDIDATES]]


def _alike(a: StillPose, b: StillPose) -> bool:
    nearest = min(float(dot(a.thigh_up, b.thigh_up)), float(dot(a.shank_up, b.shank_up)))
    return nearest > float(np.cos(np.radians(SAME_POSE_DEG)))


def _candidate(motion: Motion, pose: StillPose, rows: NDArray[np.bool_]) -> Candidate | None:
    fit = bending_positively(fit_hinge(motion, pose.thigh_up, pose.shank_up, rows), motion, pose, rows)
    still = (motion.t_s >= pose.from_s) & (motion.t_s <= pose.to_s)
    behind = np.degrees(fit.angle_rad[rows] - float(np.median(fit.angle_rad[still])))
    if float(np.percentile(behind, 5)) < -MOST_HYPEREXTENSION_DEG:
        return None
    centre = fit_joint_centre(motion, relative_rotation(motion, fit.offset_rad), rows)
    return Candidate(pose, fit, _upright(centre, pose))


def _upright(centre: JointCentre | None, pose: StillPose) -> float | None:
    if centre is None:
        return None
    lever = float(length(centre.thigh_m))
    near, far = THIGH_LEVER_M
    if not near < lever < far or float(length(centre.thigh_sigma_m)) > 0.5 * lever:
        return None
    return float(dot(unit(centre.thigh_m), pose.thigh_up))


def _variant(candidate: Candidate) -> Variant:
    upright = candidate.thigh_upright
    return Variant.LYING if upright is not None and abs(upright) < STANDING_COSINE / 2 else Variant.STANDING
