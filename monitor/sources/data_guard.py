"""Keeps a sensor that sends nonsense by the megabyte from filling the disk."""

from __future__ import annotations

from monitor.errors import LinkError, LinkReason

LARGEST_VALUE_BYTES = 512      # of any attribute, by the Bluetooth specification
LARGEST_SAMPLE_BYTES = 44      # that any kind of sensor sends for one sample
MARGIN = 3                     # what a link sends at once after it stood still


class DataGuard:
    """Judges one connection by the size and the number of its notifications."""

    def __init__(self, rate_hz: float, who: str) -> None:
        self._most_bytes = MARGIN * rate_hz * LARGEST_SAMPLE_BYTES
        self._who = who
        self._second = 0
        self._bytes = 0

    def push(self, payload: bytes, t_host_ns: int) -> None:
        """Let a notification pass; raises `LinkError` for one too large, and for too many in one second."""
        if len(payload) > LARGEST_VALUE_BYTES:
            raise LinkError(LinkReason.UNSUPPORTED,
                            f"{self._who} sent {len(payload)} bytes at once, where Bluetooth allows "
                            f"{LARGEST_VALUE_BYTES}: its firmware is faulty.")
        second = t_host_ns // 1_000_000_000
        if second != self._second:
            self._second, self._bytes = second, 0
        self._bytes += len(payload)
        if self._bytes > self._most_bytes:
            raise LinkError(LinkReason.UNSUPPORTED,
                            f"{self._who} sends much more than it was asked for: its firmware is faulty.")
