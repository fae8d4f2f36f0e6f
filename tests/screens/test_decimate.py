import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from monitor.dashboard.look.decimate import runs, thin


@given(st.integers(0, 3000), st.integers(1, 3000), st.integers(1, 200), st.integers(0, 2**32 - 1))
def test_extremes_survive_and_indices_stay_inside(first: int, length: int, buckets: int, seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=first + length)
    valid = np.full(len(values), True)
    thinned = thin(values, valid, first, len(values), buckets)
    drawn = values[thinned.index]
    start, stop = first // thinned.factor * thinned.factor, len(values) // thinned.factor * thinned.factor
    if thinned.factor > 1 and stop > start:
        assert (drawn.min(), drawn.max()) == (values[start:stop].min(), values[start:stop].max())
    assert thinned.index.min() >= 0
    assert thinned.index.max() < len(values)
    assert (np.diff(thinned.index) >= 0).all()


def test_an_invalid_extreme_is_not_drawn() -> None:
    values, valid = np.zeros(100), np.full(100, True)
    values[50], valid[50] = 999.0, False
    assert 999.0 not in values[thin(values, valid, 0, 100, 10).index]


def test_a_wholly_invalid_bucket_stays_in_as_a_gap() -> None:
    valid = np.full(100, True)
    valid[40:60] = False
    assert not valid[thin(np.ones(100), valid, 0, 100, 10).index].all()


def test_scrolling_does_not_shimmer() -> None:
    values, valid = np.random.default_rng(0).normal(size=5000), np.full(5000, True)
    first, second = thin(values, valid, 0, 4000, 100), thin(values, valid, first=80, last=4080, buckets=100)
    assert set(second.index[:-100]) - set(range(4000, 4080)) <= set(first.index) | set(range(4000, 5000))


def test_runs_of_nothing_everything_and_pieces() -> None:
    assert runs(np.zeros(4, bool)) == []
    assert runs(np.ones(3, bool)) == [(0, 3)]
    assert runs(np.array([True, False, True, True])) == [(0, 1), (2, 4)]
