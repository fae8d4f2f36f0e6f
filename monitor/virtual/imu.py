"""A worn inertial sensor: how it sits on the limb, how skin moves it, and what its electronics measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from monitor.values import Placement, Segment, Side
from monitor.virtual.faults import HEALTHY, LOOSE_DEG, Fault, Trouble
from monitor.virtual.leg import GRAVITY_M_S2, LegMotion, SegmentMotion
from monitor.virtual.quaternions import X, Y, Z, about, conjugate, from_vector, multiply, rotate, small_vector
from monitor.virtual.script import INTERNAL_RATE_HZ
from monitor.virtual.soft_tissue import SoftTissue
from monitor.virtual.tap import DoubleTaps

Floats = NDArray[np.float64]

GYR_NOISE_DPS_RTHZ = 0.007
ACC_NOISE_G_RTHZ = 100e-6
GYR_BIAS_WALK_DPS_RTS = 0.001
ACC_BIAS_G = 0.004
STRAP_TWIST_DEG = 20.0     # round the limb
STRAP_TILT_DEG = 8.0       # along it, and in the plane of the skin


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """n consecutive samples.

    Attributes:
        acc_g: (n, 3); gyr_dps: (n, 3).
        peak_g, peak_t_s: (n,) largest resultant at the part's own rate within each sample, and when.
        clipped: (n,) true where the accelerometer was at its limit within the sample.
    """

    acc_g: Floats
    gyr_dps: Floats
    peak_g: Floats
    peak_t_s: Floats
    clipped: NDArray[np.bool_]


def mounting(placement: Placement, rng: np.random.Generator, *, upside_down: bool = False) -> Floats:
    """Sensor to segment (4, 1): the declared strapping with the sloppiness of a person's own hands."""
    outer = 0.0 if placement.side is Side.RIGHT else 180.0
    ideal = 90.0 if placement.segment is Segment.SHANK else outer   # on the front, and on the outer side
    twist = rng.uniform(-STRAP_TWIST_DEG, STRAP_TWIST_DEG)
    tilt, turn = rng.uniform(-STRAP_TILT_DEG, STRAP_TILT_DEG, 2)
    if upside_down:
        turn += 180.0
    sloppy = multiply(about(X, np.array([tilt])), about(Z, np.array([turn])))
    return multiply(about(Y, np.array([ideal + twist])), sloppy)


class Imu:
    """Samples one segment's motion, always forward in time."""

    def __init__(self, placement: Placement, motion: Iterator[LegMotion], rng: np.random.Generator, *,
                 bias_dps: float = 0.0, soft_tissue_deg: float = 0.0, trouble: Trouble = HEALTHY) -> None:
        self._segment, self._motion = placement.segment, motion
        self.mounting = mounting(placement, rng, upside_down=Fault.UPSIDE_DOWN in trouble.faults)
        self._trouble = trouble
        self._tissue = SoftTissue(placement.segment, rng, soft_tissue_deg)
        direction = rng.standard_normal(3)
        self._bias_dps = bias_dps * direction / np.sqrt((direction**2).sum())
        self._acc_bias_g = ACC_BIAS_G * rng.standard_normal(3)
        self._noise, self._walk = rng.spawn(2)
        self._loose = None
        if Fault.LOOSE in trouble.faults:
            self._loose = SoftTissue(placement.segment, rng.spawn(1)[0], LOOSE_DEG)
        self._tape = Tape()
        self._taps = DoubleTaps()
        self._heard_s: list[float] = []

    def double_tap(self, from_s: float, to_s: float) -> bool:
        """Whether the sensor heard a double tap between these times; asked for in the order of time."""
        heard = any(from_s <= t_s < to_s for t_s in self._heard_s)
        self._heard_s = [t_s for t_s in self._heard_s if t_s >= to_s]
        return heard

    def measure(self, edges_s: Floats, acc_range_g: float) -> Measured:
        """The samples that span the (n + 1,) increasing instants; earlier motion is forgotten."""
        self.skip(edges_s[0])
        while self._tape.end_s < edges_s[-1]:
            self._extend()
        ideal = self._tape.sample(edges_s, acc_range_g)
        n = len(ideal.peak_g)
        period_s = float(edges_s[-1] - edges_s[0]) / n
        noise = self._noise.standard_normal((n, 6)) * np.sqrt(0.5 / period_s)
        walk = self._walk.standard_normal((n, 3)) * GYR_BIAS_WALK_DPS_RTS * np.sqrt(period_s)
        bias = self._bias_dps + np.cumsum(walk, axis=0)
        self._bias_dps = bias[-1]
        return replace(ideal, acc_g=ideal.acc_g + self._acc_bias_g + ACC_NOISE_G_RTHZ * noise[:, :3],
                       gyr_dps=ideal.gyr_dps + bias + GYR_NOISE_DPS_RTHZ * noise[:, 3:])

    def skip(self, t_s: float) -> None:
        """Forget what was before `t_s`."""
        while self._tape.end_s < t_s:
            self._extend()
        self._tape.forget(t_s)

    def _extend(self) -> None:
        motion = next(self._motion)
        segment: SegmentMotion = motion.segments[self._segment]
        turn = self._tissue.push(motion.flexion_deg, segment.force_m_s2)
        if self._loose is not None:
            flapping = self._loose.push(motion.flexion_deg, segment.force_m_s2)
            turn = turn + self._trouble.loosened(motion.t_s) * flapping
        shift = from_vector(turn)
        strap_deg = segment.strap_deg + self._trouble.slipped_deg(motion.t_s)
        quat = multiply(multiply(segment.quat, shift), multiply(about(Y, strap_deg), self.mounting))
        acc_g = rotate(conjugate(quat), segment.force_m_s2) / GRAVITY_M_S2
        acc_g[2] += self._trouble.knocks_g(motion.t_s)
        self._heard_s += self._taps.push(motion.t_s, acc_g)
        self._tape.push(motion.t_s, quat, acc_g)


class Tape:
    """The last stretch of what the part itself sees: running integrals of rotation, and acceleration."""

    def __init__(self) -> None:
        self._t_s = np.zeros(0)
        self._turned_deg = np.zeros((3, 0))   # integral of the angular rate up to each instant
        self._acc_g = np.zeros((3, 0))
        self._quat: Floats | None = None

    @property
    def end_s(self) -> float:
        return float(self._t_s[-1]) if len(self._t_s) else -np.inf

    def push(self, t_s: Floats, quat: Floats, acc_g: Floats) -> None:
        """Append instants with the sensor's orientation (4, n) and acceleration (3, n)."""
        before = quat[:, :1] if self._quat is None else self._quat
        chain = np.concatenate([before, quat], axis=1)
        turn = np.degrees(small_vector(multiply(conjugate(chain[:, :-1]), chain[:, 1:])))
        start = self._turned_deg[:, -1:] if len(self._t_s) else np.zeros((3, 1))
        self._t_s = np.concatenate([self._t_s, t_s])
        self._turned_deg = np.concatenate([self._turned_deg, start + np.cumsum(turn, axis=1)], axis=1)
        self._acc_g = np.concatenate([self._acc_g, acc_g], axis=1)
        self._quat = quat[:, -1:]

    def forget(self, t_s: float) -> None:
        """Drop what is older than a little before `t_s`."""
        old = max(int(np.searchsorted(self._t_s, t_s)) - 2, 0)
        if old > INTERNAL_RATE_HZ // 4:
            self._t_s, self._turned_deg, self._acc_g = (
                self._t_s[old:], self._turned_deg[:, old:], self._acc_g[:, old:])

    def sample(self, edges_s: Floats, acc_range_g: float) -> Measured:
        """Means between the edges, as an anti-aliasing part gives them; each axis clips before."""
        first = int(np.searchsorted(self._t_s, edges_s[0], "right")) - 1
        last = int(np.searchsorted(self._t_s, edges_s[-1])) + 1
        t_s, acc_g = self._t_s[first:last], self._acc_g[:, first:last]
        clipped_g = np.clip(acc_g, -acc_range_g, acc_range_g)
        gained = np.cumsum((clipped_g[:, 1:] + clipped_g[:, :-1]) / (2 * INTERNAL_RATE_HZ), axis=1)
        area = np.concatenate([np.zeros((3, 1)), gained], axis=1)
        starts = np.searchsorted(t_s, edges_s[:-1])
        resultant = np.sqrt((clipped_g**2).sum(axis=0))
        at_limit = np.abs(acc_g).max(axis=0) >= acc_range_g
        peak_g = np.maximum.reduceat(resultant[:-1], starts)
        peaks = np.split(resultant[:-1], starts[1:])
        peaks[0] = peaks[0][starts[0]:]
        clipped = np.maximum.reduceat(at_limit[:-1], starts)
        return Measured(
            _means(edges_s, t_s, area), _means(edges_s, t_s, self._turned_deg[:, first:last]),
            peak_g, t_s[starts + [int(p.argmax()) for p in peaks]], clipped)


def _means(edges_s: Floats, t_s: Floats, integral: Floats) -> Floats:
    """(n, 3) mean rates between (n + 1) edges of a running integral (3, k)."""
    gained = np.stack([np.diff(np.interp(edges_s, t_s, part)) for part in integral], axis=1)
    return gained / np.diff(edges_s)[:, None]
