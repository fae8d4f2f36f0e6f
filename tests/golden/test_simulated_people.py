"""Accuracy against the truth of simulated sessions, in which everything is known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from calibration.automatic import calibrate_automatically
from calibration.model import Motion, SegmentFit
from calibration.rotation import conjugate, rotate
from monitor.leg import LegBlock
from monitor.session import Session
from monitor.values import Placement, Segment, Side
from monitor.virtual.imu import mounting
from monitor.virtual.simulate import START_NS, Simulation, simulate

USUAL = {"soft_tissue_deg": 6.0, "bias_deg_s": 0.5, "loss_percent": 2.0}
LEFTWARDS = np.array((0.0, 0.0, -1.0))    # the hinge in segment axes, as calibrations give it


@dataclass(frozen=True)
class Outcome:
    session: Session
    truth_deg: np.ndarray
    block: LegBlock

    @property
    def error_deg(self) -> np.ndarray:
        return (self.block.flexion_deg - self.truth_deg)[self.block.valid]

    @property
    def rmse_deg(self) -> float:
        return float(np.sqrt((self.error_deg ** 2).mean()))


def outcome(simulation: Simulation, side: Side) -> Outcome:
    session = Session(side, watch_exercises=False)
    block = LegBlock.join(list(session.push(simulation.inputs).blocks))
    t_s = (block.t_ns - START_NS) * 1e-9
    return Outcome(session, np.interp(t_s, simulation.truth.t_s, simulation.truth.flexion_deg), block)


def done(*specs: str, side: Side, seed: int, **how: float) -> Outcome:
    return outcome(simulate(specs, side=side, seed=seed, rate_hz=100, **how), side)


def assert_good(result: Outcome, rmse_deg: float) -> None:
    assert result.block.valid.sum() > 1000
    assert result.rmse_deg < rmse_deg
    near_straight = result.block.valid & (np.abs(result.truth_deg) < 2.0)
    zero_deg = np.median((result.block.flexion_deg - result.truth_deg)[near_straight])
    assert abs(zero_deg) < 2.0


def test_squats_and_leg_raises_with_all_the_usual_errors(worn):
    assert_good(outcome(worn, Side.RIGHT), 2.0)


@pytest.mark.parametrize(("exercise", "side", "seed"), [
    ("squat:3", Side.LEFT, 2), ("straight_leg_raise_supine:2x2", Side.RIGHT, 3)])
def test_more_people_with_all_the_usual_errors(exercise, side, seed):
    assert_good(done("calibration", exercise, side=side, seed=seed, **USUAL), 2.0)


def test_ideal_sensors_on_a_pure_hinge():
    assert_good(done("calibration", "squat:2", side=Side.LEFT, seed=4, off_axis_deg=0.0), 0.3)


def test_ideal_sensors_on_a_knee_that_also_turns_otherwise():
    assert_good(done("calibration", "squat:2", side=Side.RIGHT, seed=13), 1.0)


def test_calibrated_lying_down():
    specs = ("calibration_lying", "straight_leg_raise_supine:2x2")
    assert_good(done(*specs, side=Side.LEFT, seed=5, **USUAL), 2.0)


def degrees_from_truth(fit: SegmentFit, side: Side, segment: Segment, seed: int) -> float:
    """How far the hinge is from where the simulated strap put it."""
    electronics = np.random.default_rng([seed, 2 + list(Segment).index(segment)])
    true = rotate(conjugate(mounting(Placement(side, segment), electronics)[:, 0]), LEFTWARDS)
    return float(np.degrees(np.arccos(np.clip(true @ np.array(fit.hinge), -1.0, 1.0))))


@pytest.mark.parametrize(("side", "seed"), [(Side.RIGHT, 11), (Side.LEFT, 12)])
def test_the_hinge_axes_under_soft_tissue(side, seed):
    calibration = done("calibration", side=side, seed=seed, off_axis_deg=0.0, **USUAL).session.calibration
    assert degrees_from_truth(calibration.thigh, side, Segment.THIGH, seed) < 3.0
    assert degrees_from_truth(calibration.shank, side, Segment.SHANK, seed) < 4.0


def test_sigma_is_an_honest_one(worn):
    """Errors within two sigma most of the time, and sigma no wider than four times the error."""
    result = outcome(worn, Side.RIGHT)
    sigma = result.block.sigma_deg[result.block.valid]
    assert (np.abs(result.error_deg) < 2.0 * sigma).mean() > 0.9
    assert np.sqrt((sigma ** 2).mean()) < 4.0 * result.rmse_deg


def test_what_loss_costs_is_hundredths_of_a_degree():
    """The same session with and without 2 % of packets lost."""
    whole, lossy = (done("calibration", "squat:1", side=Side.RIGHT, seed=4, loss_percent=loss).rmse_deg
                    for loss in (0.0, 2.0))
    assert lossy < whole + 0.15


@pytest.mark.parametrize(("specs", "seed", "rmse_deg"), [
    (("stand", "squat:4"), 7, 2.0), (("sit", "sit_to_stand:4", "stand"), 6, 2.0),
    (("stand", "walking", "sit"), 6, 2.0)], ids=lambda value: str(value))
def test_nobody_guided_and_the_straight_leg_is_still_found(specs, seed, rmse_deg):
    """With hindsight over the whole session, as imported files are analysed."""
    simulation = simulate(specs, side=Side.RIGHT, seed=seed, rate_hz=100, soft_tissue_deg=6.0, bias_deg_s=0.5)
    scout = Session(Side.RIGHT, automatic=False, keep_motion=True, watch_exercises=False)
    scout.push(simulation.inputs)
    calibration = calibrate_automatically(Motion.join(scout.motion))
    from_s = calibration.from_s - START_NS * 1e-9
    standing, = (one for one in simulation.truth.events["postures"]
                 if one["start_s"] - 1.0 < from_s < one["end_s"])
    assert standing["posture"] == "standing"
    session = Session(Side.RIGHT, calibration=calibration, watch_exercises=False)
    block = LegBlock.join(list(session.push(simulation.inputs).blocks))
    t_s = (block.t_ns - START_NS) * 1e-9
    truth_deg = np.interp(t_s, simulation.truth.t_s, simulation.truth.flexion_deg)
    assert Outcome(session, truth_deg, block).rmse_deg < rmse_deg
