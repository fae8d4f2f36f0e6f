"""Both sensors struck at the same instant tell how far apart their clocks are."""

from __future__ import annotations

from math import hypot

import numpy as np

from calibration.model import ClockCheck, Motion
from calibration.rotation import Floats, length

LEAST_BLOW_M_S2 = 4.0        # over a quiet leg
REACH_S = 0.04               # a blow and its ringing, on either side of its peak
TOGETHER_S = 0.08            # further apart in the two sensors, it was not one blow
APART_S = 0.3
LEAST_TAPS = 2
TIMING_S = 1.0e-3            # of one blow in samples of a hundredth of a second


def clock_check(taps_s: list[tuple[float, float]]) -> ClockCheck | None:
    """What enough blows tell, each a time in seconds at thigh and shank; None where there are too few."""
    if len(taps_s) < LEAST_TAPS:
        return None
    apart = np.array([shank - thigh for thigh, shank in taps_s])
    scatter = float(apart.std(ddof=1)) / np.sqrt(len(apart))
    return ClockCheck(1e3 * float(np.median(apart)), 1e3 * hypot(scatter, TIMING_S), len(apart))


def find_taps(motion: Motion) -> list[tuple[float, float]]:
    """Times in seconds of each blow at thigh and shank, over a leg that is otherwise at rest."""
    if len(motion) < 2:
        return []
    blows = [_blow(acc) for acc in (motion.thigh_acc, motion.shank_acc)]
    both = np.minimum(*(_spread(blow, motion.rate_hz) for blow in blows))
    found: list[tuple[float, float]] = []
    for peak in np.flatnonzero((both > LEAST_BLOW_M_S2) & (blows[0] + blows[1] > LEAST_BLOW_M_S2)).tolist():
        t_s = float(motion.t_s[peak])
        if found and t_s - found[-1][0] < APART_S:
            continue
        near = motion.between(t_s - TOGETHER_S, t_s + TOGETHER_S + REACH_S)
        felt = [_blow(acc) for acc in (near.thigh_acc, near.shank_acc)]
        if not all(blow.any() for blow in felt):      # rows that are neighbours across a gap in time
            continue
        thigh, shank = (_centre_s(near.t_s, blow) for blow in felt)
        if abs(thigh - shank) < TOGETHER_S:
            found.append((thigh, shank))
    return found


def _blow(acc: Floats) -> Floats:
    """(n,) how far the acceleration is from what it usually is."""
    size = length(acc)
    blow: Floats = np.abs(size - np.median(size))
    return blow


def _spread(blow: Floats, rate_hz: float) -> Floats:
    """(n,) the largest nearby, so that the two sensors need not agree to the sample."""
    reach = max(1, round(TOGETHER_S * rate_hz))
    padded = np.pad(blow, reach)
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(axis=1))


def _centre_s(t_s: Floats, blow: Floats) -> float:
    """The instant of a blow: the middle of its energy, finer than a sample."""
    peak = float(t_s[int(np.argmax(blow))])
    near = np.abs(t_s - peak) <= REACH_S
    energy = blow[near] ** 2
    return float((t_s[near] * energy).sum() / energy.sum())
