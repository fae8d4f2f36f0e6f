from __future__ import annotations

import pytest

from firmware_protocol.sequence import Arrival, Place, SequenceTracker, TimeUnwrapper, lost_between


def places(*seqs: int) -> list[Place]:
    tracker = SequenceTracker()
    return [tracker.push(seq) for seq in seqs]


def test_in_order() -> None:
    assert places(5, 6, 7) == [Place(Arrival.NEW, 5), Place(Arrival.NEW, 6), Place(Arrival.NEW, 7)]


def test_through_the_wrap() -> None:
    assert places(65535, 0, 1)[-1] == Place(Arrival.NEW, 65537)


def test_a_gap_says_how_much_is_missing() -> None:
    assert places(65530, 4)[-1] == Place(Arrival.GAP, 65540, lost=9)


def test_the_same_again_is_a_duplicate() -> None:
    assert places(8, 8)[-1] == Place(Arrival.DUPLICATE, 8)


def test_a_late_one_fills_its_gap_once() -> None:
    assert places(1, 3, 2, 2)[2:] == [Place(Arrival.LATE, 2), Place(Arrival.DUPLICATE, 2)]


def test_late_through_the_wrap() -> None:
    assert places(65534, 1, 65535)[-1] == Place(Arrival.LATE, 65535)


def test_a_restart_counts_on() -> None:
    assert places(40_000, 0, 1, 1) == [
        Place(Arrival.NEW, 40_000), Place(Arrival.RESET, 40_001), Place(Arrival.NEW, 40_002),
        Place(Arrival.DUPLICATE, 40_002)]


def test_what_came_before_a_restart_is_forgotten() -> None:
    assert places(1000, 1001, 0, 65535)[-1].arrival is Arrival.LATE


@pytest.mark.parametrize(("behind", "arrival"), [
    (63, Arrival.LATE), (64, Arrival.RESET), (-4096, Arrival.GAP), (-4097, Arrival.RESET)])
def test_the_window(behind: int, arrival: Arrival) -> None:
    assert places(1000, 2000, 2000 - behind)[-1].arrival is arrival


def test_a_gap_wider_than_the_window_leaves_nothing_seen() -> None:
    assert places(0, 1, 200, 199)[-1].arrival is Arrival.LATE


def test_time_through_the_wrap_and_back() -> None:
    unwrapper = TimeUnwrapper()
    assert [unwrapper.push(t) for t in (2**32 - 10, 10, 2**32 - 5, 20)] == [
        2**32 - 10, 2**32 + 10, 2**32 - 5, 2**32 + 20]


@pytest.mark.parametrize(("step_us", "lost"), [
    (16_667, 0), (16_000, 0), (24_000, 0), (33_333, 1), (83_333, 4), (0, 0), (-16_667, 0)])
def test_loss_from_time_stamps_at_60_hz(step_us: int, lost: int) -> None:
    assert lost_between(step_us, 1e6 / 60) == lost
