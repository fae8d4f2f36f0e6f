"""When the sensors were silent: a set that lost a part of itself says so."""

from __future__ import annotations

import numpy as np

from monitor.leg import LegBlock, Reason

NOTEWORTHY_S = 0.5


class Silences:
    """Stretches without data; `push(a)` then `push(b)` equals `push(a joined with b)`."""

    def __init__(self, rate_hz: float) -> None:
        self._rate_hz = rate_hz
        self._spans: list[tuple[int, int]] = []      # first sample and the one after the last

    def push(self, block: LegBlock, first: int) -> None:
        """Take the samples from number `first` on."""
        silent = np.concatenate([[False], block.reason == Reason.NO_DATA, [False]])
        edges = (np.flatnonzero(np.diff(silent.astype(np.int8))) + first).tolist()
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if self._spans and self._spans[-1][1] == start:
                start, _ = self._spans.pop()
            self._spans.append((start, end))

    def seconds(self, first: int, last: int) -> float:
        """How long they were silent from sample `first` to `last` (left out)."""
        return sum(max(0, min(end, last) - max(start, first)) for start, end in self._spans) / self._rate_hz

    def note(self, first: int, last: int) -> tuple[str, ...]:
        """What a set that lasted so long has to say of it."""
        lost_s = self.seconds(first, last)
        return (f"sensor signal lost for {lost_s:.1f} s",) if lost_s > NOTEWORTHY_S else ()
