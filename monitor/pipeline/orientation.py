"""Each sensor's orientation against gravity, causally.

The filter is VQF in its six-axis form (Laidig and Seel 2023, 10.1016/j.inffus.2022.10.014).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Self

import numpy as np
from vqf import VQF, offlineVQF

from monitor.leg import Bools, Floats
from monitor.pipeline.acc_bias import acc_bias_m_s2
from monitor.pipeline.align import Gridded

TAU_ACC_S = 3.0
# A limb lowered slowly turns as evenly as one at rest: at the filter's own 2 deg/s it is learnt as bias.
REST_DEG_S, REST_M_S2 = 1.0, 0.5
REST_BIAS_DEG_S = 0.05        # and what still passes for rest is no better than this
# Until the bias is known gravity must be believed sooner: the zero of a first calibration is taken then.
BEGINNING_S, BEGINNING_TAU_ACC_S = 20.0, 1.0
G_M_S2 = 9.81
# Near hard landings a clipped accelerometer is worse than none: what is far from gravity is then left out. It
# counts by force and time, as much again may be lost: a quarter of g s tilts gravity by degrees.
HARD_M_S2 = 0.5 * G_M_S2
CLIPPED_M_S = 0.25 * G_M_S2
FORGET_CLIPPED_S, FORGOTTEN_M_S = 3.0, 0.01
UNSEEN_SKIPPED = 0.25        # of the force that is left out: the rest of it averages out over a landing


@dataclass(frozen=True, slots=True, eq=False)
class Oriented:
    """n orientations (n, 4), sensor to its own earth frame, and the rate without bias (n, 3) in rad/s.

    `restarted` (n,) is true at the first instant after a silence, when the earth frame is a new one.
    `unseen_m_s` (n, 3) is the force times time, sensor axes, that clipping may have kept from the filter.
    """

    quat: Floats
    gyr_rad_s: Floats
    restarted: Bools
    unseen_m_s: Floats

    def __getitem__(self, part: slice) -> Self:
        return type(self)(self.quat[part], self.gyr_rad_s[part], self.restarted[part],
                          self.unseen_m_s[part])


class Orientation:
    """One sensor's filter; its state can be read and set, so that a stream can be cut anywhere."""

    def __init__(self, rate_hz: float) -> None:
        self.rate_hz = rate_hz
        self._filter = VQF(1.0 / rate_hz, tauAcc=BEGINNING_TAU_ACC_S, biasSigmaRest=REST_BIAS_DEG_S)
        self._beginning = round(BEGINNING_S * rate_hz)      # rows left
        self._clipped_m_s = 0.0        # force times time beyond the range, of late
        self._was_missing = False

    @property
    def state(self) -> dict[str, Any]:
        """Everything that the next block depends on."""
        return {"filter": self._filter.state, "beginning": self._beginning,
                "clipped_m_s": self._clipped_m_s, "was_missing": self._was_missing}

    @state.setter
    def state(self, state: dict[str, Any]) -> None:
        self._beginning = state["beginning"]
        if not self._beginning:
            self._settle()
        self._filter.state = state["filter"]
        self._clipped_m_s = state["clipped_m_s"]
        self._was_missing = state["was_missing"]

    def restart(self) -> Self:
        """Forget the orientation but keep the bias, after a silence in which the limb may have moved."""
        bias, _ = self._filter.getBiasEstimate()
        self._filter.resetState()
        self._filter.setBiasEstimate(bias, np.radians(0.1))
        return self

    def push(self, block: Gridded) -> Oriented:
        """The orientations at the block's instants; where a sensor is missing, the last known one."""
        if not (block.missing.any() or self._was_missing):
            return self._run(block)
        cuts = np.flatnonzero(np.diff(block.missing)) + 1
        parts = [self._part(block[a:b])
                 for a, b in pairwise([0, *cuts.tolist(), len(block.missing)])]
        return _joined(parts)

    def _part(self, block: Gridded) -> Oriented:
        """A stretch that is missing throughout or nowhere."""
        count = len(block.missing)
        if block.missing[0]:
            self._was_missing = True
            held = np.tile(np.asarray(self._filter.getQuat6D()), (count, 1))
            return Oriented(held, np.zeros((count, 3)), np.zeros(count, np.bool_), np.zeros((count, 3)))
        restarted = self._was_missing
        if restarted:
            self.restart()
            self._was_missing = False
        out = self._run(block)
        out.restarted[0] = restarted
        return out

    def _settle(self) -> None:
        """Go on with the settings of the long run, from gravity as it is known now.

        Where gravity was just swinging to is forgotten: a swing of the quick filter would go on for seconds
        in the slow one, and tilt a walking leg by ten degrees.
        """
        self._filter.setTauAcc(TAU_ACC_S)
        self._filter.setRestDetectionThresholds(REST_DEG_S, REST_M_S2)
        state, (b0, _, b2) = self._filter.state, self._filter.coeffs["accLpB"]
        if np.isfinite(state["accLpState"]).all():        # else it still waits for its first second
            at_rest = (1.0 - b0, b2 - self._filter.coeffs["accLpA"][1])
            state["accLpState"] = np.outer(state["lastAccLp"], at_rest).ravel()
            self._filter.state = state

    def _run(self, block: Gridded) -> Oriented:
        """A stretch that is missing nowhere, cut where the beginning ends."""
        if not self._beginning:
            return self._filtered(block)
        first, later = block[:self._beginning], block[self._beginning:]
        self._beginning -= len(first.missing)
        early = self._filtered(first)
        if self._beginning:
            return early
        self._settle()
        return _joined([early, self._filtered(later)]) if len(later.missing) else early

    def _filtered(self, block: Gridded) -> Oriented:
        skipped = self._distrusted(block)
        acc = np.where(skipped[:, None], 0.0, block.acc_m_s2)
        out = self._filter.updateBatch(np.ascontiguousarray(block.gyr_rad_s), np.ascontiguousarray(acc))
        part = np.where(skipped, UNSEEN_SKIPPED, block.acc_saturated)[:, None] / self.rate_hz
        return Oriented(out["quat6D"], block.gyr_rad_s - out["bias"], np.zeros(len(acc), np.bool_),
                        block.acc_m_s2 * part)

    def _distrusted(self, block: Gridded) -> Bools:
        """(n,) far from gravity while much has been clipped of late; the filter skips these."""
        if self._clipped_m_s == 0.0 and not block.acc_saturated.any():
            return np.zeros(len(block.missing), np.bool_)
        acc = block.acc_m_s2
        force = np.sqrt(acc[:, 0] ** 2 + acc[:, 1] ** 2 + acc[:, 2] ** 2)
        keep = float(np.exp(-1.0 / (FORGET_CLIPPED_S * self.rate_hz)))
        level, much = self._clipped_m_s, np.empty(len(force), np.bool_)
        for i, more in enumerate((block.acc_saturated * force / self.rate_hz).tolist()):
            level = keep * level + more
            level = level if level > FORGOTTEN_M_S else 0.0
            much[i] = level > CLIPPED_M_S
        self._clipped_m_s = level
        return much & (np.abs(force - G_M_S2) > HARD_M_S2)


def _joined(parts: list[Oriented]) -> Oriented:
    return Oriented(*(np.concatenate([getattr(part, name) for part in parts]) for name in Oriented.__slots__))


def smoothed_orientation(block: Gridded, rate_hz: float) -> Floats:
    """(n, 4) orientations over a whole recording, each from what was before and after it.

    Unlike the causal ones they know the accelerometer's own zero, from every rest of the recording.
    """
    known = ~(block.gap | block.missing)[:, None]
    resting = _with_hindsight(block, block.acc_m_s2, rate_hz)["restDetected"].astype(np.bool_)
    bias = acc_bias_m_s2(block.acc_m_s2, resting, rate_hz)
    quat: Floats = _with_hindsight(block, block.acc_m_s2 - known * bias, rate_hz)["quat6D"]
    return quat


def _with_hindsight(block: Gridded, acc_m_s2: Floats, rate_hz: float) -> dict[str, Any]:
    out: dict[str, Any] = offlineVQF(np.ascontiguousarray(block.gyr_rad_s), np.ascontiguousarray(acc_m_s2),
                                     None, 1.0 / rate_hz, {"tauAcc": TAU_ACC_S, "restThGyr": REST_DEG_S,
                                                           "biasSigmaRest": REST_BIAS_DEG_S})
    return out
