"""A virtual sensor on the air: a GATT server that advertises, answers and streams what a `GattSensor` says.

The sensor itself is pure: it is told the time and returns bytes. Here are only the radio's duties:
advertising, the attribute table, notifications to whoever subscribed, the queue that overflows when the air
is bad.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bumble import hci
from bumble.att import ATT_Error, ATT_Handle_Value_Notification, ErrorCode
from bumble.device import Connection, Device, DeviceConfiguration
from bumble.gatt import Characteristic, CharacteristicValue, Service

from monitor.virtual.bleak_backend import LARGEST_MTU
from monitor.virtual.radio import INTERVAL_UNIT_S, Radio, RadioController

ADVERTISING_INTERVAL_MS = 100
LONGEST_SLEEP_S = 0.02        # of the firmware's main loop while no packet is due
TIMER_S = 1e-5                # its timer's step
IDLE_EVERY_S = 0.25           # and while nobody is connected
QUEUE_PACKETS = 32            # what firmware and radio stack buffer together; then packets are dropped
SUPERVISION_MS = 4000

Notification = tuple[str, bytes]     # characteristic UUID, value


@dataclass(frozen=True, slots=True)
class Entry:
    """One characteristic of a virtual sensor's table."""

    uuid: str
    reads: bool = False
    writes: bool = False
    notifies: bool = False

    @property
    def properties(self) -> Characteristic.Properties:
        kinds = Characteristic.Properties
        writing = kinds.WRITE | kinds.WRITE_WITHOUT_RESPONSE
        return ((kinds.READ if self.reads else kinds(0)) | (writing if self.writes else kinds(0))
                | (kinds.NOTIFY if self.notifies else kinds(0)))


class GattSensor(Protocol):
    """What a virtual sensor must offer to be served; times are microseconds of the virtual world.

    `notifications` is asked for regularly, connected or not, for a sensor's time goes on, and as soon as the
    next packet is due: a sensor wakes on its own clock, which keeps no step with the radio's.

    Attributes:
        advertising, scan_response: payloads of at most 31 bytes.
        table: service UUID to its characteristics.
        interval_units: connection interval it wants, in 1.25 ms, None to take what it gets.
    """

    @property
    def advertising(self) -> bytes: ...
    @property
    def scan_response(self) -> bytes: ...
    @property
    def table(self) -> Mapping[str, Sequence[Entry]]: ...
    @property
    def interval_units(self) -> int | None: ...
    def connected(self) -> None: ...
    def mtu_changed(self, mtu: int) -> None: ...
    def disconnected(self) -> None: ...
    def read(self, uuid: str, now_us: int) -> bytes: ...
    def write(self, uuid: str, payload: bytes, now_us: int) -> Sequence[Notification]: ...
    def notifications(self, now_us: int) -> Sequence[Notification]: ...
    def due_us(self) -> float: ...
    def dropped(self, notification: Notification) -> None: ...


class Peripheral:
    """One sensor on the air; `start` it, `stop` it."""

    def __init__(self, sensor: GattSensor, radio: Radio, address: str, now_us: Callable[[], int]) -> None:
        self.sensor = sensor
        self.controller = RadioController(address, radio)
        transport = self.controller.transport()
        self.device = Device.from_config_with_hci(
            DeviceConfiguration(name="", address=hci.Address(address),
                                advertising_interval_min=ADVERTISING_INTERVAL_MS,
                                advertising_interval_max=ADVERTISING_INTERVAL_MS),
            transport.source, transport.sink)
        self.device.gatt_server.max_mtu = LARGEST_MTU
        self._radio = radio
        self._now_us = now_us
        self._characteristics: dict[str, Characteristic[bytes]] = {}
        self._connection: Connection | None = None
        self._interval_units: int | None = None
        self._stream: asyncio.Task[None] | None = None
        self._idling: asyncio.Task[None] | None = None
        self.device.add_services([
            Service(service, [self._characteristic(entry) for entry in entries])
            for service, entries in sensor.table.items()])
        self.device.on("connection", self._on_connection)

    @property
    def is_connected(self) -> bool:
        return self._connection is not None

    async def start(self) -> None:
        await self.device.power_on()
        await self.device.start_advertising(
            auto_restart=True, advertising_data=self.sensor.advertising,
            scan_response_data=self.sensor.scan_response)
        self._idling = asyncio.create_task(self._idle())

    async def stop(self) -> None:
        """Switch the sensor off: the link ends, the advertising too."""
        if self._idling is not None:
            self._idling.cancel()
        await self.device.stop_advertising()
        await self.disconnect()
        await self.device.power_off()

    async def disconnect(self) -> None:
        """End the link from the sensor's side."""
        if self._connection is not None:
            await self._connection.disconnect()

    def send_raw(self, uuid: str, value: bytes) -> None:
        """A notification of any length, as only faulty firmware sends it."""
        if self._connection is not None:
            packet = ATT_Handle_Value_Notification(
                attribute_handle=self._characteristics[uuid].handle, attribute_value=value)
            self.device.gatt_server.send_gatt_pdu(self._connection, bytes(packet))

    def leave_range(self) -> None:
        self._radio.leave_range(self.controller)

    def enter_range(self) -> None:
        self._radio.enter_range(self.controller)

    def _characteristic(self, entry: Entry) -> Characteristic[bytes]:
        def read(_connection: Connection) -> bytes:
            if not entry.reads:
                raise ATT_Error(ErrorCode.READ_NOT_PERMITTED)
            return self.sensor.read(entry.uuid, self._now_us())

        async def write(connection: Connection, value: bytes) -> None:
            if not entry.writes:
                raise ATT_Error(ErrorCode.WRITE_NOT_PERMITTED)
            await self._send(connection, self.sensor.write(entry.uuid, value, self._now_us()))

        access = Characteristic.Permissions.READABLE | Characteristic.Permissions.WRITEABLE
        characteristic: Characteristic[bytes] = Characteristic(
            entry.uuid, entry.properties, access, CharacteristicValue(read=read, write=write))
        self._characteristics[entry.uuid] = characteristic
        return characteristic

    def _on_connection(self, connection: Connection) -> None:
        self._connection = connection
        connection.on("disconnection", self._on_disconnection)
        self.sensor.connected()
        connection.on("connection_att_mtu_update", lambda: self.sensor.mtu_changed(connection.att_mtu))
        self._stream = asyncio.get_running_loop().create_task(self._run(connection))

    def _on_disconnection(self, _reason: int) -> None:
        self._connection = self._interval_units = None
        if self._stream is not None:
            self._stream.cancel()
            self._stream = None
        # an answer that never came must not block the next request
        self.device.l2cap_channel_manager.connection_parameters_update_response = None
        self.sensor.disconnected()

    async def _idle(self) -> None:
        while True:
            if not self.is_connected:
                self.sensor.notifications(self._now_us())
            await asyncio.sleep(IDLE_EVERY_S)

    async def _run(self, connection: Connection) -> None:
        while True:
            await self._request_interval(connection)
            await self._send(connection, self.sensor.notifications(self._now_us()))
            until_due_s = 1e-6 * (self.sensor.due_us() - self._now_us()) + TIMER_S
            await asyncio.sleep(min(max(until_due_s, TIMER_S), LONGEST_SLEEP_S))

    async def _request_interval(self, connection: Connection) -> None:
        wanted = self.sensor.interval_units
        if wanted is None or wanted == self._interval_units:
            return
        self._interval_units = wanted
        interval_ms = wanted * INTERVAL_UNIT_S * 1000
        await connection.update_parameters(interval_ms, interval_ms, 0, SUPERVISION_MS, use_l2cap=True)

    async def _send(self, connection: Connection, notifications: Sequence[Notification]) -> None:
        for notification in notifications:
            if self._radio.waiting(self.controller) >= QUEUE_PACKETS:
                self.sensor.dropped(notification)
                continue
            uuid, value = notification
            await self.device.gatt_server.notify_subscriber(connection, self._characteristics[uuid], value)
