from dataclasses import replace

import numpy as np
import pytest

from calibration.rotation import from_axes
from monitor.leg import Reason
from monitor.pipeline.align import AlignedBlock, Gridded
from monitor.pipeline.heading import Headings
from monitor.pipeline.knee import Knee
from monitor.pipeline.orientation import Oriented
from monitor.pipeline.strap import LOOSE, SLIPPED, Strap
from monitor.pipeline.turned import MOST_DOUBT_DEG
from monitor.session import Session
from monitor.snapshot import CalibrationState
from monitor.values import Segment, Side
from monitor.virtual.faults import Fault, Trouble
from monitor.virtual.simulate import START_NS, simulate

RATE_HZ = 100.0
X, Y, Z = np.eye(3)


def bends(seconds):
    return 40.0 * (1.0 - np.cos(np.arange(round(seconds * RATE_HZ)) / RATE_HZ * 2 * np.pi / 3.0))


def standing(count):
    """A segment that stands upright and never moves."""
    quat = np.tile(from_axes(X, Z, -Y), (count, 1))
    return Oriented(quat, np.zeros((count, 3)), np.zeros(count, np.bool_), np.zeros((count, 3)))


def lying_on_its_side(count, up):
    """A segment at rest that gravity meets along `up`, in segment axes."""
    up = np.asarray(up) / np.linalg.norm(up)
    level = np.cross(up, X) / np.linalg.norm(np.cross(up, X))
    quat = np.tile(from_axes(*np.stack([level, np.cross(up, level), up]).T), (count, 1))
    return Oriented(quat, np.zeros((count, 3)), np.zeros(count, np.bool_), np.zeros((count, 3)))


def watched(strap, flexion, frontal=0.0, rotation=0.0, sigma=1.5, residual=1.0, known=True):
    across, along, sigma, residual, known = (np.broadcast_to(np.asarray(one), flexion.shape)
                                             for one in (frontal, rotation, sigma, residual, known))
    return push(strap, flexion, (across, along), sigma, residual, known, (standing(len(flexion)),) * 2)


def push(strap, flexion, beside, sigma_deg, residual_deg, known, sensors):
    no, still = np.zeros(len(flexion), np.bool_), np.zeros((len(flexion), 3))
    one = Gridded(still + np.array((0.0, 9.81, 0.0)), still, no, no, no, no, ~known, np.zeros(len(no)))
    headings = Headings(np.zeros(len(no)), np.radians(sigma_deg), residual_deg, no)
    return strap.push(flexion, beside, headings, AlignedBlock(np.arange(len(no)), one, one), sensors)[0]


@pytest.fixture
def strap(fit):
    return Strap(RATE_HZ, fit)


def turned(seconds, at_s, degrees):
    """Nothing, then a turn that stays."""
    return np.where(np.arange(round(seconds * RATE_HZ)) < at_s * RATE_HZ, 0.0, degrees)


@pytest.mark.parametrize("beside", ["frontal", "rotation"])
@pytest.mark.parametrize("degrees", [10.0, -10.0, 20.0])
def test_a_turn_that_stays_is_a_slip_within_five_seconds(strap, beside, degrees):
    slipped = watched(strap, bends(30), **{beside: turned(30, 20, degrees)})
    assert not slipped[:2000].any()
    assert slipped[2500]
    assert slipped[-1]


def test_what_comes_back_with_every_bend_is_usual(strap):
    flexion = bends(60)
    assert not watched(strap, flexion, rotation=0.12 * flexion, frontal=-0.1 * flexion).any()


def test_a_strap_that_wobbles_has_not_slipped(strap):
    wobble = np.random.default_rng(3).normal(0.0, 9.0, (2, 12000))
    assert not watched(strap, bends(120), *wobble).any()


def test_pulling_at_a_strap_for_a_second_is_no_slip(strap):
    pulled = turned(40, 20, 12.0) - turned(40, 21, 12.0)
    assert not watched(strap, bends(40), rotation=pulled).any()


def test_a_seat_is_not_held_against_a_single_crouch(strap):
    flexion = np.concatenate((np.zeros(1000), np.full(200, 70.0), np.zeros(1000), np.full(3000, 70.0)))
    assert not watched(strap, flexion, frontal=np.where(np.arange(len(flexion)) < 2200, 0.0, 6.5)).any()


@pytest.mark.parametrize("source", ["guided", "automatic"])
def test_a_hinge_that_was_wrong_from_the_beginning_is_no_slip(fit, source):
    strap = Strap(RATE_HZ, replace(fit, source=source))
    seat, count = lying_on_its_side(6000, (1.0, 0.02, 0.0)), 6000
    one, yes = np.ones(count), np.ones(count, np.bool_)
    assert not watched(strap, bends(20)).any()
    slipped = push(strap, bends(60), (8.0 * one, 18.0 * one), one, one, yes, (seat, seat))
    assert slipped.any() == (source == "guided")
    if source == "automatic":
        assert strap.misfit
        assert not watched(strap, bends(30), frontal=turned(30, 15, 20.0)).any()
        assert strap.problems() == []


def test_a_slow_drift_is_no_slip(strap):
    assert not watched(strap, bends(300), rotation=np.linspace(0.0, 30.0, 30000)).any()


def test_an_unknown_heading_excuses_what_looks_like_a_slip(strap):
    assert not watched(strap, bends(30), rotation=turned(30, 20, 10.0), sigma=8.0).any()


@pytest.mark.parametrize(("force_m_s2", "excused"), [(9.81, False), (24.0, False), (45.0, True)])
def test_a_gap_in_a_hard_blow_excuses_what_looks_like_a_slip(strap, force_m_s2, excused):
    flexion, rotation = bends(30), turned(30, 20, 10.0)
    gap, no = np.zeros(3000, np.bool_), np.zeros(3000, np.bool_)
    gap[1990:2000] = True
    still, force = np.zeros((3000, 3)), np.tile((0.0, 9.81, 0.0), (3000, 1))
    force[gap, 1] = force_m_s2
    one = Gridded(force, still, no, no, no, gap, no, np.zeros(3000))
    headings = Headings(np.zeros(3000), np.full(3000, np.radians(1.5)), np.ones(3000), no)
    slipped, _ = strap.push(flexion, (np.zeros(3000), rotation), headings,
                            AlignedBlock(np.arange(3000), one, one), (standing(3000),) * 2)
    assert slipped[2500] != excused


def test_rows_without_data_say_nothing(strap):
    known = turned(30, 20, 1.0) == 0.0
    assert not watched(strap, bends(30), rotation=turned(30, 20, 15.0), known=known).any()


@pytest.mark.parametrize(("calibrated_deg", "course_deg"), [
    (1.0, (1.0, 4.0, 2.2, 1.0)), (6.0, (3.0, 6.0, 3.5, 2.0)), (12.0, (4.0, 8.0, 4.5, 2.5))])
def test_looseness_comes_and_goes_against_what_shook_while_it_was_calibrated(fit, calibrated_deg, course_deg):
    strap = Strap(RATE_HZ, replace(fit, quality=replace(fit.quality, residual_deg=calibrated_deg)))
    rng, seen = np.random.default_rng(5), []
    for scatter in course_deg:
        watched(strap, bends(20), *rng.normal(0.0, scatter, (2, 2000)))
        seen.append(strap.problems())
    assert seen == [[], [LOOSE], [LOOSE], []]


def test_a_strap_that_shakes_hard_has_not_slipped(fit):
    strap, rng = Strap(RATE_HZ, fit), np.random.default_rng(7)
    loose = np.where(np.arange(8000) < 3000, 1.0, 9.0)
    assert not watched(strap, bends(80), *loose * rng.normal(0.0, 1.0, (2, 8000))).any()
    assert strap.problems() == [LOOSE]


def test_the_cut_of_the_stream_does_not_show(strap, fit):
    flexion, rotation = bends(30), turned(30, 20.03, 11.0)
    whole = watched(strap, flexion, rotation=rotation)
    strap, parts = Strap(RATE_HZ, fit), []
    for part in np.array_split(np.arange(3000), [1, 7, 333, 2000, 2001, 2411]):
        parts.append(watched(strap, flexion[part], rotation=rotation[part]))
    np.testing.assert_array_equal(np.concatenate(parts), whole)
    assert whole.any()


def test_the_knee_says_slipped_until_it_is_calibrated_anew(posed, fit):
    flexion = bends(30)
    knee = Knee(fit, RATE_HZ)
    knee.heading.start_at(0.0)
    shank = posed(flexion).shank
    before, after = slice(0, 2000), slice(2000, 3000)
    reasons = []
    for rows, lean_deg in ((before, 0.0), (after, 15.0)):
        block = posed(flexion[rows], frontal_deg=lean_deg)
        reasons.append(knee.push(block.aligned, block.thigh, shank[rows]).reason)
    assert not reasons[0].any()
    assert set(reasons[1][500:]) == {Reason.SLIPPED}
    assert knee.strap.problems()[0].id == "strap_slipped"
    assert Knee(fit, RATE_HZ).strap.problems() == []


def test_what_leaves_a_hinge_that_was_only_found_is_told_and_leaves_the_angle_doubtful(posed, fit):
    knee, flexion = Knee(replace(fit, source="automatic"), RATE_HZ), bends(30)
    knee.heading.start_at(0.0)
    shank = posed(flexion).shank
    for rows, lean_deg in ((slice(0, 2000), 0.0), (slice(2000, 3000), 15.0)):
        block = posed(flexion[rows], frontal_deg=lean_deg)
        angles = knee.push(block.aligned, block.thigh, shank[rows])
    assert knee.strap.problems()[0].id == "strap_slipped"
    assert not (angles.reason == Reason.SLIPPED).any()
    assert (angles.sigma_deg[500:][angles.valid[500:]] >= MOST_DOUBT_DEG).all()


@pytest.mark.parametrize(("seed", "slip_deg"), [(2, 10.0), (3, -12.0)])
def test_a_simulated_slip_reaches_the_banner_until_it_is_calibrated_anew(seed, slip_deg):
    trouble = Trouble(frozenset({Fault.STRAP_SLIP}), 45.0, slip_deg)
    side = (Side.LEFT, Side.RIGHT)[seed % 2]
    simulation = simulate(["calibration", "squat:6", "calibration", "squat:2"], side=side, seed=seed,
                          rate_hz=100, soft_tissue_deg=6.0, bias_deg_s=0.5, loss_percent=2.0, trouble=trouble)
    assert trouble.of(Segment.THIGH).faults
    again = simulation.truth.events["calibrations"][1]
    session = Session(side, watch_exercises=False)
    before = sum(one.t_host_ns < START_NS + (again["start_s"] - 0.5) * 1e9 for one in simulation.inputs)
    blocks = session.push(simulation.inputs[:before]).blocks
    slipped = session.snapshot()
    blocks += session.push(simulation.inputs[before:]).blocks
    reason, t_s = (np.concatenate(all_) for all_ in zip(*(
        (block.reason, (block.t_ns - START_NS) * 1e-9) for block in blocks), strict=True))
    assert Reason.SLIPPED not in reason[t_s < 45.0]
    assert (reason[(t_s > 51.0) & (t_s < again["start_s"])] == Reason.SLIPPED).mean() > 0.9
    problem, = set(SLIPPED.values()) & set(slipped.problems)
    assert (slipped.calibration.state, slipped.calibration.sentence) == (CalibrationState.POOR,
                                                                         problem.sentence)
    assert [one.sentence for one in slipped.problems].count(problem.sentence) == 1
    assert Reason.SLIPPED not in reason[t_s > again["end_s"] + 1.0]
    assert session.snapshot().calibration.state is CalibrationState.GOOD


def test_a_leg_that_lies_on_its_side_says_nothing_about_its_zero(strap):
    flexion = np.zeros(1000)
    sensors = tuple(lying_on_its_side(1000, up) for up in ((0.03, 0.2, 0.98), (0.1, 0.2, 0.97)))
    slipped = push(strap, flexion, (flexion, flexion), flexion + 1.5, flexion + 1.0, flexion == 0.0, sensors)
    assert not slipped.any()
