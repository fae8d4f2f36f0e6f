"""Which packets came, which were lost, and what time it is, from counters that wrap."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SEQ_MODULUS = 1 << 16
TIME_MODULUS_US = 1 << 32
LATE_WINDOW = 64     # packets; one that is further behind is from a counter that started anew
LARGEST_GAP = 4096   # packets, 80 s at 50 a second: a link that lost more has long been given up


class Arrival(StrEnum):
    NEW = "new"
    DUPLICATE = "duplicate"
    LATE = "late"      # one that had been counted as lost
    GAP = "gap"        # new, and others are missing before it
    RESET = "reset"    # new, from a counter that started anew: what is missing is not known


@dataclass(frozen=True, slots=True)
class Place:
    """Where a packet stands among the others.

    Attributes:
        arrival: what kind of arrival it was.
        index: its number, counted on through wraps and resets.
        lost: packets missing directly before it; 0 unless `arrival` is GAP.
    """

    arrival: Arrival
    index: int
    lost: int = 0


class SequenceTracker:
    """Places the packets of one boot of one sensor by their u16 sequence number.

    Forward jumps of up to `LARGEST_GAP` are gaps, backward ones within `LATE_WINDOW` are duplicates or late
    packets; anything else is a reset.
    """

    def __init__(self) -> None:
        self._last: int | None = None   # index of the newest packet; its low 16 bits are shifted by _offset
        self._offset = 0
        self._seen = 0                  # bit i: packet _last - i has come

    def push(self, seq: int) -> Place:
        """Place the next packet that arrived."""
        if self._last is None:
            self._last, self._seen = seq, 1
            return Place(Arrival.NEW, seq)
        ahead = _signed(seq + self._offset - self._last, SEQ_MODULUS)
        if 0 < ahead <= LARGEST_GAP:
            return self._forward(ahead)
        if -LATE_WINDOW < ahead <= 0:
            return self._backward(-ahead)
        self._offset = (self._last + 1 - seq) % SEQ_MODULUS
        self._last, self._seen = self._last + 1, 1
        return Place(Arrival.RESET, self._last)

    def _forward(self, ahead: int) -> Place:
        assert self._last is not None
        self._last += ahead
        self._seen = (self._seen << min(ahead, LATE_WINDOW) | 1) % (1 << LATE_WINDOW)
        return Place(Arrival.GAP if ahead > 1 else Arrival.NEW, self._last, ahead - 1)

    def _backward(self, behind: int) -> Place:
        assert self._last is not None
        seen = self._seen >> behind & 1
        self._seen |= 1 << behind
        return Place(Arrival.DUPLICATE if seen else Arrival.LATE, self._last - behind)


class TimeUnwrapper:
    """Carries u32 microseconds on through their wraps, every 71.6 minutes.

    A stamp is taken to be the one nearest to the newest so far, so silences of up to 35 minutes and late
    packets are both placed rightly.
    """

    def __init__(self) -> None:
        self._newest: int | None = None

    def push(self, t_us: int) -> int:
        """The unwrapped time; the first is returned as it is."""
        if self._newest is None:
            self._newest = t_us
            return t_us
        unwrapped = self._newest + _signed(t_us - self._newest, TIME_MODULUS_US)
        self._newest = max(self._newest, unwrapped)
        return unwrapped


def lost_between(step_us: int, period_us: float) -> int:
    """Samples missing in a step of unwrapped device time, where the dialect has no sequence number."""
    return max(round(step_us / period_us) - 1, 0)


def _signed(difference: int, modulus: int) -> int:
    """The representative of `difference` from -modulus/2 up to, not including, modulus/2."""
    return (difference + modulus // 2) % modulus - modulus // 2
