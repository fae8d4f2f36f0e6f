"""Whatever a system's Bluetooth raises becomes one sentence."""

import pytest
from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
    BleakDBusError,
    BleakDeviceNotFoundError,
    BleakError,
)

from monitor.errors import LinkError, LinkReason
from monitor.sources.bluetooth import bluetooth_errors

WHY = BleakBluetoothNotAvailableReason


@pytest.mark.parametrize(("raised", "reason"), [
    (BleakBluetoothNotAvailableError("", WHY.NO_BLUETOOTH), LinkReason.NO_ADAPTER),
    (BleakBluetoothNotAvailableError("", WHY.NO_BLE_CENTRAL_ROLE), LinkReason.NO_ADAPTER),
    (BleakBluetoothNotAvailableError("", WHY.UNKNOWN), LinkReason.NO_ADAPTER),
    (BleakBluetoothNotAvailableError("", WHY.POWERED_OFF), LinkReason.SWITCHED_OFF),
    (BleakBluetoothNotAvailableError("", WHY.DENIED_BY_USER), LinkReason.FORBIDDEN),
    (BleakBluetoothNotAvailableError("", WHY.DENIED_BY_SYSTEM), LinkReason.FORBIDDEN),
    (BleakDBusError("org.bluez.Error.NotReady", []), LinkReason.SWITCHED_OFF),
    (BleakDBusError("org.freedesktop.DBus.Error.AccessDenied", []), LinkReason.FORBIDDEN),
    (BleakDBusError("org.freedesktop.DBus.Error.ServiceUnknown", []), LinkReason.NO_ADAPTER),
    (BleakDBusError("org.bluez.Error.Failed", ["le-connection-abort-by-local"]), LinkReason.LOST),
    (BleakDeviceNotFoundError("F0"), LinkReason.NOT_FOUND),
    (FileNotFoundError("/run/dbus/system_bus_socket"), LinkReason.NO_ADAPTER),
    (ConnectionRefusedError(), LinkReason.NO_ADAPTER),
    (PermissionError(), LinkReason.FORBIDDEN),
    (TimeoutError(), LinkReason.LOST),
    (OSError("WinError -2147023673"), LinkReason.LOST),
    (EOFError(), LinkReason.LOST),
    (BleakError("disconnected"), LinkReason.LOST),
    (KeyError("/org/bluez/hci0/dev_F0"), LinkReason.LOST),
    (RuntimeError("AcquireNotify socket disconnected"), LinkReason.LOST),
])
def test_every_failure_has_its_reason_and_a_sentence(raised, reason):
    with pytest.raises(LinkError) as caught, bluetooth_errors("The sensor Patella-12AB"):
        raise raised
    assert caught.value.reason is reason
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_a_lost_sensor_is_named():
    with pytest.raises(LinkError, match="Patella-12AB"), bluetooth_errors("The sensor Patella-12AB"):
        raise TimeoutError


def test_a_fault_of_the_program_is_not_hidden():
    with pytest.raises(ZeroDivisionError), bluetooth_errors("The sensor"):
        raise ZeroDivisionError
