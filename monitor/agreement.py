"""Whether the knee angles computed again are those that were shown, bit for bit."""

from __future__ import annotations

import numpy as np

from monitor.leg import Bools, LegBlock
from monitor.recording.knee import KneeSamples
from monitor.recording.reader import Recording
from monitor.values import Input


class Agreement:
    """Stands where a recorder would, writes nothing, and compares each leg's blocks with what was shown."""

    def __init__(self, recording: Recording) -> None:
        self.legs = {side: LegAgreement(shown) for side, shown in recording.knees().items()}

    def write(self, item: Input) -> None:
        """Inputs need no comparison: they are what was recorded."""

    def write_knee(self, block: LegBlock, _algorithm: str) -> None:
        """Compare the next block."""
        self.legs[block.side].push(block)

    def attach(self, name: str, media_type: str, data: bytes) -> None:
        """Documents need no comparison."""

    def close(self) -> None:
        """Nothing to close."""

    @property
    def whole(self) -> bool:
        """True where every angle that was shown was computed again, and is the same."""
        return all(leg.whole for leg in self.legs.values())

    def sentence(self) -> str:
        """The result in words."""
        if len(self.legs) == 1:
            return " ".join(leg.sentence() for leg in self.legs.values())
        return " ".join(f"{side.capitalize()} knee: {leg.sentence()}" for side, leg in self.legs.items())


class LegAgreement:
    """Compares one leg's blocks with what was shown.

    Attributes:
        compared: samples that were computed again and had been shown.
        first_difference_ns: session time of the first sample that differs, None where none does.
    """

    def __init__(self, shown: KneeSamples) -> None:
        self._shown = shown
        self.compared = 0
        self.first_difference_ns: int | None = None

    def push(self, block: LegBlock) -> None:
        """Compare the next block."""
        part = slice(self.compared, self.compared + len(block))
        same = self._same(part, block[:len(self._shown.t_ns[part])])
        if self.first_difference_ns is None and not same.all():
            self.first_difference_ns = int(self._shown.t_ns[part][~same][0])
        self.compared += len(same)

    def _same(self, part: slice, block: LegBlock) -> Bools:
        shown, valid = self._shown, block.valid
        same = ((shown.t_ns[part] == block.t_ns) & (shown.valid[part] == valid)
                & (shown.reason[part] == block.reason))
        for was, is_ in ((shown.flexion_deg, block.flexion_deg), (shown.sigma_deg, block.sigma_deg)):
            same &= ~valid | (was[part].view(np.int64) == is_.view(np.int64))
        return np.asarray(same)

    @property
    def whole(self) -> bool:
        """True where every angle that was shown was computed again, and is the same."""
        return self.first_difference_ns is None and self.compared == len(self._shown.t_ns)

    def sentence(self) -> str:
        """The result in words."""
        shown = len(self._shown.t_ns)
        if self.first_difference_ns is not None:
            at_s = (self.first_difference_ns - int(self._shown.t_ns[0])) / 1e9
            return f"The angle differs from the one that was shown, first {at_s:.3f} s after its start."
        if self.compared < shown:
            return f"Of the {shown} angles that were shown only {self.compared} were computed again."
        return (f"All {shown} angles are the same as those that were shown, bit for bit."
                if shown else "No angle had been shown with this recording.")
