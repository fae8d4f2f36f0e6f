"""What is usual beside the hinge, with the knee bent so far and the thigh lying so, under one calibration.

A hinge that was found a little beside the true one, skin that slides with the bend, the knee's own secondary
rotations, a heading that all of them pull at: each is a smooth function of flexion and of where the thigh
points. A few coefficients of it are learnt from the movement as it comes, by recursive least squares, so that
a posture which has not been seen yet is foretold from those that have, with the doubt that it deserves.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from monitor.leg import Floats

TERMS = 6
ALIKE_STEPS = 20.0      # readings a fifth of a second apart share their errors
WANDER_DEG = 0.115      # of a coefficient, a step: 2 degrees in a minute, as skin and heading do


def posture_terms(flexion_deg: Floats, thigh_up: Floats) -> Floats:
    """(n, 6) what is beside the hinge is linear in, from flexion (n,) and up (n, 3) in the thigh's axes.

    An axis that is turned in the thigh shows alike in every posture, one that is turned in the shank with
    the sine and cosine of flexion, a heading that is off as far as up is across the hinge.
    """
    bent, one = np.radians(flexion_deg), np.ones(len(flexion_deg))
    return np.stack((one, np.sin(bent), 1.0 - np.cos(bent), thigh_up[:, 0], thigh_up[:, 1] - 1.0,
                     thigh_up[:, 2]), axis=1)


_WANDER = np.eye(TERMS) * WANDER_DEG ** 2


@dataclass(slots=True)
class Usual:
    """The coefficients and how sure they are; every field is its state.

    `doubt_deg` is that of each coefficient before anything was seen, `noise_deg` of a single reading.
    """

    doubt_deg: float
    noise_deg: float
    weights: Floats = field(default_factory=lambda: np.zeros((TERMS, 2)))
    covariance: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.covariance = np.eye(TERMS) * self.doubt_deg ** 2

    def learn(self, terms: Floats, beside_deg: Floats) -> None:
        """Take in what was beside the hinge (2,) in the posture that `terms` (6,) tell."""
        along = (self.covariance * terms).sum(axis=1)
        gain = along / (ALIKE_STEPS * self.noise_deg ** 2 + float((terms * along).sum()))
        self.weights = self.weights + gain[:, None] * (beside_deg - self.expected_deg(terms))
        self.covariance = self.covariance - gain[:, None] * along + _WANDER

    def expected_deg(self, terms: Floats) -> Floats:
        """(2,) what is usual in that posture."""
        expected: Floats = (terms[:, None] * self.weights).sum(axis=0)
        return expected

    def variance(self, terms: Floats) -> float:
        """Of what is expected there, in square degrees."""
        return float((terms * (self.covariance * terms).sum(axis=1)).sum())
