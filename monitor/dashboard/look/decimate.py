"""Fewer points for the same picture: the smallest and largest value of each bucket."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.leg import Bools, Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Thinned:
    """Indices of the points to draw; `factor` is how many samples share a bucket (1: every one drawn)."""

    index: Ints
    factor: int


def thin(values: Floats, valid: Bools, first: int, last: int, buckets: int) -> Thinned:
    """Choose the extremes of `values[first:last]` in at most about `buckets` buckets.

    Buckets are aligned to the array's start, so that a scrolling curve does not shimmer. A bucket's
    invalid samples are ignored; one without any valid sample keeps its first, so that a gap stays a gap.
    """
    factor = max(1, -(-(last - first) // max(1, buckets)))
    if factor == 1:
        return Thinned(np.arange(first, last), 1)
    start, stop = first // factor * factor, last // factor * factor
    if stop <= start:
        return Thinned(np.arange(first, last), 1)
    part, good = values[start:stop].reshape(-1, factor), valid[start:stop].reshape(-1, factor)
    low = np.where(good, part, np.inf).argmin(axis=1)
    high = np.where(good, part, -np.inf).argmax(axis=1)
    offset = np.arange(start, stop, factor)
    pairs = np.stack([offset + np.minimum(low, high), offset + np.maximum(low, high)], axis=1)
    return Thinned(pairs.ravel(), factor)


def runs(valid: Bools) -> list[tuple[int, int]]:
    """Every stretch of true as (first, one past the last)."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], valid, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]
