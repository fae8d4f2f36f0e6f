"""What a sensor's firmware does to its measurements on the way into a packet."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from firmware_protocol.packets import FULL_SCALE, IMPACT_THRESHOLD_G, DataFlag, ImpactTrailer, Info
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


def impact_trailer(measured: Measured, rows: slice, counts: NDArray[np.int16], info: Info,
                   held_offset_us: Callable[[float], float], dt_us: int) -> ImpactTrailer | None:
    """The largest resultant, of the part's own samples or of the sent ones, where it is an impact's.

    `held_offset_us` turns the true time in seconds of a part's own sample into microseconds from t0.
    """
    held = rows.start + int(measured.peak_g[rows].argmax())
    peak = round(measured.peak_g[held] / info.acc_range_g * FULL_SCALE)
    offset_us = round(held_offset_us(measured.peak_t_s[held]))
    sent = np.sqrt((counts[:, :3].astype(np.float64) ** 2).sum(axis=1))
    largest = int(sent.argmax())
    if sent[largest] > peak:
        peak, offset_us = round(sent[largest]), largest * dt_us
    if peak < IMPACT_THRESHOLD_G * FULL_SCALE // info.acc_range_g:
        return None
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
