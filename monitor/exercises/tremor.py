"""Muscle vibration, as a strapped accelerometer feels it. Experimental."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from monitor.leg import Floats, LegBlock

TREMOR_BAND_HZ = (10.0, 40.0)
_TREMOR_SMOOTH_S = 0.15
_TREMOR_SETTLES_S = 0.5
_TREMOR_LEAST_HZ = 60.0          # below, the band is cut off by the sample rate
_TREMOR_FLOOR = 1e-4             # (m/s^2)^2: the noise of a good accelerometer


class Tremor:
    """Muscle vibration: power of the thigh's acceleration between 10 and 40 Hz, in dB above (1 m/s^2)^2.

    Muscle at work vibrates at 2 to 200 Hz; no accuracy is published for a strapped thigh sensor, so this is
    compared only with the same leg at rest.
    """

    def __init__(self, rate_hz: float) -> None:
        self.known = felt_at(rate_hz)
        self._sections, self._rest = _band_pass(rate_hz)
        self._state: Floats | None = None
        self._measured: Floats = np.zeros(3)
        self._gain = 1.0 / (_TREMOR_SMOOTH_S * rate_hz)
        self._power = _TREMOR_FLOOR
        self._settling = round(_TREMOR_SETTLES_S * rate_hz)

    def usable(self, block: LegBlock) -> list[bool]:
        """Where the newest block's values may be counted on: not while the filter settles."""
        waiting = min(self._settling, len(block))
        self._settling -= waiting
        good: list[bool] = (block.oriented & self.known).tolist()
        return [False] * waiting + good[waiting:]

    def push(self, block: LegBlock, wanted: slice = slice(None)) -> list[float]:
        """Decibels at the wanted samples; the floor where the sample rate is too low to tell."""
        from scipy.signal import sosfilt
        if not self.known or not len(block):
            return [10.0 * math.log10(_TREMOR_FLOOR)] * len(block.t_ns[wanted])
        if self._state is None:
            self._measured = block.thigh_acc_m_s2[0]
            self._state = self._rest[:, :, None] * self._measured
        vibration, self._state = sosfilt(self._sections, self._kept(block), axis=0, zi=self._state)
        squares = vibration * vibration
        smoothed = self._smoothed(squares[:, 0] + squares[:, 1] + squares[:, 2] + _TREMOR_FLOOR)
        return [10.0 * math.log10(power) for power in smoothed[wanted]]

    def _kept(self, block: LegBlock) -> Floats:
        """(n, 3) acceleration, the last measured one where samples were lost: a jump to zero would ring."""
        joined = np.concatenate([self._measured[None], block.thigh_acc_m_s2])
        last = np.maximum.accumulate(np.where(block.interpolated, 0, np.arange(1, len(joined))))
        kept: Floats = joined[last]
        self._measured = kept[-1]
        return kept

    def _smoothed(self, powers: Floats) -> list[float]:
        level, gain, found = self._power, self._gain, []
        for power in powers.tolist():
            level += (power - level) * gain
            found.append(level)
        self._power = level
        return found


def felt_at(rate_hz: float) -> bool:
    """Whether so many samples a second show muscle vibration."""
    return rate_hz >= _TREMOR_LEAST_HZ


@cache
def _band_pass(rate_hz: float) -> tuple[Floats, Floats]:
    """Second-order sections of the band and their state at rest; made once: each movement has a filter."""
    from scipy.signal import butter, sosfilt_zi
    low, high = TREMOR_BAND_HZ
    band = [low, min(high, 0.45 * rate_hz)] if felt_at(rate_hz) else [0.1 * rate_hz, 0.4 * rate_hz]
    sections: Floats = butter(2, band, btype="bandpass", fs=rate_hz, output="sos")
    return sections, sosfilt_zi(sections)


def tremor_db(leg: LegBlock, part: slice) -> float:
    """Mean vibration over a part of a slice, in dB."""
    return float(np.mean(Tremor(leg.rate_hz).push(leg)[part]))
