"""A sensor's clock on the host's time, causally, from what must be true of every message.

A packet cannot arrive before its last sample was taken, and a ping cannot be received before it was sent:
arrivals bound the offset from above, pings from below, and the tightest of each within a window count.

Some sensors send no time at all. Theirs is counted, from the number of samples and the declared rate, so a
packet that never came makes all later ones look late: a step that lasts is taken for such a loss.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt

import numpy as np

from monitor.leg import Ints
from monitor.pipeline.bound import SECOND_NS, Bound

MOST_COUNTED_DRIFT = 0.03    # a part that paces itself may be so far from its declared rate
SLEW = 2e-3                  # the clock shown moves towards a better estimate by 2 ms a second, never jumps
SETTLING_S = 3               # before that it may follow at once: nothing has been shown yet
EARLIEST_NS = SECOND_NS // 2   # no estimate is that far off
LATEST_NS = 30 * SECOND_NS     # longer than any sensor can hold its packets back
PING_DELAY_NS = 700_000      # median of what is left when the quickest of many pings waited for the radio
AGREED_NS = 5_000_000        # synchronised clocks that seem further apart are not trusted to be one
WRAP_NS = 1000 << 32         # device times of one clock may differ by whole wraps of their counter
LOST_PART = 0.75             # of a sample's period: a lasting delay as long as this is a lost sample
UNKNOWN_NS = 30_000_000      # how sure an offset is before anything is known: a long connection interval


@dataclass(slots=True)
class Timebase:
    """Maps one sensor's device time to host time; changes only once a second of device time.

    Attributes:
        shared: the clock of an imported file: mapped by one constant, exactly.
        period_ns: of the samples, where the device time is counted from them; else None.
        fellow: of a sensor that keeps the same time, by its maker's own procedure.
        spread_ns: width in which the offset must lie: between the two bounds; without pings as long as
            even the quickest packet may have waited, for which the time between two packets is the limit.
    """

    shared: bool = False
    period_ns: int | None = None
    fellow: Timebase | None = None
    arrivals: Bound = field(default_factory=lambda: Bound(upper=True))
    pings: Bound = field(default_factory=lambda: Bound(upper=False))
    spread_ns: float | None = None
    _base_ns: int = 0                     # the first offset, which no float holds to the nanosecond
    _anchor_ns: int = 0                   # device time at which the applied offset holds
    _offset_ns: float = 0.0               # beyond the base
    _drift: float = 0.0
    _first_ns: int | None = None
    _last_ns: int = 0
    _between_ns: int | None = None        # the shortest time between two packets
    _updated_s: int = 0

    @property
    def sigma_ns(self) -> float:
        """One standard deviation of a mapped instant: anywhere within the spread is as likely."""
        if self.shared:
            return 0.0
        return (UNKNOWN_NS if self.spread_ns is None else self.spread_ns) / sqrt(12.0)

    def counts(self, period_ns: int) -> None:
        """The device time is not the sensor's own, but counted by this sample period."""
        self.period_ns = period_ns
        self.arrivals.most_drift = MOST_COUNTED_DRIFT

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
        elif t_last_device_ns > self._last_ns:
            between_ns = t_last_device_ns - self._last_ns
            self._between_ns = min(between_ns, self._between_ns or between_ns)
        self._last_ns = t_last_device_ns
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
        upper, drift = self._beyond(self.arrivals, now_ns)
        if self.pings.points:
            lower, drift = self._beyond(self.pings, now_ns)
            self.spread_ns = max(0.0, upper - lower)
            return min(lower + PING_DELAY_NS, max(upper, lower)), drift
        self.spread_ns = self._between_ns
        if self.fellow is None or not self.fellow.arrivals.points:
            return upper, drift
        return self._agreed(self.fellow, now_ns, upper, drift)

    def _agreed(self, fellow: Timebase, now_ns: int, own: float, drift: float) -> tuple[float, float]:
        """What the arrivals of both say of the one clock; the own estimate where they contradict that."""
        wraps_ns = round((fellow._last_ns - now_ns) / WRAP_NS) * WRAP_NS
        offset, fellows_drift = self._beyond(fellow.arrivals, now_ns + wraps_ns)
        apart = offset + wraps_ns - own
        if abs(apart) > AGREED_NS:
            return own, drift
        self.spread_ns = abs(apart)
        return own + min(apart, 0.0), (drift + fellows_drift) / 2

    def _beyond(self, bound: Bound, now_ns: int) -> tuple[float, float]:
        t0, offset, drift = bound.line()
        return offset - self._base_ns + drift * (now_ns - t0), drift

    def _update(self, now_ns: int) -> None:
        assert self._first_ns is not None
        self._updated_s = now_ns // SECOND_NS
        if self.period_ns is not None:
            self.arrivals.forget_before_step(LOST_PART * self.period_ns)
        wanted, drift = self._estimate(now_ns)
        shown = self._offset_ns + self._drift * (now_ns - self._anchor_ns)
        behind = self.period_ns is not None and wanted - shown > LOST_PART * self.period_ns
        if now_ns - self._first_ns > SETTLING_S * SECOND_NS and not behind:
            # Reach the estimate within the coming second at most as fast as the slew allows.
            self._drift = drift + float(np.clip((wanted - shown) / SECOND_NS, -SLEW, SLEW))
            self._offset_ns = shown
        else:
            self._drift, self._offset_ns = drift, wanted
        self._anchor_ns = now_ns
