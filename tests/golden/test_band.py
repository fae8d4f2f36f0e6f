"""The band widens where less is known, and still holds the truth there: the side, gaps, and hard knocks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from monitor.leg import LegBlock
from monitor.session import Session
from monitor.values import Side
from monitor.virtual.faults import HEALTHY, Fault, Trouble
from monitor.virtual.healthy_link import START_NS
from monitor.virtual.simulate import simulate

WORN = {"soft_tissue_deg": 6.0, "off_axis_deg": 5.0, "bias_deg_s": 0.5, "loss_percent": 2.0}
FROM_S = 45.0             # the trouble begins here
SEEDS = [41, 42]


@dataclass(frozen=True)
class Followed:
    t_s: np.ndarray
    leg: LegBlock
    error_deg: np.ndarray
    spans: dict[str, np.ndarray]

    def sigma_deg(self, rows: np.ndarray) -> float:
        return float(np.median(self.leg.sigma_deg[rows & self.leg.valid]))

    def within(self, rows: np.ndarray) -> float:
        rows = rows & self.leg.valid
        assert rows.sum() > 300
        return float(np.mean(np.abs(self.error_deg[rows]) < 1.96 * self.leg.sigma_deg[rows]))


def followed(seed: int, *specs: str, fault: Fault | None = None) -> Followed:
    side = list(Side)[seed % 2]
    trouble = HEALTHY if fault is None else Trouble(frozenset((fault,)), FROM_S)
    simulation = simulate(("calibration", *specs), side=side, seed=seed, rate_hz=100, trouble=trouble, **WORN)
    leg = LegBlock.join(list(Session(side, watch_exercises=False).push(simulation.inputs).blocks))
    t_s = (leg.t_ns - START_NS) * 1e-9
    truth_deg = np.interp(t_s, simulation.truth.t_s, simulation.truth.flexion_deg)
    spans = {one["exercise"]: (t_s >= one["start_s"]) & (t_s < one["end_s"])
             for one in simulation.truth.events["exercises"]}
    return Followed(t_s, leg, leg.flexion_deg - truth_deg, spans)


@pytest.mark.parametrize("seed", SEEDS)
def test_lying_on_the_side(seed):
    patient = followed(seed, "squat:2", "straight_leg_raise_side:3", "clamshell:3")
    lying = patient.spans["straight_leg_raise_side"] | patient.spans["clamshell"]
    first, last = (np.flatnonzero(lying)[i] for i in (0, -1))
    assert patient.within(lying) > 0.9
    assert patient.leg.sigma_deg[first:first + 300].max() + 0.3 < patient.leg.sigma_deg[last - 300:last].max()


@pytest.mark.parametrize("seed", SEEDS)
def test_knocks_beyond_the_range_of_an_accelerometer(seed):
    specs = ("squat:2", "stand:20", "squat:2")
    knocked, clean = followed(seed, *specs, fault=Fault.SATURATION), followed(seed, *specs)
    after = knocked.t_s > FROM_S + 1.0
    assert knocked.leg.acc_saturated.any()
    assert knocked.within(after) > 0.9
    assert knocked.sigma_deg(after) > 1.5 * clean.sigma_deg(after)
    assert knocked.sigma_deg(~after) == pytest.approx(clean.sigma_deg(~after), abs=0.01)


@pytest.mark.parametrize("seed", SEEDS)
def test_after_gaps(seed):
    specs = ("squat:2", "stand:20", "squat:2")
    broken, clean = followed(seed, *specs, fault=Fault.DROPOUT), followed(seed, *specs)
    back_s = broken.t_s[np.flatnonzero(np.diff(broken.leg.oriented.astype(int)) == 1)]
    assert len(back_s) > 2
    since_s = broken.t_s - back_s[:, None]
    soon = ((since_s >= 0.0) & (since_s < 4.0)).any(axis=0)
    assert broken.within(soon) > 0.9
    assert broken.sigma_deg(soon) > 1.5 * clean.sigma_deg(soon)
