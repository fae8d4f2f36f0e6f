"""Short losses are bridged, longer ones stay gaps."""

from dataclasses import replace

import numpy as np
import pytest

from monitor.exercises.bridging import bridged

RATE = 100.0


def leg_with_loss(make_leg, samples):
    flexion = np.linspace(0.0, 90.0, 300)
    valid = np.ones(300, bool)
    valid[100:100 + samples] = False
    shown = np.where(valid, flexion, 0.0)
    return make_leg(RATE, flexion=shown, elevation=np.full(300, -90.0), valid=valid), flexion


@pytest.mark.parametrize("samples", [1, 20, 50])
def test_a_short_loss_is_bridged(make_leg, samples):
    leg, true = leg_with_loss(make_leg, samples)
    whole = bridged(leg)
    assert whole.valid.all()
    assert np.abs(whole.flexion_deg - true).max() < 1e-9


def test_a_gap_stays_one(make_leg):
    leg, _ = leg_with_loss(make_leg, 51)
    assert bridged(leg) is leg


def test_what_was_never_known_stays_unknown(make_leg):
    leg = make_leg(RATE, flexion=np.zeros(10), elevation=np.zeros(10), valid=np.zeros(10, bool))
    assert bridged(leg) is leg


def test_a_lost_packet_carries_the_thigh_nowhere(make_leg):
    dynamic = np.stack([np.sin(np.arange(300) / 40.0), np.ones(300)], axis=1)
    leg, _ = leg_with_loss(make_leg, 10)
    lost = ~leg.valid
    force, shown = leg.thigh_acc_m_s2, dynamic.copy()
    force[lost] = shown[lost] = 0.0
    whole = bridged(replace(leg, thigh_acc_m_s2=force, thigh_dynamic_g=shown))
    assert np.abs(whole.thigh_dynamic_g - dynamic).max() < 0.01
