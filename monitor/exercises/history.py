"""The last minutes of a leg, addressed by sample number, so that a decision can look back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from monitor.leg import ARRAYS, LegBlock

_KEPT_S = 150.0      # a minute of hold with its lifting, lowering and the recognition before it
_ROOM = 1.25         # of what is kept: the fuller buffers are, the more often the kept rows are copied


class History:
    """Keeps the newest rows; sample numbers count from the start of the stream.

    Rows are appended to a buffer and never changed there, so that a stretch of them is a view and no copy.
    """

    def __init__(self, rate_hz: float) -> None:
        self.samples = 0
        self._kept = round(_KEPT_S * rate_hz)
        self._buffer: LegBlock | None = None
        self._first = 0          # sample number of the buffer's first row

    def push(self, block: LegBlock) -> None:
        if not len(block):
            return
        buffer, start = self._buffer, self.samples - self._first
        if buffer is None or start + len(block) > len(buffer):
            buffer = self._buffer = self._renewed(block)
            start = self.samples - self._first
        for name in ARRAYS:
            getattr(buffer, name)[start:start + len(block)] = getattr(block, name)
        self.samples += len(block)

    def _renewed(self, block: LegBlock) -> LegBlock:
        """A buffer with the kept rows in it and room for the block and more."""
        kept = block[:0] if self._buffer is None else self.between(0, self.samples)
        self._first = self.samples - len(kept)
        size = round(_ROOM * self._kept) + len(block)
        arrays: dict[str, Any] = {name: _lengthened(getattr(kept, name), size) for name in ARRAYS}
        return replace(block, **arrays)

    @property
    def oldest(self) -> int:
        """The first sample number that is certainly kept, whatever the size of the blocks."""
        return max(0, self.samples - self._kept)

    def between(self, start: int, end: int) -> LegBlock:
        """Samples `start` to `end` (left out), as far as they are kept; raises `ValueError` when none is."""
        start, end = max(start, self.oldest), min(end, self.samples)
        if start >= end or self._buffer is None:
            raise ValueError(f"samples {start} to {end} are not kept")
        return self._buffer[start - self._first:end - self._first]

    def time_ns(self, sample: int) -> int:
        """The time of a kept sample."""
        return int(self.between(sample, sample + 1).t_ns[0])


def _lengthened(rows: np.ndarray[Any, Any], size: int) -> np.ndarray[Any, Any]:
    longer = np.empty((size, *rows.shape[1:]), rows.dtype)
    longer[:len(rows)] = rows
    return longer
