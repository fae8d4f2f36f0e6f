"""The exercise under way: what it keeps when another one turns out to be done."""

import numpy as np

from monitor.exercises.active import Active
from monitor.exercises.definition import library
from monitor.exercises.history import History
from monitor.exercises.landings import LandingDetector
from monitor.exercises.sets import SET_GAP_S
from monitor.exercises.stage import Task
from monitor.values import Side

RATE = 50.0


def test_a_movement_under_way_that_was_part_of_something_else_is_withdrawn(make_leg, make_repeated):
    bend = make_repeated(RATE, 4, 80.0, rest_s=0.1)
    leg = make_leg(RATE, flexion=bend, elevation=0.6 * bend - 90.0)
    fourth = round((2.0 + 3 * 2.8) * RATE)
    nearly_back = leg[:fourth + round(2.2 * RATE)]
    history = History(RATE)
    active = Active(Task(library().get("squat")), Side.RIGHT, history, LandingDetector(history, RATE, 0),
                    RATE, 0, first=0)
    history.push(nearly_back)
    active.push(nearly_back, 0)
    active.withdraw(fourth)
    active.finish()
    assert [len(s.reps) for s in active.take_sets()] == [3]


def test_what_ends_the_set_by_its_distance_may_be_the_beginning_of_something_else(make_leg, make_repeated):
    bend = make_repeated(RATE, 3, 80.0)
    again = len(bend) + round((SET_GAP_S + 1.0) * RATE)
    bend = np.concatenate((bend, np.zeros(again - len(bend)), make_repeated(RATE, 1, 80.0)))
    leg = make_leg(RATE, flexion=bend, elevation=0.6 * bend - 90.0)
    history = History(RATE)
    active = Active(Task(library().get("squat")), Side.RIGHT, history, LandingDetector(history, RATE, 0),
                    RATE, 0, first=0)
    history.push(leg)
    active.push(leg, 0)
    ended, = active.take_sets()
    active.withdraw(again)
    assert len(ended.reps) == 3
    first, free = active.free_from(again)
    assert first == again
    assert ended.reps[-1].start_s * RATE + 1 < free <= ended.reps[-1].end_s * RATE + 1
