"""The prescription page: writing, opening and checking."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
)
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.bridge import Desk
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.window import MainWindow
from monitor.plan import PrescriptionFile
from monitor.snapshot import (
    Snapshot,
)

Open = Callable[[Snapshot], tuple[MainWindow, StillMonitor]]
Find = Callable[[MainWindow, str], QAbstractButton]


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


def test_the_prescription_editor_shows_what_is_asked_and_marks_wrong_lines(
        find_button: Find, open_window: Open, tmp_path: Path, qtbot: QtBot, settings: QSettings) -> None:
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
