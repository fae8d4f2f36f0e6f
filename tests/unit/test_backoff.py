"""Patience grows to a limit and starts anew after a success."""

from monitor.sources.backoff import Backoff


def test_waits_double_up_to_five_seconds():
    backoff = Backoff()
    assert [backoff.push() for _ in range(7)] == [0.25, 0.5, 1, 2, 4, 5, 5]
    backoff.reset()
    assert backoff.push() == 0.25
