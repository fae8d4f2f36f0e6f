"""Files whose checksums are right and whose content is not ours: only `RecordingError`, no other error."""

from pathlib import Path

import pytest
from mcap.writer import CompressionType, Writer

from monitor.errors import RecordingError
from monitor.recording.reader import open_recording
from monitor.recording.recovery import NOTHING, PARTIAL, verify

START_NS = 1_700_000_000_000_000_000
MESSAGES: list[tuple[str, bytes]] = [
    ("/event", b"not json"), ("/event", b'{"kind":"start"}'), ("/event", b'{"kind":"dance","detail":{}}'),
    ("/event", b"[" * 100_000), ("/event", b'{"kind":"start","detail":[1]}'), ("/event", b"\xff\xfe"),
    ("/link", b"{}"), ("/link", b'{"placement":"left_toe","kind":"rssi","detail":{}}'),
    ("/link", b'{"placement":"left_thigh","kind":"connected","detail":{}}'),
    ("/link", b'{"placement":null,"kind":"connected","detail":{"placement":7}}')]


def write(path: Path, messages: list[tuple[str, bytes]],
          compression: CompressionType = CompressionType.NONE) -> None:
    with path.open("wb") as file:
        writer = Writer(file, compression=compression, enable_data_crcs=True)
        writer.start("patella")
        writer.add_metadata("session", {"side": "left", "patient": "p", "version": "9"})
        for i, (topic, data) in enumerate(messages):
            channel = writer.register_channel(topic, "json", 0)
            writer.add_message(channel, START_NS + i, data, START_NS + i, 0)
        writer.finish()


@pytest.mark.parametrize(("topic", "data"), MESSAGES)
def test_messages_nobody_of_us_wrote_are_damage(tmp_path: Path, topic: str, data: bytes) -> None:
    path = tmp_path / "foreign.mcap"
    write(path, [("/tick", b"{}"), (topic, data)])
    with pytest.raises(RecordingError):
        open_recording(path)
    assert verify(path).exit_code == NOTHING


def test_channels_that_only_others_know_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newer.mcap"
    write(path, [("/tick", b"{}"), ("/raw/left_toe", b"x"), ("/camera", b"x"), ("/raw/left_thigh", b"y")])
    assert [type(item).__name__ for item in open_recording(path).inputs()] == ["Tick", "Received"]


def test_what_is_no_knee_sample_is_told(tmp_path: Path) -> None:
    path = tmp_path / "foreign.mcap"
    write(path, [("/tick", b"{}"), ("/derived/knee", b"\xff\xff\xff"), ("/reference/knee", b"\xff")])
    recording = open_recording(path)
    for read in (recording.knee, recording.reference):
        with pytest.raises(RecordingError, match="something foreign"):
            read()


def test_another_programs_file_and_a_compressed_one_are_told(tmp_path: Path) -> None:
    path = tmp_path / "robot.mcap"
    with path.open("wb") as file:
        writer = Writer(file, compression=CompressionType.NONE)
        writer.start("ros2")
        writer.add_message(writer.register_channel("/odom", "cdr", 0), 1, b"x", 1)
        writer.finish()
    with pytest.raises(RecordingError, match="another program"):
        open_recording(path)
    write(path, [("/tick", b"{}")], CompressionType.ZSTD)
    with pytest.raises(RecordingError):
        open_recording(path)


def test_a_length_beyond_reason_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "long.mcap"
    write(path, [("/tick", b"{}")])
    content = path.read_bytes()
    for opcode in range(256):
        path.write_bytes(content[:-37] + bytes([opcode]) + (2**63 - 1).to_bytes(8, "little") + content[-28:])
        assert verify(path).exit_code == PARTIAL
