"""What can be wrong with a sensor or with Bluetooth: it is said, the panel shows it, and the rest goes on."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import takewhile

import pytest
from bleak import BleakClient
from bleak.exc import BleakBluetoothNotAvailableReason as Why

from firmware_protocol.codec import decode_info, encode_info
from firmware_protocol.gatt import DATA_UUID, INFO_UUID
from monitor.errors import LinkReason
from monitor.session.core import Session
from monitor.snapshot import SensorState, Severity
from monitor.sources.ble import leg
from monitor.values import LinkEvent, LinkKind, Side
from monitor.virtual.bleak_backend import VirtualAdapter
from monitor.virtual.on_air import address
from monitor.virtual.patella_gatt import PatellaGatt
from monitor.virtual.radio import Conditions

THIGH, SHANK = leg(Side.LEFT)
STREAMING, FAILED, LOST = SensorState.STREAMING, SensorState.FAILED, SensorState.LOST
ACC_RANGE_AT = 24      # of INFO


def goes_on(item):
    return not (isinstance(item, LinkEvent) and item.detail.get("reason") == "stopped")


def panel(held, inputs=None):
    """The states of both sensors, and everything that is said, before the session was stopped."""
    session = Session(Side.LEFT)
    session.push(list(takewhile(goes_on, held.inputs if inputs is None else inputs)))
    now = session.snapshot()
    states = {sensor.placement: sensor.state for sensor in now.sensors}
    return [states[place] for place in (THIGH, SHANK)], " ".join(problem.sentence for problem in now.problems)


class Tells(PatellaGatt):
    """Describes itself by these bytes, made out of the true ones."""

    def __init__(self, sensor, change):
        super().__init__(sensor)
        self.change = change

    def read(self, uuid, now_us):
        value = super().read(uuid, now_us)
        return self.change(value) if uuid == INFO_UUID else value


def other_version(info):
    return b"\x02" + info[1:]


def slow(info):
    return encode_info(replace(decode_info(info), rates_hz=(25, 50, 100), rate_hz=100))


def odd_range(info):
    return info[:ACC_RANGE_AT] + b"\x03" + info[ACC_RANGE_AT + 1:]


@pytest.mark.parametrize(("change", "said"), [
    (other_version, "update the sensor's firmware"),
    (slow, "does not stream at 200 Hz: choose 25, 50, 100 Hz"),
    (odd_range, "cannot be used")])
def test_a_sensor_that_cannot_be_spoken_with_is_not_used_and_the_other_goes_on(session, sensor, change, said):
    bad = Tells(sensor(THIGH), change)
    held = session([bad, PatellaGatt(sensor(SHANK))], 10)
    states, sentences = panel(held)
    assert states == [FAILED, STREAMING]
    assert said in sentences
    alone = session([bad], 10)
    assert alone.error.reason is LinkReason.UNSUPPORTED
    assert said in str(alone.error)


def test_a_rate_that_neither_sensor_offers(session, one_leg):
    held = session(one_leg(), 10, rate_hz=333)
    assert held.error.reason is LinkReason.UNSUPPORTED
    assert "25, 50, 100, 200, 400 Hz" in str(held.error)


@pytest.mark.parametrize(("places", "serials", "said"), [
    ((THIGH, THIGH), (1, 2), "both belong to the left thigh: assign one anew"),
    ((THIGH, SHANK), (7, 7), "is there twice, so only one is used")])
def test_two_sensors_in_one_role_and_one_sensor_twice(session, sensor, places, serials, said):
    held = session([PatellaGatt(sensor(*one)) for one in zip(places, serials, strict=True)], 10)
    states, sentences = panel(held)
    assert sorted(states) == [FAILED, STREAMING]
    assert said in sentences
    assert len(held.told(LinkKind.CONNECTED)) == 1


def test_a_sensor_taken_by_another_program(session, one_leg):
    shown = []

    async def taken(held):
        other = VirtualAdapter(held.air.radio, "F0:F1:F2:F3:F4:FE")
        async with BleakClient(address(0), backend=other.client):
            await held.streaming(1, SHANK)
            await asyncio.sleep(8)
            shown.append(panel(held))
        await held.streaming(1, THIGH)
        await other.close()

    held = session(one_leg(), taken)
    states, sentences = shown[0]
    assert states == [FAILED, STREAMING]
    assert "No sensor was found for the left thigh" in sentences
    assert "end its link to other programs" in sentences
    assert panel(held)[0] == [STREAMING, STREAMING]


def test_a_battery_at_three_percent(session, sensor, one_leg):
    held = session([PatellaGatt(sensor(THIGH, battery_percent=3.9)), one_leg()[1]], 3)
    states, sentences = panel(held)
    assert states == [STREAMING, STREAMING]
    assert "battery is at 3 %; charge it" in sentences


class Babbler(PatellaGatt):
    """Sends ten times what it was asked for."""

    def notifications(self, now_us):
        return 10 * list(super().notifications(now_us))


def test_a_sensor_that_floods_is_cut_off_and_the_other_goes_on(session, sensor):
    held = session([Babbler(sensor(THIGH)), PatellaGatt(sensor(SHANK))], 20,
                   conditions=Conditions(interval_s=0.0))
    states, sentences = panel(held)
    assert states == [FAILED, STREAMING]
    assert "much more than it was asked for" in sentences
    assert held.sequence(SHANK) == list(range(len(held.received(SHANK))))
    assert len(held.received(THIGH)) < 1000


def test_a_notification_of_ten_kilobytes_is_not_delivered(session, one_leg):
    async def burst(held):
        await held.streaming()
        held.air.peripherals[0].send_raw(DATA_UUID, bytes(10_000))
        await asyncio.sleep(2)

    held = session(one_leg(), burst)
    states, sentences = panel(held)
    assert states == [FAILED, STREAMING]
    assert "10000 bytes at once" in sentences
    assert max(len(item.payload) for item in held.received(THIGH)) < 100


@pytest.mark.parametrize(("why", "reason"), [
    (Why.NO_BLUETOOTH, LinkReason.NO_ADAPTER), (Why.POWERED_OFF, LinkReason.SWITCHED_OFF),
    (Why.DENIED_BY_USER, LinkReason.FORBIDDEN)])
def test_no_bluetooth(session, one_leg, why, reason):
    def broken(adapter):
        adapter.unavailable = why

    assert session(one_leg(), 10, prepare=broken).error.reason is reason


def test_bluetooth_off_in_the_middle_is_said_and_the_session_goes_on(session, one_leg):
    shown = []

    async def switch(held):
        await held.streaming()
        await held.air.adapter.switch_off()
        await asyncio.sleep(10)
        shown.append(panel(held))
        held.air.adapter.switch_on()
        await held.streaming(2)
        await asyncio.sleep(1)

    held = session(one_leg(), switch)
    states, sentences = shown[0]
    assert states == [LOST, LOST]
    assert "Bluetooth is switched off: switch it on in the system's settings." in sentences
    assert held.error is None
    states, sentences = panel(held)
    assert states == [STREAMING, STREAMING]
    assert "Bluetooth" not in sentences


def test_what_is_waited_for_is_said_until_it_is_over():
    session = Session(Side.LEFT)
    session.push([LinkEvent(None, 0, LinkKind.WAITING, {"sentence": "Both agree on a clock."})])
    waited, = session.snapshot().problems
    assert (waited.severity, waited.sentence) == (Severity.INFO, "Both agree on a clock.")
    session.push([LinkEvent(THIGH, 1, LinkKind.STREAMING)])
    assert session.snapshot().problems == ()
