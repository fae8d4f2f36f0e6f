"""The recordings that ship with the project can be made again, bit for bit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

RECORDINGS = Path(__file__).parents[2] / "recordings"


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recordings")
    subprocess.run([sys.executable, RECORDINGS / "make.py", folder], check=True, cwd=RECORDINGS.parent)
    return folder


def shipped() -> list[Path]:
    return sorted(path.relative_to(RECORDINGS) for path in RECORDINGS.rglob("*")
                  if path.suffix in (".mcap", ".csv", ".json"))


def test_every_file_is_made_by_the_one_command(remade):
    made = sorted(path.relative_to(remade) for path in remade.rglob("*") if path.is_file())
    assert made == shipped()
    assert len(made) >= 9


def test_the_bytes_are_the_same(remade):
    for path in shipped():
        assert (remade / path).read_bytes() == (RECORDINGS / path).read_bytes(), path


def test_they_are_small():
    assert all((RECORDINGS / path).stat().st_size < 1_000_000 for path in shipped())
