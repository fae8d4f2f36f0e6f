"""Whatever enters a recording comes out of it: equal, in order, and the same bytes for the same inputs."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.recording.reader import open_recording
from monitor.recording.writer import RecordingWriter
from monitor.values import (
    EventKind,
    Input,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    Segment,
    Sensor,
    SessionEvent,
    Side,
    Tick,
)

START_NS = 1_700_000_000_000_000_000
times = st.integers(0, 2**62)
placements = st.builds(Placement, st.sampled_from(Side), st.sampled_from(Segment))
numbers = st.floats(allow_nan=False, allow_infinity=False)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | numbers | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=6)
details = st.dictionaries(st.text(), json_values, max_size=3)
sensors = st.builds(Sensor, placements, st.sampled_from(["patella", "samples", "movella_dot"]),
                    st.floats(25, 1000), layout=details)
links = (st.builds(LinkEvent, placements | st.none(), times,
                   st.sampled_from([k for k in LinkKind if k is not LinkKind.CONNECTED]), details)
         | st.builds(lambda s, t: LinkEvent(s.placement, t, LinkKind.CONNECTED, s.to_json()), sensors, times))
events = st.builds(SessionEvent, times, st.sampled_from([k for k in EventKind if k is not EventKind.START]),
                   details)
inputs = (st.builds(Received, placements, times, st.binary(max_size=300)) | links | st.builds(Tick, times)
          | events)


def record(path: Path, items: list[Input]) -> bytes:
    with RecordingWriter(path, side=Side.LEFT, patient="p-1", version="1") as writer:
        for item in items:
            writer.write(item)
    return path.read_bytes()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=st.lists(inputs, min_size=1, max_size=40))
def test_every_input_comes_back_equal_and_in_order(tmp_path: Path, items: list[Input]) -> None:
    path = tmp_path / "a.mcap"
    first = record(path, items)
    recording = open_recording(path)
    assert recording.problems == ()
    assert list(recording.inputs()) == items
    assert record(tmp_path / "b.mcap", items) == first


@pytest.mark.parametrize("rate_hz", [25, 100, 200])
def test_from_a_time_on_gives_what_the_whole_gives_from_that_time_on(tmp_path: Path, rate_hz: int) -> None:
    placement = Placement(Side.LEFT, Segment.THIGH)
    period_ns = 1_000_000_000 // rate_hz
    items: list[Input] = [Received(placement, START_NS + i * period_ns, bytes([i % 256]) * 40)
                          for i in range(rate_hz * 20)]
    record(tmp_path / "a.mcap", items)
    recording = open_recording(tmp_path / "a.mcap")
    for at_ns in (0, START_NS, START_NS + 7_123_456_789, START_NS + 19_999_999_999, START_NS + 10**12):
        assert list(recording.inputs(at_ns)) == [item for item in items if item.t_host_ns >= at_ns]
