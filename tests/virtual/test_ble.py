"""The application's Bluetooth client on the virtual air, in good days and bad."""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import pairwise

import pytest

from firmware_protocol.codec import decode_data, decode_info
from firmware_protocol.packets import Role, WornSide
from monitor.errors import LinkReason
from monitor.sources.ble import leg
from monitor.values import LinkKind, Sensor, Side
from monitor.virtual.radio import Conditions

THIGH, SHANK = leg(Side.LEFT)
START_NS = 1_767_225_600_000_000_000


def test_two_sensors_stream_and_nothing_is_lost_or_doubled(session, one_leg):
    held = session(one_leg(), 30)
    for placement in (THIGH, SHANK):
        numbers = held.sequence(placement)
        assert numbers == list(range(len(numbers)))
        assert len(numbers) > 1400
    assert held.error is None


def test_inputs_come_in_order_of_time_and_the_connection_before_its_data(session, one_leg):
    held = session(one_leg(), 10)
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
    held = session(one_leg(), 3)
    for placement in (THIGH, SHANK):
        assert held.received(placement)[0].t_host_ns - START_NS < 2_000_000_000


def test_battery_strength_and_clock_are_followed(session, one_leg):
    held = session(one_leg(), 32)
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
    held = session(one_leg(), 20)
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
    numbers = held.sequence(THIGH)
    assert numbers == sorted(set(numbers))
    times_ns = [item.t_host_ns for item in held.received(THIGH)]
    back_ns = min(t_ns for t_ns in times_ns if t_ns > lost_ns[0] + 100_000_000)
    assert back_ns - lost_ns[0] < 3_000_000_000
    kinds = [event.kind for event in held.told(LinkKind.CONNECTED, LinkKind.STREAMING, LinkKind.DISCONNECTED,
                                               placement=THIGH)]
    assert kinds == 2 * [LinkKind.CONNECTED, LinkKind.STREAMING, LinkKind.DISCONNECTED]
    assert held.sequence(SHANK) == list(range(len(held.received(SHANK))))


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
    held = session([], 60)
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
    assert held.sequence(THIGH) == list(range(len(held.received(THIGH))))


def test_another_rate_is_asked_for_and_declared(session, one_leg):
    held = session(one_leg(), 5, rate_hz=100)
    assert held.told(LinkKind.CONNECTED)[0].detail["rate_hz"] == 100
    assert decode_data(held.received(THIGH)[5].payload).dt_us == 10_000


def test_four_sensors_at_once(session, one_leg):
    held = session([*one_leg(Side.LEFT), *one_leg(Side.RIGHT)], 20,
                   wanted=(*leg(Side.LEFT), *leg(Side.RIGHT)))
    for placement in (*leg(Side.LEFT), *leg(Side.RIGHT)):
        numbers = held.sequence(placement)
        assert numbers == list(range(len(numbers)))
        assert len(numbers) > 850


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


def test_with_the_first_assignment_all_that_stream_are_known(session, one_leg):
    sensors, remembered = one_leg(), []

    async def move(held):
        await held.streaming()
        held.source.command("set_role", placement=THIGH, to=leg(Side.RIGHT)[0])
        await asyncio.sleep(3)

    held = session(sensors, move, remember=remembered.append)
    assert remembered[-1].places == {sensors[0].sensor.serial: leg(Side.RIGHT)[0],
                                     sensors[1].sensor.serial: SHANK}
    assert "belongs to the right thigh" in held.sentences()[0]


@pytest.mark.parametrize("to", [leg(Side.RIGHT)[0], SHANK])
def test_a_sensor_worn_elsewhere_by_mistake_is_back_at_once(session, one_leg, to):
    """Whether it left the session or pushed the other sensor out of its place."""
    sensors, remembered = one_leg(), []

    async def move(held):
        await held.streaming()
        held.source.command("set_role", placement=THIGH, to=to)
        await asyncio.sleep(10)
        held.source.command("undo_role")
        await asyncio.sleep(10)

    held = session(sensors, move, remember=remembered.append)
    assert remembered[-1].places == {sensors[0].sensor.serial: THIGH, sensors[1].sensor.serial: SHANK}
    back = [event.detail["serial"] for event in held.told(LinkKind.CONNECTED, placement=THIGH)]
    assert back == [sensors[0].sensor.serial] * 2


def test_a_command_for_a_sensor_that_is_not_there(session, one_leg):
    async def ask(held):
        await held.streaming()
        held.source.command("identify", placement=leg(Side.RIGHT)[0])
        await asyncio.sleep(1)

    assert "no sensor on the right thigh" in session(one_leg(), ask).sentences()[0]


def test_stop_ends_the_run_and_releases_the_sensors(session, one_leg):
    async def stop(held):
        await held.streaming()
        held.source.command("stop")
        await asyncio.sleep(3)
        assert not any(peripheral.is_connected for peripheral in held.air.peripherals)
        await asyncio.sleep(60)

    held = session(one_leg(), stop)
    assert [event.detail["reason"] for event in held.told(LinkKind.DISCONNECTED)] == ["stopped", "stopped"]


def test_a_bad_air_costs_time_but_no_packet(session, one_leg):
    held = session(one_leg(), 20, conditions=Conditions(interval_s=0.015, loss=0.1))
    for placement in (THIGH, SHANK):
        numbers = held.sequence(placement)
        assert numbers == list(range(len(numbers)))


def test_every_input_is_repeated_by_the_same_seed(session, one_leg):
    first, second = (session(one_leg(), 5, conditions=Conditions(loss=0.1)) for _ in range(2))
    assert first.inputs == second.inputs
    assert Counter(type(item).__name__ for item in first.inputs)["Received"] > 300
