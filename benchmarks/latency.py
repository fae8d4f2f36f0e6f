"""From a packet's arrival to the snapshot and to the painted window: `benchmarks/latency.py [SECONDS]`.

Two virtual sensors at 200 Hz over the virtual link, recorded, analysed and shown in the shipped window. The
virtual sensors and the virtual air run in the same process, so the figures are worse than with real ones.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from sections import machine, write_section

from monitor import app
from monitor.acquisition import Acquisition
from monitor.dashboard.application import application
from monitor.dashboard.window import MainWindow
from monitor.demo_source import Scene
from monitor.runtime import Monitor
from monitor.snapshot import Snapshot
from monitor.values import Input, Received

SECONDS = 60.0
RATE_HZ = 200


class Times:
    """When packets came, and how long each took to be in a snapshot and on the screen, in s."""

    def __init__(self) -> None:
        self.arrived: deque[float] = deque()
        self.published: deque[float] = deque()
        self.to_snapshot: list[float] = []
        self.to_paint: list[float] = []


class TimedAcquisition(Acquisition):
    """Notes when a packet comes and when a snapshot has it."""

    times: Times

    def push(self, item: Input) -> None:
        if isinstance(item, Received):
            self.times.arrived.append(time.perf_counter())
        super().push(item)

    def snapshot(self) -> Snapshot:
        shown, now_s = super().snapshot(), time.perf_counter()
        while self.times.arrived:
            arrived_s = self.times.arrived.popleft()
            self.times.to_snapshot.append(now_s - arrived_s)
            self.times.published.append(arrived_s)
        return shown


class TimedWindow(MainWindow):
    """Paints at once what it has pulled, and notes how old it was then."""

    def __init__(self, monitor: Monitor, times: Times) -> None:
        self.times = times
        settings = QSettings(str(Path(tempfile.mkdtemp()) / "settings.ini"), QSettings.Format.IniFormat)
        super().__init__(monitor, settings=settings)

    def refresh(self) -> None:
        """Pull, paint, and count what was in it."""
        pulled = len(self.times.published)
        super().refresh()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
        now_s = time.perf_counter()
        self.times.to_paint += [now_s - self.times.published.popleft() for _ in range(pulled)]


def main(seconds: float) -> None:
    """Measure and write the section down."""
    times = Times()
    with tempfile.TemporaryDirectory() as folder:
        monitor = app.demo_monitor(Path(folder), Scene(rate_hz=RATE_HZ), acquisition=timed(times))
        qt, window = application(), TimedWindow(monitor, times)
        window.show()
        monitor.start()
        QTimer.singleShot(round(seconds * 1000), qt.quit)
        qt.exec()
        window.close()
        lost = {str(sensor.placement): sensor.lost_percent for sensor in monitor.snapshot().sensors}
        monitor.stop()
    text = report(seconds, times, lost)
    print(text)
    write_section("performance.md", "latency", text)


def timed(times: Times) -> type[TimedAcquisition]:
    """The acquisition class that notes its times there."""
    return type("Timed", (TimedAcquisition,), {"times": times})


def report(seconds: float, times: Times, lost: dict[str, float]) -> str:
    """The section as Markdown."""
    losses = ", ".join(f"{name} {percent:.2f} %" for name, percent in lost.items())
    return "\n".join([
        "## Live", "",
        f"`python benchmarks/latency.py`: {machine()}.", "",
        f"Two virtual sensors at {RATE_HZ} Hz for {seconds:.0f} s over the virtual link, with recording, "
        f"analysis and window in one process: {len(times.to_snapshot)} packets arrived, lost: {losses}.", "",
        "| from a packet's arrival | p50 | p99 | worst |", "| --- | --- | --- | --- |",
        row("to the snapshot", times.to_snapshot), row("to the painted window", times.to_paint)])


def row(name: str, values_s: Iterable[float]) -> str:
    """Median, 99th percentile and maximum in ms as a table row."""
    values_ms = 1000.0 * np.array(list(values_s))
    p50, p99, worst = np.percentile(values_ms, [50, 99, 100])
    return f"| {name} | {p50:.1f} ms | {p99:.1f} ms | {worst:.1f} ms |"


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
