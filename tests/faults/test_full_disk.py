"""A disk that fills up ends the recording with a sentence and keeps what was recorded."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.errors import RecordingError, RecordingReason
from monitor.recording.reader import open_recording
from monitor.recording.writer import RecordingWriter
from monitor.values import Input, Side

LIMIT_BYTES = 32 * 1024

# Records under a file size limit, to which the system answers as to a full disk.
RECORD_UNDER_LIMIT = f"""
import resource, runpy, sys
from pathlib import Path
from monitor.errors import RecordingError
from monitor.recording.writer import RecordingWriter
from monitor.values import Side
inputs = runpy.run_path(sys.argv[1])["session_inputs"](100)
resource.setrlimit(resource.RLIMIT_FSIZE, ({LIMIT_BYTES}, {LIMIT_BYTES}))
with RecordingWriter(Path(sys.argv[2]), side=Side.RIGHT, patient="p-7", version="1.2") as writer:
    try:
        for item in inputs:
            writer.write(item)
    except RecordingError as error:
        print(error.reason, error)
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs the rights of an administrator")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def write_all(writer: RecordingWriter, items: list[Input]) -> None:
    for item in items:
        writer.write(item)


def test_a_full_disk_keeps_what_was_recorded(small_disk: Path, session: tuple[bytes, list[Input]]) -> None:
    (small_disk / "ballast").write_bytes(bytes(96 * 1024))
    path = small_disk / "session.mcap"
    _, items = session
    with RecordingWriter(path, side=Side.RIGHT, patient="p-7", version="1.2") as writer:
        with pytest.raises(RecordingError) as stopped:
            write_all(writer, items * 10)
        with pytest.raises(RecordingError):
            writer.write(items[0])
    assert stopped.value.reason is RecordingReason.DISK_FULL
    kept = list(open_recording(path).inputs())
    assert kept
    assert kept == items[:len(kept)]


def test_a_limit_on_the_file_keeps_what_was_recorded(session_code: str, session: tuple[bytes, list[Input]],
                                                     tmp_path: Path) -> None:
    path = tmp_path / "session.mcap"
    command = [sys.executable, "-c", RECORD_UNDER_LIMIT, session_code, str(path)]
    program = subprocess.run(command, check=True, capture_output=True, text=True)
    assert program.stdout.startswith("disk_full The disk is full")
    assert program.stderr == ""
    kept = list(open_recording(path).inputs())
    assert path.stat().st_size <= LIMIT_BYTES
    assert kept
    assert kept == session[1][:len(kept)]


def test_a_place_that_cannot_be_written_is_said_at_once(tmp_path: Path) -> None:
    for place in (tmp_path / "missing" / "a.mcap", tmp_path):
        with pytest.raises(RecordingError) as refused:
            RecordingWriter(place, side=Side.LEFT, patient="p", version="1")
        assert refused.value.reason is RecordingReason.NOT_WRITABLE
        assert str(place) in str(refused.value)
