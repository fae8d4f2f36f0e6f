"""Legs for the exercise tests: closed-form movements, real repetitions with their sensors' orientation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import ArrayLike
from scipy.spatial.transform import Rotation

from monitor.leg import Floats, Impact, LegBlock, Posture
from monitor.values import Side

G = 9.80665
DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data"
FACING = {"front": (1.0, 0.0), "back": (-1.0, 0.0), "side": (0.0, 1.0)}


def leg_block(rate_hz: float = 100.0, *, flexion: ArrayLike, elevation: ArrayLike, facing: str = "front",
              posture: Posture = Posture.STANDING, valid: ArrayLike | None = None, start_ns: int = 0,
              **replaced: Any) -> LegBlock:
    """A right leg of given thigh elevation and knee flexion, moving slowly enough to feel gravity only.

    `facing` says which side of the thigh is up when it lies: its front, its back or its outside.
    """
    flexion, elevation = np.broadcast_arrays(np.asarray(flexion, float), np.asarray(elevation, float))
    n = len(flexion)
    bend = {"front": -1.0, "back": 1.0, "side": 0.0}[facing]
    thigh, shank = up_vector(elevation, facing), up_vector(elevation + bend * flexion, facing)
    good = np.ones(n, bool) if valid is None else np.asarray(valid)
    zeros, still = np.zeros(n), np.zeros((n, 3))
    frontal = np.degrees(np.arcsin(np.clip(thigh[:, 2], -1, 1)))
    arrays: dict[str, Any] = {
        "t_ns": start_ns + np.round(np.arange(n) / rate_hz * 1e9).astype(np.int64),
        "flexion_deg": flexion.copy(),
        "sigma_deg": np.ones(n), "valid": good, "reason": np.where(good, 0, 3).astype(np.uint8),
        "frontal_deg": zeros, "rotation_deg": zeros, "trend_sigma_deg": np.full(n, 5.0), "oriented": good,
        "thigh_tilt_deg": tilt(thigh), "shank_tilt_deg": tilt(shank), "thigh_elevation_deg": elevation.copy(),
        "thigh_frontal_deg": frontal, "shank_frontal_deg": frontal, "posture": np.full(n, posture, np.uint8),
        "thigh_acc_m_s2": G * thigh, "shank_acc_m_s2": G * shank, "thigh_gyr_rad_s": still,
        "shank_gyr_rad_s": still, "thigh_dynamic_g": np.zeros((n, 2)), "shank_dynamic_g": np.zeros((n, 2)),
        "acc_saturated": np.zeros((n, 2), bool), "interpolated": np.zeros(n, bool)}
    return LegBlock(Side.RIGHT, rate_hz, **(arrays | replaced))


def up_vector(elevation: Floats, facing: str) -> Floats:
    x, z = FACING[facing]
    lying = np.cos(np.radians(elevation))
    return np.stack([x * lying, -np.sin(np.radians(elevation)), z * lying], axis=1)


def tilt(up: Floats) -> Floats:
    return np.degrees(np.arccos(np.clip(up[:, 1] / np.linalg.norm(up, axis=1), -1, 1)))


def strokes(rate_hz: float, *levels_and_seconds: tuple[float, float], start: float = 0.0) -> Floats:
    """Minimum-jerk strokes from `start` to each level over its seconds; the same level again is a hold."""
    parts, level = [], start
    for target, seconds in levels_and_seconds:
        p = np.arange(round(seconds * rate_hz)) / (seconds * rate_hz)
        parts.append(level + (target - level) * p**3 * (10 - 15 * p + 6 * p**2))
        level = target
    return np.concatenate(parts)


def repeated(rate_hz: float, reps: int, top: float, *, start: float = 0.0, lift_s: float = 1.2,
             hold_s: float = 0.0, lower_s: float = 1.5, rest_s: float = 1.0) -> Floats:
    """Repetitions of one movement with rests between, and two seconds of rest before."""
    one = [(top, lift_s)] + [(top, hold_s)] * (hold_s > 0) + [(start, lower_s), (start, rest_s)]
    return strokes(rate_hz, (start, 2.0), *(one * reps), start=start)


def real_leg(exercise: str, repetition: int) -> LegBlock:
    """One cut repetition of a real right leg at 100 Hz; segment axes from its standing pose and squats."""
    if not (DATA / "exercise_reps_right.npz").exists():
        pytest.skip(f"the real recordings are not at {DATA}")
    with np.load(DATA / "exercise_reps_right.npz") as data:
        cut = {n: data[f"{exercise}/{repetition}/{n}"] for n in REAL}
        axes = {s: _axes(data, s) for s in ("thigh", "shank")}
    up, forces, gyrs = {}, {}, {}
    for s in ("thigh", "shank"):
        up[s] = _rotations(cut[f"{s}_quat_wxyz"]).inv().apply([0.0, 0.0, 1.0]) @ axes[s].T
        forces[s], gyrs[s] = cut[f"{s}_acc_m_s2"] @ axes[s].T, cut[f"{s}_gyr_rad_s"] @ axes[s].T
    dynamic = {s: np.stack([(forces[s] * up[s]).sum(1) / G - 1,
                            np.linalg.norm(forces[s] / G - up[s], axis=1)], 1) for s in up}
    flexion = cut["knee_flexion_ref_deg"]
    return leg_block(100.0, flexion=flexion, elevation=-np.degrees(np.arcsin(up["thigh"][:, 1])),
                     thigh_tilt_deg=tilt(up["thigh"]), shank_tilt_deg=tilt(up["shank"]),
                     thigh_frontal_deg=np.degrees(np.arcsin(up["thigh"][:, 2])),
                     thigh_acc_m_s2=forces["thigh"], shank_acc_m_s2=forces["shank"],
                     thigh_gyr_rad_s=gyrs["thigh"], shank_gyr_rad_s=gyrs["shank"],
                     thigh_dynamic_g=dynamic["thigh"], shank_dynamic_g=dynamic["shank"])


REAL = ("thigh_quat_wxyz", "shank_quat_wxyz", "thigh_acc_m_s2", "shank_acc_m_s2", "thigh_gyr_rad_s",
        "shank_gyr_rad_s", "knee_flexion_ref_deg")


def _axes(data: Any, segment: str) -> Floats:
    """Rows x forward, y up, z to the right in sensor axes, from standing and from the turning of squats."""
    up = _rotations(data[f"Pose/0/{segment}_quat_wxyz"]).inv().apply([0.0, 0.0, 1.0]).mean(axis=0)
    up /= np.linalg.norm(up)
    turning = np.concatenate([data[f"SqDL/{i}/{segment}_gyr_rad_s"] for i in range(5)])
    down = data["SqDL/0/knee_flexion_ref_deg"].argmax()
    axis = np.linalg.svd(turning, full_matrices=False)[2][0]
    axis -= up * (up @ axis)
    axis /= np.linalg.norm(axis)
    bends = data[f"SqDL/0/{segment}_gyr_rad_s"][:down].sum(axis=0) @ axis
    right = axis * np.sign(bends) * (1.0 if segment == "thigh" else -1.0)
    return np.array([np.cross(up, right), up, right])


def _rotations(quat_wxyz: Floats) -> Rotation:
    return Rotation.from_quat(quat_wxyz[:, [1, 2, 3, 0]])


@pytest.fixture(scope="module")
def builders() -> SimpleNamespace:
    """The functions above, for fixtures that live as long as a module."""
    return SimpleNamespace(leg_block=leg_block, repeated=repeated, strokes=strokes)


@pytest.fixture
def make_leg() -> Callable[..., LegBlock]:
    return leg_block


@pytest.fixture
def make_strokes() -> Callable[..., Floats]:
    return strokes


@pytest.fixture
def make_repeated() -> Callable[..., Floats]:
    return repeated


@pytest.fixture
def real() -> Callable[[str, int], LegBlock]:
    return real_leg


@pytest.fixture
def recorded() -> Callable[[str], Any]:
    """Opens one of the recordings of real people, or skips where they are absent."""
    def load(name: str) -> Any:
        if not (DATA / name).exists():
            pytest.skip(f"the real recordings are not at {DATA}")
        return np.load(DATA / name)
    return load


@pytest.fixture
def make_impact() -> Callable[..., Impact]:
    def impact(t_ns: int, peak_g: float, *, saturated: bool = False) -> Impact:
        return Impact(t_ns, shank=True, peak_resultant_g=peak_g, saturated=saturated)
    return impact
