"""Two clocks that drift apart, seen through a radio that only speaks at connection events."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from monitor.pipeline.bound import Bound
from monitor.pipeline.timebase import SLEW, Timebase

EPOCH_NS = 1_767_225_600_000_000_000
PACKET_S = 0.02


@dataclass(frozen=True)
class Air:
    """One sensor's link; true device time = (host time - 0) * (1 + drift) + offset."""

    drift_ppm: float
    offset_s: float
    interval_s: float
    seed: int
    pings: bool = True

    def device_ns(self, t_s):
        return np.rint((np.asarray(t_s) * (1 + self.drift_ppm * 1e-6) + self.offset_s) * 1e9).astype(np.int64)

    def messages(self, seconds: float):
        """(arrival_s, "packet" | "ping", device_ns, host_send_s) in order of arrival."""
        rng = np.random.default_rng(self.seed)
        phase_s = rng.uniform(0, self.interval_s)

        def event_s(ready_s: float) -> float:
            failed = rng.geometric(0.97) - 1
            jammed = 0.25 if ready_s % 17.0 < 0.25 else 0.0       # now and then nothing comes for a while
            wait = np.ceil((ready_s + jammed - phase_s) / self.interval_s)
            return float(phase_s + (wait + failed) * self.interval_s)

        out, latest = [], 0.0
        for taken_s in np.arange(0.5, seconds, PACKET_S) / (1 + self.drift_ppm * 1e-6):
            latest = max(latest + 1e-6, event_s(taken_s) + rng.exponential(0.0008))
            out.append((latest, "packet", int(self.device_ns(taken_s)), 0.0))
        sent = np.arange(0.6, seconds, 0.25)
        for sent_s in sent + rng.uniform(0, 0.05, len(sent)):
            reached_s = event_s(sent_s)
            back_s = event_s(reached_s + 1e-4) + rng.exponential(0.0008)
            if self.pings:
                out.append((back_s, "ping", int(self.device_ns(reached_s)), sent_s))
        return sorted(out)


def follow(air: Air, seconds: float):
    """The timebase's error in seconds at each packet, by true time, and the mapped instants."""
    timebase, taken, error, mapped = Timebase(), [], [], []
    for arrival_s, kind, device_ns, sent_s in air.messages(seconds):
        if kind == "ping":
            timebase.ponged(EPOCH_NS + round(sent_s * 1e9), device_ns)
            continue
        timebase.arrived(device_ns, EPOCH_NS + round(arrival_s * 1e9))
        true_s = (device_ns * 1e-9 - air.offset_s) / (1 + air.drift_ppm * 1e-6)
        host_ns = timebase.host_instant_ns(device_ns)
        mapped.append(host_ns)
        taken.append(true_s)
        error.append((host_ns - EPOCH_NS) * 1e-9 - true_s)
    return np.array(taken), np.array(error), np.array(mapped), timebase


def skew_ms(one: Air, other: Air, seconds: float = 120.0, settled_s: float = 10.0) -> np.ndarray:
    (t, a, *_), (u, b, *_) = follow(one, seconds), follow(other, seconds)
    grid = np.arange(settled_s, seconds - 1.0, 0.1)
    return 1e3 * np.abs(np.interp(grid, t, a) - np.interp(grid, u, b))


@pytest.mark.parametrize("intervals_s", [(0.015, 0.015), (0.015, 0.03), (0.03, 0.03)])
@pytest.mark.parametrize("seed", [1, 2])
def test_with_pings_the_clocks_agree_within_three_milliseconds(intervals_s, seed):
    skew = skew_ms(Air(50.0, 4000.0, intervals_s[0], seed), Air(-50.0, 3.0, intervals_s[1], seed + 10))
    assert np.percentile(skew, 95) < 3.0


@pytest.mark.parametrize("intervals_s", [(0.015, 0.015), (0.015, 0.03)])
def test_without_pings_they_agree_within_a_connection_interval(intervals_s):
    """Only the quickest arrivals tell then, and they may all have waited for the radio."""
    skew = skew_ms(Air(50.0, 4000.0, intervals_s[0], 5, False), Air(-50.0, 3.0, intervals_s[1], 6, False))
    assert np.percentile(skew, 95) < 1e3 * max(intervals_s)


def test_drift_of_the_worst_crystals_is_followed():
    for drift in (-100.0, 100.0):
        t_s, error_s, *_ = follow(Air(drift, 77.0, 0.015, 3), 240.0)
        late = error_s[t_s > 30.0]
        assert np.ptp(late) < 0.006        # uncorrected it would be 0.021


@pytest.mark.parametrize("pings", [True, False])
def test_time_never_steps_back_and_the_offset_slews(pings):
    t_s, error_s, mapped_ns, _ = follow(Air(40.0, 9.0, 0.03, 8, pings), 120.0)
    assert (np.diff(mapped_ns[t_s > 4.0]) > 0).all()
    settled = t_s > 5.0
    change = np.abs(np.diff(error_s[settled])) / np.diff(t_s[settled])
    assert change.max() <= SLEW + 2.5e-4       # plus what the drift itself may be off


def test_nothing_arrives_before_it_was_taken():
    """Without the radio's delays both bounds meet and the mapping is exact."""
    timebase = Timebase()
    for i in range(3000):
        device_ns = i * 20_000_000
        timebase.ponged(EPOCH_NS + device_ns, device_ns)
        timebase.arrived(device_ns, EPOCH_NS + device_ns)
    assert timebase.host_instant_ns(60_000_000_000) == pytest.approx(EPOCH_NS + 60_000_000_000, abs=1000)
    assert timebase.spread_ns == pytest.approx(0.0, abs=1000)


def test_many_instants_map_like_one():
    *_, timebase = follow(Air(40.0, 9.0, 0.03, 8), 30.0)
    instants = 39_000_000_000 + np.arange(50, dtype=np.int64) * 9_999_977
    assert timebase.host_ns(instants).tolist() == [timebase.host_instant_ns(int(t)) for t in instants]


def test_a_shared_clock_is_one_constant():
    timebase = Timebase(shared=True)
    timebase.arrived(40_000_000_000, EPOCH_NS + 40_250_000_000)
    timebase.arrived(41_000_000_000, EPOCH_NS + 47_000_000_000)
    assert timebase.host_instant_ns(0) == EPOCH_NS + 250_000_000
    assert not timebase.due(10**12)


def test_a_clock_that_was_set_is_noticed():
    """A packet can wait for the radio, but not come before it was taken."""
    timebase = Timebase()
    assert not timebase.jumped(5_000_000_000, EPOCH_NS)
    timebase.arrived(5_000_000_000, EPOCH_NS)
    for ahead_s, jumped in ((0.0, False), (0.3, False), (0.7, True), (1800.0, True), (-20.0, False),
                            (-40.0, True)):
        assert timebase.jumped(5_000_000_000 + round(ahead_s * 1e9), EPOCH_NS) == jumped
    shared = Timebase(shared=True)
    shared.arrived(0, EPOCH_NS)
    assert not shared.jumped(10**12, EPOCH_NS)


def test_due_once_a_second_of_device_time():
    timebase = Timebase()
    assert not timebase.due(5_000_000_000)
    timebase.arrived(5_100_000_000, EPOCH_NS)
    assert not timebase.due(5_900_000_000)
    assert timebase.due(6_000_000_000)


def test_a_bound_keeps_the_tightest_of_each_second():
    upper, lower = Bound(upper=True), Bound(upper=False)
    for t_ns, offset_ns in ((100, 30), (200, 10), (300, 20), (1_000_000_000, 50)):
        upper.push(t_ns, offset_ns)
        lower.push(t_ns, offset_ns)
    assert list(upper.points) == [(200, 10), (1_000_000_000, 50)]
    assert list(lower.points) == [(100, 30), (1_000_000_000, 50)]


@pytest.mark.parametrize("upper", [True, False])
def test_a_bounds_line_touches_the_points_from_its_side(upper):
    """A drift of 30 ppm under delays that are mostly large and now and then none."""
    rng = np.random.default_rng(4)
    bound = Bound(upper)
    sign = 1 if upper else -1
    for second in range(60):
        delay = 0 if second % 9 == 4 else int(rng.integers(1_000_000, 20_000_000))
        bound.push(second * 1_000_000_000, EPOCH_NS + second * 30_000 + sign * delay)
    t0, offset, drift = bound.line()
    assert drift == pytest.approx(30e-6, abs=2e-6)
    assert offset + drift * (58_000_000_000 - t0) == pytest.approx(EPOCH_NS + 58 * 30_000, abs=200_000)


def test_drift_is_not_judged_on_a_short_baseline():
    bound = Bound(upper=True)
    for second in range(8):
        bound.push(second * 1_000_000_000, second * 500_000)
    assert bound.line()[2] == 0.0


PERIOD_NS = 10_000_000


def counted(arrivals):
    """The error in ms after each sample of a clock that is counted; when each was taken and arrived, in s."""
    timebase, error_ms = Timebase(), []
    timebase.counts(PERIOD_NS)
    for number, (taken_s, arrived_s) in enumerate(arrivals):
        timebase.arrived(number * PERIOD_NS, EPOCH_NS + round(arrived_s * 1e9))
        error_ms.append((timebase.host_instant_ns(number * PERIOD_NS) - EPOCH_NS) * 1e-6 - 1e3 * taken_s)
    return np.array(error_ms)


def radio_s(taken_s, rng, interval_s=0.0137):
    """When samples arrive, in order: at the next connection event, one in twenty repeated once."""
    waits = np.ceil(taken_s / interval_s) + (rng.random(len(taken_s)) < 0.05)
    return np.maximum.accumulate(waits * interval_s)


@pytest.mark.parametrize("lost", [1, 3, 40])
def test_time_that_is_counted_follows_the_arrivals_through_a_loss(lost):
    taken_s = np.delete(np.arange(6000) * 0.01, slice(3000, 3000 + lost))
    error_ms = counted(zip(taken_s, radio_s(taken_s, np.random.default_rng(1)), strict=True))
    assert np.abs(error_ms[1000:3000]).max() < 5.0
    assert np.abs(error_ms[3000 + 500:]).max() < 5.0           # five seconds later
    assert np.diff(error_ms[3000:]).min() > -3.0               # it never steps back


def test_a_bad_moment_of_the_air_is_no_loss():
    taken_s = np.arange(6000) * 0.01
    arrived_s = radio_s(taken_s, np.random.default_rng(2))
    arrived_s = np.maximum(arrived_s, np.where((taken_s > 30.0) & (taken_s < 31.5), 31.5, 0.0))
    assert np.abs(counted(zip(taken_s, arrived_s, strict=True))[1000:]).max() < 5.0


@pytest.mark.parametrize("pace", [0.997, 1.004])
def test_a_part_that_paces_itself_is_followed(pace):
    taken_s = np.arange(6000) * 0.01 * pace
    error_ms = counted(zip(taken_s, radio_s(taken_s, np.random.default_rng(3)), strict=True))
    assert np.abs(error_ms[3500:]).max() < 5.0


def two_of_one_clock(apart_s):
    """Errors in ms of two sensors that are said to keep one time; packets of the second arrive later."""
    bases = Timebase(), Timebase()
    bases[0].fellow, bases[1].fellow = bases[1], bases[0]
    wrapped_ns = (0, 1000 << 32)                            # the second has counted one wrap more
    error_ms = []
    for taken_ns in range(0, 30_000_000_000, 16_666_667):
        for base, late_s, wrap_ns in zip(bases, (0.001, 0.001 + apart_s), wrapped_ns, strict=True):
            base.arrived(taken_ns + wrap_ns, EPOCH_NS + taken_ns + round(late_s * 1e9))
        error_ms.append([(base.host_instant_ns(taken_ns + wrap_ns) - EPOCH_NS - taken_ns) * 1e-6
                         for base, wrap_ns in zip(bases, wrapped_ns, strict=True)])
    return np.array(error_ms)[600:], bases


def test_sensors_that_agreed_on_a_clock_share_the_tighter_bound():
    error_ms, bases = two_of_one_clock(0.004)
    np.testing.assert_allclose(error_ms, 1.0, atol=0.01)
    assert bases[0].spread_ns == pytest.approx(4e6, rel=0.01)


def test_sensors_that_no_longer_keep_one_time_are_followed_singly():
    error_ms, bases = two_of_one_clock(0.030)
    np.testing.assert_allclose(error_ms[:, 0], 1.0, atol=0.01)
    np.testing.assert_allclose(error_ms[:, 1], 31.0, atol=0.01)
    assert bases[1].spread_ns == pytest.approx(16_666_667, abs=1)


def test_without_pings_the_time_between_two_packets_limits_what_is_known():
    timebase = Timebase()
    unknown_ns = timebase.sigma_ns
    for number in range(200):
        timebase.arrived(number * PERIOD_NS, EPOCH_NS + number * PERIOD_NS)
    assert timebase.spread_ns == PERIOD_NS
    assert timebase.sigma_ns == pytest.approx(PERIOD_NS / np.sqrt(12))
    assert unknown_ns > timebase.sigma_ns
    assert Timebase(shared=True).sigma_ns == 0.0
