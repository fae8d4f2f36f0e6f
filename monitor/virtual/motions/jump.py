"""One flight of a leg: push off, true free fall, landing with an impact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from monitor.virtual.leg import GRAVITY_M_S2
from monitor.virtual.motions.impact import cushion, stopping
from monitor.virtual.script import minimum_jerk

Floats = NDArray[np.float64]

PUSH_S = 0.12             # the heel rises while the knee is nearly straight
UNLOAD_S = 0.03           # the force under the toes dies away
SHARP_SHARE = 0.55        # of the speed is lost in the impact, the rest as the heel comes down
BRAKING_S = 0.12          # the way forward ends after contact
RISING_S = 0.8            # back to standing; the impact has died away by then
WAVER_HZ, WAVER_S = 1.7, 0.4


@dataclass(frozen=True, slots=True)
class Jump:
    """One flight of the ankle.

    Attributes:
        flight_s: from the toes leaving the ground to touching it at the same height.
        pulse_s: width of the landing impact at the shank; `thigh_pulse_s` at the thigh.
        land_s: time from contact to the deepest bend.
        way_x, way_z: distance travelled, forward and to the outside, in metres.
    """

    flight_s: float
    pulse_s: float
    thigh_pulse_s: float
    land_s: float
    way_x: float = 0.0
    way_z: float = 0.0

    @property
    def speed_m_s(self) -> float:
        return GRAVITY_M_S2 * self.flight_s / 2

    @property
    def height_m(self) -> float:
        return GRAVITY_M_S2 * self.flight_s**2 / 8

    @property
    def heel_rise_m(self) -> float:
        return float(self._rise(np.array([PUSH_S]))[0])

    def push(self, t_s: Floats) -> Mapping[str, Floats]:
        """What the push adds to the pose; `t_s` from its start."""
        speeding_s = t_s - PUSH_S * slowing_way(t_s / PUSH_S)
        return {"foot_y": self._rise(t_s), **self._along(speeding_s)}

    def flight(self, t_s: Floats) -> Mapping[str, Floats]:
        return {"foot_y": self.heel_rise_m + t_s * (self.speed_m_s - GRAVITY_M_S2 / 2 * t_s),
                **self._along(PUSH_S / 2 + t_s)}

    def landing(self, t_s: Floats) -> Mapping[str, Floats]:
        """Contact at 0 s: a sharp part that the bones feel, and the heel coming down softly.

        The pose below it already moves on to where the foot lands.
        """
        sharp, soft = SHARP_SHARE * self.speed_m_s, (1 - SHARP_SHARE) * self.speed_m_s
        soft_s = max((self.heel_rise_m - sharp * self.pulse_s / 2) / (soft / 2), 2 * self.pulse_s)
        height = self.heel_rise_m + stopping(t_s, sharp, self.pulse_s)
        height -= soft * soft_s * slowing_way(t_s / soft_s)
        left = self.heel_rise_m - sharp * self.pulse_s / 2 - soft * soft_s / 2
        height -= left * minimum_jerk((t_s - soft_s) / 0.2)
        gone = self._along(PUSH_S / 2 + self.flight_s + BRAKING_S * slowing_way(t_s / BRAKING_S))
        there = minimum_jerk(t_s / self.land_s)
        return {"foot_y": height, "foot_x": gone["foot_x"] - self.way_x * there,
                "foot_z": gone["foot_z"] - self.way_z * there,
                "thigh_jolt": cushion(t_s, sharp, self.pulse_s, self.thigh_pulse_s)}

    def rising(self, t_s: Floats, *, unsteady: bool) -> Mapping[str, Floats]:
        """What is left of the landing `land_s` after contact, and the sway of someone on one leg."""
        return {**self.landing(t_s + self.land_s), "hip_abduction": unsteady * wavering(t_s)}

    def _along(self, seconds_at_speed: Floats) -> dict[str, Floats]:
        part = seconds_at_speed / (self.flight_s + (PUSH_S + BRAKING_S) / 2)
        return {"foot_x": self.way_x * part, "foot_z": self.way_z * part}

    def _rise(self, t_s: Floats) -> Floats:
        """Height (n,) of the ankle over the push: an upward speed that grows late and ends in free fall."""
        part = np.clip(t_s / PUSH_S, 0, 1)
        unloading = np.clip((t_s - PUSH_S) / UNLOAD_S + 1, 0, 1)
        lost = GRAVITY_M_S2 * UNLOAD_S      # speed that the dying push no longer makes up for
        grown = (self.speed_m_s + lost / 2) * PUSH_S * (part**4 - 0.6 * part**5)
        return np.asarray(grown - lost * UNLOAD_S * (unloading**4 / 4 - unloading**5 / 10))


def slowing_way(part: Floats) -> Floats:
    """Integral of 1 - `minimum_jerk` from 0 to `part`; a half from 1 on."""
    p = np.clip(part, 0.0, 1.0)
    return np.asarray(p - p**4 * (2.5 + p * (p - 3)))


def wavering(t_s: Floats) -> Floats:
    """Sideways sway (n,) in degrees, dying away until `RISING_S`."""
    size = minimum_jerk(t_s / 0.3) * np.exp(-t_s / WAVER_S) * minimum_jerk((RISING_S - t_s) / 0.3)
    return np.asarray(3.5 * size * np.sin(2 * np.pi * WAVER_HZ * t_s))
