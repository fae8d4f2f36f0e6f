"""Patella on recordings of real people and sensors, where they are at hand beside the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from walking import walking_lines

from calibration.hinge_axis import fit_hinge, hinge_heading_offset, moving, relative_rotation, twist
from calibration.model import Motion
from calibration.rotation import Floats, conjugate, dot, rotate, unit
from monitor.pipeline.align import Gridded
from monitor.pipeline.orientation import Orientation
from monitor.values import Side

DATA = Path(__file__).parents[2] / "shared" / "data"
UP = np.array((0.0, 0.0, 1.0))
VQF_DEG = {"01_undisturbed_slow_rotation_A": 0.60, "09_undisturbed_fast_rotation_with_breaks_B": 0.87,
           "21_undisturbed_fast_combined": 1.72, "24_disturbed_tapping_A": 0.61}


def lines() -> Iterator[str]:
    """The section's Markdown."""
    if not DATA.is_dir():
        yield f"Not measured: there are no recordings in {DATA}."
        return
    yield "| recording | figure | Patella | to compare |"
    yield "| --- | --- | --- | --- |"
    for name, vqf_deg in VQF_DEG.items():
        yield f"| {name} | inclination RMSE | {inclination_deg(name):.2f} deg | VQF {vqf_deg:.2f} deg |"
    for side in Side:
        yield from walking_lines(DATA, side)
    errors = repetition_errors_deg()
    worst = max(errors, key=lambda name: errors[name])
    yield (f"| repetitions, right leg, {len(errors)} exercises | flexion RMSE, one heading and offset each | "
           f"median {np.median(list(errors.values())):.2f} deg, worst {errors[worst]:.1f} deg ({worst}) | "
           "median 3.2 deg |")


def inclination_deg(name: str) -> float:
    """RMSE of the inclination against the optical reference, by Patella's own filter stage."""
    with np.load(DATA / f"orientation_{name}.npz") as data:
        rate_hz, moved, reference = float(data["rate_hz"]), data["movement"], data["reference_quat_wxyz"]
        acc, gyr = data["acc_m_s2"].astype(float), data["gyr_rad_s"].astype(float)
    no = np.zeros(len(acc), np.bool_)
    quat = Orientation(rate_hz).push(Gridded(acc, gyr, no, no, no, no, no, np.zeros(len(no)))).quat
    scored = moved & np.isfinite(reference).all(axis=1)
    up, true_up = (rotate(conjugate(q[scored].astype(float)), UP) for q in (quat, reference))
    error = np.degrees(np.arccos(np.clip(dot(up, unit(true_up)), -1.0, 1.0)))
    return float(np.sqrt((error ** 2).mean()))


def repetition_errors_deg() -> dict[str, float]:
    """RMSE of flexion by exercise against motion capture, from the sensors' own orientations."""
    with np.load(DATA / "exercise_reps_right.npz") as data:
        pose, _ = _repetitions(data, "Pose")
        squats, _ = _repetitions(data, "SqDL")
        ups = [unit(acc.mean(axis=0)) for acc in (pose.thigh_acc, pose.shank_acc)]
        fit = fit_hinge(squats, *ups, moving(squats))
        names = sorted({key.split("/")[0] for key in data.files} - {"Pose"})
        return {name: _flexion_rmse_deg(*_repetitions(data, name), fit.thigh, fit.shank) for name in names}


def _repetitions(data: Any, name: str) -> tuple[Motion, Floats]:
    """All repetitions of an exercise, one after the other, and the optical flexion (n,)."""
    numbers = sorted({key.split("/")[1] for key in data.files if key.startswith(f"{name}/")}, key=int)

    def joined(what: str) -> Floats:
        return np.concatenate([data[f"{name}/{one}/{what}"] for one in numbers]).astype(float)

    sensors = [joined(f"{segment}_{kind}") for kind in ("acc_m_s2", "gyr_rad_s", "quat_wxyz")
               for segment in ("thigh", "shank")]
    count = len(sensors[0])
    quats = [q / np.sqrt((q ** 2).sum(axis=1))[:, None] for q in sensors[4:]]
    return (Motion(np.arange(count) / 100.0, *sensors[:4], *quats, np.ones(count, np.bool_),
                   np.zeros(count, np.bool_)),
            joined("knee_flexion_ref_deg"))


def _flexion_rmse_deg(motion: Motion, reference_deg: Floats, thigh: Floats, shank: Floats) -> float:
    offset = np.angle(np.exp(1j * hinge_heading_offset(motion, thigh, shank)).mean())
    angle = twist(relative_rotation(motion, np.full(len(motion), offset)), thigh, shank)
    apart = [np.exp(1j * (sign * angle - np.radians(reference_deg))) for sign in (1.0, -1.0)]
    return min(float(np.sqrt((np.degrees(np.angle(one / one.mean())) ** 2).mean())) for one in apart)
