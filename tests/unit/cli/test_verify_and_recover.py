"""Whole, cut and foreign files: what is said of them and what is saved."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from monitor.recording.reader import open_recording

Run = Callable[..., Any]


def test_a_whole_recording_is_whole(patella: Run, squats: Path, tmp_path: Path) -> None:
    assert patella("verify", squats).code == 0
    assert patella("recover", squats, "-o", tmp_path / "same.mcap").code == 0


def test_a_cut_recording_is_recovered_with_loss(patella: Run, squats: Path, tmp_path: Path) -> None:
    cut, saved = tmp_path / "cut.mcap", tmp_path / "saved.mcap"
    cut.write_bytes(squats.read_bytes()[:squats.stat().st_size // 2])
    assert patella("verify", cut).code == 3
    assert patella("recover", cut, "-o", saved).code == 3
    assert patella("verify", saved).code == 0
    assert open_recording(saved).info.duration_s > 10.0


@pytest.mark.parametrize("content", [b"", b"no recording at all", bytes(1000)])
def test_nothing_can_be_made_of_nothing(patella: Run, tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.mcap"
    bad.write_bytes(content)
    assert str(bad) in patella("verify", bad).sentence
    assert str(bad) in patella("recover", bad, "-o", tmp_path / "saved.mcap").sentence
    assert not (tmp_path / "saved.mcap").exists()
