import tracemalloc
from pathlib import Path

import pytest

from monitor.errors import RecordingError, RecordingReason
from monitor.recording.reader import open_recording
from monitor.recording.writer import RecordingWriter
from monitor.values import (
    EventKind,
    Input,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    Segment,
    Sensor,
    SessionEvent,
    Side,
    Tick,
)

START_NS = 1_700_000_000_000_000_000
THIGH = Placement(Side.RIGHT, Segment.THIGH)
SENSOR = Sensor(THIGH, "patella", 200.0, serial="A1", acc_range_g=32.0, layout={"key": [1, 2]})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "session.mcap"
    items: list[Input] = [SessionEvent(START_NS, EventKind.START, {"patient": "p-9", "note": "first visit"}),
                          LinkEvent(THIGH, START_NS, LinkKind.CONNECTED, SENSOR.to_json())]
    items += [Received(THIGH, START_NS + i * 20_000_000, bytes(60)) for i in range(500)]
    with RecordingWriter(path, side=Side.RIGHT, patient="p-9", version="1.0") as writer:
        for item in items:
            writer.write(item)
    return path


def test_a_recording_says_what_it_is_of(path: Path) -> None:
    info = open_recording(path).info
    assert (info.side, info.patient, info.version, info.note) == (Side.RIGHT, "p-9", "1.0", "first visit")
    assert info.sensors == {THIGH: SENSOR}
    assert info.zero_ns == info.start_ns == START_NS
    assert info.duration_s == pytest.approx(499 * 0.02)


def test_messages_of_a_stretch_of_time(path: Path) -> None:
    from_ns, to_ns = START_NS + 3_000_000_000, START_NS + 4_000_000_000
    messages = open_recording(path).messages(["/raw/right_thigh"], from_ns=from_ns, to_ns=to_ns)
    assert [message.t_ns for message in messages] == list(range(from_ns, to_ns, 20_000_000))


def test_reading_holds_little_more_than_a_chunk(tmp_path: Path) -> None:
    path = tmp_path / "long.mcap"
    with RecordingWriter(path, side=Side.LEFT, patient="p", version="1") as writer:
        for i in range(30_000):
            writer.write(Received(THIGH, START_NS + i * 20_000_000, bytes(60)))
    tracemalloc.start()
    try:
        count = sum(1 for _ in open_recording(path).inputs())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 30_000
    assert peak < path.stat().st_size / 3


def test_what_was_not_recorded_is_empty(path: Path) -> None:
    recording = open_recording(path)
    assert len(recording.knee().t_ns) == 0
    assert recording.reference() is None


def test_a_file_that_changes_under_the_reader_is_noticed(path: Path) -> None:
    recording = open_recording(path)
    content = path.read_bytes()
    path.write_bytes(content[:30_000] + b"\xff" * 500 + content[30_500:])
    with pytest.raises(RecordingError, match="changed while it was read"):
        list(recording.inputs())


def test_a_session_that_is_still_being_recorded_can_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "live.mcap"
    writer = RecordingWriter(path, side=Side.LEFT, patient="p", version="1")
    for i in range(30):
        writer.write(Tick(START_NS + i * 100_000_000))
    recording = open_recording(path)
    assert "without having been closed" in recording.problems[0]
    assert recording.info.duration_s == pytest.approx(2.5)
    writer.close()


@pytest.mark.parametrize(("name", "content", "reason"), [
    ("missing.mcap", None, RecordingReason.NOT_FOUND), ("empty.mcap", b"", RecordingReason.EMPTY),
    ("text.mcap", b"t_s,x\n", RecordingReason.NOT_A_RECORDING)])
def test_what_cannot_be_opened_is_said(tmp_path: Path, name: str, content: bytes | None,
                                       reason: RecordingReason) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RecordingError) as refused:
        open_recording(path)
    assert refused.value.reason is reason
    assert str(path) in str(refused.value)


def test_a_folder_is_no_recording(tmp_path: Path) -> None:
    with pytest.raises(RecordingError):
        open_recording(tmp_path)
