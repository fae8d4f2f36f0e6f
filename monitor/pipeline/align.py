"""Both sensors on one time grid: short gaps bridged, long ones marked, time never ignored.

Counting on through lost samples as if they had not happened costs degrees; bridging costs hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

import numpy as np

from monitor.leg import Bools, Floats, Ints

MS_NS = 1_000_000
CURVED_NS = 150 * MS_NS      # a curve can follow a limb's rate this far: a swing lasts three times as long
LONE = 1.5                   # periods between two samples that are not neighbours
BRIDGED_NS = 50 * MS_NS      # as long as this, a straight line between two samples is as good as the samples
ALONE_NS = 5_000 * MS_NS
STALLED_NS = 500 * MS_NS     # when one sensor is this far behind the other, the grid goes on without it


@dataclass(frozen=True, slots=True, eq=False)
class TimedBlock:
    """n samples of one sensor on the host's time.

    `t_sigma_s` (n,) is one standard deviation of `t_ns`: what is not known of the sensor's clock.
    """

    t_ns: Ints
    acc_m_s2: Floats
    gyr_rad_s: Floats
    acc_saturated: Bools
    gyr_saturated: Bools
    t_sigma_s: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Gridded:
    """One sensor on n grid instants, in its own axes.

    `bridged` (n,) lies inside a short gap, `gap` (n,) inside a long one (rates interpolated, specific force
    zero), `missing` (n,) has no data at all (all zero). `t_sigma_s` (n,) is one standard deviation of when
    the samples really were, against the grid.
    """

    acc_m_s2: Floats
    gyr_rad_s: Floats
    acc_saturated: Bools
    gyr_saturated: Bools
    bridged: Bools
    gap: Bools
    missing: Bools
    t_sigma_s: Floats

    def __getitem__(self, part: slice) -> Self:
        return type(self)(*(getattr(self, name)[part] for name in Gridded.__slots__))


@dataclass(frozen=True, slots=True, eq=False)
class AlignedBlock:
    """Both sensors on n grid instants `t_ns` (n,)."""

    t_ns: Ints
    thigh: Gridded
    shank: Gridded

    def __len__(self) -> int:
        return len(self.t_ns)

    def __getitem__(self, part: slice) -> Self:
        return type(self)(self.t_ns[part], self.thigh[part], self.shank[part])


@dataclass(slots=True)
class _Waiting:
    """Samples of one sensor that the grid has not passed yet, and the last one that it has."""

    blocks: list[TimedBlock] = field(default_factory=list)
    first_ns: int | None = None
    newest_ns: int | None = None
    before_ns: int | None = None      # the sample before the newest

    def push(self, block: TimedBlock) -> None:
        """Queue samples; any that are not newer than all before them are dropped."""
        earlier_ns = block.t_ns[:1] - 1 if self.newest_ns is None else np.array([self.newest_ns])
        newer = block.t_ns > np.maximum.accumulate(np.concatenate((earlier_ns, block.t_ns[:-1])))
        if not newer.all():
            block = _rows(block, newer)
        if len(block.t_ns):
            self.blocks.append(block)
            self.first_ns = int(block.t_ns[0]) if self.first_ns is None else self.first_ns
            self.before_ns = int(block.t_ns[-2]) if len(block.t_ns) > 1 else self.newest_ns
            self.newest_ns = int(block.t_ns[-1])

    def settled_ns(self, period_ns: float) -> int:
        """How far the samples reach without a gap: bridging one takes the slope on both of its sides."""
        assert self.newest_ns is not None
        fresh_gap = self.before_ns is not None and self.newest_ns - self.before_ns > LONE * period_ns
        return self.before_ns if fresh_gap and self.before_ns is not None else self.newest_ns

    def take(self) -> TimedBlock:
        """Everything that waits, as one block (at least one must)."""
        if len(self.blocks) > 1:
            self.blocks = [TimedBlock(*(np.concatenate([getattr(b, name) for b in self.blocks])
                                        for name in TimedBlock.__slots__))]
        return self.blocks[0]

    def forget_before(self, t_ns: int) -> None:
        """Keep the last two samples at or before `t_ns` and all later ones."""
        block = self.take()
        first = max(0, int(np.searchsorted(block.t_ns, t_ns, side="right")) - 2)
        self.blocks = [_rows(block, slice(first, None))]


@dataclass(slots=True)
class Align:
    """Two streams of samples in, one grid out; rows leave as soon as both sensors have passed them.

    Where `shared_clock` is set (an imported table) the grid is the table's own instants.
    """

    rate_hz: float
    shared_clock: bool = False
    thigh: _Waiting = field(default_factory=_Waiting)
    shank: _Waiting = field(default_factory=_Waiting)
    _origin_ns: int | None = None  # the first instant: counted from there, as no float tells an epoch's ns
    _done: int = 0                 # instants so far
    _done_ns: int | None = None    # the last instant of a shared clock

    def push(self, thigh: list[TimedBlock], shank: list[TimedBlock]) -> AlignedBlock | None:
        """The grid rows that these samples complete."""
        for waiting, blocks in ((self.thigh, thigh), (self.shank, shank)):
            for block in blocks:
                waiting.push(block)
        if self.thigh.newest_ns is None or self.shank.newest_ns is None:
            self._forget_alone()
            return None
        newest = self.thigh.newest_ns, self.shank.newest_ns
        grid = self._shared_rows(min(newest)) if self.shared_clock else self._due_rows(*newest)
        if not len(grid):
            return None
        aligned = AlignedBlock(grid, _on_grid(self.thigh.take(), grid, self.rate_hz),
                             _on_grid(self.shank.take(), grid, self.rate_hz))
        for waiting in (self.thigh, self.shank):
            waiting.forget_before(int(grid[-1]))
        return aligned

    def _forget_alone(self) -> None:
        """While only one sensor sends, nothing but its latest samples can matter."""
        for waiting in (self.thigh, self.shank):
            if waiting.newest_ns is not None:
                waiting.forget_before(waiting.newest_ns - ALONE_NS)

    @property
    def stalled(self) -> bool:
        """Whether one sensor is so far behind that the grid goes on without it."""
        if self.thigh.newest_ns is None or self.shank.newest_ns is None:
            return False
        return abs(self.thigh.newest_ns - self.shank.newest_ns) > STALLED_NS

    def _due_rows(self, thigh_ns: int, shank_ns: int) -> Ints:
        period = 1e9 / self.rate_hz
        if self._origin_ns is None:
            self._origin_ns = max(waiting.first_ns or 0 for waiting in (self.thigh, self.shank))
        until_ns = max(thigh_ns, shank_ns) - STALLED_NS if self.stalled else min(
            self.thigh.settled_ns(period), self.shank.settled_ns(period))
        due = (until_ns - self._origin_ns) // period + 1
        rows = np.arange(self._done, due)
        self._done += len(rows)
        instants: Ints = self._origin_ns + np.rint(rows * period).astype(np.int64)
        return instants

    def _shared_rows(self, until_ns: int) -> Ints:
        times = np.union1d(self.thigh.take().t_ns, self.shank.take().t_ns)
        both = times[times <= until_ns]
        new = both if self._done_ns is None else both[both > self._done_ns]
        if len(new):
            self._done_ns = int(new[-1])
        return new


def _rows(block: TimedBlock, part: slice | Bools) -> TimedBlock:
    return TimedBlock(*(getattr(block, name)[part] for name in TimedBlock.__slots__))


def _on_grid(block: TimedBlock, grid: Ints, rate_hz: float) -> Gridded:
    """Values between samples; elementwise, so that the cut of the stream does not show."""
    count = len(block.t_ns)
    after = np.searchsorted(block.t_ns, grid, side="left")
    right = np.minimum(after, count - 1)
    exact = block.t_ns[right] == grid
    left = np.where(exact, right, np.maximum(after - 1, 0))
    span = block.t_ns[right] - block.t_ns[left]
    missing = (after >= count) | (~exact & (after == 0)) | (span > STALLED_NS)
    present = ~missing[:, None]
    gap = ~missing & (span > BRIDGED_NS + 0.5e9 / rate_hz)     # the two clocks disagree about its length
    lone = span > LONE * 1e9 / rate_hz
    acc, gyr = (_between(values, block.t_ns, grid, left, right, lone & (span <= CURVED_NS), rate_hz)
                for values in (block.acc_m_s2, block.gyr_rad_s))
    return Gridded(np.where(present & ~gap[:, None], acc, 0.0), np.where(present, gyr, 0.0),
                   (block.acc_saturated[left] | block.acc_saturated[right]) & ~missing,
                   (block.gyr_saturated[left] | block.gyr_saturated[right]) & ~missing,
                   ~missing & ~gap & lone, gap, missing, block.t_sigma_s[left])


def _between(values: Floats, t_ns: Ints, grid: Ints, left: Ints, right: Ints, curved: Bools,
             rate_hz: float) -> Floats:
    """(m, 3) values (n, 3) at the grid: straight lines between neighbours, cubics over short gaps."""
    span = np.maximum(t_ns[right] - t_ns[left], 1)
    part = ((grid - t_ns[left]) / span)[:, None]
    out: Floats = values[left] + part * (values[right] - values[left])
    if not curved.any():
        return out
    earlier, later = np.maximum(left - 1, 0), np.minimum(right + 1, len(t_ns) - 1)
    before, behind = t_ns[left] - t_ns[earlier], t_ns[later] - t_ns[right]
    near = LONE * 1e9 / rate_hz
    curved = curved & (before > 0) & (before <= near) & (behind > 0) & (behind <= near)
    slope_in = (values[left] - values[earlier]) * (span / np.maximum(before, 1))[:, None]
    slope_out = (values[later] - values[right]) * (span / np.maximum(behind, 1))[:, None]
    change = values[right] - values[left]
    # The cubic Hermite form, as its difference from the straight line.
    bend = part * (1.0 - part) * ((1.0 - part) * (slope_in - change) - part * (slope_out - change))
    return out + np.where(curved[:, None], bend, 0.0)
