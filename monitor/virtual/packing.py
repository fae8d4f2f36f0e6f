"""What a sensor's firmware does to its measurements on the way into a packet."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from firmware_protocol.packets import FULL_SCALE, IMPACT_THRESHOLD_G, DataFlag, ImpactTrailer, Info
from monitor.virtual.clock import Clock
from monitor.virtual.imu import Measured

LARGEST_U16 = 65535
MOST_LOST_IN_A_ROW = 4
MEAN_LOST_IN_A_ROW = (1 + MOST_LOST_IN_A_ROW) / 2


def quantise(measured: Measured, rows: slice, info: Info) -> tuple[NDArray[np.int16], DataFlag]:
    """The samples as counts (n, 6), and what was at its limit."""
    parts = measured.acc_g[rows] / info.acc_range_g, measured.gyr_dps[rows] / info.gyr_range_dps
    counts = np.clip(np.rint(np.concatenate(parts, axis=1) * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1)
    at_limit = np.abs(counts) >= FULL_SCALE - 1
    flags = DataFlag(0)
    if measured.clipped[rows].any() or at_limit[:, :3].any():
        flags |= DataFlag.ACC_SATURATED
    if at_limit[:, 3:].any():
        flags |= DataFlag.GYR_SATURATED
    return counts.astype(np.int16), flags


def impact_trailer(measured: Measured, rows: slice, info: Info, clock: Clock,
                   t0_us: float) -> ImpactTrailer | None:
    """The largest resultant at the part's own rate, where it is large enough to be an impact."""
    i = rows.start + int(measured.peak_g[rows].argmax())
    if measured.peak_g[i] < IMPACT_THRESHOLD_G:
        return None
    peak = round(measured.peak_g[i] / info.acc_range_g * FULL_SCALE)
    offset_us = round(clock.device_us(measured.peak_t_s[i] * 1e6) - t0_us)
    return ImpactTrailer(min(peak, LARGEST_U16), int(np.clip(offset_us, 0, LARGEST_U16)))


class Losses:
    """Packets that find the queue full, in bursts of one to four as a bad moment of the air makes them."""

    def __init__(self, share: float, rng: np.random.Generator) -> None:
        self._begin = share / (MEAN_LOST_IN_A_ROW * (1 - share) + share)
        self._rng = rng
        self._left = 0

    def next(self) -> bool:
        """Whether the next packet is lost."""
        if self._left == 0 and self._begin and self._rng.random() < self._begin:
            self._left = int(self._rng.integers(1, MOST_LOST_IN_A_ROW + 1))
        if self._left == 0:
            return False
        self._left -= 1
        return True
