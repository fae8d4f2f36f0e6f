"""`patella scan` on the virtual air."""

import asyncio

import pytest

from monitor.errors import LinkError
from monitor.sources.bluetooth import Backend
from monitor.sources.scan import blink, scan
from monitor.values import Placement, Segment, Side
from monitor.virtual.makes import serve_as
from monitor.virtual.on_air import address, on_air
from monitor.virtual.patella_gatt import PatellaGatt
from monitor.virtual.virtual_time import run_in_virtual_time

THIGH, SHANK = (Placement(Side.LEFT, segment) for segment in Segment)


def scanned(sensors, disturb=lambda air: None):
    async def main():
        async with on_air(sensors) as air:
            disturb(air)
            return await scan(3, Backend(air.adapter.scanner, air.adapter.client))

    return run_in_virtual_time(main())


def test_every_sensor_is_listed_with_its_name_serial_and_place(one_leg):
    sensors = one_leg()
    found = {sensor.serial: sensor for sensor in scanned(sensors)}
    for gatt, placement in zip(sensors, (THIGH, SHANK), strict=True):
        listed = found[gatt.sensor.serial]
        assert (listed.name, listed.stored, listed.problem) == (gatt.sensor.name, placement, None)
        assert listed.kind.title == "Patella sensor"
        assert -80 < listed.rssi_dbm < -30


def test_nobody_there():
    assert scanned([]) == []


class Stranger(PatellaGatt):
    scan_response = bytes([6, 9]) + b"Lamp!"
    advertising = bytes([2, 1, 6])

    def __init__(self, sensor):
        super().__init__(sensor)
        self.scan_response = Stranger.scan_response


def test_other_devices_are_not_listed(one_leg, sensor):
    assert len(scanned([*one_leg(), Stranger(sensor(THIGH, 9))])) == 2


class Silent(PatellaGatt):
    def read(self, uuid, now_us):
        return b"\x07"


def test_a_sensor_that_cannot_be_asked_is_listed_with_its_problem(sensor):
    listed, = scanned([Silent(sensor(THIGH))])
    assert listed.serial is None
    assert "version 7" in listed.problem


class Shy(PatellaGatt):
    """Hangs up on the first who asks."""

    asked = 0

    def read(self, uuid, now_us):
        self.asked += 1
        return b"" if self.asked == 1 else super().read(uuid, now_us)


def test_who_does_not_answer_is_asked_once_more(sensor):
    listed, = scanned([Shy(sensor(THIGH))])
    assert (listed.stored, listed.problem) == (THIGH, None)


def blinked(sensors, serial):
    async def main():
        async with on_air(sensors) as air:
            name = await blink(serial, 3, Backend(air.adapter.scanner, air.adapter.client))
            await asyncio.sleep(0.1)          # of virtual time: the sensors hear of it later
            assert not any(peripheral.is_connected for peripheral in air.peripherals)
            return name

    return run_in_virtual_time(main())


@pytest.mark.parametrize("make", ["patella", "movella"])
def test_one_of_two_sensors_blinks_by_its_serial_number(sensor, make):
    sensors = [sensor(THIGH), sensor(SHANK)]
    blinked(serve_as(make, sensors), sensors[1].serial)
    assert sensors[1].identify_until_us > 0
    assert sensors[0].identify_until_us == 0


@pytest.mark.parametrize(("make", "serial", "said"), [
    ("patella", "12AB", "12AB was not found"), ("witmotion", address(0), "has no light")])
def test_a_sensor_that_cannot_blink_is_said(sensor, make, serial, said):
    with pytest.raises(LinkError, match=said):
        blinked(serve_as(make, [sensor(THIGH)]), serial)


def test_a_scan_releases_every_sensor(one_leg):
    async def main():
        async with on_air(one_leg()) as air:
            await scan(1, Backend(air.adapter.scanner, air.adapter.client))
            await asyncio.sleep(0.1)
            assert not any(peripheral.is_connected for peripheral in air.peripherals)

    run_in_virtual_time(main())
