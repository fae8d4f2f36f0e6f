"""Who may be streamed from: strangers, imitators, doubles, and sensors that are not assigned."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import ClassVar

import pytest
from bleak.exc import BleakError

from firmware_protocol.codec import encode_info
from firmware_protocol.gatt import BATTERY_SERVICE_UUID, INFO_UUID, SERVICE_UUID
from firmware_protocol.packets import Role, WornSide
from monitor.errors import LinkReason
from monitor.sources.ble import BleSource, leg
from monitor.sources.bluetooth import Backend
from monitor.sources.pairing import Pairing
from monitor.values import LinkKind, Received, Side
from monitor.virtual.bleak_backend import VirtualAdapter
from monitor.virtual.on_air import address
from monitor.virtual.patella_gatt import PatellaGatt

THIGH, SHANK = leg(Side.LEFT)


def test_two_thigh_sensors(session, sensor):
    twins = [PatellaGatt(sensor(THIGH, 0xA1)), PatellaGatt(sensor(THIGH, 0xA2))]
    held = session(twins, 10)
    failed, = held.told(LinkKind.FAILED)
    assert (failed.placement, failed.detail["reason"]) == (SHANK, LinkReason.SAME_ROLE)
    assert "00000000000000A1" in failed.detail["sentence"]
    assert "00000000000000A2" in failed.detail["sentence"]
    assert len({event.detail["serial"] for event in held.told(LinkKind.CONNECTED)}) == 1


def test_the_same_sensor_twice_is_used_once(session, sensor):
    held = session([PatellaGatt(sensor(THIGH, 7)), PatellaGatt(sensor(SHANK, 7))], 10)
    assert len(held.told(LinkKind.CONNECTED)) == 1
    assert "twice" in held.sentences()[0]


def test_sensors_of_the_other_leg_are_left_alone(session, one_leg):
    held = session([*one_leg(Side.LEFT), *one_leg(Side.RIGHT)], 10, wanted=leg(Side.RIGHT))
    assert {event.placement for event in held.told(LinkKind.CONNECTED)} == set(leg(Side.RIGHT))
    alone = session(one_leg(Side.LEFT), 10, wanted=leg(Side.RIGHT))
    assert "left" in str(alone.error)


def test_a_stranger_that_imitates_an_assigned_sensor_is_never_streamed_from(session, one_leg, sensor):
    mine = one_leg()
    pairing = Pairing().assigned(mine[0].sensor.serial, THIGH).assigned(mine[1].sensor.serial, SHANK)

    async def vanish(held):
        held.air.peripherals[0].leave_range()
        await asyncio.sleep(20)

    held = session([*mine, PatellaGatt(sensor(THIGH, 0xBAD))], vanish, pairing=pairing)
    assert {event.detail["serial"] for event in held.told(LinkKind.CONNECTED)} == {mine[1].sensor.serial}
    assert not held.received(THIGH)
    assert "0000000000000BAD is not one of yours" in " ".join(held.sentences())


def test_the_pairing_counts_for_more_than_what_the_sensor_says(session, one_leg):
    sensors = one_leg()
    crossed = Pairing({sensors[0].sensor.serial: SHANK, sensors[1].sensor.serial: THIGH})
    held = session(sensors, 5, pairing=crossed)
    assert {event.placement: event.detail["serial"] for event in held.told(LinkKind.CONNECTED)} == {
        SHANK: sensors[0].sensor.serial, THIGH: sensors[1].sensor.serial}


class NoService(PatellaGatt):
    """Advertises as a Patella sensor and is something else."""

    table: ClassVar = {BATTERY_SERVICE_UUID: PatellaGatt.table[SERVICE_UUID]}


def test_a_device_that_only_bears_the_name_is_refused(session, sensor, one_leg):
    held = session([NoService(sensor(THIGH, 1)), one_leg()[1]], 10)
    assert "calls itself a Patella sensor but is none" in held.sentences()[0]
    assert {event.placement for event in held.told(LinkKind.CONNECTED)} == {SHANK}


class Unassigned(PatellaGatt):
    def read(self, uuid, now_us):
        if uuid == INFO_UUID:
            return encode_info(replace(self.sensor.settings, role=Role.UNASSIGNED, side=WornSide.UNASSIGNED))
        return super().read(uuid, now_us)


def test_a_new_sensor_must_be_assigned_first(session, sensor):
    new = Unassigned(sensor(THIGH))
    assert "assign it" in str(session([new], 10).error)
    held = session([new], 5, wanted=(SHANK,), pairing=Pairing().assigned(new.sensor.serial, SHANK))
    assert held.received(SHANK)


@pytest.mark.parametrize("bond", [True, False])
def test_bonding_encrypts_the_link_where_it_is_asked_for(session, one_leg, bond):
    async def look(held):
        await held.streaming()
        assert {link.is_encrypted for link in held.air.adapter.device.connections.values()} == {bond}

    assert session(one_leg(), look, bond=bond).error is None


def test_who_could_not_bond_is_not_asked_again(session, one_leg):
    asked = []

    def prepare(adapter):
        async def pair(client, *_args, **_options):
            asked.append(client.address)
            raise BleakError("the sensor knows no pairing")

        adapter.client.pair = pair

    async def lose(held):
        await held.streaming()
        await held.air.peripherals[0].disconnect()
        await held.streaming(2, THIGH)

    assert session(one_leg(), lose, bond=True, prepare=prepare).error is None
    assert sorted(asked) == [address(0), address(1)]


class Unbondable(VirtualAdapter):
    """A system that knows no bonding."""

    def __init__(self, radio):
        super().__init__(radio, "F0:F1:F2:F3:F4:FD")

        async def pair(_client, *_args, **_options):
            raise NotImplementedError

        self.client = type("Unbondable", (self.client,), {"pair": pair})


def test_a_system_that_cannot_bond_streams_all_the_same(session, one_leg):
    async def other_system(held):
        held.source.command("stop")
        await asyncio.sleep(3)
        adapter, inputs = Unbondable(held.air.radio), []
        backend = Backend(adapter.scanner, adapter.client)
        source = BleSource((THIGH, SHANK), lambda: 0, backend=backend, bond=True)
        running = asyncio.create_task(source.run(inputs.append))
        await asyncio.sleep(5)
        running.cancel()
        await asyncio.wait([running])
        await adapter.close()
        assert sum(isinstance(item, Received) for item in inputs) > 200

    assert session(one_leg(), other_system).error is None
