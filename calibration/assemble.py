"""A still pose and a movement become a calibration, or a sentence that says why not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from calibration.hinge_axis import (
    HingeFit,
    fit_hinge,
    line_deg,
    quiet_segments,
    refine_hinge,
)
from calibration.model import (
    Calibration,
    CalibrationError,
    CalibrationReason,
    Motion,
    Quality,
    SegmentFit,
    Variant,
    Vector,
)
from calibration.rotation import Floats, wrap
from calibration.still_pose import StillPose

LEAST_RANGE_DEG = 25.0
LEAST_MOVING_S = 1.0
MOST_DISAGREEMENT_DEG = 20.0
MOST_RESIDUAL_DEG = 25.0
MOST_DIAGONAL_DEG = 15.0
MOST_HYPEREXTENSION_DEG = 20.0
BENDING_PART = 0.5        # of the fastest bending: slower than that, the leg swings as a whole
QUIET_SIGMA_DEG = 20.0    # of the axis of a shank that hardly turns, as while getting up from a chair
# A straight leg that was asked for repeats within some tenths of a degree; one that was only found may be a
# degree bent, and on a level leg, on the back or held up in a seat, some. Five seconds tell it, each second
# less costs.
ZERO_SIGMA_DEG = {"guided": 0.25, "automatic": 1.0}
LEVEL_ZERO_SIGMA_DEG = 3.0
ZERO_REST_S = 5.0


def assemble(motion: Motion, pose: StillPose, rows: NDArray[np.bool_], variant: Variant, source: str,
             fit: HingeFit | None = None) -> Calibration:
    """The calibration from a still pose and the moving rows of a motion.

    Args:
        motion: n samples that hold both the pose and the movement.
        pose: leg straight and at rest.
        rows: (n,) the samples of the movement.
        variant: the pose's kind.
        source: "guided" or "automatic".
        fit: the hinge fitted over these rows, where it is known already.

    Raises:
        CalibrationError: too little movement, or a movement that does not define a hinge.
    """
    if rows.sum() < LEAST_MOVING_S * motion.rate_hz:
        raise too_little_movement()
    fit = fit or fit_hinge(motion, pose.thigh_up, pose.shank_up, rows, variant, swings=source == "guided")
    fit = bending_positively(fit, motion, pose, rows)
    span = range_deg(fit, rows)
    if span < LEAST_RANGE_DEG:
        raise too_little_movement()
    apart = _halves_apart(motion, pose, rows, fit)
    _refuse_what_is_no_knee(fit, apart, straightest_deg(fit, motion, pose, rows))
    # Two halves differ by sqrt(2) of either and by twice what their mean is off.
    sigmas = np.hypot(fit.sigma_deg, np.divide(apart, 2.0)).tolist()
    if quiet_segments(motion, rows)[1]:
        sigmas[1] = float(np.hypot(sigmas[1], QUIET_SIGMA_DEG))
    thigh, shank = (
        SegmentFit(_vector(axis), _vector(up), _vector(bias), sigma, bias_sigma)
        for axis, up, bias, sigma, bias_sigma in (
            (fit.thigh, pose.thigh_up, pose.thigh_rate_rad_s, sigmas[0], pose.thigh_rate_sigma_rad_s),
            (fit.shank, pose.shank_up, pose.shank_rate_rad_s, sigmas[1], pose.shank_rate_sigma_rad_s)))
    found_level = source == "automatic" and variant is Variant.LYING
    zero_sigma = LEVEL_ZERO_SIGMA_DEG if found_level else ZERO_SIGMA_DEG[source]
    zero_sigma *= float(np.sqrt(max(1.0, ZERO_REST_S / max(pose.duration_s, 0.5))))
    # Each segment's axes are drawn from gravity in the still pose, so that the knee is straight there; the
    # orientation filter may not know its bias yet, and be half a degree off.
    return Calibration(
        thigh=thigh, shank=shank, zero_deg=0.0, zero_sigma_deg=zero_sigma,
        variant=variant, source=source, from_s=pose.from_s, to_s=float(motion.t_s[np.flatnonzero(rows)[-1]]),
        quality=Quality(max(apart), fit.residual_deg, span, pose.duration_s),
        heading_offset_rad=float(wrap(fit.offset_rad[-1])))


def too_little_movement() -> CalibrationError:
    """The refusal of a movement that bends the knee too little."""
    return CalibrationError(CalibrationReason.TOO_LITTLE_MOVEMENT,
                            "The knee hardly bent; repeat the knee bends slowly, to about a right angle.",
                            "bends")


def range_deg(fit: HingeFit, rows: NDArray[np.bool_]) -> float:
    """Over what range the knee bent while it moved."""
    return float(np.ptp(np.percentile(np.degrees(fit.angle_rad[rows]), (1, 99))))


def straightest_deg(fit: HingeFit, motion: Motion, pose: StillPose, rows: NDArray[np.bool_]) -> float:
    """The least bent that the knee came back to while it moved, against the still pose."""
    behind = fit.angle_rad[rows] - float(np.median(fit.angle_rad[_during(motion, pose)]))
    return float(np.degrees(np.percentile(behind, 5)))


def _refuse_what_is_no_knee(fit: HingeFit, apart: tuple[float, float], straightest: float) -> None:
    if fit.diagonal_deg > MOST_DIAGONAL_DEG:
        raise CalibrationError(CalibrationReason.DIAGONAL,
                               "The leg swung sideways; repeat the swings with a straight knee, straight "
                               "ahead and back.", "swings")
    if max(apart) > MOST_DISAGREEMENT_DEG or fit.residual_deg > MOST_RESIDUAL_DEG:
        raise CalibrationError(CalibrationReason.NOT_REPEATABLE,
                               "The knee's axis came out differently each time; check that both straps are "
                               "tight, then repeat the slow knee bends straight ahead.", "bends")
    if straightest < -MOST_HYPEREXTENSION_DEG:
        raise CalibrationError(CalibrationReason.NO_STILL_POSE,
                               "The knee was bent in the still pose; keep still with the knee straight.",
                               "still")


def bending_positively(fit: HingeFit, motion: Motion, pose: StillPose, rows: NDArray[np.bool_]) -> HingeFit:
    """The fit with the signs under which the knee flexes from its straight pose, since it only flexes."""
    angle = fit.angle_rad - float(np.median(fit.angle_rad[_during(motion, pose)]))
    if float(angle[rows].mean()) >= 0.0:
        return fit
    return fit.turned()


def _during(motion: Motion, pose: StillPose) -> slice:
    first, last = np.searchsorted(motion.t_s, (pose.from_s, pose.to_s))
    return slice(int(first), int(last) + 1)


def _vector(v: Floats) -> Vector:
    return float(v[0]), float(v[1]), float(v[2])


def _halves_apart(motion: Motion, pose: StillPose, rows: NDArray[np.bool_],
                  fit: HingeFit) -> tuple[float, float]:
    """Degrees between the hinges of two halves of the movement, each with its share of swings and bends."""
    bending = np.abs(np.gradient(fit.angle_rad, motion.t_s))
    fast = bending > BENDING_PART * float(bending[rows].max())
    kinds = (np.array_split(np.flatnonzero(rows & kind), 2) for kind in (fast, ~fast))
    first, second = (_over(np.concatenate(parts), motion, pose, fit) for parts in zip(*kinds, strict=True))
    return line_deg(first.thigh, second.thigh), line_deg(first.shank, second.shank)


def _over(part: NDArray[np.intp], motion: Motion, pose: StillPose, fit: HingeFit) -> HingeFit:
    rows = np.zeros(len(motion), np.bool_)
    rows[part] = True
    return refine_hinge(motion, fit.thigh, fit.shank, pose.thigh_up, pose.shank_up, rows, swings=fit.swings)

