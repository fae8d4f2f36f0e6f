"""Repetitions laid over each other: cut out, brought to a common axis, averaged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.leg import Bools, Floats
from monitor.results import Repetition
from monitor.snapshot import Trace

POINTS = 101                # 0 to 100 % of the repetition
LEAST_VALID_PART = 0.95     # a repetition with more missing than this is drawn nowhere


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One repetition, `values` over `x` (percent, or seconds from its start); `place` in its set."""

    place: int
    x: Floats
    values: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """Mean and standard deviation over the repetition's course, (101,) each, and of the peaks.

    Both are of the `averaged` repetitions that counted (of all where none did). The peaks are each
    repetition's own, then averaged: the peak of the mean curve would be too small. `range_mean` is how far
    they moved from lowest to highest.
    """

    curves: tuple[Curve, ...]
    averaged: int
    mean: Floats
    deviation: Floats
    peak_mean: float
    peak_deviation: float
    range_mean: float


def overlay(trace: Trace, reps: tuple[Repetition, ...], signal: str, *, percent: bool,
            down: bool = False) -> Overlay | None:
    """Lay the repetitions over each other; None where not one of them is whole.

    `down`: the movement lowers the signal, so that its peak is the lowest value.
    """
    values: Floats = getattr(trace, signal)
    known: Bools = trace.valid if signal == "flexion_deg" else trace.oriented
    curves, courses, counted = [], [], []
    for place, rep in enumerate(reps):
        first, last = trace.t_s.searchsorted([rep.start_s, rep.end_s])
        good = known[first:last]
        if last - first < 3 or good.mean() < LEAST_VALID_PART:
            continue
        t, y = trace.t_s[first:last][good], values[first:last][good]
        share = np.linspace(0.0, 1.0, POINTS)
        course = np.interp(t[0] + share * (t[-1] - t[0]), t, y)
        courses.append(course)
        counted.append(rep.counted)
        curves.append(Curve(place, 100 * share, course) if percent else Curve(place, t - t[0], y))
    if not curves:
        return None
    chosen = np.array(counted) if any(counted) else np.full(len(counted), True)
    lows, highs = (np.array([reach(c.values) for c in curves])[chosen] for reach in (np.min, np.max))
    peaks, stacked = lows if down else highs, np.stack(courses)[chosen]
    return Overlay(tuple(curves), int(chosen.sum()), stacked.mean(axis=0), _deviation(stacked),
                   float(peaks.mean()), float(_deviation(peaks)), float((highs - lows).mean()))


def _deviation(values: Floats) -> Floats:
    """The sample's standard deviation over the first axis; 0 for a single one."""
    return np.asarray(values.std(axis=0, ddof=1) if len(values) > 1 else np.zeros(values.shape[1:]))


def symmetry_percent(involved: float, uninvolved: float) -> float | None:
    """Limb symmetry index 100 * involved / uninvolved; None where that says nothing."""
    return 100 * involved / uninvolved if uninvolved > 0 else None
