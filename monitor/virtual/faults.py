"""Things that go wrong with worn sensors, put in on purpose to see how the monitor answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from monitor.errors import PatellaError
from monitor.values import Segment
from monitor.virtual.script import minimum_jerk

Floats = NDArray[np.float64]

DEFAULT_FROM_S = 45.0      # after the calibration movement
SLIP_DEG, SLIPPING_S = 20.0, 0.8
LOOSE_DEG = 25.0
DROPOUT_EVERY_S, DROPOUT_S = 9.0, 1.3
SILENT_S = 12.0
KNOCK_EVERY_S, KNOCK_S, KNOCK_G = 2.5, 0.012, 60.0
LOW_BATTERY_PERCENT, LOW_BATTERY_LASTS_S = 9.0, 600.0


class Fault(StrEnum):
    STRAP_SLIP = "strap-slip"      # the thigh strap turns round the limb and stays there
    LOOSE = "loose"                # the thigh strap has come loose: the sensor shakes with every movement
    DROPOUT = "dropout"            # the thigh sensor loses more than a second of packets, again and again
    LOW_BATTERY = "low-battery"    # of the shank sensor
    SWAPPED = "swapped"            # thigh and shank sensor strapped on in each other's place
    UPSIDE_DOWN = "upside-down"    # the shank sensor
    WRONG_LEG = "wrong-leg"        # strapped on as for the other leg
    SATURATION = "saturation"      # the shank sensor is knocked beyond its accelerometer's range
    SILENT = "silent"              # the shank sensor stays connected and sends nothing for a while


CARRIER = {
    Fault.STRAP_SLIP: Segment.THIGH, Fault.LOOSE: Segment.THIGH, Fault.DROPOUT: Segment.THIGH,
    Fault.LOW_BATTERY: Segment.SHANK, Fault.UPSIDE_DOWN: Segment.SHANK, Fault.SATURATION: Segment.SHANK,
    Fault.SILENT: Segment.SHANK,
}


class FaultError(PatellaError):
    """Raised for a fault that is not known."""


def parse_faults(text: str) -> frozenset[Fault]:
    """Read a list such as `strap-slip,low-battery`; raises `FaultError`."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in Fault.__members__.values():
            raise FaultError(f"There is no fault '{name}' to inject; there are {', '.join(Fault)}.")
    return frozenset(Fault(name) for name in names)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What one sensor goes through; each question is a function of true time, so that it replays.

    Attributes:
        faults: those of this sensor.
        from_s: when those begin that come in mid-session (slip, loose, dropout, saturation, silent).
        slip_deg: how far a slipping strap turns.
    """

    faults: frozenset[Fault] = frozenset()
    from_s: float = DEFAULT_FROM_S
    slip_deg: float = SLIP_DEG

    def of(self, segment: Segment) -> Trouble:
        """The part of it that the sensor assigned to `segment` carries."""
        own = frozenset(f for f in self.faults if CARRIER.get(f, segment) is segment)
        return Trouble(own, self.from_s, self.slip_deg)

    def slipped_deg(self, t_s: Floats) -> Floats:
        """Turn of the strap round the limb (n,)."""
        size = self.slip_deg if Fault.STRAP_SLIP in self.faults else 0.0
        return size * minimum_jerk((t_s - self.from_s) / SLIPPING_S)

    def loosened(self, t_s: Floats) -> Floats:
        """How loose the strap is (n,), 0 to 1."""
        return minimum_jerk((t_s - self.from_s) / SLIPPING_S) * (Fault.LOOSE in self.faults)

    def knocks_g(self, t_s: Floats) -> Floats:
        """Extra acceleration (n,) away from the skin."""
        if Fault.SATURATION not in self.faults:
            return np.zeros_like(t_s)
        since_s = np.mod(t_s - self.from_s, KNOCK_EVERY_S)
        pulse = np.sin(np.pi * np.clip(since_s / KNOCK_S, 0, 1))
        return np.where(t_s >= self.from_s, KNOCK_G * pulse, 0.0)

    def swallows(self, ready_s: float) -> bool:
        """Whether a packet that is ready then is never sent."""
        since_s = ready_s - self.from_s
        if since_s < 0:
            return False
        silent = Fault.SILENT in self.faults and since_s < SILENT_S
        return silent or (Fault.DROPOUT in self.faults and since_s % DROPOUT_EVERY_S < DROPOUT_S)

    def battery_percent(self, healthy: float, now_s: float) -> float:
        if Fault.LOW_BATTERY not in self.faults:
            return healthy
        return min(healthy, LOW_BATTERY_PERCENT * (1 - now_s / LOW_BATTERY_LASTS_S))


HEALTHY = Trouble()
