"""The program shown without sensors: a virtual patient, the virtual air, and everything else for real."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from monitor import app
from monitor.agreement import Agreement
from monitor.analysis import export_blocks
from monitor.both_legs import analyze_legs
from monitor.demo_source import Scene
from monitor.errors import PatellaError
from monitor.logfile import start_log
from monitor.recording.reader import open_recording
from monitor.runtime import Monitor
from monitor.snapshot import CalibrationState, SensorState, Snapshot

CONNECT_S = 60.0       # some makes of sensors agree on their clocks first
HEADLESS_S = 75.0      # calibration, and some repetitions of the first exercises
WAITING = {"movella": "Waiting for the sensors: as the real ones do, they agree on their clocks first, "
                      "which takes about 20 s."}


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something worth a picture and a time; the picture is `name`.png."""

    name: str
    title: str
    reached: Callable[[Snapshot], bool]


def delivering(now: Snapshot) -> bool:
    """Whether data of every sensor is on the screen."""
    streaming = all(sensor.state is SensorState.STREAMING for sensor in now.sensors)
    return streaming and all(len(leg.trace.t_s) > 0 for leg in now.legs or (now,))


def calibrating(now: Snapshot) -> bool:
    """Whether the guide can be seen at work."""
    return now.calibration.state is CalibrationState.RUNNING and now.calibration.progress > 0.3


def measuring(now: Snapshot) -> bool:
    """Whether there is a knee angle, of both knees where both wear sensors."""
    return all(leg.knee.valid for leg in now.legs or (now,))


MILESTONES = (
    Milestone("connected", "sensor data on the screen", delivering),
    Milestone("calibration", "calibration under way", calibrating),
    Milestone("first-angle", "first knee angle", measuring),
)


def run(out: Path, scene: Scene, *, headless: bool, seconds: float | None) -> Iterator[str]:
    """Show the demo; yields what there is to say. Raises `PatellaError` where the demo went wrong."""
    from monitor.dashboard.application import application

    start_log()
    application(display=not headless)
    monitor = app.demo_monitor(out, scene)
    recording = monitor.snapshot().recording
    assert recording is not None
    if scene.make in WAITING:
        yield WAITING[scene.make]
    if headless:
        yield from tour(monitor, out, seconds)
    else:
        app.show(monitor, out, "live", seconds)
    path = Path(recording.path)
    yield agreement(path)
    summary = out / "summary.json"
    text = json.dumps(analyze_legs(path).to_json(), indent=2, allow_nan=False)
    summary.write_text(text + "\n", encoding="utf-8")
    yield f"{path}\n{summary}"


def tour(monitor: Monitor, out: Path, seconds: float | None) -> Iterator[str]:
    """Let the window live with nobody before it; take a picture at each milestone, and say when it came."""
    from monitor.dashboard.application import Screen

    begun_s = time.monotonic()
    end_s = begun_s + (seconds or CONNECT_S)
    monitor.start()
    screen = Screen(monitor)
    try:
        for milestone in MILESTONES:
            reached = screen.watch(milestone.reached, end_s - time.monotonic())
            after = f"after {time.monotonic() - begun_s:.1f} s" if reached else "not reached"
            if reached:
                screen.picture(out / f"{milestone.name}.png")
            if seconds is None and milestone is MILESTONES[0]:
                end_s = time.monotonic() + HEADLESS_S
            yield f"{milestone.title}: {after}"
        screen.watch(lambda _: False, end_s - time.monotonic())
        screen.picture(out / "live-light.png")
        screen.dark_picture(out / "live-dark.png")
    finally:
        screen.close()
        monitor.stop()


def agreement(path: Path) -> str:
    """Hold what was shown against what the recording gives; raises `PatellaError` for one different bit."""
    recording = open_recording(path)
    compared = Agreement(recording)
    for side in recording.info.legs.sides:
        for block in export_blocks(path, side=side)[0]:
            compared.write_knee(block, app.VERSION)
    if not compared.whole:
        raise PatellaError(f"{compared.sentence()} This is a fault of Patella; the recording is {path}.")
    return compared.sentence()
