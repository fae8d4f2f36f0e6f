"""The electronics of a virtual sensor: commands in, replies and packets out, on its own clock.

The host's side of time is `now_us`, true microseconds since the virtual patient began; the sensor's clock
starts at its own offset and drifts against it. Whoever serves a sensor calls `packets_until` regularly, also
while it does not stream, and must not go back in time.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from firmware_protocol.codec import encode_data, encode_info
from firmware_protocol.commands import (
    CONNECTION_INTERVAL_UNIT_MS,
    ConnectionInterval,
    Identify,
    Reply,
    ResetStats,
    SetRange,
    SetRole,
    Start,
    Status,
    Stop,
    Sync,
    SyncStamp,
    decode_command,
    encode_reply,
    refusal,
)
from firmware_protocol.errors import PacketError
from firmware_protocol.gatt import sensor_name, serial_text
from firmware_protocol.packets import (
    ACC_RANGES_G,
    GYR_RANGES_DPS,
    MAX_SAMPLES,
    RATES_HZ,
    DataFlag,
    DataPacket,
    Hardware,
    Info,
    Role,
    WornSide,
    samples_that_fit,
)
from monitor.values import Placement, Segment, Side
from monitor.virtual.clock import Clock, Stream
from monitor.virtual.faults import HEALTHY, Trouble
from monitor.virtual.imu import Imu, Measured
from monitor.virtual.packing import Losses, impact_trailer, quantise
from monitor.virtual.script import INTERNAL_RATE_HZ

QUEUE_PACKETS = 32
BATTERY_LIFE_S = 8 * 3600.0
DATA_HEADER_BYTES, SAMPLE_BYTES, TRAILER_BYTES, ATT_BYTES = 12, 12, 4, 3


@dataclass(frozen=True, slots=True)
class Built:
    """A packet and the true time at which it was complete."""

    ready_us: float
    payload: bytes


class VirtualSensor:
    """One sensor as its radio sees it.

    Attributes:
        encode: writes its packets; the sensor's own C code can take the place of the codec.
    """

    def __init__(self, placement: Placement, imu: Imu, clock: Clock, rng: np.random.Generator, *,
                 serial: int, acc_range_g: int = 16, gyr_range_dps: int = 2000, loss_percent: float = 0.0,
                 battery_percent: float = 90.0, trouble: Trouble = HEALTHY,
                 encode: Callable[[DataPacket], bytes] = encode_data) -> None:
        self.placement = placement
        self.name, self.serial = sensor_name(serial), serial_text(serial)
        self.clock = clock
        self.encode = encode
        self.identify_until_us = 0.0
        self.connection_interval_ms: float | None = None
        self._imu, self._rng, self._losses = imu, rng, Losses(loss_percent / 100, rng)
        self._battery_percent, self._trouble = battery_percent, trouble
        self._info = Info(
            Role.THIGH if placement.segment is Segment.THIGH else Role.SHANK,
            WornSide.LEFT if placement.side is Side.LEFT else WornSide.RIGHT, True, Hardware.VIRTUAL,
            INTERNAL_RATE_HZ, serial, int(rng.integers(2**32)), 0, acc_range_g, MAX_SAMPLES, gyr_range_dps,
            200, 4, ACC_RANGES_G, GYR_RANGES_DPS, RATES_HZ)
        self._stream: Stream | None = None
        self._seq = self._k = 0
        self._flags = DataFlag(0)

    def info(self) -> bytes:
        """The INFO characteristic."""
        return encode_info(self._info)

    @property
    def settings(self) -> Info:
        return self._info

    @property
    def boot_id(self) -> int:
        return self._info.boot_id

    @property
    def streaming(self) -> bool:
        return self._stream is not None

    def battery_percent(self, now_us: int) -> int:
        now_s = now_us * 1e-6
        healthy = self._battery_percent - 100 * now_s / BATTERY_LIFE_S
        return max(int(self._trouble.battery_percent(healthy, now_s)), 0)

    def mtu_changed(self, mtu: int) -> None:
        """Fit the packets of the next stream to the connection's MTU."""
        room = mtu - ATT_BYTES - DATA_HEADER_BYTES - TRAILER_BYTES
        cap = int(np.clip(room // SAMPLE_BYTES, 1, MAX_SAMPLES))
        self._info = replace(self._info, samples_cap=cap, samples=min(self._info.samples, cap))

    def press_button(self) -> None:
        """The next packet carries a marker, as it does after a double tap."""
        self._flags |= DataFlag.MARKER

    def disconnected(self) -> None:
        """A lost connection stops the stream."""
        self._stream = None

    def restart(self, now_us: int) -> None:
        """Switch off and on: a new boot id, a new clock and a new sequence."""
        self.disconnected()
        self.clock = replace(self.clock, offset_us=-now_us * (1 + self.clock.drift_ppm * 1e-6))
        self._info = replace(self._info, boot_id=int(self._rng.integers(2**32)), dropped=0)
        self._seq = 0

    def command(self, payload: bytes, now_us: int) -> bytes:
        """Obey a CONTROL write and return the notification that answers it, empty where none is due."""
        try:
            command, tag = decode_command(payload)
        except PacketError as error:
            refused = refusal(payload, error)
            return encode_reply(refused) if refused else b""
        match command:
            case Sync(cookie):
                stamp = SyncStamp(cookie, int(self.clock.device_us(now_us)) % 2**32)
                return encode_reply(Reply(command.op, tag, sync=stamp))
            case Start():
                status = self._command_start(command, now_us)
            case SetRange():
                status = self._command_range(command)
            case _:
                status = self._command_simple(command, now_us)
        return encode_reply(Reply(command.op, tag, status))

    def _command_simple(self, command: Stop | Identify | SetRole | ConnectionInterval | ResetStats,
                        now_us: int) -> Status:
        match command:
            case Stop():
                self._stream = None
            case Identify(seconds):
                self.identify_until_us = now_us + seconds * 1e6
            case SetRole(role, side):
                self._info = replace(self._info, role=role, side=side)
            case ConnectionInterval(units):
                if not 6 <= units <= 3200:
                    return Status.UNSUPPORTED
                self.connection_interval_ms = units * CONNECTION_INTERVAL_UNIT_MS
            case ResetStats():
                self._info = replace(self._info, dropped=0)
        return Status.OK

    def _command_start(self, command: Start, now_us: int) -> Status:
        if command.rate_hz not in RATES_HZ or not 1 <= command.samples <= MAX_SAMPLES:
            return Status.UNSUPPORTED
        self.start(command.rate_hz, command.samples, now_us)
        return Status.OK

    def _command_range(self, command: SetRange) -> Status:
        if self._stream is not None:
            return Status.BUSY
        if command.acc_range_g not in ACC_RANGES_G or command.gyr_range_dps not in GYR_RANGES_DPS:
            return Status.UNSUPPORTED
        self._info = replace(self._info, acc_range_g=command.acc_range_g, gyr_range_dps=command.gyr_range_dps)
        self._flags |= DataFlag.CONFIGURATION_CHANGED
        return Status.OK

    def start(self, rate_hz: float, samples: int, now_us: int) -> None:
        """Stream at any rate from 25 to 1000 Hz (over CONTROL only those of INFO); twice changes nothing."""
        samples = samples_that_fit(rate_hz, samples, self._info.samples_cap)
        if self._stream and (self._stream.rate_hz, self._stream.samples) == (rate_hz, samples):
            return
        if (self._info.rate_hz, self._info.samples) != (rate_hz, samples):
            self._flags |= DataFlag.CONFIGURATION_CHANGED
        self._info = replace(self._info, rate_hz=round(rate_hz), samples=samples)
        self._stream = Stream(self.clock.device_us(now_us) + 1e6 / rate_hz, rate_hz, samples)
        self._k, self._flags = 0, self._flags | DataFlag.GAP

    def due_us(self) -> float:
        """True time at which the next packet will be complete, infinity while nothing streams."""
        stream = self._stream
        return math.inf if stream is None else float(self.clock.true_us(stream.complete_us(self._k)))

    def packets_until(self, now_us: int) -> list[bytes]:
        """The packets completed since the last call, as many as the queue holds."""
        return [built.payload for built in self.built_until(now_us)]

    def built_until(self, now_us: int) -> list[Built]:
        """As `packets_until`, with the time at which each was ready."""
        if self._stream is None:
            self._imu.skip(now_us * 1e-6)
            return []
        stream = self._stream
        packets = stream.packets_due(self._k, self.clock.device_us(now_us))
        if not packets:
            return []
        edges_s = 1e-6 * self.clock.true_us(stream.edges_us(self._k, packets))
        measured = self._imu.measure(edges_s, self._info.acc_range_g)
        built: list[Built] = []
        for i in range(packets):
            if self._imu.double_tap(*edges_s[[i * stream.samples, (i + 1) * stream.samples]]):
                self.press_button()
            payload = self._build(stream, measured, slice(i * stream.samples, (i + 1) * stream.samples))
            ready_s = float(edges_s[(i + 1) * stream.samples])
            if payload is None or len(built) == QUEUE_PACKETS or self._trouble.swallows(ready_s):
                self.dropped()
            else:
                built.append(Built(ready_s * 1e6, payload))
        return built

    def dropped(self) -> None:
        """A packet that was built will not be sent."""
        self._info = replace(self._info, dropped=self._info.dropped + 1)
        self._flags |= DataFlag.GAP

    def _build(self, stream: Stream, measured: Measured, rows: slice) -> bytes | None:
        """The next packet, or None where a full queue swallows it."""
        seq, t0_us = self._seq, stream.sample_us(self._k)
        self._seq, self._k = (self._seq + 1) % 2**16, self._k + stream.samples
        if self._losses.next():
            return None
        counts, saturated = quantise(measured, rows, self._info)
        dt_us = round(1e6 / stream.rate_hz)
        impact = impact_trailer(measured, rows, counts, self._info,
                                lambda t_s: self.clock.device_us(t_s * 1e6) - t0_us, dt_us)
        flags = self._flags | saturated | (DataFlag.IMPACT if impact else DataFlag(0))
        self._flags = DataFlag(0)
        return self.encode(DataPacket(int(flags), seq, dt_us, round(t0_us) % 2**32, counts, impact))
