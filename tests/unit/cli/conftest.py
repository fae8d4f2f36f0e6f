"""Runs a command as the console would, and a short recording for it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from monitor.app import simulate
from monitor.cli import entry
from monitor.values import Side


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line of a refusal."""
        assert self.code == 1, self.err
        assert self.out == ""
        (line,) = self.err.splitlines()
        return line


@pytest.fixture
def patella(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    def run(*arguments: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["patella", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            entry.main()
        captured = capsys.readouterr()
        return Ended(int(ended.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def squats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short simulated session, whole."""
    path = tmp_path_factory.mktemp("simulated") / "squats.mcap"
    simulate(["calibration", "squat:3"], path, path.parent / "truth", side=Side.LEFT, rate_hz=100, seed=1)
    return path
