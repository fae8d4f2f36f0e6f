"""Four sensors, both legs, one session: live, replayed and analysed."""

import asyncio
import json
from pathlib import Path

import numpy as np
import pytest

from monitor import app, demo
from monitor.both_legs import analyze_legs, export_legs, only_leg, report_legs
from monitor.demo_source import DemoSource, Scene
from monitor.errors import RecordingError
from monitor.recording.reader import open_recording
from monitor.recording.recovery import verify
from monitor.sources.clock import loop_clock
from monitor.values import Legs, Side
from monitor.virtual.virtual_time import run_in_virtual_time
from monitor.worker import Worker

START_NS = 1_767_225_600_000_000_000
SCENE = Scene(("calibration", "squat:4"), seed=4, rate_hz=100, legs=Legs.BOTH)
SESSION_S = 46


async def _watch(folder: Path):
    clock = loop_clock(START_NS)
    setup = app.live_setup(lambda legs: DemoSource(SCENE, legs, clock), folder, clock)
    worker = Worker(setup, "virtual", Legs.BOTH)
    running = asyncio.create_task(worker.run())
    moments = []
    while len(moments) < SESSION_S:
        await asyncio.sleep(1.0)
        moments.append(worker.latest[0])
    worker.stop()
    await running
    return moments


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """The recording of a live session in virtual time, and a snapshot for each of its seconds."""
    folder = tmp_path_factory.mktemp("both")
    moments = run_in_virtual_time(_watch(folder))
    (path,) = folder.glob("*.mcap")
    return path, moments


def test_four_sensors_are_recorded_in_one_file_and_nothing_is_lost(lived):
    path, moments = lived
    assert path.name == "20260101-000000_virtual_both.mcap"
    assert verify(path).exit_code == 0
    recording = open_recording(path)
    assert (recording.info.legs, recording.info.side, len(recording.info.sensors)) == (Legs.BOTH, "left", 4)
    topics = {message.topic for message in recording.messages()}
    assert {topic for topic in topics if topic.startswith("/raw/")} == {
        "/raw/left_thigh", "/raw/left_shank", "/raw/right_thigh", "/raw/right_shank"}
    assert {topic for topic in topics if topic.startswith("/derived/")} == {
        "/derived/left_knee", "/derived/right_knee"}
    assert [sensor.lost_percent for sensor in moments[-1].sensors] == [0.0] * 4
    assert len({sensor.serial for sensor in moments[-1].sensors}) == 4


def test_one_request_calibrates_both_legs_which_then_move_as_they_truly_do(lived):
    _, moments = lived
    first = next(s for s, now in enumerate(moments) if demo.measuring(now))
    assert first < 40
    both = [now for now in moments[first:] if demo.measuring(now)]
    left, right = (np.array([now.legs[i].knee.flexion_deg for now in both]) for i in (0, 1))
    assert min(left.max(), right.max()) > 70.0, "both squat"
    assert [leg.side for leg in moments[-1].legs] == list(Side)
    assert moments[-1].problems == ()


def test_replay_and_analysis_give_what_was_shown_live_bit_for_bit_on_both_sides(lived):
    path, _ = lived
    assert demo.agreement(path).count("bit for bit") == 2
    assert app.replay(path, speed=None, headless=True).count("bit for bit") == 2


def test_the_analysis_of_both_legs_has_the_keys_of_one(lived):
    path, _ = lived
    both = analyze_legs(path).to_json()
    one = analyze_legs(path, side=Side.RIGHT).to_json()
    assert set(both) == set(one)
    assert (both["side"], one["side"], len(both["sensors"]), len(one["sensors"])) == ("both", "right", 4, 2)
    for key in ("knee", "calibration", "skew_ms"):
        assert set(both[key]) == {"left", "right"}
        assert both[key]["right"] == one[key]
    assert [found["start_s"] for found in both["sets"]] == sorted(found["start_s"] for found in both["sets"])
    assert [found for found in both["sets"] if found["side"] == "right"] == one["sets"]
    json.dumps(both, allow_nan=False)
    assert "left knee" in analyze_legs(path).summary()
    assert "right knee" in analyze_legs(path).summary()


def test_tables_and_reports_tell_the_legs_apart(lived, tmp_path):
    path, _ = lived
    export_legs(path, tmp_path / "both.csv")
    export_legs(path, tmp_path / "right.csv", side=Side.RIGHT)
    head, *rows = (tmp_path / "both.csv").read_text().splitlines()
    own_head, *own = (tmp_path / "right.csv").read_text().splitlines()
    assert head == f"{own_head},side"
    assert [row.removesuffix(",right") for row in rows if row.endswith(",right")] == own
    with pytest.raises(RecordingError, match="--side left or --side right"):
        only_leg(path, None)
    report_legs(path, tmp_path / "both.html")
    text = (tmp_path / "both.html").read_text()
    assert text.index("Left knee") < text.index("Right knee")
