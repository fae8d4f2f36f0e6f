"""Every honest sensor passes, at its worst hour; a faulty one does not."""

import pytest

from firmware_protocol.dialects import devices
from monitor.errors import LinkError
from monitor.sources.data_guard import DataGuard

SECOND = 1_000_000_000
HONEST = [(200, 50, 64), (200, 200, 28), (400, 50, 112), (60, 60, 44), (200, 200, 20), (100, 100, 18),
          (50, 50, 24)]


def push_for(guard, seconds, packets_a_second, size):
    for i in range(int(seconds * packets_a_second)):
        guard.push(bytes(size), i * SECOND // packets_a_second)


@pytest.mark.parametrize(("rate_hz", "packets", "size"), HONEST)
def test_an_honest_stream_passes_also_after_standing_still(rate_hz, packets, size):
    guard = DataGuard(rate_hz, "The sensor")
    push_for(guard, 10, packets, size)
    for _ in range(32):
        guard.push(bytes(size), 11 * SECOND)


@pytest.mark.parametrize(("rate_hz", "packets", "size"), [h for h in HONEST if h[2] != 28])
def test_ten_times_the_rate_does_not(rate_hz, packets, size):
    with pytest.raises(LinkError, match="much more"):
        push_for(DataGuard(rate_hz, "The sensor"), 2, 10 * packets, size)


@pytest.mark.parametrize("size", [513, 10_000])
def test_what_no_notification_can_hold_does_not(size):
    with pytest.raises(LinkError, match=f"{size} bytes at once"):
        DataGuard(200, "The sensor").push(bytes(size), 0)


def test_the_largest_honest_notification_passes():
    DataGuard(200, "The sensor").push(bytes(512), 0)


def test_there_are_honest_rows_for_every_kind_of_sensor():
    rates = {rate_hz for rate_hz, _, _ in HONEST}
    assert all(device.default_rate_hz in rates for device in devices())
