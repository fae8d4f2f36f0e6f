"""Hops and jumps as repetitions: every landing is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from monitor.exercises.landings import LandingDetector, Seen
from monitor.exercises.phases import Now, Phase
from monitor.exercises.repetitions import Attempt
from monitor.leg import LegBlock
from monitor.results import Landing, Repetition

_CROUCH_S = 0.6       # usual time from the crouch to take-off, and from contact to standing again


class HopCounter:
    """Makes attempts of the landings that the detector finds while this exercise is on."""

    def __init__(self, detector: LandingDetector, rate_hz: float, first: int) -> None:
        self._detector, self._rate_hz = detector, rate_hz
        self._done = sum(seen.contact < first for seen in detector.seen)

    def push(self, block: LegBlock, first: int) -> list[Attempt]:
        """The landings known before sample `first + len(block)`."""
        known = [s for s in self._detector.seen[self._done:] if s.known_at < first + len(block)]
        self._done += len(known)
        return [self._attempt(seen) for seen in known]

    def finish(self) -> list[Attempt]:
        rest = self._detector.seen[self._done:]
        self._done += len(rest)
        return [self._attempt(seen) for seen in rest]

    @property
    def now(self) -> Now:
        return Now(Phase.READY, 0)

    def _attempt(self, seen: Seen) -> Attempt:
        landing, around = seen.landing, round(_CROUCH_S * self._rate_hz)
        repetition = Repetition(
            start_s=landing.t_s - landing.flight_s - _CROUCH_S, end_s=landing.t_s + _CROUCH_S,
            peak_deg=landing.flexion_at_contact_deg or 0.0, hold_s=0.0, counted=True, rule="counted",
            measures=hop_features(landing))
        return Attempt(repetition, max(0, seen.first - around), round(seen.contact) + around, seen.known_at)


def hop_features(landing: Landing, calm_db: float | None = None) -> dict[str, float]:
    """What tells one kind of hop from another; `calm_db` is the person's own quietest standing."""
    found = {"flight_s": landing.flight_s}
    found |= {n: v for n, v in landing.measures.items() if n == "travel_m_s"}
    if calm_db is not None and "stance_unrest_db" in landing.measures:
        found["unrest_over_calm_db"] = landing.measures["stance_unrest_db"] - calm_db
    return found


def usual_hop(features: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The middle value of each, over the hops that have it: one hop may go wrong."""
    names = dict.fromkeys(name for one in features for name in one)
    return {name: median(one[name] for one in features if name in one) for name in names}
