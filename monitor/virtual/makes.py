"""The same virtual sensors as different makes of hardware."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monitor.values import Placement
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.on_air import address
from monitor.virtual.peripheral import GattSensor

MAKES = ("patella", "movella", "witmotion", "thingy52", "plain_float")
_KNOWN_BY_ADDRESS = ("witmotion", "thingy52", "plain_float")


def serve_as(make: str, sensors: Sequence[VirtualSensor]) -> list[GattSensor]:
    """For `on_air`, in this order; raises `ValueError` for a make that is not one of `MAKES`."""
    match make:
        case "patella":
            from monitor.virtual.patella_gatt import PatellaGatt

            return [PatellaGatt(sensor) for sensor in sensors]
        case "movella":
            from monitor.virtual.dot_gatt import DotGatt

            family: dict[str, DotGatt] = {}
            family.update((address(i), DotGatt(sensor, family)) for i, sensor in enumerate(sensors))
            return list(family.values())
        case "witmotion":
            from monitor.virtual.witmotion_gatt import WitMotionGatt

            return [WitMotionGatt(sensor) for sensor in sensors]
        case "thingy52" | "plain_float":
            from firmware_protocol.table_packets import shipped
            from monitor.virtual.table_gatt import TableGatt

            return [TableGatt(sensor, shipped(make)) for sensor in sensors]
    raise ValueError(f"virtual sensors can be {', '.join(MAKES)}, not {make}")


def places(make: str, sensors: Sequence[VirtualSensor]) -> Mapping[str, Placement]:
    """Where each is worn, by what the client will know it by: other makes cannot say so themselves."""
    return {address(i) if make in _KNOWN_BY_ADDRESS else sensor.serial: sensor.placement
            for i, sensor in enumerate(sensors)}
