"""Movements in one signal: what is found, what follows the leg, what is given up."""

import numpy as np
import pytest

from monitor.exercises.definition import Phases
from monitor.exercises.phases import CycleDetector, Ending, Phase

RATE = 100.0
UP = Phases(signal="flexion_deg", direction="up", start_deg=8, least_deg=20, target_deg=40)


def found(signal, phases=UP, usable=None):
    detector = CycleDetector(phases, RATE)
    good = [True] * len(signal) if usable is None else usable.tolist()
    cycles = detector.push(signal.tolist(), good)
    last = detector.finish()
    return cycles if last is None else [*cycles, last]


def test_every_movement_is_found_with_its_range(make_repeated):
    cycles = found(make_repeated(RATE, 7, 60.0, hold_s=1.0))
    assert [c.ending for c in cycles] == [Ending.RETURNED] * 7
    assert all(59 < c.range_deg < 61 for c in cycles)


def test_movements_downwards_are_found_alike(make_repeated):
    down = UP.model_copy(update={"direction": "down"})
    assert len(found(make_repeated(RATE, 5, 2.0, start=40.0), down)) == 5


def test_unrest_below_the_start_level_is_no_movement():
    rng = np.random.default_rng(1)
    assert found(2.0 * np.sin(np.arange(6000) / 40) + rng.normal(0, 0.5, 6000)) == []


def test_a_slow_drift_of_rest_is_followed(make_repeated):
    drifting = make_repeated(RATE, 10, 60.0) + 3.0 * np.arange(10 * 370 + 200) / 3900
    assert len(found(drifting)) == 10


def test_a_pause_on_the_way_is_a_new_rest(make_repeated, make_strokes):
    lying_down = make_strokes(RATE, (0.0, 1.0), (90.0, 2.0), (90.0, 2.0))
    raises = 90.0 + make_repeated(RATE, 4, 30.0, hold_s=2.0)
    cycles = found(np.concatenate([lying_down, raises]))
    assert len(cycles) == 4
    assert all(28.0 < c.range_deg < 31.0 for c in cycles)


def test_what_does_not_come_back_is_given_up(make_strokes):
    cycles = found(make_strokes(RATE, (0.0, 1.0), (60.0, 1.0), (60.0, 40.0)))
    assert [c.ending for c in cycles] == [Ending.TOO_LONG]


def test_nothing_is_found_across_a_gap(make_repeated):
    signal = make_repeated(RATE, 3, 60.0)
    usable = np.ones(len(signal), bool)
    usable[280:340] = False                       # on the way up of the first one
    assert [c.ending for c in found(signal, usable=usable)] == [Ending.GAP, Ending.RETURNED, Ending.RETURNED]


def test_a_few_lost_samples_are_bridged(make_repeated):
    signal = make_repeated(RATE, 3, 60.0)
    usable = np.ones(len(signal), bool)
    usable[300:310] = False
    assert [c.ending for c in found(signal, usable=usable)] == [Ending.RETURNED] * 3


def test_a_repetition_cut_off_on_its_way_back_is_one(make_strokes):
    signal = make_strokes(RATE, (18.0, 0.1), (115.0, 0.8), (20.0, 0.8), start=18.0)
    assert len(found(signal[:-10])) == 1


def shown(signal, phases=UP):
    """The phase at each sample, and how long it had lasted at its end."""
    detector, seen, lasted = CycleDetector(phases, RATE), [], {}
    for value in signal.tolist():
        detector.push([value], [True])
        now = detector.now
        seen = seen if seen and seen[-1] == now.phase else [*seen, now.phase]
        lasted[len(seen)] = now.samples / RATE
    return seen, list(lasted.values())


def test_a_slow_movement_is_no_hold_on_its_way(make_strokes):
    seen, lasted = shown(make_strokes(RATE, (0.0, 1.0), (40.0, 4.0), (40.0, 3.0), (0.0, 4.0), (0.0, 1.0)))
    assert seen == [Phase.READY, Phase.LIFTING, Phase.HOLDING, Phase.LOWERING, Phase.READY]
    assert lasted[1:4] == pytest.approx([3.0, 5.0, 2.6], abs=0.4)      # near the top it is held


def test_a_movement_without_a_hold_turns_round(make_strokes):
    seen, _ = shown(make_strokes(RATE, (0.0, 1.0), (60.0, 0.7), (0.0, 0.7), (0.0, 1.0)))
    assert seen == [Phase.READY, Phase.LIFTING, Phase.LOWERING, Phase.READY]
