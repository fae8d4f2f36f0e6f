"""Simulated patients through the whole path, from packets to sets: what must come out, number for number."""

from __future__ import annotations

import pytest

from monitor.exercises.engine import ExerciseEngine
from monitor.session import Session
from monitor.values import Side
from monitor.virtual.motions.spec import Spec
from monitor.virtual.simulate import Simulation, simulate


def engine_after(simulation: Simulation, side: Side, exercise: str | None) -> ExerciseEngine:
    session = Session(side, exercise=exercise)
    session.push(simulation.inputs)
    session.finish()
    assert session.engine is not None
    return session.engine


@pytest.mark.parametrize(("name", "reps", "side"), [
    ("straight_leg_raise_supine", 4, Side.LEFT), ("sit_to_stand", 4, Side.RIGHT), ("squat", 4, Side.LEFT),
    ("clamshell", 4, Side.RIGHT)])
def test_sets_are_counted_held_and_recognised(name, reps, side):
    simulation = simulate(["calibration", Spec(name, reps)], side=side, seed=21, rate_hz=100,
                          soft_tissue_deg=6.0, bias_deg_s=0.5, loss_percent=2.0)
    truth = simulation.truth.events["exercises"][-1]["repetitions"]
    for exercise in (name, None):
        [one] = engine_after(simulation, side, exercise).sets
        found = [r for r in one.reps if r.counted]
        assert one.exercise == name
        assert len(found) == reps
        for true, rep in zip(truth, found, strict=True):
            assert rep.start_s == pytest.approx(true["start_s"], abs=0.4)
            assert rep.hold_s == pytest.approx(true["hold_s"], abs=0.3)


@pytest.mark.parametrize("blocks_of", [40, 2000])
def test_squats_then_raises_are_told_apart_in_any_blocks(blocks_of):
    simulation = simulate(["calibration", "squat:3", "straight_leg_raise_supine:3x3"], side=Side.RIGHT,
                          seed=2, rate_hz=100, soft_tissue_deg=6.0, bias_deg_s=0.5, loss_percent=2.0)
    session = Session(Side.RIGHT)
    for first in range(0, len(simulation.inputs), blocks_of):
        session.push(simulation.inputs[first:first + blocks_of])
    session.finish()
    assert session.engine is not None
    assert [(s.exercise, sum(r.counted for r in s.reps)) for s in session.engine.sets] == [
        ("squat", 3), ("straight_leg_raise_supine", 3)]


def test_a_form_error_is_found_where_it_was_made():
    spec = Spec("straight_leg_raise_supine", 4, form_error="knee_not_locked", form_error_reps=(2,))
    simulation = simulate(["calibration", spec], side=Side.RIGHT, seed=22, rate_hz=100)
    [one] = engine_after(simulation, Side.RIGHT, "straight_leg_raise_supine").sets
    assert ["knee_not_locked" in r.form for r in one.reps] == [False, True, False, False]


def test_hops_are_landed_in_time_and_height():
    simulation = simulate(["calibration", "double_leg_hop:3"], side=Side.RIGHT, seed=23, rate_hz=200)
    engine = engine_after(simulation, Side.RIGHT, "double_leg_hop")
    truth = simulation.truth.events["landings"]
    assert [r.counted for r in engine.sets[0].reps] == [True] * 3
    for true, landing in zip(truth, engine.landings, strict=True):
        assert landing.t_s == pytest.approx(true["t_s"], abs=0.02)
        assert landing.flight_s == pytest.approx(true["flight_s"], abs=0.010)
        assert landing.height_m == pytest.approx(true["height_m"], abs=0.010)
        assert landing.peak_resultant_g == pytest.approx(true["peak_shank_g"], rel=0.03)
        assert not landing.peak_is_lower_bound


def test_walking_is_no_exercise_but_a_bout():
    simulation = simulate(["calibration", "walking:15"], side=Side.RIGHT, seed=24, rate_hz=100)
    for exercise in ("squat", "sit_to_stand"):
        assert not any(r.counted for s in engine_after(simulation, Side.RIGHT, exercise).sets for r in s.reps)
    [bout] = engine_after(simulation, Side.RIGHT, None).sets
    assert (bout.exercise, bout.reps) == ("walking", ())
