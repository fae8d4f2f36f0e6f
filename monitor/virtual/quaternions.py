"""Rotations as arrays with the component first: quaternions (4, n) as w, x, y, z, and vectors (3, n)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

X, Y, Z = 1, 2, 3


def about(axis: int, angle_deg: Floats) -> Floats:
    """Rotation by (n,) degrees about a coordinate axis (`X`, `Y` or `Z`)."""
    half = np.radians(angle_deg) / 2
    q = np.zeros((4, *half.shape))
    q[0] = np.cos(half)
    q[axis] = np.sin(half)
    return q


def from_vector(vector_rad: Floats) -> Floats:
    """Rotation about `vector_rad` (3, n) by its length in radians."""
    angle = np.sqrt((vector_rad**2).sum(axis=0))
    return np.vstack([np.cos(angle / 2)[None], np.sinc(angle / (2 * np.pi)) / 2 * vector_rad])


def multiply(a: Floats, b: Floats) -> Floats:
    """First `b`, then `a`."""
    aw, ax, ay, az = a
    bw, bx, by, bz = b
    return np.stack([aw * bw - ax * bx - ay * by - az * bz,
                     aw * bx + ax * bw + ay * bz - az * by,
                     aw * by - ax * bz + ay * bw + az * bx,
                     aw * bz + ax * by - ay * bx + az * bw])


def conjugate(q: Floats) -> Floats:
    """The opposite rotation."""
    return np.concatenate([q[:1], -q[1:]])


def rotate(q: Floats, v: Floats) -> Floats:
    """The vectors (3, n) turned by `q`."""
    w, u = q[0], q[1:]
    t = 2 * cross(u, v)
    return np.asarray(v + w * t + cross(u, t))


def cross(a: Floats, b: Floats) -> Floats:
    return np.stack([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])


def small_vector(q: Floats) -> Floats:
    """The rotation vectors (3, n) in radians of rotations well under a half turn."""
    sine = np.sqrt((q[1:] ** 2).sum(axis=0))
    angle = 2 * np.arctan2(sine, q[0])
    scale = np.where(sine > 1e-12, angle / np.maximum(sine, 1e-12), 2.0)
    return scale * q[1:]
