"""The sensors page: what is known of each, and what to do where there is none."""

from collections.abc import Callable
from dataclasses import replace

from monitor.dashboard import sample
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.text import words
from monitor.dashboard.window import MainWindow
from monitor.leg import Reason
from monitor.snapshot import (
    SensorState,
    Snapshot,
)
from monitor.values import Placement, Segment, Side

Open = Callable[[Snapshot], tuple[MainWindow, StillMonitor]]


def test_sensor_cards_show_every_fact_and_ask_the_link(open_window: Open) -> None:
    window, monitor = open_window(sample.moment())
    window.show_page("sensors")
    card = window.pages.sensors.cards[0]
    shown = [line.text() for line in card.facts.values()]
    assert shown == ["PT-th01", "92 %", "−58 dBm", "100.2 Hz", "0.0 %", "0", "0 samples"]
    card.identify.click()
    card.place.setCurrentIndex(1)
    card.place.activated.emit(1)
    thigh = Placement(Side.RIGHT, Segment.THIGH)
    assert monitor.commands == [("identify", {"placement": thigh}), (
        "set_role", {"placement": thigh, "to": Placement(Side.LEFT, Segment.SHANK)})]


def test_loss_that_cannot_be_seen_is_said(open_window: Open) -> None:
    blind = sample.sensor(Segment.THIGH, loss_visible=False)
    window, _ = open_window(sample.moment(sensors=(blind,)))
    window.show_page("sensors")
    assert window.pages.sensors.cards[0].facts["lost"].text() == "cannot be seen"


def test_no_sensor_says_what_to_do_and_searches(open_window: Open) -> None:
    window, monitor = open_window(sample.moment(sensors=()))
    window.show_page("sensors")
    assert "Switch both on" in window.pages.sensors.empty.text()
    window.pages.sensors.search.click()
    assert monitor.commands == [("scan", {})]


def test_without_a_sensor_the_page_shows_where_they_go(open_window: Open) -> None:
    window, _ = open_window(sample.moment(sensors=()))
    window.show_page("sensors")
    assert window.pages.sensors.where.isVisible()


def test_sensors_that_get_ready_and_clocks_that_cannot_be_compared_are_told(open_window: Open) -> None:
    unready = tuple(sample.sensor(place, state=SensorState.CONNECTED) for place in Segment)
    nothing = replace(sample.moment().knee, valid=False, reason=Reason.NO_DATA, age_s=9.0)
    assert "getting ready" in words.why_no_angle(nothing, sample.GOOD, unready)
    assert "silent" in words.why_no_angle(nothing, sample.GOOD, sample.moment().sensors)
    blind = tuple(sample.sensor(place, loss_visible=False) for place in Segment)
    window, _ = open_window(sample.moment(sensors=blind, skew_ms=None))
    window.show_page("sensors")
    assert window.pages.sensors.clocks.text().startswith("clocks cannot be compared")
