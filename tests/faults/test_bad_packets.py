"""Whatever comes over the air: it is counted and said, never fatal, and the good data stays good."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from monitor.leg import LegBlock, Reason
from monitor.session import Session
from monitor.values import Input, LinkEvent, LinkKind, Placement, Received, Segment, Sensor, Side, Tick
from monitor.virtual.simulate import START_NS, simulate

THIGH, SHANK = (Placement(Side.RIGHT, segment) for segment in Segment)


@pytest.fixture(scope="module")
def standing() -> tuple[Input, ...]:
    """Six seconds of a leg at rest, no packet lost."""
    return simulate(["stand"], seed=3, rate_hz=100).inputs[:900]


def pushed(inputs) -> tuple[Session, LegBlock]:
    session = Session(Side.RIGHT)
    parts = (inputs[first:first + 20] for first in range(0, len(inputs), 20))
    return session, LegBlock.join([block for part in parts for block in session.push(part).blocks])


def tally(session: Session, place: Placement = THIGH):
    return session.pair.channels[place].ingest.tally


def among(inputs, *payloads: bytes, place: Placement = THIGH):
    """The inputs with these payloads spread among them."""
    where = np.linspace(200, len(inputs) - 100, len(payloads)).astype(int)
    return [one for i, item in enumerate(inputs) for one in (
        item, *(Received(place, item.t_host_ns, payloads[k]) for k in np.flatnonzero(where == i)))]


def between(inputs, place: Placement, from_s: float, to_s: float, change: Callable[[bytes], bytes]):
    """The inputs with one sensor's payloads changed for a while."""
    def concerned(one: Input) -> bool:
        return isinstance(one, Received) and one.placement == place and (
            from_s < (one.t_host_ns - START_NS) * 1e-9 < to_s)

    return [replace(one, payload=change(one.payload)) if concerned(one) else one for one in inputs]


def good_packet(inputs) -> bytes:
    return next(one.payload for one in inputs if isinstance(one, Received) and one.placement == THIGH)


def test_wrong_version_length_and_count_are_counted_and_said(standing):
    good = good_packet(standing)
    bad = [b"", b"\x01", good[:-1], good + b"\x00", b"\x02" + good[1:], good[:2] + b"\x00" + good[3:],
           good[:2] + b"\xff" + good[3:], bytes(len(good))]
    session, block = pushed(among(standing, *bad))
    clean, expected = pushed(standing)
    assert tally(session).refused_packets == len(bad)
    assert (tally(session).samples, tally(session).lost) == (tally(clean).samples, tally(clean).lost)
    np.testing.assert_array_equal(block.thigh_dynamic_g, expected.thigh_dynamic_g)
    sentence, = [one.sentence for one in session.snapshot().problems]
    assert "thigh sensor sent 8 packets that cannot be read" in sentence


def test_noise_instead_of_packets_is_survived(standing):
    rng = np.random.default_rng(9)
    noise = [rng.bytes(int(n)) for n in rng.integers(0, 300, 60)]
    session, block = pushed(among(standing, *noise))
    assert tally(session).refused_packets >= 58
    assert np.isfinite(block.thigh_dynamic_g).all()


def test_every_bit_of_a_packets_head_flipped_once(standing):
    """A flip that makes sense cannot be told; it must still leave finite numbers and the grid in order."""
    good = good_packet(standing)
    flipped = [good[:i // 8] + bytes([good[i // 8] ^ 1 << i % 8]) + good[i // 8 + 1:] for i in range(8 * 14)]
    session, block = pushed(among(standing, *flipped))
    assert tally(session).refused_packets > 16
    assert (np.diff(block.t_ns) > 0).all()
    assert len(block) == pytest.approx(len(pushed(standing)[1]), abs=10)
    for name in ("thigh_dynamic_g", "shank_dynamic_g", "thigh_acc_m_s2"):
        assert np.isfinite(getattr(block, name)).all()


def samples_session(rows_of) -> tuple[Session, LegBlock]:
    """An imported table whose packets `rows_of(k, rows)` may spoil: 30 packets of 10 rows of rest."""
    session = Session(Side.RIGHT)
    described = {place: Sensor(place, "samples", 100.0).to_json() for place in (THIGH, SHANK)}
    inputs: list[Input] = [LinkEvent(place, START_NS, LinkKind.CONNECTED, detail)
                           for place, detail in described.items()]
    for k in range(30):
        rows = np.zeros((10, 7))
        rows[:, 0], rows[:, 2] = (10 * k + np.arange(10)) / 100.0, 9.81
        t_ns = START_NS + round(rows[-1, 0] * 1e9)
        spoilt = rows_of(k, rows.copy())
        inputs += [Received(THIGH, t_ns, spoilt.tobytes()), Received(SHANK, t_ns, rows.tobytes()), Tick(t_ns)]
    return session, LegBlock.join(list(session.push(inputs).blocks))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("column", [1, 3, 4, 6])
def test_what_is_no_number_never_reaches_a_filter(value, column):
    def spoil(k, rows):
        rows[4, column] = value if k == 12 else rows[4, column]
        return rows

    session, block = samples_session(spoil)
    assert tally(session).refused_packets == 1
    assert "finite" in tally(session).last_fault
    assert np.isfinite(block.thigh_dynamic_g).all()
    assert abs(block.thigh_dynamic_g[-20:]).max() < 0.01


@pytest.mark.parametrize(("column", "value"), [(1, 1e5), (3, -1e300), (5, 5000.0)])
def test_absurd_samples_never_reach_a_filter(column, value):
    def spoil(k, rows):
        rows[4, column] = value if k in (12, 13) else rows[4, column]
        return rows

    session, block = samples_session(spoil)
    assert tally(session).refused_packets == 0
    assert abs(block.thigh_dynamic_g).max() < 0.01
    t_s = (block.t_ns - START_NS) * 1e-9
    np.testing.assert_allclose(t_s[block.interpolated], [1.24, 1.34], atol=1e-6)
    np.testing.assert_allclose(np.diff(t_s), 0.01, atol=1e-6)


def test_a_saturated_sensor_is_flagged_not_dropped(standing):
    def clipped(payload: bytes) -> bytes:
        return payload[:1] + bytes([payload[1] | 2]) + payload[2:14] + struct.pack("<h", 32767) + payload[16:]

    session, block = pushed(between(standing, SHANK, 3.0, 3.1, clipped))
    clean, _ = pushed(standing)
    at = np.flatnonzero(block.acc_saturated[:, 1])
    assert len(at) >= tally(session, SHANK).saturated_samples >= 4
    assert not block.acc_saturated[:, 0].any()
    assert (block.t_ns[at] - START_NS).min() > 2.9e9
    assert session.snapshot().sensors[1].saturated_samples == tally(session, SHANK).saturated_samples
    assert tally(session, SHANK).samples == tally(clean, SHANK).samples


@pytest.mark.parametrize("detail", [{"dialect": "smoke_signals"}, {"dialect": "patella", "acc_range_g": None},
                                    {"dialect": "table", "layout": {}}], ids=lambda detail: detail["dialect"])
def test_a_sensor_nobody_can_decode_is_said(standing, detail):
    def odd(one: Input) -> bool:
        return isinstance(one, LinkEvent) and one.kind is LinkKind.CONNECTED and one.placement == THIGH

    inputs = [replace(one, detail={**one.detail, **detail}) if odd(one) else one for one in standing]
    session = Session(Side.RIGHT)
    assert session.push(inputs).blocks == ()
    sentence, = [one.sentence for one in session.snapshot().problems]
    assert "cannot be read" in sentence


def test_times_that_jump_do_not_turn_the_grid_back(standing):
    """A sensor whose clock goes wild for a while: half a minute ahead, then back."""
    def wild(payload: bytes) -> bytes:
        t0_us, = struct.unpack_from("<I", payload, 8)
        return payload[:8] + struct.pack("<I", (t0_us + 30_000_000) % 2**32) + payload[12:]

    _, block = pushed(between(standing, THIGH, 3.0, 3.5, wild))
    assert (np.diff(block.t_ns) > 0).all()
    assert np.isfinite(block.thigh_dynamic_g).all()
    assert len(block) == pytest.approx(len(pushed(standing)[1]), abs=10)
    assert (block.reason[-50:] == Reason.UNCALIBRATED).all()       # and not a lack of data
