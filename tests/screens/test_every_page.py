"""What holds on every page: keys, names to be spoken, sizes, any sensor state, any text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QPushButton,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.window import MainWindow
from monitor.snapshot import (
    CalibrationState,
    CalibrationStatus,
    Problem,
    SensorState,
    Severity,
    Snapshot,
)
from monitor.values import Segment

Open = Callable[[Snapshot], tuple[MainWindow, StillMonitor]]


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
    assert taking
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
