"""Each fault of a worn sensor is said in words to therapist and patient, and is gone when it is over."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.window import MainWindow
from monitor.session import Session
from monitor.snapshot import Problem, Severity
from monitor.values import EventKind, Input, LinkEvent, LinkKind, Placement, Segment, SessionEvent, Side
from monitor.virtual.faults import Trouble, parse_faults
from monitor.virtual.simulate import simulate

SIDE, WITHIN_S, LOOK_S = Side.LEFT, 1.0, 0.2
THIGH, SHANK = (Placement(SIDE, segment) for segment in Segment)
FROM_S = 36.0        # when the faults begin that come in mid-session; by then the leg is calibrated


class Shown:
    """The shipped window, live page and patient's screen, on a session that the test feeds."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        self.window, self.session = window, session
        assert window.patient is not None
        self.patient = window.patient
        self._now_ns = 0

    def therapist(self) -> str:
        """Every word that the live page says of what is wrong."""
        live = self.window.live
        said = [live.banner.sentence.text(), live.banner.next.text()] if live.banner.isVisible() else []
        return " ".join([*said, live.knee.sentence.text(), *(chip.words for chip in live.chips.sensors)])

    def to_patient(self) -> str:
        return f"{self.patient.task.cue.text} {self.patient.task.state.text}"

    def say(self, sensor: Placement, kind: LinkKind, detail: dict[str, Any]) -> None:
        """What a sensor's link tells."""
        self._now_ns += 100_000_000
        self.session.push([LinkEvent(sensor, self._now_ns, kind, detail)])
        self.window.refresh()


@pytest.fixture
def shown(open_on: Callable[[Session], MainWindow]) -> Shown:
    session = Session(SIDE)
    window = open_on(session)
    window.open_patient_screen()
    return Shown(window, session)


def played(shown: Shown, fault: str) -> Iterator[tuple[float, str, str]]:
    """Play a session with `fault`: now and again its seconds, and what is said to therapist and patient."""
    trouble = Trouble(parse_faults(fault), from_s=FROM_S)
    inputs = simulate(["calibration", "squat:2"], side=SIDE, seed=1, rate_hz=50, trouble=trouble).inputs
    end_ns = start_ns = inputs[0].t_host_ns
    waiting: list[Input] = []
    for one in inputs:
        waiting.append(one)
        if one.t_host_ns >= end_ns:
            end_ns = one.t_host_ns + round(LOOK_S * 1e9)
            shown.session.push(waiting)
            waiting.clear()
            shown.window.refresh()
            yield (one.t_host_ns - start_ns) * 1e-9, shown.therapist(), shown.to_patient()


def test_a_knock_beyond_the_range_is_said_within_a_second_on_both_pages(shown: Shown) -> None:
    words, short = "The shank sensor was knocked beyond its range", "! Shank: beyond its range"
    for now_s, therapist, patient in played(shown, "saturation"):
        if now_s < FROM_S:
            assert words not in therapist
            assert short not in patient
        elif now_s > FROM_S + WITHIN_S:
            assert words in therapist
            assert short in patient
        if now_s > FROM_S + 4.0:
            break


@pytest.mark.parametrize(("fault", "words"), [
    ("strap-slip", "strap seems to have slipped"), ("swapped", "sensor are swapped"),
    ("upside-down", "The shank sensor is upside-down")])
def test_what_has_to_be_found_out_is_said_on_both_pages(shown: Shown, fault: str, words: str) -> None:
    therapist, patient = next((said[1:] for said in played(shown, fault) if words in said[1]), ("", ""))
    assert words in therapist
    assert words in patient


def test_a_slipped_strap_never_stands_beside_a_good_fit(shown: Shown) -> None:
    slipped = False
    for _, therapist, _ in played(shown, "strap-slip"):
        fit = shown.window.live.chips.calibration.words
        slipped = slipped or "seems to have slipped" in therapist
        assert fit.startswith("Fits no longer: strap slipped") == ("seems to have slipped" in therapist)
    assert slipped


@pytest.mark.parametrize(("found", "to_patient"), [("doubtful", "a strap may have slipped"),
                                                   ("loose", "a strap is loose")])
def test_a_doubtful_strap_never_stands_beside_a_good_fit(
        qtbot: QtBot, settings: QSettings, found: str, to_patient: str) -> None:
    doubt = Problem(f"strap_{found}", Severity.WARNING, "A strap is not as it was: tighten it.")
    window = MainWindow(StillMonitor(sample.moment(problems=(doubt,))), settings=settings)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.show_page("live")
    window.open_patient_screen()
    window.refresh()
    fit = window.live.chips.calibration
    assert (fit.words, fit.well) == ("Calibrated, fit doubtful", False)
    assert window.patient is not None
    assert window.patient.task.state.text == f"! {to_patient}"
    window.show_page("calibration")
    assert not window.pages.wizard.instruction.isVisible()
    window.show_page("home")
    assert any(line[2].text() == "Calibrated, fit doubtful" for line in window.pages.home.ready.lines)
    assert window.pages.home.next.step.verb == "free"


def test_a_battery_and_a_lost_sensor_are_both_said_and_gone_when_mended(shown: Shown) -> None:
    shown.session.push([SessionEvent(0, EventKind.START, {})])
    for sensor in (THIGH, SHANK):
        shown.say(sensor, LinkKind.STREAMING, {})
    shown.say(THIGH, LinkKind.BATTERY, {"percent": 6})
    assert "battery is at 6 %" in shown.therapist()
    assert "! Thigh: battery low" in shown.to_patient()
    shown.say(SHANK, LinkKind.DISCONNECTED, {})
    assert "shank sensor is out of reach" in shown.therapist()
    assert "Thigh  battery low · 6 %" in shown.therapist()
    assert "! The shank sensor is out of reach" in shown.to_patient()
    shown.say(SHANK, LinkKind.STREAMING, {})
    shown.say(THIGH, LinkKind.BATTERY, {"percent": 95})
    assert "out of reach" not in shown.therapist() + shown.to_patient()
    assert "battery" not in shown.therapist() + shown.to_patient()
