"""Moving averages for fits that look at whole stretches of motion."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from calibration.rotation import Floats


def smoothed(values: Floats, rate_hz: float, seconds: float) -> Floats:
    """(n, 3) centred moving average."""
    window = np.ones(size := max(1, round(seconds * rate_hz))) / size
    return np.stack([np.convolve(values[:, i], window, "same") for i in range(3)], axis=1)


def moving_sum(values: NDArray[np.complex128], size: int) -> NDArray[np.complex128]:
    """(n,) sum of the `size` values around each, of fewer at the ends."""
    n, size = len(values), max(1, min(len(values), size))
    total = np.concatenate(([0.0], np.cumsum(values)))
    first = np.arange(n) - size // 2
    return total[np.minimum(first + size, n)] - total[np.maximum(first, 0)]
