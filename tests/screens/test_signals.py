"""The review's signals, its notes and list, and what it remembers; all through the shipped window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.bridge import Desk
from monitor.dashboard.review.deciding import Decision, decision
from monitor.dashboard.review.page import ReviewPage
from monitor.dashboard.review.sheets import NOTES
from monitor.dashboard.review.signals import SIGNALS, about, name
from monitor.dashboard.sample_session import GAP, SMALL, StillLibrary, recorded, some
from monitor.dashboard.window import MainWindow
from monitor.errors import RecordingError, RecordingReason
from monitor.results import ExerciseSet, Repetition
from monitor.values import Side

Key = Qt.Key
Open = Callable[[], tuple[ReviewPage, StillLibrary]]


@pytest.fixture
def review(qtbot: QtBot, settings: QSettings) -> Open:
    """Opens a window on the made-up recordings; each time a new one, as after a start of the program."""
    def opened() -> tuple[ReviewPage, StillLibrary]:
        library = StillLibrary(*some())
        monitor = sample.StillMonitor(sample.moment())
        window = MainWindow(monitor, settings=settings, desk=Desk(library=library))
        window.timer.stop()
        qtbot.addWidget(window)
        window.resize(1600, 1000)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.show_page("review")
        page = window.pages.review
        qtbot.waitUntil(lambda: len(page.list.entries) == len(library.all), timeout=30_000)
        page.window_ = window
        return page, library
    return opened


def enter(page: ReviewPage, qtbot: QtBot) -> None:
    page.open(page.list.entries[0])
    qtbot.waitUntil(lambda: page.currentWidget() is page.desk, timeout=30_000)


def test_any_signal_can_be_chosen_and_is_drawn_with_its_unit_on_its_own_axis(
        review: Open, qtbot: QtBot) -> None:
    page, _ = review()
    enter(page, qtbot)
    trace = page.desk.trace
    assert [plot.signal.id for plot in trace.shown] == ["flexion"]
    trace.action("flexion").setChecked(False)
    for identifier, signal in SIGNALS.items():
        trace.action(identifier).setChecked(True)
        (plot,) = trace.shown
        assert plot.signal is signal
        assert plot.title.text() == f"{name(identifier)} · {about(identifier)}"
        assert plot.plot.viewRange()[1] == pytest.approx(signal.y)
        for curves, leg in zip(plot._legs, page.desk.playback.session.legs, strict=False):
            for line, array in zip(curves.lines, signal.names, strict=True):
                x, y = line.getData()
                whole = getattr(leg.trace, array)
                assert np.array_equal(whole[leg.trace.t_s.searchsorted(x)].astype(float), y)
        trace.action(identifier).setChecked(False)


def test_a_value_beyond_the_axis_is_said_and_the_axis_stays(review: Open, qtbot: QtBot) -> None:
    page, library = review()
    whole = recorded()
    jolted = whole.legs[0].trace.shank_acc_g + 9.0
    leg = replace(whole.legs[0], trace=replace(whole.legs[0].trace, shank_acc_g=jolted))
    library.all[whole.entry.path] = replace(whole, legs=(leg,))
    enter(page, qtbot)
    trace = page.desk.trace
    for wanted, unwanted in (("acceleration", "flexion"),):
        trace.action(wanted).setChecked(True)
        trace.action(unwanted).setChecked(False)
    (plot,) = trace.shown
    assert "beyond the axis: up to 9" in plot.title.text()
    assert plot.plot.viewRange()[1] == pytest.approx(plot.signal.y)


def test_the_signal_that_decided_is_shown_with_the_line_it_had_to_reach(review: Open, qtbot: QtBot) -> None:
    page, _ = review()
    enter(page, qtbot)
    desk = page.desk
    raises = next(n for n, one in enumerate(desk.playback.session.sets) if "raise" in one.exercise)
    desk.sets.setCurrentRow(raises)
    desk.choose_repetition(SMALL)
    first = desk.trace.shown[0]
    assert first.signal.id == "elevation"
    assert first._level.isVisible()
    assert first._level.label.format == "12° from rest"
    desk.sets.setCurrentRow(0)
    assert [plot.signal.id for plot in desk.trace.shown] == ["flexion"]
    assert not desk.trace.shown[0]._level.isVisible()


def done(exercise: str, **changes: object) -> ExerciseSet:
    rep = Repetition(0.0, 3.0, 20.0, 1.0, counted=True, rule="counted", measures={"range_deg": 18.0})
    return ExerciseSet(exercise, Side.LEFT, 0.0, 3.0, (replace(rep, **changes),))


@pytest.mark.parametrize(("of", "expected"), [
    (done("squat"), Decision("flexion", 32.0, 30.0)),
    (done("squat", form=("incomplete_range",)), Decision("flexion", 47.0, 45.0)),
    (done("knee_extension_seated", peak_deg=70.0), Decision("flexion", 53.0, 35.0)),
    (done("straight_leg_raise_supine"), Decision("elevation", 14.0, 12.0)),
    (done("straight_leg_raise_supine", form=("extension_lag",), measures={"flexion_held_deg": 14.0}),
     Decision("flexion", 10.0)),
    (done("clamshell", form=("knee_moves",), measures={"flexion_range_deg": 22.0}), Decision("flexion")),
    (done("quad_set", measures={"tremor_ratio": 3.1}), Decision("tremor")),
    (done("single_leg_hop"), Decision("acceleration")),
    (done("never heard of"), Decision("flexion")),
])
def test_what_decided(of: ExerciseSet, expected: Decision) -> None:
    assert decision(of, 0) == expected


def test_a_gap_in_the_frame_is_shaded_and_said(review: Open, qtbot: QtBot) -> None:
    page, _ = review()
    enter(page, qtbot)
    desk = page.desk
    assert "gap" not in desk.trace.hint.text()
    desk.seek(GAP.start_s - 1.0)
    assert desk.trace.hint.text().endswith("gap of 1.5 s, shaded")
    assert desk.trace.shown[0]._gaps._polygons
    desk.trace.turn_zoom(100)
    desk.seek(GAP.start_s + 20.0)
    assert "gap" not in desk.trace.hint.text()


def test_zoom_signals_widths_and_speed_are_there_again_after_a_restart(review: Open, qtbot: QtBot) -> None:
    page, _ = review()
    enter(page, qtbot)
    trace = page.desk.trace
    trace.action("rate").setChecked(True)
    here = QPointF(trace.rect().center())
    wheel = QWheelEvent(here, here, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(trace, wheel)
    qtbot.keyClick(page.desk, Key.Key_Plus)
    length_s = trace.frame.end_s - trace.frame.start_s
    assert length_s == 60.0
    page.desk.transport.speed.setCurrentIndex(0)
    page.desk.transport.speed.activated.emit(0)
    page.list.table.setColumnWidth(0, 321)
    page.window_.close()
    again, _ = review()
    enter(again, qtbot)
    assert [plot.signal.id for plot in again.desk.trace.shown] == ["flexion", "rate"]
    assert again.desk.trace.frame.end_s - again.desk.trace.frame.start_s == length_s
    assert again.desk.playback.speed == 0.25
    assert again.list.table.columnWidth(0) == 321


def test_a_click_on_a_curve_goes_there(review: Open, qtbot: QtBot) -> None:
    page, _ = review()
    enter(page, qtbot)
    plot = page.desk.trace.shown[0]
    where = plot.view.mapFromScene(plot.plot.getViewBox().mapViewToScene(QPointF(20.0, 45.0)))
    qtbot.mouseClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.desk.playback.position_s == pytest.approx(20.0, abs=0.2)


def test_the_list_is_searched_and_sorted(review: Open) -> None:
    page, _ = review()
    table, search = page.list.table, page.list.search

    def shown() -> list[str]:
        return [table.item(line, 0).data(Qt.ItemDataRole.UserRole).path.name
                for line in range(table.rowCount()) if not table.isRowHidden(line)]

    assert shown() == ["evening.mcap", "both.mcap", "morning.mcap", "cut.mcap"]
    table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert shown()[:2] == ["cut.mcap", "morning.mcap"]
    search.setText("p-0142 november both")
    assert shown() == ["both.mcap"]
    assert table.currentRow() == next(n for n in range(4) if not table.isRowHidden(n))
    search.setText("nobody of that name")
    assert shown() == []
    assert page.list.none_fits.isVisible()
    assert not page.list.open.isEnabled()
    search.clear()
    page.list.days.setCurrentIndex(1)
    page.list.days.activated.emit(1)
    today = datetime.now(UTC).date() == page.list.entries[0].start.date()
    assert bool(shown()) is today


def test_a_note_is_kept_with_its_moment_and_taken_back(review: Open, qtbot: QtBot) -> None:
    page, library = review()
    enter(page, qtbot)
    desk = page.desk
    desk.seek(123.4)
    qtbot.keyClick(desk, Key.Key_N)
    desk.sheet.note.insert("אוף, ")
    qtbot.keyClicks(desk.sheet.note, "limps a little")
    qtbot.keyClick(desk.sheet.note, Key.Key_Return)
    (kept,) = library.notes[page.list.entries[0].path]
    assert (kept.t_s, kept.text) == (123.4, "אוף, limps a little")
    table = desk.sheet.table
    line = next(n for n in range(table.rowCount()) if table.item(n, 0).text() == "2:03")
    assert table.item(line, 2).text() == "afterwards"
    table.setCurrentCell(0, 0)
    assert not desk.sheet.forget.isEnabled()
    table.setCurrentCell(line, 0)
    desk.sheet.forget.click()
    assert library.notes[page.list.entries[0].path] == ()
    assert table.rowCount() == 2


def test_a_note_that_cannot_be_kept_is_one_sentence(review: Open, qtbot: QtBot,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    page, library = review()
    enter(page, qtbot)

    def refuse(*_: object) -> None:
        raise RecordingError(RecordingReason.NOT_WRITABLE, "The folder cannot be written; nothing is kept.")

    monkeypatch.setattr(library, "note", refuse)
    page.desk.sets.choose(NOTES)
    page.desk.sheet.noted.emit("lost")
    assert "cannot be written" in page.desk.head.note.text()


def test_report_and_table_are_saved_from_the_window(review: Open, qtbot: QtBot, tmp_path: Path,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    page, library = review()
    enter(page, qtbot)
    page.save(tmp_path / "report.html")
    qtbot.waitUntil(lambda: "Saved" in page.desk.head.note.text())
    assert library.saved == [(page.list.entries[0], tmp_path / "report.html")]
    monkeypatch.setattr(library, "save", lambda *_: 1 / 0)
    page.save(tmp_path / "table.csv")
    qtbot.waitUntil(lambda: "fault in the program" in page.desk.head.note.text())


def test_the_overview_says_what_lies_under_the_mouse(review: Open, qtbot: QtBot) -> None:
    page, _ = review()
    enter(page, qtbot)
    overview = page.desk.head.overview
    found = (70.0, "felt it under the kneecap"), (300.7, "1.5 s without data"), (20.0, "Squat")
    for at_s, expected in found:
        place = QPointF(at_s / 600 * overview.width(), 20.0)
        moved = QMouseEvent(QEvent.Type.MouseMove, place, overview.mapToGlobal(place),
                            Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
                            Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(overview, moved)         # the pointer itself may be there already
        assert expected in overview.toolTip()


def test_a_low_window_has_the_figures_or_the_signals(review: Open, qtbot: QtBot) -> None:
    page, _ = review()
    enter(page, qtbot)
    figures = page.desk.figures
    assert not figures.signals_tab.isVisible()
    page.window_.resize(960, 540)
    QApplication.processEvents()
    assert (figures.middle.isVisible(), figures.trace.isVisible()) == (True, False)
    figures.signals_tab.click()
    assert (figures.middle.isVisible(), figures.trace.isVisible()) == (False, True)
    page.desk.sets.choose(NOTES)
    assert not figures.why.isVisible()
