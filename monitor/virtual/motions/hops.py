"""Hops: crouch, push off, flight in true free fall, landing with an impact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from monitor.virtual.leg import GRAVITY_M_S2
from monitor.virtual.motions.impact import cushion, stopping
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import STANDING, Pose
from monitor.virtual.script import Script, minimum_jerk

Floats = NDArray[np.float64]

PUSH_S = 0.13             # the heel rises while the knee is nearly straight
UNLOAD_S = 0.03           # the force under the toes dies away
SHARP_SHARE = 0.55        # of the speed is lost in the impact, the rest as the heel comes down
LATE = 1.7                # the push grows towards its end


@dataclass(frozen=True, slots=True)
class Jump:
    """One flight of the ankle, straight up and down.

    Attributes:
        flight_s: from the toes leaving the ground to touching it at the same height.
        pulse_s: width of the landing impact at the shank; `thigh_pulse_s` at the thigh.
    """

    flight_s: float
    pulse_s: float
    thigh_pulse_s: float

    @property
    def speed_m_s(self) -> float:
        return GRAVITY_M_S2 * self.flight_s / 2

    @property
    def height_m(self) -> float:
        return GRAVITY_M_S2 * self.flight_s**2 / 8

    @property
    def heel_rise_m(self) -> float:
        return float(travelled(self._push_speed, np.linspace(0, PUSH_S, 500))[-1])

    def push(self, t_s: Floats) -> Mapping[str, Floats]:
        """The ankle's rise over the push; `t_s` from its start."""
        return {"foot_y": travelled(self._push_speed, t_s)}

    def flight(self, t_s: Floats) -> Mapping[str, Floats]:
        return {"foot_y": self.heel_rise_m + t_s * (self.speed_m_s - GRAVITY_M_S2 / 2 * t_s)}

    def landing(self, t_s: Floats) -> Mapping[str, Floats]:
        """Contact at 0 s: a sharp part that the bones feel, and the heel coming down softly."""
        sharp, soft = SHARP_SHARE * self.speed_m_s, (1 - SHARP_SHARE) * self.speed_m_s
        soft_s = max((self.heel_rise_m - sharp * self.pulse_s / 2) / (soft / 2), 2 * self.pulse_s)
        height = self.heel_rise_m + stopping(t_s, sharp, self.pulse_s)
        height -= soft * soft_s * _slowing_way(t_s / soft_s)
        left = self.heel_rise_m - sharp * self.pulse_s / 2 - soft * soft_s / 2
        height -= left * minimum_jerk((t_s - soft_s) / 0.2)
        return {"foot_y": height, "thigh_jolt": cushion(t_s, sharp, self.pulse_s, self.thigh_pulse_s)}

    def _push_speed(self, t_s: Floats) -> Floats:
        lost = GRAVITY_M_S2 * UNLOAD_S
        grown = np.sin(np.pi / 2 * np.clip(t_s / PUSH_S, 0, 1) ** LATE) ** 2
        unloading = np.clip((t_s - PUSH_S) / UNLOAD_S + 1, 0, 1)
        return np.asarray((self.speed_m_s + lost / 2) * grown - lost * (unloading**3 - unloading**4 / 2))


def travelled(speed: Callable[[Floats], Floats], t_s: Floats) -> Floats:
    """Way (n,) from 0 s on at a speed given as a function of time, by Simpson's rule."""
    nodes = np.concatenate([[0.0], t_s])
    a, b = nodes[:-1], nodes[1:]
    return np.asarray(np.cumsum((b - a) / 6 * (speed(a) + 4 * speed((a + b) / 2) + speed(b))))


def _slowing_way(part: Floats) -> Floats:
    """Integral of 1 - `minimum_jerk` from 0 to `part`, a half from 1 on."""
    p = np.clip(part, 0.0, 1.0)
    return np.asarray(p - p**4 * (2.5 + p * (p - 3)))


CROUCH = replace(STANDING, hip_flexion=32, flexion=58, sway=0.3, tremor=0.2)
TOES = replace(STANDING, hip_flexion=4, flexion=8, sway=0.1, tremor=0.2)
IN_AIR = replace(TOES, hip_flexion=9, flexion=18, sway=0.0)
DEEP = replace(STANDING, hip_flexion=34, flexion=60, sway=0.3, tremor=0.2)


@dataclass(frozen=True, slots=True)
class Hop:
    """Single hops on the spot, with a moment of standing between."""

    flight_s: float = 0.38
    reps: int = 10
    crouch: Pose = CROUCH

    def perform(self, script: Script, spec: Spec) -> None:
        script.take("standing")
        script.stay(2.0)
        start_s = script.now_s
        repetitions = []
        for _ in range(spec.reps or self.reps):
            begin_s = script.now_s
            self._hop(script)
            repetitions.append({"start_s": begin_s, "end_s": script.now_s, "hold_s": 0.0, "counted": True,
                                "form": []})
            script.stay(0.8 * script.vary(0.3))
        script.truth["exercises"].append({"exercise": spec.name, "start_s": start_s, "end_s": script.now_s,
                                          "repetitions": repetitions})

    def _hop(self, script: Script) -> None:
        jump = Jump(self.flight_s * script.vary(0.1), 0.018 * script.vary(0.15), 0.034 * script.vary(0.15))
        script.go(self.crouch, 0.4)
        script.go(TOES, 0.22)
        script.stay(PUSH_S, jump.push)
        script.go(IN_AIR, jump.flight_s, jump.flight)
        script.truth["landings"].append(
            {"t_s": script.now_s, "flight_s": jump.flight_s, "height_m": jump.height_m})
        script.go(DEEP, 0.26 * script.vary(0.15), jump.landing)
        script.go(STANDING, 0.8)
