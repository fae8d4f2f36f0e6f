"""Standing still on one leg: when a trial runs, and how much the leg sways in it.

Sway quantities after Mancini et al. 2012 (10.1186/1743-0003-9-59), from the thigh's acceleration in the
horizontal plane after a 3.5 Hz low-pass: comparable for the same patient, site and surface only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.exercises.history import History
from monitor.leg import Floats, LegBlock, Posture
from monitor.results import BalanceTrial

LOW_PASS_HZ = 3.5
LEAST_TRIAL_S = 5.0
_LONGEST_TRIAL_S = 120.0
_STILL_DEG_S = 30.0       # sway on an unsteady surface stays below; a step or a raised knee does not
_SETTLED_S = 1.0          # below that long, and the trial has begun
_LOST_S = 2.0             # a touch-down is over by then; longer is the end of the trial
_RATE_TAU_S = 0.15
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
    flexion_deg: float | None
    unrest_deg_s: float


@dataclass(slots=True)
class StanceState:
    rate_deg_s: float = 0.0
    still: int = 0
    moving: int = 0
    began: int | None = None


class StanceDetector:
    """Finds stances; `push(a)` then `push(b)` equals `push(a joined with b)`."""

    def __init__(self, history: History, rate_hz: float, start_ns: int, exercise: str) -> None:
        self.state = StanceState()
        self._history, self._rate_hz, self._start_ns, self._exercise = history, rate_hz, start_ns, exercise
        self._gain = min(1.0, 1.0 / (_RATE_TAU_S * rate_hz))

    def push(self, block: LegBlock, first: int) -> list[Trial]:
        """The stances that end within the block whose first sample has number `first`."""
        rates = np.degrees(np.maximum(_lengths(block.thigh_gyr_rad_s), _lengths(block.shank_gyr_rad_s)))
        upright = (block.posture == Posture.STANDING) & block.oriented
        found = []
        for number, (rate, standing) in enumerate(zip(rates.tolist(), upright.tolist(), strict=True), start=first):
            trial = self._step(number, rate, standing)
            if trial is not None:
                found.append(trial)
        return found

    def finish(self) -> Trial | None:
        return self._end(self._history.samples, self._history.samples)

    def _step(self, number: int, rate_deg_s: float, standing: bool) -> Trial | None:
        s = self.state
        s.rate_deg_s += (rate_deg_s - s.rate_deg_s) * self._gain
        if standing and s.rate_deg_s < _STILL_DEG_S:
            s.still, s.moving = s.still + 1, 0
        else:
            s.moving, s.still = s.moving + 1, 0
        if s.began is None and s.still >= _SETTLED_S * self._rate_hz:
            s.began = number - s.still + 1
        if s.began is None:
            return None
        lost = not standing or s.moving >= _LOST_S * self._rate_hz
        full = number - s.began >= _LONGEST_TRIAL_S * self._rate_hz
        return self._end(number - s.moving + 1, number) if lost or full else None

    def _end(self, number: int, known_at: int) -> Trial | None:
        s = self.state
        began, s.began, s.still = s.began, None, 0
        if began is None or number - began < LEAST_TRIAL_S * self._rate_hz:
            return None
        return self._trial(began, number, known_at)

    def _trial(self, first: int, last: int, known_at: int) -> Trial:
        leg = self._history.between(first, last)
        trimmed = round(_TRIMMED_S * self._rate_hz)
        inner = leg[trimmed:len(leg) - trimmed]
        sway = sway_of(inner)
        result = BalanceTrial(
            exercise=self._exercise, start_s=(int(leg.t_ns[0]) - self._start_ns) * 1e-9,
            duration_s=len(leg) / self._rate_hz, sway_rms=sway.rms, path_length=sway.path, jerk=sway.jerk,
            ellipse_area=sway.ellipse_area, touch_downs=touch_downs(inner))
        rates = inner.thigh_gyr_rad_s * inner.thigh_gyr_rad_s
        flexion = float(np.median(inner.flexion_deg)) if inner.valid.all() else None
        return Trial(first, last, known_at, result, sway, flexion, float(np.degrees(np.sqrt(rates.sum(axis=1).mean()))))


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
