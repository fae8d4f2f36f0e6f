"""Where a set of rises that nobody announced begins and ends, and which rises are none of it."""

import pytest

from monitor.exercises.repetitions import Attempt
from monitor.exercises.sets import LEFT, OpenSet
from monitor.results import Repetition
from monitor.values import Side

RISING_S, ASKED = 2.0, 10


def rises(*seats_and_stands):
    """An open set: how long the person sat before each rise and stood after it; None: and never sat again."""
    one, now_s = OpenSet("sit_to_stand", Side.LEFT), 0.0
    for sat_s, stood_s in seats_and_stands:
        start_s = now_s + sat_s
        now_s = start_s + RISING_S + (stood_s or 0.0)
        rep = Repetition(start_s, now_s, 90.0, stood_s or 0.0, counted=True, rule="counted")
        one.take(Attempt(rep, round(start_s), round(now_s), round(now_s)))
        if stood_s is not None:
            one.take(Attempt(rep, round(start_s), round(now_s), round(now_s), amends=True))
    return one


TEN = [(1.5, 1.0), (1.2, 1.4), (2.0, 0.8), (1.5, 1.1), (1.4, 1.6)] * 2
LEAVING, NEXT = (2.0, 4.0), (7.0, 1.2)


def done(of):
    of.disown_first()
    of.disown_more(ASKED)
    return of.counted


@pytest.mark.parametrize("course", [
    [*TEN, (2.0, None)],                   # stayed up
    [*TEN, LEAVING],                       # stood about before sitting again
    [*TEN, (6.0, 1.0)],                    # sat about before getting up
    [(9.0, 1.0), (6.0, 1.0), *TEN[1:]],    # got up once before the ten
    [(9.0, 4.0), (6.0, 1.0), *TEN[1:]],
])
def test_one_more_than_asked_that_stands_apart_is_no_repetition(course):
    of = rises(*course)
    assert done(of) == ASKED
    assert [rep.rule for rep in of.repetitions].count(LEFT) == 1


def test_one_before_and_one_after_all_that_were_asked_are_no_repetitions():
    of = rises((9.0, 1.0), (6.0, 1.0), *TEN[1:], (2.0, None))
    assert done(of) == ASKED
    assert [rep.rule == LEFT for rep in of.repetitions] == [True, *[False] * ASKED, True]


@pytest.mark.parametrize("course", [
    [*TEN, TEN[1]], [*TEN, *TEN[:2], LEAVING], TEN[:7], [*TEN[:4], LEAVING, *TEN[:6]]])
def test_rises_in_one_rhythm_all_count(course):
    assert done(rises(*course)) == len(course)


def test_the_first_counts_where_the_others_are_as_slow():
    slow_first = [(3.0, 2.6), (3.7, 0.8), (1.5, 1.8), (3.3, 2.5), (1.9, 0.9), (0.9, 1.4), (2.1, 2.4)]
    assert done(rises(*slow_first)) == len(slow_first)


@pytest.mark.parametrize("first", [[*TEN, LEAVING], [*TEN[:9], LEAVING]])
def test_who_stands_and_sits_about_after_all_that_were_asked_begins_another_set(first):
    of = rises(*first, NEXT, *TEN[:2])
    before = of.part(3, ASKED)
    assert before is not None
    assert done(before) == ASKED
    assert of.counted == 3


def test_a_pause_within_a_set_parts_nothing():
    assert rises(*TEN[:6], LEAVING, NEXT, *TEN[:2]).part(3, ASKED) is None
    assert rises(*TEN, (2.0, 1.0), NEXT, *TEN[:2]).part(3, ASKED) is None
    assert rises(*TEN, LEAVING, *TEN[:3]).part(3, ASKED) is None


def test_a_long_pause_parts_whatever_was_asked():
    before = rises(*TEN[:5], (15.0, 1.0), *TEN[:2]).part(3, 0)
    assert before is not None
    assert before.counted == 5
