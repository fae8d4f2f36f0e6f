"""Where things are kept, also for an account without a home."""

import os
from pathlib import Path

import pytest

from monitor.errors import PatellaError
from monitor.folders import data_folder, log_folder


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)


def test_each_has_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder().name == "patella"
    assert data_folder() != log_folder()


@pytest.mark.usefixtures("homeless")
def test_without_a_home_recordings_need_a_place_and_the_log_has_one() -> None:
    with pytest.raises(PatellaError, match="no home folder"):
        data_folder()
    assert log_folder().is_dir()
