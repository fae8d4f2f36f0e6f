"""Both legs in one session: each leg as by itself, and one moment of both."""

from dataclasses import fields, replace

import numpy as np
import pytest

from monitor.leg import ARRAYS, LegBlock
from monitor.session import BothLegs, Session, session_of
from monitor.session.both import both_in_one, lagging_calibration, leading
from monitor.snapshot import CalibrationState, CalibrationStatus, Problem, SensorState, Severity
from monitor.values import EventKind, Legs, LinkEvent, LinkKind, SessionEvent, Side
from monitor.virtual.simulate import START_NS, simulate

SPECS = ("calibration", "squat:3", "straight_leg_raise_supine:3x2")


def at(t_s):
    return START_NS + round(t_s * 1e9)


@pytest.fixture(scope="module")
def worn():
    """Both legs' sensors: squats with both, then leg raises with the left and with the right one."""
    return simulate(SPECS, side=Legs.BOTH, seed=4, rate_hz=100, soft_tissue_deg=3.0, loss_percent=1.0)


@pytest.fixture(scope="module")
def run(worn):
    """The session pushed half a second at a time: its blocks, and a moment after each push."""
    session, blocks, moments = BothLegs(), [], []
    times = np.array([one.t_host_ns for one in worn.inputs])
    edges = np.searchsorted(times, [at(t) for t in np.arange(0.5, 400, 0.5)])
    for first, last in zip([0, *edges], edges, strict=False):
        if last > first:
            blocks += session.push(worn.inputs[first:last]).blocks
            moments.append(session.snapshot())
    session.finish()
    return session, blocks, [*moments, session.snapshot()]


@pytest.fixture(scope="module")
def whole(worn):
    """The same in one push."""
    session = BothLegs()
    blocks = session.push(worn.inputs).blocks
    session.finish()
    return session, blocks


@pytest.mark.parametrize("side", Side)
def test_each_leg_is_bit_for_bit_what_it_is_by_itself_however_the_inputs_are_cut(worn, run, whole, side):
    alone = Session(side, paired=True)
    by_itself = LegBlock.join(list(alone.push(worn.inputs).blocks))
    alone.finish()
    for session, blocks in (run[:2], whole):
        leg = LegBlock.join([block for block in blocks if block.side is side])
        for name in ARRAYS:
            np.testing.assert_array_equal(getattr(leg, name), getattr(by_itself, name), err_msg=name)
        found = next(one for one in session.sessions if one.side is side)
        assert found.engine.sets == alone.engine.sets
        assert found.engine.landings == alone.engine.landings


def test_each_leg_counts_what_it_does_itself(worn, run):
    *_, last = run[2]
    for leg in last.legs:
        counted = {(one.exercise, one.side): sum(rep.counted for rep in one.reps) for one in leg.sets}
        assert counted == {("squat", leg.side): 3, ("straight_leg_raise_supine", leg.side): 3}
    assert [one.start_s for one in last.sets] == sorted(one.start_s for one in last.sets)
    assert len(last.sets) == 4
    for side, leg in zip(Side, last.legs, strict=True):
        raises = next(one for one in leg.sets if one.exercise == "straight_leg_raise_supine")
        truth = next(one for one in worn.truths[side].events["exercises"]
                     if one["exercise"] == "straight_leg_raise_supine")
        assert raises.start_s == pytest.approx(truth["start_s"], abs=3.0)


def test_the_leg_that_exercises_leads_the_screen(run):
    *moments, _ = run[2]
    leading_side = [now.side for now in moments if now.exercise and "raise" in now.exercise.exercise]
    assert set(leading_side) == set(Side)
    assert leading_side == sorted(leading_side), "first the left leg, then the right one"


def test_one_moment_of_both_holds_all_sensors_and_both_legs(run):
    now = run[2][-1]
    assert [sensor.placement for sensor in now.sensors] == list(Legs.BOTH.places)
    assert [leg.side for leg in now.legs] == list(Side)
    assert all(leg.legs == () for leg in now.legs)
    assert now.calibration.state is CalibrationState.GOOD
    assert now.problems == ()


def test_the_calibration_that_lags_is_shown_and_names_its_leg(run):
    def legs(left, right):
        return tuple(replace(leg, calibration=status)
                     for leg, status in zip(run[2][-1].legs, (left, right), strict=True))

    swings, bends = (CalibrationStatus(CalibrationState.RUNNING, "Go on", step=step)
                     for step in ("swings", "bends"))
    refused = CalibrationStatus(CalibrationState.REFUSED, "Again", step="bends")
    good = CalibrationStatus(CalibrationState.GOOD, "Fit good")
    assert lagging_calibration(legs(swings, swings)) == swings
    assert lagging_calibration(legs(bends, swings)).sentence == "Right leg: Go on"
    assert lagging_calibration(legs(good, bends)).step == "bends"
    assert lagging_calibration(legs(refused, swings)).sentence == "Left leg: Again"
    assert lagging_calibration(legs(good, good)) == good


def test_a_lost_sensor_is_named_with_its_leg(worn):
    session = BothLegs()
    session.push(worn.inputs[:3000])
    place = Legs.RIGHT.places[0]
    session.push([LinkEvent(place, worn.inputs[3000].t_host_ns, LinkKind.DISCONNECTED, {"reason": "lost"})])
    now = session.snapshot()
    assert [problem.id for problem in now.problems] == ["right_thigh_link"]
    assert now.problems[0].sentence.startswith("Right leg: The thigh sensor is out of reach")
    assert [sensor.state for sensor in now.sensors].count(SensorState.LOST) == 1


def test_what_people_did_wrong_is_said_once(run):
    said = Problem("exercise", Severity.WARNING, "Pain above the limit: stop here.")
    own = Problem("skew", Severity.WARNING, "The sensors' clocks may be 20 ms apart.")
    left, right = run[2][-1].legs
    both = both_in_one((replace(left, problems=(said, own)), replace(right, problems=(said,))))
    assert [(problem.id, problem.sentence) for problem in both.problems] == [
        ("exercise", said.sentence), ("left_skew", f"Left leg: {own.sentence}")]


def test_what_is_said_of_one_leg_is_not_held_against_the_other(worn):
    session, t_ns = BothLegs(), worn.inputs[-1].t_host_ns
    session.push(worn.inputs)
    session.push([SessionEvent(t_ns, EventKind.PAIN, {"score": 2, "side": "right"}),
                  SessionEvent(t_ns, EventKind.MARK, {"text": "here"})])
    session.finish()
    now = session.snapshot()
    assert [leg.pain for leg in now.legs] == [None, 2]
    assert [one.pain for one in now.sets if one.side is Side.LEFT] == [None, None]
    assert [len(leg.marks) for leg in now.legs] == [1, 1]


def test_the_newest_set_says_whose_it_was(run):
    moments = run[2]
    both = [moment.last_exercised for moment in moments]
    assert both[0] is Legs.BOTH
    by_exercise = {moment.sets[-1].exercise: moment.last_exercised for moment in moments if moment.sets}
    assert by_exercise["squat"] is Legs.BOTH
    assert moments[-1].last_exercised is Legs(moments[-1].sets[-1].side)
    assert moments[-1].legs[0].last_exercised is Legs.LEFT


PLAN = """
patient = "virtual"
side = "right"
[[exercise]]
id = "squat"
sets = 1
reps = 5
"""


def test_a_plan_for_one_leg_leaves_the_other_alone(worn):
    session = BothLegs()
    planned = SessionEvent(START_NS, EventKind.PRESCRIPTION, {"text": PLAN})
    session.push([worn.inputs[0], planned, *worn.inputs[1:]])
    session.finish()
    now = session.snapshot()
    assert {one.side: one.prescribed for one in now.sets if one.exercise == "squat"} == {
        Side.LEFT: None, Side.RIGHT: {"sets": 1, "reps": 5}}
    assert now.problems == ()


def test_one_leg_makes_a_session_of_one():
    assert isinstance(session_of(Legs.BOTH), BothLegs)
    one = session_of(Legs.RIGHT)
    assert isinstance(one, Session)
    assert one.side is Side.RIGHT
    assert one.snapshot().legs == ()
    still = session_of(Legs.BOTH).snapshot()
    assert leading(still.legs).side is Side.LEFT
    assert {f.name for f in fields(still)} == {f.name for f in fields(one.snapshot())}
