"""The guide through calibration: its steps, refusals and sounds."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from monitor.dashboard import sample
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.sounds import Cue
from monitor.dashboard.window import MainWindow
from monitor.snapshot import (
    CalibrationState,
    CalibrationStatus,
    Snapshot,
)
from monitor.values import EventKind

Open = Callable[[Snapshot], tuple[MainWindow, StillMonitor]]


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
