"""Each source of a number is frozen in turn, and the shipped window looked at: it says so within a second."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from time import monotonic
from typing import Any

import pytest

from monitor.dashboard.text.figures import UNKNOWN
from monitor.dashboard.window import MainWindow
from monitor.session import Session
from monitor.values import Input, LinkEvent, LinkKind, Placement, Received, Segment, Side, Tick
from monitor.virtual.simulate import simulate

SIDE = Side.LEFT
THIGH, SHANK = (Placement(SIDE, segment) for segment in Segment)
TICK_NS, SECOND_NS = 100_000_000, 1_000_000_000
WITHIN_S = 1.0


@pytest.fixture(scope="module")
def inputs() -> tuple[Input, ...]:
    made = simulate(["calibration", "squat:6"], side=SIDE, seed=1, rate_hz=50).inputs
    return tuple(with_ticks(made))


def with_ticks(made: Iterable[Input]) -> Iterator[Input]:
    """The inputs, and the ticks of a live session among them."""
    next_ns = 0
    for item in made:
        while next_ns and next_ns <= item.t_host_ns:
            yield Tick(next_ns)
            next_ns += TICK_NS
        next_ns = next_ns or item.t_host_ns + TICK_NS
        yield item


@pytest.fixture(scope="module")
def calibrated(inputs: tuple[Input, ...]) -> int:
    """After how many inputs a session is in the middle of squats, with a live angle for a while."""
    session, valid = Session(SIDE), 0
    for place in range(0, len(inputs), 20):
        session.push(inputs[place:place + 20])
        valid = valid + 1 if session.snapshot().knee.valid else 0
        if valid > 40:
            return place + 20
    raise AssertionError("the knee angle never became valid")


class Live:
    """The shipped window on a session that goes on under the test's hand."""

    def __init__(self, window: MainWindow, session: Session, rest: tuple[Input, ...]) -> None:
        self.window, self.session, self.rest = window, session, rest

    def go_on(self, seconds: float, keep: Any = lambda _: True) -> None:
        """Let the session live so long, with those inputs alone that `keep` lets through."""
        end_ns = self.rest[0].t_host_ns + round(seconds * SECOND_NS)
        due = [item for item in self.rest if item.t_host_ns < end_ns]
        self.rest = self.rest[len(due):]
        self.session.push([item for item in due if keep(item)])
        self.window.refresh()

    def say(self, sensor: Placement, kind: LinkKind, detail: Mapping[str, Any]) -> None:
        """What a sensor's link tells."""
        self.session.push([LinkEvent(sensor, self.rest[0].t_host_ns, kind, detail)])
        self.window.refresh()

    @property
    def number(self) -> str:
        return self.window.live.knee.number.value

    @property
    def banner(self) -> str:
        banner = self.window.live.banner
        return banner.sentence.text() if banner.isVisible() else ""

    def well(self, placement: Placement) -> bool:
        chips = self.window.live.chips
        return chips.sensors[list(self.session.links).index(placement)].well


@pytest.fixture
def live(open_on: Callable[[Session], MainWindow], inputs: tuple[Input, ...], calibrated: int) -> Live:
    session = Session(SIDE)
    session.push(inputs[:calibrated])
    window = open_on(session)
    made = Live(window, session, inputs[calibrated:])
    made.go_on(0.2)
    assert window.live.knee.number.live
    return made


def silent(*places: Placement) -> Any:
    return lambda item: not isinstance(item, Received) or item.placement not in places


@pytest.mark.parametrize("places", [(THIGH,), (SHANK,), (THIGH, SHANK)], ids=["thigh", "shank", "both"])
def test_a_silent_sensor_takes_the_number_away_within_a_second(
        live: Live, places: tuple[Placement, ...]) -> None:
    live.go_on(WITHIN_S, silent(*places))
    assert not live.window.live.knee.number.live
    assert live.number == UNKNOWN
    assert live.window.live.knee.sentence.text()
    live.go_on(4.0)
    assert live.window.live.knee.number.live


def test_a_sensor_that_its_link_calls_silent_is_named_until_it_sends_again(live: Live) -> None:
    live.say(SHANK, LinkKind.SILENT, {"seconds": 0.6})
    assert live.banner.startswith("The shank sensor is silent")
    assert not live.well(SHANK)
    live.go_on(0.2)
    assert not live.banner
    assert live.well(SHANK)


def test_a_lost_sensor_is_said_at_once_and_gone_when_it_streams_again(live: Live) -> None:
    live.say(SHANK, LinkKind.DISCONNECTED, {})
    assert "shank sensor is out of reach" in live.banner
    assert not live.well(SHANK)
    live.go_on(WITHIN_S, silent(SHANK))
    assert not live.window.live.knee.number.live
    live.say(SHANK, LinkKind.CONNECTED, connected(live))
    live.go_on(4.0)
    assert "out of reach" not in live.banner
    assert live.well(SHANK)


def connected(live: Live) -> dict[str, Any]:
    """What the shank's sensor says of itself when it is there again."""
    sensor = live.session.pair.channels[SHANK].ingest.sensor
    assert sensor is not None
    return dict(sensor.to_json())


def test_a_low_battery_is_said_at_once_and_gone_when_charged(live: Live) -> None:
    live.say(THIGH, LinkKind.BATTERY, {"percent": 6})
    assert "6 %" in live.banner
    assert not live.well(THIGH)
    live.say(THIGH, LinkKind.BATTERY, {"percent": 95})
    assert "battery" not in live.banner
    assert live.well(THIGH)


def test_a_session_that_stands_still_is_not_drawn_as_live(
        live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = [monotonic()]
    monkeypatch.setattr("monitor.dashboard.window.monotonic", lambda: now_s[0])
    live.window.refresh()
    now_s[0] += WITHIN_S
    live.window.refresh()
    assert live.number == UNKNOWN
    assert "Nothing new" in live.banner
    live.go_on(0.3)
    assert live.window.live.knee.number.live
    assert not live.banner
