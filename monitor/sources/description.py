"""What a connected sensor says about itself, before anything is asked of it."""

from __future__ import annotations

from dataclasses import dataclass

from bleak import BleakClient
from bleak.backends.device import BLEDevice

from firmware_protocol.codec import decode_info
from firmware_protocol.device import DialectInfo
from firmware_protocol.errors import PacketError
from firmware_protocol.gatt import INFO_UUID, serial_text
from firmware_protocol.packets import Info, Role, WornSide
from monitor.errors import LinkError, LinkReason
from monitor.sources.bluetooth import bluetooth_errors
from monitor.sources.dot_messages import is_synchronised
from monitor.values import Placement, Segment, Sensor, Side

_SEGMENTS = {Role.THIGH: Segment.THIGH, Role.SHANK: Segment.SHANK}
_SIDES = {WornSide.LEFT: Side.LEFT, WornSide.RIGHT: Side.RIGHT}


@dataclass(frozen=True, slots=True)
class Description:
    """A sensor as it described itself.

    Attributes:
        serial: its serial number, or its address where the dialect has none.
        stored: where it says it is worn, None where it was not told.
        info: only of a Patella sensor.
        synchronised: it is a Movella DOT on a clock that several agreed on; told in the sensor's layout.
    """

    kind: DialectInfo
    serial: str
    stored: Placement | None = None
    info: Info | None = None
    rates_hz: tuple[int, ...] = ()
    synchronised: bool = False

    def rate_hz(self, wanted_hz: int | None) -> int:
        """The rate to stream at; raises `LinkError` for one that the sensor does not offer."""
        rate_hz = wanted_hz or self.kind.default_rate_hz
        if rate_hz not in self.rates_hz:
            offered = ", ".join(map(str, self.rates_hz))
            raise LinkError(LinkReason.UNSUPPORTED,
                            f"The sensor {self.serial} does not stream at {rate_hz} Hz: choose {offered} Hz.")
        return rate_hz

    def sensor(self, placement: Placement, rate_hz: int) -> Sensor:
        """What decoding and the screens need to know of it."""
        kind, info = self.kind, self.info
        if info is None:
            layout = {**kind.layout, "synchronised": True} if self.synchronised else kind.layout
            return Sensor(placement, kind.dialect, rate_hz, self.serial, kind.title, kind.acc_range_g,
                          kind.gyr_range_dps, layout=layout)
        return Sensor(placement, kind.dialect, rate_hz, self.serial, kind.title, info.acc_range_g,
                      info.gyr_range_dps, info.boot_id, info.declares_mounting, kind.layout)


async def describe(client: BleakClient, device: BLEDevice, kind: DialectInfo) -> Description:
    """Ask a connected sensor who it is; raises `LinkError` for one that is not what it advertises."""
    name = device.name or device.address
    if client.services.get_service(kind.service) is None:
        raise LinkError(LinkReason.REFUSED,
                        f"{name} calls itself a {kind.title} but is none, so nothing is taken from it.")
    try:
        with bluetooth_errors(f"The sensor {name}"):
            if kind.dialect == "patella":
                return _described(kind, decode_info(bytes(await client.read_gatt_char(INFO_UUID))))
            synchronised = kind.dialect == "movella_dot" and await is_synchronised(client)
            return Description(kind, await _serial(client, device, kind), rates_hz=kind.rates_hz,
                               synchronised=synchronised)
    except PacketError as error:
        raise LinkError(LinkReason.UNSUPPORTED, f"The sensor {name} cannot be used: {error}.") from error


def _described(kind: DialectInfo, info: Info) -> Description:
    segment, side = _SEGMENTS.get(info.role), _SIDES.get(info.side)
    stored = Placement(side, segment) if side and segment else None
    return Description(kind, serial_text(info.serial), stored, info, info.rates_hz)


async def _serial(client: BleakClient, device: BLEDevice, kind: DialectInfo) -> str:
    if kind.serial is None:
        return device.address
    told = kind.serial.parse(bytes(await client.read_gatt_char(kind.serial.characteristic)))
    return told or device.address
