"""Nothing recorded is lost by writing a result where something stands already."""

from pathlib import Path

import pytest

from monitor.errors import RecordingError, RecordingReason
from monitor.recording.notes import add_note, notes_of
from monitor.recording.outputs import MAGIC, replacing, spare_recordings, unwritable
from monitor.values import EventKind, SessionEvent

FORMER, NEW = MAGIC + b"former", MAGIC + b"new"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    path = tmp_path / "walk.mcap"
    path.write_bytes(FORMER)
    return path


def write(out: Path, content: bytes = NEW) -> None:
    with replacing(out) as part:
        part.write_bytes(content)


def names(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir())


def test_another_recording_is_kept_each_time_and_the_same_is_not(out: Path) -> None:
    write(out)
    write(out)
    write(out, FORMER)
    assert names(out) == ["walk-1.mcap", "walk-2.mcap", "walk.mcap"]
    contents = [out.with_name(f"walk{number}.mcap").read_bytes() for number in ("-1", "-2", "")]
    assert contents == [FORMER, NEW, FORMER]


def test_what_was_noted_of_a_recording_stays_with_it(out: Path) -> None:
    event = SessionEvent(5, EventKind.PAIN, {"score": 3})
    add_note(out, event)
    write(out)
    assert notes_of(out.with_name("walk-1.mcap")) == (event,)
    assert notes_of(out) == ()


def test_a_name_whose_notes_are_left_is_not_free(out: Path) -> None:
    add_note(out.with_name("walk-1.mcap"), SessionEvent(5, EventKind.PAIN, {"score": 3}))
    write(out)
    assert names(out) == ["walk-1.notes.jsonl", "walk-2.mcap", "walk.mcap"]


def test_a_table_of_samples_is_kept_and_one_of_results_is_not(out: Path) -> None:
    table = out.with_name("walk.csv")
    table.write_text("t_s,thigh_acc_x_m_s2\n")
    write(table, b"t_s,flexion_deg\n")
    write(table, b"t_s,flexion_deg\n0.0,1.0\n")
    assert names(out) == ["walk-1.csv", "walk.csv", "walk.mcap"]


def test_what_fails_leaves_everything_as_it_was(out: Path) -> None:
    with pytest.raises(TypeError):
        write(out, "no bytes")  # type: ignore[arg-type]
    assert names(out) == ["walk.mcap"]
    assert out.read_bytes() == FORMER


def test_a_link_is_written_through(out: Path) -> None:
    link = out.with_name("link.mcap")
    link.symlink_to(out)
    write(link)
    assert names(out) == ["link.mcap", "walk-1.mcap", "walk.mcap"]
    assert link.is_symlink()
    assert out.read_bytes() == NEW


def test_a_device_is_written_to_and_stays_one() -> None:
    null = Path("/dev/null")
    if not null.is_char_device():
        pytest.skip("this system has no /dev/null")
    write(null)
    assert null.is_char_device()


@pytest.mark.parametrize("where", ["no folder/walk.mcap", "walk.mcap/walk.mcap", "."])
def test_a_place_that_cannot_be_written_is_named(out: Path, where: str) -> None:
    with pytest.raises(RecordingError, match="choose another folder") as refused:
        write(out.parent / where)
    assert refused.value.reason is RecordingReason.NOT_WRITABLE
    assert str(out.parent / where) in str(refused.value)


def test_a_full_disk_is_told_of_the_result_and_not_of_its_draft(out: Path) -> None:
    with pytest.raises(RecordingError) as told, replacing(out) as part:
        raise unwritable(part, OSError(28, "No space left on device")) from OSError(28, "No space left")
    assert str(told.value) == f"The disk is full: {out} was not written; free some space and try again."


@pytest.mark.parametrize("head", [FORMER, b"t_s,thigh_acc_x_m_s2\n", b"damaged"])
def test_a_table_does_not_take_the_place_of_what_was_recorded(out: Path, head: bytes) -> None:
    out.write_bytes(head)
    with pytest.raises(RecordingError, match="holds what was recorded"):
        spare_recordings(out.with_name("other.mcap"), out)
