from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.bridge import Desk, NoDiary, NoPlan, PlannedExercise
from monitor.dashboard.home.readiness import LEAST_DISK_BYTES, points
from monitor.dashboard.preferences import Preferences
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.sounds import Cue, Speaker
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import Units, length
from monitor.dashboard.window import MainWindow
from monitor.errors import RecordingError, RecordingReason
from monitor.history.adherence import ProgrammeDay
from monitor.history.follow_up import Question
from monitor.leg import Reason
from monitor.plan import PrescriptionFile
from monitor.snapshot import (
    CalibrationState,
    CalibrationStatus,
    Problem,
    SensorState,
    Severity,
    Snapshot,
)
from monitor.values import EventKind, Placement, Segment, Side

Open = Callable[[Snapshot], tuple[MainWindow, StillMonitor]]


class TwoExercises(NoPlan):
    def today(self) -> tuple[PlannedExercise, ...]:
        return (PlannedExercise("quad_set", "Quad set", 2, 12, 5.0, sets_done=2),
                PlannedExercise("clamshell", "Clamshell", 2, 20, 3.0, sets_done=1))

    def check(self, text: str) -> tuple[str, ...]:
        return ("line 2: reps must be positive",) if "-1" in text else ()


@pytest.fixture
def planned(qtbot: QtBot, settings: QSettings) -> tuple[MainWindow, StillMonitor]:
    monitor = StillMonitor(sample.moment())
    window = MainWindow(monitor, settings=settings, desk=Desk(plan=TwoExercises()))
    qtbot.addWidget(window)
    window.show()
    return window, monitor


def find_button(window: MainWindow, name: str) -> QAbstractButton:
    return next(b for b in window.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible())


def test_starting_a_prescribed_exercise_leads_to_live(planned: tuple[MainWindow, StillMonitor]) -> None:
    window, monitor = planned
    find_button(window, "Start Clamshell").click()
    detail = {"id": "clamshell", "set": 2, "prescribed": {"sets": 2, "reps": 20, "hold_s": 3.0}}
    assert monitor.sent == [(EventKind.EXERCISE, detail)]
    assert window.pages.shown == "live"


def test_live_says_how_much_of_today_is_done(planned: tuple[MainWindow, StillMonitor]) -> None:
    window, _ = planned
    window.show_page("live")
    assert window.live.strip_panel.hint.text() == "today 3 of 4 sets"


def test_home_without_a_prescription_says_what_to_do(open_window: Open) -> None:
    window, monitor = open_window(sample.moment())
    window.show_page("home")
    find_button(window, "Begin without one").click()
    assert monitor.sent == [(EventKind.EXERCISE, {"id": None, "set": 1, "prescribed": None})]


def test_any_exercise_can_be_started_without_a_prescription(open_window: Open) -> None:
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


def test_the_checklist_mends(open_window: Open) -> None:
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


def test_pain_is_asked_for_later_and_an_answer_can_be_mended(qtbot: QtBot, settings: QSettings) -> None:
    diary = Asking()
    window = MainWindow(StillMonitor(sample.moment()), settings=settings,
                        desk=Desk(plan=TwoExercises(), diary=diary))
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


def test_the_wizard_starts_redoes_and_cancels(open_window: Open) -> None:
    window, monitor = open_window(sample.uncalibrated())
    window.show_page("calibration")
    window.pages.wizard.lying.click()
    monitor.now = sample.calibrating()
    window.refresh()
    assert window.pages.wizard.title.text() == "Lift the straight leg"
    window.pages.wizard.redo.click()
    window.pages.wizard.cancel.click()
    assert [d for k, d in monitor.sent if k is EventKind.CALIBRATION] == [
        {"action": a, "variant": "lying"} for a in ("start", "redo", "cancel")]
    assert window.pages.shown == "live"


def test_the_wizard_advances_by_itself_and_sounds_each_step(
        open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window, monitor = open_window(sample.calibrating())
    heard: list[str] = []
    monkeypatch.setattr(window.speaker, "play", heard.append)
    window.show_page("calibration")
    for status in (replace(monitor.now.calibration, step="bends"), sample.GOOD):
        monitor.now = replace(monitor.now, calibration=status)
        window.refresh()
    assert heard == ["step", "step"]
    assert window.pages.wizard.title.text() == "Calibrated, fit good"
    assert window.pages.shown == "calibration"
    monitor.now = replace(monitor.now, t_s=monitor.now.t_s + 5.0)
    window.refresh()
    assert window.pages.shown == "live"


def test_a_refused_calibration_says_why(open_window: Open) -> None:
    why = "The sensors are swapped: put the one marked T on the thigh."
    window, _ = open_window(sample.moment(calibration=CalibrationStatus(CalibrationState.REFUSED, why)))
    window.show_page("calibration")
    assert window.pages.wizard.sentence.text() == why


def test_the_guide_says_when_nothing_can_be_heard(
        open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    for why, said in (("no loudspeaker was found", True), ("", False)):
        monkeypatch.setattr("monitor.dashboard.sounds._why_no_sound", lambda why=why: why)
        window, _ = open_window(sample.uncalibrated())
        window.show_page("calibration")
        assert ("Silent here: no loudspeaker was found." in window.pages.wizard.instruction.text()) is said


def test_a_refused_step_is_guided_again_with_the_reason(
        open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window, monitor = open_window(sample.calibrating())
    heard: list[Cue] = []
    monkeypatch.setattr(window.speaker, "play", heard.append)
    window.show_page("calibration")
    why = "The leg moved too early; keep still again with the knee straight, for five seconds."
    monitor.now = sample.uncalibrated()
    monitor.now = replace(monitor.now, calibration=CalibrationStatus(
        CalibrationState.REFUSED, why, step="still", stillness=0.4))
    window.refresh()
    wizard = window.pages.wizard
    assert wizard.title.text() == "Once more: Stand still"
    assert wizard.sentence.text() == why
    assert wizard.still.isVisible()
    assert wizard.still.value() == 40
    assert wizard.redo.isVisible()
    assert not wizard.standing.isVisible()
    assert heard == [Cue.PROBLEM]


def test_sensor_cards_show_every_fact_and_ask_the_link(open_window: Open) -> None:
    window, monitor = open_window(sample.moment())
    window.show_page("sensors")
    card = window.pages.sensors.cards[0]
    shown = [line.text() for line in card.facts.values()]
    assert shown == ["PT-th01", "92 %", "−58 dBm", "100.2 Hz", "0.0 %", "0", "0 samples"]
    card.identify.click()
    card.place.setCurrentIndex(1)
    card.place.activated.emit(1)
    thigh = Placement(Side.RIGHT, Segment.THIGH)
    assert monitor.commands == [("identify", {"placement": thigh}), (
        "set_role", {"placement": thigh, "to": Placement(Side.LEFT, Segment.SHANK)})]


def test_loss_that_cannot_be_seen_is_said(open_window: Open) -> None:
    blind = sample.sensor(Segment.THIGH, loss_visible=False)
    window, _ = open_window(sample.moment(sensors=(blind,)))
    window.show_page("sensors")
    assert window.pages.sensors.cards[0].facts["lost"].text() == "cannot be seen"


def test_no_sensor_says_what_to_do_and_searches(open_window: Open) -> None:
    window, monitor = open_window(sample.moment(sensors=()))
    window.show_page("sensors")
    assert "Switch both on" in window.pages.sensors.empty.text()
    window.pages.sensors.search.click()
    assert monitor.commands == [("scan", {})]


def test_a_prescription_with_a_problem_cannot_be_used(planned: tuple[MainWindow, StillMonitor]) -> None:
    window, _ = planned
    page = window.pages.prescription
    page.edit.setPlainText("reps = -1")
    page.check()
    assert not page.use.isEnabled()
    assert "line 2" in page.problems.text()
    page.edit.setPlainText("reps = 1")
    page.check()
    assert page.use.isEnabled()
    page.use.click()
    assert window.desk.plan.text() == "reps = 1"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00bad", None])
def test_a_file_that_is_no_text_is_refused_and_nothing_is_lost(
        planned: tuple[MainWindow, StillMonitor], tmp_path: Path, content: bytes | None) -> None:
    window, _ = planned
    page = window.pages.prescription
    page.edit.setPlainText("kept")
    path = tmp_path / "mailed.toml"
    if content is not None:
        path.write_bytes(content)
    page.load(path)
    assert page.edit.toPlainText() == "kept"
    assert "cannot be read" in page.verdict.text()


def test_opening_a_file_can_be_undone(planned: tuple[MainWindow, StillMonitor], tmp_path: Path) -> None:
    window, _ = planned
    page = window.pages.prescription
    page.edit.setPlainText("mine")
    (tmp_path / "other.toml").write_text("theirs")
    page.load(tmp_path / "other.toml")
    assert page.edit.toPlainText() == "theirs"
    page.edit.undo()
    assert page.edit.toPlainText() == "mine"


def test_settings_apply_at_once_and_are_kept(open_window: Open, settings: QSettings) -> None:
    window, _ = open_window(sample.moment())
    window.show_page("settings")
    page = window.pages.settings
    page.theme_.setCurrentIndex(page.theme_.findData("dark"))
    page.theme_.activated.emit(1)
    assert window.theme.name == "dark"
    assert window.pages.shown == "settings"
    assert Preferences.load(settings).theme == "dark"


def test_the_ruler_check_corrects_the_screen(open_window: Open, settings: QSettings) -> None:
    window, _ = open_window(sample.moment())
    window.show_page("settings")
    before = window.pages.settings.bar.length_px
    window.pages.settings.measured.setValue(80.0)
    window.pages.settings.measured.editingFinished.emit()
    window.refresh()
    assert window.pages.settings.bar.length_px == pytest.approx(before * 100 / 80)
    assert Preferences.load(settings).ruler == pytest.approx(1.25)


def test_broken_settings_fall_back_to_their_defaults(settings: QSettings) -> None:
    for name in ("theme", "distance_m", "sounds", "ruler"):
        settings.setValue(f"preferences/{name}", "neither this nor that")
    loaded = Preferences.load(settings)
    assert loaded.colours().name == "light"
    assert loaded.distance_m == 3.0
    assert loaded.ruler == 1.0


def test_pages_are_reached_by_keys_and_return_presses(open_window: Open, qtbot: QtBot) -> None:
    window, monitor = open_window(sample.moment(sensors=()))
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.pages.shown == "sensors"
    window.pages.sensors.search.setFocus()
    qtbot.keyClick(window.pages.sensors.search, Qt.Key.Key_Return)
    assert monitor.commands == [("scan", {})]


def test_the_window_remembers_its_size(open_window: Open, qtbot: QtBot, settings: QSettings) -> None:
    window, monitor = open_window(sample.moment())
    window.resize(1000, 650)
    window.close()
    again = MainWindow(monitor, settings=settings)
    qtbot.addWidget(again)
    assert again.height() == 650


def test_the_patient_screen_opens_and_closes_with_the_window(open_window: Open) -> None:
    window, _ = open_window(sample.moment())
    window.live.controls.patient.click()
    assert window.patient is not None
    window.refresh()
    window.close()
    assert window.patient is None


@pytest.mark.parametrize("state", SensorState)
def test_every_page_survives_every_sensor_state(open_window: Open, state: SensorState) -> None:
    now = sample.moment(sensors=(sample.sensor(Segment.THIGH, state=state, battery_percent=None,
                                               rssi_dbm=None, rate_hz=None),))
    window, _ = open_window(now)
    for name in ("home", "live", "sensors", "prescription", "settings", "calibration"):
        window.show_page(name)
        assert window.pages.shown == name


def test_no_second_window_flashes_up(open_window: Open, qapp: QApplication) -> None:
    window, _ = open_window(sample.moment())
    assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == [window]
    assert qapp.activeWindow() is window


@pytest.mark.parametrize(
    "name", ["home", "live", "review", "sensors", "prescription", "settings", "calibration"]
)
def test_everything_that_takes_keys_has_a_name_to_be_spoken(open_window: Open, name: str) -> None:
    window, _ = open_window(sample.moment())
    window.show_page(name)
    taking = [w for w in window.findChildren(QWidget)
              if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [w for w in taking if not w.accessibleName() and not getattr(w, "text", str)()]
    assert len(taking) > 5
    assert [type(w).__name__ for w in nameless if not isinstance(w, QScrollBar)] == []


def test_every_button_is_reached_by_the_tab_key(open_window: Open, qtbot: QtBot) -> None:
    window, _ = open_window(sample.moment())
    window.show_page("sensors")
    reached = set()
    for _ in range(60):
        qtbot.keyClick(window, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    wanted = {b for b in window.findChildren(QPushButton) if b.isVisible() and b.isEnabled()}
    assert {b for b in wanted if not b.isCheckable()} <= reached, "of tabs, arrow keys reach the others"


def test_starting_on_home_opens_the_patient_screen_and_leaving_it_leads_home(
        planned: tuple[MainWindow, StillMonitor]) -> None:
    window, monitor = planned
    find_button(window, "Start Clamshell").click()
    assert window.patient is not None
    monitor.now = replace(monitor.now, paused=True)
    window.refresh()
    window.patient.leave.click()
    assert window.pages.shown == "home"


def test_the_patient_screen_stays_closed_where_that_is_chosen(
        planned: tuple[MainWindow, StillMonitor]) -> None:
    window, _ = planned
    window.pages.settings.patient_screen.setChecked(False)
    find_button(window, "Start Clamshell").click()
    assert window.patient is None


def test_lengths_are_shown_in_the_chosen_unit(open_window: Open) -> None:
    window, _ = open_window(sample.moment())
    window.show_page("settings")
    units = window.pages.settings.units
    units.setCurrentIndex(units.findData("in"))
    units.activated.emit(1)
    try:
        assert length(2.54) == "1 in"
    finally:
        Units.inches = False


def test_every_sound_can_be_heard_in_the_settings(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Cue] = []
    monkeypatch.setattr(Speaker, "play", lambda _, cue: heard.append(cue))
    window, _ = open_window(sample.moment())
    window.show_page("settings")
    for button in window.pages.settings.findChildren(QPushButton):
        if button.accessibleName().startswith("Hear: "):
            button.click()
    assert set(heard) == set(Cue) - {Cue.GO_ON}


def test_the_prescription_editor_shows_what_is_asked_and_marks_wrong_lines(
        open_window: Open, tmp_path: Path, qtbot: QtBot, settings: QSettings) -> None:
    plan = PrescriptionFile(tmp_path / "plan.toml")
    window = MainWindow(StillMonitor(sample.moment()), settings=settings, desk=Desk(plan=plan))
    qtbot.addWidget(window)
    window.show()
    page = window.pages.prescription
    window.show_page("prescription")
    assert page.verdict.text() == "Nothing written yet"
    page.example.click()
    assert page.verdict.text() == "✓ Can be used"
    assert not page.example.isVisible()
    QApplication.processEvents()
    shown = [part.text() for part in page.findChildren(QLabel) if part.isVisible()]
    assert "Straight leg raise, on the back" in shown
    page.more.setCurrentIndex(page.more.findData("squat"))
    find_button(window, "Add").click()
    assert page.edit.toPlainText().endswith('id = "squat"\n')
    assert page.use.isEnabled()
    page.edit.selectAll()
    page.edit.insertPlainText('patient = "P-1"\nside = "right"\n[[exercise]]\nid = "squat"\nreps = -3\n')
    page.check()
    assert not page.use.isEnabled()
    assert [mark.cursor.blockNumber() for mark in page.edit.extraSelections()] == [4]
    page.edit.undo()
    assert "straight_leg_raise" in page.edit.toPlainText()


def test_without_a_sensor_the_page_shows_where_they_go(open_window: Open) -> None:
    window, _ = open_window(sample.moment(sensors=()))
    window.show_page("sensors")
    assert window.pages.sensors.where.isVisible()


def test_sensors_that_get_ready_and_clocks_that_cannot_be_compared_are_told(open_window: Open) -> None:
    unready = tuple(sample.sensor(place, state=SensorState.CONNECTED) for place in Segment)
    nothing = replace(sample.moment().knee, valid=False, reason=Reason.NO_DATA, age_s=9.0)
    assert "getting ready" in words.why_no_angle(nothing, sample.GOOD, unready)
    assert "silent" in words.why_no_angle(nothing, sample.GOOD, sample.moment().sensors)
    blind = tuple(sample.sensor(place, loss_visible=False) for place in Segment)
    window, _ = open_window(sample.moment(sensors=blind, skew_ms=None))
    window.show_page("sensors")
    assert window.pages.sensors.clocks.text().startswith("clocks cannot be compared")


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


@pytest.mark.parametrize("language", ["en", "de", "es"])
@pytest.mark.parametrize("text", ["W" * 10_000, "\u05d0\u05d1 " * 3_000, "<b>&amp;</b>\n\t\u202e\U0001f9b5"])
def test_any_name_and_sentence_leaves_the_pages_as_they_are(
        open_window: Open, text: str, language: str) -> None:
    window, monitor = open_window(sample.moment())
    window.apply(replace(window.preferences, language=language))
    troubled = Problem("x", Severity.PROBLEM, text)
    exercise = replace(sample.EXERCISE, title=text, cue=text, exercise=text)
    refused = CalibrationStatus(CalibrationState.REFUSED, text)
    monitor.now = sample.moment(patient=text, problems=(troubled,), exercise=exercise, calibration=refused)
    size = window.size()
    for name in ("home", "calibration", "sensors", "live"):
        window.show_page(name)
        QApplication.processEvents()
        assert window.size() == size, name
    window.open_patient_screen()
    assert window.patient is not None
    full = window.patient.size()
    for _ in range(2):
        window.refresh()
        QApplication.processEvents()
    assert window.patient.size() == full
    window.apply(replace(window.preferences, language="en"))


@pytest.mark.parametrize(
    "name", ["home", "live", "review", "sensors", "prescription", "settings", "calibration"])
def test_every_button_and_field_of_a_page_is_reached_by_the_tab_key(
        open_window: Open, qtbot: QtBot, name: str) -> None:
    window, _ = open_window(sample.moment())
    window.show_page(name)
    page = window.pages.page
    reached: set[QWidget | None] = set()
    for _ in range(120):
        qtbot.keyClick(window, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    wanted = [w for w in page.findChildren(QAbstractButton) + page.findChildren(QComboBox)
              if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    grouped = [w for w in wanted if isinstance(w, QAbstractButton) and w.isCheckable() and w.autoExclusive()]
    assert [w.accessibleName() for w in wanted if w not in reached and w not in grouped] == []
