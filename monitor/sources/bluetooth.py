"""The system's Bluetooth, or another in its place, and its failures in the words of this program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bleak.backends.client import BaseBleakClient
from bleak.backends.scanner import BaseBleakScanner
from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
    BleakDBusError,
    BleakDeviceNotFoundError,
    BleakError,
)

from firmware_protocol.device import DialectInfo
from monitor.errors import LinkError, LinkReason

NO_ADAPTER = ("This computer has no Bluetooth adapter that can be used: plug one in, or start its "
              "Bluetooth service.")
SWITCHED_OFF = "Bluetooth is switched off: switch it on in the system's settings."
FORBIDDEN = "The system does not let Patella use Bluetooth: allow it in the system's privacy settings."

_UNAVAILABLE = {
    BleakBluetoothNotAvailableReason.POWERED_OFF: (LinkReason.SWITCHED_OFF, SWITCHED_OFF),
    BleakBluetoothNotAvailableReason.DENIED_BY_USER: (LinkReason.FORBIDDEN, FORBIDDEN),
    BleakBluetoothNotAvailableReason.DENIED_BY_SYSTEM: (LinkReason.FORBIDDEN, FORBIDDEN),
    BleakBluetoothNotAvailableReason.DENIED_BY_UNKNOWN: (LinkReason.FORBIDDEN, FORBIDDEN),
}
_DBUS = {
    "org.bluez.Error.NotReady": (LinkReason.SWITCHED_OFF, SWITCHED_OFF),
    "org.bluez.Error.NotAuthorized": (LinkReason.FORBIDDEN, FORBIDDEN),
    "org.freedesktop.DBus.Error.AccessDenied": (LinkReason.FORBIDDEN, FORBIDDEN),
    "org.freedesktop.DBus.Error.ServiceUnknown": (LinkReason.NO_ADAPTER, NO_ADAPTER),
}
# besides BleakError; the last four are what backends let escape when a device vanishes in the middle
_RAISED = (BleakError, OSError, EOFError, AssertionError, KeyError, RuntimeError, ValueError)
_NO_ADAPTER = LinkReason.NO_ADAPTER, NO_ADAPTER


@dataclass(frozen=True, slots=True)
class Backend:
    """How sensors are reached.

    Attributes:
        scanner, client: the classes bleak is to use; None for the system's own.
        described: sensors of the user's own, besides those of the package.
    """

    scanner: type[BaseBleakScanner] | None = None
    client: type[BaseBleakClient] | None = None
    described: tuple[DialectInfo, ...] = ()


@contextmanager
def bluetooth_errors(who: str) -> Iterator[None]:
    """Turn whatever Bluetooth raises into a `LinkError` about `who`, such as "The sensor Patella-12AB"."""
    try:
        yield
    except _RAISED as error:
        reason, sentence = _explained(error, who)
        raise LinkError(reason, sentence) from error


def _explained(error: Exception, who: str) -> tuple[LinkReason, str]:
    match error:
        case BleakBluetoothNotAvailableError():
            return _UNAVAILABLE.get(error.reason, _NO_ADAPTER)
        case BleakDBusError() if error.dbus_error in _DBUS:
            return _DBUS[error.dbus_error]
        case BleakDeviceNotFoundError():
            return LinkReason.NOT_FOUND, f"{who} is not there any more: switch it on and bring it near."
        case TimeoutError():
            return LinkReason.LOST, f"{who} does not answer: bring it near or end its link to other programs."
        case PermissionError():
            return LinkReason.FORBIDDEN, FORBIDDEN
        case FileNotFoundError() | ConnectionError():      # the system's Bluetooth service is not running
            return _NO_ADAPTER
        case _:
            return LinkReason.LOST, f"{who} stopped answering ({str(error) or type(error).__name__})."
