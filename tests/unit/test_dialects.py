from __future__ import annotations

from dataclasses import replace

import pytest

from firmware_protocol import gatt, patella
from firmware_protocol.device import Clock, Loss, battery_percent
from firmware_protocol.dialects import DIALECTS, decoder_for, devices, recognise
from firmware_protocol.errors import PacketError, PacketReason


def test_every_device_has_a_decoder_for_what_it_declares() -> None:
    for device in devices():
        decoder_for(device.dialect, rate_hz=device.default_rate_hz, acc_range_g=device.acc_range_g or 16.0,
                    gyr_range_dps=device.gyr_range_dps or 2000.0, layout=device.layout)
    assert {device.dialect for device in devices()} == set(DIALECTS) - {"samples"}


def test_an_unknown_dialect_is_named() -> None:
    with pytest.raises(PacketError, match="'morse'") as caught:
        decoder_for("morse", rate_hz=1.0, acc_range_g=None, gyr_range_dps=None, layout={})
    assert caught.value.reason is PacketReason.UNKNOWN_DIALECT


@pytest.mark.parametrize(("name", "services", "title"), [
    ("Patella-CDEF", (), "Patella sensor"),
    (None, (gatt.SERVICE_UUID.upper(),), "Patella sensor"),
    ("Movella DOT", (), "Movella DOT"),
    ("Xsens DOT", (), "Movella DOT"),
    ("WT901BLE68", (), "WitMotion WT901BLE"),
    ("", ("0000ffe5-0000-1000-8000-00805f9a34fb",), "WitMotion WT901BLE"),
    ("Thingy", (), "Nordic Thingy:52"),
    ("PlainIMU", (), "Plain float sketch"),
])
def test_sensors_are_recognised(name: str | None, services: tuple[str, ...], title: str) -> None:
    device = recognise(name, services)
    assert device is not None
    assert device.title == title


@pytest.mark.parametrize("name", [None, "", "Headphones", "patella-CDEF", "My Movella DOT"])
def test_other_devices_are_not(name: str | None) -> None:
    assert recognise(name, ("0000180f-0000-1000-8000-00805f9b34fb",)) is None


def test_a_sensor_of_the_users_own_comes_first() -> None:
    own = replace(patella.DEVICE, title="My board", name_prefixes=("Thingy",))
    assert recognise("Thingy") != own
    assert recognise("Thingy", described=[own]) is own


def test_what_is_known_about_clocks_and_loss() -> None:
    known = {device.title: (device.clock, device.loss) for device in devices()}
    assert known["Patella sensor"] == (Clock.SYNC, Loss.SEQUENCE)
    assert known["Movella DOT"] == (Clock.DEVICE, Loss.TIME_STAMPS)
    assert known["WitMotion WT901BLE"] == known["Nordic Thingy:52"] == (Clock.ARRIVAL, Loss.UNSEEN)


def test_a_rate_it_cannot_stream_is_refused_with_those_it_can() -> None:
    with pytest.raises(PacketError, match="25, 50, 100, 200, 400 Hz"):
        patella.DEVICE.start_writes(60)


@pytest.mark.parametrize(("payload", "percent"), [(b"\x00", 0), (b"\x64", 100), (b"\x03\x01", 3)])
def test_battery(payload: bytes, percent: int) -> None:
    assert battery_percent(payload) == percent


@pytest.mark.parametrize("payload", [b"", b"\x65", b"\xff\x00"])
def test_no_battery_level(payload: bytes) -> None:
    with pytest.raises(PacketError):
        battery_percent(payload)
