"""A sensor's own clock, and the instants it samples at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_Number = TypeVar("_Number", float, NDArray[np.float64])


@dataclass(frozen=True, slots=True)
class Clock:
    """Microseconds since start-up as the sensor counts them, against true microseconds."""

    offset_us: float
    drift_ppm: float

    def device_us(self, true_us: float) -> float:
        return self.offset_us + true_us * (1 + self.drift_ppm * 1e-6)

    def true_us(self, device_us: _Number) -> _Number:
        return (device_us - self.offset_us) / (1 + self.drift_ppm * 1e-6)


@dataclass(frozen=True, slots=True)
class Stream:
    """A running stream: sample k is the mean of the period that ends at `start_us` + k / rate."""

    start_us: float
    rate_hz: float
    samples: int

    def sample_us(self, k: _Number) -> _Number:
        return self.start_us + k * 1e6 / self.rate_hz

    def complete_us(self, done: int) -> float:
        """When the next packet is complete: at the stamp of its last sample."""
        return float(self.sample_us(float(done + self.samples - 1)))

    def packets_due(self, done: int, device_us: float) -> int:
        """Packets that are complete after `done` samples."""
        samples = (device_us - self.start_us) * self.rate_hz * 1e-6 + 1.0
        return max(int(samples - done) // self.samples, 0)

    def edges_us(self, done: int, packets: int) -> NDArray[np.float64]:
        """Borders of the next samples' spans."""
        return self.sample_us(done + np.arange(packets * self.samples + 1, dtype=np.float64) - 1.0)
