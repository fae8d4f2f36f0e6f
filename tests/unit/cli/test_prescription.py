"""The exercises there are, and the checking of prescriptions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
GOOD = 'patient = "P1"\nside = "left"\n[[exercise]]\nid = "squat"\nsets = 2\nreps = 10\n'


def test_every_exercise_is_listed_with_its_dose(patella: Run) -> None:
    lines = patella("exercises").out.splitlines()
    assert any(line.startswith("squat ") and "2 x 10" in line for line in lines)
    assert len(lines) > 30


def test_a_good_prescription_is_told_back(patella: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(GOOD)
    ended = patella("prescription", "check", path)
    assert (ended.code, ended.err) == (0, "")
    assert "squat: 2 x 10" in ended.out


@pytest.mark.parametrize(("was", "is_", "line"), [
    ("squat", "squatt", 4), ("reps = 10", "reps = -1", 6), ("sets = 2", "sets = 'two'", 5),
    ("left", "middle", 2), ("side =", "side", 2)])
def test_what_is_wrong_is_named_with_its_line(patella: Run, tmp_path: Path, was: str, is_: str,
                                              line: int) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(GOOD.replace(was, is_))
    ended = patella("prescription", "check", path)
    assert ended.code == 1
    assert f"line {line}" in ended.err.lower()


def test_a_file_that_is_no_text_is_refused(patella: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(bytes(range(128, 256)))
    assert str(path) in patella("prescription", "check", path).sentence


def test_an_unknown_exercise_is_refused(patella: Run, squats: Path) -> None:
    assert "flying" in patella("analyze", squats, "--exercise", "flying").sentence
