"""Where the knee's centre is, seen from each sensor: both must agree on how that one point accelerates.

After Seel, Schauer, Raisch 2012 (10.1109/CCA.2012.6402423); with the relative orientation known the condition
is linear in the two positions. Slow movement defines them badly, so what everybody knows is fitted too: the
thigh sensor is about a hand's length up the bone from the knee, the shank sensor as far down.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from calibration.model import Motion
from calibration.rotation import Floats, length, rotate
from calibration.rotation import matrix as rotation_matrix
from calibration.smoothing import smoothed

SMOOTH_S = 0.12
LEAST_ROWS, MOST_ROWS = 50, 1500
LEVER_M = 0.18
LEVER_SIGMA_M = 0.07
ACC_SIGMA_M_S2 = 0.15      # half a degree of tilt and the sensors' own errors
SHARED_S = 1.0             # samples this near to each other share their errors of tilt and skin
MOST_READINGS = 20.0       # skin errs alike in every repetition: more of them tell no more
BLOW_M_S2 = 20.0           # twice gravity, as in landings and steps
ROUNDS = 4


@dataclass(frozen=True, slots=True)
class JointCentre:
    """(3,) positions in metres from the knee's centre to each sensor, in sensor axes.

    `cost` is the negative logarithm of how likely they and the movement are, to compare explanations of one
    motion: where each bone points, which way round the hinge.
    """

    thigh_m: Floats
    shank_m: Floats
    cost: float


@dataclass(frozen=True, slots=True, eq=False)
class CentreEquations:
    """What a motion tells of both positions, with one relative orientation: `count` linear conditions.

    Attributes:
        squares, products: (6, 6) and (6,) normal equations; `total` the sum of squares to explain, m^2/s^4.
        readings: how many of the conditions tell something of their own.
    """

    squares: Floats
    products: Floats
    total: float
    count: int
    readings: float


def centre_equations(motion: Motion, relative: Floats, rows: NDArray[np.bool_]) -> CentreEquations | None:
    """The conditions over the chosen rows, or None where there is too little to go by.

    `relative` (n, 4) turns shank sensor axes into thigh sensor axes; `rows` (n,) are the samples to use.
    """
    rows = rows & _undisturbed(motion)
    if rows.sum() < LEAST_ROWS:
        return None
    readings = min(max(1.0, float(rows.sum()) / (SHARED_S * motion.rate_hz)), MOST_READINGS)
    chosen = np.flatnonzero(rows)
    design, wanted = _system(motion, relative, chosen[:: -(-len(chosen) // MOST_ROWS)])
    return CentreEquations(design.T @ design, design.T @ wanted, float(wanted @ wanted), len(wanted),
                           readings)


def fit_joint_centre(told: CentreEquations, thigh_bone: Floats, shank_bone: Floats) -> JointCentre:
    """The likeliest positions; `thigh_bone` and `shank_bone` (3,) are unit vectors up along each bone."""
    expected = LEVER_M * np.concatenate((thigh_bone, -shank_bone))
    known = np.eye(6) / LEVER_SIGMA_M ** 2
    variance, position = ACC_SIGMA_M_S2 ** 2, expected
    for _ in range(ROUNDS):
        weight = 3.0 * told.readings / told.count / variance
        position = np.asarray(np.linalg.solve(weight * told.squares + known,
                                              weight * told.products + known @ expected), dtype=np.float64)
        left = max(0.0, told.total - 2.0 * float(position @ told.products)
                   + float(position @ told.squares @ position))
        variance = ACC_SIGMA_M_S2 ** 2 + left / told.count
    away = (position - expected) / LEVER_SIGMA_M
    cost = 1.5 * told.readings * np.log(variance / ACC_SIGMA_M_S2 ** 2) + 0.5 * float(away @ away)
    return JointCentre(position[:3], position[3:], float(cost))


def _undisturbed(motion: Motion) -> NDArray[np.bool_]:
    """(n,) where smoothing reaches no lost sample and none of a blow, which shakes the straps."""
    reach = np.ones(2 * max(1, round(SMOOTH_S * motion.rate_hz)) + 1)
    blow = np.maximum(length(motion.thigh_acc), length(motion.shank_acc)) > BLOW_M_S2
    clear: NDArray[np.bool_] = np.convolve(~motion.usable | blow, reach)[len(reach) // 2:][:len(motion)] < 0.5
    return clear


def _system(motion: Motion, relative: Floats, rows: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """The linear condition (3m, 6), (3m,) on both positions over the m chosen rows."""
    rate = motion.rate_hz
    thigh_acc, shank_acc = (smoothed(a, rate, SMOOTH_S)[rows] for a in (motion.thigh_acc, motion.shank_acc))
    thigh_lever = _lever(smoothed(motion.thigh_gyr, rate, SMOOTH_S), rate)[rows]
    shank_lever = _lever(smoothed(motion.shank_gyr, rate, SMOOTH_S), rate)[rows]
    turned = -rotation_matrix(relative[rows]) @ shank_lever
    design: Floats = np.concatenate((thigh_lever, turned), axis=2).reshape(-1, 6)
    wanted: Floats = (thigh_acc - rotate(relative[rows], shank_acc)).ravel()
    return design, wanted


def _lever(rate: Floats, rate_hz: float) -> Floats:
    """(n, 3, 3) what turns a position on a rotating segment into its acceleration."""
    spin, change = _skew(rate), _skew(np.gradient(rate, 1.0 / rate_hz, axis=0))
    return spin @ spin + change


def _skew(v: Floats) -> Floats:
    x, y, z = v[:, 0], v[:, 1], v[:, 2]
    zero = np.zeros_like(x)
    return np.stack((zero, -z, y, z, zero, -x, -y, x, zero), axis=1).reshape(-1, 3, 3)
