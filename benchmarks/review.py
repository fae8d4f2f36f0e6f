"""How long an hour takes to open in review and to seek in, and how much memory: `benchmarks/review.py`.

The session is simulated, seen by a live session and recorded with what that showed: once of one leg, once
of both. It is then opened in the shipped window twice, each time in a process of its own: before anything was
kept of it, and after.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from sections import machine, write_section

from monitor.values import Legs

if TYPE_CHECKING:                        # the process that records needs no window
    from monitor.dashboard.review.desk import ReviewDesk
    from monitor.dashboard.window import MainWindow

MINUTES, RATE_HZ, SQUATS_A_MINUTE = 60, 100.0, 15
SEEKS = 200
DIGEST_EVERY = 50       # inputs, about a third of a second


def main() -> None:
    """Measure and write the section down."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {legs: Path(folder) / legs / "hour.mcap" for legs in (Legs.LEFT, Legs.BOTH)}
        found = [one for legs, path in paths.items() for one in measured(path, legs)]
    rows = [f"| {what} | " + " | ".join(one[key] for one in found) + " |" for key, what in (
        ("shown_s", "from the list to the first picture"), ("work_s", "of it processor time"),
        ("whole_s", "until all of it is analysed"),
        ("seek_p50_ms", "a seek, drawn: p50"), ("seek_p95_ms", "p95"), ("seek_worst_ms", "worst"),
        ("seek_work_ms", "of it processor time: p95"),
        ("file_p95_ms", "first packet after a random moment, from the file: p95"),
        ("peak_mb", "peak memory of the whole program"))]
    text = "\n".join([
        "## Review", "", f"`python benchmarks/review.py`: {machine()}.", "",
        f"A session of {MINUTES} min at {RATE_HZ:.0f} Hz, of one leg (two sensors) and of both (four), "
        "opened in the shipped window at 1920 x 1080, drawn offscreen. Until the analysis has come so far, "
        "the review shows what was shown while recording, and says so. Times by the clock depend on what "
        "else the machine does.", "",
        "| | one leg, first time | opened again | both legs, first time | opened again |",
        "| --- | --- | --- | --- | --- |", *rows])
    print(text)
    write_section("performance.md", "review", text)


def measured(path: Path, legs: Legs) -> tuple[dict[str, str], dict[str, str]]:
    """What opening an hour for the first time and again takes."""
    path.parent.mkdir()
    subprocess.run([sys.executable, __file__, "record", str(path), str(legs)], check=True)
    return opened(path), opened(path)


def opened(path: Path) -> dict[str, str]:
    """What a process that opens the recording says of it."""
    command = [sys.executable, __file__, "open", path]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, str] = json.loads(told.stdout.splitlines()[-1])
    return found


def record(path: Path, legs: Legs) -> None:
    """An hour as a live session records it, with the angle that was shown."""
    from monitor.acquisition import Acquisition
    from monitor.recording.writer import RecordingWriter
    from monitor.session import session_of
    from monitor.virtual.simulate import simulate

    simulation = simulate(["calibration", f"squat:{MINUTES * SQUATS_A_MINUTE}"], side=legs, seed=1,
                          rate_hz=RATE_HZ)
    writer = RecordingWriter(path, side=legs, patient="virtual", version="1")
    acquisition = Acquisition(session_of(legs), writer, algorithm="1", path=path)
    for place, item in enumerate(simulation.inputs):
        acquisition.push(item)
        if place % DIGEST_EVERY == 0:
            acquisition.digest()
    acquisition.end_recording()


def open_and_seek(path: Path) -> None:
    """Open the recording in the window, seek about, and print what it took as JSON."""
    window = window_on(path.parent, path.with_suffix(".ini"))
    page = window.pages.review
    until(lambda: bool(page.list.entries))
    worked = time.process_time()
    page.open(page.list.entries[0])
    shown_s = until(lambda: page.currentWidget() is page.desk)
    begun = time.perf_counter()
    window.grab()
    shown_s += time.perf_counter() - begun
    work_s = time.process_time() - worked
    whole_s = shown_s + until(lambda: page.desk.playback.session.analysed == 1.0)
    drawn, work, read = sought(path, page.desk)
    p50, p95, worst = np.percentile(drawn, [50, 95, 100])
    print(json.dumps({
        "shown_s": f"{shown_s:.2f} s", "work_s": f"{work_s:.2f} s",
        "whole_s": f"{whole_s:.1f} s", "seek_p50_ms": f"{p50:.1f} ms", "seek_p95_ms": f"{p95:.1f} ms",
        "seek_worst_ms": f"{worst:.1f} ms",
        "seek_work_ms": f"{np.percentile(work, 95):.1f} ms",
        "file_p95_ms": f"{np.percentile(read, 95):.1f} ms",
        "peak_mb": f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"}))
    window.close()


def window_on(folder: Path, settings: Path) -> MainWindow:
    """The shipped window on a folder of recordings, at its review."""
    from PySide6.QtCore import QSettings

    from monitor.dashboard.application import application
    from monitor.dashboard.bridge import Desk
    from monitor.dashboard.sample import StillMonitor, moment
    from monitor.dashboard.window import MainWindow
    from monitor.shelf import Shelf

    application()
    window = MainWindow(StillMonitor(moment()), desk=Desk(library=Shelf(folder)),
                        settings=QSettings(str(settings), QSettings.Format.IniFormat))
    window.resize(1920, 1080)
    window.show()
    window.show_page("review")
    return window


def until(done: Callable[[], bool]) -> float:
    """Let the window live until something is so; returns how long that took, in s."""
    from PySide6.QtCore import QCoreApplication

    begun = time.perf_counter()
    while not done():
        QCoreApplication.processEvents()
        time.sleep(0.001)
    return time.perf_counter() - begun


def sought(path: Path, desk: ReviewDesk) -> tuple[list[float], list[float], list[float]]:
    """What each of many seeks takes, in ms: until it is drawn, of processor time, from the file alone."""
    from PySide6.QtCore import QCoreApplication

    from monitor.recording.reader import open_recording

    recording, drawn, work, read = open_recording(path), [], [], []
    for part in np.random.default_rng(1).random(SEEKS):
        begun, worked = time.perf_counter(), time.thread_time()
        desk.seek(part * recording.info.duration_s)
        QCoreApplication.processEvents()          # paints what has changed
        drawn.append(1000 * (time.perf_counter() - begun))
        work.append(1000 * (time.thread_time() - worked))
        begun = time.perf_counter()
        next(recording.inputs(recording.info.start_ns + round(part * recording.info.duration_s * 1e9)))
        read.append(1000 * (time.perf_counter() - begun))
    return drawn, work, read


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["record", file, legs]:
            record(Path(file), Legs(legs))
        case ["open", file]:
            open_and_seek(Path(file))
        case _:
            main()
