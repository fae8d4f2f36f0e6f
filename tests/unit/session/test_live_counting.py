"""Repetitions and holds are in the snapshot while they happen, from the packets on."""

from itertools import pairwise

import numpy as np
import pytest

from monitor.session import Session
from monitor.values import Side
from monitor.virtual.motions.spec import Spec
from monitor.virtual.simulate import START_NS, simulate

STEP_S = 0.02          # a screen looks about so often
WITHIN_S = 0.15
HOLDS_AFTER_S = 0.1    # a leg that turns round is as still for a moment


def lived(name: str, **asked):
    """The moments of a session from its first repetition on, as (seconds, counted, phase), and the truth."""
    made = simulate(["calibration", Spec(name, 2, **asked)], seed=3, rate_hz=100)
    truth = made.truth.events["exercises"][-1]["repetitions"]
    session, begun_s = Session(Side.RIGHT, exercise=name), truth[0]["start_s"] - 1.0
    edges_s = np.arange(begun_s, truth[-1]["end_s"] + 2.0, STEP_S)
    edges = np.searchsorted([one.t_host_ns for one in made.inputs], START_NS + np.round(edges_s * 1e9))
    session.push(made.inputs[:edges[0]])
    moments = []
    for (first, last), now_s in zip(pairwise(edges), edges_s[1:], strict=False):
        session.push(made.inputs[first:last])
        exercise = session.snapshot().exercise
        assert exercise is not None
        moments.append((now_s, exercise.reps_counted, exercise.phase))
    return moments, truth


@pytest.mark.parametrize("name", ["squat", "short_arc_quad", "step_up", "double_leg_hop"])
def test_a_repetition_is_shown_when_it_is_over(name):
    moments, truth = lived(name)
    for number, repetition in enumerate(truth, start=1):
        shown_s = next(now_s for now_s, counted, _ in moments if counted >= number)
        assert repetition["start_s"] < shown_s < repetition["end_s"] + WITHIN_S


@pytest.mark.parametrize("name", ["short_arc_quad", "straight_leg_raise_side"])
def test_a_hold_is_shown_when_the_leg_is_still(name):
    moments, truth = lived(name)
    for repetition in truth:
        shown_s = next(now_s for now_s, _, phase in moments
                       if phase == "holding" and now_s > repetition["start_s"])
        assert shown_s < repetition["top_s"] + HOLDS_AFTER_S + WITHIN_S
