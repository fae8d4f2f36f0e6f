"""Notifications become samples with an unwrapped device time; losses are counted, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from firmware_protocol.dialects import Decoder, decoder_for
from firmware_protocol.errors import PacketError
from firmware_protocol.packets import Impact
from firmware_protocol.patella import Header, PatellaDecoder
from firmware_protocol.samples import Samples
from firmware_protocol.sequence import Arrival, SequenceTracker, TimeUnwrapper, lost_between
from monitor.leg import Bools, Floats, Ints
from monitor.pipeline.rail import Rail
from monitor.values import Received, Sensor

LATE_NS = 1_000_000_000        # a stamp that is further back is from a clock that was set
LONGEST_GAP_NS = 80_000_000_000  # and so is one that is further ahead: a link so silent was given up


@dataclass(frozen=True, slots=True, eq=False)
class SensorBlock:
    """n samples of one sensor, in its own axes and on its own clock (nanoseconds, unwrapped)."""

    t_device_ns: Ints
    acc_m_s2: Floats
    gyr_rad_s: Floats
    acc_saturated: Bools
    gyr_saturated: Bools

    def __len__(self) -> int:
        return len(self.t_device_ns)


@dataclass(frozen=True, slots=True, eq=False)
class Packet:
    """One notification in its place in time (device clock, unwrapped nanoseconds).

    `content` is its samples, or its bytes and header where decoding many at once is ten times as quick.
    `impacts` are (t_device_ns, peak_resultant_g, saturated).
    """

    first_ns: int
    last_ns: int
    content: SensorBlock | tuple[bytes, Header]
    impacts: tuple[tuple[int, float, bool], ...] = ()


@dataclass(slots=True)
class Tally:
    """What came from one sensor and what did not."""

    samples: int = 0
    lost: int = 0
    gaps: int = 0
    saturated_samples: int = 0
    refused_packets: int = 0
    duplicates: int = 0
    markers: int = 0
    last_fault: str = ""

    @property
    def lost_percent(self) -> float:
        """Samples lost, of all that were sent."""
        sent = self.samples + self.lost
        return 100.0 * self.lost / sent if sent else 0.0


@dataclass(slots=True)
class Ingest:
    """Decodes one sensor's packets; `connected` starts anew when the sensor does.

    Attributes:
        counted: the sensor sends no time, so it is counted from the samples and the declared rate.
        period_ns: of the samples, by the declared rate.
    """

    tally: Tally = field(default_factory=Tally)
    sensor: Sensor | None = None
    counted: bool = False
    period_ns: int = 0
    _decoder: Decoder | None = None
    _sequence: SequenceTracker = field(default_factory=SequenceTracker)
    _clock: TimeUnwrapper = field(default_factory=TimeUnwrapper)
    _rail: Rail = field(default_factory=Rail)
    _next_ns: int | None = None

    def connected(self, sensor: Sensor) -> bool:
        """Take up a sensor's description; true when its clock is not the one known so far."""
        same_clock = self.sensor is not None and not self.counted and (
            (self.sensor.serial, self.sensor.boot_id) == (sensor.serial, sensor.boot_id))
        self.sensor = sensor
        self._decoder = self._decoder_for(sensor)
        self.period_ns = round(1e9 / sensor.rate_hz)
        if not same_clock:
            self._sequence, self._clock, self._next_ns = SequenceTracker(), TimeUnwrapper(), None
        return not same_clock

    def _decoder_for(self, sensor: Sensor) -> Decoder | None:
        """The decoder, or None where the description does not suffice: then its packets are refused."""
        try:
            return decoder_for(sensor.dialect, rate_hz=sensor.rate_hz, acc_range_g=sensor.acc_range_g,
                               gyr_range_dps=sensor.gyr_range_dps, layout=sensor.layout)
        except PacketError as fault:
            self.tally.last_fault = str(fault)
            return None

    def push(self, received: Received) -> list[Packet]:
        """The samples of one notification; a packet that cannot be read is counted and left out."""
        decoder = self._decoder
        if decoder is None:
            self.tally.refused_packets += 1
            return []
        try:
            if isinstance(decoder, PatellaDecoder):
                packet = self._glanced(received.payload, decoder.glance(received.payload))
                return [] if packet is None else [packet]
            blocks = decoder.push(received.payload)
        except PacketError as fault:
            self.tally.refused_packets += 1
            self.tally.last_fault = str(fault)
            return []
        return [packet for samples in blocks if (packet := self._placed(samples)) is not None]

    def block(self, packets: Sequence[Packet]) -> SensorBlock:
        """The samples of consecutive packets (at least one) of one connection, decoded at last."""
        if isinstance(self._decoder, PatellaDecoder):
            return self._scaled(packets, self._decoder)
        return joined([packet.content for packet in packets if isinstance(packet.content, SensorBlock)])

    def device_instant_ns(self, t_us: int) -> int | None:
        """A stamp that is no sample's, such as a ping's, on the unwrapped device clock; None before any."""
        return None if self._next_ns is None else 1000 * self._clock.push(t_us)

    def _glanced(self, payload: bytes, header: Header) -> Packet | None:
        """A packet in its place in time, its samples yet to be decoded; None for one that came before."""
        if not self._is_new(header.seq, header.count):
            return None
        first_ns = 1000 * self._clock.push(header.t0_us)
        last_ns = first_ns + 1000 * header.dt_us * (header.count - 1)
        self._took(header.count, last_ns, header.marker)
        return Packet(first_ns, last_ns, (payload, header), _stamped(header.impact, first_ns))

    def _scaled(self, packets: Sequence[Packet], decoder: PatellaDecoder) -> SensorBlock:
        pairs = [packet.content for packet in packets if isinstance(packet.content, tuple)]
        headers = [header for _, header in pairs]
        counts = np.array([header.count for header in headers])
        number = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        steps_ns = np.array([1000 * header.dt_us for header in headers], np.int64)
        t_ns = np.repeat(np.array([p.first_ns for p in packets], np.int64), counts)
        acc, gyr, acc_saturated, gyr_saturated = decoder.scale([payload for payload, _ in pairs], headers)
        self._count_saturated(acc_saturated, gyr_saturated)
        t_ns += number * np.repeat(steps_ns, counts)
        return SensorBlock(t_ns, acc, gyr, acc_saturated, gyr_saturated)

    def _placed(self, samples: Samples) -> Packet | None:
        """Decoded samples on the unwrapped device clock, without unsound ones; None for ones seen before."""
        count = len(samples.acc_m_s2)
        if not count or not self._is_new(samples.seq, count):
            return None
        t_ns = self._device_time(samples, count)
        if samples.seq is None and not self._goes_on(int(t_ns[0]), samples.gap_before):
            return None
        self._took(count, int(t_ns[-1]), samples.marker)
        clipped = samples.acc_saturated | self._rail.push(samples.acc_m_s2) if self._undeclared else (
            samples.acc_saturated)
        self._count_saturated(clipped, samples.gyr_saturated)
        block = SensorBlock(t_ns, samples.acc_m_s2, samples.gyr_rad_s, clipped, samples.gyr_saturated)
        return Packet(int(t_ns[0]), int(t_ns[-1]), block, _stamped(samples.impact, int(t_ns[0])))

    @property
    def _undeclared(self) -> bool:
        return self.sensor is not None and self.sensor.acc_range_g is None

    def _took(self, count: int, last_ns: int, marker: bool) -> None:
        self._next_ns = last_ns + self.period_ns
        self.tally.samples += count
        self.tally.markers += marker

    def _count_saturated(self, acc: Bools, gyr: Bools) -> None:
        self.tally.saturated_samples += int(np.count_nonzero(acc | gyr))

    def _is_new(self, seq: int | None, count: int) -> bool:
        if seq is None:
            return True
        place = self._sequence.push(seq)
        if place.arrival in (Arrival.DUPLICATE, Arrival.LATE):
            self.tally.duplicates += place.arrival is Arrival.DUPLICATE
            return False
        if place.lost:
            self.tally.lost += place.lost * count
            self.tally.gaps += 1
        return True

    def _device_time(self, samples: Samples, count: int) -> Ints:
        if samples.t_ns is not None:
            return samples.t_ns
        if samples.t_us is not None:
            unwrapped: Ints = samples.t_us + (self._clock.push(int(samples.t_us[0])) - samples.t_us[0])
            return 1000 * unwrapped
        self.counted = True
        return (self._next_ns or 0) + self.period_ns * np.arange(count, dtype=np.int64)

    def _goes_on(self, first_ns: int, gap_before: bool) -> bool:
        """Whether samples without sequence numbers are new, by their time; counts what is missing before."""
        ahead_ns = first_ns - (first_ns if self._next_ns is None else self._next_ns)
        if -LATE_NS < ahead_ns <= -self.period_ns:
            self.tally.duplicates += 1
            return False
        missing = lost_between(ahead_ns + self.period_ns, self.period_ns)
        if missing * self.period_ns < LONGEST_GAP_NS:
            self.tally.lost += missing
            self.tally.gaps += bool(missing) or gap_before
        return True


def _stamped(impact: Impact | None, first_ns: int) -> tuple[tuple[int, float, bool], ...]:
    if impact is None:
        return ()
    return ((first_ns + 1000 * impact.offset_us, impact.peak_resultant_g, impact.saturated),)


def joined(blocks: Sequence[SensorBlock]) -> SensorBlock:
    """Consecutive blocks (at least one) as one."""
    if len(blocks) == 1:
        return blocks[0]
    return SensorBlock(np.concatenate([b.t_device_ns for b in blocks]),
                       np.concatenate([b.acc_m_s2 for b in blocks]),
                       np.concatenate([b.gyr_rad_s for b in blocks]),
                       np.concatenate([b.acc_saturated for b in blocks]),
                       np.concatenate([b.gyr_saturated for b in blocks]))
