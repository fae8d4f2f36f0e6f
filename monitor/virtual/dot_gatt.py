"""A virtual Movella DOT: streams in mode 21, identifies itself, and agrees on a clock with its fellows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firmware_protocol import movella_control as control
from firmware_protocol import movella_sync as sync
from firmware_protocol.errors import PacketError
from firmware_protocol.movella_control import Mode
from firmware_protocol.movella_dot import DotPacket, encode_packet
from firmware_protocol.samples import RAD_PER_DEG
from monitor.virtual.clock import Clock
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.foreign import ForeignSensor
from monitor.virtual.peripheral import Entry, Notification

CONFIGURATION_SERVICE = "15171000-4947-11e9-8646-d663bd873d93"
BATTERY_SERVICE = "15173000-4947-11e9-8646-d663bd873d93"
MESSAGE_SERVICE = "15177000-4947-11e9-8646-d663bd873d93"
IDENTIFY_US = 10_000_000
AGREED_AFTER_US = 13_000_000
RESIDUE_US, RESIDUE_PPM = 500.0, 1.0      # what the procedure leaves between two clocks; a guess
FAILED = b"\x01"


class DotGatt(ForeignSensor):
    """One DOT of a family.

    Args:
        family: every DOT nearby by its Bluetooth address; the root of a synchronisation is looked up there.
    """

    table: Mapping[str, Sequence[Entry]] = {
        CONFIGURATION_SERVICE: (Entry(control.INFORMATION_UUID, reads=True),
                                Entry(control.DEVICE_CONTROL_UUID, writes=True),
                                Entry(control.REPORT_UUID, notifies=True)),
        control.MEASUREMENT_SERVICE_UUID: (Entry(control.CONTROL_UUID, writes=True),
                                       Entry(control.LONG_PAYLOAD_UUID, notifies=True),
                                       Entry(control.MEDIUM_PAYLOAD_UUID, notifies=True),
                                       Entry(control.SHORT_PAYLOAD_UUID, notifies=True)),
        BATTERY_SERVICE: (Entry(control.BATTERY_UUID, reads=True, notifies=True),),
        MESSAGE_SERVICE: (Entry(control.MESSAGE_WRITE_UUID, writes=True),
                          Entry(control.MESSAGE_READ_UUID, reads=True),
                          Entry(control.MESSAGE_NOTIFY_UUID, notifies=True)),
    }

    def __init__(self, sensor: VirtualSensor, family: Mapping[str, DotGatt]) -> None:
        super().__init__(sensor, "Movella DOT")
        self._family = family
        self._rate_hz = 60
        self._root: str | None = None          # whose clock is to be taken over
        self._connected = False
        self._alone_since_us: int | None = None
        self._synced = False
        self._message = sync.Message(sync.MessageId.STATUS, sync.UNSYNCED)

    def connected(self) -> None:
        self._connected = True

    def disconnected(self) -> None:
        self.sensor.disconnected()
        self._connected = False

    def read(self, uuid: str, now_us: int) -> bytes:
        if uuid == control.INFORMATION_UUID:
            return control.encode_information(int(self.sensor.serial, 16))
        if uuid == control.BATTERY_UUID:
            return bytes([self.sensor.battery_percent(now_us), 0])
        return sync.encode_message(self._message)

    def write(self, uuid: str, payload: bytes, now_us: int) -> Sequence[Notification]:
        try:
            if uuid == control.DEVICE_CONTROL_UUID:
                self._configure(payload, now_us)
            elif uuid == control.CONTROL_UUID:
                self._measure(payload, now_us)
            else:
                self._obey(sync.decode_message(payload))
        except PacketError:
            return []       # a DOT ignores what it cannot read
        return []

    def notifications(self, now_us: int) -> Sequence[Notification]:
        self._agree(now_us)
        return [(control.MEDIUM_PAYLOAD_UUID, encode_packet(DotPacket(
            Mode.RATE_QUANTITIES, int(one.t_us[0]) % 2**32,
            (*one.acc_m_s2[0], *(one.gyr_rad_s[0] / RAD_PER_DEG)))))
            for one in self.samples(now_us) if one.t_us is not None]

    def _configure(self, payload: bytes, now_us: int) -> None:
        rate_hz = control.visited_rate(payload)
        if rate_hz is not None:
            self._rate_hz = rate_hz
        elif payload == control.identify():
            self.sensor.identify_until_us = now_us + IDENTIFY_US

    def _measure(self, payload: bytes, now_us: int) -> None:
        if payload == control.start_measurement(Mode.RATE_QUANTITIES):
            self.start(self._rate_hz, now_us)
        elif payload == control.stop_measurement(Mode.RATE_QUANTITIES):
            self.sensor.disconnected()

    def _obey(self, message: sync.Message) -> None:
        match message.id:
            case sync.MessageId.START:
                self._root = ":".join(f"{byte:02X}" for byte in message.data[::-1])
            case sync.MessageId.STOP:
                self._synced = False
                self._message = sync.Message(sync.MessageId.RESULT, sync.WORKED)
            case sync.MessageId.GET_STATUS:
                status = sync.SYNCED if self._synced else sync.UNSYNCED
                self._message = sync.Message(sync.MessageId.STATUS, status)

    def _agree(self, now_us: int) -> None:
        """Take over the root's clock, once the procedure has had its time without a connection."""
        if self._root is None or self._connected:
            self._alone_since_us = None
            return
        if self._alone_since_us is None:
            self._alone_since_us = now_us
        if now_us - self._alone_since_us < AGREED_AFTER_US:
            return
        root = self._family.get(self._root)
        self._root, self._synced = None, root is not None
        self._message = sync.Message(sync.MessageId.ACKNOWLEDGE, sync.WORKED if root else FAILED)
        if root is not None and root is not self:
            clock = root.sensor.clock
            self.sensor.clock = Clock(clock.offset_us + RESIDUE_US, clock.drift_ppm + RESIDUE_PPM)
