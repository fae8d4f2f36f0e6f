"""Importing tables: good ones, and ones that cannot be used."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from monitor.recording.reader import open_recording

Run = Callable[..., Any]
COLUMNS = ["t_s", *(f"{segment}_{kind}_{axis}_{unit}" for segment in ("thigh", "shank")
                    for kind, unit in (("acc", "m_s2"), ("gyr", "rad_s")) for axis in "xyz")]


def table(path: Path, rows: int = 500, **columns: np.ndarray) -> Path:
    """A table of a leg that stands still, with some columns replaced."""
    noise = np.random.default_rng(1)
    still = {name: noise.normal(0.0, 0.01, rows) for name in COLUMNS} | {"t_s": np.arange(rows) / 100}
    for segment in ("thigh", "shank"):
        still[f"{segment}_acc_y_m_s2"] += 9.81
    values = still | columns
    lines = [",".join(values)] + [",".join(map(str, row)) for row in zip(*values.values(), strict=True)]
    path.write_text("\n".join(lines))
    return path


def test_a_table_becomes_a_recording(patella: Run, tmp_path: Path) -> None:
    out = tmp_path / "still.mcap"
    ended = patella("import", table(tmp_path / "still.csv"), "-o", out, "--side", "right")
    assert (ended.code, ended.err) == (0, "")
    assert open_recording(out).info.side == "right"


@pytest.mark.parametrize(("name", "value"), [
    ("shank_gyr_z_rad_s", np.array(["text"] * 500)),
    ("thigh_acc_x_m_s2", np.full(500, np.nan)),
    ("t_s", np.arange(500)[::-1] / 100.0),
    ("t_s", (np.arange(500) / 22.3607) ** 2),
])
def test_a_column_that_cannot_be_used_is_named(patella: Run, tmp_path: Path, name: str,
                                               value: np.ndarray) -> None:
    refused = patella("import", table(tmp_path / "bad.csv", **{name: value}), "-o", tmp_path / "x.mcap")
    assert name in refused.sentence or "time" in refused.sentence
    assert not (tmp_path / "x.mcap").exists()


def test_a_missing_column_is_named(patella: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("t_s,thigh_acc_x_m_s2\n0,0\n")
    assert "thigh_acc_y_m_s2" in patella("import", path, "-o", tmp_path / "x.mcap").sentence


def test_an_empty_file_is_refused(patella: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.touch()
    assert str(path) in patella("import", path, "-o", tmp_path / "x.mcap").sentence
