"""A patient's weeks, and pain that is asked for later."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from monitor.cli import programme
from monitor.recording.reader import open_recording

Run = Callable[..., Any]
PLAN = 'patient = "virtual"\nside = "left"\n[[exercise]]\nid = "squat"\nsets = 2\nreps = 10\n'


@pytest.fixture
def folder(squats: Path, tmp_path: Path) -> Path:
    copy(squats, tmp_path / "squats.mcap")
    return tmp_path


def test_a_patients_sessions_are_listed_with_what_was_done_of_the_plan(
        patella: Run, folder: Path, squats: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    that_day = datetime.fromtimestamp(open_recording(squats).info.start_ns / 1e9, UTC)
    monkeypatch.setattr(programme, "local_now", lambda: that_day)
    plan = folder / "plan.toml"
    plan.write_text(PLAN)
    ended = patella("history", folder, "--patient", "virtual", "--prescription", plan)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("virtual: 1 session\n")
    assert "3 repetitions" in ended.out
    assert ended.out.endswith("Done of what was prescribed since "
                              f"{that_day:%Y-%m-%d}: {100 * 3 / 20:.0f} %\n")


def test_without_a_code_every_patient_is_told_of_and_what_cannot_be_read(patella: Run,
                                                                         folder: Path) -> None:
    (folder / "other.mcap").write_text("a shopping list")
    (folder / "plan.toml").write_text(PLAN.replace('"virtual"', '"P-7"'))
    ended = patella("history", folder, "--prescription", folder / "plan.toml")
    assert "virtual: 1 session" in ended.out
    assert "other.mcap" in ended.out
    assert "the prescription is for patient P-7" in ended.out


@pytest.mark.parametrize("line", ["{}/none", "{} --patient P9", "{} --prescription {}/none.toml"])
def test_what_is_not_there_is_named(patella: Run, folder: Path, line: str) -> None:
    sentence = patella("history", *line.replace("{}", str(folder)).split()).sentence
    assert "none" in sentence or "P9" in sentence


def test_pain_is_asked_for_and_kept_with_what_was_done(
        patella: Run, folder: Path, squats: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    end_s = open_recording(squats).info.end_ns / 1e9
    monkeypatch.setattr(programme, "local_now", lambda: datetime.fromtimestamp(end_s + 3700, UTC))
    assert "patella pain squats.mcap SCORE --asked hour" in patella("history", folder).out
    kept = patella("pain", folder / "squats.mcap", "4")
    assert (kept.code, kept.out) == (
        0, "Kept beside squats.mcap: pain 4 after 1 set, 3 repetitions.\n")
    again = patella("history", folder).out
    assert "pain an hour after 4" in again
    assert "To ask" not in again


@pytest.mark.parametrize("score", ["11", "-1", "much"])
def test_pain_off_the_scale_is_refused(patella: Run, folder: Path, score: str) -> None:
    ended = patella("pain", folder / "squats.mcap", "--", score)
    assert ended.code == 2
    assert "SCORE" in ended.err
    assert not (folder / "squats.notes.jsonl").exists()


def test_pain_about_nothing_is_refused(patella: Run, folder: Path) -> None:
    (folder / "other.mcap").write_text("a shopping list")
    assert "other.mcap" in patella("pain", folder / "other.mcap", "3").sentence


def test_an_empty_folder_has_no_patient(patella: Run, tmp_path: Path) -> None:
    assert "no recording" in patella("history", tmp_path).sentence


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_is_told_of(patella: Run, folder: Path) -> None:
    (folder / os.fsdecode(b"squats\xff.mcap")).write_bytes((folder / "squats.mcap").read_bytes())
    ended = patella("history", folder)
    assert ended.code == 0
    assert "virtual: 1 session" in ended.out
    assert "rename it" in ended.out
