from pathlib import Path

from monitor.recording.notes import add_note, notes_of, notes_path
from monitor.values import EventKind, SessionEvent


def test_notes_come_back_in_order_with_any_text(tmp_path: Path) -> None:
    recording = tmp_path / "a.mcap"
    notes = [SessionEvent(i, EventKind.MARK, {"text": text})
             for i, text in enumerate(["plain", "line\nbreak", "ركبة", "x" * 10_000, "\ud800"])]
    assert notes_of(recording) == ()
    for note in notes:
        add_note(recording, note)
    assert notes_of(recording) == tuple(notes)
    assert len(notes_path(recording).read_bytes().splitlines()) == len(notes)


def test_a_line_cut_short_is_left_out_and_spoils_nothing(tmp_path: Path) -> None:
    recording = tmp_path / "a.mcap"
    first, second = (SessionEvent(i, EventKind.PAIN, {"score": i}) for i in (1, 2))
    add_note(recording, first)
    with notes_path(recording).open("ab") as file:
        file.write(b'{"t_ns": 5, "ki')
    add_note(recording, second)
    assert notes_of(recording) == (first, second)
