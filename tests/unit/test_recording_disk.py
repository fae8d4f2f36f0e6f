"""A medium that takes no more bytes is told, whether at a flush or by the forced write behind it."""

import errno
import os
from pathlib import Path

import pytest

from monitor.errors import RecordingError, RecordingReason
from monitor.recording.disk import Disk


@pytest.fixture
def broken_medium(monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(_fd: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fsync)


def force_again_and_again(disk: Disk) -> None:
    while True:
        disk.force()


@pytest.mark.usefixtures("broken_medium")
def test_a_forced_write_that_failed_is_told_by_the_next(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "session.mcap")
    disk.write(b"knee")
    disk.flush()
    with pytest.raises(RecordingError) as told:
        force_again_and_again(disk)
    assert told.value.reason is RecordingReason.NOT_WRITABLE
    assert disk.failed is told.value
    disk.close()
    assert (tmp_path / "session.mcap").read_bytes() == b"knee"


@pytest.mark.usefixtures("broken_medium")
def test_the_last_forced_write_is_told_too(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "session.mcap")
    with pytest.raises(RecordingError, match=r"session\.mcap cannot be written"):
        disk.close()


def test_bytes_are_handed_over_whole_flushes_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "session.mcap"
    disk = Disk(path)
    disk.write(b"knee")
    assert (disk.tell(), path.read_bytes()) == (4, b"")
    disk.flush()
    disk.write(b" and shank")
    assert (disk.tell(), path.read_bytes()) == (14, b"knee")
    disk.close()
