import pytest

from monitor.pipeline.ingest import Tally
from monitor.session.links import Link
from monitor.snapshot import SensorState, Severity
from monitor.values import LinkEvent, LinkKind, Placement, Segment, Side

SHANK = Placement(Side.LEFT, Segment.SHANK)


@pytest.fixture
def link() -> Link:
    return Link(SHANK, Tally())


def told(link, kind, **detail):
    link.push(LinkEvent(SHANK, 0, kind, detail))


def problem_ids(link):
    return [problem.id for problem in link.problems()]


def test_before_anything_was_heard(link):
    status = link.status()
    assert (status.state, status.rate_hz, status.reconnects) == (SensorState.SEARCHING, None, 0)
    assert link.problems() == []


def test_a_connection_and_its_description(link):
    told(link, LinkKind.CONNECTED, serial="AB12", dialect="witmotion")
    assert (link.status().state, link.status().serial) == (SensorState.CONNECTED, "AB12")
    assert not link.status().loss_visible
    told(link, LinkKind.STREAMING)
    assert link.status().state is SensorState.STREAMING
    assert link.problems() == []


@pytest.mark.parametrize(("kind", "state", "word"), [
    (LinkKind.DISCONNECTED, SensorState.LOST, "out of reach"),
    (LinkKind.SILENT, SensorState.SILENT, "silent"),
    (LinkKind.FAILED, SensorState.FAILED, "cannot be used")])
def test_each_trouble_is_said_and_is_over_with_the_next_packet(link, kind, state, word):
    told(link, kind)
    problem, = link.problems()
    assert link.status().state is state
    assert problem.severity is Severity.PROBLEM
    assert "shank sensor" in problem.sentence
    assert word in problem.sentence
    link.received()
    assert link.status().state is SensorState.STREAMING
    assert link.status().sentence == ""
    assert link.problems() == []


def test_the_links_own_sentence_is_better_than_ours(link):
    told(link, LinkKind.FAILED, sentence="The shank sensor speaks an older protocol; update it.")
    assert link.problems()[0].sentence == "The shank sensor speaks an older protocol; update it."


def test_battery_and_signal_do_not_change_the_state(link):
    told(link, LinkKind.SILENT)
    told(link, LinkKind.BATTERY, percent=80)
    told(link, LinkKind.RSSI, dbm=-61)
    status = link.status()
    assert (status.state, status.battery_percent, status.rssi_dbm) == (SensorState.SILENT, 80.0, -61.0)
    assert "silent" in link.problems()[0].sentence


def test_a_low_battery_is_said_until_it_is_charged(link):
    told(link, LinkKind.BATTERY, percent=9)
    problem, = link.problems()
    assert problem.severity is Severity.WARNING
    assert "at 9 %" in problem.sentence
    told(link, LinkKind.BATTERY, percent=60)
    assert link.problems() == []


def ticking(link, from_s, seconds, samples=10, lost=0):
    """Ten ticks a second, with so many samples come and lost before each."""
    for tick in range(round(10 * seconds)):
        link.tally.samples += samples
        link.tally.lost += lost
        link.tick(round((from_s + tick / 10) * 1e9))


def test_heavy_loss_is_said_until_it_is_light_again(link):
    ticking(link, 0, 20, lost=1)
    assert problem_ids(link) == ["left_shank_loss"]
    assert "loses 9 %" in link.problems()[0].sentence
    ticking(link, 20, 11)
    assert problem_ids(link) == []
    assert [problem.id for problem in link.warnings()] == ["left_shank_loss"]     # it stays true


def test_refused_packets_are_said_with_the_reason_for_a_while(link):
    ticking(link, 0, 2)
    link.tally.refused_packets, link.tally.last_fault = 2, "a DATA packet has at least 12 bytes, but 3 came"
    problem, = link.problems()
    assert problem.id == "left_shank_packets"
    assert "2 packets that cannot be read: a DATA packet" in problem.sentence
    ticking(link, 2, 11)
    assert link.problems() == []
    assert link.warnings()[0].sentence == problem.sentence


def test_trouble_is_said_before_the_first_tick_too(link):
    link.tally.samples, link.tally.lost, link.tally.refused_packets = 90, 10, 1
    assert problem_ids(link) == ["left_shank_loss", "left_shank_packets"]


def test_the_rate_is_measured_over_two_seconds(link):
    for tick in range(31):
        link.tally.samples = 10 * tick if tick < 10 else 100 + 5 * (tick - 10)
        link.tick(tick * 100_000_000)
    assert link.status().rate_hz == pytest.approx(50.0)


def test_reconnects_count_from_the_second_connection(link):
    for _ in range(3):
        told(link, LinkKind.CONNECTED)
    assert link.status().reconnects == 2


def test_what_an_outage_lost_is_no_heavy_loss(link):
    told(link, LinkKind.CONNECTED)
    ticking(link, 0, 5)
    told(link, LinkKind.DISCONNECTED)
    told(link, LinkKind.CONNECTED)
    ticking(link, 5, 1, samples=0)
    link.tally.lost += 200
    link.received()
    assert problem_ids(link) == []
    assert link.status().lost_lately_percent == 0.0
    ticking(link, 6, 5, lost=1)
    assert problem_ids(link) == ["left_shank_loss"]


def test_a_knock_beyond_the_range_is_said_for_three_seconds(link):
    ticking(link, 0, 1)
    link.tally.saturated_samples += 2
    ticking(link, 1, 0.1)
    problem, = link.problems()
    assert (problem.id, problem.severity) == ("left_shank_range", Severity.WARNING)
    assert "shank sensor was knocked beyond its range" in problem.sentence
    assert link.status().beyond_range
    ticking(link, 1.1, 3.1)
    assert link.problems() == []
    assert not link.status().beyond_range
    assert link.status().saturated_samples == 2
