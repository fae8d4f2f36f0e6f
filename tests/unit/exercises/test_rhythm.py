"""A person's own rhythm: usual pauses, and those that are clearly longer."""

import pytest

from monitor.exercises.rhythm import Rhythm, parted


def test_a_rhythm_is_known_after_four_pauses_and_follows_the_newest():
    rhythm = Rhythm()
    for pause_s in (1.0, 1.2, 0.9):
        rhythm.learn(pause_s)
    assert not rhythm.known
    rhythm.learn(1.1)
    assert rhythm.known
    assert rhythm.is_broken_by(2.5)
    for _ in range(8):
        rhythm.learn(3.0)            # the person tires
    assert not rhythm.is_broken_by(2.5)


@pytest.mark.parametrize(("pause_s", "broken"), [(1.5, False), (1.8, False), (2.1, True)])
def test_a_pause_breaks_the_rhythm_by_a_share_of_it_and_some_time(pause_s, broken):
    assert Rhythm([1.0, 1.3, 0.8, 1.2]).is_broken_by(pause_s) is broken


def test_one_long_pause_among_the_usual_hides_no_other():
    assert Rhythm([9.0, 1.3, 0.8, 1.2, 1.0]).is_broken_by(4.0)


def test_sets_are_parted_by_a_pause_once_enough_follows_it():
    starts = [0.0, 4.0, 8.0, 12.0, 16.0, 36.0, 40.0]
    assert not parted(starts, newest=3, least_s=12.0, ratio=3.0)
    assert parted([*starts, 44.0], newest=3, least_s=12.0, ratio=3.0)
    assert not parted([*starts, 44.0, 48.0], newest=3, least_s=12.0, ratio=3.0)     # it was then


def test_a_moment_of_rest_and_slow_repetitions_part_nothing():
    assert not parted([0.0, 4.0, 8.0, 19.0, 23.0, 27.0], newest=3, least_s=12.0, ratio=3.0)
    assert not parted([0.0, 9.0, 18.0, 40.0, 49.0, 58.0], newest=3, least_s=12.0, ratio=3.0)
