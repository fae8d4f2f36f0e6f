"""The knee's hinge axis in each sensor, from any movement that bends the knee.

Four facts are fitted together by least squares. The hinge is one line for both segments, so the relative
rotation of shank and thigh leaves it where it is; their relative angular rate lies along it (Seel, Raisch,
Schauer 2014, 10.3390/s140406891, use rates alone); with the leg straight and at rest it is nearly
horizontal, which a strap that twists on a soft thigh cannot change: without that, walking with loose straps
turns the fitted axis by tens of degrees; and a leg that swings to and fro turns about the same line as the
knee. The last one matters because it is free of what bending does: skin slides with it, and a bending knee
turns about other axes too. It holds where such swings were asked for, not for a leg that is lifted sideways.
Each fact counts as one observation, however many samples tell it, for what spoils it spoils them all alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from calibration.joint_centre import CentreEquations, centre_equations, fit_joint_centre
from calibration.model import Motion, Variant, bone_direction
from calibration.rotation import (
    Floats,
    about_vertical,
    conjugate,
    cross,
    dot,
    heading,
    length,
    matrix,
    multiply,
    perpendicular,
    rotate,
    unit,
)
from calibration.smoothing import smoothed

HEADING_WINDOW_S = 5.0
MOVING_RAD_S = 0.35            # 20 deg/s: slower than that, noise decides the direction of a rate
MOST_ROWS = 800               # enough for a tenth of a degree; more only costs time
LEVEL_SIGMA_DEG = 4.0          # how far from horizontal a straight knee's hinge may be
ORIENTATION_SIGMA_DEG = 5.0    # soft tissue and the knee's own secondary rotations
RATE_SIGMA = 0.3               # the same, as a part of the relative rate
SWING_SIGMA = 0.08             # how far out of its plane a leg swings, as a part of its rate,
BENDING_SIGMA = 0.5            # and what the bending of the knee adds, as a part of the relative rate
LEAST_SIGMA_RAD_S = 0.05
LEAST_SWINGING = 0.1           # part of the movement: less of it tells less
SMOOTH_S = 0.2                 # strap wobble is faster than a knee
ROUNDS = 7
UNTOLD = 1e-6                  # knowledge of a turn of which a motion tells nothing, as with one sensor twice
SMALL_RAD, MOST_TURN_RAD = 1e-6, 0.6     # of one step of the fit
QUIET = 0.4                    # rate of a segment, in that of the other, under which it tells too little
FIT_WEIGHT = 4.0               # of what the hinge leaves over, against the knee's acceleration

Pair = tuple[Floats, Floats]     # thigh and shank


@dataclass(frozen=True, slots=True)
class HingeFit:
    """The axes, unit vectors in sensor axes with flexion-consistent signs, and what they leave over.

    Attributes:
        thigh, shank: (3,) the hinge in each sensor.
        angle_rad: (n,) raw knee angle over the motion, unwrapped, sign and zero open.
        offset_rad: (n,) heading of the shank's earth frame against the thigh's.
        residual_deg: root mean square angle between the two hinges in the world while moving.
        cost: what the least squares left, to compare fits of the same motion.
        sigma_deg: thigh and shank, one standard deviation of the axis as far as this movement tells it.
        diagonal_deg: between the hinge and the line about which the knee bent, in the thigh: large where the
            leg swung in another plane than the knee bends in.
        swings: whether the leg's own swinging was taken for swinging about the hinge.
    """

    thigh: Floats
    shank: Floats
    angle_rad: Floats
    offset_rad: Floats
    residual_deg: float
    cost: float
    sigma_deg: tuple[float, float]
    diagonal_deg: float
    swings: bool

    def turned(self) -> Self:
        """The same hinge pointing the other way, which makes flexion of extension."""
        return replace(self, thigh=-self.thigh, shank=-self.shank, angle_rad=-self.angle_rad)


def moving(motion: Motion) -> NDArray[np.bool_]:
    """(n,) where a segment turns fast enough to tell about the hinge."""
    fastest = np.maximum(length(motion.thigh_gyr), length(motion.shank_gyr))
    return (fastest > MOVING_RAD_S) & motion.usable


def fit_hinge(motion: Motion, thigh_up: Floats, shank_up: Floats, rows: NDArray[np.bool_],
              variant: Variant = Variant.STANDING, *, swings: bool = False) -> HingeFit:
    """Fit both axes over the chosen `rows` (n,) of a motion, such as `moving(motion)`; at least ten.

    `thigh_up` and `shank_up` (3,) are the unit up directions with the leg straight and at rest, in the pose
    that `variant` names. `swings` says that the leg swung to and fro only, never sideways.
    """
    def unlikely(fit: HingeFit) -> float:
        told, ways = knee_centre(motion, fit, rows), (fit, fit.turned())
        return min(implausibility(way, told, bone_direction(way.thigh, thigh_up, variant),
                                  bone_direction(way.shank, shank_up, variant)) for way in ways)

    return min(possible_hinges(motion, thigh_up, shank_up, rows, swings=swings), key=unlikely)


def possible_hinges(motion: Motion, thigh_up: Floats, shank_up: Floats, rows: NDArray[np.bool_], *,
                    swings: bool = False) -> list[HingeFit]:
    """Fits with the axes either way round and, where a segment hardly turns, from all round its bone.

    Rates and orientations leave open which way round the axes pair and, with a quiet shank as in standing up
    or a quiet thigh as in a seat, any direction of its axis: `implausibility` tells these fits apart.
    """
    thigh, shank = _dominant(motion.thigh_gyr[rows], thigh_up), _dominant(motion.shank_gyr[rows], shank_up)
    quiet_thigh, quiet_shank = quiet_segments(motion, rows)
    turns = np.arange(0.0, 2.0 * np.pi, np.pi / 4.0 if quiet_thigh or quiet_shank else np.pi).tolist()
    starts = ([(_round(thigh, thigh_up, turn), shank) for turn in turns] if quiet_thigh else
              [(thigh, _round(shank, shank_up, turn)) for turn in turns])
    return [refine_hinge(motion, *start, thigh_up, shank_up, rows, swings=swings) for start in starts]


def _round(axis: Floats, up: Floats, turn_rad: float) -> Floats:
    turned: Floats = np.cos(turn_rad) * axis + np.sin(turn_rad) * cross(up, axis)
    return turned


def quiet_segments(motion: Motion, rows: NDArray[np.bool_]) -> tuple[bool, bool]:
    """Whether the thigh, and the shank, turns too little in the chosen rows (n,) against the other one."""
    thigh, shank = (float((rate[rows] ** 2).sum()) for rate in (motion.thigh_gyr, motion.shank_gyr))
    return thigh < QUIET ** 2 * shank, shank < QUIET ** 2 * thigh


def knee_centre(motion: Motion, fit: HingeFit, rows: NDArray[np.bool_]) -> CentreEquations | None:
    """What the movement tells of the knee's centre, the hinge either way round; None for too little."""
    return centre_equations(motion, relative_rotation(motion, fit.offset_rad), rows)


def implausibility(fit: HingeFit, told: CentreEquations | None, thigh_bone: Floats,
                   shank_bone: Floats) -> float:
    """How badly both sensors agree about the knee's acceleration, and what the hinge leaves over.

    With one axis the wrong way round the earth frames come out half a turn apart: the hinge fits as well as
    before, but the two sensors then see the knee accelerate in opposite directions, unless the knee were
    where no knee is. Likewise where the bones do not point, up and in sensor axes (3,), as is claimed here.
    Differences are those of negative logarithms of likelihoods.
    """
    centre = fit_joint_centre(told, thigh_bone, shank_bone).cost if told is not None else 0.0
    return centre + FIT_WEIGHT * fit.cost


def hinge_heading_offset(motion: Motion, thigh: Floats, shank: Floats) -> Floats:
    """(n,) heading offset that brings both hinges together, averaged over some seconds either way.

    A hinge that stands upright says nothing about heading and gets no weight.
    """
    a, b = rotate(motion.thigh_quat, thigh), rotate(motion.shank_quat, shank)
    level = np.hypot(a[:, 0], a[:, 1]) * np.hypot(b[:, 0], b[:, 1])
    pull = level ** 2 * np.exp(1j * (heading(a) - heading(b)))
    size = max(1, min(len(motion), round(HEADING_WINDOW_S * motion.rate_hz)))
    return np.unwrap(np.angle(np.convolve(pull, np.ones(size), "same")))


def relative_rotation(motion: Motion, offset_rad: Floats) -> Floats:
    """(n, 4) turns vectors in shank sensor axes into thigh sensor axes."""
    shank = multiply(about_vertical(offset_rad), motion.shank_quat)
    return multiply(conjugate(motion.thigh_quat), shank)


def twist(relative: Floats, thigh: Floats, shank: Floats) -> Floats:
    """(n,) rotation of the shank about the hinge in radians, -pi to pi: the twist of the swing-twist split.

    The in-plane axes are arbitrary, so only differences of the angle mean anything.
    """
    start, across = _plane(thigh)
    moved, moved_across = (rotate(relative, axis) for axis in _plane(shank))
    return np.arctan2(dot(moved, across) - dot(moved_across, start),
                      dot(moved, start) + dot(moved_across, across))


def _plane(axis: Floats) -> tuple[Floats, Floats]:
    start = perpendicular(np.eye(3)[int(np.argmin(np.abs(axis)))], axis)
    return start, cross(axis, start)


def _dominant(rate: Floats, up: Floats) -> Floats:
    """The main direction of the rates in the plane that is horizontal with the leg straight."""
    level = rate - dot(rate, up)[:, None] * up
    _, vectors = np.linalg.eigh(level.T @ level)
    return unit(vectors[:, -1])


def refine_hinge(motion: Motion, thigh: Floats, shank: Floats, thigh_up: Floats, shank_up: Floats,
                 rows: NDArray[np.bool_], *, swings: bool = False) -> HingeFit:
    """Fit both axes from a first guess of them that has the right signs; the rest as for `fit_hinge`."""
    chosen = np.flatnonzero(rows)
    chosen = chosen[:: -(-len(chosen) // MOST_ROWS)]
    thigh_rate, shank_rate = (smoothed(rate, motion.rate_hz, SMOOTH_S)[chosen]
                              for rate in (motion.thigh_gyr, motion.shank_gyr))
    rates = (_level(thigh_rate, motion.thigh_quat[chosen]),
             _level(shank_rate, motion.shank_quat[chosen])) if swings else None
    for _ in range(ROUNDS):
        offset = hinge_heading_offset(motion, thigh, shank)
        relative = relative_rotation(motion, offset)
        bending = rotate(relative[chosen], shank_rate) - thigh_rate
        step = _Step((thigh, shank), (thigh_up, shank_up), relative[chosen], bending, rates)
        thigh, shank, cost, sigma_deg = step.solve()
    offset = hinge_heading_offset(motion, thigh, shank)
    relative = relative_rotation(motion, offset)
    apart = np.degrees(np.arccos(np.clip(dot(rotate(relative[chosen], shank), thigh), -1.0, 1.0)))
    bending = rotate(relative[chosen], shank_rate) - thigh_rate
    diagonal = line_deg(_dominant(bending, thigh_up), thigh)
    return HingeFit(thigh, shank, np.unwrap(twist(relative, thigh, shank)), offset,
                    float(np.sqrt((apart ** 2).mean())), cost, sigma_deg, diagonal, swings)


def _level(rate: Floats, quat: Floats) -> Floats:
    """(n, 3) the rates without the turning about the vertical, which a person does with the whole leg."""
    up = rotate(conjugate(quat), np.array((0.0, 0.0, 1.0)))
    return rate - dot(rate, up)[:, None] * up


def line_deg(a: Floats, b: Floats) -> float:
    """Degrees between the lines along two unit vectors (3,), whichever way they point."""
    return float(np.degrees(np.arccos(min(1.0, abs(float(dot(a, b)))))))


class _Step:
    """One Gauss-Newton step over small turns of both axes, the heading offset held.

    Thigh and shank: `axes` to begin with and `ups` (3,), level `rates` (n, 3) where the leg swung about the
    hinge. Of shank against thigh: `relative` rotation (n, 4) and its rate, `bending` (n, 3).
    """

    def __init__(self, axes: Pair, ups: Pair, relative: Floats, bending: Floats,
                 rates: Pair | None) -> None:
        self.axes, self.ups = axes, ups
        self.relative = matrix(relative)
        self.bending = bending, rotate(conjugate(relative), bending)     # seen from either segment
        self.bending_sigma = RATE_SIGMA * max(float(np.sqrt(dot(bending, bending).mean())), 1e-6)
        self.swinging = [(rate, self._rate_sigma(rate)) for rate in rates or ()]

    def _rate_sigma(self, rate: Floats) -> Floats:
        """(n,) of a segment's own rate across the hinge, for all of its swinging as one observation."""
        swinging = (SWING_SIGMA * length(rate)) ** 2
        variance = swinging + (BENDING_SIGMA * length(self.bending[0])) ** 2 + LEAST_SIGMA_RAD_S ** 2
        part = max(float((swinging / variance).mean()), LEAST_SWINGING)
        return np.sqrt(variance * part)

    def solve(self) -> tuple[Floats, Floats, float, tuple[float, float]]:
        """Thigh and shank after the step, the cost before it, and how sure each axis is, in degrees."""
        left = self.residuals(np.zeros(4))
        moved = [self.residuals(turn) - left for turn in SMALL_RAD * np.eye(4)]
        slope = np.stack(moved, axis=1) / SMALL_RAD
        covariance = np.linalg.inv(slope.T @ slope + UNTOLD * np.eye(4))
        turn = -covariance @ (slope.T @ left)
        turn *= min(1.0, MOST_TURN_RAD / max(float(np.sqrt((turn ** 2).sum())), SMALL_RAD))
        thigh, shank = np.degrees(np.sqrt(np.diag(covariance).reshape(2, 2).sum(axis=1))).tolist()
        return *self.turned(turn), 0.5 * float(left @ left), (thigh, shank)

    def turned(self, turn: Floats) -> Pair:
        thigh, shank = (unit(axis + turn[i] * _plane(axis)[0] + turn[i + 1] * _plane(axis)[1])
                        for axis, i in zip(self.axes, (0, 2), strict=True))
        return thigh, shank

    def residuals(self, turn: Floats) -> Floats:
        axes = self.turned(turn)
        apart = np.einsum("nij,j->ni", self.relative, axes[1]) - axes[0]
        parts = [apart.ravel() / np.radians(ORIENTATION_SIGMA_DEG)]
        for axis, bending in zip(axes, self.bending, strict=True):
            across = bending - dot(bending, axis)[:, None] * axis
            parts.append(across.ravel() / self.bending_sigma)
        parts += [dot(rate, unit(cross(up, axis))) / sigma
                  for axis, up, (rate, sigma) in zip(axes, self.ups, self.swinging, strict=False)]
        level = [np.degrees(np.arcsin(np.clip(dot(up, axis), -1.0, 1.0))) / LEVEL_SIGMA_DEG
                 for up, axis in zip(self.ups, axes, strict=True)]
        return np.concatenate((np.concatenate(parts) / np.sqrt(len(self.relative)), level))
