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

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from calibration.hinge_step import Pair, Step, Told, plane, step
from calibration.joint_centre import CentreEquations, centre_equations, fit_joint_centre
from calibration.model import Motion, Variant, bone_direction
from calibration.rotation import (
    Floats,
    about_vertical,
    conjugate,
    cross,
    dot,
    length,
    matrix,
    multiply,
    rotate,
    unit,
)
from calibration.smoothing import moving_sum, smoothed

HEADING_WINDOW_S = 5.0
MOVING_RAD_S = 0.35            # 20 deg/s: slower than that, noise decides the direction of a rate
MOST_ROWS = 800               # enough for a tenth of a degree; more only costs time
SMOOTH_S = 0.2                 # strap wobble is faster than a knee
ROUNDS, SETTLED_RAD = 7, 1e-4
SAME_DEG = 0.5                 # apart: two first guesses have come to one hinge
QUIET = 0.4                    # rate of a segment, in that of the other, under which it tells too little
FIT_WEIGHT = 4.0               # of what the hinge leaves over, against the knee's acceleration


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
    movement, found = _Movement(motion, rows, swings=swings), list[HingeFit]()
    for start in starts:
        done = movement.settled(start, (thigh_up, shank_up), found)
        if not _is_among(found, done):
            found.append(movement.explained(done, thigh_up))
    return found


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
    hinges = rotate(motion.thigh_quat, thigh), rotate(motion.shank_quat, shank)
    return np.unwrap(np.angle(_common_heading(*hinges, motion.rate_hz)))


def _common_heading(thigh: Floats, shank: Floats, rate_hz: float) -> NDArray[np.complex128]:
    """(n,) complex numbers in the direction of the offset, from both hinges (n, 2 or 3) in their worlds."""
    a, b = (axis[:, 0] + 1j * axis[:, 1] for axis in (thigh, shank))
    return moving_sum(a * np.conj(b) * np.abs(a) * np.abs(b), round(HEADING_WINDOW_S * rate_hz))


def relative_rotation(motion: Motion, offset_rad: Floats) -> Floats:
    """(n, 4) turns vectors in shank sensor axes into thigh sensor axes."""
    shank = multiply(about_vertical(offset_rad), motion.shank_quat)
    return multiply(conjugate(motion.thigh_quat), shank)


def twist(relative: Floats, thigh: Floats, shank: Floats) -> Floats:
    """(n,) rotation of the shank about the hinge in radians, -pi to pi: the twist of the swing-twist split.

    The in-plane axes are arbitrary, so only differences of the angle mean anything.
    """
    start, across = plane(thigh)
    moved, moved_across = (rotate(relative, axis) for axis in plane(shank))
    return np.arctan2(dot(moved, across) - dot(moved_across, start),
                      dot(moved, start) + dot(moved_across, across))


def _dominant(rate: Floats, up: Floats) -> Floats:
    """The main direction of the rates in the plane that is horizontal with the leg straight."""
    level = rate - dot(rate, up)[:, None] * up
    _, vectors = np.linalg.eigh(level.T @ level)
    return unit(vectors[:, -1])


def refine_hinge(motion: Motion, thigh: Floats, shank: Floats, thigh_up: Floats, shank_up: Floats,
                 rows: NDArray[np.bool_], *, swings: bool = False) -> HingeFit:
    """Fit both axes from a first guess of them that has the right signs; the rest as for `fit_hinge`."""
    movement = _Movement(motion, rows, swings=swings)
    return movement.explained(movement.settled((thigh, shank), (thigh_up, shank_up)), thigh_up)


class _Movement:
    """The chosen rows (n,) of a motion, made ready to fit axes to them from many first guesses."""

    def __init__(self, motion: Motion, rows: NDArray[np.bool_], *, swings: bool) -> None:
        chosen = np.flatnonzero(rows)
        self.chosen = chosen[:: -(-len(chosen) // MOST_ROWS)]
        self.all, self.motion, self.swings = motion, motion[self.chosen], swings
        self.level = [matrix(quat)[:, :2].reshape(-1, 3) for quat in (motion.thigh_quat, motion.shank_quat)]
        self.thigh_rate, self.shank_rate = (smoothed(rate, motion.rate_hz, SMOOTH_S)[self.chosen]
                                            for rate in (motion.thigh_gyr, motion.shank_gyr))
        self.rates = (_level(self.thigh_rate, self.motion.thigh_quat),
                      _level(self.shank_rate, self.motion.shank_quat)) if swings else ()

    def settled(self, axes: Pair, ups: Pair, found: Sequence[HingeFit] = ()) -> Step:
        """The step after which the axes stay where they are, or come to where others have been found."""
        for _ in range(ROUNDS):
            thigh, shank = ((rows @ axis).reshape(-1, 2) for rows, axis in zip(self.level, axes, strict=True))
            pull = _common_heading(thigh, shank, self.all.rate_hz)
            relative = relative_rotation(self.motion, np.angle(pull[self.chosen]))
            done = step(axes, ups, Told.of(relative, self._bending(relative), self.rates))
            axes = done.axes
            if done.turn_rad < SETTLED_RAD or _is_among(found, done):
                break
        return done

    def explained(self, done: Step, thigh_up: Floats) -> HingeFit:
        """What these axes make of all of the motion, and what they leave over."""
        thigh, shank = done.axes
        offset = hinge_heading_offset(self.all, thigh, shank)
        relative = relative_rotation(self.all, offset)
        angle = np.unwrap(twist(relative, thigh, shank))
        apart = np.degrees(np.arccos(np.clip(dot(rotate(relative[self.chosen], shank), thigh), -1.0, 1.0)))
        diagonal = line_deg(_dominant(self._bending(relative[self.chosen]), thigh_up), thigh)
        return HingeFit(thigh, shank, angle, offset, float(np.sqrt((apart ** 2).mean())), done.cost,
                        done.sigma_deg, diagonal, self.swings)

    def _bending(self, relative: Floats) -> Floats:
        return rotate(relative, self.shank_rate) - self.thigh_rate


def _is_among(found: Sequence[HingeFit], done: Step) -> bool:
    """Whether one of the fits has these axes, whichever way both point."""
    thigh, shank = done.axes
    near = np.cos(np.radians(SAME_DEG))
    return any(abs(float(dot(one.thigh, thigh)) + float(dot(one.shank, shank))) > 2.0 * near for one in found)


def _level(rate: Floats, quat: Floats) -> Floats:
    """(n, 3) the rates without the turning about the vertical, which a person does with the whole leg."""
    up = rotate(conjugate(quat), np.array((0.0, 0.0, 1.0)))
    return rate - dot(rate, up)[:, None] * up


def line_deg(a: Floats, b: Floats) -> float:
    """Degrees between the lines along two unit vectors (3,), whichever way they point."""
    return float(np.degrees(np.arccos(min(1.0, abs(float(dot(a, b)))))))
