from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from monitor.leg import LegBlock, Posture, Reason
from monitor.session import Session
from monitor.snapshot import CalibrationState, SensorState, Severity, Snapshot
from monitor.values import EventKind, Input, LinkEvent, LinkKind, Placement, Segment, SessionEvent, Side, Tick
from monitor.virtual.simulate import START_NS

THIGH, SHANK = (Placement(Side.RIGHT, segment) for segment in Segment)


def at(t_s: float) -> int:
    return START_NS + round(t_s * 1e9)


def until(inputs, t_s):
    return [one for one in inputs if one.t_host_ns < at(t_s)]


def ticks(from_s, to_s):
    return [Tick(at(t)) for t in np.arange(from_s, to_s, 0.1)]


def problems(session_or_snapshot) -> set[str]:
    snapshot = session_or_snapshot
    return {one.id for one in (snapshot if isinstance(snapshot, Snapshot) else snapshot.snapshot()).problems}


@dataclass(frozen=True)
class Run:
    """A session pushed half a second at a time: its rows, and a snapshot after each push."""

    session: Session
    block: LegBlock
    snapshots: list[Snapshot]

    def snapshot_at(self, t_s: float) -> Snapshot:
        return min(self.snapshots, key=lambda one: abs(one.t_s - t_s))

    @property
    def t_s(self) -> np.ndarray:
        return (self.block.t_ns - START_NS) * 1e-9


def run(inputs: tuple[Input, ...]) -> Run:
    session, blocks, snapshots = Session(Side.RIGHT), [], []
    times = np.array([one.t_host_ns for one in inputs])
    edges = np.searchsorted(times, [at(t) for t in np.arange(0.5, 200, 0.5)])
    for first, last in zip([0, *edges], edges, strict=False):
        if last > first:
            blocks += session.push(inputs[first:last]).blocks
            snapshots.append(session.snapshot())
    return Run(session, LegBlock.join(blocks), snapshots)


@pytest.fixture(scope="module")
def good(worn) -> Run:
    return run(worn.inputs)


@pytest.fixture(scope="module")
def bad(rough) -> Run:
    return run(rough)


def test_before_anything_was_pushed():
    snapshot = Session(Side.LEFT).snapshot()
    assert (snapshot.side, snapshot.t_s, snapshot.knee.valid) == (Side.LEFT, 0.0, False)
    assert snapshot.knee.reason is Reason.NO_DATA
    assert snapshot.calibration.state is CalibrationState.MISSING
    assert {status.state for status in snapshot.sensors} == {SensorState.SEARCHING}
    assert len(snapshot.trace.t_s) == 0
    assert snapshot.problems == ()


def test_the_course_of_a_guided_session(good):
    early, guided, late = (good.snapshot_at(t) for t in (3.0, 20.0, 45.0))
    assert (early.calibration.state, early.calibration.step) == (CalibrationState.RUNNING, "still")
    assert (guided.calibration.state, guided.calibration.step) == (CalibrationState.RUNNING, "bends")
    assert not guided.knee.valid
    assert guided.knee.reason is Reason.UNCALIBRATED
    assert late.calibration.state is CalibrationState.GOOD
    assert late.calibration.source == "guided"
    assert late.knee.valid
    assert late.knee.sigma_deg > 0.2
    assert late.patient == "virtual"
    assert late.problems == ()
    assert late.posture is Posture.STANDING
    assert good.snapshots[-1].posture is not Posture.STANDING


def test_times_count_from_the_start_event(good):
    assert good.snapshot_at(30.0).t_s == pytest.approx(30.0, abs=0.5)
    assert good.snapshot_at(30.0).calibration.age_s < 5.0
    assert good.snapshots[-1].calibration.age_s > 15.0


def test_sensors_describe_themselves(good):
    for status in good.snapshots[-1].sensors:
        assert status.state is SensorState.STREAMING
        assert status.rate_hz == pytest.approx(100.0, rel=0.1)
        assert 0.5 < status.lost_percent < 4.0
        assert 60.0 < status.battery_percent < 96.0
        assert (status.reconnects, len(status.serial)) == (0, 16)
    assert 0.0 < good.snapshots[-1].skew_ms < 10.0


def test_the_trace_is_the_last_twenty_seconds_of_what_came_out(good):
    trace, last = good.snapshots[-1].trace, good.block[-2000:]
    np.testing.assert_allclose(trace.t_s, (last.t_ns - START_NS) * 1e-9, atol=1e-9)
    for mine, theirs in (("flexion_deg", last.flexion_deg), ("sigma_deg", last.sigma_deg),
                         ("valid", last.valid), ("oriented", last.oriented),
                         ("thigh_tilt_deg", last.thigh_tilt_deg), ("shank_tilt_deg", last.shank_tilt_deg),
                         ("thigh_elevation_deg", last.thigh_elevation_deg),
                         ("thigh_acc_g", last.thigh_dynamic_g[:, 1]),
                         ("shank_acc_g", last.shank_dynamic_g[:, 1])):
        np.testing.assert_array_equal(getattr(trace, mine), theirs, err_msg=mine)


def test_the_knee_of_a_snapshot_is_the_newest_row(good):
    newest = good.snapshots[-1].knee
    assert newest.flexion_deg == good.block.flexion_deg[-1]
    assert newest.sigma_deg == good.block.sigma_deg[-1]


def test_half_a_second_without_data_is_stale(worn):
    session = Session(Side.RIGHT)
    session.push(until(worn.inputs, 40.0))
    assert session.snapshot().knee.valid
    session.push(ticks(40.0, 40.4))
    assert session.snapshot().knee.valid
    session.push(ticks(40.4, 40.8))
    knee = session.snapshot().knee
    assert not knee.valid
    assert (knee.flexion_deg, knee.sigma_deg, knee.reason) == (0.0, 0.0, Reason.NO_DATA)
    assert 0.5 < knee.age_s < 1.0


def test_a_silent_sensor_is_a_problem_until_it_sends(worn):
    session = Session(Side.RIGHT)
    session.push(until(worn.inputs, 40.0))
    session.push([LinkEvent(SHANK, at(40.0), LinkKind.SILENT, {"seconds": 1.0})])
    assert problems(session) == {"right_shank_link"}
    rest = [one for one in worn.inputs if one.t_host_ns >= at(40.0)]
    session.push(rest[:60])
    assert problems(session) == set()


def test_a_low_battery_and_refused_packets_are_said(worn):
    session = Session(Side.RIGHT)
    session.push(until(worn.inputs, 10.0))
    session.push([LinkEvent(THIGH, at(10.0), LinkKind.BATTERY, {"percent": 8})])
    assert problems(session) == {"right_thigh_battery"}
    session.push([LinkEvent(THIGH, at(10.1), LinkKind.BATTERY, {"percent": 90})])
    assert problems(session) == set()


def test_clocks_that_may_be_apart_are_a_problem_while_they_may():
    session = Session(Side.RIGHT)
    session.skew_ms.append(22.0)
    assert "22 ms apart" in session.snapshot().problems[0].sentence
    session.skew_ms.append(2.0)
    assert session.snapshot().problems == ()


def test_marks_are_kept_with_their_time(bad):
    mark, = bad.snapshots[-1].marks
    assert (mark.t_s, mark.text) == (pytest.approx(36.2), "here")
    assert bad.snapshot_at(35.0).marks == ()


def test_pain_and_pause(bad):
    assert bad.snapshot_at(32.0).pain is None
    assert bad.snapshots[-1].pain == 3
    assert not bad.snapshot_at(35.0).paused
    assert bad.snapshots[-1].paused


@pytest.mark.parametrize("then", [(EventKind.PAIN, {"score": 2}), (EventKind.EXERCISE, {"id": "squat"})])
def test_too_much_pain_is_the_first_thing_said_until_it_is_less(worn, then):
    session = Session(Side.RIGHT)
    session.push(until(worn.inputs, 10.0))
    session.push([LinkEvent(SHANK, at(10.0), LinkKind.SILENT, {"seconds": 1.0}),
                  SessionEvent(at(10.0), EventKind.PAIN, {"score": 5}), *ticks(10.1, 13.0)])
    first, second = session.snapshot().problems
    assert (first.id, first.severity, second.id) == ("pain", Severity.PROBLEM, "right_shank_link")
    assert first.sentence == "Stop this exercise and ask your therapist: pain 5 is above the limit of 3."
    assert first in session.warnings()
    session.push([SessionEvent(at(13.0), *then), *ticks(13.1, 16.0)])
    assert problems(session) == {"right_shank_link"}


def test_an_event_without_any_data_happens_after_a_while():
    session = Session(Side.RIGHT)
    session.push([SessionEvent(at(0.0), EventKind.PAIN, {"score": 6}), *ticks(0.1, 1.5)])
    assert session.snapshot().pain is None
    session.push(ticks(1.5, 2.5))
    assert session.snapshot().pain == 6


def test_what_still_waits_happens_at_the_end():
    session = Session(Side.RIGHT)
    session.push([SessionEvent(at(0.0), EventKind.PAIN, {"score": 6})])
    session.finish()
    assert session.snapshot().pain == 6


def reasons(block_run: Run, from_s: float, to_s: float) -> set[int]:
    return set(block_run.block.reason[(block_run.t_s >= from_s) & (block_run.t_s < to_s)].tolist())


def test_a_silence_is_said_and_left_behind_within_a_second_and_a_half(bad):
    """The thigh is silent from 33.0 to 33.8 s and the shank off from 36.0 to 37.0 s."""
    assert reasons(bad, 33.1, 33.2) == {Reason.NO_DATA}
    assert reasons(bad, 33.9, 34.3) == {Reason.SETTLING}
    assert Reason.NO_DATA not in reasons(bad, 34.0, 35.9)
    for back_s, end_s in ((33.8 + 1.5, 35.9), (37.0 + 1.5, 40.9)):
        known = (bad.t_s >= back_s) & (bad.t_s < end_s) & (bad.block.reason != Reason.GAP)
        assert bad.block.valid[known].all()
        assert known.sum() > 40


def test_after_a_silence_the_angle_is_right_again(bad, worn):
    for from_s, to_s in ((35.3, 36.0), (38.5, 42.0)):
        part = (bad.t_s >= from_s) & (bad.t_s < to_s) & bad.block.valid
        truth = np.interp(bad.t_s[part], worn.truth.t_s, worn.truth.flexion_deg)
        assert np.sqrt(((bad.block.flexion_deg[part] - truth) ** 2).mean()) < 4.0


def test_a_short_loss_is_bridged_and_stays_valid(good):
    """Bursts of one and two packets are, of three and four (over 50 ms) are a gap."""
    after = good.t_s > 32.0
    gap = good.block.reason == Reason.GAP
    bridged = good.block.interpolated & after & ~gap
    assert bridged.sum() > 20
    assert good.block.valid[bridged].all()
    assert (gap & after).sum() > 20
    assert good.block.interpolated[gap].all()
    assert set(good.block.reason[after & ~good.block.valid].tolist()) == {Reason.GAP}


def test_a_reconnection_is_counted_and_loss_goes_on_being_known(bad):
    thigh, shank = bad.snapshots[-1].sensors
    assert (thigh.reconnects, shank.reconnects) == (0, 1)
    assert thigh.lost_percent > 1.5


def test_a_started_and_cancelled_calibration_keeps_the_old_one(bad):
    running, after = bad.snapshot_at(42.0), bad.snapshot_at(47.0)
    assert running.calibration.state is CalibrationState.RUNNING
    assert running.knee.valid
    assert after.calibration.state in (CalibrationState.GOOD, CalibrationState.POOR)
    assert after.calibration.source == "guided"


def test_nobody_asks_and_it_calibrates_itself(worn):
    unasked = [one for one in worn.inputs
               if not (isinstance(one, SessionEvent) and one.kind is EventKind.CALIBRATION)]
    session = Session(Side.RIGHT)
    blocks = session.push(until(unasked, 45.0)).blocks
    assert session.calibration.source == "automatic"
    assert LegBlock.join(list(blocks)).valid[-1]
    forbidden = Session(Side.RIGHT, automatic=False)
    forbidden.push(until(unasked, 45.0))
    assert forbidden.calibration is None
    assert forbidden.snapshot().calibration.state is CalibrationState.MISSING


def test_a_given_calibration_holds_from_the_first_row(worn, good):
    session = Session(Side.RIGHT, calibration=good.session.calibration)
    block = LegBlock.join(list(session.push(until(worn.inputs, 12.0)).blocks))
    assert block.valid[(block.t_ns - START_NS) > 3e9].mean() > 0.9
    assert Reason.UNCALIBRATED not in set(block.reason.tolist())


def test_the_other_legs_sensors_are_not_taken_in(worn):
    session = Session(Side.LEFT)
    assert session.push(until(worn.inputs, 5.0)).blocks == ()
    assert {status.state for status in session.snapshot().sensors} == {SensorState.SEARCHING}
