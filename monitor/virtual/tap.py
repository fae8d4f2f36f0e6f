"""Double tap on the housing, as the sensor's firmware hears it: two short knocks with rest all round.

The same rules as `firmware/patella_sensor/src/core/tap.c`: a knock is loud for milliseconds only, steps and
landings for longer, and hops come slower.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LOUD_G = 2.5
KNOCK_S = 0.012       # a knock is loud no longer than this
ECHO_S = 0.03         # loud again within this belongs to the same knock
PAIR_S = (0.08, 0.3)  # from the first knock to the second
REST_S = 0.5          # before the first and after the second


class DoubleTaps:
    """Hears what one accelerometer sees at the part's own rate."""

    def __init__(self) -> None:
        self._knocks: list[tuple[float, float]] = []    # first and last loud instant of each

    def push(self, t_s: Floats, acc_g: Floats) -> list[float]:
        """When double taps were heard, in these instants (n,) with acceleration (3, n); a rest after each."""
        heard = []
        for loud_s in t_s[(acc_g**2).sum(axis=0) > LOUD_G**2]:
            heard += self._rest(float(loud_s))
            self._louder(float(loud_s))
        return heard + self._rest(float(t_s[-1])) if len(t_s) else heard

    def _louder(self, t_s: float) -> None:
        if self._knocks and t_s - self._knocks[-1][1] < ECHO_S:
            self._knocks[-1] = self._knocks[-1][0], t_s
        else:
            self._knocks.append((t_s, t_s))

    def _rest(self, t_s: float) -> list[float]:
        """It is silent until `t_s`: has that been long enough, and what was it that came before?"""
        if not self._knocks or t_s - self._knocks[-1][1] < REST_S:
            return []
        knocks, self._knocks = self._knocks, []
        short = all(last - first <= KNOCK_S for first, last in knocks)
        paired = len(knocks) == 2 and PAIR_S[0] <= knocks[1][0] - knocks[0][0] <= PAIR_S[1]
        return [t_s] if short and paired else []
