"""What widens the band, through the knee that it belongs to."""

from dataclasses import replace

import numpy as np
import pytest

from monitor.pipeline.knee import Knee
from monitor.pipeline.pair import PairBlock
from monitor.pipeline.uncertainty import FORGET_S


def started(fit):
    knee = Knee(fit, 100.0)
    knee.heading.start_at(0.0)
    return knee


def pushed(knee, block):
    return knee.push(block.aligned, block.thigh, block.shank)


def squats(seconds, degrees=90.0):
    return degrees * 0.5 * (1.0 - np.cos(np.arange(round(100 * seconds)) / 100 * 2 * np.pi / 3.0))


def with_gap(block, rows):
    gap = block.aligned.shank.gap.copy()
    gap[rows] = True
    return replace(block, aligned=replace(block.aligned, shank=replace(block.aligned.shank, gap=gap)))


def clipped(block, row, direction, force_m_s2=160.0):
    """The shank's filter was left without as much again as it saw of a force, for one sample."""
    unseen = np.zeros((len(block), 3))
    unseen[row] = 0.01 * force_m_s2 * np.asarray(direction)
    return replace(block, shank=replace(block.shank, unseen_m_s=unseen))


def shaken(block, rows, part):
    """Both sensors shaken up and down by a part of gravity."""
    def jolted(sensor):
        acc = sensor.acc_m_s2.copy()
        acc[rows] *= 1.0 + part * np.resize((1.0, -1.0), len(acc[rows]))[:, None]
        return replace(sensor, acc_m_s2=acc)

    return replace(block, aligned=replace(block.aligned, thigh=jolted(block.aligned.thigh),
                                          shank=jolted(block.aligned.shank)))


def test_a_force_clipped_across_the_shin_widens_sigma_by_what_it_tilts_and_fades(posed, fit):
    block = posed(np.zeros(3000))
    clean = pushed(started(fit), block).sigma_deg
    angles = pushed(started(fit), clipped(block, 300, (1.0, 0.0, 0.0)))
    assert angles.valid.all()
    np.testing.assert_array_equal(angles.sigma_deg[:300], clean[:300])
    added = np.sqrt(angles.sigma_deg ** 2 - clean ** 2)
    assert 1.5 < added[300] < 2.5
    fading = slice(300, 300 + round(200 * FORGET_S), 100)
    assert (np.diff(added[fading]) < 0.0).all()
    assert added[-1] < 0.02


@pytest.mark.parametrize("direction", [(0.0, 1.0, 0.0), (0.0, 0.0, 1.0)])
def test_a_force_clipped_along_the_bone_or_along_the_hinge_tilts_no_flexion(posed, fit, direction):
    block = posed(np.zeros(600))
    np.testing.assert_allclose(pushed(started(fit), clipped(block, 300, direction)).sigma_deg,
                               pushed(started(fit), block).sigma_deg, atol=1e-6)


def test_shaking_widens_sigma_while_it_lasts(posed, fit):
    block = posed(np.zeros(1500))
    calm = pushed(started(fit), block).sigma_deg
    sigma = pushed(started(fit), shaken(block, slice(300, 700), 1.5)).sigma_deg
    assert sigma[699] > calm[699] + 0.1
    assert sigma[-1] < calm[-1] + 0.01


def test_a_gap_while_shaken_costs_more_than_one_at_rest(posed, fit):
    block = posed(np.zeros(800))
    rough = shaken(block, slice(0, 800), 2.0)
    calm, rough_deg = (pushed(started(fit), with_gap(one, slice(700, 720))).sigma_deg[720] ** 2
                       - pushed(started(fit), one).sigma_deg[720] ** 2 for one in (block, rough))
    assert rough_deg > 2.0 * calm > 0.0


def test_lying_on_the_side_sigma_grows_with_time(posed, fit):
    knee = started(fit)
    sigma = pushed(knee, posed(squats(60, 30.0), base="side_leg_down")).sigma_deg
    assert (np.diff(sigma[::300]) > 0).all()       # each time the knee is straight
    assert sigma[-1] - sigma[0] > 1.5


def test_a_bent_knee_is_less_certain_than_a_straight_one(posed, fit):
    sigma = pushed(started(fit), posed(squats(3))).sigma_deg
    assert sigma[150] > sigma[0] + 0.1


def test_lying_is_less_certain_than_the_standing_pose_of_the_zero(posed, fit):
    """Each accelerometer's own zero tilts gravity otherwise there."""
    standing, lying = (pushed(started(fit), posed(np.zeros(300), base=base)).sigma_deg[-1]
                       for base in ("standing", "prone"))
    assert standing == pytest.approx(fit.zero_sigma_deg, abs=0.02)
    assert lying > standing + 0.05


def test_a_gap_in_fast_movement_costs_more_than_one_at_rest(posed, fit):
    """The rate is a straight line across it, whatever the limb did."""
    cost = []
    for flexion in (np.zeros(600), squats(6)):
        block = posed(flexion)
        gap = pushed(started(fit), with_gap(block, slice(40, 60))).sigma_deg
        cost.append(gap[60] - pushed(started(fit), block).sigma_deg[60])
    assert cost[1] > 2.0 * cost[0] > 0.0


def test_unexplained_movement_widens_sigma(posed, fit):
    flexion = squats(20)
    straight, slipped = posed(flexion, flexion / 2), posed(flexion, flexion / 2, frontal_deg=6.0)
    both = PairBlock(replace(straight.aligned, shank=slipped.aligned.shank), straight.thigh, slipped.shank)
    assert pushed(started(fit), both).sigma_deg[-1] > pushed(started(fit), straight).sigma_deg[-1] + 0.1


def test_clocks_that_may_be_apart_widen_sigma_by_what_the_segments_turn_in_that_time(posed, fit):
    block = posed(squats(9))
    unsure = replace(block, aligned=replace(block.aligned, shank=replace(
        block.aligned.shank, t_sigma_s=np.full(len(block), 0.01))))
    sure_deg, unsure_deg = (pushed(started(fit), one).sigma_deg for one in (block, unsure))
    turned_deg = 0.01 * np.degrees(np.abs(block.aligned.shank.gyr_rad_s[:, 2]))
    np.testing.assert_allclose(np.sqrt(unsure_deg ** 2 - sure_deg ** 2), turned_deg, atol=1e-6)
    assert turned_deg.max() > 0.9
