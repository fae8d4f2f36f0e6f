"""The recordings in a folder, as the review page asks for them."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from monitor.acquisition import Acquisition
from monitor.app import free_path, simulate
from monitor.dashboard.recorded import Overrule, RecordedSession, SessionEntry, Span, WholeTrace
from monitor.errors import RecordingError
from monitor.kept import kept, kept_path
from monitor.opening import spans
from monitor.recording.notes import notes_of
from monitor.recording.reader import Recording, open_recording
from monitor.recording.writer import RecordingWriter
from monitor.session import Session
from monitor.shelf import Shelf
from monitor.snapshot import Mark
from monitor.values import EventKind, Legs, Side

START_NS = 1_767_225_600_000_000_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sessions, the newer one cut off in the middle, and a file that is none."""
    folder = tmp_path_factory.mktemp("recordings")
    older, newer = (free_path(folder, START_NS + i * 10**9, "P1", Side.LEFT) for i in range(2))
    simulate(["calibration", "squat:4"], older, None, side=Side.LEFT, rate_hz=100, seed=1)
    newer.write_bytes(older.read_bytes()[:older.stat().st_size // 2])
    (folder / "0-nothing.mcap").write_text("no recording")
    return folder


def test_sessions_come_newest_first_with_what_is_wrong_with_them(folder: Path) -> None:
    newer, older, nothing = Shelf(folder).sessions()
    assert (older.patient, older.legs, older.damage) == ("virtual", Legs.LEFT, "")
    assert older.duration_s > 30.0
    assert 0.0 < newer.duration_s < older.duration_s
    assert "lost" in newer.damage
    assert nothing.duration_s == 0.0
    assert "0-nothing.mcap" in nothing.damage


def test_the_recording_under_way_is_not_listed(folder: Path) -> None:
    newest = max(folder.glob("2*.mcap"))
    assert newest not in [entry.path for entry in Shelf(folder, lambda: newest).sessions()]


def test_each_file_is_read_once_however_many_ask_at_the_same_time(
        folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    first, going_on = Event(), Event()

    def slowly(path: Path) -> Recording:
        read.append(path)
        first.set()
        going_on.wait(30.0)
        return open_recording(path)

    monkeypatch.setattr("monitor.shelf.open_recording", slowly)
    shelf = Shelf(folder)       # begins to read by itself
    first.wait(30.0)
    with ThreadPoolExecutor(2) as pool:
        listed = [pool.submit(shelf.sessions) for _ in range(2)]
        going_on.set()
        assert listed[0].result() == listed[1].result()
    assert sorted(read) == sorted(folder.glob("*.mcap"))


def test_a_session_opens_with_its_whole_trace(folder: Path) -> None:
    path = min(folder.glob("2*.mcap"))
    session = whole(path)
    (leg,) = session.legs
    rows = len(leg.trace.t_s)
    assert {len(getattr(leg.trace, f.name)) for f in fields(WholeTrace)} == {rows}
    assert leg.trace.t_s[-1] == pytest.approx(session.entry.duration_s, abs=1.0)
    assert leg.trace.flexion_deg[leg.trace.valid].max() > 60.0
    bending = leg.trace.oriented & (np.gradient(leg.trace.flexion_deg, leg.trace.t_s) > 30.0)
    assert (leg.trace.thigh_rate_deg_s > leg.trace.shank_rate_deg_s)[bending].mean() > 0.95
    assert (session.damage, session.analysed) == ((), 1.0)


def whole(path: Path) -> RecordedSession:
    """The last and most complete of what opening yields."""
    return list(Shelf(path.parent).open(entry_of(path)))[-1]


def entry_of(path: Path) -> SessionEntry:
    """The line of the list for a recording."""
    return next(one for one in Shelf(path.parent).sessions() if one.path == path)


def same(first: RecordedSession, second: RecordedSession) -> bool:
    """Whether two sessions are the same in every number."""
    plain = ("entry", "version", "gaps", "sets", "landings", "marks", "damage", "analysed")
    arrays = [(getattr(one.trace, f.name), getattr(other.trace, f.name)) for f in fields(WholeTrace)
              for one, other in zip(first.legs, second.legs, strict=True)]
    return all(np.array_equal(one, other) and one.dtype == other.dtype for one, other in arrays) and all(
        getattr(first, name) == getattr(second, name) for name in plain)


def test_what_was_never_on_a_screen_opens_empty_at_first(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.mcap"
    path.write_bytes(min(folder.glob("2*.mcap")).read_bytes())
    first = next(Shelf(tmp_path).open(entry_of(path)))
    assert (len(first.legs[0].trace.t_s), first.analysed) == (0, 0.0)
    assert first.entry.duration_s > 30.0


def test_what_was_shown_is_there_at_once(folder: Path, tmp_path: Path) -> None:
    path = record_as_live(min(folder.glob("2*.mcap")), tmp_path / "live.mcap")
    early, *_, last = Shelf(tmp_path).open(entry_of(path))
    assert (early.entry, early.analysed) == (last.entry, 0.0)
    for name in ("t_s", "flexion_deg", "sigma_deg", "valid"):
        assert np.array_equal(*(getattr(one.legs[0].trace, name) for one in (early, last))), name
    assert np.array_equal(early.legs[0].trace.reason, last.legs[0].trace.reason)
    assert early.gaps == last.gaps
    assert not early.legs[0].trace.oriented.any()
    assert early.sets == ()


def test_an_analysis_under_way_goes_on_with_what_was_shown(folder: Path, tmp_path: Path,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.opening.STAGE_S", 0.0)
    monkeypatch.setattr("monitor.opening.MOST_BLOCKS", 20)
    path = record_as_live(min(folder.glob("2*.mcap")), tmp_path / "live.mcap")
    first, *between, last = Shelf(tmp_path).open(entry_of(path))
    parts = [one.analysed for one in between]
    assert parts == sorted(parts)
    assert 0.0 < parts[0] < 0.5 < parts[-1] <= 1.0
    for one in between:
        assert np.array_equal(one.legs[0].trace.flexion_deg, last.legs[0].trace.flexion_deg)
        assert one.legs[0].trace.oriented.sum() <= last.legs[0].trace.oriented.sum()
    assert [len(one.sets) for one in (first, last)] == [0, 1]


def test_an_analysis_is_kept_and_the_same_when_read_back(folder: Path) -> None:
    path = min(folder.glob("2*.mcap"))
    kept_path(entry_of(path)).unlink(missing_ok=True)
    analysed = whole(path)
    read_back = list(Shelf(folder).open(entry_of(path)))
    assert len(read_back) == 1
    assert same(analysed, read_back[0])


def test_what_is_kept_holds_for_this_recording_and_this_program_alone(
        folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = min(folder.glob("2*.mcap"))
    whole(path)
    assert kept(entry_of(path)) is not None
    monkeypatch.setattr("monitor.kept._program", lambda: "another")
    assert kept(entry_of(path)) is None


def test_both_legs_of_a_recording_open_together(tmp_path: Path) -> None:
    path = free_path(tmp_path, START_NS, "P1", Legs.BOTH)
    simulate(["calibration", "squat:3"], path, None, side=Legs.BOTH, rate_hz=50, seed=1)
    shelf = Shelf(tmp_path)
    (entry,) = shelf.sessions()
    assert entry.legs is Legs.BOTH
    first, *_, last = shelf.open(entry)
    assert [leg.side for leg in first.legs] == [leg.side for leg in last.legs] == [Side.LEFT, Side.RIGHT]
    assert (first.analysed, last.analysed) == (0.0, 1.0)
    assert [one.side for one in last.sets] == [Side.LEFT, Side.RIGHT]
    for leg in last.legs:
        assert {done.side for done in leg.sets} == {leg.side}
    (again,) = shelf.open(entry)
    assert same(last, again)


def test_a_note_of_a_moment_is_kept_and_can_be_taken_back(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "noted.mcap"
    path.write_bytes(min(folder.glob("2*.mcap")).read_bytes())
    shelf, entry = Shelf(tmp_path), entry_of(path)
    for text in ("first thought", "felt it here"):
        shelf.note(entry, Mark(2.5, text))
    shelf.note(entry, Mark(1.0, "by mistake"))
    shelf.note(entry, Mark(1.0, ""))
    assert whole(path).notes == (Mark(2.5, "felt it here"),)
    assert Mark(2.5, "felt it here") in whole(path).marks


def test_report_and_table_of_a_recording_are_written(folder: Path, tmp_path: Path) -> None:
    entry, told = entry_of(min(folder.glob("2*.mcap"))), []
    report, table = tmp_path / "report.html", tmp_path / "table.csv"
    Shelf(folder).save(entry, report, told.append)
    Shelf(folder).save(entry, table, told.append)
    assert "<html" in report.read_text("utf-8")
    assert table.read_text("utf-8").startswith("t_s,")
    assert told[-1] == pytest.approx(1.0, abs=0.05)


def test_what_was_kept_goes_with_its_recording(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.mcap"
    path.write_bytes(min(folder.glob("2*.mcap")).read_bytes())
    store = kept_path(whole(path).entry)
    assert store.exists()
    path.unlink()
    assert Shelf(tmp_path).sessions() == ()
    assert not store.exists()


@pytest.mark.parametrize("found", [b"", b"PK no archive", None])
def test_a_spoilt_store_is_made_anew(folder: Path, found: bytes | None) -> None:
    path = min(folder.glob("2*.mcap"))
    before = whole(path)
    store = kept_path(entry_of(path))
    store.write_bytes(store.read_bytes()[:5000] if found is None else found)
    assert kept(entry_of(path)) is None
    assert same(whole(path), before)


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
    session = whole(max(folder.glob("2*.mcap")))
    assert len(session.legs[0].trace.t_s) > 0
    assert session.damage


def test_a_hole_in_the_middle_is_marked_as_a_gap(folder: Path, tmp_path: Path) -> None:
    data = bytearray(min(folder.glob("2*.mcap")).read_bytes())
    path, middle = tmp_path / "hole.mcap", len(data) // 2
    data[middle:middle + 100] = bytes(100)
    path.write_bytes(data)
    session = whole(path)
    lost_s = open_recording(path).lost_s
    assert lost_s > 0.1
    assert session.damage
    assert sum(gap.end_s - gap.start_s for gap in session.gaps) == pytest.approx(lost_s, abs=1.0)
    assert session.legs[0].trace.t_s[-1] == pytest.approx(session.entry.duration_s, abs=1.0)


def test_what_is_no_recording_is_refused(folder: Path) -> None:
    with pytest.raises(RecordingError):
        next(Shelf(folder).open(entry_of(folder / "0-nothing.mcap")))


def test_a_judgement_is_kept_beside_the_recording(folder: Path) -> None:
    path = min(folder.glob("2*.mcap"))
    before = path.read_bytes()
    Shelf(folder).overrule(Overrule(path, Side.LEFT, 1, 1, counted=True, note="full range"))
    (note,) = notes_of(path)
    assert note.kind is EventKind.OVERRULE
    assert note.detail == {"side": "left", "set": 1, "rep": 1, "counted": True, "note": "full range"}
    assert path.read_bytes() == before
    assert whole(path).judgements == (Overrule(path, Side.LEFT, 1, 1, counted=True),)


@pytest.mark.parametrize(("where", "found"), [
    ("", []), ("0000", []), ("1111", [(0, 3)]), ("0110", [(1, 2)]), ("1001", [(0, 0), (3, 3)])])
def test_stretches(where: str, found: list[tuple[float, float]]) -> None:
    flags = np.array([letter == "1" for letter in where], bool)
    assert spans(np.arange(len(where), dtype=np.float64), flags) == tuple(Span(*edges) for edges in found)
