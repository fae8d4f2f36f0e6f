"""Live, a repetition and a hold are in the snapshot within 150 ms of the motion that makes them certain."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from monitor.session import Session
from monitor.values import Side, Tick
from monitor.virtual.motions.spec import Spec
from monitor.virtual.simulate import START_NS, Simulation, simulate

LATEST_S = 0.150
BACK_SHARE = 0.1       # of the way left: the repetition is over
TURNING_S = 0.25       # a leg that only turns round stands still for less
LOOK_S = 0.02          # a screen looks about so often
SUNK_SHARE = 0.8       # of the way kept: clearly below the 85 % that count as held


@pytest.fixture(scope="module")
def raises() -> Simulation:
    return simulate(["calibration", Spec("straight_leg_raise_supine", 3, 2.0)], side=Side.RIGHT, seed=5,
                    rate_hz=100)


@pytest.fixture(scope="module")
def seen(raises) -> list[tuple[float, int, bool]]:
    """Time, repetitions and whether a hold shows, in the snapshot after each input that arrives live."""
    session, found = Session(Side.RIGHT, exercise="straight_leg_raise_supine"), []
    begin_s = raises.truth.events["exercises"][-1]["start_s"] - 1.0
    for one in raises.inputs:
        session.push([one])
        now_s = (one.t_host_ns - raises.inputs[0].t_host_ns) * 1e-9
        if now_s > begin_s and not isinstance(one, Tick):
            exercise = session.snapshot().exercise
            assert exercise is not None
            found.append((now_s, exercise.reps_counted, exercise.phase == "holding"))
    return found


def moments(simulation: Simulation, share: float) -> list[float]:
    """When the leg truly sinks below a share of each raise's height."""
    truth, times = simulation.truth, []
    for rep in simulation.truth.events["exercises"][-1]["repetitions"]:
        part = (truth.t_s > rep["lower_s"]) & (truth.t_s < rep["end_s"] + 1.0)
        low, high = rep["elevation_min_deg"], rep["elevation_max_deg"]
        below = truth.thigh_elevation_deg[part] < low + share * (high - low)
        times.append(float(truth.t_s[part][int(np.argmax(below))]))
    return times


def test_a_repetition_is_in_the_snapshot_when_the_leg_is_back(raises, seen):
    for number, back_s in enumerate(moments(raises, BACK_SHARE), start=1):
        shown_s = next(t for t, counted, _ in seen if counted >= number)
        assert shown_s - back_s <= LATEST_S


def test_a_hold_is_in_the_snapshot_when_the_leg_stands_still_and_gone_when_it_sinks(raises, seen):
    repetitions = raises.truth.events["exercises"][-1]["repetitions"]
    for rep, sunk_s in zip(repetitions, moments(raises, SUNK_SHARE), strict=True):
        held = [t for t, _, holding in seen if holding and rep["start_s"] < t < rep["end_s"]]
        assert held[0] - (rep["top_s"] + TURNING_S) <= LATEST_S
        assert held[-1] - sunk_s <= LATEST_S


def looked_at(name: str) -> tuple[list[tuple[float, int, str]], list[dict[str, float]]]:
    """Time, repetitions and phase whenever a screen looks, and two true repetitions."""
    made = simulate(["calibration", Spec(name, 2)], side=Side.RIGHT, seed=3, rate_hz=100)
    truth = made.truth.events["exercises"][-1]["repetitions"]
    session = Session(Side.RIGHT, exercise=name)
    looks_s = np.arange(truth[0]["start_s"] - 1.0, truth[-1]["end_s"] + 2.0, LOOK_S)
    looks = np.searchsorted([one.t_host_ns for one in made.inputs], START_NS + np.round(looks_s * 1e9))
    session.push(made.inputs[:looks[0]])
    found = []
    for (first, last), now_s in zip(pairwise(looks), looks_s[1:], strict=False):
        session.push(made.inputs[first:last])
        exercise = session.snapshot().exercise
        assert exercise is not None
        found.append((float(now_s), exercise.reps_counted, exercise.phase))
    return found, truth


@pytest.mark.parametrize("name", ["squat", "short_arc_quad", "step_up", "double_leg_hop"])
def test_every_kind_of_repetition_is_in_the_snapshot_when_it_is_over(name):
    found, truth = looked_at(name)
    for number, repetition in enumerate(truth, start=1):
        shown_s = next(now_s for now_s, counted, _ in found if counted >= number)
        assert repetition["start_s"] < shown_s < repetition["end_s"] + LATEST_S


@pytest.mark.parametrize("name", ["short_arc_quad", "straight_leg_raise_side"])
def test_holds_in_every_signal_are_in_the_snapshot_while_they_last(name):
    found, truth = looked_at(name)
    for repetition in truth:
        shown_s = next(now_s for now_s, _, phase in found
                       if phase == "holding" and now_s > repetition["start_s"])
        assert shown_s < repetition["top_s"] + TURNING_S + LATEST_S
