"""A double tap on a sensor starts and pauses, is off during hops, and is an event that replays."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.bridge import Desk, NoPlan, PlannedExercise
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.window import MainWindow
from monitor.session import Session
from monitor.snapshot import CalibrationState, CalibrationStatus, Snapshot
from monitor.values import EventKind, Input, Segment, SessionEvent, Side
from monitor.virtual.simulate import simulate

Change = Callable[[Snapshot], Snapshot]


class OneExercise(NoPlan):
    def today(self) -> tuple[PlannedExercise, ...]:
        return (PlannedExercise("squat", "Squat", 2, 10, 0.0, sets_done=1),)


def tapped(now: Snapshot, times: int = 1) -> Snapshot:
    """The same moment, a second later, the thigh sensor tapped `times` more often."""
    thigh, shank = now.sensors
    return replace(now, t_s=now.t_s + 2.0, sensors=(replace(thigh, markers=thigh.markers + times), shank))


@pytest.fixture
def window(qtbot: QtBot, settings: QSettings) -> MainWindow:
    made = MainWindow(StillMonitor(sample.moment()), settings=settings, desk=Desk(plan=OneExercise()))
    qtbot.addWidget(made)
    made.timer.stop()
    made.show()
    return made


def sent_after(window: MainWindow, *moments: Snapshot) -> list[tuple[EventKind, dict[str, Any]]]:
    monitor = window.monitor
    assert isinstance(monitor, StillMonitor)
    for monitor.now in moments:
        window.refresh()
    return monitor.sent


def test_a_tap_pauses_and_a_tap_goes_on(window: MainWindow) -> None:
    now = sample.moment()
    once = tapped(now)
    paused = replace(once, paused=True)
    assert sent_after(window, now, once, paused, tapped(paused)) == [
        (EventKind.PAUSE, {"paused": True}), (EventKind.PAUSE, {"paused": False})]


def test_a_tap_starts_what_follows_where_nothing_is_under_way(window: MainWindow) -> None:
    now = sample.moment(exercise=None)
    ((kind, detail),) = sent_after(window, now, tapped(now))
    assert (kind, detail["id"], detail["set"]) == (EventKind.EXERCISE, "squat", 2)
    assert window.pages.shown == "live"


HOPPING = replace(sample.EXERCISE, exercise="single_leg_hop")
LISTENING = CalibrationStatus(CalibrationState.RUNNING, "", "still")


@pytest.mark.parametrize("change", [
    lambda now: replace(now, exercise=HOPPING),
    lambda now: replace(now, calibration=LISTENING),
    lambda now: replace(now, exercise=None, landings=(replace(sample.LANDING, t_s=now.t_s),)),
], ids=["hops", "calibration", "just landed"])
def test_no_tap_is_obeyed_during(window: MainWindow, change: Change) -> None:
    now = sample.moment()
    assert sent_after(window, change(now), change(tapped(now))) == []


def test_a_tap_that_both_sensors_heard_is_one(window: MainWindow) -> None:
    now = sample.moment()
    once = tapped(now)
    thigh, shank = once.sensors
    heard_too = replace(once, t_s=once.t_s + 0.1, sensors=(thigh, replace(shank, markers=1)))
    assert len(sent_after(window, now, once, heard_too)) == 1


class Live:
    """A session that the test feeds; what the window sends becomes one of its inputs."""

    def __init__(self) -> None:
        self.session = Session(Side.RIGHT)
        self.inputs: list[Input] = []

    def take(self, *inputs: Input) -> None:
        self.inputs += inputs
        self.session.push(inputs)

    def snapshot(self) -> Snapshot:
        return self.session.snapshot()

    def send(self, kind: EventKind, detail: Any) -> None:
        self.take(SessionEvent(self.inputs[-1].t_host_ns, kind, dict(detail)))

    def command(self, name: str, **arguments: Any) -> None:
        raise AssertionError(name)


def test_knocks_on_a_sensor_pause_the_session_and_its_replay(qtbot: QtBot, settings: QSettings) -> None:
    inputs = simulate(["calibration", "squat:3", "double_tap", "squat:3"], side=Side.RIGHT, seed=1,
                      rate_hz=50).inputs
    live = Live()
    window = MainWindow(live, settings=settings)
    qtbot.addWidget(window)
    window.timer.stop()
    for start in range(0, len(inputs), 40):
        live.take(*inputs[start:start + 40])
        window.refresh()
    assert [s.markers for s in live.snapshot().sensors if s.placement.segment is Segment.THIGH] == [1]
    assert live.snapshot().paused
    assert EventKind.PAUSE in [one.kind for one in live.inputs if isinstance(one, SessionEvent)]
    replayed = Session(Side.RIGHT)
    replayed.push(live.inputs)
    assert replayed.snapshot().sets == live.snapshot().sets
    assert sum(rep.counted for one in live.snapshot().sets for rep in one.reps) == 3, "none after the pause"
