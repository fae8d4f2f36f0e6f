"""A virtual sensor that lies on a table: costs nothing to simulate, for whatever only needs its radio."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from monitor.values import Placement
from monitor.virtual.clock import Clock
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.imu import Imu, Measured


class StillImu(Imu):
    """1 g upwards, no rotation, no noise."""

    def __init__(self) -> None:
        """No leg, no strap, no motion."""

    def skip(self, t_s: float) -> None:
        """Nothing happens on a table."""

    def double_tap(self, from_s: float, to_s: float) -> bool:
        """Nobody taps it."""
        del from_s, to_s
        return False

    def measure(self, edges_s: NDArray[np.float64], acc_range_g: float) -> Measured:
        """The samples between the (n + 1,) instants."""
        n = len(edges_s) - 1
        acc_g = np.tile([0.0, 0.0, min(1.0, acc_range_g)], (n, 1))
        return Measured(acc_g, np.zeros((n, 3)), np.ones(n), edges_s[:-1], np.zeros(n, np.bool_))


def still_sensor(placement: Placement, serial: int, *, offset_us: float = 0.0, drift_ppm: float = 0.0,
                 battery_percent: float = 90.0) -> VirtualSensor:
    """A sensor with the stored role of this place; its boot id follows from its serial number."""
    return VirtualSensor(placement, StillImu(), Clock(offset_us, drift_ppm), np.random.default_rng(serial),
                         serial=serial, battery_percent=battery_percent)
