"""How long an hour of two sensors takes to analyse, and how much memory: `python benchmarks/speed.py`.

The recording is simulated at 100 Hz. Peers are measured on as many samples where they are installed
(`pip install patella[peers]`); each of them does one part of the work only.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from sections import machine, write_section

RATE_HZ = 100.0
MINUTES = (6, 60)
SQUATS_A_MINUTE = 15
PATELLA = (sys.executable, "-m", "monitor.cli")


def main() -> None:
    """Measure and write the section down."""
    lines = ["| recording | analysed in | of it processor time | peak memory |", "| --- | --- | --- | --- |"]
    with tempfile.TemporaryDirectory() as folder:
        for minutes in MINUTES:
            path = Path(folder) / f"{minutes}.mcap"
            made_s = record(path, minutes)
            seconds, busy_s, peak_mb = analyse(path)
            what = f"{minutes} min, two sensors at {RATE_HZ:.0f} Hz"
            lines.append(f"| {what} | {seconds:.1f} s | {busy_s:.1f} s | {peak_mb:.0f} MB |")
            print(f"{lines[-1]}   (simulated in {made_s:.0f} s)")
    samples = int(MINUTES[-1] * 60 * RATE_HZ)
    lines += ["", f"Of the same hour (2 x {samples} samples), one part of the work alone:", "",
              "| library | what it does | processor time |", "| --- | --- | --- |"]
    for name, what, seconds in peers(samples):
        lines.append(f"| {name} | {what} | {seconds:.1f} s |")
        print(lines[-1])
    write_section("performance.md", "speed", "\n".join(
        ["## Analysis", "", f"`python benchmarks/speed.py`: {machine()}.", "", *lines]))


def record(path: Path, minutes: int) -> float:
    """Write a simulated recording of about so many minutes; returns how long that took, in s.

    In a process of its own, for Linux counts what a parent holds as its child's peak memory.
    """
    begun = time.perf_counter()
    subprocess.run([*PATELLA, "simulate", "calibration", f"squat:{minutes * SQUATS_A_MINUTE}", "-o", path,
                    "--rate", f"{RATE_HZ:g}"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def analyse(path: Path) -> tuple[float, float, float]:
    """Seconds, processor seconds and peak memory in MB of `patella analyze --json` on its own."""
    begun = time.perf_counter()
    child = subprocess.Popen([*PATELLA, "analyze", path, "--json"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit("the analysis failed")
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def peers(samples: int) -> Iterator[tuple[str, str, float]]:
    """Name, task and seconds of every peer that is installed, on both sensors."""
    rng = np.random.default_rng(1)
    gyr = rng.normal(0.0, 0.5, (samples, 3))
    acc = rng.normal((0.0, 0.0, 9.81), 1.0, (samples, 3))
    what = "orientation of both segments"
    for name, run in (("vqf", vqf_alone), ("imufusion", fusion), ("ahrs (Madgwick)", madgwick)):
        if importlib.util.find_spec(name.split()[0]):
            begun = time.process_time()
            for _ in range(2):
                run(gyr, acc)
            yield name, what, time.process_time() - begun


Samples = np.ndarray
Filter = Callable[[Samples, Samples], object]


def vqf_alone(gyr: Samples, acc: Samples) -> object:
    """VQF's own batch form."""
    from vqf import VQF

    return VQF(1.0 / RATE_HZ).updateBatch(gyr, acc)


def fusion(gyr: Samples, acc: Samples) -> object:
    """x-io Fusion, a call a sample."""
    import imufusion

    filter_ = imufusion.Ahrs()
    filter_.set_sample_period(1.0 / RATE_HZ)
    for rate, force in zip(np.degrees(gyr), acc / 9.81, strict=True):
        filter_.update_no_magnetometer(rate, force)
    return filter_.get_quaternion()


def madgwick(gyr: Samples, acc: Samples) -> object:
    """Madgwick's filter as the ahrs package has it."""
    from ahrs.filters import Madgwick

    return Madgwick(gyr=gyr, acc=acc, frequency=RATE_HZ)


if __name__ == "__main__":
    main()
