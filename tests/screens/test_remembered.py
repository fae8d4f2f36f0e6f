"""A window that is opened again is as it was left: place, page, what was being written, who was here."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.bridge import Desk
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.window import MainWindow
from monitor.plan import PrescriptionFile
from monitor.values import NOBODY, Legs

Reopen = Callable[[], MainWindow]


@pytest.fixture
def monitor() -> StillMonitor:
    return StillMonitor(sample.moment())


@pytest.fixture
def reopen(qtbot: QtBot, settings: QSettings, tmp_path: Path, monitor: StillMonitor) -> Reopen:
    def opened() -> MainWindow:
        window = MainWindow(monitor, settings=settings, desk=Desk(plan=PrescriptionFile(tmp_path / "p.toml")))
        qtbot.addWidget(window)
        window.timer.stop()
        window.show()
        return window
    return opened


def test_place_page_and_what_was_being_written(reopen: Reopen) -> None:
    window = reopen()
    window.resize(900, 612)
    window.pages.prescription.write("# not finished")
    window.show_page("review")
    window.close()
    again = reopen()
    assert (again.width(), again.height()) == (900, 612)
    assert again.pages.shown == "review"
    assert again.pages.prescription.edit.toPlainText() == "# not finished"


def test_the_calibration_is_no_place_to_come_back_to(reopen: Reopen) -> None:
    window = reopen()
    window.show_page("sensors")
    window.close()
    window = reopen()
    window.show_page("calibration")
    window.close()
    assert reopen().pages.shown == "sensors"


def test_a_returning_patient_is_asked_for_by_code_and_begins_with_one_press(
        reopen: Reopen, monitor: StillMonitor) -> None:
    window = reopen()
    home = window.pages.home
    home.code.setText("P-55")
    home.side.setCurrentIndex(home.side.findData(Legs.LEFT))
    home.begin.click()
    window.close()
    monitor.now = replace(monitor.now, patient=NOBODY)
    home = reopen().pages.home
    assert home.next.headline.text() == "Is it P-55 again?"
    assert "left knee" in home.next.detail.text()
    assert (home.code.text(), home.side.currentData()) == ("P-55", Legs.LEFT)
    home.next.go.click()
    assert monitor.commands[-1] == ("begin", {"patient": "P-55", "side": Legs.LEFT})
    monitor.now = replace(monitor.now, patient="P-55")
    home.show_snapshot(monitor.snapshot())
    assert home.next.step.verb == "free"


def test_the_monitor_that_was_chosen_for_the_patient(reopen: Reopen, settings: QSettings) -> None:
    window = reopen()
    window.show_page("settings")
    page = window.pages.settings
    name = QGuiApplication.primaryScreen().name()
    page.monitor.setCurrentIndex(page.monitor.findData(name))
    page.monitor.activated.emit(1)
    window.close()
    assert reopen().preferences.patient_monitor == name
