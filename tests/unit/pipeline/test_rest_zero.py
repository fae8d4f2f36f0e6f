import pytest

from monitor.pipeline.rest_zero import RestZero

BEND = [(50.0, -35.0, False)] * 10


def stood(zero, *steps):
    for step in steps:
        zero.push(*step)
    return zero.slipped


def rest(thigh_deg, shank_deg, seconds=1.0):
    return [(thigh_deg, shank_deg, True)] * round(5 * seconds)


@pytest.mark.parametrize(("leans", "which"), [((-9.5, 0.5), "thigh"), ((0.5, 10.0), "shank")])
def test_a_knee_that_reads_bent_backwards_in_two_rests_has_slipped(leans, which):
    zero = RestZero()
    assert stood(zero, *rest(0.0, 0.0), *BEND, *rest(*leans)) == ""
    assert stood(zero, *BEND, *rest(*leans)) == which


def test_a_lax_knee_that_stands_some_degrees_backwards_is_no_slip():
    assert stood(RestZero(), *rest(0.0, 0.0), *BEND, *rest(-7.5, 0.5), *BEND, *rest(-7.5, 0.5)) == ""


@pytest.mark.parametrize(("leans", "which"), [((9.0, -1.0), "thigh"), ((1.0, -9.0), "shank")])
def test_one_segment_that_leans_forward_alone_in_two_rests_has_slipped(leans, which):
    zero = RestZero()
    assert stood(zero, *BEND, *rest(*leans), *rest(*leans)) == ""
    assert stood(zero, *BEND, *rest(*leans)) == which


def test_a_knee_that_is_a_little_bent_leans_both_ways():
    zero = RestZero()
    for _ in range(4):
        assert stood(zero, *BEND, *rest(6.0, -5.0)) == ""


def test_a_leg_that_leans_as_a_whole_is_straight():
    assert stood(RestZero(), *BEND, *rest(14.0, 14.0), *BEND, *rest(14.0, 14.0)) == ""


def test_a_stance_with_the_thigh_forward_between_straight_rests_is_no_slip():
    zero = RestZero()
    for _ in range(3):
        assert stood(zero, *BEND, *rest(13.0, -1.0, 10.0), *BEND, *rest(0.0, 0.0, 5.0)) == ""


def test_passing_through_is_no_rest():
    assert stood(RestZero(), (-9.0, 0.0, True), (-9.0, 0.0, True), *BEND, (-9.0, 0.0, True)) == ""
