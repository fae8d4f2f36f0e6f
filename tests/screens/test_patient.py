import math
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.actions import Actions
from monitor.dashboard.patient import PatientScreen
from monitor.dashboard.patient_parts import BigText
from monitor.dashboard.ruler import Ruler
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.sounds import Speaker
from monitor.snapshot import Snapshot
from monitor.values import EventKind

WIDTH_PX, HEIGHT_PX = 1920, 1080
INCH_24, INCH_15_6 = 24.0, 15.6


def px_per_mm(inches: float) -> float:
    """Of a 1080p screen of this diagonal."""
    return math.hypot(WIDTH_PX, HEIGHT_PX) / (inches * 25.4)


def screen(qtbot: QtBot, now: Snapshot, inches: float = INCH_15_6) -> tuple[PatientScreen, StillMonitor]:
    monitor = StillMonitor(now)
    made = PatientScreen(Actions(monitor), Ruler(px_per_mm(inches)), Speaker())
    qtbot.addWidget(made)
    made.resize(WIDTH_PX, HEIGHT_PX)
    made.show()
    made.show_snapshot(now)
    made.show_snapshot(now)
    return made, monitor


REPEATING = replace(sample.EXERCISE, hold_prescribed_s=0.0, reps_counted=11, cue="Straighten the knee fully")
MOMENTS = {
    "holding": sample.moment(),
    "two figures": sample.moment(exercise=REPEATING),
    "problem": replace(sample.troubled(), exercise=replace(sample.EXERCISE, signal_valid=False)),
    "paced": sample.moment(exercise=replace(sample.EXERCISE, phase="lowering", phase_s=0.5, tempo_s=2.0)),
    "rest": sample.moment(exercise=replace(sample.EXERCISE, phase="rest", rest_left_s=42.0)),
    "nothing chosen": sample.moment(exercise=None),
}


@pytest.mark.parametrize("inches", [INCH_24, INCH_15_6])
@pytest.mark.parametrize("now", MOMENTS.values(), ids=MOMENTS)
def test_sizes_in_millimetres(qtbot: QtBot, inches: float, now: Snapshot) -> None:
    made, _ = screen(qtbot, now, inches)
    mm = px_per_mm(inches)
    assert (made.width(), made.height()) == (WIDTH_PX, HEIGHT_PX), "the screen must not grow beyond the glass"
    if made.task.figure.isVisible():
        assert made.task.figure.digit_height() / mm >= 60.0
        assert made.task.figure.height() >= made.task.figure.digit_height()
    texts = [w for w in made.findChildren(QWidget) if isinstance(w, BigText | QPushButton) and w.isVisible()]
    assert len(texts) >= 5
    for text in texts:
        assert QFontInfo(text.font()).pixelSize() / mm >= 18.0, text.accessibleName()


@pytest.mark.parametrize("inches", [INCH_24, INCH_15_6])
@pytest.mark.parametrize("now", MOMENTS.values(), ids=MOMENTS)
def test_nothing_overlaps_or_leaves_the_glass(qtbot: QtBot, inches: float, now: Snapshot) -> None:
    made, _ = screen(qtbot, now, inches)
    shown = [w for w in made.findChildren(QWidget) if w.isVisible() and not w.children() and w.width()]
    boxes = [(w, w.rect().translated(w.mapTo(made, w.rect().topLeft()))) for w in shown]
    for place, (first, box) in enumerate(boxes):
        assert made.rect().contains(box), first.accessibleName()
        for second, other in boxes[place + 1:]:
            assert not box.intersects(other), (first.accessibleName(), second.accessibleName())


def test_a_key_figure_too_wide_for_the_ring_gets_a_bar(qtbot: QtBot) -> None:
    made, _ = screen(qtbot, MOMENTS["two figures"])
    assert not made.task.figure.ring_fits()
    made, _ = screen(qtbot, MOMENTS["holding"])
    assert made.task.figure.ring_fits()


def test_an_uncertain_signal_shows_no_figure(qtbot: QtBot) -> None:
    made, _ = screen(qtbot, MOMENTS["problem"])
    assert not any(c.isdigit() for c in made.task.figure.text)
    assert "shank sensor is out of reach" in made.task.cue.text


def test_pain_is_asked_when_a_set_has_ended_by_itself(qtbot: QtBot) -> None:
    made, _ = screen(qtbot, MOMENTS["nothing chosen"])
    assert made.pages.currentWidget() is made.task, "sets that were over before are not asked about"
    another = replace(sample.SETS[0], start_s=500.0, end_s=600.0)
    made.show_snapshot(replace(MOMENTS["nothing chosen"], sets=(*sample.SETS, another)))
    assert made.pages.currentWidget() is made.pain_page


def test_pain_is_asked_once_after_the_set(qtbot: QtBot) -> None:
    made, monitor = screen(qtbot, MOMENTS["rest"])
    assert made.pages.currentWidget() is made.pain_page
    qtbot.mouseClick(made.pain_page.scores[7], Qt.MouseButton.LeftButton)
    assert monitor.sent == [(EventKind.PAIN, {"score": 7, "set": 1})]
    made.show_snapshot(MOMENTS["rest"])
    assert made.pages.currentWidget() is made.task


def test_the_pace_guide_goes_back_while_lowering(qtbot: QtBot) -> None:
    made, _ = screen(qtbot, MOMENTS["paced"])
    assert made.task.pace.isVisible()
    assert made.task.pace.share == 0.75
    made.show_snapshot(MOMENTS["holding"])
    assert not made.task.pace.isVisible()


def test_it_hurts_is_always_in_reach_and_may_be_skipped(qtbot: QtBot) -> None:
    made, monitor = screen(qtbot, MOMENTS["holding"])
    qtbot.mouseClick(made.hurts, Qt.MouseButton.LeftButton)
    assert made.pages.currentWidget() is made.pain_page
    qtbot.mouseClick(made.pain_page.skip, Qt.MouseButton.LeftButton)
    assert made.pages.currentWidget() is made.task
    assert monitor.sent == []


def test_stop_ends_the_set_and_becomes_go_on(qtbot: QtBot) -> None:
    made, monitor = screen(qtbot, MOMENTS["holding"])
    qtbot.mouseClick(made.stop, Qt.MouseButton.LeftButton)
    assert [kind for kind, _ in monitor.sent] == [EventKind.SET_END, EventKind.PAUSE]
    monitor.now = replace(monitor.now, paused=True)
    made.show_snapshot(monitor.now)
    assert made.stop.text() == "Go on"


def test_a_farther_viewer_gets_larger_text() -> None:
    assert Ruler(4.0, 6.0).px(18.0) == 2 * Ruler(4.0, 3.0).px(18.0)
    assert Ruler(4.0, 1.0).px(18.0) == Ruler(4.0, 3.0).px(18.0)
