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
    assert progress.timed_prompt


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
