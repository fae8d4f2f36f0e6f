"""Short losses in a movement are bridged; nothing is counted across longer ones.

A lost packet or two leave the angle invalid for some tenths of a second while it is acquired again. A
repetition that was seen before and after is a repetition. And how high a thigh was carried is a sum of its
acceleration: what is left out of it is decimetres two seconds later.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from monitor.leg import Bools, Floats, LegBlock

GAP_S = 0.5


def bridged(leg: LegBlock) -> LegBlock:
    """The same leg with flexion interpolated, and valid, across losses shorter than a gap.

    The thigh's acceleration is interpolated where its sensor was not heard.
    """
    if leg.valid.all() or not leg.valid.any() or _longest_loss(leg.valid) > GAP_S * leg.rate_hz:
        return leg
    heard = (leg.thigh_acc_m_s2 != 0.0).sum(axis=1) > 0
    dynamic_g = [_across(one, heard) if heard.any() else one for one in leg.thigh_dynamic_g.T]
    return replace(leg, flexion_deg=_across(leg.flexion_deg, leg.valid),
                   sigma_deg=_across(leg.sigma_deg, leg.valid), valid=np.ones(len(leg), np.bool_),
                   thigh_dynamic_g=np.stack(dynamic_g, axis=1))


def _across(values: Floats, known: Bools) -> Floats:
    """(n,) values, interpolated where they are not known."""
    filled: Floats = np.interp(np.arange(len(values)), np.flatnonzero(known), values[known])
    return filled


def _longest_loss(valid: Bools) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate([[True], valid, [True]]).astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max())
