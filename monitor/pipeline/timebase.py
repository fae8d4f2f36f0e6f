"""A sensor's clock on the host's time, causally, from what must be true of every message.

A packet cannot arrive before its last sample was taken, and a ping cannot be received before it was sent:
arrivals bound the offset from above, pings from below, and the tightest of each within a window count.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from monitor.leg import Ints

SECOND_NS = 1_000_000_000
WINDOW_S = 60
MOST_DRIFT = 1e-4            # 100 ppm, twice what a crystal in a wearable may have
LEAST_BASELINE_S = 8
SLEW = 2e-3                  # the clock shown moves towards a better estimate by 2 ms a second, never jumps
SETTLING_S = 3               # before that it may follow at once: nothing has been shown yet
EARLIEST_NS = SECOND_NS // 2   # no estimate is that far off
LATEST_NS = 30 * SECOND_NS     # longer than any sensor can hold its packets back
PING_DELAY_NS = 700_000      # median of what is left when the quickest of many pings waited for the radio


@dataclass(slots=True)
class Bound:
    """The tightest offset (host minus device) of each second, as (device time, offset) pairs."""

    upper: bool
    points: deque[tuple[int, int]] = field(default_factory=lambda: deque(maxlen=WINDOW_S))

    def push(self, t_device_ns: int, offset_ns: int) -> None:
        """Take one more offset; only the tightest of its second stays."""
        if self.points and t_device_ns // SECOND_NS == self.points[-1][0] // SECOND_NS:
            tighter = offset_ns < self.points[-1][1] if self.upper else offset_ns > self.points[-1][1]
            if tighter:
                self.points[-1] = (t_device_ns, offset_ns)
        else:
            self.points.append((t_device_ns, offset_ns))

    def line(self) -> tuple[float, float, float]:
        """Offset and drift of the line that supports the points: (t0_ns, offset_ns at t0, drift)."""
        t, offset = np.array(self.points, dtype=np.int64).T
        t0, base = int(t[-1]), int(offset[-1])
        x, y = (t - t0).astype(float), (offset - base).astype(float)
        drift = 0.0
        if x[0] < -LEAST_BASELINE_S * SECOND_NS:
            drift = float(np.clip(_hull_slope(x, y if self.upper else -y), -MOST_DRIFT, MOST_DRIFT))
            drift = drift if self.upper else -drift
        level = y - drift * x
        return t0, base + float(level.min() if self.upper else level.max()), drift


def _hull_slope(x: np.ndarray[tuple[int], np.dtype[np.float64]],
                y: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    """Slope of the lower convex hull of the points at their mean abscissa."""
    hull: list[tuple[float, float]] = []
    for px, py in zip(x.tolist(), y.tolist(), strict=True):
        while len(hull) > 1 and ((hull[-1][0] - hull[-2][0]) * (py - hull[-2][1])
                                 <= (hull[-1][1] - hull[-2][1]) * (px - hull[-2][0])):
            hull.pop()
        hull.append((px, py))
    middle = float(x.mean())
    for (ax, ay), (bx, by) in pairwise(hull):
        if ax <= middle <= bx:
            return (by - ay) / (bx - ax)
    return 0.0


@dataclass(slots=True)
class Timebase:
    """Maps one sensor's device time to host time; changes only once a second of device time.

    `shared` clocks (imported files) are mapped by one constant, exactly.
    """

    shared: bool = False
    arrivals: Bound = field(default_factory=lambda: Bound(upper=True))
    pings: Bound = field(default_factory=lambda: Bound(upper=False))
    spread_ns: float | None = None        # distance between the two bounds: how sure the offset is
    _base_ns: int = 0                     # the first offset, which no float holds to the nanosecond
    _anchor_ns: int = 0                   # device time at which the applied offset holds
    _offset_ns: float = 0.0               # beyond the base
    _drift: float = 0.0
    _first_ns: int | None = None
    _updated_s: int = 0

    def due(self, t_last_device_ns: int) -> bool:
        """Whether the next arrival will change the mapping: map what waits before it."""
        begun = not self.shared and self._first_ns is not None
        return begun and t_last_device_ns // SECOND_NS > self._updated_s

    def jumped(self, t_last_device_ns: int, t_host_ns: int) -> bool:
        """Whether a stamp is from another clock: it would have come before it was taken, or absurdly late."""
        if self.shared or self._first_ns is None:
            return False
        delay_ns = t_host_ns - self.host_instant_ns(t_last_device_ns)
        return not -EARLIEST_NS < delay_ns < LATEST_NS

    def arrived(self, t_last_device_ns: int, t_host_ns: int) -> None:
        """A packet whose last sample is from `t_last_device_ns` came in at `t_host_ns`."""
        if self._first_ns is None:
            self._first_ns = self._anchor_ns = t_last_device_ns
            self._base_ns = t_host_ns - t_last_device_ns
            self._updated_s = t_last_device_ns // SECOND_NS
        if self.shared:
            return
        self.arrivals.push(t_last_device_ns, t_host_ns - t_last_device_ns)
        if self.due(t_last_device_ns):
            self._update(t_last_device_ns)

    def ponged(self, host_send_ns: int, t_device_ns: int) -> None:
        """A ping sent at `host_send_ns` had reached the sensor at `t_device_ns`."""
        self.pings.push(t_device_ns, host_send_ns - t_device_ns)

    def host_ns(self, t_device_ns: Ints) -> Ints:
        """(n,) the same instants on the host's clock."""
        since = t_device_ns - self._anchor_ns
        beyond: Ints = np.rint(self._offset_ns + self._drift * since).astype(np.int64)
        return t_device_ns + self._base_ns + beyond

    def host_instant_ns(self, t_device_ns: int) -> int:
        """One instant on the host's clock."""
        beyond = round(self._offset_ns + self._drift * (t_device_ns - self._anchor_ns))
        return t_device_ns + self._base_ns + beyond

    def _estimate(self, now_ns: int) -> tuple[float, float]:
        """Offset beyond the base at `now_ns`, and drift: from pings where there are any, else arrivals."""
        t0, offset, drift = self.arrivals.line()
        upper = offset - self._base_ns + drift * (now_ns - t0)
        if not self.pings.points:
            return upper, drift
        t0, offset, drift = self.pings.line()
        lower = offset - self._base_ns + drift * (now_ns - t0)
        self.spread_ns = max(0.0, upper - lower)
        return min(lower + PING_DELAY_NS, max(upper, lower)), drift

    def _update(self, now_ns: int) -> None:
        assert self._first_ns is not None
        self._updated_s = now_ns // SECOND_NS
        wanted, drift = self._estimate(now_ns)
        shown = self._offset_ns + self._drift * (now_ns - self._anchor_ns)
        if now_ns - self._first_ns > SETTLING_S * SECOND_NS:
            # Reach the estimate within the coming second at most as fast as the slew allows.
            self._drift = drift + float(np.clip((wanted - shown) / SECOND_NS, -SLEW, SLEW))
            self._offset_ns = shown
        else:
            self._drift, self._offset_ns = drift, wanted
        self._anchor_ns = now_ns
