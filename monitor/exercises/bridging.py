"""Short losses of the knee angle in a movement are bridged; nothing is counted across longer ones.

A lost packet or two leave the angle invalid for some tenths of a second while it is acquired again. A
repetition that was seen before and after is a repetition.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from monitor.leg import Bools, LegBlock

GAP_S = 0.5


def bridged(leg: LegBlock) -> LegBlock:
    """The same leg with flexion interpolated, and valid, across losses shorter than a gap."""
    if leg.valid.all() or not leg.valid.any() or _longest_loss(leg.valid) > GAP_S * leg.rate_hz:
        return leg
    known = np.flatnonzero(leg.valid)
    every = np.arange(len(leg))
    return replace(leg, flexion_deg=np.interp(every, known, leg.flexion_deg[known]),
                   sigma_deg=np.interp(every, known, leg.sigma_deg[known]), valid=np.ones(len(leg), np.bool_))


def _longest_loss(valid: Bools) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate([[True], valid, [True]]).astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max())
