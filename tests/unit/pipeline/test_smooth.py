from dataclasses import replace

import numpy as np
import pytest

from monitor.leg import LegBlock
from monitor.pipeline.pair import PairBlock, SensorPair
from monitor.pipeline.smooth import smoothed_flexion
from monitor.session import Session
from monitor.values import LinkEvent, Received, Side
from monitor.virtual.simulate import START_NS


@pytest.fixture(scope="module")
def block(worn) -> PairBlock:
    pair = SensorPair(Side.RIGHT)
    parts = []
    for i, one in enumerate(worn.inputs):
        if isinstance(one, Received | LinkEvent):
            pair.push(one)
        if i % 2500 == 0:
            parts += pair.take()
    return PairBlock.join([*parts, *pair.take()])


@pytest.fixture(scope="module")
def causal(worn) -> tuple[Session, LegBlock]:
    session = Session(Side.RIGHT, watch_exercises=False)
    return session, LegBlock.join(list(session.push(worn.inputs).blocks))


def rmse(flexion_deg, truth_deg, rows):
    return float(np.sqrt(((flexion_deg - truth_deg)[rows] ** 2).mean()))


def test_joined_blocks_are_the_whole(block, causal):
    np.testing.assert_array_equal(block.aligned.t_ns, causal[1].t_ns)
    assert len(block.thigh.quat) == len(block.aligned.shank.acc_m_s2) == len(block)


def test_with_hindsight_the_angle_is_no_worse(worn, block, causal):
    session, shown = causal
    flexion, known = smoothed_flexion(block, 100.0, session.calibration)
    truth = np.interp((shown.t_ns - START_NS) * 1e-9, worn.truth.t_s, worn.truth.flexion_deg)
    both = known & shown.valid
    assert both.sum() > 1500
    assert rmse(flexion, truth, both) < rmse(shown.flexion_deg, truth, both) + 0.2
    assert rmse(flexion, truth, known) < 2.0


def test_where_a_sensor_was_silent_nothing_is_known(block, causal):
    missing = block.aligned.shank.missing.copy()
    missing[3000:3100] = True
    shank = replace(block.aligned.shank, missing=missing)
    _, known = smoothed_flexion(replace(block, aligned=replace(block.aligned, shank=shank)), 100.0,
                                causal[0].calibration)
    assert not known[3000:3100].any()
