"""Whether a difference between sessions is more than chance.

The smallest real change is the 95 % minimal detectable change, 1.96 sqrt(2) SEM (Weir 2005,
10.1519/15184.1). The standard error of a session's mean (SEM) is taken from the patient's own sessions as
their typical error, the SD of successive differences over sqrt(2) (Hopkins 2000,
10.2165/00007256-200030010-00001), which a steady trend hardly widens; while there are few sessions, from what
is known of one: the spread of its repetitions and the uncertainty of its measurement. The larger one holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, sqrt
from statistics import fmean, stdev

_ENOUGH_SESSIONS = 5
_FACTOR = 1.96 * sqrt(2.0)


@dataclass(frozen=True, slots=True)
class Point:
    """A quantity in one session: mean of n repetitions, their SD, and the sigma of one measurement."""

    start_ns: int
    recording: str
    mean: float
    sd: float
    sigma: float
    n: int

    @property
    def standard_error(self) -> float:
        """Of the mean; sigma is common to all repetitions (calibration), so that n does not reduce it."""
        return hypot(self.sd / sqrt(self.n), self.sigma)


@dataclass(frozen=True, slots=True)
class Trend:
    """A quantity over sessions, oldest first, and what of its change is real.

    `smallest_real_change` is None while nothing is known about the spread.
    """

    points: tuple[Point, ...]
    smallest_real_change: float | None

    @property
    def change(self) -> float:
        """Newest minus oldest."""
        return self.points[-1].mean - self.points[0].mean if self.points else 0.0

    @property
    def is_real(self) -> bool:
        """Whether the change is larger than chance explains."""
        return self.smallest_real_change is not None and abs(self.change) > self.smallest_real_change


def trend(points: Sequence[Point]) -> Trend:
    """The trend of points, whatever their order."""
    ordered = tuple(sorted(points, key=lambda point: point.start_ns))
    errors = [point.standard_error for point in ordered]
    within = fmean(errors) if errors else 0.0
    between = 0.0
    if len(ordered) >= _ENOUGH_SESSIONS:
        means = [point.mean for point in ordered]
        between = stdev(later - earlier for earlier, later in pairwise(means)) / sqrt(2.0)
    largest = max(within, between)
    return Trend(ordered, _FACTOR * largest if largest > 0.0 else None)


def limb_symmetry(involved: Point, uninvolved: Point) -> tuple[float, float] | None:
    """Limb symmetry index 100 * involved / uninvolved and one standard deviation of it, in percent.

    The deviation follows from both sides' standard errors to first order; None where the other side is 0.
    """
    if uninvolved.mean == 0.0:
        return None
    index = 100.0 * involved.mean / uninvolved.mean
    spread = hypot(100.0 * involved.standard_error, index * uninvolved.standard_error) / abs(uninvolved.mean)
    return index, spread
