"""Each fault does what it says and nothing else."""

import asyncio
from collections import Counter

import pytest

from monitor.sources.faulty import FaultInjector, Faults, FaultySource, Stretch
from monitor.values import LinkEvent, LinkKind, Placement, Received, Segment, Side, Tick

THIGH, SHANK = (Placement(Side.LEFT, segment) for segment in Segment)
SECOND = 1_000_000_000


def streamed():
    """Ten seconds of two sensors at 50 packets a second."""
    yield from (LinkEvent(place, 0, LinkKind.CONNECTED, {"serial": str(place)}) for place in (THIGH, SHANK))
    for i in range(500):
        t_ns = i * SECOND // 50
        yield from (Received(place, t_ns, bytes([i // 256, i % 256, 0])) for place in (THIGH, SHANK))
        if i % 5 == 0:
            yield Tick(t_ns)
            yield LinkEvent(THIGH, t_ns, LinkKind.BATTERY, {"percent": 80})


def pushed(faults, seed=1):
    injector = FaultInjector(faults, seed)
    return [left for item in streamed() for left in injector.push(item)]


def packets(items, placement=THIGH):
    return [item for item in items if isinstance(item, Received) and item.placement == placement]


def test_without_faults_nothing_changes():
    assert pushed(Faults()) == list(streamed())


def test_dropped_packets():
    left = packets(pushed(Faults(dropped=0.1)))
    assert 420 < len(left) < 475
    assert left == [item for item in packets(streamed()) if item in left]


def test_duplicated_packets():
    counts = Counter(item.payload for item in packets(pushed(Faults(duplicated=0.1))))
    assert set(counts.values()) == {1, 2}
    assert len(counts) == 500


def test_late_packets_come_after_their_successor_in_order_of_time():
    left = pushed(Faults(late=0.1))
    numbers = [item.payload for item in packets(left)]
    assert numbers != sorted(numbers)
    assert len(numbers) in (499, 500)
    stamps = [item.t_host_ns for item in left]
    assert stamps == sorted(stamps)


def test_corrupt_packets_differ_in_a_bit_or_are_cut_short():
    before, after = packets(streamed()), packets(pushed(Faults(corrupt=0.5)))
    changed = [(a.payload, b.payload) for a, b in zip(before, after, strict=True) if a != b]
    assert 200 < len(changed) < 300
    for was, now in changed:
        bits = sum((a ^ b).bit_count() for a, b in zip(was, now, strict=False))
        assert (len(now) < len(was) and bits == 0) or (len(now) == len(was) and bits == 1)


def test_a_silence_stops_the_packets_of_one_sensor():
    left = pushed(Faults(silences=(Stretch(2, 4, SHANK),)))
    assert len(packets(left, THIGH)) == 500
    quiet = packets(left, SHANK)
    assert len(quiet) == 400
    assert not [item for item in quiet if 2 * SECOND <= item.t_host_ns < 4 * SECOND]


def test_an_absence_is_a_lost_link_that_comes_back():
    left = pushed(Faults(absences=(Stretch(2, 4),)))
    events = [(item.kind, item.t_host_ns / SECOND) for item in left
              if isinstance(item, LinkEvent) and item.placement == SHANK]
    assert events == [(LinkKind.CONNECTED, 0), (LinkKind.DISCONNECTED, 2), (LinkKind.CONNECTED, 4),
                      (LinkKind.STREAMING, 4)]
    assert len(packets(left, SHANK)) == 400
    assert len(packets(left, THIGH)) == 400


def test_every_battery_can_be_made_low():
    left = pushed(Faults(battery_percent=3))
    assert {item.detail["percent"] for item in left
            if isinstance(item, LinkEvent) and item.kind is LinkKind.BATTERY} == {3}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_does_the_same(seed):
    faults = Faults(dropped=0.1, duplicated=0.1, late=0.1, corrupt=0.1)
    assert pushed(faults, seed) == pushed(faults, seed)
    assert pushed(faults, seed) != pushed(faults, seed + 10)


def test_a_source_is_wrapped_whole():
    class Given:
        def __init__(self):
            self.asked = []

        async def run(self, emit):
            for item in streamed():
                emit(item)

        def command(self, name, **arguments):
            self.asked.append((name, arguments))

    given, emitted = Given(), []
    faulty = FaultySource(given, Faults(dropped=0.1), seed=1)
    asyncio.run(faulty.run(emitted.append))
    faulty.command("identify", placement=THIGH)
    assert emitted == pushed(Faults(dropped=0.1))
    assert given.asked == [("identify", {"placement": THIGH})]
