"""Real landings are found, and nothing else is one."""

from dataclasses import replace

import numpy as np
import pytest

from monitor.exercises.engine import ExerciseEngine
from monitor.exercises.history import History
from monitor.exercises.landings import LandingDetector
from monitor.values import Side

G = 9.80665
RATE = 200.0


def landings(leg, chunk=10**9, impacts=()):
    history = History(leg.rate_hz)
    detector = LandingDetector(history, leg.rate_hz, 0)
    for start in range(0, len(leg), chunk):
        part = leg[start:start + chunk]
        history.push(part)
        detector.push(part, start, impacts)
    detector.finish()
    return detector.landings


def jump(make_leg, rate_hz=RATE, flight_s=0.4, peak_g=8.0, **more):
    """Standing, a push of 2 g, free fall, an impact of 20 ms, standing for eleven seconds."""
    t = np.arange(round(14 * rate_hz)) / rate_hz
    force = np.ones(len(t))
    force[(t > 1.8) & (t < 2.0)] = 2.0
    force[(t >= 2.0) & (t < 2.0 + flight_s)] = 0.0
    after = t - 2.0 - flight_s
    force += np.where((after > 0) & (after < 0.02), (peak_g - 1) * np.sin(np.pi * after / 0.02), 0.0)
    acc = np.stack([0 * t, force * G, 0 * t], axis=1)
    return make_leg(rate_hz, flexion=np.full(len(t), 10.0), elevation=np.full(len(t), -90.0),
                    thigh_acc_m_s2=acc, shank_acc_m_s2=acc.copy(), **more)


def test_flight_and_height_of_a_jump(make_leg):
    [landing] = landings(jump(make_leg))
    assert landing.flight_s == pytest.approx(0.4, abs=0.005)
    assert landing.height_m == pytest.approx(G * 0.4**2 / 8, abs=0.005)
    assert landing.t_s == pytest.approx(2.4, abs=0.006)
    assert 0.0 < landing.height_sigma_m < 0.005


def test_the_height_is_less_sure_at_a_low_rate(make_leg):
    [sharp], [smeared] = (landings(jump(make_leg, rate_hz=rate_hz)) for rate_hz in (200.0, 100.0))
    assert 0.008 < smeared.height_sigma_m < 0.02
    assert smeared.height_sigma_m > 4 * sharp.height_sigma_m


def test_a_landing_is_known_before_it_is_all_over(make_leg):
    history, leg = History(RATE), jump(make_leg)
    detector = LandingDetector(history, RATE, 0)
    soon = leg[:round(2.56 * RATE)]
    history.push(soon)
    detector.push(soon, 0)
    [landing] = detector.landings
    assert landing.flexion_max_deg is None
    assert landing.stabilise_s is None


def test_the_sensors_own_peak_is_used(make_leg, make_impact):
    [landing] = landings(jump(make_leg), impacts=[make_impact(2_405_000_000, 11.3)])
    assert landing.peak_resultant_g == pytest.approx(11.3)
    assert not landing.peak_is_lower_bound


def test_a_saturated_peak_is_a_lower_bound(make_leg, make_impact):
    [landing] = landings(jump(make_leg), impacts=[make_impact(2_405_000_000, 16.0, saturated=True)])
    assert landing.peak_is_lower_bound


def test_clipped_samples_make_a_lower_bound(make_leg):
    clipped = np.zeros((round(14 * RATE), 2), bool)
    clipped[round(2.405 * RATE):round(2.42 * RATE), 1] = True
    [landing] = landings(jump(make_leg, acc_saturated=clipped))
    assert landing.peak_is_lower_bound


def test_a_smaller_peak_beside_lost_data_is_a_lower_bound(make_leg, make_impact):
    """The packet of the impact is lost, and the sensor's own peak with it; that of the heel is not."""
    lost = np.zeros(round(14 * RATE), bool)
    lost[round(2.4 * RATE):round(2.42 * RATE)] = True
    [landing] = landings(jump(make_leg, interpolated=lost), impacts=[make_impact(2_460_000_000, 2.8)])
    assert landing.peak_is_lower_bound
    assert landing.peak_resultant_g > 2.8


@pytest.mark.parametrize("segment", ["thigh", "shank"])
@pytest.mark.parametrize("from_s", [2.12, 2.25, 2.37])
def test_a_packet_that_one_sensor_lost_in_flight_or_at_contact_loses_no_landing(make_leg, segment, from_s):
    leg = jump(make_leg)
    lost = (leg.t_ns >= from_s * 1e9) & (leg.t_ns < (from_s + 0.06) * 1e9)
    force = getattr(leg, f"{segment}_acc_m_s2") + 0.05 * G       # a leg in the air is never quite without
    force[lost] = 0.0
    other = {"thigh": "shank", "shank": "thigh"}[segment]
    leg = replace(leg, interpolated=lost, oriented=~lost, valid=~lost, **{
        f"{segment}_acc_m_s2": force, f"{other}_acc_m_s2": getattr(leg, f"{other}_acc_m_s2") + 0.05 * G})
    [landing] = landings(leg)
    assert landing.flight_s == pytest.approx(0.4, abs=0.01)
    assert landing.t_s == pytest.approx(2.4, abs=0.01)
    assert landing.peak_is_lower_bound == (landing.attenuation_percent is None) == (from_s == 2.37)


@pytest.mark.parametrize("segment", ["thigh", "shank"])
def test_a_contact_that_was_bridged_is_felt_by_the_other_sensor(make_leg, segment):
    leg = jump(make_leg)
    lost = (leg.t_ns >= 2.4 * 1e9) & (leg.t_ns < 2.43 * 1e9)
    force = getattr(leg, f"{segment}_acc_m_s2").copy()
    force[lost] = np.linspace(force[lost.argmax() - 1], [0.0, G, 0.0], int(lost.sum()))
    [landing] = landings(replace(leg, interpolated=lost, **{f"{segment}_acc_m_s2": force}))
    assert landing.flight_s == pytest.approx(0.4, abs=0.015)
    assert landing.peak_is_lower_bound


def test_what_neither_sensor_heard_is_no_flight(make_leg):
    """A push into the ground after 200 ms without a packet: neither weight nor its absence was felt."""
    leg = jump(make_leg, flight_s=0.0)
    lost = (leg.t_ns >= 1.55 * 1e9) & (leg.t_ns < 1.75 * 1e9)
    force = leg.thigh_acc_m_s2.copy()
    force[leg.t_ns >= 1.8 * 1e9] *= 1.5
    force[lost] = 0.0
    assert not landings(replace(leg, interpolated=lost, thigh_acc_m_s2=force, shank_acc_m_s2=force.copy()))


def test_a_slow_rate_gives_a_lower_bound_and_no_slope(make_leg):
    [landing] = landings(jump(make_leg, rate_hz=100.0))
    assert landing.peak_is_lower_bound
    assert landing.loading_slope_g_per_s is None


def test_a_fast_rate_gives_a_slope(make_leg):
    [landing] = landings(jump(make_leg, rate_hz=800.0))
    assert landing.loading_slope_g_per_s is not None
    assert landing.loading_slope_g_per_s > 100


def test_lifting_the_leg_quickly_is_no_flight(make_leg):
    n = round(6 * RATE)
    acc = np.tile([0.0, G, 0.0], (n, 1))
    acc[600:700, 1] = 0.1 * G                     # one segment alone
    still = np.tile([0.0, G, 0.0], (n, 1))
    leg = make_leg(RATE, flexion=np.zeros(n), elevation=np.full(n, -90.0), thigh_acc_m_s2=acc,
                   shank_acc_m_s2=still)
    assert landings(leg) == ()


@pytest.mark.parametrize(("exercise", "number"), [(e, i) for e in ("DropLandDL", "CMJDL") for i in range(3)])
def test_real_landings_are_found(real, exercise, number):
    [landing] = landings(real(exercise, number))
    assert 0.15 < landing.flight_s < 0.55
    assert landing.peak_is_lower_bound                  # 100 Hz
    assert landing.flexion_max_deg is not None
    assert landing.flexion_max_deg > 60


NO_LANDING = {"SqDL": 5, "SqHalfDL": 5, "Lunge": 5, "BulgSq": 5, "StepUpL": 3, "StepDnL": 3, "HeelRaise": 10,
              "Pose": 1, "Walk": 6}


@pytest.mark.parametrize("exercise", NO_LANDING)
def test_nothing_else_of_real_people_is_a_landing(real, exercise):
    assert [landings(real(exercise, i)) for i in range(NO_LANDING[exercise])] == [()] * NO_LANDING[exercise]


def test_a_phone_in_a_pocket_feels_the_flight_that_the_plate_saw(make_leg, recorded):
    with recorded("jump_phone.npz") as data:
        acc, gyr = data["acc_m_s2"], data["gyr_rad_s"]
    n = len(acc)
    leg = make_leg(128.0, flexion=np.zeros(n), elevation=np.full(n, -90.0), thigh_acc_m_s2=acc,
                   shank_acc_m_s2=acc, thigh_gyr_rad_s=gyr, shank_gyr_rad_s=gyr)
    [landing] = landings(leg)
    assert landing.flight_s == pytest.approx(0.477, abs=0.020)


@pytest.mark.parametrize("side", ["left", "right"])
def test_wobbling_straps_in_walking_invent_no_landing(make_leg, recorded, side):
    with recorded(f"stand_sit_walk_{side}.npz") as data:
        thigh, shank = data["thigh_acc_m_s2"], data["shank_acc_m_s2"]
    n = len(thigh)
    leg = make_leg(100.0, flexion=np.zeros(n), elevation=np.full(n, -90.0), thigh_acc_m_s2=thigh,
                   shank_acc_m_s2=shank)
    assert landings(leg) == ()


@pytest.mark.parametrize("chunk", [1, 7, 64, 1000])
def test_any_chunks_give_the_same_landing(make_leg, chunk):
    assert landings(jump(make_leg), chunk) == landings(jump(make_leg))


@pytest.mark.parametrize(("jumps", "sets"), [(2, 0), (4, 1)])
def test_two_jumps_are_landings_and_no_set_of_hops(make_leg, jumps, sets):
    leg = jump(make_leg)
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    for number in range(jumps):
        engine.push(replace(leg, t_ns=leg.t_ns + number * 14_000_000_000))
    engine.finish()
    assert len(engine.landings) == jumps
    assert len([one for one in engine.sets if one.exercise.endswith("hop")]) == sets
