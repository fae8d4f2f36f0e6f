"""Standing still on one leg: when a trial runs, and how much the leg sways in it.

Sway quantities after Mancini et al. 2012 (10.1186/1743-0003-9-59), from the thigh's acceleration in the
horizontal plane after a 3.5 Hz low-pass: comparable for the same patient, site and surface only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from monitor.exercises.history import History
from monitor.leg import Floats, LegBlock, Posture
from monitor.results import BalanceTrial

FIRM, UNSTEADY = "single_leg_stance", "bosu_balance"      # the same stance on two surfaces
LOW_PASS_HZ = 3.5
LEAST_TRIAL_S = 5.0
_LONGEST_TRIAL_S = 120.0
_STEP_DEG_S = 30.0        # sway on an unsteady surface stays below; a step or a raised knee does not
_ONE_LEG_DEG_S = 0.9      # two legs stand more quietly than this, and one leg hardly ever does
_ONE_LEG_RATIO = 1.8      # and one leg sways this much more than the same person's two
_QUIET_SHARE = 0.7        # and it is over below this share of that, or half-way to quiet standing
_CALM_AT_MOST = 1.5       # deg/s: a person who was never seen standing quietly
_PLACE_TAU_S = 1.5
_MOVED_DEG, _MOVED_S = 8.0, 0.3   # the thigh has gone elsewhere
_CALMER = 0.05            # of the log, to be worth writing down
_FLOOR_DEG_S = 0.2        # nobody stands more quietly, and gyroscopes are as noisy
_RATE_TAU_S, _LEVEL_TAU_S = 0.7, 8.0
_SETTLED_S = 1.5          # so long at such a level, and a trial has begun
_LOST_S = 1.5             # quieter or livelier for so long, and the trial is over
_TOUCH_G = 0.25           # the other foot's contact, felt through the standing leg
_TOUCH_APART_S = 1.0
_TRIMMED_S = 0.5          # of both ends: stepping on and off


@dataclass(frozen=True, slots=True)
class Sway:
    """RMS and path in m/s^2, jerk in m^2/s^5, mean frequency in Hz, area of the 95 % ellipse in (m/s^2)^2."""

    rms: float
    path: float
    jerk: float
    mean_frequency_hz: float
    ellipse_area: float


@dataclass(frozen=True, slots=True)
class Trial:
    """One stance with the samples it covers."""

    first: int
    last: int
    known_at: int
    result: BalanceTrial
    sway: Sway
    features: dict[str, float]


@dataclass(slots=True)
class StanceState:
    """What the detector remembers.

    `rate` is the log of the thigh's smoothed rate in deg/s (of the rate itself, a step on or off would drown
    the sway for seconds), `level` the same more slowly over a trial, `calms` its least while standing, each
    with the sample where it was reached, `place` where the thigh is, slowly followed.
    """

    rate: float = 0.0
    level: float = 0.0
    calms: list[tuple[int, float]] = field(default_factory=lambda: [(0, math.log(_CALM_AT_MOST))])
    settled: int = 0
    left: int = 0
    began: int | None = None
    place: float | None = None
    moved: int = 0

    @property
    def calm(self) -> float:
        return self.calms[-1][1]


class StanceDetector:
    """Finds stances on one leg; `push(a)` then `push(b)` equals `push(a joined with b)`.

    One leg's sensors cannot see the other foot. What tells is the sway: more than on two, less than a step.
    """

    def __init__(self, history: History, rate_hz: float, start_ns: int, exercise: str) -> None:
        self.state = StanceState()
        self._history, self._rate_hz, self._start_ns, self._exercise = history, rate_hz, start_ns, exercise
        self._gain, self._slow, self._follow = (
            min(1.0, 1.0 / (tau * rate_hz)) for tau in (_RATE_TAU_S, _LEVEL_TAU_S, _PLACE_TAU_S))
        self._lag = round(_RATE_TAU_S * rate_hz)      # until the smoothed rate shows that the sway has ended

    def push(self, block: LegBlock, first: int) -> list[Trial]:
        """The stances that end within the block whose first sample has number `first`."""
        rates = np.degrees(_lengths(block.thigh_gyr_rad_s))
        upright = (block.posture == Posture.STANDING) & block.oriented
        found = []
        samples = zip(rates.tolist(), block.thigh_elevation_deg.tolist(), upright.tolist(), strict=True)
        for number, (rate, elevation, standing) in enumerate(samples, start=first):
            trial = self._step(number, rate, standing and self._stays(elevation))
            if trial is not None:
                found.append(trial)
        return found

    def finish(self) -> Trial | None:
        return self._end(self._history.samples, self._history.samples)

    def _step(self, number: int, rate_deg_s: float, standing: bool) -> Trial | None:
        s = self.state
        s.rate += (math.log(max(rate_deg_s, _FLOOR_DEG_S)) - s.rate) * self._gain
        if standing and number > self._rate_hz and s.rate < s.calm - _CALMER:
            s.calms = [*s.calms, (number, s.rate)]
        if standing and self._swaying(s.rate):
            s.settled, s.left = s.settled + 1, max(0, s.left - 1)
        else:
            s.settled, s.left = 0, s.left + 1
        if s.began is None and s.settled >= _SETTLED_S * self._rate_hz:
            s.began, s.level, s.left = number - s.settled + 1, s.rate, 0
        s.level += (s.rate - s.level) * self._slow
        if s.began is None:
            return None
        over = s.left >= _LOST_S * self._rate_hz or number - s.began >= _LONGEST_TRIAL_S * self._rate_hz
        return self._end(number - s.left - self._lag, number) if over or not standing else None

    def calm_at(self, number: int) -> float:
        """The least smoothed rate of the thigh while standing, until sample `number`, in log deg/s."""
        return next(calm for since, calm in reversed(self.state.calms) if since <= number)

    def _stays(self, elevation_deg: float) -> bool:
        """Whether the thigh keeps its place; sway does, a repetition or a change of pose does not."""
        s = self.state
        s.place = elevation_deg if s.place is None else s.place + (elevation_deg - s.place) * self._follow
        s.moved = s.moved + 1 if abs(elevation_deg - s.place) > _MOVED_DEG else 0
        return s.moved < _MOVED_S * self._rate_hz

    def _swaying(self, rate: float) -> bool:
        least = max(math.log(_ONE_LEG_DEG_S), math.log(_ONE_LEG_RATIO) + self.state.calm)
        if self.state.began is not None:
            least = max(least + math.log(_QUIET_SHARE), (self.state.level + self.state.calm) / 2)
        return least < rate < math.log(_STEP_DEG_S)

    def _end(self, number: int, known_at: int) -> Trial | None:
        s = self.state
        began, s.began, s.settled = s.began, None, 0
        if began is None or number - began < LEAST_TRIAL_S * self._rate_hz:
            return None
        return self._trial(began, number, known_at)

    def _trial(self, first: int, last: int, known_at: int) -> Trial:
        leg = self._history.between(first, last)
        trimmed = round(_TRIMMED_S * self._rate_hz)
        inner = leg[trimmed:len(leg) - trimmed]
        sway = sway_of(inner)
        features = _features(inner)
        measures = {"mean_frequency_hz": sway.mean_frequency_hz} | {
            name: value for name, value in features.items() if name == "flexion_held_deg"}
        result = BalanceTrial(
            exercise=self._exercise, start_s=(int(leg.t_ns[0]) - self._start_ns) * 1e-9,
            duration_s=len(leg) / self._rate_hz, sway_rms=sway.rms, path_length=sway.path, jerk=sway.jerk,
            ellipse_area=sway.ellipse_area, touch_downs=touch_downs(inner), measures=measures)
        return Trial(first, last, known_at, result, sway, features)


def against_firm_ground(trials: Sequence[BalanceTrial]) -> tuple[BalanceTrial, ...]:
    """Stances on an unsteady surface held against the same leg's on firm ground, their median sway."""
    firm = [trial.sway_rms for trial in trials if trial.exercise == FIRM]
    if not firm:
        return tuple(trials)
    usual = float(np.median(firm))
    return tuple(replace(trial, sway_ratio_to_baseline=trial.sway_rms / usual)
                 if trial.exercise == UNSTEADY and usual > 0.0 else trial for trial in trials)


def _features(leg: LegBlock) -> dict[str, float]:
    """What tells one kind of stance from another."""
    squares = leg.thigh_gyr_rad_s * leg.thigh_gyr_rad_s
    found = {"sway_deg_s": float(np.degrees(np.sqrt(squares.sum(axis=1).mean()))),
             "thigh_elevation_rest_deg": float(np.median(leg.thigh_elevation_deg))}
    if leg.valid.all():
        found["flexion_held_deg"] = float(np.median(leg.flexion_deg))
    return found


def sway_of(leg: LegBlock) -> Sway:
    """Sway of a stance; forward and sideways acceleration after the 3.5 Hz low-pass."""
    from scipy.signal import butter, sosfiltfilt
    sections = butter(2, LOW_PASS_HZ, fs=leg.rate_hz, output="sos")
    plane = sosfiltfilt(sections, _horizontal(leg), axis=0)
    plane -= plane.mean(axis=0)
    steps = np.diff(plane, axis=0)
    jerk = 0.5 * float((steps * steps).sum()) * leg.rate_hz
    rms = float(np.sqrt((plane * plane).sum(axis=1).mean()))
    path = float(np.sqrt((steps * steps).sum(axis=1)).sum())
    area = float(np.pi * 5.991 * np.sqrt(max(np.linalg.det(np.cov(plane.T)), 0.0)))
    duration_s = len(leg) / leg.rate_hz
    return Sway(rms, path, jerk, path / (2 * np.pi * rms * duration_s) if rms > 0 else 0.0, area)


def touch_downs(leg: LegBlock) -> int:
    """How often the other foot met the ground: short jolts on a leg that otherwise stands still."""
    jolts = np.flatnonzero(leg.thigh_dynamic_g[:, 1] > _TOUCH_G)
    return 0 if not jolts.size else 1 + int((np.diff(jolts) > _TOUCH_APART_S * leg.rate_hz).sum())


def _horizontal(leg: LegBlock) -> Floats:
    """(n, 2) acceleration forward and to the right, along the horizontal at the mean posture."""
    up = leg.thigh_acc_m_s2.mean(axis=0)
    up /= np.sqrt((up * up).sum())
    right = np.cross([1.0, 0.0, 0.0], up)
    right /= np.sqrt((right * right).sum())
    forward = np.cross(up, right)
    plane: Floats = np.stack([leg.thigh_acc_m_s2 @ forward, leg.thigh_acc_m_s2 @ right], axis=1)
    return plane


def _lengths(vectors: Floats) -> Floats:
    squares = vectors * vectors
    lengths: Floats = np.sqrt(squares[:, 0] + squares[:, 1] + squares[:, 2])
    return lengths
