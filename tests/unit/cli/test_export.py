"""Tables and reports: what is written."""

from collections.abc import Callable
from pathlib import Path
from shutil import copy
from typing import Any

from monitor.recording.notes import add_note
from monitor.values import EventKind, SessionEvent

Run = Callable[..., Any]


def test_export_writes_a_table_with_empty_fields_for_unknown_angles(patella: Run, squats: Path,
                                                                    tmp_path: Path) -> None:
    out = tmp_path / "knee.csv"
    assert patella("export", squats, "--to", "csv", "-o", out, "--calibration", "live").code == 0
    header, first, *_, last = out.read_text().splitlines()
    assert header.startswith("t_s,flexion_deg,sigma_deg,valid,thigh_tilt_deg,shank_tilt_deg,posture")
    assert first.split(",")[1] == ""
    assert abs(float(last.split(",")[1])) < 10.0


def test_export_writes_a_storage_file_for_models(patella: Run, squats: Path,
                                                 tmp_path: Path) -> None:
    out = tmp_path / "knee.sto"
    assert patella("export", squats, "--to", "sto", "-o", out).code == 0
    head, _, rows = out.read_text().partition("endheader\n")
    assert "inDegrees=yes" in head
    assert rows.startswith("time\tknee_angle_l\n")
    angles = [float(line.split("\t")[1]) for line in rows.splitlines()[1:]]
    assert max(angles) > 60.0


def test_report_counts_as_the_therapist_said(patella: Run, squats: Path, tmp_path: Path) -> None:
    copied = tmp_path / "squats.mcap"
    copy(squats, copied)
    add_note(copied, SessionEvent(0, EventKind.OVERRULE, {"set": 1, "rep": 2, "counted": False}))
    assert patella("report", copied, "-o", tmp_path / "report.html").code == 0
    text = (tmp_path / "report.html").read_text()
    assert "2 of 3 tried" in text
    assert "decided by the therapist (1)" in text


def test_report_writes_one_page(patella: Run, squats: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert patella("report", squats, "-o", out).code == 0
    assert "left knee" in out.read_text()
    assert "not a medical device" in " ".join(out.read_text().split())
