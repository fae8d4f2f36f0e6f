"""Calibration without a guide: which rest in a recording was the straight leg, and what movement tells.

A rest is taken for the straight leg when the knee only flexes from it, and when the movement is likely for a
leg whose bones point then where they do in standing, or in lying on the back. Sitting also has the hinge
level and the knee at one end of its range, and so has lying on the front; the same movement, explained from
there, then puts the knee's centre where it rather is. With a thigh that never moves even that is silent, and
no zero is better than one that is 85 degrees wrong, unless the sensors declare how they are worn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from calibration.assemble import (
    LEAST_RANGE_DEG,
    MOST_HYPEREXTENSION_DEG,
    assemble,
    bending_positively,
    range_deg,
    straightest_deg,
    too_little_movement,
)
from calibration.fit_checks import marked_straight
from calibration.hinge_axis import HingeFit, implausibility, knee_centre, moving, possible_hinges
from calibration.joint_centre import CentreEquations
from calibration.model import (
    Calibration,
    CalibrationError,
    CalibrationReason,
    Motion,
    Variant,
    leaning_back,
)
from calibration.rotation import dot
from calibration.still_pose import StillPose, still_poses

MOST_CANDIDATES = 6
SHORT_REST_S, LEAST_REST_S, FULL_REST_S = 0.5, 1.0, 5.0
SAME_POSE_DEG = 10.0
STRAIGHTEST_SIGMA_DEG = 10.0   # from the straight pose to where a movement comes back to
REST_WEIGHT = 4.0
LYING_PENALTY = 2.0            # of lying against standing, as explanations of one rest;
LYING_RATHER_PENALTY = 10.0    # of lying against another rest, standing: the better zero where there is one
# How far thigh and shank lean back from upright, in degrees: with the leg straight, and in other rests, with
# whether the knee is bent there, and how much rarer that is as the only rest in which somebody is seen.
STRAIGHT_POSES = {Variant.STANDING: 0.0, Variant.LYING: 90.0}
OTHER_POSES = ((90.0, 0.0, True, 0.0),            # in a seat
               (135.0, 40.0, True, 0.0),          # on the back, with the heel drawn up
               (-90.0, -90.0, False, 2.0),        # on the front
               (-90.0, 180.0, True, 2.0))         # on the front, with the heel up
LEAST_TOLD = 1.0               # logarithm of how much likelier a straight leg must be than another rest


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rest that may have been the straight leg, with the hinge that it implies.

    `penalty` is lower for a likelier one: what is unlikely about the movement, a knee that never came back to
    that pose, a short or unquiet rest. `otherwise` is the logarithm of how much likelier the same movement is
    for a person who rested in one of the other poses; around 0 nothing tells.
    """

    pose: StillPose
    fit: HingeFit
    variant: Variant
    penalty: float
    otherwise: float

    @property
    def rather_not(self) -> float:
        """The penalty against other rests."""
        return self.penalty + LYING_RATHER_PENALTY * (self.variant is Variant.LYING)


def calibrate_automatically(motion: Motion, *, declared: bool = False) -> Calibration:
    """The best calibration that this stretch of both sensors gives.

    Args:
        motion: all there is.
        declared: whether the sensors' axes tell how they are worn, and so which rest was in a seat.

    Raises:
        CalibrationError: no rest, too little movement, or nothing that fits a knee.
    """
    if not motion.usable.any():
        raise CalibrationError(CalibrationReason.SENSOR_MISSING,
                               "One of the sensors sent nothing; switch both on and start again.")
    rows = moving(motion)
    if not still_poses(motion, LEAST_REST_S):
        raise CalibrationError(CalibrationReason.NO_STILL_POSE,
                               "There is no moment of rest; stand still with the knee straight for five "
                               "seconds.", "still")
    if rows.sum() < motion.rate_hz:
        raise too_little_movement()
    best = _straight(motion, rows, declared)
    return assemble(motion, best.pose, rows, best.variant, "automatic", best.fit)


def _straight(motion: Motion, rows: NDArray[np.bool_], declared: bool) -> Candidate:
    """The rest that most likely was the straight leg; a short one only where no other was."""
    for least_s in (LEAST_REST_S, SHORT_REST_S):
        poses = _distinct(still_poses(motion, least_s))
        explained = [list(_explanations(motion, pose, rows)) for pose in poses]
        if declared:
            explained = [[one for one in of_pose if _marked_straight(one)] for of_pose in explained]
        found = [min(of_pose, key=lambda one: one.penalty) for of_pose in explained if of_pose]
        told = [one for one in found if one.otherwise < (LEAST_TOLD if declared else -LEAST_TOLD)]
        if told:
            return min(told, key=lambda one: one.rather_not)
    if found and all(range_deg(one.fit, rows) < LEAST_RANGE_DEG for one in found):
        raise too_little_movement()
    if not declared and any(one.otherwise < LEAST_TOLD for one in found):
        raise CalibrationError(CalibrationReason.NO_STILL_POSE,
                               "The thigh hardly moved, so standing cannot be told from sitting; stand still "
                               "for five seconds, then bend the knees a few times.", "still")
    raise CalibrationError(CalibrationReason.NO_STILL_POSE,
                           "The leg was never straight at rest; stand still with the knee straight for five "
                           "seconds.", "still")


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


def _explanations(motion: Motion, pose: StillPose, rows: NDArray[np.bool_]) -> Iterator[Candidate]:
    """A rest as the straight leg, with each hinge and variant behind which the knee did not go far."""
    fits = [bending_positively(hinge, motion, pose, rows)
            for hinge in possible_hinges(motion, pose.thigh_up, pose.shank_up, rows)]
    centres = [knee_centre(motion, fit, rows) for fit in fits]
    other = min(_unlikely(fit.turned() if bent else fit, told, pose, *tilts_deg) + rare
                for fit, told in zip(fits, centres, strict=True) for *tilts_deg, bent, rare in OTHER_POSES)
    rested = min(pose.duration_s / FULL_REST_S, 1.0)
    for fit, told in zip(fits, centres, strict=True):
        straightest = straightest_deg(fit, motion, pose, rows)
        if straightest < -MOST_HYPEREXTENSION_DEG:
            continue
        usual = 0.5 * (straightest / STRAIGHTEST_SIGMA_DEG) ** 2 + 0.5 * pose.unrest - REST_WEIGHT * rested
        for variant, tilt_deg in STRAIGHT_POSES.items():
            unlikely = _unlikely(fit, told, pose, tilt_deg, tilt_deg)
            lying = LYING_PENALTY if variant is Variant.LYING else 0.0
            yield Candidate(pose, fit, variant, unlikely + usual + lying, unlikely - other)


def _marked_straight(one: Candidate) -> bool:
    return marked_straight(one.pose, one.fit.thigh, one.fit.shank, STRAIGHT_POSES[one.variant])


def _unlikely(fit: HingeFit, told: CentreEquations | None, pose: StillPose, thigh_deg: float,
              shank_deg: float) -> float:
    """What is unlikely about the movement, if each bone leant back so far from upright in that rest."""
    return implausibility(fit, told, leaning_back(pose.thigh_up, fit.thigh, thigh_deg),
                          leaning_back(pose.shank_up, fit.shank, shank_deg))
