"""Recording and analysis side by side: the order of things, and what happens when one of them fails."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from monitor.acquisition import Acquisition
from monitor.errors import RecordingError, RecordingReason
from monitor.snapshot import RecordingStatus, Snapshot
from monitor.values import Input, Tick


@dataclass
class Digested:
    blocks: tuple = ()


@dataclass
class FakeSession:
    moment: Snapshot
    diary: list
    fails: bool = False
    seen: list[Input] = field(default_factory=list)

    def push(self, inputs: Sequence[Input]) -> Digested:
        self.diary.append(("session", len(inputs)))
        if self.fails:
            raise ZeroDivisionError
        self.seen.extend(inputs)
        return Digested(tuple(f"block {len(self.seen)}" for _ in inputs[:1]))

    def snapshot(self) -> Snapshot:
        return replace(self.moment, t_s=float(len(self.seen)))


@dataclass
class FakeRecorder:
    diary: list
    room: int = 100

    def write(self, item: Input) -> None:
        if self.room == 0:
            raise RecordingError(RecordingReason.DISK_FULL, "The disk is full.")
        self.room -= 1
        self.diary.append(("write", item))

    def write_knee(self, block: object, algorithm: str) -> None:
        self.diary.append(("knee", block, algorithm))

    def attach(self, name: str, media_type: str, data: bytes) -> None:
        self.diary.append(("attach", name, media_type, data))

    def close(self) -> None:
        self.diary.append(("close",))


def test_an_input_is_written_before_the_session_sees_it_and_the_angle_after(moment: Snapshot) -> None:
    diary: list = []
    acquisition = Acquisition(FakeSession(moment, diary), FakeRecorder(diary), algorithm="1")
    acquisition.push(Tick(1))
    acquisition.push(Tick(2))
    acquisition.digest()
    acquisition.end_recording()
    assert diary == [("write", Tick(1)), ("write", Tick(2)), ("session", 2), ("knee", "block 2", "1"),
                     ("close",)]


def test_nothing_waiting_is_lost_when_the_recording_ends(moment: Snapshot) -> None:
    diary: list = []
    session = FakeSession(moment, diary)
    acquisition = Acquisition(session, FakeRecorder(diary))
    acquisition.push(Tick(1))
    acquisition.end_recording()
    assert session.seen == [Tick(1)]
    assert diary[-1] == ("close",)
    assert not acquisition.recording
    assert acquisition.snapshot().recording is None


def test_documents_are_kept_with_the_recording_as_they_are_at_its_end(moment: Snapshot) -> None:
    diary: list = []
    session = FakeSession(moment, diary)
    acquisition = Acquisition(session, FakeRecorder(diary),
                              documents=lambda: {"calibration_left.json": f"{len(session.seen)}"})
    acquisition.push(Tick(1))
    acquisition.end_recording()
    assert diary[-2:] == [("attach", "calibration_left.json", "application/json", b"1"), ("close",)]


def test_a_full_disk_ends_the_recording_with_a_sentence_and_the_session_goes_on(
        moment: Snapshot, tmp_path: Path) -> None:
    session = FakeSession(moment, [])
    path = tmp_path / "knee.mcap"
    path.write_bytes(b"12345")
    acquisition = Acquisition(session, FakeRecorder([], room=2), path=path)
    assert acquisition.snapshot().recording == RecordingStatus(str(path), 0.0)
    for t in range(5):
        acquisition.push(Tick(t))
    acquisition.digest()
    shown = acquisition.snapshot()
    assert len(session.seen) == 5
    assert shown.recording is not None
    assert shown.recording.failed == "The disk is full."
    assert not acquisition.recording
    assert [problem.id for problem in shown.problems] == ["recording"]


def test_a_failing_analysis_leaves_the_recording_going_and_shows_no_angle(
        moment: Snapshot, caplog: pytest.LogCaptureFixture) -> None:
    diary: list = []
    session = FakeSession(moment, diary)
    acquisition = Acquisition(session, FakeRecorder(diary))
    acquisition.push(Tick(1))
    acquisition.digest()
    session.fails = True
    with caplog.at_level(logging.ERROR):
        for t in range(2, 5):
            acquisition.push(Tick(t))
            acquisition.digest()
    shown = acquisition.snapshot()
    assert [entry[1] for entry in diary if entry[0] == "write"] == [Tick(t) for t in range(1, 5)]
    assert sum(entry[0] == "session" for entry in diary) == 2, "a broken session is not asked again"
    assert not shown.knee.valid
    assert [problem.id for problem in shown.problems] == ["analysis"]
    assert "ZeroDivisionError" in caplog.text


def test_without_a_recorder_there_is_no_recording_status(moment: Snapshot) -> None:
    acquisition = Acquisition(FakeSession(moment, []))
    acquisition.push(Tick(1))
    acquisition.digest()
    assert acquisition.snapshot().recording is None
    assert acquisition.snapshot().t_s == 1.0
