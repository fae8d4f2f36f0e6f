"""Patella on recordings of real people and sensors, where they are at hand beside the project."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from calibration.hinge_axis import fit_hinge, hinge_heading_offset, moving, relative_rotation, twist
from calibration.model import Motion
from calibration.rotation import Floats, conjugate, dot, rotate, unit
from monitor.analysis import export_blocks
from monitor.leg import LegBlock
from monitor.pipeline.align import Gridded
from monitor.pipeline.orientation import Orientation
from monitor.recording.csv_import import import_csv
from monitor.values import Side

DATA = Path(__file__).parents[2] / "shared" / "data"
UP = np.array((0.0, 0.0, 1.0))
VQF_DEG = {"01_undisturbed_slow_rotation_A": 0.60, "09_undisturbed_fast_rotation_with_breaks_B": 0.87,
           "21_undisturbed_fast_combined": 1.72, "24_disturbed_tapping_A": 0.61}
SITTING_DEG = {Side.LEFT: 78.0, Side.RIGHT: 84.0}


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
        yield from walking_lines(side)
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


def walking_lines(side: Side) -> Iterator[str]:
    """Standing, sitting and walking of one person with a strap that shakes, calibrated automatically."""
    t_s, leg = stand_sit_walk(side)

    def flexion(from_s: float, to_s: float) -> Floats:
        return leg.flexion_deg[(t_s >= from_s) & (t_s < to_s) & leg.valid]

    sitting = flexion(53.5, 78.5)
    rise = float(np.median(sitting) - np.median(flexion(40.5, 43.5)))
    drift = float(np.ptp(sitting[:len(sitting) // 25 * 25].reshape(25, -1).mean(axis=1)))
    low, high = np.percentile(np.concatenate((flexion(96, 115), flexion(117, 138))), (1, 99))
    name = f"stand, sit, walk, {side} leg"
    yield f"| {name} | stand to sit | {rise:.1f} deg | about {SITTING_DEG[side]:.0f} deg |"
    yield f"| {name} | drift in 25 s of sitting | {drift:.2f} deg | 0 |"
    yield (f"| {name} | walking, 1st to 99th percentile | {low:.1f} to {high:.1f}: {high - low:.1f} deg | "
           "under 75 deg |")
    yield f"| {name} | known | {100 * leg.valid.mean():.1f} % of the time | 100 % |"


def stand_sit_walk(side: Side) -> tuple[Floats, LegBlock]:
    """Seconds (n,) and the leg, imported and analysed as any table would be."""
    with tempfile.TemporaryDirectory() as name, np.load(DATA / f"stand_sit_walk_{side}.npz") as data:
        folder = Path(name)
        kinds = (("acc", "m_s2"), ("gyr", "rad_s"))
        columns = {f"{segment}_{kind}_{axis}_{unit_}": data[f"{segment}_{kind}_{unit_}"][:, i]
                   for segment in ("thigh", "shank") for kind, unit_ in kinds for i, axis in enumerate("xyz")}
        table = np.column_stack((data["t_s"], *columns.values()))
        np.savetxt(folder / "table.csv", table, "%.9g", ",", header=",".join(["t_s", *columns]), comments="")
        import_csv(folder / "table.csv", folder / "session.mcap", side)
        blocks, zero_ns, _ = export_blocks(folder / "session.mcap")
        leg = LegBlock.join(list(blocks))
    return (leg.t_ns - zero_ns) * 1e-9, leg


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
