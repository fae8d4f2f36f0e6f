"""The application's Bluetooth client on the virtual air, in good days and bad."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

import pytest
from bleak import BleakClient
from bleak.exc import BleakBluetoothNotAvailableReason as Why

from firmware_protocol.codec import decode_data, decode_info, encode_info
from firmware_protocol.gatt import BATTERY_SERVICE_UUID, DATA_UUID, INFO_UUID, SERVICE_UUID
from firmware_protocol.packets import Role, WornSide
from monitor.errors import LinkReason
from monitor.sources.ble import BleSource, leg
from monitor.sources.bluetooth import Backend
from monitor.sources.pairing import Pairing
from monitor.values import LinkKind, Received, Sensor, Side
from monitor.virtual.bleak_backend import VirtualAdapter
from monitor.virtual.patella_gatt import PatellaGatt
from monitor.virtual.radio import Conditions

THIGH, SHANK = leg(Side.LEFT)
START_NS = 1_767_225_600_000_000_000


def after(seconds):
    async def wait(_session):
        await asyncio.sleep(seconds)

    return wait


def sequence(received):
    return [decode_data(item.payload).seq for item in received]


def sentences(session):
    return [event.detail["sentence"] for event in session.told(LinkKind.FAILED)]


def test_two_sensors_stream_and_nothing_is_lost_or_doubled(session, one_leg):
    held = session(one_leg(), after(30))
    for placement in (THIGH, SHANK):
        numbers = sequence(held.received(placement))
        assert numbers == list(range(len(numbers)))
        assert len(numbers) > 1400
    assert held.error is None


def test_inputs_come_in_order_of_time_and_the_connection_before_its_data(session, one_leg):
    held = session(one_leg(), after(10))
    stamps = [item.t_host_ns for item in held.inputs]
    assert stamps == sorted(stamps)
    for placement in (THIGH, SHANK):
        first = held.told(LinkKind.CONNECTED, placement=placement)[0]
        described = Sensor.from_json(first.detail)
        assert (described.placement, described.dialect, described.rate_hz) == (placement, "patella", 200)
        assert (described.acc_range_g, described.gyr_range_dps) == (16, 2000)
        assert described.boot_id
        assert first.t_host_ns < held.received(placement)[0].t_host_ns


def test_data_flows_within_two_seconds(session, one_leg):
    held = session(one_leg(), after(3))
    for placement in (THIGH, SHANK):
        assert held.received(placement)[0].t_host_ns - START_NS < 2_000_000_000


def test_battery_strength_and_clock_are_followed(session, one_leg):
    held = session(one_leg(), after(32))
    pings = held.told(LinkKind.SYNC, placement=THIGH)
    assert 100 < len(pings) < 150
    gaps = {round((b.detail["host_send_ns"] - a.detail["host_send_ns"]) / 1e6)
            for a, b in pairwise(pings)}
    assert len(gaps) > 60
    assert all(ping.detail["host_send_ns"] < ping.detail["host_receive_ns"] == ping.t_host_ns
               for ping in pings)
    assert len(held.told(LinkKind.BATTERY, placement=THIGH)) == 2
    assert len(held.told(LinkKind.RSSI, placement=THIGH)) > 5


def test_a_ping_holds_the_true_device_time_between_its_ends(session, one_leg):
    held = session(one_leg(), after(20))
    for ping in held.told(LinkKind.SYNC, placement=THIGH):
        device_ns = (ping.detail["device_us"] - 1_000_000) * 1000 + START_NS
        assert ping.detail["host_send_ns"] - 2000 < device_ns < ping.detail["host_receive_ns"]


def test_a_lost_link_comes_back_with_valid_data_within_three_seconds(session, one_leg):
    lost_ns = []

    async def hang_up(held):
        await held.streaming()
        await asyncio.sleep(5)
        lost_ns.append(held.inputs[-1].t_host_ns)
        await held.air.peripherals[0].disconnect()
        await held.streaming(2, THIGH)
        await asyncio.sleep(2)

    held = session(one_leg(), hang_up, conditions=Conditions(interval_s=0.03))
    numbers = sequence(held.received(THIGH))
    assert numbers == sorted(set(numbers))
    times_ns = [item.t_host_ns for item in held.received(THIGH)]
    back_ns = min(t_ns for t_ns in times_ns if t_ns > lost_ns[0] + 100_000_000)
    assert back_ns - lost_ns[0] < 3_000_000_000
    kinds = [event.kind for event in held.told(LinkKind.CONNECTED, LinkKind.STREAMING, LinkKind.DISCONNECTED,
                                               placement=THIGH)]
    assert kinds == 2 * [LinkKind.CONNECTED, LinkKind.STREAMING, LinkKind.DISCONNECTED]
    assert sequence(held.received(SHANK)) == list(range(len(held.received(SHANK))))


@pytest.mark.parametrize("away_s", [4, 10])
def test_a_dead_link_that_says_it_is_connected_is_noticed_by_its_silence(session, one_leg, away_s):
    async def walk_off(held):
        await held.streaming()
        held.air.peripherals[1].leave_range()
        await asyncio.sleep(away_s)
        held.air.peripherals[1].enter_range()
        await held.streaming(2, SHANK)

    held = session(one_leg(), walk_off, conditions=Conditions(supervision_s=20))
    silent, = held.told(LinkKind.SILENT, placement=SHANK)
    assert 0.8 <= silent.detail["seconds"] < 1
    lost = held.told(LinkKind.DISCONNECTED, placement=SHANK)[0]
    assert lost.detail["reason"] == LinkReason.SILENT
    assert not held.told(LinkKind.SILENT, placement=THIGH)


def test_a_sensor_that_restarts_says_so_by_its_boot_id(session, one_leg):
    sensors = one_leg()

    async def restart(held):
        await held.streaming()
        sensors[0].sensor.restart(round(asyncio.get_running_loop().time() * 1e6))
        await held.air.peripherals[0].disconnect()
        await held.streaming(2, THIGH)

    held = session(sensors, restart)
    boots = [event.detail["boot_id"] for event in held.told(LinkKind.CONNECTED, placement=THIGH)]
    assert len(set(boots)) == 2


def test_nothing_found(session):
    held = session([], after(60))
    assert held.error.reason is LinkReason.NOT_FOUND
    assert "switch the sensors on" in str(held.error)


def test_one_sensor_streams_alone_and_the_other_joins_later(session, one_leg):
    sensors = one_leg()

    async def late(held):
        held.air.peripherals[1].leave_range()
        await held.streaming(1, THIGH)
        await asyncio.sleep(15)
        assert not held.received(SHANK)
        held.air.peripherals[1].enter_range()
        await held.streaming(1, SHANK)

    held = session(sensors, late)
    failed, = held.told(LinkKind.FAILED)
    assert (failed.placement, failed.detail["reason"]) == (SHANK, LinkReason.ONE_SENSOR)
    assert sequence(held.received(THIGH)) == list(range(len(held.received(THIGH))))


def test_two_thigh_sensors(session, sensor):
    twins = [PatellaGatt(sensor(THIGH, 0xA1)), PatellaGatt(sensor(THIGH, 0xA2))]
    held = session(twins, after(10))
    failed, = held.told(LinkKind.FAILED)
    assert (failed.placement, failed.detail["reason"]) == (SHANK, LinkReason.SAME_ROLE)
    assert "00000000000000A1" in failed.detail["sentence"]
    assert "00000000000000A2" in failed.detail["sentence"]
    assert len({event.detail["serial"] for event in held.told(LinkKind.CONNECTED)}) == 1


def test_the_same_sensor_twice_is_used_once(session, sensor):
    held = session([PatellaGatt(sensor(THIGH, 7)), PatellaGatt(sensor(SHANK, 7))], after(10))
    assert len(held.told(LinkKind.CONNECTED)) == 1
    assert "twice" in sentences(held)[0]


class OtherVersion(PatellaGatt):
    def read(self, uuid, now_us):
        value = super().read(uuid, now_us)
        return b"\x02" + value[1:] if uuid == INFO_UUID else value


def test_a_sensor_of_another_protocol_version(session, sensor):
    held = session([OtherVersion(sensor(THIGH)), PatellaGatt(sensor(SHANK))], after(10))
    assert "update the sensor's firmware" in sentences(held)[0]
    assert held.received(SHANK)
    alone = session([OtherVersion(sensor(THIGH))], after(10))
    assert alone.error.reason is LinkReason.UNSUPPORTED


def test_a_rate_that_the_sensor_does_not_offer(session, one_leg):
    held = session(one_leg(), after(10), rate_hz=333)
    assert held.error.reason is LinkReason.UNSUPPORTED
    assert "25, 50, 100, 200, 400 Hz" in str(held.error)


def test_another_rate_is_asked_for_and_declared(session, one_leg):
    held = session(one_leg(), after(5), rate_hz=100)
    assert held.told(LinkKind.CONNECTED)[0].detail["rate_hz"] == 100
    assert decode_data(held.received(THIGH)[5].payload).dt_us == 10_000


def test_sensors_of_the_other_leg_are_left_alone(session, one_leg):
    held = session([*one_leg(Side.LEFT), *one_leg(Side.RIGHT)], after(10), wanted=leg(Side.RIGHT))
    assert {event.placement for event in held.told(LinkKind.CONNECTED)} == set(leg(Side.RIGHT))
    alone = session(one_leg(Side.LEFT), after(10), wanted=leg(Side.RIGHT))
    assert "left" in str(alone.error)


def test_four_sensors_at_once(session, one_leg):
    held = session([*one_leg(Side.LEFT), *one_leg(Side.RIGHT)], after(20),
                   wanted=(*leg(Side.LEFT), *leg(Side.RIGHT)))
    for placement in (*leg(Side.LEFT), *leg(Side.RIGHT)):
        numbers = sequence(held.received(placement))
        assert numbers == list(range(len(numbers)))
        assert len(numbers) > 850


def test_a_stranger_that_imitates_an_assigned_sensor_is_never_streamed_from(session, one_leg, sensor):
    mine = one_leg()
    pairing = Pairing().assigned(mine[0].sensor.serial, THIGH).assigned(mine[1].sensor.serial, SHANK)

    async def vanish(held):
        held.air.peripherals[0].leave_range()
        await asyncio.sleep(20)

    held = session([*mine, PatellaGatt(sensor(THIGH, 0xBAD))], vanish, pairing=pairing)
    assert {event.detail["serial"] for event in held.told(LinkKind.CONNECTED)} == {mine[1].sensor.serial}
    assert not held.received(THIGH)
    assert "0000000000000BAD is not one of yours" in " ".join(sentences(held))


def test_the_pairing_counts_for_more_than_what_the_sensor_says(session, one_leg):
    sensors = one_leg()
    crossed = Pairing({sensors[0].sensor.serial: SHANK, sensors[1].sensor.serial: THIGH})
    held = session(sensors, after(5), pairing=crossed)
    assert {event.placement: event.detail["serial"] for event in held.told(LinkKind.CONNECTED)} == {
        SHANK: sensors[0].sensor.serial, THIGH: sensors[1].sensor.serial}


class NoService(PatellaGatt):
    """Advertises as a Patella sensor and is something else."""

    table: ClassVar = {BATTERY_SERVICE_UUID: PatellaGatt.table[SERVICE_UUID]}


def test_a_device_that_only_bears_the_name_is_refused(session, sensor, one_leg):
    held = session([NoService(sensor(THIGH, 1)), one_leg()[1]], after(10))
    assert "calls itself a Patella sensor but is none" in sentences(held)[0]
    assert {event.placement for event in held.told(LinkKind.CONNECTED)} == {SHANK}


@pytest.mark.parametrize(("why", "reason"), [
    (Why.NO_BLUETOOTH, LinkReason.NO_ADAPTER), (Why.POWERED_OFF, LinkReason.SWITCHED_OFF),
    (Why.DENIED_BY_USER, LinkReason.FORBIDDEN)])
def test_no_bluetooth(session, one_leg, why, reason):
    async def without(held):
        await asyncio.sleep(10)

    def broken(adapter):
        adapter.unavailable = why

    held = session(one_leg(), without, prepare=broken)
    assert held.error.reason is reason


def test_bluetooth_off_in_the_middle_is_said_and_the_session_goes_on(session, one_leg):
    async def switch(held):
        await held.streaming()
        await held.air.adapter.switch_off()
        await asyncio.sleep(10)
        held.air.adapter.switch_on()
        await held.streaming(2)

    held = session(one_leg(), switch)
    failed, = held.told(LinkKind.FAILED)
    assert failed.detail["reason"] == LinkReason.SWITCHED_OFF
    assert held.error is None


def test_a_sensor_taken_by_another_program(session, one_leg):
    async def taken(held):
        other = VirtualAdapter(held.air.radio, "F0:F1:F2:F3:F4:FE")
        async with BleakClient("F0:F1:F2:F3:F4:01", backend=other.client):
            await held.streaming(1, SHANK)
            await asyncio.sleep(8)
            assert not held.received(THIGH)
        await held.streaming(1, THIGH)
        await other.close()

    held = session(one_leg(), taken)
    assert "No sensor was found for the left thigh" in " ".join(sentences(held))


class Babbler(PatellaGatt):
    """Sends ten times what it was asked for."""

    def notifications(self, now_us):
        return 10 * list(super().notifications(now_us))


def test_a_sensor_that_floods_is_cut_off_and_the_other_goes_on(session, sensor):
    held = session([Babbler(sensor(THIGH)), PatellaGatt(sensor(SHANK))], after(20),
                   conditions=Conditions(interval_s=0.0))
    assert "much more than it was asked for" in sentences(held)[0]
    assert sequence(held.received(SHANK)) == list(range(len(held.received(SHANK))))
    assert len(held.received(THIGH)) < 1000


def test_a_notification_of_ten_kilobytes_is_not_delivered(session, one_leg):
    async def burst(held):
        await held.streaming()
        held.air.peripherals[0].send_raw(DATA_UUID, bytes(10_000))
        await asyncio.sleep(2)

    held = session(one_leg(), burst)
    assert "10000 bytes at once" in sentences(held)[0]
    assert max(len(item.payload) for item in held.received(THIGH)) < 100


def test_battery_at_three_percent_is_told(session, sensor, one_leg):
    held = session([PatellaGatt(sensor(THIGH, battery_percent=3.9)), one_leg()[1]], after(3))
    assert held.told(LinkKind.BATTERY, placement=THIGH)[0].detail == {"percent": 3}


def test_identify_and_set_role(session, one_leg):
    sensors, remembered = one_leg(), []

    async def swap(held):
        await held.streaming()
        held.source.command("identify", placement=THIGH, seconds=5)
        await asyncio.sleep(1)
        assert sensors[0].sensor.identify_until_us > 0
        held.source.command("set_role", placement=THIGH, to=SHANK)
        held.source.command("set_role", placement=SHANK, to=THIGH)
        await held.streaming(2)

    held = session(sensors, swap, remember=remembered.append)
    roles = [decode_info(gatt.sensor.info()) for gatt in sensors]
    assert [info.role for info in roles] == [Role.SHANK, Role.THIGH]
    assert {info.side for info in roles} == {WornSide.LEFT}
    serials = [event.detail["serial"] for event in held.told(LinkKind.CONNECTED, placement=THIGH)]
    assert serials == [gatt.sensor.serial for gatt in sensors]
    assert remembered[-1].places == {sensors[0].sensor.serial: SHANK, sensors[1].sensor.serial: THIGH}


def test_a_command_for_a_sensor_that_is_not_there(session, one_leg):
    async def ask(held):
        await held.streaming()
        held.source.command("identify", placement=leg(Side.RIGHT)[0])
        await asyncio.sleep(1)

    assert "no sensor on the right thigh" in sentences(session(one_leg(), ask))[0]


def test_stop_ends_the_run_and_releases_the_sensors(session, one_leg):
    async def stop(held):
        await held.streaming()
        held.source.command("stop")
        await asyncio.sleep(3)
        assert not any(peripheral.is_connected for peripheral in held.air.peripherals)
        await asyncio.sleep(60)

    held = session(one_leg(), stop)
    assert [event.detail["reason"] for event in held.told(LinkKind.DISCONNECTED)] == ["stopped", "stopped"]


class Unassigned(PatellaGatt):
    def read(self, uuid, now_us):
        if uuid == INFO_UUID:
            return encode_info(replace(self.sensor.settings, role=Role.UNASSIGNED, side=WornSide.UNASSIGNED))
        return super().read(uuid, now_us)


def test_a_new_sensor_must_be_assigned_first(session, sensor):
    new = Unassigned(sensor(THIGH))
    assert "assign it" in str(session([new], after(10)).error)
    held = session([new], after(5), wanted=(SHANK,), pairing=Pairing().assigned(new.sensor.serial, SHANK))
    assert held.received(SHANK)


@pytest.mark.parametrize("bond", [True, False])
def test_bonding_encrypts_the_link_where_it_is_asked_for(session, one_leg, bond):
    async def look(held):
        await held.streaming()
        assert {link.is_encrypted for link in held.air.adapter.device.connections.values()} == {bond}

    assert session(one_leg(), look, bond=bond).error is None


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


def test_a_bad_air_costs_time_but_no_packet(session, one_leg):
    held = session(one_leg(), after(20), conditions=Conditions(interval_s=0.015, loss=0.1))
    for placement in (THIGH, SHANK):
        numbers = sequence(held.received(placement))
        assert numbers == list(range(len(numbers)))


def test_every_input_is_repeated_by_the_same_seed(session, one_leg):
    first, second = (session(one_leg(), after(5), conditions=Conditions(loss=0.1)) for _ in range(2))
    assert first.inputs == second.inputs
    assert Counter(type(item).__name__ for item in first.inputs)["Received"] > 300
