"""A program killed while it records loses less than a second, and anyone can read the rest."""

import contextlib
import random
import runpy
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest
from mcap.exceptions import EndOfFile
from mcap.reader import NonSeekingReader

from monitor.recording.reader import open_recording
from monitor.recording.recovery import PARTIAL, WHOLE, recover, verify
from monitor.values import Input

STAMP = struct.Struct("<q")

# Records without end, as fast as it can, and reports the time of each input once it is written.
RECORD = """
import os, runpy, struct, sys
from pathlib import Path
from monitor.recording.writer import RecordingWriter
from monitor.values import Side
inputs = runpy.run_path(sys.argv[1])["session_inputs"](100_000)
writer = RecordingWriter(Path(sys.argv[2]), side=Side.RIGHT, patient="p-7", version="1.2")
for item in inputs:
    writer.write(item)
    os.write(1, struct.pack("<q", item.t_host_ns))
"""


def record_and_kill(code: str, path: Path, after_s: float) -> int:
    """Time of the last input known to have been written before the program was killed."""
    command = [sys.executable, "-c", RECORD, code, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        stamps = bytearray(program.stdout.read(STAMP.size))
        end = time.monotonic() + after_s
        while time.monotonic() < end:
            stamps += program.stdout.read(STAMP.size)
        program.kill()
        stamps += program.stdout.read()
    whole = len(stamps) // STAMP.size
    return int(STAMP.unpack_from(stamps, (whole - 1) * STAMP.size)[0])


def count_with_another_reader(path: Path) -> int:
    """Messages that the mcap package's own reader gives before it stops at the torn end, in its own way."""
    count = 0
    with path.open("rb") as file, contextlib.suppress(EndOfFile, struct.error):
        for _ in NonSeekingReader(file).iter_messages(log_time_order=False):
            count += 1
    return count


def check(code: str, folder: Path, after_s: float, expected: list[Input]) -> None:
    bad, good = folder / "killed.mcap", folder / "good.mcap"
    written_ns = record_and_kill(code, bad, after_s)
    assert verify(bad).exit_code == PARTIAL
    assert recover(bad, good).exit_code == PARTIAL
    assert verify(good).exit_code == WHOLE
    recovered = list(open_recording(good).inputs())
    assert recovered == expected[:len(recovered)]
    assert written_ns - recovered[-1].t_host_ns < 1_000_000_000
    assert count_with_another_reader(bad) >= len(recovered)      # it also believes half a chunk
    assert count_with_another_reader(good) == len(recovered)


@pytest.fixture(scope="module")
def expected(session_code: str) -> list[Input]:
    return list(runpy.run_path(session_code)["session_inputs"](2000))


@pytest.mark.parametrize("seed", range(12))
def test_a_kill_loses_less_than_a_second(session_code: str, expected: list[Input], tmp_path: Path,
                                         seed: int) -> None:
    check(session_code, tmp_path, random.Random(seed).uniform(0.0, 0.1), expected)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 150))
def test_fifty_kills_lose_less_than_a_second_each(session_code: str, expected: list[Input], tmp_path: Path,
                                                  seed: int) -> None:
    check(session_code, tmp_path, random.Random(seed).uniform(0.0, 0.3), expected)
