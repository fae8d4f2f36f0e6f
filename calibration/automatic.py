"""Calibration without a guide: which rest in a recording was the straight leg, and what movement tells.

A rest is taken for the straight leg when the knee only flexes from it, and when the movement is likely for a
leg whose bones point then where they do in standing, or in lying on the back. Sitting also has the hinge
level and the knee at one end of its range; only the last test tells, and that nobody steps or jumps on level
thighs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from calibration.assemble import (
    MOST_HYPEREXTENSION_DEG,
    assemble,
    bending_positively,
    straightest_deg,
    too_little_movement,
)
from calibration.hinge_axis import HingeFit, implausibility, moving, possible_hinges
from calibration.model import (
    Calibration,
    CalibrationError,
    CalibrationReason,
    Motion,
    Variant,
    bone_direction,
)
from calibration.rotation import conjugate, dot, length, rotate
from calibration.still_pose import StillPose, still_poses

GRAVITY_M_S2 = 9.81
MOST_CANDIDATES = 6
LEAST_REST_S, FULL_REST_S = 1.0, 5.0
SAME_POSE_DEG = 10.0
STRAIGHTEST_SIGMA_DEG = 10.0   # from the straight pose to where a movement comes back to
REST_WEIGHT = 4.0
LYING_PENALTY = 2.0            # of lying against standing, as explanations of one rest;
LYING_RATHER_PENALTY = 10.0    # of lying against another rest, standing: the better zero where there is one
JOLT_M_S2, LEAST_JOLTS_S = 4.0, 1.0    # of feet that meet the ground, and how much of it tells
LEVEL_THIGH_PENALTY = 20.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rest that may have been the straight leg, with the hinge that it implies.

    `penalty` is lower for a likelier one: what is unlikely about the movement, a knee that never came back to
    that pose, a short or unquiet rest.
    """

    pose: StillPose
    fit: HingeFit
    variant: Variant
    penalty: float


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
    likeliest = [min(of_pose, key=lambda one: one.penalty) for pose in poses
                 if (of_pose := list(_candidates(motion, pose, rows)))]
    if not likeliest:
        raise CalibrationError(CalibrationReason.NO_STILL_POSE,
                               "The leg was never straight at rest; stand still with the knee straight for "
                               "five seconds.", "still")
    best = min(likeliest, key=lambda one: one.penalty + LYING_RATHER_PENALTY * (one.variant is Variant.LYING))
    return assemble(motion, best.pose, rows, best.variant, "automatic", best.fit)


def _distinct(poses: list[StillPose]) -> list[StillPose]:
    """The first full rest of each kind of pose, the kinds with the longest rest first.

    People stand still before they begin; later rests are shorter, and less straight.
    """
    kinds: list[list[StillPose]] = []
    for pose in poses:
        for kind in kinds:
            if _alike(pose, kind[0]):
                kind.append(pose)
                break
        else:
            kinds.append([pose])
    kinds.sort(key=lambda kind: -_longest_s(kind))
    return [next(pose for pose in kind if pose.duration_s >= min(FULL_REST_S, _longest_s(kind)))
            for kind in kinds[:MOST_CANDIDATES]]


def _longest_s(kind: list[StillPose]) -> float:
    return max(pose.duration_s for pose in kind)


def _alike(a: StillPose, b: StillPose) -> bool:
    nearest = min(float(dot(a.thigh_up, b.thigh_up)), float(dot(a.shank_up, b.shank_up)))
    return nearest > float(np.cos(np.radians(SAME_POSE_DEG)))


def _candidates(motion: Motion, pose: StillPose, rows: NDArray[np.bool_]) -> Iterator[Candidate]:
    rested = min(pose.duration_s / FULL_REST_S, 1.0)
    for hinge in possible_hinges(motion, pose.thigh_up, pose.shank_up, rows):
        fit = bending_positively(hinge, motion, pose, rows)
        straightest = straightest_deg(fit, motion, pose, rows)
        if straightest < -MOST_HYPEREXTENSION_DEG:
            continue
        usual = 0.5 * (straightest / STRAIGHTEST_SIGMA_DEG) ** 2 + 0.5 * pose.unrest - REST_WEIGHT * rested
        for variant in Variant:
            unlikely = implausibility(motion, fit, pose.thigh_up, pose.shank_up, rows, variant)
            unlikely += LEVEL_THIGH_PENALTY * steps_on_level_thighs(motion, fit, pose, variant)
            lying = LYING_PENALTY if variant is Variant.LYING else 0.0
            yield Candidate(pose, fit, variant, unlikely + usual + lying)


def steps_on_level_thighs(motion: Motion, fit: HingeFit, pose: StillPose, variant: Variant) -> float:
    """How level the thigh is while feet meet the ground: 0 upright, or nothing to tell by; 1 level."""
    jolts = np.maximum(*(np.abs(length(acc) - GRAVITY_M_S2) for acc in (motion.thigh_acc, motion.shank_acc)))
    stepping = motion.usable & (jolts > JOLT_M_S2)
    if stepping.sum() < LEAST_JOLTS_S * motion.rate_hz:
        return 0.0
    up = rotate(conjugate(motion.thigh_quat[stepping]), np.array((0.0, 0.0, 1.0)))
    upright = float(dot(up, bone_direction(fit.thigh, pose.thigh_up, variant)).mean())
    return 1.0 - max(upright, 0.0)
