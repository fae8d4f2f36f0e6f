"""How the tilts of thigh and shank stand to the two postures of a change, instant by instant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from monitor.exercises.definition import Interval, Transition
from monitor.leg import Bools, Floats, LegBlock

HYSTERESIS_DEG = 10.0     # a posture is left this far outside of where it is entered
_STEADY_G = 0.7            # standing still or stepping off; flight is 1 g, push-off and landing more


@dataclass(slots=True)
class PostureTrack:
    """Whether one posture holds, since when, and for how long the leg has been well inside it."""

    inside: bool = False
    since: int = 0
    until: int = 0
    dwell: int = 0

    def push(self, number: int, *, inside: bool, outside: bool) -> None:
        """Take the next instant: well inside the posture, clearly outside of it, or between."""
        self.dwell = self.dwell + 1 if inside else 0
        if inside and not self.inside:
            self.inside, self.since = True, number
        elif outside and self.inside:
            self.inside, self.until = False, number


class Instant(NamedTuple):
    """How one instant stands to the two postures: well inside of them, or clearly out."""

    known: bool
    thigh_deg: float
    in_start: bool
    out_of_start: bool
    in_end: bool           # and not thrown
    out_of_end: bool
    strong: bool           # accelerated as in a push-off, a flight or a landing


def instants(block: LegBlock, rule: Transition) -> Iterator[Instant]:
    """Every instant of a block, worked out for all of it at once."""
    thigh, shank = 90.0 + block.thigh_elevation_deg, block.shank_tilt_deg
    strong = block.thigh_dynamic_g[:, 1] >= _STEADY_G
    columns = (block.oriented, thigh,
               _inside(thigh, rule.from_thigh_deg) & _inside(shank, rule.from_shank_deg),
               ~_inside(thigh, rule.from_thigh_deg, HYSTERESIS_DEG),
               _inside(thigh, rule.to_thigh_deg) & _inside(shank, rule.to_shank_deg) & ~strong,
               ~_inside(thigh, rule.to_thigh_deg, HYSTERESIS_DEG), strong)
    return map(Instant, *(column.tolist() for column in columns))


def _inside(values: Floats, interval: Interval, around: float = 0.0) -> Bools:
    return (interval[0] - around <= values) & (values <= interval[1] + around)
