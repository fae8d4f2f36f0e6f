"""What was pressed by mistake is taken back; what was recorded stays in the recording."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.bridge import Desk, NoDiary
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.window import MainWindow
from monitor.history.follow_up import Question
from monitor.plan import PrescriptionFile
from monitor.snapshot import Snapshot
from monitor.values import EventKind, Legs

Open = Callable[[Snapshot], tuple[MainWindow, StillMonitor]]
PLAN = 'patient = "P-0142"\nside = "right"\n[[exercise]]\nid = "squat"\n'


def undo(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(("key", "said", "of"), [
    (Qt.Key.Key_Space, "Moment marked", EventKind.MARK),
    (Qt.Key.Key_R, "Counted by you", EventKind.THERAPIST_REP)])
def test_a_key_pressed_by_mistake_is_taken_back(
        open_window: Open, qtbot: QtBot, key: Qt.Key, said: str, of: EventKind) -> None:
    window, monitor = open_window(sample.moment())
    qtbot.keyClick(window.live, key)
    assert window.navigation.undo.said.text() == said
    undo(window, qtbot)
    assert monitor.sent[-1] == (EventKind.UNDO, {"of": of})
    assert not window.navigation.undo.isVisible()
    undo(window, qtbot)
    assert len(monitor.sent) == 2


def test_a_wrong_pain_score_gives_way_to_the_one_before(open_window: Open, qtbot: QtBot) -> None:
    window, monitor = open_window(sample.moment(sets=(replace(sample.SETS[0], pain=2),)))
    qtbot.keyClick(window.live, Qt.Key.Key_P)
    window.live.controls.scores[9].click()
    window.navigation.undo.button.click()
    assert monitor.sent[-1] == (EventKind.UNDO, {"of": EventKind.PAIN, "before": 2})


def test_a_session_begun_by_mistake_leads_back_to_the_patient_before(open_window: Open,
                                                                     qtbot: QtBot) -> None:
    window, monitor = open_window(sample.moment())
    window.show_page("home")
    window.pages.home.code.clear()
    qtbot.keyClicks(window.pages.home.code, "P-9")
    window.pages.home.begin.click()
    assert "P-9" in window.navigation.undo.said.text()
    window.navigation.undo.button.click()
    assert monitor.commands[-1] == ("begin", {"patient": "P-0142", "side": Legs.RIGHT})


def test_going_on_soon_after_a_stop_goes_on_with_its_set(open_window: Open) -> None:
    window, monitor = open_window(sample.moment())
    window.live.controls.stop.click()
    monitor.now = replace(monitor.now, paused=True)
    window.live.controls.pause.click()
    assert [kind for kind, _ in monitor.sent] == [EventKind.SET_END, EventKind.PAUSE, EventKind.UNDO,
                                                  EventKind.PAUSE]
    monitor.sent.clear()
    window.live.controls.stop.click()
    monitor.now = replace(monitor.now, t_s=monitor.now.t_s + 60.0)
    window.live.controls.pause.click()
    assert EventKind.UNDO not in [kind for kind, _ in monitor.sent]


@pytest.mark.parametrize("paused", [False, True])
def test_an_exercise_begun_by_mistake_gives_way_to_the_set_before(open_window: Open, qtbot: QtBot,
                                                                  paused: bool) -> None:
    window, monitor = open_window(sample.moment(paused=paused))
    window.actions_.choose("squat", 1, None)
    assert "squat" in window.navigation.undo.said.text().lower()
    monitor.sent.clear()
    undo(window, qtbot)
    again = [(EventKind.PAUSE, {"paused": True})] if paused else []
    assert monitor.sent == [(EventKind.UNDO, {"of": EventKind.EXERCISE}), *again]


def test_a_calibration_done_anew_gives_way_to_the_one_before(open_window: Open, qtbot: QtBot) -> None:
    window, monitor = open_window(sample.moment(761.0))
    still = replace(sample.GOOD, age_s=740.0 + 29.0)          # cancelled: the same as before
    for moment in (sample.calibrating(765.0), sample.moment(790.0, calibration=still)):
        monitor.now = moment
        window.refresh()
    assert not window.navigation.undo.isVisible()
    anew = replace(sample.GOOD, age_s=0.5)
    for moment in (sample.calibrating(800.0), sample.moment(830.0, calibration=anew)):
        monitor.now = moment
        window.refresh()
    assert window.navigation.undo.said.text() == "Calibrated anew"
    undo(window, qtbot)
    assert monitor.sent[-1] == (EventKind.UNDO, {"of": EventKind.CALIBRATION})


def test_a_first_calibration_and_another_session_offer_nothing(open_window: Open) -> None:
    window, monitor = open_window(sample.uncalibrated())
    for moment in (sample.calibrating(16.0), sample.moment(40.0, calibration=replace(sample.GOOD, age_s=0.1)),
                   sample.calibrating(5.0), sample.moment(30.0, calibration=replace(sample.GOOD, age_s=1.0))):
        monitor.now = moment
        window.refresh()
    assert not window.navigation.undo.isVisible()


def test_a_sensor_put_elsewhere_by_mistake_is_back_where_it_was(open_window: Open, qtbot: QtBot) -> None:
    window, monitor = open_window(sample.moment())
    window.show_page("sensors")
    window.pages.sensors.cards[0].place.activated.emit(1)
    assert "left" in window.navigation.undo.said.text()
    undo(window, qtbot)
    assert [name for name, _ in monitor.commands] == ["set_role", "undo_role"]


def test_settings_are_taken_back(open_window: Open, qtbot: QtBot) -> None:
    window, _ = open_window(sample.moment())
    window.show_page("settings")
    settings = window.pages.settings
    settings.theme_.setCurrentIndex(settings.theme_.findData("dark"))
    settings.theme_.activated.emit(1)
    assert window.theme.name == "dark"
    undo(window, qtbot)
    assert window.theme.name == "light"
    assert window.pages.settings.theme_.currentData() == "light"
    window.pages.settings.sounds.click()
    assert not window.preferences.sounds
    undo(window, qtbot)
    assert window.pages.settings.sounds.isChecked()
    assert not window.speaker.muted


def test_an_answer_about_the_pain_later_is_given_anew(qtbot: QtBot, settings: QSettings) -> None:
    class Asking(NoDiary):
        kept: ClassVar[list[int]] = []

        def questions(self) -> tuple[Question, ...]:
            return () if self.kept else (Question("r.mcap", "hour", 0, 3, 30),)

        def answer(self, question: Question, score: int) -> None:
            self.kept.append(score)

    window = MainWindow(StillMonitor(sample.moment()), settings=settings, desk=Desk(diary=Asking()))
    qtbot.addWidget(window)
    window.show()
    panel = window.pages.home.late_pain
    for score in (8, 2):
        assert panel.isVisible()
        panel.scores.button(score).click()
        panel.keep.click()
        assert not panel.isVisible()
        window.navigation.undo.button.click()
    assert Asking.kept == [8, 2]


@pytest.fixture
def planned(qtbot: QtBot, settings: QSettings, tmp_path: Path) -> tuple[MainWindow, StillMonitor, Path]:
    path = tmp_path / "prescription.toml"
    path.write_text(PLAN)
    monitor = StillMonitor(sample.moment())
    window = MainWindow(monitor, settings=settings, desk=Desk(plan=PrescriptionFile(path)))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.show_page("prescription")
    return window, monitor, path


def test_another_prescription_is_followed_at_once_and_taken_back(
        planned: tuple[MainWindow, StillMonitor, Path]) -> None:
    window, monitor, path = planned
    page, other = window.pages.prescription, PLAN.replace("squat", "clamshell")
    page.write(other)
    page.use.click()
    assert monitor.sent[-1] == (EventKind.PRESCRIPTION, {"text": other})
    window.navigation.undo.button.click()
    assert monitor.sent[-1] == (EventKind.PRESCRIPTION, {"text": PLAN})
    assert path.read_text() == page.edit.toPlainText() == PLAN


def test_a_prescription_being_written_outlives_another_language(
        planned: tuple[MainWindow, StillMonitor, Path]) -> None:
    window, _, _ = planned
    window.pages.prescription.write("# half written")
    window.apply(replace(window.preferences, language="de"))
    assert window.pages.prescription.edit.toPlainText() == "# half written"
    window.apply(replace(window.preferences, language="en"))


def test_the_prescription_of_another_patient_is_not_used_silently(
        planned: tuple[MainWindow, StillMonitor, Path]) -> None:
    window, monitor, path = planned
    page = window.pages.prescription
    assert not page.others.isVisible()
    path.write_text(PLAN.replace("P-0142", "P-7"))
    page.load(path)
    assert "P-7's, the session is P-0142's" in page.others.text()
    assert page.others.isVisible()
    assert page.use.text() == "Use it all the same"
    assert monitor.sent == []
    window.show_page("home")
    window.refresh()
    assert window.pages.home.next.step.verb == "prescription"
    monitor.now = replace(monitor.now, patient="P-7")
    window.refresh()
    assert window.pages.home.next.step.verb == "start"
    window.show_page("prescription")
    QApplication.processEvents()
    assert page.use.text() == "Use this prescription"
