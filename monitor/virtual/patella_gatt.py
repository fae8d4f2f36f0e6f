"""A virtual Patella sensor as its GATT table shows it, as `firmware_protocol/PROTOCOL.md` lays down."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from firmware_protocol import gatt
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.peripheral import Entry, Notification
from monitor.virtual.radio import INTERVAL_UNIT_S

MANUFACTURER, MODEL, FIRMWARE = b"Patella", b"virtual sensor", b"1"


class PatellaGatt:
    """Serves a `VirtualSensor` on a `Peripheral`."""

    advertising = gatt.advertising_data()
    table: Mapping[str, Sequence[Entry]] = {
        gatt.SERVICE_UUID: (
            Entry(gatt.DATA_UUID, notifies=True),
            Entry(gatt.CONTROL_UUID, writes=True, notifies=True),
            Entry(gatt.INFO_UUID, reads=True)),
        gatt.BATTERY_SERVICE_UUID: (Entry(gatt.BATTERY_LEVEL_UUID, reads=True, notifies=True),),
        gatt.DEVICE_INFORMATION_UUID: (
            Entry(gatt.MANUFACTURER_NAME_UUID, reads=True),
            Entry(gatt.MODEL_NUMBER_UUID, reads=True),
            Entry(gatt.SERIAL_NUMBER_UUID, reads=True),
            Entry(gatt.FIRMWARE_REVISION_UUID, reads=True)),
    }

    def __init__(self, sensor: VirtualSensor) -> None:
        self.sensor = sensor
        self.scan_response = gatt.scan_response_data(int(sensor.serial, 16))
        self._answers: dict[str, Callable[[int], bytes]] = {
            gatt.INFO_UUID: lambda _now_us: sensor.info(),
            gatt.BATTERY_LEVEL_UUID: lambda now_us: bytes([sensor.battery_percent(now_us)]),
            gatt.MANUFACTURER_NAME_UUID: lambda _now_us: MANUFACTURER,
            gatt.MODEL_NUMBER_UUID: lambda _now_us: MODEL,
            gatt.SERIAL_NUMBER_UUID: lambda _now_us: sensor.serial.encode(),
            gatt.FIRMWARE_REVISION_UUID: lambda _now_us: FIRMWARE,
        }

    @property
    def interval_units(self) -> int | None:
        wanted_ms = self.sensor.connection_interval_ms
        return None if wanted_ms is None else round(wanted_ms / 1000 / INTERVAL_UNIT_S)

    def connected(self) -> None:
        """Nothing streams before START."""

    def mtu_changed(self, mtu: int) -> None:
        self.sensor.mtu_changed(mtu)

    def disconnected(self) -> None:
        self.sensor.disconnected()

    def read(self, uuid: str, now_us: int) -> bytes:
        return self._answers[uuid](now_us)

    def write(self, uuid: str, payload: bytes, now_us: int) -> Sequence[Notification]:
        answer = self.sensor.command(payload, now_us)
        return [(uuid, answer)] if answer else []

    def due_us(self) -> float:
        return self.sensor.due_us()

    def notifications(self, now_us: int) -> Sequence[Notification]:
        return [(gatt.DATA_UUID, payload) for payload in self.sensor.packets_until(now_us)]

    def dropped(self, notification: Notification) -> None:
        if notification[0] == gatt.DATA_UUID:
            self.sensor.dropped()
