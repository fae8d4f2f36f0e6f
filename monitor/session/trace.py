"""The last seconds of a leg, ready to be drawn."""

from __future__ import annotations

import numpy as np

from monitor.leg import LegBlock, Reason
from monitor.snapshot import Trace

TRACE_S = 20.0
FLOATS = 8
FLAGS = 3


class TraceBuffer:
    """Keeps `TRACE_S` of rows; times are counted from `zero_ns`."""

    def __init__(self, rate_hz: float, zero_ns: int) -> None:
        self._zero_ns = zero_ns
        self._capacity = max(1, round(TRACE_S * rate_hz))
        self._floats = np.zeros((FLOATS, 2 * self._capacity))
        self._flags = np.zeros((FLAGS, 2 * self._capacity), np.bool_)
        self._end = 0

    def push(self, block: LegBlock) -> None:
        """Append a block's rows."""
        block = block[-self._capacity:]
        count = len(block)
        if self._end + count > 2 * self._capacity:
            self._shift()
        part = slice(self._end, self._end + count)
        self._floats[:, part] = ((block.t_ns - self._zero_ns) * 1e-9, block.flexion_deg, block.sigma_deg,
                                 block.thigh_dynamic_g[:, 1], block.shank_dynamic_g[:, 1],
                                 block.thigh_tilt_deg, block.shank_tilt_deg, block.thigh_elevation_deg)
        self._flags[:, part] = block.valid, block.oriented, block.reason != Reason.NO_DATA
        self._end += count

    def _shift(self) -> None:
        keep = slice(max(0, self._end - self._capacity), self._end)
        for rows in (self._floats, self._flags):
            rows[:, :keep.stop - keep.start] = rows[:, keep].copy()
        self._end = keep.stop - keep.start

    def trace(self) -> Trace:
        """A copy of the newest rows."""
        part = slice(max(0, self._end - self._capacity), self._end)
        t_s, flexion, sigma, thigh_acc, shank_acc, thigh_tilt, shank_tilt, elevation = (
            self._floats[:, part].copy())
        valid, oriented, sensed = self._flags[:, part].copy()
        return Trace(t_s, flexion, sigma, valid, thigh_acc, shank_acc, thigh_tilt, shank_tilt, elevation,
                     oriented, sensed)


def no_trace() -> Trace:
    """A trace before there is any data."""
    return TraceBuffer(1.0, 0).trace()
