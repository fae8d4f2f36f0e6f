"""Where a Patella sensor is found in the air and in its GATT table."""

from __future__ import annotations

from uuid import UUID


def _own(number: int) -> str:
    return f"f22e{number:04x}-3ea4-4ed4-b717-66183ac04ac5"


def assigned(number: int) -> str:
    """The 128-bit form of a UUID assigned by the Bluetooth SIG."""
    return f"0000{number:04x}-0000-1000-8000-00805f9b34fb"


SERVICE_UUID = _own(0x0001)
DATA_UUID = _own(0x0002)      # notify
CONTROL_UUID = _own(0x0003)   # write with response, notify
INFO_UUID = _own(0x0004)      # read

BATTERY_SERVICE_UUID = assigned(0x180F)
BATTERY_LEVEL_UUID = assigned(0x2A19)         # u8 percent; read, notify
DEVICE_INFORMATION_UUID = assigned(0x180A)
MANUFACTURER_NAME_UUID = assigned(0x2A29)
MODEL_NUMBER_UUID = assigned(0x2A24)
SERIAL_NUMBER_UUID = assigned(0x2A25)         # the text of `serial_text`
FIRMWARE_REVISION_UUID = assigned(0x2A26)

NAME_PREFIX = "Patella-"

_FLAGS, _COMPLETE_128_BIT_SERVICES, _COMPLETE_NAME = 0x01, 0x07, 0x09
_GENERAL_DISCOVERABLE_LE_ONLY = b"\x06"


def serial_text(serial: int) -> str:
    """The sensor's 64-bit serial number as people and files write it: sixteen hexadecimal digits."""
    return f"{serial:016X}"


def sensor_name(serial: int) -> str:
    """The advertised name: `Patella-` and the last four digits of the serial number."""
    return NAME_PREFIX + serial_text(serial)[-4:]


def advertising_data() -> bytes:
    """The advertising payload, 21 bytes: flags and the Patella service."""
    service = UUID(SERVICE_UUID).bytes[::-1]
    return (_element(_FLAGS, _GENERAL_DISCOVERABLE_LE_ONLY)
            + _element(_COMPLETE_128_BIT_SERVICES, service))


def scan_response_data(serial: int) -> bytes:
    """The scan response, 14 bytes: the complete name."""
    return _element(_COMPLETE_NAME, sensor_name(serial).encode())


def _element(kind: int, value: bytes) -> bytes:
    return bytes([len(value) + 1, kind]) + value
