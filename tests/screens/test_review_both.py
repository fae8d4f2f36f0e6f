"""A session of both legs is recorded, opened in the shipped window, and played back as it was live."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from monitor.acquisition import Acquisition
from monitor.dashboard.bridge import Desk
from monitor.dashboard.review.desk import ReviewDesk
from monitor.dashboard.review.sheets import SYMMETRY
from monitor.dashboard.sample import StillMonitor, moment
from monitor.dashboard.window import MainWindow
from monitor.recording.writer import RecordingWriter
from monitor.session import session_of
from monitor.shelf import Shelf
from monitor.snapshot import Snapshot
from monitor.values import Legs, Side
from monitor.virtual.simulate import simulate

BENT_DEG = 60.0


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Snapshot, Snapshot]:
    """The recording of a session of both legs, and what its screen was shown in a squat and at its end."""
    path = tmp_path_factory.mktemp("both") / "both.mcap"
    inputs = simulate(["calibration", "squat:4"], side=Legs.BOTH, seed=2, rate_hz=50).inputs
    writer = RecordingWriter(path, side=Legs.BOTH, patient="P-7", version="test")
    acquisition = Acquisition(session_of(Legs.BOTH), writer, algorithm="test", path=path)
    seen = None
    for place, item in enumerate(inputs):
        acquisition.push(item)
        if place % 40 == 0:
            acquisition.digest()
            now = acquisition.snapshot()
            bent = [leg.knee.valid and leg.knee.flexion_deg > BENT_DEG for leg in now.legs]
            seen = now if all(bent) and any(one.reps for one in now.sets) else seen
    acquisition.digest()
    last = acquisition.snapshot()
    acquisition.end_recording()
    assert seen is not None
    return path, seen, last


@pytest.fixture
def desk(lived: tuple[Path, Snapshot, Snapshot], qtbot: QtBot, settings: QSettings) -> ReviewDesk:
    window = MainWindow(StillMonitor(moment()), settings=settings, desk=Desk(library=Shelf(lived[0].parent)))
    window.timer.stop()
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    window.show_page("review")
    page = window.pages.review
    qtbot.waitUntil(lambda: len(page.list.entries) == 1, timeout=60_000)
    assert page.list.table.item(0, 2).text() == "both knees"
    page.list.open.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.desk and page.desk.playback is not None
                    and page.desk.playback.session.analysed == 1.0, timeout=120_000)
    page.desk.window_ = window
    return page.desk


def test_both_legs_play_together_as_they_were_shown(
        desk: ReviewDesk, lived: tuple[Path, Snapshot, Snapshot]) -> None:
    _, seen, _ = lived
    desk.seek(seen.t_s)
    desk.head.as_live.click()
    assert desk.playback is not None
    assert desk._live is not None
    played = desk.playback.snapshot()
    assert played.worn is Legs.BOTH
    for then, now in zip(seen.legs, played.legs, strict=True):
        same = np.isin(then.trace.t_s.round(6), now.trace.t_s.round(6))
        assert same.mean() > 0.99
        again = now.trace.flexion_deg[np.isin(now.trace.t_s.round(6), then.trace.t_s.round(6))]
        assert np.array_equal(again, then.trace.flexion_deg[same])
        assert (now.exercise is not None) == (then.exercise is not None)
    assert played.side is seen.side
    shown = [knee.number.value for knee in desk._live.knee.knees]
    assert shown == [f"{leg.knee.flexion_deg:.0f}°" for leg in played.legs]


def test_left_is_held_against_right_from_the_one_recording(
        desk: ReviewDesk, lived: tuple[Path, Snapshot, Snapshot]) -> None:
    last = lived[2]
    assert desk.playback is not None
    sets = desk.playback.session.sets
    assert {one.side for one in sets} == set(Side)
    assert [len(one.reps) for one in sets] == [len(one.reps) for one in last.sets]
    for row, done in enumerate(sets):
        desk.sets.setCurrentRow(row)
        other = {Side.LEFT: "right", Side.RIGHT: "left"}[done.side]
        assert f"{other} knee (dashed)" in desk.repetitions.about.text()
        assert "symmetry index: left" in desk.repetitions.about.text()
    desk.sets.choose(SYMMETRY)
    table = desk.sheet.table
    lines = [[table.item(line, place).text() for place in range(5)] for line in range(table.rowCount())]
    assert lines[0][:4] == ["Squat", "counted", "4", "4"]
    assert lines[1][1] == "range"
    assert 80 < float(lines[1][4].removesuffix(" %")) < 125


def test_each_leg_is_drawn_and_judged_by_itself(desk: ReviewDesk) -> None:
    assert desk.playback is not None
    right = next(place for place, one in enumerate(desk.playback.session.sets) if one.side is Side.RIGHT)
    desk.sets.setCurrentRow(right)
    desk.choose_repetition(1)
    desk.why.otherwise.click()
    assert "not counted" in desk.why.own.text()
    assert "3 of" in desk.sets.item(right).text()
    assert "4 of" in desk.sets.item(1 - right).text()
    desk.why.otherwise.click()
    desk.seek(desk.playback.position_s + 0.5)
    assert [drawing.known for drawing in desk.leg.drawings] == [True, True]
    assert [part.isVisible() for part in desk.leg.drawings] == [True, True]
