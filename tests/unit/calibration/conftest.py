"""An ideal leg: two rigid segments, one hinge, two sensors that sit on them in any way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from calibration.model import Motion
from calibration.rotation import about_vertical, conjugate, from_axes, multiply, rotate

RATE_HZ = 50.0
X, Y, Z = np.eye(3)
STANDING = from_axes(X, Z, -Y)         # segment axes (forward, up the bone, right) in an earth with z upward
LYING = from_axes(Z, -X, -Y)
PRONE = from_axes(-Z, X, -Y)
THIGH_SENSOR_M, SHANK_SENSOR_M = np.array((0.02, 0.16, 0.06)), np.array((0.05, -0.12, 0.0))
THIGH_MOUNT = np.array((0.36, 0.48, -0.64, 0.48))     # sensor to segment, arbitrary
SHANK_MOUNT = np.array((0.8, 0.0, 0.36, 0.48))
HEADING_RAD = 0.7                      # the shank's earth frame is turned by that against the thigh's


def about(axis: np.ndarray, angle_rad: np.ndarray) -> np.ndarray:
    half = 0.5 * np.asarray(angle_rad)[..., None]
    return np.concatenate((np.cos(half), np.sin(half) * axis), axis=-1)


def rates(quat: np.ndarray) -> np.ndarray:
    """(n, 3) angular rate in the turning frame, centred."""
    step = multiply(conjugate(quat[:-2]), quat[2:])
    step *= np.sign(step[:, :1])
    middle = 2.0 * step[:, 1:] * RATE_HZ / 2.0
    return np.concatenate((middle[:1], middle, middle[-1:]))


@dataclass(frozen=True)
class IdealLeg:
    """What the leg does and what its sensors read; the hinges point to the left, in sensor axes."""

    motion: Motion
    flexion_deg: np.ndarray
    thigh_hinge: np.ndarray
    shank_hinge: np.ndarray
    thigh_up: np.ndarray
    shank_up: np.ndarray


def ideal_leg(*moves: tuple[float, ...], lying: bool = False, prone: bool = False,
              thigh_mount: np.ndarray = THIGH_MOUNT, shank_mount: np.ndarray = SHANK_MOUNT,
              bias_rad_s: tuple[float, float, float] = (0.0, 0.0, 0.0), noise: float = 0.0) -> IdealLeg:
    """The leg that goes through `moves`, the foot on the ground, or the knee of one on the front.

    A move is (seconds,) of rest with the knee straight, or (seconds, times, flexion_deg, hip_deg): so many
    smooth movements from straight to these angles and back, or as many from there to straight and back where
    `times` is negative; none at all is a rest at these angles.
    """
    rng = np.random.default_rng(0)
    flexion_deg, hip_deg = (np.concatenate([_move(move, which) for move in moves]) for which in (2, 3))
    base = LYING if lying else PRONE if prone else STANDING
    count = len(flexion_deg)
    yaw = 0.2 * np.radians(hip_deg)
    thigh = multiply(about_vertical(yaw), multiply(base, about(Z, np.radians(hip_deg))))
    shank = multiply(thigh, about(Z, -np.radians(flexion_deg)))
    knee_m = np.zeros((count, 3)) if prone else -rotate(shank, np.array((0.0, -0.42, 0.0)))
    sensors = []
    for segment, mount, place in ((thigh, thigh_mount, THIGH_SENSOR_M),
                                  (shank, shank_mount, SHANK_SENSOR_M)):
        quat = multiply(segment, mount)
        velocity = np.gradient(knee_m + rotate(segment, place), 1 / RATE_HZ, axis=0)
        acceleration = np.gradient(velocity, 1 / RATE_HZ, axis=0)
        acc = rotate(conjugate(quat), acceleration + 9.81 * Z) + noise * rng.standard_normal((count, 3))
        gyr = rates(quat) + bias_rad_s + 0.1 * noise * rng.standard_normal((count, 3))
        sensors.append((acc, gyr, quat))
    (thigh_acc, thigh_gyr, thigh_quat), (shank_acc, shank_gyr, shank_quat) = sensors
    shank_quat = multiply(about_vertical(np.array(-HEADING_RAD)), shank_quat)
    motion = Motion(np.arange(count) / RATE_HZ, thigh_acc, shank_acc, thigh_gyr, shank_gyr, thigh_quat,
                    shank_quat, np.ones(count, np.bool_), np.zeros(count, np.bool_))
    up = rotate(conjugate(base), Z)
    return IdealLeg(motion, flexion_deg, *(rotate(conjugate(m), -Z) for m in (thigh_mount, shank_mount)),
                    *(rotate(conjugate(m), up) for m in (thigh_mount, shank_mount)))


def _move(move: tuple[float, ...], which: int) -> np.ndarray:
    count = round(move[0] * RATE_HZ)
    if len(move) == 1:
        return np.zeros(count)
    _, times, *angles = move
    bent = 0.5 + 0.5 * np.cos(2.0 * np.pi * times * np.arange(count) / count)
    return angles[which - 2] * (1.0 - bent if times > 0 else bent)


@pytest.fixture(scope="session")
def leg() -> Callable[..., IdealLeg]:
    """`leg(*moves, **how)`: see `ideal_leg`."""
    return ideal_leg


@pytest.fixture(scope="session")
def guided() -> IdealLeg:
    """The movement that the guide asks for: rest, three straight-leg swings, four knee bends, rest."""
    return ideal_leg((6,), (9, 3, 1, 30), (1,), (12, 4, 90, 55), (2,), noise=0.02)
