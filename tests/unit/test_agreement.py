"""Shown and computed again: the same bits or not."""

import numpy as np
import pytest

from monitor.agreement import LegAgreement
from monitor.leg import ARRAYS, LegBlock
from monitor.recording.knee import KneeSamples
from monitor.values import Side

N = 50
SHOWN = KneeSamples(t_ns=np.arange(N) * 10_000_000, flexion_deg=np.linspace(0.0, 90.0, N),
                    sigma_deg=np.full(N, 1.5), valid=np.ones(N, bool), reason=np.zeros(N, np.uint8),
                    algorithm="1")


def computed(**changes: np.ndarray) -> LegBlock:
    """The same samples as a block, with some arrays replaced."""
    arrays = dict.fromkeys(ARRAYS, np.zeros(N)) | {
        name: getattr(SHOWN, name) for name in ("t_ns", "flexion_deg", "sigma_deg", "valid", "reason")}
    return LegBlock(Side.LEFT, 100.0, **(arrays | changes))


@pytest.mark.parametrize("cut", [0, 1, 17, N])
def test_the_same_bits_agree_however_they_are_cut(cut: int) -> None:
    agreement = LegAgreement(SHOWN)
    for part in (computed()[:cut], computed()[cut:]):
        agreement.push(part)
    assert agreement.whole
    assert "All 50 angles are the same" in agreement.sentence()


@pytest.mark.parametrize("name", ["flexion_deg", "sigma_deg"])
def test_the_last_bit_counts(name: str) -> None:
    values = getattr(SHOWN, name).copy()
    values[20] = np.nextafter(values[20], 1000.0)
    agreement = LegAgreement(SHOWN)
    agreement.push(computed(**{name: values}))
    assert not agreement.whole
    assert "first 0.200 s after" in agreement.sentence()


@pytest.mark.parametrize("name", ["valid", "reason", "t_ns"])
def test_validity_reason_and_time_count(name: str) -> None:
    values = getattr(SHOWN, name).copy()
    values[7] = 0 if name == "valid" else 3
    agreement = LegAgreement(SHOWN)
    agreement.push(computed(**{name: values}))
    assert not agreement.whole


def test_angles_that_are_not_computed_again_are_missed() -> None:
    agreement = LegAgreement(SHOWN)
    agreement.push(computed()[:30])
    assert not agreement.whole
    assert "only 30" in agreement.sentence()


def test_a_recording_that_was_cut_short_may_hold_fewer_than_are_computed() -> None:
    agreement = LegAgreement(SHOWN)
    agreement.push(computed())
    agreement.push(computed())
    assert agreement.whole
