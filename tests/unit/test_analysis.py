"""Live, replayed and analysed: one code path, the same bits."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from monitor.analysis import analyze, export_blocks
from monitor.errors import PatellaError, RecordingError
from monitor.leg import LegBlock
from monitor.recording.reader import open_recording
from monitor.recording.writer import RecordingWriter
from monitor.session import Session, documents
from monitor.values import EventKind, Input, Placement, SessionEvent, Side

KEYS = {"recording", "version", "side", "duration_s", "sensors", "skew_ms", "calibration", "knee", "sets",
        "landings", "balance", "marks", "warnings"}


def record(path: Path, inputs: tuple[Input, ...], session: Session | None) -> LegBlock | None:
    """Record as it happens live: each input first, then what the session made of a few of them."""
    blocks: list[LegBlock] = []
    with RecordingWriter(path, side=Side.RIGHT, patient="p-1", version="1") as writer:
        for first in range(0, len(inputs), 10):
            part = inputs[first:first + 10]
            for one in part:
                writer.write(one)
            for block in session.push(part).blocks if session else ():
                writer.write_knee(block, "1")
                blocks.append(block)
    return LegBlock.join(blocks) if blocks else None


@pytest.fixture(scope="module")
def live(rough, tmp_path_factory) -> tuple[Path, LegBlock]:
    path = tmp_path_factory.mktemp("live") / "session.mcap"
    block = record(path, rough, Session(Side.RIGHT))
    assert block is not None
    return path, block


@pytest.fixture(scope="module")
def unguided(worn, tmp_path_factory) -> Path:
    """The same movements, but nobody pressed a button."""
    path = tmp_path_factory.mktemp("unguided") / "session.mcap"
    record(path, tuple(one for one in worn.inputs if not (
        isinstance(one, SessionEvent) and one.kind is EventKind.CALIBRATION)), None)
    return path


def test_what_was_shown_is_what_analysis_finds_bit_for_bit(live):
    path, shown = live
    blocks, zero_ns, reference = export_blocks(path)
    again = LegBlock.join(list(blocks))
    for name in ("t_ns", "flexion_deg", "sigma_deg", "valid", "reason", "posture", "thigh_tilt_deg"):
        np.testing.assert_array_equal(getattr(again, name), getattr(shown, name), err_msg=name)
    assert zero_ns == open_recording(path).info.start_ns
    assert reference is None


def test_the_recorded_angle_is_the_one_that_was_shown(live):
    path, shown = live
    recorded = open_recording(path).knee()
    np.testing.assert_array_equal(recorded.t_ns, shown.t_ns)
    np.testing.assert_array_equal(recorded.flexion_deg, shown.flexion_deg)
    np.testing.assert_array_equal(recorded.sigma_deg, shown.sigma_deg)
    np.testing.assert_array_equal(recorded.valid, shown.valid)


def test_replaying_the_recorded_inputs_gives_the_same_bits(live):
    path, shown = live
    session = Session(Side.RIGHT)
    inputs = list(open_recording(path).inputs())
    again = LegBlock.join([block for first in range(0, len(inputs), 333)
                           for block in session.push(inputs[first:first + 333]).blocks])
    np.testing.assert_array_equal(again.flexion_deg, shown.flexion_deg)
    np.testing.assert_array_equal(again.valid, shown.valid)


def test_the_analysis_as_an_object_of_plain_values(live):
    path, shown = live
    told: list[float] = []
    analysis = analyze(path, progress=told.append)
    result = json.loads(json.dumps(analysis.to_json(), allow_nan=False))
    assert set(result) == KEYS
    assert (result["side"], result["recording"]) == ("right", str(path))
    assert set(result["sensors"]) == {"right_thigh", "right_shank"}
    thigh = result["sensors"]["right_thigh"]
    assert (thigh["rate_hz"], thigh["range_g"]) == (100, 16)
    assert thigh["lost_percent"] > 1.0
    assert thigh["gaps"] > 5
    assert result["calibration"]["status"] in ("good", "poor")
    assert result["calibration"]["source"] == "guided"
    assert 0.0 < result["calibration"]["from_s"] < 2.0
    assert 25.0 < result["calibration"]["to_s"] < 30.0
    assert result["knee"]["flexion_max_deg"] == shown.flexion_deg.max()
    assert result["knee"]["valid_percent"] == pytest.approx(100.0 * shown.valid.mean())
    assert 0.0 < result["skew_ms"]["p50"] <= result["skew_ms"]["p95"] < 20.0
    assert [mark["text"] for mark in result["marks"]] == ["here"]
    assert any("cannot be read" in warning for warning in result["warnings"])
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)


def test_the_same_in_words(live):
    analysis = analyze(live[0])
    analysis.knee.least = -0.3
    summary = analysis.summary()
    assert "right knee" in summary
    assert "Knee flexion: 0 to " in summary      # and never -0
    assert "right_thigh: 100 Hz" in summary


def test_with_hindsight_everything_is_calibrated_from_the_start(unguided):
    analysis = analyze(unguided)
    result = analysis.to_json()
    assert result["calibration"]["source"] == "automatic"
    assert result["knee"]["valid_percent"] > 90.0
    live = analyze(unguided, calibration="live").to_json()
    assert live["calibration"]["source"] == "automatic"
    assert live["knee"]["valid_percent"] < result["knee"]["valid_percent"] - 10.0


def test_with_hindsight_the_angle_is_right(unguided, worn):
    blocks, zero_ns, _ = export_blocks(unguided)
    block = LegBlock.join(list(blocks))
    t_s = (block.t_ns - zero_ns) * 1e-9
    error = (block.flexion_deg - np.interp(t_s, worn.truth.t_s, worn.truth.flexion_deg))[block.valid]
    assert np.sqrt((error ** 2).mean()) < 2.5


def only(worn, tmp_path, place: str, until_s: float = 1e9) -> Path:
    path = tmp_path / "one.mcap"
    start = worn.inputs[0].t_host_ns
    record(path, tuple(one for one in worn.inputs if one.t_host_ns < start + until_s * 1e9 and (
        not isinstance(getattr(one, "placement", None), Placement) or str(one.placement) == place)), None)
    return path


def test_one_sensor_alone_is_analysed_and_said(worn, tmp_path):
    result = analyze(only(worn, tmp_path, "right_shank", 20.0)).to_json()
    assert set(result["sensors"]) == {"right_shank"}
    assert result["calibration"]["source"] is None
    assert result["knee"] == {"flexion_min_deg": None, "flexion_max_deg": None, "sigma_median_deg": None,
                              "valid_percent": 0.0}
    json.dumps(result, allow_nan=False)
    assert "Knee flexion: not known" in analyze(only(worn, tmp_path, "right_shank", 20.0)).summary()


@pytest.mark.parametrize("seconds", [2.0, 5.0])
def test_a_recording_without_movement_says_what_is_missing(worn, tmp_path, seconds):
    path = tmp_path / "short.mcap"
    start = worn.inputs[0].t_host_ns
    record(path, tuple(one for one in worn.inputs if one.t_host_ns < start + seconds * 1e9 and not (
        isinstance(one, SessionEvent) and one.kind is EventKind.CALIBRATION)), None)
    result = analyze(path).to_json()
    assert result["calibration"]["status"] == "missing"
    assert "hardly bent" in result["calibration"]["reason"]
    assert result["knee"]["flexion_max_deg"] is None


def test_a_file_that_is_no_recording(tmp_path):
    path = tmp_path / "notes.mcap"
    path.write_text("not a recording")
    with pytest.raises(RecordingError):
        analyze(path)
    with pytest.raises(RecordingError):
        export_blocks(path)


@pytest.fixture(scope="module")
def kept(worn) -> str:
    """The calibration of the guided session, as it is kept with its recording."""
    session = Session(Side.RIGHT, watch_exercises=False)
    session.push(worn.inputs)
    text, = documents(session).values()
    return text


@pytest.mark.parametrize("ending", ["json", "mcap"])
def test_a_calibration_from_before_is_used_again(unguided, kept, tmp_path, ending):
    before = tmp_path / f"before.{ending}"
    if ending == "json":
        before.write_text(kept, "utf-8")
    else:
        with RecordingWriter(before, side=Side.RIGHT, patient="p-1", version="1") as writer:
            writer.write(SessionEvent(1, EventKind.MARK, {"text": "the same straps"}))
            writer.attach("calibration_right.json", "application/json", kept.encode())
    found = analyze(unguided, saved=before)
    assert found.to_json()["calibration"]["source"] == "guided"
    assert found.to_json()["knee"]["valid_percent"] > 90.0


@pytest.mark.parametrize(("changes", "sentence"), [
    ({"patient": "somebody"}, "another person"), ({"side": "left"}, "left leg"),
    ({"thigh_serial": "1"}, "other sensors")])
def test_a_calibration_of_another_is_refused(unguided, kept, tmp_path, changes, sentence):
    other = json.loads(kept)
    other["wearer"].update(changes)
    (tmp_path / "other.json").write_text(json.dumps(other), "utf-8")
    with pytest.raises(PatellaError, match=sentence):
        analyze(unguided, saved=tmp_path / "other.json")


def test_a_calibration_file_that_is_none_is_refused(unguided, tmp_path):
    (tmp_path / "text.json").write_text("hello", "utf-8")
    for name in ("text.json", "nowhere.json"):
        with pytest.raises(PatellaError, match=r"cannot be read"):
            analyze(unguided, saved=tmp_path / name)
