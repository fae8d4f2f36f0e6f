"""Stances on one leg, and how much the leg sways in them."""

import numpy as np
import pytest

from monitor.exercises.balance import StanceDetector, against_firm_ground, sway_of, touch_downs
from monitor.exercises.engine import ExerciseEngine
from monitor.exercises.history import History
from monitor.values import EventKind, SessionEvent, Side

RATE = 100.0
G = 9.80665


def stance(make_leg, *parts):
    """Parts of (seconds, sway in degrees a second RMS); the leg sways at 0.4 Hz in both planes."""
    rates = np.concatenate([np.full(round(s * RATE), size) for s, size in parts])
    t = np.arange(len(rates)) / RATE
    omega = 2 * np.pi * 0.4
    forward = np.radians(rates * np.cos(omega * t))
    side = np.radians(rates * np.cos(omega * t + 1.0))
    lean_x, lean_z = (np.radians(rates) * np.sin(omega * t + phase) / omega for phase in (0.0, 1.0))
    acc = G * np.stack([lean_x, np.ones_like(t), lean_z], axis=1)
    gyr = np.stack([side, 0 * t, forward], axis=1)
    return make_leg(RATE, flexion=np.full(len(t), 5.0), elevation=np.full(len(t), -87.0), thigh_acc_m_s2=acc,
                    shank_acc_m_s2=acc.copy(), thigh_gyr_rad_s=gyr, shank_gyr_rad_s=gyr.copy())


def trials(leg):
    history = History(RATE)
    detector = StanceDetector(history, RATE, 0, "single_leg_stance")
    found = []
    for start in range(0, len(leg), 500):
        history.push(leg[start:start + 500])
        found += detector.push(leg[start:start + 500], start)
    last = detector.finish()
    return found if last is None else [*found, last]


def test_a_stance_between_two_legs_is_found(make_leg):
    [trial] = trials(stance(make_leg, (10, 0.3), (30, 3.0), (10, 0.3)))
    assert trial.result.start_s == pytest.approx(10, abs=1.5)
    assert trial.result.duration_s == pytest.approx(30, abs=3.0)


def test_standing_on_two_legs_is_no_stance(make_leg):
    assert trials(stance(make_leg, (60, 0.4))) == []


def test_stepping_about_is_no_stance(make_leg):
    assert trials(stance(make_leg, (5, 0.3), (20, 90.0), (5, 0.3))) == []


def test_a_short_stand_is_no_trial(make_leg):
    assert trials(stance(make_leg, (10, 0.3), (3, 3.0), (10, 0.3))) == []


def test_more_sway_is_more_of_every_quantity(make_leg):
    calm, lively = (sway_of(stance(make_leg, (20, size))) for size in (2.0, 6.0))
    assert lively.rms == pytest.approx(3 * calm.rms, rel=0.05)
    assert lively.path == pytest.approx(3 * calm.path, rel=0.05)
    assert lively.jerk == pytest.approx(9 * calm.jerk, rel=0.1)
    assert lively.ellipse_area == pytest.approx(9 * calm.ellipse_area, rel=0.1)
    assert calm.mean_frequency_hz == pytest.approx(0.4, abs=0.1)


def test_jolts_apart_are_touch_downs(make_leg):
    leg = stance(make_leg, (30, 3.0))
    for at in (500, 505, 1500):
        leg.thigh_dynamic_g[at, 1] = 0.4
    assert touch_downs(leg) == 2


def test_a_planned_stance_is_a_trial_of_its_name(make_leg):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="t_stance")
    engine.push(stance(make_leg, (10, 0.3), (15, 3.0), (10, 0.3)))
    engine.finish()
    assert [t.exercise for t in engine.balance] == ["t_stance"]


def named(engine, *exercises, at_s=50.0):
    for place, exercise in enumerate(exercises):
        engine.event(SessionEvent(round(place * at_s * 1e9), EventKind.EXERCISE, {"id": exercise}))


def test_an_unsteady_surface_is_held_against_firm_ground_before_or_after(make_leg):
    firm, soft = ((10, 0.3), (30, 2.0), (10, 0.3)), ((10, 0.3), (30, 6.0), (10, 0.3))
    for first in (True, False):
        engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
        names = ("single_leg_stance", "bosu_balance")
        named(engine, *(names if first else names[::-1]))
        engine.push(stance(make_leg, *(firm + soft if first else soft + firm)))
        engine.finish()
        ratios = {trial.exercise: trial.sway_ratio_to_baseline for trial in engine.balance}
        assert ratios["single_leg_stance"] is None
        assert ratios["bosu_balance"] == pytest.approx(3.0, rel=0.1)


def test_without_firm_ground_there_is_nothing_to_compare_with(make_leg):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="bosu_balance")
    engine.push(stance(make_leg, (10, 0.3), (30, 6.0), (10, 0.3)))
    engine.finish()
    assert [trial.sway_ratio_to_baseline for trial in engine.balance] == [None]
    assert against_firm_ground(()) == ()


def test_a_trial_tells_the_stance_knee_angle_and_how_fast_it_sways(make_leg):
    [trial] = trials(stance(make_leg, (10, 0.3), (30, 3.0), (10, 0.3)))
    assert trial.result.measures["flexion_held_deg"] == pytest.approx(5.0)
    assert trial.result.measures["mean_frequency_hz"] == pytest.approx(0.4, abs=0.1)


def test_a_stance_can_be_watched_and_is_followed_by_its_rest(make_leg):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="single_leg_stance")
    leg = stance(make_leg, (10, 0.3), (30, 3.0), (10, 0.3))
    engine.push(leg[:round(25 * RATE)])
    now = engine.progress()
    assert (now.phase, now.hold_prescribed_s, now.set_number) == ("holding", 30.0, 1)
    assert now.hold_s == pytest.approx(15.0, abs=1.0)
    engine.push(leg[round(25 * RATE):])
    now = engine.progress()
    assert (now.phase, now.set_number) == ("rest", 2)
    assert now.rest_left_s == pytest.approx(20.0, abs=2.0)


def test_slow_raises_of_the_standing_leg_are_no_stance(make_leg, make_repeated):
    lift = make_repeated(RATE, 6, 20.0)
    rates = np.stack([0 * lift, 0 * lift, np.radians(np.gradient(lift, 1 / RATE)) + 0.04], axis=1)
    assert trials(make_leg(RATE, flexion=0 * lift, elevation=lift - 90.0, thigh_gyr_rad_s=rates)) == []


def test_after_the_last_stance_it_is_done(make_leg):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    engine.event(SessionEvent(0, EventKind.EXERCISE, {"id": "t_stance", "prescribed": {"sets": 1}}))
    engine.push(stance(make_leg, (10, 0.3), (15, 3.0), (10, 0.3)))
    assert (engine.progress().phase, engine.progress().set_number) == ("done", 1)
