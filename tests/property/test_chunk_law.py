"""`push(a) + push(b) == push(a ++ b)`, bit for bit: live, replayed and analysed are one thing."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from monitor.leg import ARRAYS, LegBlock, Reason
from monitor.pipeline.align import Align, AlignedBlock, Gridded, TimedBlock
from monitor.pipeline.heading import Heading
from monitor.pipeline.knee import Knee, KneeAngles
from monitor.pipeline.orientation import Orientation, Oriented
from monitor.pipeline.pair import PairBlock, SensorPair
from monitor.pipeline.segments import PostureKeeper
from monitor.session import Session
from monitor.snapshot import Trace
from monitor.values import Input, LinkEvent, Received, Side
from monitor.virtual.simulate import START_NS, Simulation


def cut(things: Any, sizes: Iterable[int]) -> Iterator[Any]:
    """Consecutive parts of `things`; the last size takes what is left."""
    start, count = 0, len(things)
    for size in sizes:
        yield things[start:start + size]
        start += size
        if start >= count:
            return
    yield things[start:]


def every(size: int) -> Iterator[int]:
    while True:
        yield size


def random_sizes(seed: int, most: int) -> Iterator[int]:
    rng = np.random.default_rng(seed)
    while True:
        yield int(rng.integers(0, most + 1))


def assert_same(one: Any, other: Any, names: Sequence[str]) -> None:
    for name in names:
        a, b = getattr(one, name), getattr(other, name)
        assert a.dtype == b.dtype
        np.testing.assert_array_equal(a, b, err_msg=name)


# ----------------------------------------------------------------------------------------- the session


def leg(inputs: Sequence[Input], sizes: Iterable[int]) -> tuple[LegBlock, Session]:
    session = Session(Side.RIGHT)
    blocks = [block for part in cut(inputs, sizes) for block in session.push(part).blocks]
    return LegBlock.join(blocks), session


def one_by_one_around(inputs: Sequence[Input], *spans_s: tuple[float, float]) -> list[int]:
    """Sizes that hand over single inputs within the spans and half seconds or so elsewhere."""
    sizes: list[int] = []
    for one in inputs:
        t_s = (one.t_host_ns - START_NS) * 1e-9
        if any(a <= t_s < b for a, b in spans_s) or not sizes or sizes[-1] >= 60:
            sizes.append(1)
        else:
            sizes[-1] += 1
    return sizes


@pytest.fixture(scope="module")
def whole(rough: tuple[Input, ...]) -> tuple[LegBlock, Session]:
    return leg(rough, [len(rough)])


@pytest.mark.parametrize("how", ["by 25", "by 2000", "at random", "one by one where it is rough"])
def test_any_chunking_of_a_rough_session_gives_the_same_bits(rough, whole, how):
    sizes = {"by 25": every(25), "by 2000": every(2000), "at random": random_sizes(5, 120),
             "one by one where it is rough": one_by_one_around(
                 rough, (0.0, 1.0), (12.0, 12.5), (28.0, 29.5), (33.0, 34.2), (36.0, 38.2))}[how]
    block, session = leg(rough, sizes)
    assert_same(block, whole[0], ARRAYS)
    assert session.calibration == whole[1].calibration


def test_the_rough_session_is_rough(rough, whole):
    """Otherwise the test above would show little."""
    block, session = whole
    snapshot = session.snapshot()
    assert session.calibration is not None
    assert {0, 1, 2, 3, 5} <= set(block.reason.tolist())       # valid, no data, uncalibrated, gap, settling
    assert block.interpolated.any()
    assert [status.reconnects for status in snapshot.sensors] == [0, 1]
    tally = session.pair.channels[snapshot.sensors[0].placement].ingest.tally
    assert tally.duplicates > 10
    assert tally.refused_packets == 4


def test_what_a_snapshot_says_does_not_depend_on_the_chunks_either(rough, whole):
    _, session = leg(rough, every(97))
    one, other = session.snapshot(), whole[1].snapshot()
    assert_same(one.trace, other.trace, Trace.__slots__)
    for name in set(type(one).__slots__) - {"trace"}:
        assert getattr(one, name) == getattr(other, name), name
    assert session.skew_ms == whole[1].skew_ms


# ------------------------------------------------------------------------------------------ the stages


@pytest.fixture(scope="module")
def pair_block(worn: Simulation) -> PairBlock:
    """A whole session's oriented rows as one block; 40 rows in the middle miss the shank."""
    pair = SensorPair(Side.RIGHT)
    for one in worn.inputs:
        if isinstance(one, Received | LinkEvent):
            pair.push(one)
    block, = pair.take()
    return block


def missing_between(sensor: Gridded, first: int, last: int) -> Gridded:
    missing = sensor.missing.copy()
    missing[first:last] = True
    there = ~missing[:, None]
    return replace(sensor, missing=missing, acc_m_s2=sensor.acc_m_s2 * there,
                   gyr_rad_s=sensor.gyr_rad_s * there)


def in_one(parts: Sequence[Any]) -> Any:
    """Consecutive results of a stage as one."""
    names = parts[0].__slots__
    return type(parts[0])(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def timed_blocks(seed: int, period_ms: int) -> list[TimedBlock]:
    """600 samples in packets of two, with a gap of 80 ms and one of 450 ms, where the grid still waits."""
    rng = np.random.default_rng(seed)
    t_ns = START_NS + seed * 3_000_000 + np.arange(600, dtype=np.int64) * period_ms * 1_000_000
    t_ns += np.where(np.arange(600) > 200, 80_000_000, 0) + np.where(np.arange(600) > 300, 450_000_000, 0)
    sample = rng.standard_normal((600, 6))
    clipped = rng.random(600) < 0.02
    return [TimedBlock(t_ns[i:i + 2], sample[i:i + 2, :3], sample[i:i + 2, 3:], clipped[i:i + 2],
                       clipped[i:i + 2], np.abs(sample[i:i + 2, 0])) for i in range(0, 600, 2)]


@pytest.mark.parametrize("rate_hz", [100.0, 60.0, 333.0])
def test_the_grid(rate_hz):
    both = zip(timed_blocks(1, 10), timed_blocks(2, 10), strict=True)
    arrivals = [one for thigh, shank in both for one in (("t", thigh), ("s", shank))]

    def rows(sizes: Iterable[int]) -> list[AlignedBlock]:
        align = Align(rate_hz)
        parts = (align.push([b for name, b in part if name == "t"], [b for name, b in part if name == "s"])
                 for part in cut(arrivals, sizes))
        return [part for part in parts if part is not None]

    expected = rows(every(2))
    for sizes in (every(1), every(14), random_sizes(3, 20)):
        parts = rows(sizes)
        np.testing.assert_array_equal(np.concatenate([p.t_ns for p in parts]),
                                      np.concatenate([p.t_ns for p in expected]))
        for name in ("thigh", "shank"):
            assert_same(in_one([getattr(p, name) for p in parts]),
                        in_one([getattr(p, name) for p in expected]), Gridded.__slots__)


@pytest.mark.parametrize("sizes", [[1], [1500], [0, 17, 2490, 20], [2510]], ids=str)
def test_orientation_with_its_state_carried_over_by_hand(pair_block, sizes):
    """Every part but the first runs in a new filter that was given the old one's state."""
    sensor = missing_between(pair_block.aligned.shank, 2500, 2540)
    clipped = sensor.acc_saturated.copy()
    clipped[1490:1495] = True
    sensor = replace(sensor, acc_saturated=clipped)
    expected = Orientation(100.0).push(sensor)
    starts = [0, *np.cumsum(sizes).tolist(), len(sensor.missing)]
    orientation, parts = Orientation(100.0), []
    for a, b in pairwise(starts):
        if a == b:
            continue
        parts.append(orientation.push(sensor[a:b]))
        state = pickle.loads(pickle.dumps(orientation.state))
        orientation = Orientation(100.0)
        orientation.state = state
    assert expected.restarted.sum() == 1
    assert_same(in_one(parts), expected, Oriented.__slots__)


def test_heading(pair_block, whole):
    fit = whole[1].calibration
    restarted = np.zeros(len(pair_block), np.bool_)
    restarted[[1, 2517]] = True
    inputs = (pair_block.thigh.quat, pair_block.shank.quat, pair_block.thigh.gyr_rad_s,
              pair_block.shank.gyr_rad_s, restarted)
    single = Heading(fit, 100.0)
    expected = single.push(*inputs)
    for sizes in (every(3), every(37), random_sizes(8, 300)):
        heading = Heading(fit, 100.0)
        edges = [0, *np.cumsum([len(part) for part in cut(restarted, sizes)]).tolist()]
        parts = [heading.push(*(x[a:b] for x in inputs)) for a, b in pairwise(edges) if b > a]
        assert_same(in_one(parts), expected, type(expected).__slots__)
        assert (heading.offset, heading.sigma) == (single.offset, single.sigma)


def test_knee(pair_block, whole):
    fit = whole[1].calibration
    shank = missing_between(pair_block.aligned.shank, 4000, 4100)
    gap, restarted = shank.gap.copy(), pair_block.shank.restarted.copy()
    gap[4250:4270] = True
    restarted[4100] = True
    aligned = replace(pair_block.aligned, shank=replace(shank, gap=gap))
    block = PairBlock(aligned, pair_block.thigh, replace(pair_block.shank, restarted=restarted))[3000:4600]

    def angles(sizes: Iterable[int]) -> KneeAngles:
        knee = Knee(fit, 100.0)
        return in_one([knee.push(p.aligned, p.thigh, p.shank) for p in cut(block, sizes) if len(p)])

    expected = angles([len(block)])
    assert {Reason.NONE, Reason.NO_DATA, Reason.GAP, Reason.SETTLING} <= set(expected.reason.tolist())
    for sizes in (every(1), every(64), random_sizes(9, 300)):
        assert_same(angles(sizes), expected, KneeAngles.__slots__)


def test_posture():
    rng = np.random.default_rng(4)
    suggested = np.repeat(rng.integers(0, 7, 80), rng.integers(1, 300, 80)).astype(np.uint8)
    elevations = [np.cumsum(rng.normal(0.0, 0.02, len(suggested))) * scale for scale in (3.0, -5.0)]
    rows = np.column_stack((suggested, *elevations))

    def kept(sizes: Iterable[int]) -> Any:
        keeper = PostureKeeper(100.0)
        return np.concatenate([keeper.push(part[:, 0].astype(np.uint8), part[:, 1], part[:, 2])
                               for part in cut(rows, sizes)])

    for sizes in (every(1), every(33), random_sizes(1, 900)):
        np.testing.assert_array_equal(kept(sizes), kept([len(rows)]))
