from dataclasses import replace

import pytest

from calibration.model import Motion
from monitor.pipeline.calibrator import MISSING, SETTLED_S, Calibrator, status_of
from monitor.pipeline.chain import motion_of
from monitor.pipeline.pair import SensorPair
from monitor.snapshot import CalibrationState
from monitor.values import EventKind, LinkEvent, Received, SessionEvent, Side
from monitor.virtual.simulate import START_NS


@pytest.fixture(scope="module")
def motion(worn) -> Motion:
    """A session's whole motion: rest, swings and bends until 29 s, then squats and leg raises."""
    pair = SensorPair(Side.RIGHT)
    for one in worn.inputs:
        if isinstance(one, Received | LinkEvent):
            pair.push(one)
    block, = pair.take()
    return motion_of(block)


def asked(action="start", **detail):
    return SessionEvent(START_NS, EventKind.CALIBRATION, {"action": action, **detail})


def feed(calibrator, motion, from_s, to_s):
    """What the calibrator found between two times, and when."""
    start = START_NS * 1e-9
    part = motion.between(start + from_s, start + to_s)
    for first in range(0, len(part) - calibrator.step_rows + 1, calibrator.step_rows):
        found = calibrator.push(part[first:first + calibrator.step_rows])
        if found is not None:
            return found, calibrator.now_s - start
    return None, None


def test_guided_from_the_request_to_the_calibration(motion):
    calibrator = Calibrator(Side.RIGHT, 100.0, automatic=False)
    assert not calibrator.active
    assert calibrator.status().sentence == MISSING
    calibrator.command(asked())
    assert calibrator.active
    assert feed(calibrator, motion, 0.5, 4.0) == (None, None)
    status = calibrator.status()
    assert (status.state, status.step, status.source) == (CalibrationState.RUNNING, "still", "guided")
    assert status.stillness > 0.3
    found, at_s = feed(calibrator, motion, 4.0, 40.0)
    assert 20.0 < at_s < 31.0
    assert calibrator.calibration is found
    assert calibrator.status().step == "taps"
    calibrator.command(asked("skip"))
    assert not calibrator.active
    assert calibrator.status().state is CalibrationState.GOOD
    assert dict(calibrator.status().quality)["range_deg"] > 60.0


def test_cancel_ends_it(motion):
    calibrator = Calibrator(Side.RIGHT, 100.0, automatic=False)
    calibrator.command(asked())
    feed(calibrator, motion, 0.5, 10.0)
    calibrator.command(asked("cancel"))
    assert not calibrator.active
    assert calibrator.status().state is CalibrationState.MISSING


def test_redo_repeats_the_step(motion):
    calibrator = Calibrator(Side.RIGHT, 100.0, automatic=False)
    calibrator.command(asked())
    feed(calibrator, motion, 0.5, 10.0)
    assert calibrator.status().step == "swings"
    assert calibrator.status().progress > 0.0
    calibrator.command(asked("redo"))
    assert (calibrator.status().step, calibrator.status().progress) == ("swings", 0.0)


def test_redo_without_a_procedure_is_nothing():
    calibrator = Calibrator(Side.RIGHT, 100.0)
    calibrator.command(asked("redo"))
    assert calibrator.procedure is None


def test_the_lying_variant_can_be_asked_for():
    calibrator = Calibrator(Side.RIGHT, 100.0)
    calibrator.command(asked(variant="lying"))
    assert "on your back" in calibrator.status().sentence


def test_without_a_guide_it_finds_one_itself(motion):
    calibrator = Calibrator(Side.RIGHT, 100.0)
    found, at_s = feed(calibrator, motion, 0.0, 60.0)
    assert found.source == "automatic"
    assert at_s > 10.0
    assert found.quality.range_deg > 25.0


def test_why_there_is_none_yet_is_said(motion):
    calibrator = Calibrator(Side.RIGHT, 100.0)
    rest = motion.between(START_NS * 1e-9 + 1.0, START_NS * 1e-9 + 6.0)
    for i in range(6):
        again = Motion(rest.t_s + 5.0 * i, *(getattr(rest, name) for name in Motion.__slots__[1:]))
        feed_all(calibrator, again)
    assert calibrator.calibration is None
    assert "hardly bent" in calibrator.status().sentence


def feed_all(calibrator, motion):
    for first in range(0, len(motion) - calibrator.step_rows + 1, calibrator.step_rows):
        calibrator.push(motion[first:first + calibrator.step_rows])


def test_a_guide_that_ran_is_not_replaced_behind_a_persons_back(motion):
    calibrator = Calibrator(Side.RIGHT, 100.0)
    calibrator.command(asked())
    found, _ = feed(calibrator, motion, 0.0, 60.0)
    assert found.source == "guided"
    calibrator.command(asked("skip"))
    assert not calibrator.active
    calibrator.command(asked())
    calibrator.command(asked("cancel"))
    assert not calibrator.active


def test_a_guide_that_was_cancelled_leaves_the_search_to_go_on(motion):
    calibrator = Calibrator(Side.RIGHT, 100.0)
    calibrator.command(asked())
    calibrator.command(asked("cancel"))
    assert calibrator.active
    found, _ = feed(calibrator, motion, 0.0, 60.0)
    assert found.source == "automatic"


@pytest.mark.parametrize(("residual_deg", "state"), [(5.0, CalibrationState.GOOD),
                                                    (15.0, CalibrationState.POOR)])
def test_a_poor_fit_is_called_one(motion, residual_deg, state):
    calibrator = Calibrator(Side.RIGHT, 100.0)
    found, _ = feed(calibrator, motion, 0.0, 60.0)
    quality = replace(found.quality, residual_deg=residual_deg, repeatability_deg=2.0)
    status = status_of(replace(found, quality=quality), found.to_s + 12.0)
    assert status.state is state
    assert status.age_s == pytest.approx(12.0, abs=1e-3)
    assert ("tighten the straps" in status.sentence) == (state is CalibrationState.POOR)


def test_the_search_goes_on_for_a_minute_and_ends_once_all_was_seen(motion):
    again = replace(motion, t_s=motion.t_s + float(motion.t_s[-1] - motion.t_s[0]) + 0.01)
    calibrator, at_s = Calibrator(Side.RIGHT, 100.0), 0.0
    while calibrator.active:
        found, at_s = feed(calibrator, Motion.join([motion, again]), at_s, 150.0)
        assert found is not None, "it would search for ever"
    assert at_s > SETTLED_S
    assert calibrator.calibration.quality.range_deg > 60.0
    assert calibrator.status().state is CalibrationState.GOOD


@pytest.mark.parametrize("worse", [{"repeatability_deg": 9.0}, {"residual_deg": 13.0}])
def test_a_poor_fit_found_later_replaces_no_good_one(motion, monkeypatch, worse):
    calibrator = Calibrator(Side.RIGHT, 100.0)
    good, at_s = feed(calibrator, motion, 0.0, 60.0)
    poor = replace(good, quality=replace(good.quality, **worse))
    monkeypatch.setattr("monitor.pipeline.calibrator.calibrate_automatically", lambda *_, **__: poor)
    assert feed(calibrator, motion, at_s, 60.0) == (None, None)
    assert calibrator.calibration is good
    assert calibrator.active


def test_a_zero_in_doubt_is_told(motion):
    found, _ = feed(Calibrator(Side.RIGHT, 100.0), motion, 0.0, 60.0)
    status = status_of(replace(found, zero_sigma_deg=8.0), found.to_s)
    assert status.state is CalibrationState.POOR
    assert status.sentence.startswith("Zero uncertain: stand still")
