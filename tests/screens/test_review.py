import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.bridge import Desk
from monitor.dashboard.look.overlay import POINTS, overlay, symmetry_percent
from monitor.dashboard.look.theme import LIGHT
from monitor.dashboard.recorded import RecordedSession, SessionEntry
from monitor.dashboard.review.habits import Habits
from monitor.dashboard.review.page import ReviewPage
from monitor.dashboard.review.playback import Playback
from monitor.dashboard.review.sheets import LANDINGS
from monitor.dashboard.review.trends import TrendsPanel, extent
from monitor.dashboard.sample_session import GAP, StillLibrary, entry, recorded
from monitor.dashboard.window import MainWindow
from monitor.history.change import Point, Trend
from monitor.history.rows import Course
from monitor.leg import Reason
from monitor.values import Legs

EVENING = entry()
OpenReview = Callable[..., tuple[ReviewPage, StillLibrary]]


@pytest.fixture
def review(qtbot: QtBot, settings: QSettings) -> OpenReview:
    def opened(*sessions: RecordedSession,
               opening: SessionEntry | None = EVENING) -> tuple[ReviewPage, StillLibrary]:
        library = StillLibrary(*sessions)
        window = MainWindow(
            sample.StillMonitor(sample.moment()), settings=settings, desk=Desk(library=library)
        )
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.resize(1440, 900)
        window.show_page("review")
        page = window.pages.review
        qtbot.waitUntil(lambda: len(page.list.entries) == len(sessions) and (
            page.list.table.isVisible() or page.list.empty.isVisible()), timeout=30_000)
        if opening is not None:
            page.open(opening)
            qtbot.waitUntil(lambda: page.currentWidget() is page.desk, timeout=30_000)
        page.window_ = window
        return page, library
    return opened


def test_no_recording_yet_says_where_they_come_from(review: OpenReview) -> None:
    page, _ = review(opening=None)
    assert "Record a session under Live" in page.list.empty.text()
    assert not page.list.open.isVisible()


def test_a_recording_that_is_gone_is_one_sentence(review: OpenReview, qtbot: QtBot) -> None:
    page, _ = review(recorded(), opening=None)
    page.open(entry("elsewhere.mcap"))
    qtbot.waitUntil(lambda: "no recording elsewhere" in page.list.said.text())
    assert page.currentWidget() is page.list


def test_a_fault_while_opening_never_shows_a_traceback(review: OpenReview, qtbot: QtBot,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    page, library = review(recorded(), opening=None)
    monkeypatch.setattr(library, "open", lambda path: 1 / 0)
    page.open(EVENING)
    qtbot.waitUntil(lambda: "fault in the program" in page.list.said.text())


def test_a_damaged_session_opens_and_says_so(review: OpenReview) -> None:
    damage = "The last 4 s are missing: the file was cut off."
    whole = recorded()
    page, _ = review(replace(whole, entry=replace(whole.entry, damage=damage), damage=(damage,)))
    assert damage in page.desk.head.note.text()
    assert damage in page.list.table.item(0, 4).text()


def test_gaps_are_counted_and_drawn(review: OpenReview) -> None:
    page, _ = review(recorded())
    assert page.desk.head.note.text() == "gaps: 1, 1.5 s in all"
    image = page.desk.head.overview.grab().toImage()
    x = round((GAP.start_s + 0.5) / 600 * page.desk.head.overview.width())
    assert image.pixelColor(x, 40).name().upper() == page.desk._theme.deviation


def test_the_scrub_bar_really_seeks(review: OpenReview) -> None:
    page, _ = review(recorded())
    desk = page.desk
    desk.transport.bar.setValue(45_000)
    assert desk.playback is not None
    assert desk.playback.position_s == 450.0
    expected = desk.playback.session.legs[0].trace.flexion_deg[45_000]
    assert desk.playback.snapshot().knee.flexion_deg == expected


def test_a_click_on_the_overview_goes_there(review: OpenReview, qtbot: QtBot) -> None:
    page, _ = review(recorded())
    overview = page.desk.head.overview
    middle = QPointF(overview.width() / 2, 30).toPoint()
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=middle)
    assert page.desk.playback is not None
    assert page.desk.playback.position_s == pytest.approx(300.0, abs=1.0)


def test_playback_moves_on_and_stops_at_the_end(review: OpenReview) -> None:
    page, _ = review(recorded())
    desk = page.desk
    assert desk.playback is not None
    desk.transport.play.click()
    desk.advance(2.5)
    assert desk.playback.position_s == 2.5
    desk.seek(599.0)
    desk.advance(5.0)
    assert desk.playback.position_s == 600.0
    assert not desk.playback.playing


def test_inside_a_gap_nothing_is_shown_as_known() -> None:
    playback = Playback(recorded())
    playback.seek(GAP.start_s + 0.5)
    knee = playback.snapshot().knee
    assert not knee.valid
    assert knee.reason is Reason.GAP


def test_playback_shows_nothing_of_the_future() -> None:
    playback = Playback(recorded())
    playback.seek(30.0)
    now = playback.snapshot()
    assert now.trace.t_s.max() <= 30.0
    assert now.landings == now.marks == ()
    assert now.exercise is not None
    assert [r.end_s <= 30.0 for r in now.exercise.reps] == [True] * 7
    assert [one.reps for one in now.sets] == [now.exercise.reps]
    assert now.finished_sets == ()


def test_playback_goes_through_the_live_widgets(review: OpenReview) -> None:
    page, _ = review(recorded())
    desk = page.desk
    desk.seek(30.0)
    desk.head.as_live.click()
    assert desk._live is not None
    assert desk._live.knee.number.value == f"{desk.playback.snapshot().knee.flexion_deg:.0f}°"
    assert desk._live.exercise.heading.text() == "Squat"
    desk.head.as_live.click()
    assert desk.views.currentIndex() == 0


def test_a_repetition_says_why_and_the_therapist_may_see_it_otherwise(review: OpenReview) -> None:
    page, library = review(recorded())
    desk = page.desk
    desk.choose_repetition(4)
    assert desk.why.question.text() == "Why was repetition 5 not counted?"
    assert "too small" in desk.why.verdict.text()
    desk.why.otherwise.click()
    assert [(j.path, j.set_index, j.rep_index, j.counted) for j in library.judgements] == [
        (EVENING.path, 1, 5, True)
    ]
    assert "counted" in desk.why.own.text()
    desk.why.otherwise.click()
    assert not library.judgements[-1].counted
    assert desk.why.own.text() == ""


def test_keys_step_through_repetitions_and_seconds(review: OpenReview, qtbot: QtBot) -> None:
    page, _ = review(recorded())
    desk = page.desk
    qtbot.keyClick(desk, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(desk, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert desk.why.question.text().startswith("Why was repetition 2")
    assert desk.playback is not None
    before = desk.playback.position_s
    qtbot.keyClick(desk, Qt.Key.Key_Right)
    assert desk.playback.position_s == before + 1.0


def test_two_sessions_beside_each_other_with_the_symmetry_index(review: OpenReview, qtbot: QtBot) -> None:
    page, _ = review(recorded(), recorded(300.0, height_deg=41.0, path="morning.mcap", legs=Legs.LEFT))
    panel = page.desk.repetitions
    assert panel.compare.count() == 2
    panel.compare.setCurrentIndex(1)
    panel.compare.activated.emit(1)
    qtbot.waitUntil(lambda: "symmetry index" in panel.about.text())
    assert "left 5" in panel.about.text() or "left 4" in panel.about.text()


def test_two_sessions_of_one_leg_are_compared_by_their_difference(review: OpenReview, qtbot: QtBot) -> None:
    page, _ = review(recorded(), recorded(300.0, height_deg=41.0, path="morning.mcap"))
    panel = page.desk.repetitions
    panel.compare.setCurrentIndex(1)
    panel.compare.activated.emit(1)
    qtbot.waitUntil(lambda: "difference 39" in panel.about.text() or "difference 40" in panel.about.text())
    assert "symmetry" not in panel.about.text()


def test_a_downsampled_trace_says_so(review: OpenReview) -> None:
    page, _ = review(recorded())
    trace = page.desk.trace
    assert trace.factor > 1
    assert trace.hint.text() == f"downsampled {trace.factor} to 1"


def test_landings_are_listed_with_their_lower_bound(review: OpenReview) -> None:
    page, _ = review(recorded())
    desk = page.desk
    desk.sets.choose(LANDINGS)
    table = desk.sheet.table
    assert table.rowCount() == 10
    assert table.item(0, 3).text() == "≥ 9.4 g"
    table.cellClicked.emit(3, 0)
    assert desk.playback.position_s == 566.0


def test_a_session_without_sets_says_so(review: OpenReview) -> None:
    whole = recorded()
    leg = replace(whole.legs[0], sets=(), landings=(), balance=(), marks=())
    page, _ = review(replace(whole, legs=(leg,)))
    assert page.desk.sets.count() == 1
    assert page.desk.sheet.empty.text() == "No note yet."


def test_an_hour_is_opened_and_sought_quickly(review: OpenReview) -> None:
    hour = recorded(3600.0)
    started = time.process_time()      # which a busy machine does not stretch
    page, _ = review(hour)
    assert time.process_time() - started < 4.0
    seeks = []
    for position_s in np.linspace(0, 3600, 40):
        started = time.process_time()
        page.desk.seek(float(position_s))
        seeks.append(time.process_time() - started)
    assert np.median(seeks) < 0.05


def test_the_overlay_averages_peaks_of_each_repetition() -> None:
    session = recorded()
    shown = overlay(session.legs[0].trace, session.sets[0].reps, "flexion_deg", percent=True)
    assert shown is not None
    peaks = [r.peak_deg for r in session.sets[0].reps if r.counted]
    assert (shown.averaged, len(shown.curves)) == (11, 12)
    assert shown.peak_mean == pytest.approx(np.mean(peaks), abs=1.5)
    assert shown.peak_deviation == pytest.approx(np.std(peaks, ddof=1), abs=0.5)
    assert len(shown.mean) == POINTS


def test_the_overlay_leaves_out_repetitions_with_missing_data() -> None:
    session = recorded()
    with_gap = next(s for s in session.sets if s.start_s <= GAP.start_s < s.end_s)
    shown = overlay(session.legs[0].trace, with_gap.reps, "flexion_deg", percent=False)
    assert shown is not None
    assert len(shown.curves) == len(with_gap.reps) - 1


def test_symmetry_of_nothing_is_nothing() -> None:
    assert symmetry_percent(80.0, 100.0) == 80.0
    assert symmetry_percent(80.0, 0.0) is None


def test_long_and_right_to_left_texts_fit(review: OpenReview) -> None:
    odd = replace(recorded(), entry=replace(entry(), patient="א" * 10_000))
    page, _ = review(odd)
    assert page.window_.width() == 1440


def test_changes_over_the_sessions_say_whether_they_are_real(qtbot: QtBot, settings: QSettings) -> None:
    panel = TrendsPanel(LIGHT, Habits(settings))
    qtbot.addWidget(panel)
    panel.resize(500, 600)
    panel.show()
    panel.show_courses(())
    assert "second session" in panel.nothing.text()
    points = tuple(Point(day * 86_400 * 10**9, f"{day}.mcap", 60.0 + 4 * day, 3.0, 1.0, 12)
                   for day in range(6))
    courses = [Course("right", "squat", "flexion_max_deg", Trend(points, least_deg))
               for least_deg in (50.0, 6.0)]
    panel.show_courses(courses)
    said = [words.text() for _, _, words in panel.charts if words.isVisible()]
    assert said == ["60 → 80° ✓ a real change: more than 6.0°", "60 → 80° · may be chance: less than 50.0°"]
    chart = panel.charts[0][1]
    low, high = extent(courses[0])
    assert (low, high) == (10.0, 110.0)
    low, high = extent(courses[1])
    below = chart.grab().toImage().pixelColor(chart.width() // 2, round(chart._y(57.0, low, high)))
    assert below.name().upper() == LIGHT.rest


def test_a_new_look_does_not_wait_for_an_analysis(review: OpenReview, monkeypatch: pytest.MonkeyPatch,
                                                  qtbot: QtBot) -> None:
    page, library = review(recorded())
    waiting, going_on, done = Event(), Event(), Event()

    def slow(entry: SessionEntry) -> Iterator[RecordedSession]:
        whole = recorded()
        yield replace(whole, legs=(replace(whole.legs[0], analysed=0.0),))
        waiting.set()
        going_on.wait(30.0)
        done.set()
        yield recorded()

    monkeypatch.setattr(library, "open", slow)
    page.open(EVENING)
    qtbot.waitUntil(waiting.is_set)
    window = page.window_
    window.apply(replace(window.preferences, theme="dark"))
    QApplication.processEvents()
    assert not done.is_set()
    going_on.set()
