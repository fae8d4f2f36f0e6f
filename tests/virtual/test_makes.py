"""Every make of sensor, driven by the client over GATT as its dialect says."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from itertools import pairwise

import numpy as np
import pytest

from firmware_protocol.dialects import decoder_for
from firmware_protocol.errors import PacketError
from firmware_protocol.table import Table
from firmware_protocol.table_packets import device, shipped
from monitor.sources.ble import leg
from monitor.sources.pairing import Pairing
from monitor.values import LinkKind, Sensor, Side
from monitor.virtual.dot_gatt import DotGatt
from monitor.virtual.makes import MAKES, places, serve_as
from monitor.virtual.radio import Conditions
from monitor.virtual.table_gatt import TableGatt
from monitor.virtual.witmotion_gatt import WitMotionGatt

THIGH, SHANK = leg(Side.LEFT)


def decoded(held, placement, connection=-1):
    """The samples since this connection of this place."""
    events = held.told(LinkKind.CONNECTED, placement=placement)
    described = Sensor.from_json(events[connection].detail)
    decoder = decoder_for(described.dialect, rate_hz=described.rate_hz, acc_range_g=described.acc_range_g,
                          gyr_range_dps=described.gyr_range_dps, layout=described.layout)
    samples = []
    for item in held.received(placement):
        if item.t_host_ns >= events[connection].t_host_ns:
            with suppress(PacketError):      # a frame that was cut before the connection began
                samples += decoder.push(item.payload)
    return described, samples


def worn(make, sensor):
    sensors = [sensor(THIGH, drift_ppm=50.0), sensor(SHANK, drift_ppm=-50.0)]
    return serve_as(make, sensors), Pairing(places(make, sensors))


@pytest.mark.parametrize("make", MAKES)
def test_two_sensors_stream_whole_in_their_own_bytes(session, sensor, make):
    gatts, pairing = worn(make, sensor)
    held = session(gatts, 60, pairing=pairing, conditions=Conditions(interval_s=0.015, loss=0.1))
    for placement in (THIGH, SHANK):
        described, samples = decoded(held, placement)
        rows = sum(len(part.acc_m_s2) for part in samples)
        streamed_s = (held.inputs[-1].t_host_ns - held.received(placement)[0].t_host_ns) / 1e9
        assert rows == pytest.approx(described.rate_hz * streamed_s, rel=0.01, abs=described.rate_hz * 0.1)
        np.testing.assert_allclose(samples[-1].acc_m_s2[-1], [0, 0, 9.80665], atol=0.01)
        if samples[0].t_us is not None:
            stamps = np.concatenate([part.t_us for part in samples])
            np.testing.assert_allclose(np.diff(stamps), 1e6 / described.rate_hz, atol=2)


@pytest.mark.parametrize("make", MAKES)
def test_a_lost_sensor_sends_valid_data_within_three_seconds(session, sensor, make):
    gatts, pairing = worn(make, sensor)
    lost_ns = []

    async def hang_up(held):
        await held.streaming()
        await asyncio.sleep(3)
        lost_ns.append(held.inputs[-1].t_host_ns)
        await held.air.peripherals[0].disconnect()
        await held.streaming(2, THIGH)
        await asyncio.sleep(1)

    held = session(gatts, hang_up, pairing=pairing, conditions=Conditions(interval_s=0.03, loss=0.1))
    _, samples = decoded(held, THIGH)
    assert samples
    back_ns = min(item.t_host_ns for item in held.received(THIGH) if item.t_host_ns > lost_ns[0] + 2e8)
    assert back_ns - lost_ns[0] < 3e9


@pytest.mark.parametrize(("make", "percent"), [("movella", 89), ("witmotion", 100)])   # in the vendor's steps
def test_the_battery_of_other_makes_is_told(session, sensor, make, percent):
    gatts, pairing = worn(make, sensor)
    held = session(gatts, 25, pairing=pairing)
    assert held.told(LinkKind.BATTERY, placement=THIGH)[0].detail == {"percent": percent}


@pytest.mark.parametrize(("make", "said"), [("movella", []), ("plain_float", ["no light"])])
def test_a_dot_identifies_itself_and_a_plain_board_says_it_cannot(session, sensor, make, said):
    gatts, pairing = worn(make, sensor)

    async def ask(held):
        await held.streaming()
        held.source.command("identify", placement=THIGH)
        await asyncio.sleep(1)

    held = session(gatts, ask, pairing=pairing)
    assert (gatts[0].sensor.identify_until_us > 0) == (not said)
    sentences = [event.detail["sentence"] for event in held.told(LinkKind.FAILED)]
    assert len(sentences) == len(said)
    assert all(words in sentence for words, sentence in zip(said, sentences, strict=True))


@pytest.mark.parametrize("pieces", [7, 20, 33, 50])
def test_witmotion_frames_are_found_however_they_are_cut(session, sensor, pieces):
    sensors = [sensor(THIGH), sensor(SHANK)]
    held = session([WitMotionGatt(one, pieces) for one in sensors], 10,
                   pairing=Pairing(places("witmotion", sensors)))
    described, samples = decoded(held, THIGH)
    rows = np.concatenate([part.acc_m_s2 for part in samples])
    assert len(rows) == pytest.approx(9.5 * described.rate_hz, rel=0.08)
    np.testing.assert_allclose(rows, np.tile([0, 0, 9.80665], (len(rows), 1)), atol=0.01)


def test_a_thingy_waits_for_its_start_command(session, sensor):
    gatts, pairing = worn("thingy52", sensor)
    assert not gatts[0].sensor.streaming
    held = session(gatts, 5, pairing=pairing)
    assert held.received(THIGH)


def test_sensors_of_other_makes_need_an_assignment(session, sensor):
    gatts, _ = worn("witmotion", sensor)
    assert "assign" in str(session(gatts, 5).error)


def test_two_dots_agree_on_a_clock_by_the_vendors_procedure(session, sensor):
    gatts, pairing = worn("movella", sensor)
    apart_us = [gatt.sensor.clock.device_us(0) for gatt in gatts]
    assert abs(apart_us[0] - apart_us[1]) > 100_000
    held = session(gatts, 60, pairing=pairing)
    assert all(event.detail["layout"]["synchronised"] for event in held.told(LinkKind.CONNECTED))
    at_us = held.inputs[-1].t_host_ns / 1e3
    together_us = [gatt.sensor.clock.device_us(at_us - held.inputs[0].t_host_ns / 1e3) for gatt in gatts]
    assert abs(together_us[0] - together_us[1]) < 1000
    assert not held.told(LinkKind.FAILED)
    assert len(held.received(THIGH)) > 1500


def test_dots_that_agree_already_are_not_kept_waiting(session, sensor):
    gatts, pairing = worn("movella", sensor)

    async def lose_both(held):
        await held.streaming()
        for peripheral in held.air.peripherals:
            await peripheral.disconnect()
        await held.streaming(2)

    held = session(gatts, lose_both, pairing=pairing)
    times = [event.t_host_ns / 1e9 for event in held.told(LinkKind.STREAMING, placement=THIGH)]
    assert all(later - earlier < 5 for earlier, later in pairwise(times))


class Stubborn(DotGatt):
    """Never agrees."""

    def notifications(self, now_us):
        self._root = None
        return super().notifications(now_us)


def test_dots_that_do_not_agree_stream_all_the_same_and_it_is_said(session, sensor):
    sensors = [sensor(THIGH), sensor(SHANK)]
    pairing = Pairing(places("movella", sensors))
    held = session([Stubborn(one, {}) for one in sensors], 40, pairing=pairing)
    assert "did not agree on a clock" in held.told(LinkKind.FAILED)[0].detail["sentence"]
    assert "synchronised" not in held.told(LinkKind.CONNECTED)[0].detail["layout"]
    assert held.received(SHANK)


def test_a_board_of_the_users_own_is_streamed_from(session, sensor):
    described = {**device(shipped("plain_float")).layout, "names": ["MyBoard"]}
    table = Table.from_mapping(described)

    def held(*known):
        sensors = [sensor(THIGH), sensor(SHANK)]
        return session([TableGatt(one, table) for one in sensors], 8, described=known,
                       pairing=Pairing(places("plain_float", sensors)))

    assert "No sensor was found" in str(held().error)
    assert len(held(device(table)).received(THIGH)) > 100
