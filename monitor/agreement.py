"""Whether a knee angle computed again is the one that was shown, bit for bit."""

from __future__ import annotations

import numpy as np

from monitor.leg import LegBlock
from monitor.recording.reader import KneeSamples
from monitor.values import Input


class Agreement:
    """Stands where a recorder would, writes nothing, and compares each block with what was shown.

    Attributes:
        compared: samples that were computed again and had been shown.
        first_difference_ns: session time of the first sample that differs, None where none does.
    """

    def __init__(self, shown: KneeSamples) -> None:
        self._shown = shown
        self.compared = 0
        self.first_difference_ns: int | None = None

    def write(self, item: Input) -> None:
        """Inputs need no comparison: they are what was recorded."""

    def write_knee(self, block: LegBlock, algorithm: str) -> None:
        """Compare the next block."""
        shown = self._shown
        part = slice(self.compared, self.compared + len(block))
        n = len(shown.t_ns[part])
        same = ((shown.t_ns[part] == block.t_ns[:n]) & (shown.valid[part] == block.valid[:n])
                & (shown.reason[part] == block.reason[:n])
                & (shown.flexion_deg[part].view(np.int64) == block.flexion_deg[:n].view(np.int64))
                & (shown.sigma_deg[part].view(np.int64) == block.sigma_deg[:n].view(np.int64)))
        if self.first_difference_ns is None and not same.all():
            self.first_difference_ns = int(block.t_ns[:n][~same][0])
        self.compared += n

    def close(self) -> None:
        """Nothing to close."""

    @property
    def whole(self) -> bool:
        """True where every angle that was shown was computed again, and is the same."""
        return self.first_difference_ns is None and self.compared == len(self._shown.t_ns)

    def sentence(self) -> str:
        """The result in words."""
        shown = len(self._shown.t_ns)
        if self.first_difference_ns is not None:
            at_s = (self.first_difference_ns - int(self._shown.t_ns[0])) / 1e9
            return f"The angle differs from the one that was shown, first {at_s:.3f} s after the first of them."
        if self.compared < shown:
            return f"Of the {shown} angles that were shown only {self.compared} were computed again."
        return (f"All {shown} angles are the same as those that were shown, bit for bit."
                if shown else "No angle had been shown with this recording.")
