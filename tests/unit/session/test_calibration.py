"""Bad calibrations driven from packets: each is refused with its step and why, never used in silence."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from calibration.model import Calibration
from calibration.saved import SavedCalibration
from firmware_protocol.packets import DataFlag
from monitor.session import Session, documents
from monitor.snapshot import CalibrationState
from monitor.values import (
    EventKind,
    Input,
    Placement,
    Received,
    Segment,
    SessionEvent,
    Side,
)
from monitor.virtual.motions import EXERCISES
from monitor.virtual.motions.calibration import CALIBRATIONS
from monitor.virtual.simulate import START_NS, simulate

SHANK = Placement(Side.RIGHT, Segment.SHANK)
USUAL = {"soft_tissue_deg": 6.0, "bias_deg_s": 0.5, "loss_percent": 2.0, "rate_hz": 100}


def at(t_s: float) -> int:
    return START_NS + round(t_s * 1e9)


def told(inputs: tuple[Input, ...] | list[Input]) -> tuple[set[str], Session]:
    """Everything that the screen said of the calibration, each half second."""
    session, said = Session(Side.RIGHT, automatic=False, watch_exercises=False), set()
    times = np.array([one.t_host_ns for one in inputs])
    edges = np.searchsorted(times, np.arange(times[0], times[-1] + 500_000_000, 500_000_000))
    for first, last in zip(edges, [*edges[1:], len(inputs)], strict=True):
        session.push(inputs[first:last])
        said.add(session.snapshot().calibration.sentence)
    return said, session


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Input]]:
    """A guided calibration whose poses are leaned sideways (degrees) in the swings or the bends."""
    def inputs(swings_deg: float, bends_deg: float) -> list[Input]:
        usual = CALIBRATIONS["calibration"]
        leaned = replace(usual, forward=replace(usual.forward, hip_abduction=swings_deg),
                         backward=replace(usual.backward, hip_abduction=-0.5 * swings_deg),
                         bent=replace(usual.bent, hip_abduction=bends_deg))
        monkeypatch.setitem(EXERCISES, "calibration", leaned)
        return list(simulate(["calibration"], seed=1, **USUAL).inputs)
    return inputs


def test_diagonal_movement_only_is_asked_for_again(moved: Callable[..., list[Input]]) -> None:
    said, session = told(moved(20.0, 20.0))
    assert any("swung sideways" in one and "repeat the swings" in one for one in said)
    assert session.calibration is None
    assert session.watch is not None
    assert session.watch.calibrator.procedure is not None
    assert session.watch.calibrator.procedure.step == "swings"


def test_bends_to_the_side_after_straight_swings_do_no_harm(moved: Callable[..., list[Input]]) -> None:
    assert isinstance(told(moved(0.0, 15.0))[1].calibration, Calibration)


def test_a_sensor_that_is_silent_for_part_of_a_step(worn) -> None:
    """The swings are over when it comes back: the guide waits for them."""
    inputs = [one for one in worn.inputs if not (isinstance(one, Received) and one.placement == SHANK
                                                 and at(9.0) <= one.t_host_ns < at(10.5))]
    said, session = told([one for one in inputs if one.t_host_ns < at(15.0)])
    assert any("One sensor was silent" in one and "repeat this step" in one for one in said)
    assert session.calibration is None


def at_the_limit(one: Input) -> Input:
    """A packet of the shank sensor with the largest rate that its numbers hold in the first sample."""
    if not isinstance(one, Received) or one.placement != SHANK or not at(9.0) <= one.t_host_ns < at(10.0):
        return one
    flags = struct.pack("<B", one.payload[1] | DataFlag.GYR_SATURATED)
    return replace(one, payload=one.payload[:1] + flags + one.payload[2:18] + struct.pack("<h", 32767)
                   + one.payload[20:])


def test_a_gyro_at_its_limit(worn) -> None:
    said, session = told([at_the_limit(one) for one in worn.inputs if one.t_host_ns < at(15.0)])
    assert any("faster than the sensors can follow" in one and "repeat this step" in one for one in said)
    assert session.calibration is None


@pytest.fixture(scope="module")
def saved(worn) -> dict[str, object]:
    _, session = told(worn.inputs)
    (text,) = documents(session).values()
    kept: dict[str, object] = json.loads(text)
    return kept


@pytest.fixture(scope="module")
def again() -> list[Input]:
    """The same straps in a session of their own, without a guide."""
    return [one for one in simulate(["stand:4", "squat:2"], seed=1, **USUAL).inputs
            if not isinstance(one, SessionEvent) or one.kind is not EventKind.CALIBRATION]


def used(saved: dict[str, object], inputs: list[Input], at_s: float = 0.01) -> Session:
    use = SessionEvent(at(at_s), EventKind.CALIBRATION, {"action": "use", "saved": saved})
    session = Session(Side.RIGHT, watch_exercises=False)
    session.push(sorted([*inputs, use], key=lambda one: one.t_host_ns))
    return session


@pytest.mark.parametrize("at_s", [0.01, 3.0])
def test_a_saved_calibration_holds_for_the_same_straps(saved, again, at_s) -> None:
    session = used(saved, again, at_s)
    assert session.snapshot().calibration.state is CalibrationState.GOOD
    assert session.snapshot().knee.valid
    assert documents(session).keys() == {"calibration_right.json"}


def test_a_calibration_that_is_taken_back_gives_way_to_the_one_before(saved, worn) -> None:
    before = replace(SavedCalibration.from_json(saved).calibration, zero_sigma_deg=2.5)
    session = Session(Side.RIGHT, calibration=before, watch_exercises=False)
    session.push(worn.inputs)
    assert session.calibration is not None
    assert session.calibration.zero_sigma_deg != 2.5
    for _ in range(2):
        undo = SessionEvent(worn.inputs[-1].t_host_ns, EventKind.UNDO, {"of": "calibration"})
        session.push([undo])
        session.finish()
        assert session.calibration == before
        assert session.snapshot().calibration.state is CalibrationState.GOOD


def test_where_there_was_no_calibration_before_the_new_one_stays(worn) -> None:
    session = Session(Side.RIGHT, automatic=False, watch_exercises=False)
    undo = SessionEvent(worn.inputs[-1].t_host_ns, EventKind.UNDO, {"of": "calibration"})
    session.push([*worn.inputs, undo])
    session.finish()
    assert session.snapshot().calibration.state is CalibrationState.GOOD


@pytest.mark.parametrize(("name", "value", "sentence"), [
    ("patient", "somebody", "another person"), ("side", "left", "left leg"),
    ("shank_serial", "77", "other sensors"), ("declared", False, "other sensors")])
def test_a_saved_calibration_of_another_is_refused(saved, again, name, value, sentence) -> None:
    other = {**saved, "wearer": {**saved["wearer"], name: value}}
    status = used(other, [one for one in again if one.t_host_ns < at(3.0)]).snapshot()
    assert status.calibration.state is CalibrationState.REFUSED
    assert sentence in status.calibration.sentence
    assert any(sentence in problem.sentence for problem in status.problems)
    assert not status.knee.valid


@pytest.mark.parametrize("nonsense", [None, 3, "text", [], {}, {"wearer": None}])
def test_a_saved_calibration_that_cannot_be_read_is_refused(again, nonsense) -> None:
    status = used(nonsense, [one for one in again if one.t_host_ns < at(3.0)]).calibration_status()
    assert (status.state, status.sentence) == (
        CalibrationState.REFUSED, "The calibration cannot be read; calibrate again.")


def test_taps_after_the_bends_check_the_clocks() -> None:
    said, session = told(simulate(["calibration", "tap:3"], seed=2, **USUAL).inputs)
    assert any("tap both sensors" in one for one in said)
    clock = session.calibration.clock
    assert clock.taps == 3
    assert abs(clock.skew_ms) < 5.0
    assert clock.sigma_ms < 5.0
    assert dict(session.snapshot().calibration.quality)["clocks_apart_ms"] == clock.skew_ms
