"""Presses that hardly move: felt by tremor or by micro-motion, otherwise timed and said to be."""

import numpy as np
import pytest

from monitor.exercises.engine import ExerciseEngine
from monitor.exercises.tremor import Tremor
from monitor.leg import Posture
from monitor.values import EventKind, SessionEvent, Side

RATE = 100.0
G = 9.80665


def presses(make_leg, make_repeated, *, sink_deg, tremor_m_s2, reps=6):
    """A lying leg that presses `reps` times for five seconds."""
    effort = make_repeated(RATE, reps, 1.0, lift_s=0.6, hold_s=5.0, lower_s=0.8, rest_s=2.5)
    rng = np.random.default_rng(3)
    t = np.arange(len(effort)) / RATE
    shake = np.sin(2 * np.pi * 22 * t) * np.sqrt(2) * tremor_m_s2 * effort
    acc = np.stack([np.full(len(t), G), shake, 0 * t], axis=1) + rng.normal(0, 0.02, (len(t), 3))
    return make_leg(RATE, flexion=7.0 - 2.0 * sink_deg * effort, elevation=4.0 - sink_deg * effort,
                    posture=Posture.SUPINE, thigh_acc_m_s2=acc)


def done(leg):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="quad_set")
    engine.push(leg)
    engine.finish()
    return engine.sets


@pytest.mark.parametrize(("sink_deg", "tremor"), [(0.8, 0.3), (0.0, 0.3), (0.8, 0.0)])
def test_either_cue_counts_a_press_once(make_leg, make_repeated, sink_deg, tremor):
    [one] = done(presses(make_leg, make_repeated, sink_deg=sink_deg, tremor_m_s2=tremor))
    assert sum(r.counted for r in one.reps) == 6
    assert all(r.hold_s == pytest.approx(5.0, abs=0.5) for r in one.reps)
    assert all(-3.0 < r.peak_deg < 5.0 for r in one.reps)          # of the thigh, whatever cue was felt
    assert one.notes == ()


def test_without_a_cue_it_is_timed_and_said_to_be_only_that(make_leg, make_repeated):
    leg = presses(make_leg, make_repeated, sink_deg=0.0, tremor_m_s2=0.0)
    [one] = done(leg)
    assert one.reps == ()
    assert one.notes == ("timed, contraction not verified",)
    assert one.end_s - one.start_s == pytest.approx(len(leg) / RATE, abs=0.1)


def test_a_prompt_always_guides_it(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    engine.event(SessionEvent(0, EventKind.EXERCISE, {"id": "quad_set"}))
    engine.push(presses(make_leg, make_repeated, sink_deg=0.0, tremor_m_s2=0.0))
    progress = engine.progress()
    assert progress is not None
    assert progress.experimental


def test_tremor_is_measured_against_its_band(make_leg):
    t = np.arange(1000) / RATE
    quiet = make_leg(RATE, flexion=0 * t, elevation=0 * t)
    shaking = make_leg(RATE, flexion=0 * t, elevation=0 * t, thigh_acc_m_s2=np.stack(
        [np.full(1000, G) + np.sin(2 * np.pi * 20 * t), 0 * t, 0 * t], axis=1))
    assert Tremor(RATE).push(shaking)[-1] == pytest.approx(10 * np.log10(0.5), abs=1.0)
    assert Tremor(RATE).push(quiet)[-1] < -35


def test_a_slow_sensor_feels_no_tremor(make_leg):
    tremor = Tremor(40.0)
    assert not tremor.known
    assert not any(tremor.usable(make_leg(40.0, flexion=np.zeros(80), elevation=np.zeros(80))))


def prompted(make_leg, *, felt, follows, late_s=0.0, reps=4, chunk=10**9):
    """A set of a quad set at the prompt; the leg presses where `follows` says so, with a tremor if `felt`."""
    hold, cycle, n = 5.0, 8.0, round((4.0 + 8.0 * reps + 3.0) * RATE)
    t = np.arange(n) / RATE
    place = ((t - 4.0 - late_s) // cycle).astype(int)
    pressing = (t >= 4.0 + late_s) & ((t - 4.0 - late_s) % cycle < hold) & np.isin(place, follows)
    effort = np.convolve(pressing.astype(float), np.ones(20) / 20, "same") * felt
    acc = np.stack([np.full(n, G), 0.4 * np.sin(2 * np.pi * 22 * t) * effort, 0 * t], axis=1)
    acc += np.random.default_rng(2).normal(0, 0.02, (n, 3))
    leg = make_leg(RATE, flexion=np.full(n, 5.0), elevation=np.full(n, 4.0), posture=Posture.SUPINE,
                   thigh_acc_m_s2=acc)
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    engine.event(SessionEvent(0, EventKind.EXERCISE, {"id": "quad_set", "prescribed": {"reps": reps}}))
    seen = []
    for start in range(0, n, chunk):
        engine.push(leg[start:start + chunk])
        seen.append(engine.progress())
    return engine, seen


def test_a_prompted_press_that_is_not_felt_is_timed_and_said_to_be_only_that(make_leg):
    engine, _ = prompted(make_leg, felt=1.0, follows=[0, 1, 3])
    engine.finish()
    [one] = engine.sets
    assert [(r.counted, r.rule) for r in one.reps] == [
        (True, "counted"), (True, "counted"), (False, "not_verified"), (True, "counted")]
    assert one.notes == ("timed, contraction not verified",)
    assert one.reps[2].start_s == pytest.approx(4.0 + 16.0)
    assert one.reps[2].hold_s == 5.0


def test_nothing_felt_at_all_is_a_set_of_timed_presses(make_leg):
    engine, _ = prompted(make_leg, felt=0.0, follows=[0, 1, 2, 3])
    assert engine.progress().phase == "done"
    engine.finish()
    assert [r.rule for r in engine.sets[0].reps] == ["not_verified"] * 4


def test_a_person_may_follow_a_second_late(make_leg):
    engine, _ = prompted(make_leg, felt=1.0, follows=[0, 1, 2, 3], late_s=1.0)
    engine.finish()
    assert [r.rule for r in engine.sets[0].reps] == ["counted"] * 4
    assert engine.sets[0].notes == ()


def test_the_prompt_tells_when_to_press_and_when_to_let_go(make_leg):
    _, seen = prompted(make_leg, felt=0.0, follows=[], chunk=50)
    at = {t_s: seen[round(t_s * RATE / 50) - 1] for t_s in (2.0, 6.0, 10.0, 14.0)}
    assert [(at[t].phase, at[t].cue) for t in at] == [
        ("ready", "Press the knee down and hold"), ("holding", "Press the knee down and hold"),
        ("ready", "Let go and relax"), ("holding", "Press the knee down and hold")]
    assert at[6.0].hold_s == pytest.approx(2.0)
    assert at[14.0].hold_s == pytest.approx(2.0)


@pytest.mark.parametrize("chunk", [37, 100, 450])
def test_prompted_presses_are_the_same_in_any_chunks(make_leg, chunk):
    whole, pieces = (prompted(make_leg, felt=1.0, follows=[0, 2], chunk=c)[0] for c in (10**9, chunk))
    whole.finish()
    pieces.finish()
    assert pieces.sets == whole.sets


def test_a_pause_begins_the_press_anew_and_keeps_what_was_done(make_leg):
    engine, _ = prompted(make_leg, felt=1.0, follows=[0, 1], reps=2)
    before = len(engine.progress().reps)
    engine.event(SessionEvent(1, EventKind.PAUSE, {"paused": True}))
    engine.event(SessionEvent(2, EventKind.PAUSE, {"paused": False}))
    engine.finish()
    assert before == len(engine.sets[0].reps) == 2


def test_presses_in_another_posture_are_not_verified_but_said_to_be_wrong(make_leg):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    engine.event(SessionEvent(0, EventKind.EXERCISE, {"id": "quad_set", "prescribed": {"reps": 2}}))
    n = round(25 * RATE)
    engine.push(make_leg(RATE, flexion=np.zeros(n), elevation=np.full(n, -90.0), posture=Posture.STANDING))
    engine.finish()
    assert [r.rule for r in engine.sets[0].reps] == ["wrong_posture"] * 2


def test_prompts_end_with_the_last_set(make_leg):
    engine, _ = prompted(make_leg, felt=0.0, follows=[], reps=2)
    n, late_ns = round(70 * RATE), round(1e9 * (4 + 16 + 3))
    rest = make_leg(RATE, flexion=np.zeros(n), elevation=np.full(n, 4.0), posture=Posture.SUPINE)
    rest.t_ns[:] += late_ns
    engine.push(rest)
    assert (engine.progress().phase, engine.progress().set_number) == ("done", 1)
    engine.finish()
    assert [len(one.reps) for one in engine.sets] == [2]
