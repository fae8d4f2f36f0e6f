from pathlib import Path

import pytest

from monitor.errors import RecordingError
from monitor.recording.reader import open_recording
from monitor.recording.recovery import NOTHING, PARTIAL, WHOLE, recover, verify
from monitor.recording.writer import RecordingWriter
from monitor.values import Placement, Received, Segment, Side

START_NS = 1_700_000_000_000_000_000
SHANK = Placement(Side.LEFT, Segment.SHANK)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "session.mcap"
    with RecordingWriter(path, side=Side.LEFT, patient="p-2", version="0.9", zero_ns=START_NS - 5) as writer:
        writer.attach("calibration.json", "application/json", b"{}")
        writer.note("sensor", {"serial": "0A1B"})
        for i in range(400):
            writer.write(Received(SHANK, START_NS + i * 10_000_000, bytes(50)))
    return path


def test_a_whole_recording_is_copied_whole(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.mcap"
    assert recover(path, copy).exit_code == WHOLE
    first, second = open_recording(path), open_recording(copy)
    assert list(first.inputs()) == list(second.inputs())
    assert first.info == second.info
    assert first.attachments == second.attachments
    assert first.metadata == second.metadata
    assert verify(copy).summary() == f"{copy} is whole: 4.0 s."


def test_losses_are_counted_and_the_recovered_file_remembers_them(path: Path, tmp_path: Path) -> None:
    content = path.read_bytes()
    middle = len(content) // 2
    path.write_bytes(content[:middle] + bytes(5000) + content[middle + 5000:])
    good = tmp_path / "good.mcap"
    report = recover(path, good)
    kept = len(list(open_recording(good).inputs()))
    assert report.exit_code == PARTIAL
    assert report.lost_packets == {"left_shank": 400 - kept}
    assert 0.0 < report.lost_s < 2.0
    assert "packets of left_shank" in report.summary()
    notes = dict(open_recording(good).metadata)
    assert notes["recovery"]["problems"] == "\n".join(report.problems)


def test_nothing_is_recovered_from_nothing(tmp_path: Path) -> None:
    bad, out = tmp_path / "bad.mcap", tmp_path / "out.mcap"
    bad.write_bytes(b"\x89MCAP0\r\n")
    report = recover(bad, out)
    assert report.exit_code == NOTHING
    assert report.summary().startswith(str(bad))
    assert not out.exists()
    assert verify(tmp_path / "missing.mcap").exit_code == NOTHING


def test_the_damaged_recording_is_never_overwritten(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(RecordingError, match="choose another"):
        recover(path, path)
    assert path.read_bytes() == before
