import math
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.actions import Actions
from monitor.dashboard.look.ruler import Ruler
from monitor.dashboard.look.theme import CONTRAST, DARK, Theme, contrast
from monitor.dashboard.patient.parts import BigText
from monitor.dashboard.patient.screen import PatientScreen
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.sample_session import SomePlan
from monitor.dashboard.sounds import Speaker
from monitor.dashboard.text.figures import UNKNOWN
from monitor.dashboard.text.languages import use_language
from monitor.snapshot import Snapshot
from monitor.values import EventKind

WIDTH_PX, HEIGHT_PX = 1920, 1080
INCH_24, INCH_15_6 = 24.0, 15.6


def px_per_mm(inches: float) -> float:
    """Of a 1080p screen of this diagonal."""
    return math.hypot(WIDTH_PX, HEIGHT_PX) / (inches * 25.4)


def screen(qtbot: QtBot, now: Snapshot, inches: float = INCH_15_6) -> tuple[PatientScreen, StillMonitor]:
    monitor = StillMonitor(now)
    made = PatientScreen(Actions(monitor), Ruler(px_per_mm(inches)), Speaker(), SomePlan())
    qtbot.addWidget(made)
    made.resize(WIDTH_PX, HEIGHT_PX)
    made.show()
    made.show_snapshot(now)
    made.show_snapshot(now)
    return made, monitor


REPEATING = replace(sample.EXERCISE, hold_prescribed_s=0.0, reps_counted=11, cue="Straighten the knee fully")
DONE = replace(sample.EXERCISE, phase="done", reps_counted=12)
MOMENTS = {
    "holding": sample.moment(),
    "two figures": sample.moment(exercise=REPEATING),
    "problem": replace(sample.troubled(), exercise=replace(sample.EXERCISE, signal_valid=False)),
    "paced": sample.moment(exercise=replace(sample.EXERCISE, phase="lowering", phase_s=0.5, tempo_s=2.0)),
    "rest": sample.moment(exercise=replace(sample.EXERCISE, phase="rest", rest_left_s=42.0)),
    "nothing chosen": sample.moment(exercise=None),
    "stopped": sample.moment(paused=True),
    "next": sample.moment(exercise=DONE),
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


def test_a_signal_that_stands_still_shows_no_figure(qtbot: QtBot) -> None:
    now = sample.moment()
    made, _ = screen(qtbot, replace(now, knee=replace(now.knee, age_s=0.8)))
    assert (made.task.figure.text, made.task.figure.live) == (UNKNOWN, False)
    assert made.task.cue.text == "! No new data"
    made.show_snapshot(now)
    assert made.task.figure.live


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


@pytest.mark.parametrize("theme", [DARK, CONTRAST], ids=lambda theme: theme.name)
def test_every_text_keeps_its_contrast(theme: Theme) -> None:
    pairs = [(colour, theme.soft) for colour in (theme.ink, theme.muted, theme.accent, theme.deviation)]
    pairs += [(colour, theme.ground) for colour in (theme.ink, theme.muted, theme.accent, theme.deviation)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def test_a_stray_key_neither_stops_nor_answers(qtbot: QtBot) -> None:
    made, monitor = screen(qtbot, MOMENTS["holding"])
    for now in (MOMENTS["rest"], MOMENTS["holding"]):
        made.show_snapshot(now)
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert monitor.sent == []


def test_pain_is_given_by_keys(qtbot: QtBot) -> None:
    made, monitor = screen(qtbot, MOMENTS["rest"])
    qtbot.keyClick(made, Qt.Key.Key_4)
    assert monitor.sent == [(EventKind.PAIN, {"score": 4, "set": 1})]
    qtbot.keyClick(made, Qt.Key.Key_P)
    made.pain_page.scores[10].setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert monitor.sent[1:] == [(EventKind.PAIN, {"score": 10, "set": 1})]


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


@pytest.mark.parametrize("language", ["en", "de", "es"])
@pytest.mark.parametrize("now", MOMENTS.values(), ids=MOMENTS)
def test_every_text_is_shown_whole_on_a_small_screen(qtbot: QtBot, language: str, now: Snapshot) -> None:
    use_language(language)
    try:
        made, _ = screen(qtbot, now, INCH_15_6)
        QApplication.processEvents()
        assert (made.width(), made.height()) == (WIDTH_PX, HEIGHT_PX)
        shown = [w for w in made.findChildren(BigText) if w.isVisible()]
        assert [w.text for w in shown if "…" in "".join(w.lines())] == []
        buttons = [b for b in made.findChildren(QPushButton) if b.isVisible()]
        assert [b.text() for b in buttons if b.fontMetrics().horizontalAdvance(b.text()) > b.width()] == []
    finally:
        use_language("en")


def test_the_key_figure_is_never_wider_than_its_place(qtbot: QtBot) -> None:
    made, _ = screen(qtbot, sample.moment(exercise=replace(DONE, phase="rest", rest_left_s=599.2)))
    made.pages.setCurrentWidget(made.task)
    QApplication.processEvents()
    figure = made.task.figure
    assert (figure.text, figure.caption) == ("10", "minutes")
    figure.show_figure("144", 0.0)
    assert QFontMetrics(figure.font()).horizontalAdvance(figure.text) <= figure.width()


def test_the_next_exercise_is_offered_and_begun(qtbot: QtBot) -> None:
    made, monitor = screen(qtbot, MOMENTS["next"])
    qtbot.mouseClick(made.pain_page.skip, Qt.MouseButton.LeftButton)
    made.show_snapshot(MOMENTS["next"])
    assert made.task.cue.text == "Next: Short arc quad"
    qtbot.mouseClick(made.next, Qt.MouseButton.LeftButton)
    ((kind, detail),) = monitor.sent
    assert (kind, detail["id"], detail["set"]) == (EventKind.EXERCISE, "short_arc_quad", 2)


def test_a_stopped_session_is_summed_up_and_may_be_left_or_gone_on_with(qtbot: QtBot) -> None:
    made, monitor = screen(qtbot, MOMENTS["stopped"])
    assert made.pages.currentWidget() is made.summary
    shown = [line.text for line in made.summary.lines if line.isVisible()]
    assert shown == ["Quad set: 7", "Short arc quad: 7", "Straight leg raise: 7"]
    assert (made.summary.figure.text, made.summary.figure.caption) == ("2", "of 7 sets")
    assert made.summary.foot.text == ("" if made.summary.figure.caption_fits() else "2 of 7 sets")
    qtbot.mouseClick(made.stop, Qt.MouseButton.LeftButton)
    assert monitor.sent == [(EventKind.PAUSE, {"paused": False})]
    with qtbot.waitSignal(made.closed):
        qtbot.mouseClick(made.leave, Qt.MouseButton.LeftButton)


def test_pain_is_not_asked_while_the_set_is_under_way(qtbot: QtBot) -> None:
    begun = sample.moment(exercise=replace(sample.EXERCISE, phase="ready", reps=(), reps_counted=0))
    made, _ = screen(qtbot, begun)
    under_way = replace(sample.SETS[0], exercise=sample.EXERCISE.exercise, start_s=700.0)
    exercise = replace(sample.EXERCISE, phase="lifting")
    lifting = sample.moment(exercise=exercise, sets=(*sample.SETS, under_way))
    assert lifting.finished_sets == sample.SETS
    complete = replace(lifting, exercise=replace(exercise, reps_counted=12))
    assert complete.finished_sets == lifting.sets, "one repetition more than asked does not undo a set"
    made.show_snapshot(lifting)
    assert made.pages.currentWidget() is made.task
    made.show_snapshot(replace(lifting, exercise=replace(sample.EXERCISE, phase="rest")))
    assert made.pages.currentWidget() is made.pain_page
