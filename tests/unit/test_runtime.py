"""The worker thread, with sources that need no sensors."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import pytest

from monitor.acquisition import Acquisition
from monitor.errors import LinkError, LinkReason, RecordingError, RecordingReason
from monitor.runtime import STALE_S, Monitor
from monitor.snapshot import Snapshot
from monitor.sources.base import Emit
from monitor.sources.clock import Clock
from monitor.values import (
    EventKind,
    Input,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    Segment,
    SessionEvent,
    Side,
    Tick,
)
from monitor.worker import Setup

THIGH = Placement(Side.LEFT, Segment.THIGH)


@dataclass
class ListeningSession:
    """Keeps what it is pushed, and lets a test wait for it."""

    moment: Snapshot
    seen: list[Input] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def push(self, inputs: Sequence[Input]) -> SimpleNamespace:
        with self.changed:
            self.seen.extend(inputs)
            self.changed.notify_all()
        return SimpleNamespace(blocks=())

    def snapshot(self) -> Snapshot:
        return replace(self.moment, t_s=float(len(self.seen)))

    def wait_for(self, wanted: Callable[[list[Input]], bool]) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: wanted(self.seen), timeout=10.0)


@dataclass
class FakeSource:
    """Emits what it was given, then ends, or lasts until it is cancelled."""

    items: tuple[Input, ...] = ()
    error: Exception | None = None
    lasts: bool = False
    released: bool = False
    commands: list[tuple[str, dict]] = field(default_factory=list)

    async def run(self, emit: Emit) -> None:
        try:
            for item in self.items:
                emit(item)
                await asyncio.sleep(0)
            if self.error is not None:
                raise self.error
            if self.lasts:
                await asyncio.Event().wait()
        finally:
            self.released = True

    def command(self, name: str, **arguments: object) -> None:
        self.commands.append((name, arguments))


def monitor_of(source: FakeSource, *sessions: ListeningSession, clock: Clock | None = None) -> Monitor:
    """A monitor that takes one session after the other."""
    waiting = iter(sessions)

    def begin(_patient: str, _side: Side) -> Acquisition:
        for session in waiting:
            return Acquisition(session)
        raise RecordingError(RecordingReason.DISK_FULL, "The disk is full.")

    return Monitor(Setup(lambda _side: source, begin, clock, "1"), "P1", Side.LEFT)


START = {"side": "left", "patient": "P1", "version": "1", "note": ""}
PACKETS = tuple(Received(THIGH, t, b"packet") for t in range(100))


def test_a_replay_runs_to_its_end_and_everything_is_seen_in_order(moment: Snapshot) -> None:
    session = ListeningSession(moment)
    monitor = monitor_of(FakeSource(PACKETS), session)
    monitor.start()
    assert monitor.wait(10.0)
    assert session.seen == list(PACKETS)
    assert monitor.snapshot().t_s == len(PACKETS)
    assert monitor.snapshot().knee.valid, "the end of a replay stays on the screen"


def test_a_live_session_starts_ticks_and_stops(moment: Snapshot) -> None:
    session, source = ListeningSession(moment), FakeSource(PACKETS, lasts=True)
    times = iter(range(10**9))
    monitor = monitor_of(source, session, clock=lambda: next(times))
    monitor.start()
    session.wait_for(lambda seen: sum(isinstance(item, Tick) for item in seen) >= 2)
    monitor.send(EventKind.MARK, {"text": "here"})
    session.wait_for(lambda seen: any(isinstance(i, SessionEvent) and i.kind == "mark" for i in seen))
    monitor.stop()
    assert source.released
    assert session.seen[0] == SessionEvent(0, EventKind.START, START)
    assert sum(isinstance(item, SessionEvent) and item.kind is EventKind.STOP for item in session.seen) == 1
    assert [item for item in session.seen if isinstance(item, Received)] == list(PACKETS)


def test_stopping_twice_and_speaking_afterwards_do_no_harm(moment: Snapshot) -> None:
    session = ListeningSession(moment)
    monitor = monitor_of(FakeSource(lasts=True), session, clock=lambda: 0)
    monitor.start()
    monitor.stop()
    monitor.stop()
    seen = list(session.seen)
    monitor.send(EventKind.MARK, {"text": "too late"})
    monitor.command("identify", placement=THIGH)
    assert session.seen == seen


@pytest.mark.parametrize(("error", "sentence"), [
    (LinkError(LinkReason.NO_ADAPTER, "This computer has no Bluetooth."), "This computer has no Bluetooth."),
    (ZeroDivisionError(), "fault in the program"),
])
def test_a_source_that_fails_becomes_a_problem_and_can_be_tried_again(
        moment: Snapshot, error: Exception, sentence: str) -> None:
    session, source = ListeningSession(moment), FakeSource(error=error)
    monitor = monitor_of(source, session, clock=lambda: 0)
    monitor.start()
    session.wait_for(lambda seen: sum(isinstance(item, Tick) for item in seen) >= 2)
    (problem,) = monitor.snapshot().problems
    assert sentence in problem.sentence
    source.error, source.items, source.lasts = None, PACKETS, True
    monitor.command("reconnect")
    session.wait_for(lambda seen: PACKETS[-1] in seen)
    session.wait_for(lambda seen: isinstance(seen[-1], Tick))
    assert monitor.snapshot().problems == ()
    monitor.stop()


def test_a_replay_that_fails_ends_with_its_sentence(moment: Snapshot) -> None:
    source = FakeSource(error=LinkError(LinkReason.LOST, "It is lost."))
    monitor = monitor_of(source, ListeningSession(moment))
    monitor.start()
    assert monitor.wait(10.0)
    assert [problem.sentence for problem in monitor.snapshot().problems] == ["It is lost."]


def test_a_stale_angle_is_never_shown_as_live(moment: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    session = ListeningSession(moment)
    monitor = monitor_of(FakeSource(lasts=True), session, clock=lambda: 0)
    monitor.start()
    monitor.stop()                       # from here on nothing arrives any more
    made_s = monitor._worker.latest[1]
    monkeypatch.setattr(monitor._loop, "time", lambda: made_s + STALE_S - 0.01)
    assert monitor.snapshot().knee.valid
    monkeypatch.setattr(monitor._loop, "time", lambda: made_s + 2.0)
    assert not monitor.snapshot().knee.valid
    assert monitor.snapshot().knee.age_s == pytest.approx(2.0)


def test_a_new_recording_begins_a_new_session_that_knows_its_sensors(moment: Snapshot) -> None:
    connected = LinkEvent(THIGH, 7, LinkKind.CONNECTED, {"placement": "left_thigh"})
    first, second = ListeningSession(moment), ListeningSession(moment)
    monitor = monitor_of(FakeSource((connected,), lasts=True), first, second, clock=lambda: 9)
    monitor.start()
    first.wait_for(lambda seen: connected in seen)
    monitor.command("record", on=False)
    monitor.command("record", on=True)
    second.wait_for(lambda seen: len(seen) >= 2)
    monitor.stop()
    assert second.seen[:2] == [SessionEvent(9, EventKind.START, START),
                               LinkEvent(THIGH, 9, LinkKind.CONNECTED, {"placement": "left_thigh"})]


def test_a_session_of_the_other_leg_gets_the_other_leg_s_sensors(moment: Snapshot) -> None:
    sources = {side: FakeSource((Received(Placement(side, Segment.THIGH), 1, b""),), lasts=True)
               for side in Side}
    sessions = {side: ListeningSession(moment) for side in Side}
    setup = Setup(lambda side: sources[side], lambda _, side: Acquisition(sessions[side]), lambda: 0, "1")
    monitor = Monitor(setup, "P1", Side.LEFT)
    monitor.start()
    sessions[Side.LEFT].wait_for(lambda seen: sources[Side.LEFT].items[0] in seen)
    monitor.command("begin", patient="P2", side=Side.RIGHT)
    sessions[Side.RIGHT].wait_for(lambda seen: sources[Side.RIGHT].items[0] in seen)
    assert sources[Side.LEFT].released
    monitor.stop()
    assert sessions[Side.RIGHT].seen[0] == SessionEvent(
        0, EventKind.START, START | {"side": "right", "patient": "P2"})


def test_a_new_recording_that_cannot_be_begun_is_a_problem_and_the_session_goes_on(moment: Snapshot) -> None:
    session = ListeningSession(moment)
    monitor = monitor_of(FakeSource(lasts=True), session, clock=lambda: 0)
    monitor.start()
    monitor.command("record", on=True)
    ticks = len(session.seen)
    session.wait_for(lambda seen: len(seen) > ticks + 3)
    assert [problem.sentence for problem in monitor.snapshot().problems] == [
        "A new recording could not be begun: The disk is full."]
    monitor.stop()


def test_other_commands_reach_the_source(moment: Snapshot) -> None:
    session, source = ListeningSession(moment), FakeSource(lasts=True)
    monitor = monitor_of(source, session, clock=lambda: 0)
    monitor.start()
    monitor.command("identify", placement=THIGH)
    ticks = sum(isinstance(item, Tick) for item in session.seen)
    session.wait_for(lambda seen: sum(isinstance(item, Tick) for item in seen) > ticks + 1)
    monitor.stop()
    assert source.commands == [("identify", {"placement": THIGH})]
