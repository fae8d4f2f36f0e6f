"""The weeks beside the running session: what to ask, which day it is, what was done today."""

import threading
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from monitor.diary import THREAD, Diary, read_elsewhere
from monitor.exercises.prescription import Prescription, parse_prescription
from monitor.history.adherence import ProgrammeDay
from monitor.history.change import trend
from monitor.history.rows import Course, DoneSet, Session, Weeks
from monitor.recording.notes import notes_of
from monitor.recording.writer import RecordingWriter
from monitor.results import BalanceTrial, ExerciseSet, Repetition
from monitor.values import Side, Tick

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NOON_NS = round(NOON.timestamp() * 1e9)
HOUR_NS = 3600 * 10**9
PLAN = """
patient = "p-1"
side = "left"
[[exercise]]
id = "squat"
"""
SQUAT = Repetition(10.0, 13.0, 70.0, 1.0, counted=True, rule="counted")
SQUATS = ExerciseSet("squat", Side.LEFT, 10.0, 40.0, (SQUAT,) * 8, pain=2)
STANCE = BalanceTrial("single_leg_stance", 50.0, 30.0, 0.1, 1.0, 2.0, 0.5, 0)
MORNING = Weeks((Session("early.mcap", "p-1", "left", NOON_NS - 4 * HOUR_NS, 600.0, "1", ""),),
                (DoneSet("early.mcap", NOON_NS - 4 * HOUR_NS, "bridge", "left", 12, 12, None, 300.0),), (),
                tuple(Course("left", "bridge", name, trend([])) for name in ("counted", "range_deg")))


class Desk:
    """A folder with a session under way that began at noon, and a clock that can be set."""

    def __init__(self, folder: Path, known: Mapping[str, Weeks]) -> None:
        self.folder, self.now, self.reads = folder, NOON, list[str]()
        self.known, self.lag_s = known, 0.0
        self.plan: Prescription | None = parse_prescription(PLAN)
        self.recording: str | None = "now.mcap"
        self.sets: tuple[ExerciseSet, ...] = ()
        self.balance: tuple[BalanceTrial, ...] = ()
        (folder / "early.mcap").touch()
        self.diary = Diary(folder, self.moment, lambda: self.plan, read=self.read, now=lambda: self.now)

    def moment(self) -> Any:
        recording = SimpleNamespace(path=str(self.folder / self.recording)) if self.recording else None
        t_s = (self.now - NOON).total_seconds() - self.lag_s
        return SimpleNamespace(t_s=t_s, patient="p-1", side=Side.LEFT, recording=recording,
                               finished_sets=self.sets, balance=self.balance)

    def read(self, folder: Path, being_written: str) -> Mapping[str, Weeks]:
        self.reads.append(being_written)
        return self.known

    def caught_up(self) -> Diary:
        self.diary.questions()
        for thread in threading.enumerate():
            if thread.name == THREAD:
                thread.join()
        return self.diary


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, {"p-1": MORNING})


def test_an_earlier_session_is_asked_about_until_the_patient_exercises_again(desk: Desk) -> None:
    desk.now = NOON - timedelta(hours=1)
    (question,) = desk.caught_up().questions()
    assert (question.recording, question.asked, question.counted) == ("early.mcap", "hour", 12)
    desk.now, desk.sets = NOON + timedelta(minutes=5), (SQUATS,)
    assert desk.diary.questions() == ()


def test_an_answer_is_kept_beside_the_recording_and_not_asked_for_again(desk: Desk) -> None:
    desk.now = NOON - timedelta(hours=1)
    diary = desk.caught_up()
    diary.answer(diary.questions()[0], 2)
    assert diary.questions() == ()
    assert [event.detail["counted"] for event in notes_of(desk.folder / "early.mcap")] == [12]


def test_a_window_left_open_asks_about_its_own_session(desk: Desk) -> None:
    desk.sets, desk.now = (SQUATS,), NOON + timedelta(minutes=62)
    assert [(one.recording, one.sets, one.counted) for one in desk.caught_up().questions()] == [
        ("now.mcap", 1, 8)]


def test_a_question_about_the_running_session_stays_the_same(desk: Desk) -> None:
    desk.sets, desk.now = (SQUATS,), NOON + timedelta(minutes=62)
    first = desk.caught_up().questions()
    desk.now, desk.lag_s = desk.now + timedelta(seconds=1), 0.08
    assert desk.diary.questions() == first != ()


def test_nothing_is_asked_about_what_is_not_recorded(desk: Desk) -> None:
    desk.recording, desk.sets, desk.now = None, (SQUATS,), NOON + timedelta(minutes=62)
    assert desk.caught_up().questions() == ()
    assert desk.reads == []


def test_what_was_done_earlier_today_counts_for_today(desk: Desk) -> None:
    desk.sets, desk.balance = (SQUATS,), (STANCE,)
    assert desk.caught_up().done_today() == ("bridge", "squat", "single_leg_stance")
    desk.now = NOON + timedelta(days=1)
    assert "bridge" not in desk.diary.done_today()


def test_the_day_of_the_programme_counts_from_its_start_or_the_first_session(desk: Desk) -> None:
    desk.now = NOON + timedelta(days=8)
    assert desk.caught_up().day() == ProgrammeDay(9, 42)
    desk.plan = parse_prescription("starts = 2026-03-09\nweeks = 4\n" + PLAN)
    assert desk.diary.day() == ProgrammeDay(2, 28)
    desk.plan = None
    assert desk.diary.day() is None


def test_only_quantities_people_ask_for_are_shown_over_the_weeks(desk: Desk) -> None:
    assert [course.name for course in desk.caught_up().courses()] == ["counted"]


def test_another_session_is_read_when_the_next_one_begins(desk: Desk) -> None:
    desk.caught_up()
    desk.recording = "next.mcap"
    desk.caught_up()
    desk.caught_up()
    assert desk.reads == ["now.mcap", "next.mcap"]


def test_a_folder_without_finished_recordings_is_not_read(desk: Desk) -> None:
    (desk.folder / "early.mcap").unlink()
    (desk.folder / "now.mcap").touch()
    desk.caught_up()
    assert desk.reads == []


def test_another_process_reads_the_finished_recordings(tmp_path: Path) -> None:
    for name, patient in (("done.mcap", "p-1"), ("now.mcap", "p-2")):
        with RecordingWriter(tmp_path / name, side=Side.LEFT, patient=patient, version="1.0") as writer:
            writer.write(Tick(NOON_NS))
    found = read_elsewhere(tmp_path, "now.mcap")
    assert [one.recording for one in found["p-1"].sessions] == ["done.mcap"]
    assert set(found) == {"p-1"}


def test_what_cannot_be_read_leaves_nothing_known(tmp_path: Path) -> None:
    assert read_elsewhere(tmp_path / "nowhere", "") == {}
