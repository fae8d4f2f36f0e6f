"""Quaternion arithmetic, elementwise only, so that a stream gives the same bits however it is cut.

Quaternions are (..., 4) arrays (w, x, y, z); vectors are (..., 3) arrays; both broadcast.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def multiply(p: Floats, q: Floats) -> Floats:
    """The Hamilton product: first `q`, then `p`."""
    pw, px, py, pz = p[..., 0], p[..., 1], p[..., 2], p[..., 3]
    qw, qx, qy, qz = q[..., 0], q[..., 1], q[..., 2], q[..., 3]
    return _side_by_side(pw * qw - px * qx - py * qy - pz * qz,
                         pw * qx + px * qw + py * qz - pz * qy,
                         pw * qy - px * qz + py * qw + pz * qx,
                         pw * qz + px * qy - py * qx + pz * qw)


def conjugate(q: Floats) -> Floats:
    """The inverse of a unit quaternion."""
    return np.multiply(q, (1.0, -1.0, -1.0, -1.0))


def rotate(q: Floats, v: Floats) -> Floats:
    """`v` turned by `q`."""
    u = q[..., 1:]
    t = 2.0 * cross(u, v)
    return v + q[..., :1] * t + cross(u, t)


def cross(a: Floats, b: Floats) -> Floats:
    """The vector product along the last axis."""
    ax, ay, az = a[..., 0], a[..., 1], a[..., 2]
    bx, by, bz = b[..., 0], b[..., 1], b[..., 2]
    return _side_by_side(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx)


def _side_by_side(*parts: Floats) -> Floats:
    """`np.stack` along the last axis, which takes twice as long for the few rows of a stream."""
    together = np.empty((*parts[0].shape, len(parts)))
    for i, part in enumerate(parts):
        together[..., i] = part
    return together


def dot(a: Floats, b: Floats) -> Floats:
    """The scalar product along the last axis of three."""
    product: Floats = a[..., 0] * b[..., 0] + a[..., 1] * b[..., 1] + a[..., 2] * b[..., 2]
    return product


def length(v: Floats) -> Floats:
    """The length of each vector."""
    return np.sqrt(dot(v, v))


def unit(v: ArrayLike) -> Floats:
    """`v` with length one; a zero vector stays zero."""
    v = np.asarray(v, dtype=np.float64)
    size = length(v)[..., None]
    return v / np.where(size > 0.0, size, 1.0)


def about_vertical(angle_rad: Floats) -> Floats:
    """Rotations by `angle_rad` about the world's vertical (z)."""
    half, zero = 0.5 * angle_rad, np.zeros_like(angle_rad)
    return np.stack((np.cos(half), zero, zero, np.sin(half)), axis=-1)


def wrap(angle_rad: Floats) -> Floats:
    """The same angle in [-pi, pi)."""
    return (angle_rad + np.pi) % (2.0 * np.pi) - np.pi


def heading(v: Floats) -> Floats:
    """The direction of `v` in the horizontal plane, in radians from the world's x axis."""
    angle: Floats = np.arctan2(v[..., 1], v[..., 0])
    return angle


def perpendicular(v: Floats, to: Floats) -> Floats:
    """The unit vector of what is left of `v` without its part along the unit vector `to`."""
    return unit(v - dot(v, to)[..., None] * to)


def from_axes(x: Floats, y: Floats, z: Floats) -> Floats:
    """The quaternion whose inverse reads vectors along the orthonormal axes `x`, `y`, `z` (each (3,)).

    It turns (1, 0, 0) into `x` and so on.
    """
    from scipy.spatial.transform import Rotation

    return np.roll(Rotation.from_matrix(np.stack((x, y, z), axis=1)).as_quat(canonical=True), 1)


def matrix(q: Floats) -> Floats:
    """The rotation matrices (..., 3, 3) of unit quaternions."""
    w, x, y, z = (q[..., i] for i in range(4))
    rows = (1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
            2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
            2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y))
    return np.stack(rows, axis=-1).reshape(*q.shape[:-1], 3, 3)
