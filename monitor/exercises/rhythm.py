"""A person's own rhythm: which pauses between repetitions are usual, and which are clearly longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

_NEWEST = 8                # what counts of the past: people slow down as they tire
_KNOWN = 4                 # pauses after which the rhythm is known
_LONGER, _MORE_S = 1.3, 0.7


@dataclass(slots=True)
class Rhythm:
    """The newest lengths of one kind of pause, in seconds."""

    pauses_s: list[float] = field(default_factory=list)

    @property
    def known(self) -> bool:
        return len(self.pauses_s) >= _KNOWN

    def learn(self, pause_s: float) -> None:
        self.pauses_s = [*self.pauses_s, pause_s][-_NEWEST:]

    def is_broken_by(self, pause_s: float) -> bool:
        """Whether a pause is clearly longer than the longer ones of these (at least one)."""
        long_s = float(np.percentile(self.pauses_s, 75))
        return pause_s > max(_LONGER * long_s, long_s + _MORE_S)


def parted(starts_s: Sequence[float], *, newest: int, least_s: float, ratio: float) -> bool:
    """Whether the newest so many repetitions are a set of their own, by when each repetition began.

    They come after a pause of at least `least_s`, and of `ratio` repetitions as they usually follow.
    """
    if len(starts_s) <= newest:
        return False
    steps = np.diff(starts_s)
    return bool(steps[-newest] > max(least_s, ratio * float(np.median(steps))))
