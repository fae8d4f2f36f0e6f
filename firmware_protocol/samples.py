"""What every dialect decodes to: samples in SI units, with what their packet knew about them."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from firmware_protocol.packets import Impact

STANDARD_GRAVITY_M_S2 = 9.80665
RAD_PER_DEG = pi / 180.0


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """n consecutive samples of one packet, in the sensor's own axes.

    Attributes:
        seq: packet number as sent (u16), None where the dialect has none.
        t_us: (n,) device time as sent, increasing inside a packet and not unwrapped across packets; None
            where the dialect has no time.
        acc_m_s2: (n, 3) specific force.
        gyr_rad_s: (n, 3) angular rate.
        acc_saturated, gyr_saturated: (n,) true where a value stands at its range limit.
        gap_before: the sensor says that samples are missing before these.
        marker: the button was pressed, or the housing tapped, during these.
        impact: largest acceleration at the part's own output rate, where the sensor sent it.
        t_ns: (n,) exact time of imported samples, None for sensors.
    """

    seq: int | None
    t_us: NDArray[np.int64] | None
    acc_m_s2: NDArray[np.float64]
    gyr_rad_s: NDArray[np.float64]
    acc_saturated: NDArray[np.bool_]
    gyr_saturated: NDArray[np.bool_]
    gap_before: bool = False
    marker: bool = False
    impact: Impact | None = None
    t_ns: NDArray[np.int64] | None = None


class Decoder(Protocol):
    """Turns the notifications of one sensor connection into samples; one for each connection."""

    def push(self, payload: bytes) -> tuple[Samples, ...]:
        """The samples that this notification completes; raises `PacketError` and is unharmed by it."""
        ...


def at_limit(values: NDArray[np.float64], limit: float | None) -> NDArray[np.bool_]:
    """(n,) true where any of the three values of a row (n, 3) reaches the limit, the range's last count."""
    if limit is None:
        return np.zeros(len(values), np.bool_)
    return np.asarray(np.abs(values).max(axis=1) >= limit * (1.0 - 2.0**-15))
