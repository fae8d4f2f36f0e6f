"""Frame times of the live page, drawn offscreen: pulling a snapshot, updating every widget, painting.

Of one leg and of both, a line each; fails when a 95th percentile is over 16 ms (60 frames a second; the page
runs at 33).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from monitor.dashboard.sample import StillMonitor, both_legs, moment
from monitor.dashboard.window import MainWindow
from monitor.snapshot import Snapshot

FRAMES, WARM_UP = 400, 30
SIZE_PX = (1920, 1080)
LIMIT_MS = 16.0


def frame_times_ms(made: Callable[[float], Snapshot]) -> np.ndarray:
    """Milliseconds of each frame, (2, n): by the clock, and of work; every snapshot is a new one."""
    app = QApplication.instance() or QApplication(["frames"])
    moments = [made(700.0 + i * 0.03) for i in range(FRAMES + WARM_UP)]
    monitor = StillMonitor(moments[0])
    times, work = [], []
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "frames.ini"), QSettings.Format.IniFormat)
        window = MainWindow(monitor, settings=settings)
        window.timer.stop()
        window.resize(*SIZE_PX)
        window.show()
        window.show_page("live")
        for now in moments:
            monitor.now = now
            started, worked = time.perf_counter(), time.thread_time()
            window.refresh()
            app.processEvents()
            times.append(1000 * (time.perf_counter() - started))
            work.append(1000 * (time.thread_time() - worked))
        window.close()
    return np.array([times, work])[:, WARM_UP:]


def main() -> int:
    """Measure and judge."""
    slow = False
    for name, made in (("one leg, five", moment), ("both legs, six", both_legs)):
        times, work = frame_times_ms(made)
        p50, p95, worst = np.percentile(times, [50, 95, 100])
        print(f"live page {SIZE_PX[0]}x{SIZE_PX[1]}, {len(times)} frames, {name} curves of 2,000 points: "
              f"p50 {p50:.1f} ms, p95 {p95:.1f} ms, worst {worst:.1f} ms by the clock, "
              f"p95 {np.percentile(work, 95):.1f} ms of work (limit p95 {LIMIT_MS:g} ms)")
        slow = slow or p95 >= LIMIT_MS
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
