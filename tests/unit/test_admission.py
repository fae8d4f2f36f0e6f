"""Who is streamed from, and what is said to whom is not."""

import pytest

from firmware_protocol.patella import DEVICE
from monitor.errors import LinkError, LinkReason
from monitor.sources.admission import TURNED_AWAY_S, Admission
from monitor.sources.description import Description
from monitor.sources.pairing import Pairing
from monitor.values import Placement, Segment, Side

THIGH, SHANK = (Placement(Side.LEFT, segment) for segment in Segment)
OTHER = Placement(Side.RIGHT, Segment.THIGH)


def told(serial, stored=None):
    return Description(DEVICE, serial, stored)


def test_an_assigned_sensor_has_its_place_whatever_it_says():
    assert Admission((THIGH, SHANK), Pairing({"A": THIGH})).place(told("A", SHANK), {}) == THIGH


@pytest.mark.parametrize(("sensor", "linked", "reason", "words"), [
    (told("A"), {THIGH: "A"}, LinkReason.REFUSED, "there twice"),
    (told("B", THIGH), {}, LinkReason.REFUSED, "not one of yours"),
    (told("C"), {}, LinkReason.REFUSED, "not one of yours"),
    (told("D", SHANK), {}, LinkReason.REFUSED, "not one of yours"),
])
def test_others_are_refused_in_words(sensor, linked, reason, words):
    with pytest.raises(LinkError, match=words) as caught:
        Admission((THIGH, SHANK), Pairing({"A": THIGH})).place(sensor, linked)
    assert caught.value.reason is reason


@pytest.mark.parametrize(("sensor", "linked", "reason", "words"), [
    (told("D", OTHER), {}, LinkReason.REFUSED, "right thigh"),
    (told("E", SHANK), {SHANK: "F"}, LinkReason.SAME_ROLE, "F and E both belong to the left shank"),
])
def test_while_no_sensor_is_known_each_is_where_it_says(sensor, linked, reason, words):
    admission = Admission((THIGH, SHANK), Pairing())
    assert admission.place(told("B", SHANK), {}) == SHANK
    with pytest.raises(LinkError, match=words) as caught:
        admission.place(sensor, linked)
    assert caught.value.reason is reason


def test_who_was_turned_away_is_left_alone_for_a_while():
    admission, error = Admission((THIGH,), Pairing()), LinkError(LinkReason.REFUSED, "no")
    admission.turn_away("F0", error, now_s=100.0)
    assert admission.turned_away("F0", 100.0 + TURNED_AWAY_S - 0.1) is error
    assert admission.turned_away("F0", 100.0 + TURNED_AWAY_S) is None
    assert admission.turned_away("F1", 100.0) is None
