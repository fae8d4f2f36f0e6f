"""A sensor's clock and the instants of its samples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.virtual.clock import Clock, Stream

STREAMS = st.builds(Stream, st.floats(0, 1e9), st.floats(25, 1000), st.integers(1, 19))


@given(st.builds(Clock, st.floats(-1e9, 1e9), st.floats(-100, 100)), st.floats(0, 1e10))
def test_true_and_device_time_are_each_others_inverse(clock, true_us):
    assert clock.true_us(clock.device_us(true_us)) == pytest.approx(true_us, abs=1e-4)


@given(STREAMS, st.integers(0, 10_000))
def test_a_packet_is_due_at_the_stamp_of_its_last_sample(stream, packets):
    done = packets * stream.samples
    last_us = stream.sample_us(done + stream.samples - 1)
    assert stream.packets_due(done, last_us - 1) == 0
    assert stream.packets_due(done, last_us + 1) == 1


@given(STREAMS, st.integers(0, 1000), st.integers(1, 5))
def test_spans_end_at_the_stamps_and_follow_each_other(stream, done, packets):
    edges_us = stream.edges_us(done, packets)
    assert len(edges_us) == packets * stream.samples + 1
    assert edges_us[1:] == pytest.approx([stream.sample_us(done + k) for k in range(len(edges_us) - 1)])
    assert np.diff(edges_us) == pytest.approx(1e6 / stream.rate_hz, abs=1e-3)
