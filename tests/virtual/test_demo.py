"""The whole path, end to end: virtual patient, virtual air, Bluetooth client, recording, session, back."""

import asyncio
import json
from pathlib import Path

import pytest

from monitor import app, demo
from monitor.analysis import analyze
from monitor.demo_source import DemoSource, Scene
from monitor.recording.reader import open_recording
from monitor.recording.recovery import verify
from monitor.snapshot import CalibrationState, Snapshot
from monitor.sources.clock import loop_clock
from monitor.values import Side
from monitor.virtual.virtual_time import run_in_virtual_time
from monitor.worker import Worker

START_NS = 1_767_225_600_000_000_000
SESSION_S = 48


def watch(scene: Scene, folder: Path, seconds: int) -> list[Snapshot]:
    """A demo session in virtual time: a snapshot for each second; the recording is left in `folder`."""
    async def main() -> list[Snapshot]:
        clock = loop_clock(START_NS)
        setup = app.live_setup(lambda side: DemoSource(scene, side, clock), folder, clock)
        worker = Worker(setup, "virtual", Side.LEFT)
        running = asyncio.create_task(worker.run())
        moments = []
        while len(moments) < seconds:
            await asyncio.sleep(1.0)
            moments.append(worker.latest[0])
        worker.stop()
        await running
        return moments

    return run_in_virtual_time(main())


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Snapshot]]:
    """A demo session: its recording, and a snapshot for each second."""
    folder = tmp_path_factory.mktemp("demo")
    moments = watch(Scene(seed=2), folder, SESSION_S)
    (path,) = folder.glob("*.mcap")
    return path, moments


@pytest.mark.parametrize(("make", "seconds"), [("movella", 55), ("witmotion", 34)])
def test_the_patient_waits_for_other_makes_however_late_they_stream(make: str, seconds: int,
                                                                    tmp_path: Path) -> None:
    moments = watch(Scene(make=make), tmp_path, seconds)
    streaming = next(s for s, now in enumerate(moments) if demo.delivering(now))
    first = next(s for s, now in enumerate(moments) if now.knee.valid)
    assert 20 < first - streaming < 32, "the whole calibration movement is seen"


def test_both_sensors_are_found_and_nothing_is_lost(session: tuple[Path, list[Snapshot]]) -> None:
    _, moments = session
    assert demo.delivering(moments[4]), "within five seconds"
    assert [sensor.lost_percent for sensor in moments[-1].sensors] == [0.0, 0.0]
    assert [sensor.reconnects for sensor in moments[-1].sensors] == [0, 0]


def test_no_angle_is_shown_before_the_calibration_is_done_and_one_soon_after(
        session: tuple[Path, list[Snapshot]]) -> None:
    _, moments = session
    states = [now.calibration.state for now in moments]
    first = states.index(CalibrationState.GOOD)
    assert CalibrationState.RUNNING in states[:first]
    assert not any(now.knee.valid for now in moments[:first - 1])
    assert moments[first + 1].knee.valid
    assert first < 35
    assert max(now.knee.flexion_deg for now in moments) > 60.0, "the patient squats"


def test_what_was_shown_is_what_the_recording_gives(session: tuple[Path, list[Snapshot]]) -> None:
    path, _ = session
    assert verify(path).exit_code == 0
    assert "bit for bit" in demo.agreement(path)


def test_the_recording_names_its_session_and_no_person(session: tuple[Path, list[Snapshot]]) -> None:
    path, _ = session
    assert path.name == "20260101-000000_virtual_left.mcap"
    info = open_recording(path).info
    assert (info.side, info.patient, info.version) == ("left", "virtual", app.VERSION)
    result = analyze(path).to_json()
    assert result["calibration"]["status"] == "good"
    assert set(result["sensors"]) == {"left_thigh", "left_shank"}


def test_the_command_leaves_pictures_a_recording_and_its_summary(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "start_log", lambda: None)
    said = list(demo.run(tmp_path, Scene(), headless=True, seconds=6.0))
    assert [line.partition(":")[0] for line in said[:3]] == [
        "sensor data on the screen", "calibration under way", "first knee angle"]
    assert said[2] == "first knee angle: not reached", "it takes the calibration movement"
    assert {"live-light.png", "live-dark.png"} <= {path.name for path in tmp_path.glob("*.png")}
    assert json.loads((tmp_path / "summary.json").read_text())["side"] == "left"
    assert len(list(tmp_path.glob("*.mcap"))) == 1
