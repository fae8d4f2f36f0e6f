"""How fast an hour is written, opened, read, imported, and how quick a seek is: `benchmarks/recording.py`."""

from __future__ import annotations

import resource
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from sections import machine, write_section

from monitor.recording.csv_import import import_csv
from monitor.recording.csv_table import SIGNALS
from monitor.recording.reader import Recording, open_recording
from monitor.recording.writer import RecordingWriter
from monitor.values import EventKind, Input, Placement, Received, Segment, SessionEvent, Side, Tick

HOUR_S = 3600
RATE_HZ = 100
START_NS = 1_700_000_000_000_000_000


def main() -> None:
    """Measure and write the section down."""
    lines = ["| an hour of two sensors at 100 Hz | time |", "| --- | --- |"]

    def report(what: str, seconds: float) -> None:
        shown = f"{seconds * 1e3:.1f} ms" if seconds < 0.1 else f"{seconds:.1f} s"
        lines.append(f"| {what} | {shown} |")
        print(lines[-1])

    with tempfile.TemporaryDirectory() as folder:
        path, table = Path(folder) / "hour.mcap", Path(folder) / "hour.csv"
        report("write, packets of two samples", timed(lambda: write(path)))
        report("open, every checksum and sequence checked", timed(lambda: open_recording(path)))
        recording = open_recording(path)
        report("read every input", timed(lambda: sum(1 for _ in recording.inputs())))
        report("seek to a time, worst of 200", max(seeks(recording)))
        write_table(table)
        report("import the same as a table of 12 columns", timed(lambda: import_csv(table, path, Side.LEFT)))
    unit = 1024 if sys.platform == "linux" else 1 << 20
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    write_section("performance.md", "recording", "\n".join(
        ["## Recordings", "", f"`python benchmarks/recording.py`: {machine()}.", "", *lines, "",
         f"Peak memory of all of it: {peak_mb:.0f} MB."]))


def timed(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def seeks(recording: Recording) -> Iterator[float]:
    """Seconds from asking to the first input, at places all over the recording."""
    rng = np.random.default_rng(1)
    for part in rng.random(200).tolist():
        at_ns = recording.info.start_ns + round(part * recording.info.duration_s * 1e9)
        yield timed(lambda at_ns=at_ns: next(recording.inputs(at_ns)))  # type: ignore[misc]


def write(path: Path) -> None:
    with RecordingWriter(path, side=Side.LEFT, patient="bench", version="0") as writer:
        for item in inputs():
            writer.write(item)


def inputs() -> Iterator[Input]:
    """An hour of packets of two samples, with ticks."""
    yield SessionEvent(START_NS, EventKind.START, {"side": "left", "patient": "bench"})
    placements = [Placement(Side.LEFT, segment) for segment in Segment]
    for i in range(HOUR_S * RATE_HZ // 2):
        t_ns = START_NS + i * 2 * 10**9 // RATE_HZ
        packet = struct.pack("<BBBBHHI", 1, 0, 2, 0, i & 0xFFFF, 10_000, i * 20_000 & 0xFFFFFFFF) + bytes(24)
        for placement in placements:
            yield Received(placement, t_ns, packet)
        if i % 5 == 0:
            yield Tick(t_ns)


def write_table(path: Path) -> None:
    rng = np.random.default_rng(1)
    with path.open("w") as file:
        file.write(",".join(("t_s", *SIGNALS)) + "\n")
        for i in range(HOUR_S * RATE_HZ):
            row = rng.normal(size=len(SIGNALS)).tolist()
            file.write(f"{i / RATE_HZ:.2f}," + ",".join(f"{value:.6f}" for value in row) + "\n")


if __name__ == "__main__":
    main()
