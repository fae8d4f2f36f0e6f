from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.text.figures import UNKNOWN
from monitor.dashboard.window import MainWindow
from monitor.leg import Reason
from monitor.results import BalanceTrial
from monitor.snapshot import KneeNow, Problem, RecordingStatus, SensorState, Severity, Snapshot
from monitor.values import EventKind, Segment

Open = Callable[[Snapshot], tuple[MainWindow, StillMonitor]]


def show(window: MainWindow, monitor: StillMonitor, now: Snapshot) -> None:
    monitor.now = now
    window.refresh()


def test_a_valid_angle_is_shown_large_with_its_uncertainty(open_window: Open) -> None:
    window, _ = open_window(sample.moment(knee=KneeNow(47.3, 2.2, True, Reason.NONE, 0.01)))
    number = window.live.knee.number
    assert (number.value, number.uncertainty, number.live) == ("47°", "± 3°", True)


@pytest.mark.parametrize("knee", [
    KneeNow(47.0, 2.0, False, Reason.SATURATED, 0.0),
    KneeNow(47.0, 2.0, True, Reason.NONE, 0.8),
    KneeNow(47.0, 2.0, False, Reason.NO_DATA, 9.0),
    KneeNow(47.0, 2.0, False, Reason.NONE, 0.0),
])
def test_an_invalid_or_stale_angle_is_never_drawn(open_window: Open, knee: KneeNow) -> None:
    window, _ = open_window(sample.moment(knee=knee))
    number = window.live.knee.number
    assert "47" not in number.value
    assert number.uncertainty == ""
    assert not number.live
    assert window.live.knee.sentence.text()


def test_what_the_sensors_wait_for_stands_in_place_of_a_fault(open_window: Open) -> None:
    waiting = Problem("bluetooth", Severity.INFO, "The DOT sensors agree on one clock first.")
    silent = KneeNow(0.0, 0.0, False, Reason.NO_DATA, 0.0)
    window, _ = open_window(sample.moment(knee=silent, problems=(waiting,)))
    assert window.live.knee.sentence.text() == waiting.sentence


def test_a_session_that_stands_still_is_told_to_be_old(
        open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window, monitor = open_window(sample.moment())
    window.timer.stop()
    assert window.live.knee.number.live
    stuck, seen_s = monitor.snapshot(), monotonic()
    monkeypatch.setattr(monitor, "snapshot", lambda: stuck)
    window.refresh()
    monkeypatch.setattr("monitor.dashboard.window.monotonic", lambda: seen_s + 60.0)
    window.refresh()
    assert not window.live.knee.number.live
    assert "Nothing new" in window.live.banner.sentence.text()


def test_before_calibration_the_page_says_what_is_missing(open_window: Open) -> None:
    window, _ = open_window(sample.uncalibrated())
    live = window.live
    assert live.task.currentWidget() is live.calibration
    assert "calibrat" in live.knee.sentence.text().lower()
    assert live.calibration.start.isVisible()


def test_calibration_shows_its_step_and_bars(open_window: Open) -> None:
    window, _ = open_window(sample.calibrating())
    card = window.live.calibration
    assert card.heading.text() == "Swing the straight leg"
    assert (card.still.value(), card.moving.value(), card.progress.value()) == (100, 60, 40)


def test_a_lost_sensor_is_said_and_the_message_goes_when_mended(open_window: Open) -> None:
    window, monitor = open_window(sample.troubled())
    live = window.live
    assert live.banner.isVisible()
    assert "shank sensor is out of reach" in live.banner.sentence.text()
    assert not live.chips.sensors[1].well
    assert "lost" in live.chips.sensors[1].words
    show(window, monitor, sample.moment())
    assert not live.banner.isVisible()
    assert live.chips.sensors[1].well


@pytest.mark.parametrize("state", [s for s in SensorState if s is not SensorState.STREAMING])
def test_a_sensor_that_does_not_stream_never_looks_well(open_window: Open, state: SensorState) -> None:
    sensors = (sample.sensor(Segment.THIGH, state=state), sample.sensor(Segment.SHANK))
    window, _ = open_window(sample.moment(sensors=sensors))
    assert not window.live.chips.sensors[0].well


def test_recording_is_said_in_words(open_window: Open) -> None:
    window, monitor = open_window(sample.moment())
    assert window.live.chips.recording.words == "Recording 12:41"
    show(window, monitor, sample.moment(recording=None))
    assert window.live.chips.recording.words == "Not recording"
    show(window, monitor, sample.moment(recording=RecordingStatus("x", 1.0, failed="the disk is full")))
    assert window.live.chips.recording.words == "Recording stopped"


def sent(monitor: StillMonitor, kind: EventKind) -> list[dict[str, Any]]:
    return [detail for k, detail in monitor.sent if k is kind]


def test_keys_become_events(open_window: Open, qtbot: QtBot) -> None:
    window, monitor = open_window(sample.moment())
    for key in (Qt.Key.Key_Space, Qt.Key.Key_R, Qt.Key.Key_Escape):
        qtbot.keyClick(window.live, key)
    kinds = [kind for kind, _ in monitor.sent]
    assert kinds == [EventKind.MARK, EventKind.THERAPIST_REP, EventKind.SET_END, EventKind.PAUSE]
    assert sent(monitor, EventKind.PAUSE) == [{"paused": True}]


def test_pain_is_asked_and_kept_for_the_set(open_window: Open, qtbot: QtBot) -> None:
    window, monitor = open_window(sample.moment())
    qtbot.keyClick(window.live, Qt.Key.Key_P)
    qtbot.mouseClick(window.live.controls.scores[4], Qt.MouseButton.LeftButton)
    assert sent(monitor, EventKind.PAIN) == [{"score": 4, "set": 1}]
    assert not window.live.controls.asking


def test_a_note_of_any_length_and_script_is_kept(open_window: Open, qtbot: QtBot) -> None:
    window, monitor = open_window(sample.moment())
    window.live.controls.write_note()
    window.live.controls.note.setText("כאב מתחת לפיקה")
    qtbot.keyClick(window.live.controls.note, Qt.Key.Key_Return)
    assert sent(monitor, EventKind.MARK) == [{"text": "כאב מתחת לפיקה"}]


def test_ten_seconds_back_shows_the_past_and_says_so(open_window: Open) -> None:
    window, monitor = open_window(sample.moment(700.0))
    for t in np.arange(700.0, 731.0, 1.0):
        show(window, monitor, sample.moment(float(t)))
    window.live.rewind.back()
    window.refresh()
    assert not window.live.knee.number.live
    assert "10 s ago" in window.live.knee.caption.text()
    assert window.live.live_again.isVisible()
    window.live.rewind.forward()
    window.refresh()
    assert window.live.knee.number.live


def test_texts_of_ten_thousand_letters_are_cut_not_spilled(open_window: Open) -> None:
    long = "W" * 10_000
    exercise = replace(sample.EXERCISE, title=long, cue="ok")
    window, _ = open_window(sample.moment(patient=long, exercise=exercise))
    assert window.width() == 1440
    assert window.live.exercise.heading.elided().endswith("…")
    assert window.navigation.about.elided().endswith("…")


def test_a_gap_is_drawn_as_a_gap(open_window: Open) -> None:
    now = sample.moment(trace=sample.trace(761.0, gap=True))
    window, _ = open_window(now)
    plot = window.live.flexion
    path = plot.legs[0].line.getPath()
    moves = sum(path.elementAt(i).isMoveTo() for i in range(path.elementCount()))
    assert moves > 1
    assert len(plot.legs[0].ribbon._polygons) == 2


def test_axes_stay_fixed_whatever_the_values(open_window: Open) -> None:
    wild = replace(sample.trace(761.0), flexion_deg=np.full(2000, 900.0))
    window, _ = open_window(sample.moment(trace=wild))
    (_, _), (low, high) = window.live.flexion.plot.viewRange()
    assert (low, high) == (-10.0, 140.0)


def test_both_legs_are_shown_together(open_window: Open) -> None:
    window, monitor = open_window(sample.both_legs())
    live = window.live
    left, right = monitor.now.legs
    assert [knee.number.value for knee in live.knee.knees] == [
        f"{leg.knee.flexion_deg:.0f}°" for leg in (left, right)]
    assert [curve.letter.toPlainText() for curve in live.flexion.legs] == ["L", "R"]
    for curve, leg in zip(live.flexion.legs, (left, right), strict=True):
        assert np.array_equal(curve.line.yData, leg.trace.flexion_deg)
    assert live.exercise.dose.text().startswith("left knee")
    assert len([chip for chip in live.chips.sensors if chip.isVisible()]) == 4


def test_one_silent_knee_of_two_is_named_and_not_drawn_as_live(open_window: Open) -> None:
    both = sample.both_legs()
    silent = replace(both.legs[1], knee=KneeNow(56.0, 1.6, False, Reason.NO_DATA, 3.0))
    window, monitor = open_window(replace(both, legs=(both.legs[0], silent)))
    live = window.live.knee
    assert [knee.number.live for knee in live.knees] == [True, False]
    assert live.knees[1].number.value == UNKNOWN
    assert live.sentence.text().startswith("Right knee: ")
    show(window, monitor, both)
    assert all(knee.number.live for knee in live.knees)


def test_one_leg_after_both_leaves_nothing_of_the_other(open_window: Open) -> None:
    window, monitor = open_window(sample.both_legs())
    show(window, monitor, sample.moment())
    assert not window.live.knee.knees[1].isVisible()
    assert not window.live.flexion.legs[1].line.isVisible()
    assert not any(curve.letter.isVisible() for curve in window.live.flexion.legs)


def test_a_stance_comes_to_the_front_with_its_sway_against_firm_ground(open_window: Open) -> None:
    window, monitor = open_window(sample.moment(balance=()))
    firm = BalanceTrial("single_leg_stance", 700.0, 30.0, 0.25, 17.0, 5.0, 0.5, 0)
    soft = replace(firm, exercise="bosu_balance", sway_rms=0.6, touch_downs=2, sway_ratio_to_baseline=2.4)
    show(window, monitor, sample.moment(balance=(firm, soft)))
    table = window.live.repetitions
    assert table.balance_tab.isChecked()
    assert [[cell.text() for cell in cells] for cells in table._cells[1:3]] == [
        ["2", "30 s", "0.60 m/s²", "2 ×", "× 2.4"], ["1", "30 s", "0.25 m/s²", "0 ×", ""]]


def test_an_exercise_whose_detection_is_experimental_is_marked(open_window: Open) -> None:
    exercise = sample.moment().exercise
    assert exercise is not None
    window, monitor = open_window(sample.moment())
    assert "experimental" not in window.live.exercise.heading.text()
    show(window, monitor, sample.moment(exercise=replace(exercise, title="Quad set", experimental=True)))
    assert window.live.exercise.heading.text() == "Quad set (experimental)"
