from dataclasses import replace

import numpy as np
import pytest

from calibration.interruption import Interruption
from calibration.model import CalibrationError, CalibrationReason

RATE_HZ = 50.0


def refusal(motion, parts=1, **flags):
    spoilt = replace(motion, **flags)
    watched = Interruption("swings")
    try:
        for rows in np.array_split(np.arange(len(spoilt)), parts):
            watched.push(spoilt[int(rows[0]):int(rows[-1]) + 1], RATE_HZ)
    except CalibrationError as found:
        return found.reason if found.step == "swings" else None
    return None


@pytest.fixture
def motion(leg):
    return leg((4, 2, 60, 30)).motion


def between(motion, from_s, to_s):
    return (motion.t_s >= from_s) & (motion.t_s < to_s)


@pytest.mark.parametrize("parts", [1, 3, 8])
@pytest.mark.parametrize(("silent_s", "reason"), [(0.4, None), (0.9, CalibrationReason.SENSOR_MISSING)])
def test_silence_at_a_stretch(motion, parts, silent_s, reason):
    assert refusal(motion, parts, usable=~between(motion, 1.2, 1.2 + silent_s)) is reason


def test_a_tenth_lost_here_and_there_is_bridged(motion):
    assert refusal(motion, usable=np.random.default_rng(1).random(len(motion)) > 0.1) is None


@pytest.mark.parametrize(("clipped_s", "reason"), [(0.06, None), (0.2, CalibrationReason.SATURATED)])
def test_a_gyro_at_its_limit(motion, clipped_s, reason):
    clipped = between(motion, 1.0, 1.0 + clipped_s)
    assert refusal(motion, clipped=clipped, usable=~clipped) is reason
