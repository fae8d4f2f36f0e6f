"""The start page: what comes next, what is missing, who is here, pain asked for later."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QAbstractButton,
)
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.bridge import Desk, NoDiary, NoPlan
from monitor.dashboard.home.readiness import LEAST_DISK_BYTES, points
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.window import MainWindow
from monitor.errors import RecordingError, RecordingReason
from monitor.history.adherence import ProgrammeDay
from monitor.history.follow_up import Question
from monitor.snapshot import (
    Problem,
    SensorState,
    Severity,
    Snapshot,
)
from monitor.values import EventKind, Segment, Side

Open = Callable[[Snapshot], tuple[MainWindow, StillMonitor]]
Find = Callable[[MainWindow, str], QAbstractButton]


def test_starting_a_prescribed_exercise_leads_to_live(
        find_button: Find, planned: tuple[MainWindow, StillMonitor]) -> None:
    window, monitor = planned
    find_button(window, "Start Clamshell").click()
    detail = {"id": "clamshell", "set": 2, "prescribed": {"sets": 2, "reps": 20, "hold_s": 3.0}}
    assert monitor.sent == [(EventKind.EXERCISE, detail)]
    assert window.pages.shown == "live"


def test_live_says_how_much_of_today_is_done(planned: tuple[MainWindow, StillMonitor]) -> None:
    window, _ = planned
    window.show_page("live")
    assert window.live.strip_panel.hint.text() == "today 3 of 4 sets"


def test_home_without_a_prescription_says_what_to_do(find_button: Find, open_window: Open) -> None:
    window, monitor = open_window(sample.moment())
    window.show_page("home")
    find_button(window, "Begin without one").click()
    assert monitor.sent == [(EventKind.EXERCISE, {"id": None, "set": 1, "prescribed": None})]


def test_any_exercise_can_be_started_without_a_prescription(find_button: Find, open_window: Open) -> None:
    window, monitor = open_window(sample.moment())
    window.show_page("home")
    other = window.pages.home.other
    other.setCurrentIndex(other.findText("Wall squat"))
    find_button(window, "Start another exercise").click()
    assert monitor.sent == [(EventKind.EXERCISE, {"id": "wall_squat", "set": 1, "prescribed": None})]


def test_a_new_patient_begins_a_session_of_their_own(open_window: Open, qtbot: QtBot) -> None:
    window, monitor = open_window(sample.moment())
    window.show_page("home")
    home = window.pages.home
    home.code.clear()
    qtbot.keyClicks(home.code, "P-0200")
    home.side.setCurrentIndex(home.side.findData(Side.LEFT))
    window.refresh()
    home.begin.click()
    assert monitor.commands == [("begin", {"patient": "P-0200", "side": Side.LEFT})]


@pytest.mark.parametrize(("now", "free", "expected"), [
    (sample.moment(), LEAST_DISK_BYTES, []),
    (sample.moment(sensors=()), LEAST_DISK_BYTES, ["sensors", "sensors"]),
    (sample.uncalibrated(), LEAST_DISK_BYTES, ["calibrate"]),
    (sample.moment(recording=None), LEAST_DISK_BYTES, ["record"]),
    (sample.troubled(), LEAST_DISK_BYTES, ["sensors", "sensors"]),
    (sample.moment(calibration=replace(sample.GOOD, age_s=4000.0)), LEAST_DISK_BYTES, ["calibrate"]),
    (sample.moment(), 1, [""]),
])
def test_readiness_names_what_is_missing_and_what_mends_it(
        now: Snapshot, free: int, expected: list[str]) -> None:
    assert [p.mend for p in points(now, free) if not p.well] == expected


def test_the_checklist_mends(find_button: Find, open_window: Open) -> None:
    window, monitor = open_window(sample.moment(recording=None))
    window.show_page("home")
    find_button(window, "Record").click()
    assert monitor.commands == [("record", {"on": True})]


def test_the_next_step_is_what_hinders_and_then_the_next_exercise(planned: tuple[MainWindow, StillMonitor],
                                                                  ) -> None:
    window, monitor = planned
    home, ready = window.pages.home, monitor.now
    for now, verb in ((replace(ready, sensors=()), "sensors"), (sample.uncalibrated(), "calibrate"),
                      (replace(ready, recording=None), "record"), (ready, "start")):
        monitor.now = now
        window.refresh()
        assert home.next.step.verb == verb
    assert home.next.headline.text() == "Next: Clamshell"
    home.next.go.click()
    assert monitor.sent[-1][1]["id"] == "clamshell"
    assert window.pages.shown == "live"


def test_calibrating_from_home_leads_back_home(planned: tuple[MainWindow, StillMonitor]) -> None:
    window, monitor = planned
    monitor.now = sample.uncalibrated()
    window.refresh()
    window.pages.home.next.go.click()
    assert window.pages.shown == "calibration"
    window.pages.wizard.left.emit()
    assert window.pages.shown == "home"


class Asking(NoDiary):
    def __init__(self) -> None:
        self.open = [Question("a.mcap", asked, 0, 2, 24) for asked in ("hour", "morning")]
        self.answers: list[tuple[str, int]] = []
        self.full = False

    def questions(self) -> tuple[Question, ...]:
        return tuple(self.open)

    def day(self) -> ProgrammeDay:
        return ProgrammeDay(9, 42)

    def answer(self, question: Question, score: int) -> None:
        if self.full:
            raise RecordingError(RecordingReason.DISK_FULL, "The disk is full.")
        self.answers.append((question.asked, score))
        self.open.remove(question)


def test_pain_is_asked_for_later_and_an_answer_can_be_mended(
        qtbot: QtBot, settings: QSettings, two_exercises: NoPlan) -> None:
    diary = Asking()
    window = MainWindow(StillMonitor(sample.moment()), settings=settings,
                        desk=Desk(plan=two_exercises, diary=diary))
    qtbot.addWidget(window)
    window.show()
    late = window.pages.home.late_pain
    assert window.pages.home.today.hint.text() == "day 9 of 42 · 3 of 4 sets done"
    assert late.asked.text().startswith("An hour later")
    assert not late.keep.isEnabled()
    for score in (7, 3):
        late.scores.button(score).click()
    diary.full = True
    late.keep.click()
    assert "disk is full" in late.told.text()
    diary.full = False
    late.keep.click()
    assert diary.answers == [("hour", 3)]
    assert late.asked.text().startswith("This morning")
    assert late.scores.checkedId() == -1
    late.scores.button(0).click()
    late.keep.click()
    assert not late.isVisible()


def test_starting_on_home_opens_the_patient_screen_and_leaving_it_leads_home(
        find_button: Find, planned: tuple[MainWindow, StillMonitor]) -> None:
    window, monitor = planned
    find_button(window, "Start Clamshell").click()
    assert window.patient is not None
    monitor.now = replace(monitor.now, paused=True)
    window.refresh()
    window.patient.leave.click()
    assert window.pages.shown == "home"


def test_the_patient_screen_stays_closed_where_that_is_chosen(
        find_button: Find, planned: tuple[MainWindow, StillMonitor]) -> None:
    window, _ = planned
    window.pages.settings.patient_screen.setChecked(False)
    find_button(window, "Start Clamshell").click()
    assert window.patient is None


NOTHING_FOUND = Problem("bluetooth", Severity.PROBLEM, "No sensor was found: switch the sensors on.")


def test_a_new_user_without_bluetooth_is_told_on_home_and_under_sensors(open_window: Open) -> None:
    searching = tuple(sample.sensor(place, state=SensorState.SEARCHING) for place in Segment)
    window, _ = open_window(sample.uncalibrated())
    window.monitor.now = sample.moment(  # type: ignore[attr-defined]
        sensors=searching, problems=(NOTHING_FOUND,), patient="nobody", exercise=None)
    window.show_page("home")
    home = window.pages.home
    assert home.next.detail.text() == NOTHING_FOUND.sentence
    assert home.code.text() == ""
    assert window.navigation.about.text().startswith("no patient chosen")
    window.show_page("sensors")
    assert window.pages.sensors.trouble.text() == NOTHING_FOUND.sentence
