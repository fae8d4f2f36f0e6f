"""A patient's whole session over virtual sensors, driven through the shipped windows: Home, the guide, two
exercises, pain, the summary; the recording then tells the same."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from monitor.acquisition import Acquisition
from monitor.analysis import analyze
from monitor.app import PRESCRIPTION, desk
from monitor.dashboard.window import MainWindow
from monitor.recording.writer import RecordingWriter
from monitor.session import Session
from monitor.snapshot import CalibrationState, Snapshot
from monitor.values import EventKind, Input, SessionEvent, Side
from monitor.virtual.simulate import simulate

INPUTS_A_STEP = 40      # some 0.3 s of a session
FIRST_EXERCISE_WITHIN_S = 60.0
PLAN = """
patient = "virtual"
side = "right"
[[exercise]]
id = "squat"
reps = 3
[[exercise]]
id = "knee_extension_seated"
reps = 3
hold_s = 2
"""


class Played:
    """A recorded session that is given its sensors' inputs by the test, and events by the window."""

    def __init__(self, inputs: tuple[Input, ...], path: Path) -> None:
        # what people do comes from the window alone
        self._inputs = [one for one in inputs
                        if not isinstance(one, SessionEvent) or one.kind in (EventKind.START, EventKind.STOP)]
        self.asked_ns = next(one.t_host_ns for one in inputs
                             if isinstance(one, SessionEvent) and one.kind is EventKind.CALIBRATION)
        writer = RecordingWriter(path, side=Side.RIGHT, patient="virtual", version="1")
        self._acquisition = Acquisition(Session(Side.RIGHT), writer, algorithm="1", path=path)
        self.now_ns = 0
        self.sent: list[EventKind] = []

    def steps(self) -> Iterator[Snapshot]:
        for start in range(0, len(self._inputs), INPUTS_A_STEP):
            for one in self._inputs[start:start + INPUTS_A_STEP]:
                self._acquisition.push(one)
                self.now_ns = one.t_host_ns
            self._acquisition.digest()
            yield self.snapshot()

    def snapshot(self) -> Snapshot:
        return self._acquisition.snapshot()

    def send(self, kind: EventKind, detail: Any) -> None:
        self.sent.append(kind)
        self._acquisition.push(SessionEvent(self.now_ns, kind, dict(detail)))

    def command(self, name: str, **arguments: Any) -> None:
        raise AssertionError(f"nothing was to be asked of the links, but {name} was")

    def close(self) -> None:
        self._acquisition.end_recording()


class Patient:
    """Sits before the windows and presses what they offer; notes what was seen, in order, with pictures."""

    def __init__(self, qtbot: QtBot, window: MainWindow, played: Played, folder: Path) -> None:
        self._qtbot, self._window, self._played, self._folder = qtbot, window, played, folder
        self.seen: list[str] = []
        self.begun_at_s: list[float] = []

    def look(self, now: Snapshot) -> None:
        """One glance, and at most one press."""
        self._window.refresh()
        patient = self._window.patient
        if patient is None:
            self._before_the_window(now)
            return
        patient.resize(1920, 1080)
        if patient.pages.currentWidget() is patient.pain_page:
            self._see(f"pain after {patient.title.text}", patient)
            self._press(patient.pain_page.scores[2])
        elif patient.next.isHidden():
            self._see(patient.title.text, patient)

    def _before_the_window(self, now: Snapshot) -> None:
        pages = self._window.pages
        if pages.shown == "home":
            self._see(pages.home.next.headline.text(), self._window)
            ready = pages.home.next.step.verb
            if ready == "calibrate" or (ready == "start" and not self.begun_at_s):
                if ready == "start":
                    self.begun_at_s.append(now.t_s)
                self._press(pages.home.next.go)
        elif pages.shown == "calibration":
            self._see(pages.wizard.title.text(), self._window)
            if now.calibration.state is CalibrationState.MISSING and (
                    self._played.now_ns >= self._played.asked_ns):
                self._press(pages.wizard.standing)

    def _press(self, button: QWidget) -> None:
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def _see(self, what: str, where: QWidget) -> None:
        if what not in self.seen:
            self.seen.append(what)
            QApplication.processEvents()
            assert where.grab().save(str(self._folder / f"{len(self.seen):02d}.png"))


@pytest.fixture(scope="module")
def inputs() -> tuple[Input, ...]:
    specs = ["stand:2", "calibration", "stand:6", "squat:3", "stand:3", "double_tap",
             "knee_extension_seated:3x2", "sit:6"]
    return simulate(specs, side=Side.RIGHT, seed=1, rate_hz=50).inputs


def test_home_guide_two_exercises_pain_and_summary(
        open_still: Callable[..., MainWindow], inputs: tuple[Input, ...], qtbot: QtBot,
        tmp_path: Path) -> None:
    (tmp_path / PRESCRIPTION).write_text(PLAN, "utf-8")
    played = Played(inputs, tmp_path / "session.mcap")
    window = open_still(played, desk(played, tmp_path))   # type: ignore[arg-type]
    patient = Patient(qtbot, window, played, tmp_path)
    patient.look(played.snapshot())
    for now in played.steps():
        patient.look(now)
    assert patient.seen == [
        "Switch both sensors on", "First calibrate", "Not calibrated", "Stand still",
        "Swing the straight leg", "Four slow squats", "Calibrated, fit good", "Next: Squat", "Squat",
        "pain after Squat", "Knee extension", "pain after Knee extension", "All done for today ✓"]
    assert patient.begun_at_s[0] < FIRST_EXERCISE_WITHIN_S
    assert played.sent.count(EventKind.EXERCISE) == 2, "the second exercise begins with a double tap"
    assert window.patient is not None
    shown = [line.text for line in window.patient.summary.lines if line.isVisible()]
    assert shown == ["Squat: 3", "Knee extension: 3"]
    assert "highest pain 2 of 10" in window.patient.summary.foot.text
    qtbot.mouseClick(window.patient.leave, Qt.MouseButton.LeftButton)
    assert window.pages.shown == "home"
    window.close()
    played.close()
    told = analyze(tmp_path / "session.mcap").session.snapshot().sets
    assert [(one.exercise, sum(rep.counted for rep in one.reps), one.pain) for one in told] == [
        ("squat", 3, 2), ("knee_extension_seated", 3, 2)]
