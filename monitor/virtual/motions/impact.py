"""What the ground does to a foot: bones that stop within hundredths of a second, shank first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from monitor.virtual.script import minimum_jerk

Floats = NDArray[np.float64]

RECOVERY_S = 0.3
HEEL_PULSE_S, THIGH_PULSE_S = 0.018, 0.034   # widths of the half-sines at shank and thigh


def stopping(t_s: Floats, speed_m_s: float, pulse_s: float) -> Floats:
    """Height (n,) of a bone after contact at 0 s, stopped by a half-sine of deceleration."""
    t = np.clip(t_s, 0.0, pulse_s)
    return -speed_m_s / 2 * (t + pulse_s / np.pi * np.sin(np.pi * t / pulse_s))


def footfall(t_s: Floats, speed_m_s: float, pulse_s: float, approach_s: float = 0.1) -> Floats:
    """Vertical shift (n,) of a bone round a contact at 0 s: falling before, stopped by it, recovering."""
    p = np.clip(t_s / approach_s + 1, 0.0, 1.0)
    before = -speed_m_s * approach_s * (p**3 - p**4 / 2)
    total = -speed_m_s / 2 * (approach_s + pulse_s)
    return before + stopping(t_s, speed_m_s, pulse_s) - total * minimum_jerk((t_s - pulse_s) / RECOVERY_S)


def cushion(t_s: Floats, speed_m_s: float, shank_pulse_s: float, thigh_pulse_s: float) -> Floats:
    """How far (n,) the thigh lags behind the shank, whose contact at 0 s takes `speed_m_s` from it.

    Foot pad, cartilage and menisci give way by millimetres, so that the thigh stops later and more gently.
    """
    lag = stopping(t_s, speed_m_s, thigh_pulse_s) - stopping(t_s, speed_m_s, shank_pulse_s)
    left = -speed_m_s / 2 * (thigh_pulse_s - shank_pulse_s)
    return lag - left * minimum_jerk((t_s - thigh_pulse_s) / RECOVERY_S)
