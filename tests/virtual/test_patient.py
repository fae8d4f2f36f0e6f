"""The live patient: waits for the sensors, does what it is told, and never stops."""

from __future__ import annotations

import gc

import numpy as np
import pytest

from firmware_protocol.codec import decode_data
from monitor.values import Received, Segment, Side
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.leg import LegMotion
from monitor.virtual.motions.spec import Spec
from monitor.virtual.patient import Wear, virtual_patient
from monitor.virtual.simulate import simulate

US = 1_000_000


def turning_dps(sensor: VirtualSensor, from_s: float, to_s: float) -> float:
    """Largest angular rate that the sensor sends in a stretch of time, up to whose start it was asked."""
    rates = []
    for now_s in np.arange(from_s, to_s, 0.1) + 0.1:
        rates += [np.abs(decode_data(p).counts[:, 3:]).max() for p in sensor.packets_until(round(now_s * US))]
    return float(max(rates)) / 32768 * 2000


def test_the_patient_waits_until_both_sensors_stream():
    thigh, shank = virtual_patient([Spec("squat", 2)], Side.RIGHT, seed=1)
    thigh.start(100, 2, 0)
    assert turning_dps(thigh, 0.0, 12.0) < 5
    shank.packets_until(12 * US)
    shank.start(100, 2, 12 * US)
    assert turning_dps(thigh, 12.0, 20.0) > 30


def test_the_last_exercise_is_repeated_for_ever():
    specs = [Spec("stand", 1), Spec("squat", 2)]
    thigh, shank = virtual_patient(specs, Side.LEFT, seed=1, ready=lambda: True)
    shank.start(100, 2, 0)
    assert all(turning_dps(shank, start_s, start_s + 12) > 20 for start_s in np.arange(0.0, 72.0, 12.0))
    assert thigh.packets_until(72 * US) == []


@pytest.mark.parametrize("specs", [[], [Spec("squat", 1), Spec("stand", 1)]])
def test_a_patient_with_nothing_more_to_do_stands(specs):
    thigh, _ = virtual_patient(specs, Side.RIGHT, seed=1, ready=lambda: True)
    thigh.start(100, 2, 0)
    turning_dps(thigh, 0.0, 15.0)
    assert turning_dps(thigh, 15.0, 30.0) < 5


def test_live_sensors_send_what_a_simulation_records():
    options = {"bias_deg_s": 0.5, "soft_tissue_deg": 6.0, "loss_percent": 3.0}
    recorded = simulate(["squat:2"], side=Side.LEFT, seed=6, rate_hz=100, **options)
    live = virtual_patient([Spec("squat", 2)], Side.LEFT, seed=6, ready=lambda: True,
                           how=Wear(bias_dps=0.5, soft_tissue_deg=6.0, loss_percent=3.0))
    for sensor in live:
        sensor.start(100, 2, 400_000)
        payloads = [i.payload for i in recorded.inputs
                    if isinstance(i, Received) and i.placement == sensor.placement]
        sent = [p for k in range(1, 280) for p in sensor.packets_until(400_000 + k * 60_000)]
        assert len(payloads) > 400
        assert sent[:len(payloads)] == payloads


def test_both_sensors_feel_the_same_landing():
    sensors = virtual_patient([Spec("double_leg_hop", 1)], Side.RIGHT, seed=2, ready=lambda: True)
    landed_s = []
    for sensor in sensors:
        sensor.start(200, 4, 0)
        packets = [decode_data(p) for k in range(1, 70) for p in sensor.packets_until(k * 100_000)]
        hardest = max((p for p in packets if p.impact), key=lambda p: p.impact.peak)
        device_us = hardest.t0_us + hardest.impact.offset_us
        landed_s.append(sensor.clock.true_us(device_us) * 1e-6)
    assert landed_s[0] == pytest.approx(landed_s[1], abs=0.015)


def test_motion_that_was_felt_is_forgotten():
    thigh, shank = virtual_patient([Spec("walking", 30)], Side.RIGHT, seed=1, ready=lambda: True)
    shank.start(100, 2, 0)
    for second in range(1, 30):
        for sensor in (thigh, shank):
            sensor.packets_until(second * US)
    gc.collect()
    kept = sum(isinstance(o, LegMotion) for o in gc.get_objects())
    assert kept < 150   # half a second each; tee() lets go of them in blocks of 57


@pytest.mark.parametrize("segment", list(Segment))
def test_names_and_serials_tell_sensors_apart(segment):
    pairs = [virtual_patient([], Side.RIGHT, seed) for seed in range(5)]
    serials = {sensor.serial for pair in pairs for sensor in pair}
    assert len(serials) == 10
    for pair in pairs:
        [sensor] = [s for s in pair if s.placement.segment is segment]
        assert sensor.name == f"Patella-{sensor.serial[-4:]}"
