"""Real people and real sensors, where their recordings are at hand (they are no part of the project)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from calibration.hinge_axis import fit_hinge, hinge_heading_offset, moving, relative_rotation, twist
from calibration.model import Motion
from calibration.rotation import conjugate, dot, rotate, unit
from monitor.analysis import export_blocks
from monitor.leg import LegBlock, Posture
from monitor.pipeline.align import Gridded
from monitor.pipeline.orientation import Orientation
from monitor.recording.csv_import import import_csv
from monitor.values import Side

DATA = Path(__file__).parents[3] / "shared" / "data"
UP = np.array((0.0, 0.0, 1.0))
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"the recordings of real people are not in {DATA}")


@dataclass(frozen=True)
class Walked:
    """Flexion of the person who stands, sits and walks, after import and analysis."""

    t_s: np.ndarray
    block: LegBlock

    def flexion_deg(self, from_s: float, to_s: float) -> np.ndarray:
        return self.block.flexion_deg[self.within(from_s, to_s) & self.block.valid]

    def within(self, from_s: float, to_s: float) -> np.ndarray:
        return (self.t_s >= from_s) & (self.t_s < to_s)


@pytest.fixture(scope="module", params=list(Side))
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Side, Path]:
    side = request.param
    folder = tmp_path_factory.mktemp(side)
    with np.load(DATA / f"stand_sit_walk_{side}.npz") as data:
        signals = [data[f"{segment}_{kind}"] for segment in ("thigh", "shank")
                   for kind in ("acc_m_s2", "gyr_rad_s")]
        table = np.column_stack((data["t_s"], *signals))
    names = [f"{segment}_{kind}_{axis}_{unit_}" for segment in ("thigh", "shank")
             for kind, unit_ in (("acc", "m_s2"), ("gyr", "rad_s")) for axis in "xyz"]
    np.savetxt(folder / "table.csv", table, "%.9g", ",", header=",".join(["t_s", *names]), comments="")
    import_csv(folder / "table.csv", folder / "session.mcap", side)
    return side, folder / "session.mcap"


def walked(path: Path, calibration: str) -> Walked:
    blocks, zero_ns, _ = export_blocks(path, calibration=calibration)
    block = LegBlock.join(list(blocks))
    return Walked((block.t_ns - zero_ns) * 1e-9, block)


@pytest.fixture(scope="module")
def person(imported: tuple[Side, Path]) -> tuple[Side, Walked]:
    return imported[0], walked(imported[1], "recording")


def test_the_table_keeps_its_own_time(person):
    _, leg = person
    assert leg.t_s[0] == pytest.approx(40.0, abs=1e-6)
    np.testing.assert_allclose(np.diff(leg.t_s), 0.01, atol=1e-6)


def test_stand_to_sit(person):
    side, leg = person
    standing, sitting = leg.flexion_deg(40.5, 43.5), leg.flexion_deg(54, 78.5)
    assert np.median(standing) == pytest.approx(0.0, abs=1.0)
    assert np.median(sitting) - np.median(standing) == pytest.approx(
        {Side.LEFT: 78.0, Side.RIGHT: 84.0}[side], abs=4.0)


def test_sitting_still_for_25_seconds_does_not_drift(person):
    _, leg = person
    assert len(leg.flexion_deg(53.5, 78.5)) == 2500
    seconds = leg.flexion_deg(53.5, 78.5).reshape(25, 100).mean(axis=1)
    assert np.ptp(seconds) < 1.0


def test_walking_bends_the_knee_as_walking_does(person):
    """From nearly straight to 55-80 degrees in swing; the wrong sign would show as negative flexion."""
    _, leg = person
    for from_s, to_s in ((96, 115), (117, 138)):
        low, middle, high = np.percentile(leg.flexion_deg(from_s, to_s), (1, 50, 99))
        assert -8 < low < 10
        assert 10 < middle < 40
        assert 50 < high < 85


def test_posture(person):
    _, leg = person
    assert set(leg.block.posture[leg.within(40, 44)]) == {Posture.STANDING}
    assert set(leg.block.posture[leg.within(55, 78)]) == {Posture.SITTING}
    assert np.mean(leg.block.posture[leg.within(96, 115)] == Posture.STANDING) > 0.95


def test_what_had_been_seen_by_then_is_enough_for_sitting(imported):
    """As a screen would have shown it: nothing before the first bending of the knee, then nearly the same."""
    side, path = imported
    live = walked(path, "live")
    assert not live.block.valid[live.within(40, 44)].any()
    assert np.median(live.flexion_deg(62, 78)) == pytest.approx(
        {Side.LEFT: 78.0, Side.RIGHT: 84.0}[side], abs=6.0)


# ----------------------------------------------------------- orientation against an optical reference

INCLINATION_DEG = {"01_undisturbed_slow_rotation_A": 0.60, "09_undisturbed_fast_rotation_with_breaks_B": 0.87,
                   "21_undisturbed_fast_combined": 1.72, "24_disturbed_tapping_A": 0.61}


@pytest.mark.parametrize("name", INCLINATION_DEG)
def test_inclination_is_as_good_as_the_best_published_filters(name):
    with np.load(DATA / f"orientation_{name}.npz") as data:
        rate_hz, moved, reference = float(data["rate_hz"]), data["movement"], data["reference_quat_wxyz"]
        acc, gyr = data["acc_m_s2"].astype(float), data["gyr_rad_s"].astype(float)
    no = np.zeros(len(acc), np.bool_)
    estimate = Orientation(rate_hz).push(Gridded(acc, gyr, no, no, no, no, no, np.zeros(len(no)))).quat
    scored = moved & np.isfinite(reference).all(axis=1)
    up, true_up = (rotate(conjugate(q[scored].astype(float)), UP) for q in (estimate, reference))
    error_deg = np.degrees(np.arccos(np.clip(dot(up, unit(true_up)), -1.0, 1.0)))
    assert scored.sum() > 10_000
    assert np.sqrt((error_deg ** 2).mean()) <= INCLINATION_DEG[name] + 0.05


# ------------------------------------------------------------- the hinge against motion capture


def exercise(data: np.lib.npyio.NpzFile, name: str) -> tuple[Motion, np.ndarray]:
    """All repetitions of one exercise, one after the other, and the optical flexion."""
    repetitions = sorted({key.split("/")[1] for key in data.files if key.startswith(f"{name}/")}, key=int)

    def joined(what: str) -> np.ndarray:
        return np.concatenate([data[f"{name}/{one}/{what}"] for one in repetitions]).astype(float)

    sensors = [joined(f"{segment}_{kind}") for kind in ("acc_m_s2", "gyr_rad_s", "quat_wxyz")
               for segment in ("thigh", "shank")]
    count = len(sensors[0])
    quats = [q / np.sqrt((q ** 2).sum(axis=1))[:, None] for q in sensors[4:]]
    return (Motion(np.arange(count) / 100.0, *sensors[:4], *quats, np.ones(count, np.bool_),
                   np.zeros(count, np.bool_)),
            joined("knee_flexion_ref_deg"))


def test_the_fitted_hinge_reads_what_motion_capture_saw():
    """One heading and one offset for each exercise are free, as the sensors' own orientations need."""
    with np.load(DATA / "exercise_reps_right.npz") as data:
        pose, _ = exercise(data, "Pose")
        squats, _ = exercise(data, "SqDL")
        ups = [unit(acc.mean(axis=0)) for acc in (pose.thigh_acc, pose.shank_acc)]
        fit = fit_hinge(squats, *ups, moving(squats))
        names = sorted({key.split("/")[0] for key in data.files} - {"Pose"})
        rmse = {name: flexion_rmse_deg(*exercise(data, name), fit.thigh, fit.shank) for name in names}
    assert len(rmse) == 11
    assert np.median(list(rmse.values())) < 3.2, rmse


def flexion_rmse_deg(motion: Motion, reference_deg: np.ndarray, thigh: np.ndarray,
                     shank: np.ndarray) -> float:
    offset = np.angle(np.exp(1j * hinge_heading_offset(motion, thigh, shank)).mean())
    angle = np.degrees(twist(relative_rotation(motion, np.full(len(motion), offset)), thigh, shank))
    errors = []
    for sign in (1.0, -1.0):       # the repetitions alone do not tell the sign
        apart = np.exp(1j * np.radians(sign * angle - reference_deg))
        errors.append(np.sqrt((np.degrees(np.angle(apart / apart.mean())) ** 2).mean()))
    return float(min(errors))
