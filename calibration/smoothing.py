"""Moving averages for fits that look at whole stretches of motion."""

from __future__ import annotations

import numpy as np

from calibration.rotation import Floats


def smoothed(values: Floats, rate_hz: float, seconds: float) -> Floats:
    """(n, 3) centred moving average."""
    window = np.ones(size := max(1, round(seconds * rate_hz))) / size
    return np.stack([np.convolve(values[:, i], window, "same") for i in range(3)], axis=1)
