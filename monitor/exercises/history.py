"""The last minutes of a leg, addressed by sample number, so that a decision can look back."""

from __future__ import annotations

from collections import deque

from monitor.leg import LegBlock

_KEPT_S = 150.0      # a minute of hold with its lifting, lowering and the recognition before it


class History:
    """Keeps the newest blocks; sample numbers count from the start of the stream."""

    def __init__(self, rate_hz: float) -> None:
        self.samples = 0
        self._kept = round(_KEPT_S * rate_hz)
        self._blocks: deque[tuple[int, LegBlock]] = deque()

    def push(self, block: LegBlock) -> None:
        if len(block):
            self._blocks.append((self.samples, block))
            self.samples += len(block)
        while self._blocks and self._blocks[0][0] + len(self._blocks[0][1]) < self.samples - self._kept:
            self._blocks.popleft()

    @property
    def oldest(self) -> int:
        """The first sample number that is certainly kept, whatever the size of the blocks."""
        return max(0, self.samples - self._kept)

    def between(self, start: int, end: int) -> LegBlock:
        """Samples `start` to `end` (left out), as far as they are kept; raises `ValueError` when none is."""
        start, end = max(start, self.oldest), min(end, self.samples)
        parts: deque[LegBlock] = deque()
        for first, block in reversed(self._blocks):      # live there are thousands, and the newest are wanted
            if first + len(block) <= start:
                break
            if first < end:
                parts.appendleft(block[max(0, start - first):end - first])
        if start >= end or not parts:
            raise ValueError(f"samples {start} to {end} are not kept")
        return LegBlock.join(list(parts))

    def time_ns(self, sample: int) -> int:
        """The time of a kept sample."""
        return int(self.between(sample, sample + 1).t_ns[0])
