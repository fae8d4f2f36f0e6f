"""Every value the protocol can carry survives the wire, and wrapping counters lose nothing."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from firmware_protocol import commands
from firmware_protocol.codec import decode_data, decode_info, encode_data, encode_info
from firmware_protocol.packets import (
    ACC_RANGES_G,
    GYR_RANGES_DPS,
    MAX_SAMPLES,
    RATES_HZ,
    DataFlag,
    DataPacket,
    ImpactTrailer,
    Info,
    Role,
    WornSide,
)
from firmware_protocol.sequence import LARGEST_GAP, Arrival, SequenceTracker, TimeUnwrapper

U8, U16, U32 = (st.integers(0, 2**bits - 1) for bits in (8, 16, 32))


@st.composite
def data_packets(draw: st.DrawFn) -> DataPacket:
    impact = draw(st.none() | st.builds(ImpactTrailer, U16, U16))
    flags = draw(st.integers(0, 31)) | (DataFlag.IMPACT if impact else 0)
    counts = draw(arrays(np.int16, st.tuples(st.integers(1, MAX_SAMPLES), st.just(6))))
    return DataPacket(flags, draw(U16), draw(st.integers(1, 65535)), draw(U32), counts, impact)


@given(data_packets())
def test_data_survives(packet: DataPacket) -> None:
    again = decode_data(encode_data(packet))
    for name in ("flags", "seq", "dt_us", "t0_us", "impact"):
        assert getattr(again, name) == getattr(packet, name)
    assert np.array_equal(again.counts, packet.counts)


def some_of(table: tuple[int, ...]) -> st.SearchStrategy[tuple[int, ...]]:
    return st.sets(st.sampled_from(table), min_size=1).map(lambda chosen: tuple(sorted(chosen)))


@st.composite
def infos(draw: st.DrawFn) -> Info:
    acc, gyr, rates = (draw(some_of(table)) for table in (ACC_RANGES_G, GYR_RANGES_DPS, RATES_HZ))
    cap = draw(st.integers(1, MAX_SAMPLES))
    return Info(
        draw(st.sampled_from(Role)), draw(st.sampled_from(WornSide)), draw(st.booleans()),
        draw(U16), draw(U16), draw(st.integers(0, 2**64 - 1)), draw(U32), draw(U32),
        draw(st.sampled_from(acc)), cap,
        draw(st.sampled_from(gyr)), draw(st.sampled_from(rates)), draw(st.integers(1, cap)), acc, gyr, rates)


@given(infos())
def test_info_survives(info: Info) -> None:
    assert decode_info(encode_info(info)) == info


COMMANDS = st.one_of(
    st.builds(commands.Start, U16, U8), st.just(commands.Stop()), st.builds(commands.SetRange, U8, U16),
    st.builds(commands.Identify, U8), st.builds(commands.ConnectionInterval, U16),
    st.builds(commands.SetRole, st.sampled_from(Role), st.sampled_from(WornSide)),
    st.builds(commands.Sync, U32), st.just(commands.ResetStats()))


@given(COMMANDS, U8)
def test_commands_survive(command: commands.Command, tag: int) -> None:
    assert commands.decode_command(commands.encode_command(command, tag)) == (command, tag)


@given(st.integers(0, 65535), st.lists(st.integers(1, LARGEST_GAP), max_size=50))
def test_losses_are_counted_through_every_wrap(first: int, steps: list[int]) -> None:
    tracker = SequenceTracker()
    number = tracker.push(first).index
    for step in steps:
        number += step
        place = tracker.push(number % 65536)
        assert (place.index, place.lost) == (number, step - 1)
        assert place.arrival is (Arrival.GAP if step > 1 else Arrival.NEW)


@given(st.permutations(range(60)), st.integers(0, 65535))
def test_any_order_within_the_window_places_every_packet_once(order: list[int], first: int) -> None:
    tracker = SequenceTracker()
    origin = tracker.push(first).index
    places = [tracker.push((first + 1 + i) % 65536) for i in order]
    assert [place.index - origin - 1 for place in places] == order
    missing = sum(place.lost for place in places) - sum(place.arrival is Arrival.LATE for place in places)
    assert missing == 0
    again = [tracker.push((first + 1 + i) % 65536).arrival for i in order]
    assert set(again) == {Arrival.DUPLICATE}


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(0, 2**31 - 1), max_size=50))
def test_time_runs_on_through_every_wrap(first: int, steps: list[int]) -> None:
    unwrapper = TimeUnwrapper()
    now = unwrapper.push(first)
    assert now == first
    for step in steps:
        now += step
        assert unwrapper.push(now % 2**32) == now
