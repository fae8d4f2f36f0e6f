"""A patient's session from the first packet to the last repetition, watched through the shipped windows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from monitor.dashboard.window import MainWindow
from monitor.session import Session
from monitor.snapshot import CalibrationState, Snapshot
from monitor.values import EventKind, Input, SessionEvent, Side
from monitor.virtual.simulate import simulate

INPUTS_A_STEP = 40      # some 0.3 s of a session


class Played:
    """A session that is given its inputs by the test, and what people do through the window."""

    def __init__(self, inputs: tuple[Input, ...]) -> None:
        self.session = Session(Side.RIGHT)
        self._inputs = inputs

    def steps(self) -> Iterator[Snapshot]:
        for start in range(0, len(self._inputs), INPUTS_A_STEP):
            self._newest = self._inputs[start:start + INPUTS_A_STEP]
            self.session.push(self._newest)
            yield self.session.snapshot()

    def snapshot(self) -> Snapshot:
        return self.session.snapshot()

    def send(self, kind: EventKind, detail: Any) -> None:
        self.session.push([SessionEvent(self._newest[-1].t_host_ns, kind, dict(detail))])

    def command(self, name: str, **arguments: Any) -> None:
        raise AssertionError(f"nothing was to be asked of the links, but {name} was")


@pytest.fixture(scope="module")
def inputs() -> tuple[Input, ...]:
    return simulate(["calibration", "squat:3"], side=Side.RIGHT, seed=1, rate_hz=50).inputs


@pytest.fixture
def opened(
    qtbot: QtBot, settings: QSettings, inputs: tuple[Input, ...]
) -> Callable[[], tuple[Played, MainWindow]]:
    def made() -> tuple[Played, MainWindow]:
        played = Played(inputs)
        window = MainWindow(played, settings=settings)
        window.timer.stop()
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        return played, window
    return made


def test_from_home_through_the_wizard_to_counted_squats(
        opened: Callable[[], tuple[Played, MainWindow]], qtbot: QtBot, tmp_path: Path) -> None:
    played, window = opened()
    window.show_page("calibration")
    wizard, titles, marked = window.pages.wizard, [], False
    for now in played.steps():
        window.refresh()
        number = window.live.knee.number
        if window.pages.shown == "calibration":
            titles.append(wizard.title.text())
            if now.calibration.state is CalibrationState.GOOD:
                assert window.grab().save(str(tmp_path / "calibrated.png"))
                window.show_page("live")
                window.open_patient_screen()
        elif now.knee.valid:
            assert number.value == f"{now.knee.flexion_deg:.0f}°".replace("-0", "0").replace("-", "−")
        else:
            assert not number.live
        if now.exercise and now.exercise.reps_counted and not marked:
            window.actions_.mark("first one")
            window.actions_.count_repetition()
            marked = True
    commands = list(dict.fromkeys(titles))
    assert commands[-4:] == [
        "Stand still",
        "Swing the straight leg",
        "Four slow squats",
        "Calibrated, fit good",
    ]
    assert window.live.exercise.heading.text() == "Squat"
    assert window.live.exercise.count.text().startswith("3")
    assert "my count 1" in window.live.exercise.own_count.text()
    assert [m.text for m in played.snapshot().marks] == ["first one"]
    assert window.patient is not None
    assert window.patient.title.text == "Squat"
    assert window.patient.task.figure.text == "3"
    assert window.patient.grab().save(str(tmp_path / "patient.png"))
    assert window.grab().save(str(tmp_path / "live.png"))
    window.close()
