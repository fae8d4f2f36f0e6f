"""The recordings in a folder, as the review page asks for them."""

from pathlib import Path

import numpy as np
import pytest

from monitor.acquisition import Acquisition
from monitor.app import free_path, simulate
from monitor.dashboard.bridge import Overrule, Span
from monitor.errors import RecordingError
from monitor.recording.notes import notes_of
from monitor.recording.reader import open_recording
from monitor.recording.writer import RecordingWriter
from monitor.session import Session
from monitor.shelf import Shelf, spans
from monitor.values import EventKind, Side

START_NS = 1_767_225_600_000_000_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sessions, the newer one cut off in the middle, and a file that is none."""
    folder = tmp_path_factory.mktemp("recordings")
    older, newer = (free_path(folder, START_NS + i * 10**9, "P1", Side.LEFT) for i in range(2))
    simulate(["calibration", "squat:2"], older, None, side=Side.LEFT, rate_hz=100, seed=1)
    newer.write_bytes(older.read_bytes()[:older.stat().st_size // 2])
    (folder / "0-nothing.mcap").write_text("no recording")
    return folder


def test_sessions_come_newest_first_with_what_is_wrong_with_them(folder: Path) -> None:
    newer, older, nothing = Shelf(folder).sessions()
    assert (older.patient, older.side, older.damage) == ("virtual", Side.LEFT, "")
    assert older.duration_s > 30.0
    assert 0.0 < newer.duration_s < older.duration_s
    assert "lost" in newer.damage
    assert nothing.duration_s == 0.0
    assert "0-nothing.mcap" in nothing.damage


def test_the_recording_under_way_is_not_listed(folder: Path) -> None:
    newest = max(folder.glob("2*.mcap"))
    assert newest not in [entry.path for entry in Shelf(folder, lambda: newest).sessions()]


def test_a_session_opens_with_its_whole_trace(folder: Path) -> None:
    path = min(folder.glob("2*.mcap"))
    session = Shelf(folder).open(path)
    rows = len(session.trace.t_s)
    assert rows == len(session.reason) == len(session.posture)
    assert session.trace.t_s[-1] == pytest.approx(session.entry.duration_s, abs=1.0)
    assert session.trace.flexion_deg[session.trace.valid].max() > 60.0
    assert session.damage == ()


def test_nothing_can_be_shown_at_once_of_a_recording_that_was_never_on_a_screen(folder: Path) -> None:
    assert Shelf(folder).preview(min(folder.glob("2*.mcap"))) is None


def test_what_was_shown_can_be_shown_at_once_again(folder: Path, tmp_path: Path) -> None:
    made = min(folder.glob("2*.mcap"))
    path = record_as_live(made, tmp_path / "live.mcap")
    shelf = Shelf(tmp_path)
    early, whole = shelf.preview(path), shelf.open(path)
    assert early is not None
    assert early.entry == whole.entry
    for name in ("t_s", "flexion_deg", "sigma_deg", "valid"):
        assert np.array_equal(getattr(early.trace, name), getattr(whole.trace, name)), name
    assert np.array_equal(early.reason, whole.reason)
    assert early.gaps == whole.gaps
    assert not early.trace.oriented.any()
    assert early.sets == ()


def record_as_live(made: Path, path: Path) -> Path:
    """The recording of a session that saw these inputs as they came."""
    recording = open_recording(made)
    side = recording.info.side
    writer = RecordingWriter(path, side=side, patient="P1", version="1")
    acquisition = Acquisition(Session(side), writer, algorithm="1", path=path)
    for item in recording.inputs():
        acquisition.push(item)
    acquisition.end_recording()
    return path


def test_a_damaged_session_opens_as_far_as_it_is_whole(folder: Path) -> None:
    session = Shelf(folder).open(max(folder.glob("2*.mcap")))
    assert len(session.trace.t_s) > 0
    assert session.damage


def test_what_is_no_recording_is_refused(folder: Path) -> None:
    with pytest.raises(RecordingError):
        Shelf(folder).open(folder / "0-nothing.mcap")


def test_a_judgement_is_kept_beside_the_recording(folder: Path) -> None:
    path = min(folder.glob("2*.mcap"))
    before = path.read_bytes()
    Shelf(folder).overrule(Overrule(path, 0, 1, counted=True, note="full range"))
    (note,) = notes_of(path)
    assert note.kind is EventKind.OVERRULE
    assert note.detail == {"set": 0, "rep": 1, "counted": True, "note": "full range"}
    assert path.read_bytes() == before


@pytest.mark.parametrize(("where", "found"), [
    ("", []), ("0000", []), ("1111", [(0, 3)]), ("0110", [(1, 2)]), ("1001", [(0, 0), (3, 3)])])
def test_stretches(where: str, found: list[tuple[float, float]]) -> None:
    flags = np.array([letter == "1" for letter in where], bool)
    assert spans(np.arange(len(where), dtype=np.float64), flags) == tuple(Span(*edges) for edges in found)
