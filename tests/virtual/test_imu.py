"""The worn sensor: strapping, soft tissue, errors and limits do what they say."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from monitor.values import Placement, Segment, Side
from monitor.virtual.imu import STRAP_TILT_DEG, STRAP_TWIST_DEG, Imu, Tape, mounting
from monitor.virtual.leg import Leg, LegMotion, leg_motion
from monitor.virtual.motions.spec import Spec
from monitor.virtual.patient import write_script
from monitor.virtual.quaternions import conjugate, from_vector, multiply, rotate, small_vector
from monitor.virtual.script import play
from monitor.virtual.soft_tissue import SHARE, SoftTissue

RIGHT_THIGH = Placement(Side.RIGHT, Segment.THIGH)


def motion_of(*specs: Spec) -> Iterator[LegMotion]:
    return leg_motion(Leg(Side.RIGHT, np.random.default_rng(1)), play(write_script(specs, seed=3).moves))


def worn(*specs: Spec, placement: Placement = RIGHT_THIGH, seed: int = 5, **options: float) -> Imu:
    return Imu(placement, motion_of(*specs), np.random.default_rng(seed), **options)


@pytest.mark.parametrize(("placement", "outward"), [
    (Placement(Side.RIGHT, Segment.THIGH), (0, 0, 1)),     # the subject's right
    (Placement(Side.LEFT, Segment.THIGH), (0, 0, -1)),     # the subject's left
    (Placement(Side.RIGHT, Segment.SHANK), (1, 0, 0)),     # forward
    (Placement(Side.LEFT, Segment.SHANK), (1, 0, 0)),
])
def test_straps_follow_the_mounting_marks_but_not_exactly(placement, outward):
    most_deg = STRAP_TWIST_DEG + 2 * STRAP_TILT_DEG
    for seed in range(50):
        worn_so = mounting(placement, np.random.default_rng(seed))
        up = rotate(worn_so, np.array([[0.0], [1.0], [0.0]]))[:, 0]
        out = rotate(worn_so, np.array([[0.0], [0.0], [1.0]]))[:, 0]
        assert np.degrees(np.arccos(up[1])) <= 2 * STRAP_TILT_DEG
        assert 0 < np.degrees(np.arccos(out @ outward)) <= most_deg


@pytest.mark.parametrize("name", ["squat", "walking", "double_leg_hop"])
def test_the_gyro_integrates_back_to_the_orientation(name):
    tape, quats, times = Tape(), [], []
    for part in motion_of(Spec(name, 3)):
        quat = part.segments[Segment.SHANK].quat
        tape.push(part.t_s, quat, np.zeros((3, len(part.t_s))))
        quats.append(quat)
        times.append(part.t_s)
    quat, t_s = np.concatenate(quats, axis=1), np.concatenate(times)
    edges_s = np.arange(0, t_s[-1] - 0.01, 1 / 200)
    samples = tape.sample(edges_s, 16.0)
    turned = quat[:, 1:2]
    for rate_dps in samples.gyr_dps:
        turned = multiply(turned, from_vector(np.radians(rate_dps)[:, None] / 200))
    end = quat[:, np.searchsorted(t_s, edges_s[-1])][:, None]
    assert np.degrees(np.linalg.norm(small_vector(multiply(conjugate(end), turned)))) < 0.1


def test_a_still_sensor_reads_its_bias_its_noise_and_one_g():
    imu = worn(Spec("lie_supine", 60), bias_dps=0.5)
    samples = imu.measure(np.arange(12.0, 60.0, 1 / 200), 16.0)
    assert np.linalg.norm(samples.gyr_dps.mean(axis=0)) == pytest.approx(0.5, abs=0.05)
    assert np.linalg.norm(samples.acc_g.mean(axis=0)) == pytest.approx(1.0, abs=0.02)
    jitter_dps = np.diff(samples.gyr_dps, axis=0).std(axis=0) / np.sqrt(2)
    assert jitter_dps == pytest.approx(0.007 * np.sqrt(100), rel=0.1)


def test_clipping_happens_at_the_range_and_is_told():
    hop = Spec("double_leg_hop", 1)
    edges_s = np.arange(0.5, 7.0, 1 / 200)
    shank = Placement(Side.RIGHT, Segment.SHANK)
    free, tight = (worn(hop, placement=shank).measure(edges_s, range_g) for range_g in (100.0, 4.0))
    assert not free.clipped.any()
    assert free.peak_g.max() > 5
    assert tight.clipped.any()
    assert np.abs(tight.acc_g).max() < 4.1
    untouched = ~tight.clipped
    assert tight.acc_g[untouched] == pytest.approx(free.acc_g[untouched], abs=1e-9)
    assert tight.peak_g.max() <= 4 * np.sqrt(3)


def test_the_peak_at_the_parts_rate_is_above_what_slow_samples_show():
    imu = worn(Spec("double_leg_hop", 1), placement=Placement(Side.RIGHT, Segment.SHANK))
    edges_s = np.arange(0.5, 7.0, 1 / 100)
    samples = imu.measure(edges_s, 100.0)
    resultant = np.linalg.norm(samples.acc_g, axis=1)
    at = int(samples.peak_g.argmax())
    assert samples.peak_g[at] > resultant.max()
    assert edges_s[at] <= samples.peak_t_s[at] <= edges_s[at + 1]


@pytest.mark.parametrize("segment", list(Segment))
def test_soft_tissue_moves_the_sensor_up_to_its_size_and_not_at_rest(segment):
    tissue = SoftTissue(segment, np.random.default_rng(2), 6.0)
    shifts_deg = []
    for part in motion_of(Spec("stand", 3), Spec("squat", 2), Spec("walking", 8), Spec("double_leg_hop", 2)):
        shift = tissue.push(part.flexion_deg, part.segments[segment].force_m_s2)
        shifts_deg.append(np.degrees(np.linalg.norm(shift, axis=0)))
    size_deg = np.concatenate(shifts_deg)
    assert size_deg[:4000].max() < 0.2
    assert 2.0 * SHARE[segment] < size_deg.max() <= 6.0 * SHARE[segment] + 1e-9
