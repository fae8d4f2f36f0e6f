"""Finds landings and measures them, while they happen and better when more has been seen.

Sources: flight time and height h = g T^2 / 8 (Bosco 1983); peak tibial acceleration within 100 ms of contact
after a 60 Hz low-pass; attenuation 1 - thigh / shank; time to stabilise in a 10 s trial (Fransz 2015). Shank
acceleration says nothing about force (10.3390/s23218719) and is never called so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from monitor.exercises.flight import LONGEST_FLIGHT_S, Flight, FreeFall, flight_of
from monitor.exercises.history import History
from monitor.exercises.impact import impact_of, peak_g
from monitor.exercises.landing_measures import (
    MORE_BENT_DEG,
    after_landing,
    flexion_at,
    height,
    travel,
    unrest_before,
)
from monitor.leg import Impact, LegBlock
from monitor.results import Landing

PEAK_WITHIN_S = 0.1
TRIAL_S = 10.0
_LOOKS_S = (PEAK_WITHIN_S, 0.6, TRIAL_S)      # after the fall's end: peaks, deepest flexion, stability
_LEAST_FLIGHT_S = 0.1
_OWN_LANDINGS = 3       # before the person's own usual peak is known
_BEFORE_S = 2.0         # of standing, crouch and push-off
_LEAST_IMPACT_G = 2.0    # of both segments: a hard step reaches it at the shank only


@dataclass(frozen=True, slots=True)
class Seen:
    """A landing with its sample numbers: free fall `first` to `last`, contact, when it was certain."""

    first: int
    last: int
    contact: float
    known_at: int
    landing: Landing


class LandingDetector:
    """Watches for landings in every exercise; `push(a)` then `push(b)` equals `push(a joined with b)`."""

    def __init__(self, history: History, rate_hz: float, start_ns: int) -> None:
        self.seen: list[Seen] = []
        self._history, self._rate_hz, self._start_ns = history, rate_hz, start_ns
        self._fall = FreeFall(rate_hz)
        self._first: int | None = None      # of the free fall under way or just over
        self._last = 0
        self._looks = len(_LOOKS_S)         # how often the newest landing has been looked at
        self._impacts: list[Impact] = []

    @property
    def landings(self) -> tuple[Landing, ...]:
        return tuple(s.landing for s in self.seen)

    def push(self, block: LegBlock, first: int, impacts: Sequence[Impact] = ()) -> bool:
        """Take the block whose first sample has number `first`; true when a landing came or changed."""
        self._impacts = [*self._impacts, *impacts][-200:]
        changed = False
        marks = self._fall.push(block)
        if not any(marks) and self._first is None and self._looks == len(_LOOKS_S):
            return False
        for number, falling in enumerate(marks, start=first):
            if falling:
                self._falling(number)
            elif self._due(number):
                changed |= self._look(number)
        return changed

    def finish(self) -> None:
        """Measure the newest landing on what there is."""
        if self._first is not None or self._looks < len(_LOOKS_S):
            self._look(self._history.samples - 1)

    def _falling(self, number: int) -> None:
        if self._first is None:
            self._settle(number)
            self._first, self._looks = number, 0
        self._last = number

    def _due(self, number: int) -> bool:
        waiting = self._looks < len(_LOOKS_S)
        return waiting and number - self._last >= round(_LOOKS_S[self._looks] * self._rate_hz)

    def _look(self, number: int) -> bool:
        """Measure the newest landing with what has been seen up to sample `number`."""
        self._looks += 1
        if self._first is not None:
            found = self._found(self._first, self._last, number)
            self._first = None
            if found is None:
                self._looks = len(_LOOKS_S)
                return False
            self.seen.append(found)
        else:
            self._measure_newest(number)
        return True

    def _settle(self, number: int) -> None:
        """The next flight begins: the landing before it ends there."""
        if self.seen and self._looks < len(_LOOKS_S):
            self._measure_newest(number)

    def _found(self, first: int, last: int, number: int) -> Seen | None:
        start, leg = self._slice(first, number)
        flight = flight_of(leg, first - start, last - start)
        duration_s = (flight.contact - flight.takeoff) / self._rate_hz
        if not _LEAST_FLIGHT_S <= duration_s <= LONGEST_FLIGHT_S:
            return None
        if peak_g(leg, flight.contact) < _LEAST_IMPACT_G:
            return None
        landing = self._compared(self._describe(leg, flight))
        if self.seen:
            self._meet(start + flight.takeoff)
        return Seen(first, last, start + flight.contact, number, landing)

    def _compared(self, landing: Landing) -> Landing:
        """With its peak in percent of the person's own usual one, once that is known."""
        own = [s.landing.peak_resultant_g for s in self.seen]
        if len(own) < _OWN_LANDINGS:
            return landing
        share = {"peak_of_own_percent": 100.0 * landing.peak_resultant_g / median(own)}
        return replace(landing, measures=landing.measures | share)

    def _meet(self, takeoff: float) -> None:
        """The landing before ended with this take-off: contact time and reactive strength."""
        before = self.seen[-1]
        contact_s = (takeoff - before.contact) / self._rate_hz
        if 0.0 < contact_s <= 1.0:
            strength = {"reactive_strength_m_s": before.landing.height_m / contact_s}
            self.seen[-1] = replace(before, landing=replace(
                before.landing, contact_s=contact_s, measures=before.landing.measures | strength))

    def _measure_newest(self, number: int) -> None:
        """Look at the newest landing again, now that it has been seen up to sample `number`."""
        newest = self.seen[-1]
        start, leg = self._slice(newest.first, number)
        new = after_landing(leg, newest.contact - start)
        self.seen[-1] = replace(newest, landing=replace(
            newest.landing, flexion_max_deg=new.flexion_max_deg, stabilise_s=new.stabilise_s,
            measures=newest.landing.measures | new.measures))

    def _describe(self, leg: LegBlock, flight: Flight) -> Landing:
        contact_ns = int(leg.t_ns[0]) + round(flight.contact / self._rate_hz * 1e9)
        near = [i for i in self._impacts if -20_000_000 <= i.t_ns - contact_ns <= PEAK_WITHIN_S * 1e9]
        impact = impact_of(leg, flight, near)
        flight_s, height_m, sigma_m = height(leg, flight)
        at_contact, at_takeoff = flexion_at(leg, flight.contact), flexion_at(leg, flight.takeoff)
        bent = at_contact is not None and at_takeoff is not None and at_contact - at_takeoff > MORE_BENT_DEG
        doubt = {"height_doubtful": 1.0} if bent or not flight.pushed else {}
        return Landing(
            t_s=(contact_ns - self._start_ns) * 1e-9, flight_s=flight_s, height_m=height_m,
            height_sigma_m=sigma_m,
            peak_axial_g=impact.axial_g, peak_resultant_g=impact.resultant_g,
            peak_is_lower_bound=impact.is_lower_bound, loading_slope_g_per_s=impact.loading_slope_g_per_s,
            contact_s=None, flexion_at_contact_deg=at_contact, flexion_max_deg=None,
            attenuation_percent=impact.attenuation_percent, stabilise_s=None,
            measures={"peak_thigh_g": impact.thigh_resultant_g} | doubt | travel(leg, flight)
            | unrest_before(leg, flight))

    def _slice(self, first: int, number: int) -> tuple[int, LegBlock]:
        window = round(_BEFORE_S * self._rate_hz)
        start = max(self._history.oldest, first - window)
        return start, self._history.between(start, number + 1)
