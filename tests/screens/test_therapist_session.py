"""A therapist watches a session, and looks at its recording afterwards; all through the shipped window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from monitor.acquisition import Acquisition
from monitor.dashboard.bridge import Desk
from monitor.dashboard.review.page import ReviewPage
from monitor.dashboard.window import MainWindow
from monitor.recording.notes import notes_of
from monitor.recording.reader import open_recording
from monitor.recording.writer import RecordingWriter
from monitor.session import Session
from monitor.shelf import Shelf
from monitor.snapshot import Snapshot
from monitor.values import EventKind, Input, Legs, SessionEvent, Side
from monitor.virtual.simulate import simulate

INPUTS_A_STEP = 40      # some 0.3 s of a session
Key = Qt.Key


class Recorded:
    """A session that is recorded, given its inputs by the test, and what people do through the window."""

    def __init__(self, path: Path, side: Side, inputs: tuple[Input, ...]) -> None:
        writer = RecordingWriter(path, side=Legs(side), patient="P-7", version="test")
        self.path, self._inputs = path, inputs
        self._acquisition = Acquisition(Session(side), writer, algorithm="test", path=path)

    def steps(self) -> Iterator[Snapshot]:
        for start in range(0, len(self._inputs), INPUTS_A_STEP):
            self._now_ns = self._inputs[start].t_host_ns
            for item in self._inputs[start:start + INPUTS_A_STEP]:
                self._acquisition.push(item)
                self._now_ns = item.t_host_ns
            self._acquisition.digest()
            yield self.snapshot()

    def end(self) -> None:
        self._acquisition.end_recording()

    def snapshot(self) -> Snapshot:
        return self._acquisition.snapshot()

    def send(self, kind: EventKind, detail: Any) -> None:
        self._acquisition.push(SessionEvent(self._now_ns, kind, dict(detail)))
        self._acquisition.digest()

    def command(self, name: str, **arguments: Any) -> None:
        raise AssertionError(f"nothing was to be asked of the links, but {name} was")


@pytest.fixture(scope="module")
def inputs() -> dict[Side, tuple[Input, ...]]:
    return {side: simulate(["calibration", "squat:5", "stand:15"], side=side, seed=1, rate_hz=50).inputs
            for side in Side}


@pytest.fixture
def open_side(open_still: Callable[..., MainWindow], inputs: dict[Side, tuple[Input, ...]],
              tmp_path: Path) -> Callable[[Side], tuple[Recorded, MainWindow]]:
    """Opens the live page on a leg whose session is recorded."""
    def opened(side: Side) -> tuple[Recorded, MainWindow]:
        recorded = Recorded(tmp_path / f"{side}.mcap", side, inputs[side])
        window = open_still(recorded, Desk(library=Shelf(tmp_path)))
        window.show_page("live")
        return recorded, window
    return opened


def picture(window: MainWindow, path: Path) -> None:
    QApplication.processEvents()
    assert window.grab().save(str(path))


def test_marks_own_count_pain_ten_seconds_back_and_stop(
        open_side: Callable[[Side], tuple[Recorded, MainWindow]], qtbot: QtBot, tmp_path: Path) -> None:
    recorded, window = open_side(Side.RIGHT)
    live, counted = window.live, 0
    for now in recorded.steps():
        window.refresh()
        seen = now.exercise.reps_counted if now.exercise else 0
        for _ in range(counted, seen):
            qtbot.keyClick(live, Key.Key_R)
        counted = seen
        if counted == 3 and not now.marks:
            qtbot.keyClick(live, Key.Key_Space)
            qtbot.keyClick(live, Key.Key_Left)
            window.refresh()
            assert not live.knee.number.live
            assert "10 s ago" in live.knee.caption.text()
            picture(window, tmp_path / "ten-seconds-back.png")
            qtbot.keyClick(live, Key.Key_Right)
        if now.pain is None and now.exercise and now.exercise.therapist_reps == 5:
            assert "my count 5, Patella 5" in live.exercise.own_count.text()
            picture(window, tmp_path / "own-count.png")
            qtbot.keyClick(live, Key.Key_P)
            live.controls.scores[4].click()
            qtbot.keyClick(live, Key.Key_Escape)
    picture(window, tmp_path / "stopped.png")
    assert recorded.snapshot().paused
    assert live.controls.pause.text() == "Go on"
    recorded.end()
    said = [event["kind"] for event in events(recorded.path)]
    assert said.count("therapist_rep") == 5
    assert {"mark", "pain", "set_end", "pause"} <= set(said)
    assert recorded.snapshot().sets[0].pain == 4


def events(path: Path) -> list[dict[str, Any]]:
    return [{"kind": item.kind, "detail": item.detail} for item in open_recording(path).inputs()
            if isinstance(item, SessionEvent)]


@pytest.fixture
def reviewed(open_side: Callable[[Side], tuple[Recorded, MainWindow]],
             qtbot: QtBot) -> tuple[MainWindow, ReviewPage]:
    """Both legs' sessions recorded, and the right one's open in review."""
    for side in Side:
        recorded, window = open_side(side)
        for _ in recorded.steps():
            pass
        recorded.end()
    window.show_page("review")
    review = window.pages.review
    qtbot.waitUntil(lambda: len(review.list.entries) == 2, timeout=60_000)
    review_side(review, Side.RIGHT, qtbot)
    return window, review


def review_side(review: ReviewPage, side: Side, qtbot: QtBot) -> None:
    review.open(next(entry for entry in review.list.entries if entry.legs == side))
    qtbot.waitUntil(lambda: review.currentWidget() is review.desk and review.desk.playback is not None
                    and review.desk.playback.session.analysed == 1.0, timeout=60_000)


def test_a_recording_is_scrubbed_explained_and_overruled(
        reviewed: tuple[MainWindow, ReviewPage], qtbot: QtBot, tmp_path: Path) -> None:
    window, review = reviewed
    desk = review.desk
    assert desk.playback is not None
    session = desk.playback.session
    desk.sets.setCurrentRow(0)
    assert len(session.sets[0].reps) == 5
    desk.transport.bar.setValue(round(100 * session.sets[0].reps[2].start_s + 60))
    assert desk.playback.position_s == pytest.approx(session.sets[0].reps[2].start_s + 0.6, abs=0.02)
    assert desk.leg.drawings[0].known
    picture(window, tmp_path / "scrubbed.png")
    desk.choose_repetition(2)
    assert "counted" in desk.why.question.text() or "said" in desk.why.question.text()
    assert "knee flexion changed by" in desk.why.explanation.text()
    desk.why.otherwise.click()
    assert "not counted" in desk.why.own.text()
    picture(window, tmp_path / "overruled.png")
    (note,) = notes_of(session.entry.path)
    assert (note.kind, note.detail["rep"], note.detail["counted"]) == (EventKind.OVERRULE, 3, False)
    review.show_list()
    review_side(review, Side.RIGHT, qtbot)
    desk.choose_repetition(2)
    assert "not counted" in desk.why.own.text()


def test_two_sides_stand_beside_each_other(
        reviewed: tuple[MainWindow, ReviewPage], qtbot: QtBot, tmp_path: Path) -> None:
    window, review = reviewed
    panel = review.desk.repetitions
    review.desk.sets.setCurrentRow(0)
    panel.compare.setCurrentIndex(1)
    panel.compare.activated.emit(1)
    qtbot.waitUntil(lambda: "symmetry index" in panel.about.text(), timeout=60_000)
    picture(window, tmp_path / "both-sides.png")


def test_the_same_moment_is_played_through_the_live_page(
        reviewed: tuple[MainWindow, ReviewPage], tmp_path: Path) -> None:
    window, review = reviewed
    desk = review.desk
    assert desk.playback is not None
    desk.seek(desk.playback.session.sets[0].reps[1].start_s + 0.5)
    desk.head.as_live.click()
    assert desk._live is not None
    assert desk._live.knee.number.live
    assert desk._live.exercise.heading.text() == "Squat"
    picture(window, tmp_path / "as-it-was-live.png")
