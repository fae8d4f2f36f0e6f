"""Skin and muscle between a strap and the bone: the sensor turns against the bone it should follow."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from monitor.values import Segment
from monitor.virtual.script import INTERNAL_RATE_HZ

Floats = NDArray[np.float64]

SHARE = {Segment.THIGH: 1.0, Segment.SHANK: 0.55}    # of the stated size; the thigh carries more muscle
WOBBLE_HZ = {Segment.THIGH: 6.0, Segment.SHANK: 11.0}
DAMPING = 0.25
BENDING_PART, WOBBLE_PART = 0.65, 0.35
FULL_BENDING_DEG = 100.0
STRONG_SHAKE_M_S2 = 25.0
AXES = (0.45, 0.8, 0.3)   # shares about x, y, z: skin slides mostly round the bone, least about the hinge


class SoftTissue:
    """Angle of the sensor against the bone, zero at rest with the knee straight, at most `size_deg`.

    One part follows the bending of the knee, the other rings like a damped spring when the segment is shaken.
    """

    def __init__(self, segment: Segment, rng: np.random.Generator, size_deg: float) -> None:
        from scipy.signal import bilinear

        self._size_rad = np.radians(size_deg) * SHARE[segment]
        self._bending, self._wobble = (_direction(rng) for _ in range(2))
        omega = 2 * np.pi * WOBBLE_HZ[segment] * rng.uniform(0.85, 1.15)
        self._b, self._a = bilinear([omega**2], [1, 2 * DAMPING * omega, omega**2], INTERNAL_RATE_HZ)
        slow = 2 * np.pi * 0.5   # what is slower than this is posture, not shaking
        self._b_high, self._a_high = bilinear([1, 0], [1, slow], INTERNAL_RATE_HZ)
        self._memory: tuple[Floats, Floats] | None = None

    def push(self, flexion_deg: Floats, force_m_s2: Floats) -> Floats:
        """Rotation vectors (3, n) in segment axes, from flexion (n,) and specific force (3, n)."""
        if not self._size_rad:
            return np.zeros_like(force_m_s2)
        bending = np.sin(np.pi / 2 * np.clip(flexion_deg / FULL_BENDING_DEG, -1, 1))
        ringing = np.tanh(self._ring(force_m_s2[1]) / STRONG_SHAKE_M_S2)
        turn = BENDING_PART * self._bending * bending + WOBBLE_PART * self._wobble * ringing
        return np.asarray(self._size_rad * turn)

    def _ring(self, shake: Floats) -> Floats:
        from scipy.signal import lfilter, lfilter_zi

        if self._memory is None:
            self._memory = (lfilter_zi(self._b_high, self._a_high) * shake[0], np.zeros(len(self._a) - 1))
        fast, high = lfilter(self._b_high, self._a_high, shake, zi=self._memory[0])
        rung, low = lfilter(self._b, self._a, fast, zi=self._memory[1])
        self._memory = (high, low)
        return np.asarray(rung)


def _direction(rng: np.random.Generator) -> Floats:
    axes = np.array(AXES) * rng.choice([-1.0, 1.0], 3) * rng.uniform(0.7, 1.3, 3)
    return np.asarray(axes / np.sqrt((axes**2).sum()))[:, None]
