"""What tells hops on one leg from hops on two, with the sensors of one leg."""

import numpy as np
import pytest

from monitor.exercises.definition import Kind, library
from monitor.exercises.flight import Flight
from monitor.exercises.hops import hop_features, usual_hop
from monitor.exercises.landing_measures import unrest_before
from monitor.exercises.signature import fit
from monitor.results import Landing

RATE = 100.0
HOPS = [e for e in library().exercise if e.kind is Kind.LANDING]


def standing(make_leg, sway_deg_s):
    """Two seconds of standing, swaying at 0.6 Hz, before a flight."""
    t = np.arange(2 * RATE) / RATE
    rates = np.radians(sway_deg_s) * np.stack([np.sin(3.8 * t), 0 * t, np.cos(3.8 * t)], axis=1)
    return make_leg(RATE, flexion=np.zeros(len(t)), elevation=np.full(len(t), -89.0), thigh_gyr_rad_s=rates)


def landing(flight_s, **measures):
    return Landing(10.0, flight_s, 0.1, 0.01, 5.0, 6.0, False, None, None, None, None, 30.0, None, measures)


def likeliest(*landings, calm_db):
    usual = usual_hop([hop_features(one, calm_db) for one in landings])
    fits = {e.id: fit(e, usual) for e in HOPS}
    return max(fits, key=lambda name: fits[name])


@pytest.mark.parametrize(("sway_deg_s", "decibels"), [(0.5, -6.0), (2.0, 6.0), (4.0, 12.0)])
def test_the_unrest_before_a_hop_is_that_of_the_leg(make_leg, sway_deg_s, decibels):
    measured = unrest_before(standing(make_leg, sway_deg_s), Flight(199.0, 230.0, True))
    assert measured["stance_unrest_db"] == pytest.approx(decibels, abs=0.3)


def test_nothing_is_said_of_a_leg_that_was_not_seen_before(make_leg):
    assert unrest_before(standing(make_leg, 1.0), Flight(60.0, 90.0, True)) == {}


def test_hops_from_a_quiet_stand_are_on_two_legs_and_from_a_restless_one_on_one():
    on_two = [landing(f, stance_unrest_db=-8.0, travel_m_s=0.1) for f in (0.34, 0.40, 0.38)]
    on_one = [landing(f, stance_unrest_db=-1.0, travel_m_s=0.1) for f in (0.30, 0.33, 0.26)]
    assert likeliest(*on_two, calm_db=-10.0) == "double_leg_hop"
    assert likeliest(*on_one, calm_db=-10.0) == "single_leg_hop"


def test_sensors_that_are_restless_themselves_do_not_take_a_leg_away():
    on_two = [landing(f, stance_unrest_db=8.0, travel_m_s=0.1) for f in (0.34, 0.40, 0.38)]
    assert likeliest(*on_two, calm_db=6.0) == "double_leg_hop"


def test_one_hop_that_went_wrong_changes_nothing():
    hops = [landing(f, stance_unrest_db=-6.0, travel_m_s=0.1) for f in (0.36, 0.38, 0.40, 0.37)]
    stumble = landing(0.30, stance_unrest_db=4.0, travel_m_s=0.5)
    assert fit(HOPS[0], hop_features(stumble, -10.0)) == -np.inf
    assert likeliest(*hops, stumble, calm_db=-10.0) == likeliest(*hops, calm_db=-10.0) == "double_leg_hop"


def test_a_measure_that_one_hop_lacks_is_that_of_the_others():
    assert usual_hop([{"flight_s": 0.3}, {"flight_s": 0.5, "travel_m_s": 0.2}]) == {
        "flight_s": 0.4, "travel_m_s": 0.2}
