"""The range limit of an accelerometer that declares none, from the values that stop at it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.leg import Bools, Floats

LEAST_M_S2 = 4.0 * 9.81      # no part ends below this, and quiet values repeat themselves by chance


@dataclass(slots=True)
class Rail:
    """Takes a value for clipped when it is, to the last bit, the largest seen so far once more.

    Samples that are not clipped do not repeat their own record; the first clipped one is not known yet.
    """

    largest: float = LEAST_M_S2

    def push(self, acc_m_s2: Floats) -> Bools:
        """(n,) true where the largest of a sample's three values (n, 3) stands at the limit."""
        size = np.abs(acc_m_s2).max(axis=1)
        record = np.maximum.accumulate(np.concatenate(([self.largest], size)))
        self.largest = float(record[-1])
        clipped: Bools = (size == record[:-1]) & (size > LEAST_M_S2)
        return clipped
