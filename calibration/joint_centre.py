"""Where the knee's centre is, seen from each sensor: both must agree on how that one point accelerates.

After Seel, Schauer, Raisch 2012 (10.1109/CCA.2012.6402423); with the relative orientation known the condition
is linear in the two positions.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibration.model import Motion
from calibration.rotation import Floats, rotate
from calibration.rotation import matrix as rotation_matrix
from calibration.smoothing import smoothed

SMOOTH_S = 0.12
LEAST_ROWS = 50


@dataclass(frozen=True, slots=True)
class JointCentre:
    """(3,) positions in metres from the knee's centre to each sensor, in sensor axes, with their sigma.

    `residual_m_s2` is by how much the two sensors still disagree about the knee's acceleration.
    """

    thigh_m: Floats
    shank_m: Floats
    thigh_sigma_m: Floats
    shank_sigma_m: Floats
    residual_m_s2: float


def fit_joint_centre(motion: Motion, relative: Floats, rows: np.ndarray[tuple[int], np.dtype[np.bool_]],
                     ) -> JointCentre | None:
    """Least-squares positions over the chosen rows, or None where there is too little to go by.

    `relative` (n, 4) turns shank sensor axes into thigh sensor axes; `rows` (n,) are the samples to use.
    """
    if rows.sum() < LEAST_ROWS:
        return None
    rate = motion.rate_hz
    thigh_acc, shank_acc = (smoothed(a, rate, SMOOTH_S)[rows] for a in (motion.thigh_acc, motion.shank_acc))
    turn = rotation_matrix(relative[rows])
    thigh_lever = _lever(smoothed(motion.thigh_gyr, rate, SMOOTH_S), rate)[rows]
    shank_lever = _lever(smoothed(motion.shank_gyr, rate, SMOOTH_S), rate)[rows]
    design = np.concatenate((thigh_lever, -turn @ shank_lever), axis=2).reshape(-1, 6)
    wanted = (thigh_acc - rotate(relative[rows], shank_acc)).ravel()
    if np.linalg.matrix_rank(design) < 6:
        return None
    solution: Floats = np.asarray(np.linalg.lstsq(design, wanted, rcond=None)[0], dtype=np.float64)
    left = wanted - design @ solution
    # Neighbouring samples share their smoothing window, so they are not independent.
    shared = SMOOTH_S * rate * 3.0
    sigma: Floats = np.sqrt(np.diag(np.linalg.inv(design.T @ design)) * (left ** 2).mean() * shared)
    return JointCentre(solution[:3], solution[3:], sigma[:3], sigma[3:],
                       float(np.sqrt((left ** 2).mean())))


def _lever(rate: Floats, rate_hz: float) -> Floats:
    """(n, 3, 3) what turns a position on a rotating segment into its acceleration."""
    spin, change = _skew(rate), _skew(np.gradient(rate, 1.0 / rate_hz, axis=0))
    return spin @ spin + change


def _skew(v: Floats) -> Floats:
    x, y, z = v[:, 0], v[:, 1], v[:, 2]
    zero = np.zeros_like(x)
    return np.stack((zero, -z, y, z, zero, -x, -y, x, zero), axis=1).reshape(-1, 3, 3)
