"""Files that are missing, foreign or the very file that is read, and a missing display."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

Run = Callable[..., Any]
reading = pytest.mark.parametrize("line", [
    "analyze {}", "analyze {} --json", "replay {} --headless --speed max", "export {} --to csv -o {}.csv",
    "report {} -o {}.html",
    "verify {}", "recover {} -o {}.mcap", "why {} 1"])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("line", ["demo --out {}", "live --record {}"])
def test_without_a_display_a_window_is_refused_in_a_sentence(tmp_path: Path, line: str) -> None:
    bare = {name: value for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "monitor.cli", *line.format(tmp_path / "out").split()]
    ended = subprocess.run(command, env=bare, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "no display" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@reading
def test_a_file_that_is_not_there(patella: Run, tmp_path: Path, line: str) -> None:
    missing = tmp_path / "missing.mcap"
    assert str(missing) in patella(*line.replace("{}", str(missing)).split()).sentence


@reading
def test_a_file_that_is_no_recording(patella: Run, tmp_path: Path, line: str) -> None:
    other = tmp_path / "other.mcap"
    other.write_text("a shopping list")
    assert str(other) in patella(*line.replace("{}", str(other)).split()).sentence


@reading
def test_a_folder(patella: Run, tmp_path: Path, line: str) -> None:
    assert str(tmp_path) in patella(*line.replace("{}", str(tmp_path)).split()).sentence


@pytest.mark.parametrize("command", [("export",), ("export", "--to", "sto"), ("report",), ("recover",)])
def test_a_recording_is_never_written_over(patella: Run, squats: Path, tmp_path: Path,
                                           command: tuple[str, ...]) -> None:
    mine = tmp_path / "mine.mcap"
    copy(squats, mine)
    ended = patella(command[0], mine, *command[1:], "-o", mine)
    assert ended.code == 1
    assert "is the file that is read" in ended.err
    assert mine.read_bytes() == squats.read_bytes()


@pytest.mark.parametrize("command", ["export --to csv", "export --to sto", "report"])
def test_no_other_recording_is_written_over_either(patella: Run, squats: Path, tmp_path: Path,
                                                   command: str) -> None:
    other = tmp_path / "other.mcap"
    copy(squats, other)
    name, *options = command.split()
    assert "holds what was recorded" in patella(name, squats, *options, "-o", other).sentence
    assert other.read_bytes() == squats.read_bytes()


def test_a_command_that_is_interrupted_says_so(patella: Run, squats: Path,
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("monitor.both_legs.analyze_legs", interrupted)
    ended = patella("analyze", squats)
    assert (ended.code, ended.out, ended.err) == (130, "", "Stopped.\n")
