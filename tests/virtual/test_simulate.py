"""A simulated session: complete, in order, reproducible, and true."""

from __future__ import annotations

import json
from contextlib import suppress
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware_protocol.codec import decode_data
from firmware_protocol.packets import DataFlag
from monitor.errors import PatellaError
from monitor.values import (
    EventKind,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    Segment,
    Sensor,
    SessionEvent,
    Side,
    Tick,
)
from monitor.virtual.healthy_link import START_NS
from monitor.virtual.motions.spec import Spec
from monitor.virtual.simulate import Simulation, parse_specs, simulate


@pytest.fixture(scope="module")
def session() -> Simulation:
    return simulate(["calibration", "squat:3", "double_leg_hop:2"], seed=4, rate_hz=100, soft_tissue_deg=6.0,
                    bias_deg_s=0.5, loss_percent=2.0)


def packets(simulation: Simulation, segment: Segment) -> list[Received]:
    return [i for i in simulation.inputs if isinstance(i, Received) and i.placement.segment is segment]


def test_inputs_are_in_time_order_between_start_and_stop(session):
    times = [item.t_host_ns for item in session.inputs]
    assert times == sorted(times)
    first, last = session.inputs[0], session.inputs[-1]
    assert isinstance(first, SessionEvent)
    assert first.kind is EventKind.START
    assert first.t_host_ns == START_NS
    assert first.detail["side"] == "right"
    assert any(isinstance(i, SessionEvent) and i.kind is EventKind.STOP for i in session.inputs[-5:])
    assert last.t_host_ns == pytest.approx(START_NS + session.truth.events["duration_s"] * 1e9, abs=1e9)


def test_each_sensor_describes_itself_before_it_sends(session):
    seen: set[Placement] = set()
    for item in session.inputs:
        if isinstance(item, LinkEvent) and item.kind is LinkKind.CONNECTED:
            described = Sensor.from_json(item.detail)
            assert (described.dialect, described.rate_hz, described.acc_range_g) == ("patella", 100, 16)
            assert described.declares_mounting
            seen.add(described.placement)
        elif isinstance(item, Received):
            assert item.placement in seen
    assert seen == {Placement(Side.RIGHT, segment) for segment in Segment}


def test_time_itself_and_the_clocks_are_recorded(session):
    duration_s = session.truth.events["duration_s"]
    ticks = [i for i in session.inputs if isinstance(i, Tick)]
    assert len(ticks) == pytest.approx(10 * duration_s, abs=2)
    for segment in Segment:
        pings = [i for i in session.inputs if isinstance(i, LinkEvent) and i.kind is LinkKind.SYNC
                 and i.placement and i.placement.segment is segment]
        assert len(pings) == pytest.approx(4 * duration_s, rel=0.05)
        waits_ms = np.array([p.detail["host_receive_ns"] - p.detail["host_send_ns"] for p in pings]) / 1e6
        assert (waits_ms > 0).all()
        assert np.median(waits_ms) < 60


def test_a_ping_bounds_the_sensors_clock(session):
    """The truth behind the pings: one straight line of device time within 50 ppm fits between all bounds."""
    pings = [i for i in session.inputs if isinstance(i, LinkEvent) and i.kind is LinkKind.SYNC
             and i.placement == Placement(Side.RIGHT, Segment.SHANK)]
    device_s = np.unwrap(np.array([p.detail["device_us"] for p in pings]) * 1e-6, period=2**32 * 1e-6)
    send_s, receive_s = (np.array([(p.detail[k] - START_NS) * 1e-9 for p in pings])
                         for k in ("host_send_ns", "host_receive_ns"))
    slope, offset = np.polyfit(send_s, device_s, 1)
    assert abs(slope - 1) < 1e-3
    middle = (device_s - offset) / slope
    assert (middle - send_s > -0.02).all()
    assert (receive_s - middle > -0.02).all()


def test_packets_arrive_after_their_last_sample_and_soon(session):
    """Arrival times carry the wait for the radio; the quickest packets show the clock's own line."""
    got = packets(session, Segment.SHANK)
    decoded = [decode_data(p.payload) for p in got]
    device_s = np.unwrap(np.array([d.t0_us for d in decoded]) * 1e-6, period=2**32 * 1e-6)
    delay_s = np.array([(p.t_host_ns - START_NS) * 1e-9 for p in got]) - device_s
    spread_s = delay_s - delay_s.min()
    assert np.percentile(spread_s, 99) < 0.06
    assert 0.003 < spread_s.std() < 0.02


def test_loss_is_what_was_asked_for():
    lossy = simulate(["stand:60"], seed=1, rate_hz=100, loss_percent=10.0)
    for segment in Segment:
        seq = np.array([decode_data(p.payload).seq for p in packets(lossy, segment)])
        lost = 1 - len(seq) / (seq[-1] + 1)
        assert 100 * lost == pytest.approx(10.0, abs=3.0)


def test_the_same_seed_makes_the_same_bytes_and_another_does_not():
    specs, options = ["squat:1"], {"rate_hz": 50, "soft_tissue_deg": 6.0, "loss_percent": 3.0}
    first, again, other = (simulate(specs, seed=seed, **options) for seed in (8, 8, 9))
    assert first.inputs == again.inputs
    assert first.truth.events == again.truth.events
    assert first.inputs != other.inputs


@pytest.mark.parametrize("rate_hz", [25, 60, 128, 1000])
def test_any_rate_keeps_its_pace(rate_hz):
    made = simulate(["stand:5"], rate_hz=rate_hz)
    counts = sum(len(decode_data(p.payload).counts) for p in packets(made, Segment.THIGH))
    streamed_s = made.truth.events["duration_s"] - 0.4
    assert counts == pytest.approx(rate_hz * streamed_s, abs=rate_hz * 0.3 + 4)


def test_truth_flexion_is_zero_in_standing_and_deep_in_squats(session):
    truth = session.truth
    assert np.diff(truth.t_s) == pytest.approx(0.01, abs=1e-9)
    assert abs(truth.flexion_deg[(truth.t_s > 2) & (truth.t_s < 5)].mean()) < 0.5
    squats = truth.events["exercises"][0]
    assert (squats["exercise"], len(squats["repetitions"])) == ("squat", 3)
    for repetition in squats["repetitions"]:
        inside = (truth.t_s >= repetition["start_s"]) & (truth.t_s <= repetition["end_s"])
        assert truth.flexion_deg[inside].max() == pytest.approx(repetition["flexion_max_deg"], abs=0.1)
        assert repetition["counted"]


def test_postures_follow_each_other_without_a_hole():
    events = simulate(["squat:1", "straight_leg_raise_supine:1", "stand:3"], rate_hz=25).truth.events
    postures = events["postures"]
    assert postures[0]["start_s"] == 0.0
    assert postures[-1]["end_s"] == pytest.approx(events["duration_s"])
    assert all(a["end_s"] == b["start_s"] for a, b in pairwise(postures))
    assert [p["posture"] for p in postures if p["posture"] != "transition"] == [
        "standing", "sitting", "supine", "sitting", "standing"]


def test_a_calibration_is_announced_when_it_begins(session):
    events = [i for i in session.inputs if isinstance(i, SessionEvent) and i.kind is EventKind.CALIBRATION]
    assert [e.detail for e in events] == [{"action": "start", "variant": "standing"}]
    [calibration] = session.truth.events["calibrations"]
    assert (events[0].t_host_ns - START_NS) * 1e-9 == pytest.approx(calibration["start_s"], abs=1e-6)
    assert 20 < calibration["end_s"] - calibration["start_s"] < 40
    lying = simulate(["calibration_lying"], rate_hz=25).truth.events["calibrations"]
    assert lying[0]["variant"] == "lying"


def test_a_landing_has_its_peak_in_the_trailer(session):
    landing = session.truth.events["landings"][0]
    trailers = [(p.t_host_ns, decode_data(p.payload)) for p in packets(session, Segment.SHANK)]
    near = [d.impact.peak / 32768 * 16 for t_ns, d in trailers
            if d.impact and abs((t_ns - START_NS) * 1e-9 - landing["t_s"]) < 0.2]
    assert max(near) == pytest.approx(landing["peak_shank_g"], rel=0.02)
    saturated = [d for _, d in trailers if d.flags & DataFlag.ACC_SATURATED]
    assert bool(saturated) == any(x["peak_shank_g"] > 15.9 for x in session.truth.events["landings"])


def test_taps_reach_both_sensors_at_once():
    made = simulate(["tap:2"], rate_hz=200)
    taps = made.truth.events["taps"]
    assert len(taps) == 2
    for segment in Segment:
        struck_s = [(p.t_host_ns - START_NS) * 1e-9 for p in packets(made, segment)
                    if decode_data(p.payload).impact]
        for tap in taps:
            assert any(0 <= t_s - tap["t_s"] < 0.1 for t_s in struck_s)


def test_truth_is_written_as_a_table_and_events(session, tmp_path):
    session.write_truth(tmp_path / "truth")
    lines = (tmp_path / "truth" / "flexion.csv").read_text().splitlines()
    assert lines[0] == "t_s,flexion_deg"
    table = np.array([[float(x) for x in line.split(",")] for line in lines[1:]])
    assert table[:, 0] == pytest.approx(session.truth.t_s, abs=1e-6)
    assert table[:, 1] == pytest.approx(session.truth.flexion_deg, abs=1e-4)
    events = json.loads((tmp_path / "truth" / "events.json").read_text())
    assert events == json.loads(json.dumps(session.truth.events))


def test_specs_are_read():
    assert parse_specs(["calibration", "squat:10", "clamshell:6x3", "quad_set:2x0.5"]) == (
        Spec("calibration"), Spec("squat", 10), Spec("clamshell", 6, 3.0), Spec("quad_set", 2, 0.5))


@pytest.mark.parametrize(("text", "hint"), [
    ("headstand", "double_leg_hop"), ("squat:", "squat:10"), ("squat:0", "squat:10"),
    ("squat:-3", "squat:10"),
    ("squat:3x", "squat:10"), ("squat:3x-1", "squat:10"), ("squat:99999", "squat:10"), ("", "squat:10")
])
def test_what_cannot_be_done_is_said_in_a_sentence(text, hint):
    with pytest.raises(PatellaError, match=hint):
        parse_specs([text])


@given(st.text(max_size=30) | st.from_regex(r"squat:?[0-9x.]*", fullmatch=True))
def test_any_text_is_a_spec_or_a_sentence(text):
    with suppress(PatellaError):
        [spec] = parse_specs([text])
        assert text.startswith(spec.name)


@pytest.mark.parametrize("options", [
    {"rate_hz": 10}, {"rate_hz": 2000}, {"loss_percent": -1}, {"loss_percent": 100}, {"bias_deg_s": 500},
    {"soft_tissue_deg": 90}, {"acc_range_g": 1}, {"acc_range_g": 12.5},
])
def test_impossible_sensors_are_refused(options):
    with pytest.raises(PatellaError, match="virtual sensor"):
        simulate(["stand:1"], **options)


def test_nothing_to_do_is_said():
    with pytest.raises(PatellaError, match="calibration squat:10"):
        simulate([])
