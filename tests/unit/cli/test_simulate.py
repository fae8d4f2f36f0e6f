"""Simulating a patient: what is left, and what cannot be simulated."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from monitor.recording.reader import open_recording

Run = Callable[..., Any]


def test_it_leaves_a_recording_and_the_truth(patella: Run, tmp_path: Path) -> None:
    out = tmp_path / "squat.mcap"
    how = "--rate 50 --side right --loss 2 --bias 0.5 --soft-tissue 6 --range 8"
    ended = patella("simulate", "squat:1", "-o", out, "--truth", tmp_path / "truth", *how.split())
    assert (ended.code, ended.err) == (0, "")
    info = open_recording(out).info
    assert info.side == "right"
    assert {sensor.rate_hz for sensor in info.sensors.values()} == {50.0}
    assert {sensor.acc_range_g for sensor in info.sensors.values()} == {8.0}
    assert (tmp_path / "truth" / "flexion.csv").read_text().startswith("t_s,flexion_deg\n")
    assert json.loads((tmp_path / "truth" / "events.json").read_text())


def test_the_same_seed_makes_the_same_file(patella: Run, tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        assert patella("simulate", "squat:1", "-o", tmp_path / name, "--seed", str(seed)).code == 0
    a, b, c = ((tmp_path / name).read_bytes() for name in "abc")
    assert a == b
    assert a != c


def test_another_recording_of_this_name_is_kept_and_told(patella: Run, tmp_path: Path) -> None:
    out = tmp_path / "squat.mcap"
    ends = [patella("simulate", "squat:1", "-o", out, "--seed", seed) for seed in ("3", "3", "4")]
    assert [ended.code for ended in ends] == [0, 0, 0]
    assert [ended.err for ended in ends[:2]] == ["", ""]
    kept = tmp_path / "squat-1.mcap"
    assert ends[2].err == f"Note: {out} held another recording; that one is kept as {kept}.\n"


@pytest.mark.parametrize(("spec", "complaint"), [
    ("flying", "does not know"), ("squat:x", "is not written")])
def test_what_the_patient_cannot_do_is_refused(patella: Run, tmp_path: Path, spec: str,
                                               complaint: str) -> None:
    assert complaint in patella("simulate", spec, "-o", tmp_path / "x.mcap").sentence
    assert not (tmp_path / "x.mcap").exists()


def test_a_folder_that_is_not_there_is_named(patella: Run, tmp_path: Path) -> None:
    nowhere = tmp_path / "none" / "x.mcap"
    assert str(nowhere) in patella("simulate", "squat:1", "-o", nowhere).sentence
