"""Hops: crouch, push off, fly, land, steady oneself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitor.virtual.motions.jump import PUSH_S, RISING_S, Jump
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import STANDING, Pose
from monitor.virtual.script import Script, shifted


@dataclass(frozen=True, slots=True)
class Hop:
    """Single hops with a moment of standing between, each from where the last one landed.

    Attributes:
        home: how the leg stands between hops; crouch and landing bend `bend` degrees further.
        away_m: how far to the front and to the outside every second hop leads; the others lead back.
    """

    flight_s: float = 0.38
    bend: float = 56.0
    home: Pose = STANDING
    away_m: float = 0.0
    reps: int = 10

    def perform(self, script: Script, spec: Spec) -> None:
        script.take("standing")
        script.go(self.home, 1.5)
        script.stay(2.0)
        start_s, repetitions = script.now_s, []
        for number in range(spec.reps or self.reps):
            begin_s = script.now_s
            self._hop(script, away=number % 2 == 0)
            repetitions.append({"start_s": begin_s, "end_s": script.now_s, "hold_s": 0.0, "counted": True,
                                "form": []})
            script.stay(1.2 * script.vary(0.2))
        script.truth["exercises"].append({"exercise": spec.name, "start_s": start_s, "end_s": script.now_s,
                                          "repetitions": repetitions})
        script.go(STANDING, 1.5)

    def _hop(self, script: Script, *, away: bool) -> None:
        way = self.away_m if away else -self.away_m
        jump = Jump(self.flight_s * script.vary(0.1), 0.018 * script.vary(0.15), 0.034 * script.vary(0.15),
                    0.19 * script.vary(0.15), way, way)
        here = script.pose
        there = shifted(here, foot_x=way, foot_z=way)
        script.go(bent(here, self.bend), 0.45)
        script.go(bent(here, 6), 0.22)
        script.stay(PUSH_S, jump.push)
        script.go(bent(here, 16, sway=0.0), jump.flight_s, jump.flight)
        script.truth["landings"].append(
            {"t_s": script.now_s, "flight_s": jump.flight_s, "height_m": jump.height_m, "forward_m": way,
             "outward_m": way})
        script.go(bent(there, self.bend), jump.land_s, jump.landing)
        unsteady = self.home.sway > STANDING.sway
        script.go(there, RISING_S, lambda t_s: jump.rising(t_s, unsteady=unsteady))


def bent(pose: Pose, more: float, sway: float = 0.3) -> Pose:
    """The pose with the knee `more` degrees more bent and the weight above the foot."""
    return replace(shifted(pose, flexion=more, hip_flexion=0.55 * more), sway=sway, tremor=0.2)


ONE_LEG = replace(STANDING, hip_flexion=3, flexion=5, sway=0.6, tremor=0.12)
HOPS: Mapping[str, Hop] = {
    "double_leg_hop": Hop(),
    "single_leg_hop": Hop(flight_s=0.28, bend=42.0, home=ONE_LEG),
    "diagonal_hop": Hop(flight_s=0.27, bend=42.0, home=ONE_LEG, away_m=0.28),
}
