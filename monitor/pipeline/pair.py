"""The two sensors of one leg: from packets to orientations on one grid, before any calibration."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import hypot
from typing import Any, Self

import numpy as np

from monitor.leg import Impact
from monitor.pipeline.align import STALLED_NS, Align, AlignedBlock, TimedBlock
from monitor.pipeline.gate import gate
from monitor.pipeline.ingest import Ingest, Packet, SensorBlock
from monitor.pipeline.orientation import Orientation, Oriented
from monitor.pipeline.timebase import Timebase
from monitor.values import LinkEvent, LinkKind, Placement, Received, Segment, Sensor, Side

SHARED_CLOCK = "samples"     # the dialect of imported tables, whose two sensors stand in one row


@dataclass(frozen=True, slots=True, eq=False)
class PairBlock:
    """Both sensors on n grid instants with their orientations, and the impacts that came with them."""

    aligned: AlignedBlock
    thigh: Oriented
    shank: Oriented
    impacts: tuple[Impact, ...] = ()

    def __len__(self) -> int:
        return len(self.aligned)

    def __getitem__(self, part: slice) -> Self:
        """Some of the rows, with the impacts until the last of them (at the end, all that are left)."""
        start, stop, _ = part.indices(len(self))
        t_ns = self.aligned.t_ns
        first = -1 if start == 0 else int(t_ns[start - 1])
        last = 1 << 63 if stop == len(self) else int(t_ns[stop - 1])
        return type(self)(self.aligned[part], self.thigh[part], self.shank[part],
                          tuple(impact for impact in self.impacts if first < impact.t_ns <= last))

    @classmethod
    def join(cls, blocks: list[Self]) -> Self:
        """Consecutive blocks (at least one) as one."""
        def joined(parts: list[Any]) -> Any:
            names = type(parts[0]).__slots__
            return type(parts[0])(*(np.concatenate([getattr(part, name) for part in parts])
                                    for name in names))

        aligned = AlignedBlock(np.concatenate([b.aligned.t_ns for b in blocks]),
                               joined([b.aligned.thigh for b in blocks]),
                               joined([b.aligned.shank for b in blocks]))
        return cls(aligned, joined([b.thigh for b in blocks]), joined([b.shank for b in blocks]),
                   tuple(impact for b in blocks for impact in b.impacts))


@dataclass(slots=True)
class _Channel:
    """One sensor on its way to the grid."""

    ingest: Ingest = field(default_factory=Ingest)
    timebase: Timebase = field(default_factory=Timebase)
    fellow: _Channel | None = None
    waiting: list[Packet] = field(default_factory=list)   # under the timebase as it is now
    timed: list[TimedBlock] = field(default_factory=list)
    newest_ns: int | None = None

    def connected(self, sensor: Sensor) -> None:
        self.to_host_time()
        if self.ingest.connected(sensor):
            self.timebase = Timebase(shared=sensor.dialect == SHARED_CLOCK)

    @property
    def synchronised(self) -> bool:
        """Whether its maker's own procedure has put it on one clock with others."""
        sensor = self.ingest.sensor
        return sensor is not None and bool(sensor.layout.get("synchronised"))

    def received(self, received: Received) -> list[tuple[int, float, bool]]:
        """Take a packet in; returns its impacts on the device's clock."""
        impacts: list[tuple[int, float, bool]] = []
        for packet in self.ingest.push(received):
            if self.timebase.jumped(packet.last_ns, received.t_host_ns):
                self.to_host_time()
                self.timebase = Timebase()
            elif self.timebase.due(packet.last_ns):
                self.to_host_time()
                self._tell_timebase()
            self.timebase.arrived(packet.last_ns, received.t_host_ns)
            self._keep(packet)
            impacts += packet.impacts
        return impacts

    def _tell_timebase(self) -> None:
        """What the sensors say of their clocks, before it counts."""
        if self.ingest.counted:
            self.timebase.counts(self.ingest.period_ns)
        agreed = self.synchronised and self.fellow is not None and self.fellow.synchronised
        self.timebase.fellow = self.fellow.timebase if self.fellow is not None and agreed else None

    def _keep(self, packet: Packet) -> None:
        """Wait with others for the grid, unless nothing in it is sound."""
        if isinstance(packet.content, SensorBlock):
            content = gate(packet.content)
            if not len(content):
                return
            packet = replace(packet, content=content, last_ns=int(content.t_device_ns[-1]))
        newest_ns = self.timebase.host_instant_ns(packet.last_ns)
        self.newest_ns = max(newest_ns, self.newest_ns or newest_ns)
        self.waiting.append(packet)

    def synced(self, event: LinkEvent) -> None:
        """A ping was answered: the device's u32 microseconds at its reception."""
        t_device_ns = self.ingest.device_instant_ns(int(event.detail["device_us"]))
        if t_device_ns is not None:
            self.timebase.ponged(int(event.detail["host_send_ns"]), t_device_ns)

    def to_host_time(self) -> None:
        if not self.waiting:
            return
        block = self.ingest.block(self.waiting)
        self.waiting = []
        t_sigma_s = np.full(len(block), 1e-9 * self.timebase.sigma_ns)
        self.timed.append(TimedBlock(self.timebase.host_ns(block.t_device_ns), block.acc_m_s2,
                                     block.gyr_rad_s, block.acc_saturated, block.gyr_saturated, t_sigma_s))

    def take(self) -> list[TimedBlock]:
        self.to_host_time()
        timed, self.timed = self.timed, []
        return timed


class SensorPair:
    """Thigh and shank sensor of one side; the grid's rate is the first connected sensor's."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self.channels = {Placement(side, segment): _Channel() for segment in Segment}
        self._thigh, self._shank = (self.channels[Placement(side, segment)]
                                    for segment in (Segment.THIGH, Segment.SHANK))
        self._thigh.fellow, self._shank.fellow = self._shank, self._thigh
        self.rate_hz: float | None = None
        self.declares_mounting = False       # whether both housings say how they are worn
        self._known = False
        self._align: Align | None = None
        self._orientation: tuple[Orientation, Orientation] | None = None
        self._impacts: list[Impact] = []
        self._ready: list[PairBlock] = []

    def push(self, one: Received | LinkEvent) -> None:
        """Take the next input in; what it completes waits for `take`."""
        if isinstance(one, Received):
            self._received(one)
            if self._stalled():
                self._emit()
        elif one.placement in self.channels:
            self._linked(self.channels[one.placement], one)

    def take(self) -> list[PairBlock]:
        """The grid blocks that are complete since last time."""
        self._emit()
        ready, self._ready = self._ready, []
        return ready

    def _received(self, received: Received) -> None:
        channel = self.channels.get(received.placement)
        if channel is None:
            return
        shank = received.placement.segment is Segment.SHANK
        self._impacts += [Impact(channel.timebase.host_instant_ns(t), shank, peak, saturated)
                          for t, peak, saturated in channel.received(received)]

    def _linked(self, channel: _Channel, event: LinkEvent) -> None:
        if event.kind is LinkKind.CONNECTED:
            sensor = Sensor.from_json(event.detail)
            channel.connected(sensor)
            if self.rate_hz is None:
                self._start(sensor)
            self._meet()
        elif event.kind is LinkKind.SYNC:
            channel.synced(event)

    def _start(self, sensor: Sensor) -> None:
        self.rate_hz = sensor.rate_hz
        self._align = Align(sensor.rate_hz, shared_clock=sensor.dialect == SHARED_CLOCK)
        self._orientation = Orientation(sensor.rate_hz), Orientation(sensor.rate_hz)

    def _meet(self) -> None:
        """The first two sensors decide; rows wait for both, so none is made before."""
        sensors = [channel.ingest.sensor for channel in self.channels.values()]
        if not self._known and all(sensors):
            self._known = True
            self.declares_mounting = all(sensor.declares_mounting for sensor in sensors if sensor)

    def _stalled(self) -> bool:
        thigh, shank = self._thigh.newest_ns, self._shank.newest_ns
        return thigh is not None and shank is not None and abs(thigh - shank) > STALLED_NS

    def _emit(self) -> None:
        if self._align is None or self._orientation is None:
            return
        aligned = self._align.push(self._thigh.take(), self._shank.take())
        if aligned is None:
            return
        thigh, shank = (filter_.push(side) for filter_, side in
                        zip(self._orientation, (aligned.thigh, aligned.shank), strict=True))
        impacts, self._impacts = tuple(self._impacts), []
        self._ready.append(PairBlock(aligned, thigh, shank, impacts))

    def skew_ns(self) -> float | None:
        """How far the two clocks may still be apart: half of both bounds' distances, combined."""
        if self._thigh.timebase.shared and self._shank.timebase.shared:
            return 0.0
        thigh, shank = self._thigh.timebase.spread_ns, self._shank.timebase.spread_ns
        return None if thigh is None or shank is None else 0.5 * hypot(thigh, shank)
