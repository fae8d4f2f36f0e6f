"""The tightest bound on a clock's offset that messages give, each second, and the line that supports it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

import numpy as np

from monitor.leg import Floats

SECOND_NS = 1_000_000_000
WINDOW_S = 120
MOST_DRIFT = 1e-4            # 100 ppm, twice what a crystal in a wearable may have
LEAST_BASELINE_S = 8
STEP_S = 3                   # later for so long is a loss, not a bad moment of the air

Point = tuple[int, int]


@dataclass(slots=True)
class Bound:
    """The tightest offset (host minus device) of each second, as (device time, offset) pairs."""

    upper: bool
    most_drift: float = MOST_DRIFT
    points: deque[Point] = field(default_factory=lambda: deque(maxlen=WINDOW_S))

    def push(self, t_device_ns: int, offset_ns: int) -> None:
        """Take one more offset; only the tightest of its second stays."""
        if self.points and t_device_ns // SECOND_NS == self.points[-1][0] // SECOND_NS:
            tighter = offset_ns < self.points[-1][1] if self.upper else offset_ns > self.points[-1][1]
            if tighter:
                self.points[-1] = (t_device_ns, offset_ns)
        else:
            self.points.append((t_device_ns, offset_ns))

    def line(self) -> tuple[int, float, float]:
        """Offset and drift of the line that supports the points: (t0_ns, offset_ns at t0, drift)."""
        return self._line(list(self.points))

    def forget_before_step(self, least_ns: float) -> None:
        """Where the last seconds were all later than the line before, by so much, only they stay."""
        points = list(self.points)
        earlier, late = points[:-STEP_S - 1], points[-STEP_S - 1:]       # the newest second has only begun
        if not earlier or earlier[-1][0] - earlier[0][0] < LEAST_BASELINE_S * SECOND_NS:
            return
        t0, offset, drift = self._line(earlier)
        if all(late_ns - offset - drift * (t - t0) >= least_ns for t, late_ns in late):
            self.points = deque(late, maxlen=WINDOW_S)

    def _line(self, points: list[Point]) -> tuple[int, float, float]:
        t, offset = np.array(points, dtype=np.int64).T
        t0, base = int(t[-1]), int(offset[-1])
        x, y = (t - t0).astype(float), (offset - base).astype(float)
        drift = 0.0
        if x[0] < -LEAST_BASELINE_S * SECOND_NS:
            slope = _hull_slope(x, y if self.upper else -y)
            drift = min(max(slope, -self.most_drift), self.most_drift)
            drift = drift if self.upper else -drift
        level = y - drift * x
        return t0, base + float(level.min() if self.upper else level.max()), drift


def _hull_slope(x: Floats, y: Floats) -> float:
    """Slope of the lower convex hull of the points at their mean abscissa.

    Of all lines from a point before it to one after it, the hull is the one that passes lowest there.
    """
    middle = float(x.mean())
    before, after = x <= middle, x > middle
    x_before, y_before = x[before][:, None], y[before][:, None]
    slopes = (y[after] - y_before) / (x[after] - x_before)
    return float(slopes.flat[np.argmin(y_before + slopes * (middle - x_before))])
