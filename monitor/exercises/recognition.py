"""Which exercise is being done, without being told: from posture and from the measures of every movement.

Every exercise of the library says in its `signature` where the measures of its repetitions lie. Each movement
that is found in any primary signal is given to the exercise it fits best; two in a row of the same decide.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from monitor.exercises.balance import StanceDetector, Trial
from monitor.exercises.definition import Exercise, Kind, Library, Phases
from monitor.exercises.history import History
from monitor.exercises.hops import hop_features, usual_hop
from monitor.exercises.isometric import by_tremor
from monitor.exercises.landings import LandingDetector, Seen
from monitor.exercises.measures import RESTING_DEG_S, measure
from monitor.exercises.phases import Cycle, Ending
from monitor.exercises.posture_change import Change, ChangeDetector, Outcome
from monitor.exercises.repetitions import Movements, around, cut, ends_elsewhere, rises_too_little
from monitor.exercises.signature import fit, posture_fits, shares, usual_posture
from monitor.exercises.steps import TOGETHER_S
from monitor.exercises.timed import LOOK_HZ, Bout, CycleCounter
from monitor.exercises.transition import seen_around
from monitor.leg import LegBlock
from monitor.results import BalanceTrial

LEAST_CONFIDENCE = 0.4
EFFORT = "held_tremor_db"
_LOYALTY = 3.0           # times likelier must another exercise be than the one under way
_LEAST_STANCE_S = 8.0    # people stand on one leg for some seconds when they dress
_MOVEMENTS = 2           # known movements within a stance, and it was none
_DB_PER_LOG = 20.0 / math.log(10.0)
_HOPS = 5                # that are looked at together
_HOP_AROUND_S = 1.0      # crouch and landing are part of the hop
_HOP_LOYALTY = 20.0      # one leg's sensors hardly see the other foot: hops of one set are of one kind
_CHANGE_LOYALTY = 1000.0 # a seat with sloping thighs looks like a lunge: nobody lunges between two rises
_STEP_LOYALTY = 1000.0   # a foot put on the step and taken off again bends the knee like a lunge
_CERTAIN = {Kind.TIMED: 80.0, Kind.LANDING: 100.0, Kind.BALANCE: 30.0}
_CARRIED_CM = 10.0       # who ends so much higher, then lower, has taken a step: all else ends as it began
_NEARLY = 0.8            # of the least range: the held level is measured more exactly
_APART_S = 30.0          # two repetitions farther apart are not in a row


@dataclass(frozen=True, slots=True)
class Observation:
    """What was seen from sample `first` to `last`, certain at sample `at`, and how well each exercise fits.

    `weight` is that of its evidence, against other readings of the same moments; None where the fit says it.
    """

    fits: Mapping[str, float]
    first: int
    last: int
    at: int
    weight: float | None = None
    enough: bool = False     # decides by itself: a stance, a bout of walking
    loyalty: float = _LOYALTY
    trial: BalanceTrial | None = None
    since: int | None = None # where what it rests on began, if before `first`

    def sighting(self, current: str | None, loyalty: float = 0.0) -> Sighting | None:
        """The likeliest exercise, in favour of the one under way; None when none can be."""
        likely = shares(self.fits)
        if not likely:
            return None
        best = max(likely, key=lambda i: likely[i])
        if current in likely and likely[current] * max(self.loyalty, loyalty) >= likely[best]:
            best = current
        weight = self.fits[best] if self.weight is None else self.weight
        return Sighting(best, likely[best], weight, self)


@dataclass(frozen=True, slots=True)
class Sighting:
    """An observation and the exercise that it is taken for."""

    exercise: str
    confidence: float        # among the exercises that it might be
    weight: float
    of: Observation


@dataclass(frozen=True, slots=True)
class Decision:
    """From sample `first` on, `exercise` is being done; decided at sample `at`."""

    exercise: str
    confidence: float
    first: int
    at: int
    trial: BalanceTrial | None = None


class SignalMovements:
    """The movements of one signal in one direction, each given to the best of `exercises`."""

    def __init__(self, exercises: list[Exercise], history: History, rate_hz: float) -> None:
        self._exercises = exercises
        self._phases = common_phases([e.phases for e in exercises if e.phases is not None])
        self._history, self._rate_hz = history, rate_hz
        self._movements = Movements(self._phases, rate_hz, max(1, round(rate_hz / LOOK_HZ)))
        self._before: tuple[int, float] | None = None      # the end of the newest movement, and its rise

    def push(self, block: LegBlock, first: int) -> list[Observation]:
        cycles = [c for c in self._movements.push(block, first)
                  if c.ending is Ending.RETURNED and c.range_deg >= _NEARLY * self._phases.least_deg]
        observations = (self._observation(cycle) for cycle in cycles)
        return [o for o in observations if o is not None]

    def _observation(self, cycle: Cycle) -> Observation | None:
        first, leg = around(self._history, cycle, self._movements.origin or 0, self._rate_hz)
        posture = usual_posture(leg.posture[:max(1, round(0.5 * self._rate_hz))])
        possible = [e for e in self._exercises if posture_fits(e, posture)]
        if not possible or ends_elsewhere(leg):
            return None
        part = cut(leg, first, cycle, self._phases, self._rate_hz)
        measures = measure(part.leg, part.shape)
        apart_cm = self._apart_cm(cycle, measures)
        fits = {e.id: fit(e, measures) for e in possible
                if _is_one(e, measures) and _ends_as_it_should(e, measures, apart_cm)}
        return Observation(fits, cycle.start, cycle.end, cycle.end) if fits else None

    def _apart_cm(self, cycle: Cycle, measures: Mapping[str, float]) -> float | None:
        """How far the heights are apart that this movement and the one before it carried the thigh.

        Their errors are nearly the same, for they are those of the accelerometer; so they go out. Without a
        rest before, the error is half a metre.
        """
        rested = measures.get("rest_unrest_deg_s", math.inf) < RESTING_DEG_S
        before, self._before = self._before, (cycle.end, measures["net_rise_cm"]) if rested else None
        if before is None or not rested or cycle.start - before[0] > TOGETHER_S * self._rate_hz:
            return None
        return abs(measures["net_rise_cm"] - before[1])


class Recogniser:
    """Sees which exercise is done; `push(a)` then `push(b)` equals `push(a joined with b)`."""

    def __init__(self, library: Library, history: History, landings: LandingDetector, rate_hz: float,
                 start_ns: int) -> None:
        self.current: str | None = None
        self._library, self._landings, self._rate_hz = library, landings, rate_hz
        self._history = history
        groups: dict[tuple[str, str], list[Exercise]] = defaultdict(list)
        for e in library.exercise:
            if e.phases is not None:
                seen = by_tremor(e, e.phases) if e.kind is Kind.ISOMETRIC else e
                groups[(seen.phases or e.phases).signal, e.phases.direction].append(seen)
        self._movements = [SignalMovements(g, history, rate_hz) for g in groups.values()]
        self._changes = [(e.id, ChangeDetector(e.transition, rate_hz))
                         for e in library.exercise if e.transition is not None]
        self._work = [(e, CycleCounter(e, e.cadence, history, rate_hz))
                      for e in library.exercise if e.cadence is not None]
        self._stances = StanceDetector(history, rate_hz, start_ns, "")
        self._steps = {e.id for e in library.exercise if e.phases is not None and e.phases.half_cm}
        self._still = [e for e in library.exercise if e.kind is Kind.BALANCE]
        self._bouts: dict[str, Bout] = {}
        self._landings_seen = 0
        self._recent: list[Sighting] = []

    def push(self, block: LegBlock, first: int) -> list[Observation]:
        """What is seen within the block whose first sample has number `first`, in the order of `weigh`."""
        found = [m for movements in self._movements for m in movements.push(block, first)]
        found += self._changed(block, first) + self._worked(block, first)
        found += self._stood(block, first) + self._hopped(first + len(block))
        return sorted(found, key=lambda m: (m.at, not m.enough))

    def finish(self) -> list[Observation]:
        """What is seen because nothing more comes: a stance under way has ended."""
        trial = self._stances.finish()
        return self._stances_of([] if trial is None else [trial])

    def weigh(self, observation: Observation) -> Decision | None:
        """What an observation decides, against those before it and for the exercise under way."""
        seen = observation.sighting(self.current, _STEP_LOYALTY if self.current in self._steps else 0.0)
        if seen is None or seen.confidence < LEAST_CONFIDENCE:
            return None
        rivals = [s for s in self._recent if _overlap(s.of, observation)]
        moved = observation.trial is not None and len(rivals) >= _MOVEMENTS
        if moved or any(self._weight(s) > self._weight(seen) for s in rivals):
            return None
        kept = [s for s in self._recent
                if s not in rivals and observation.first - s.of.last < _APART_S * self._rate_hz]
        self._recent = [*kept, seen]
        before = kept[-1] if kept else None
        if not observation.enough and (before is None or before.exercise != seen.exercise):
            return None
        first = observation.first if before is None or observation.enough else before.of.first
        first = first if observation.since is None else min(first, observation.since)
        trial = observation.trial and replace(observation.trial, exercise=seen.exercise)
        return Decision(seen.exercise, seen.confidence, first, observation.at, trial)

    def _weight(self, seen: Sighting) -> float:
        """That of its evidence, a little more where it goes on with what is being done."""
        return seen.weight + (math.log(seen.of.loyalty) if seen.exercise == self.current else 0.0)

    def _changed(self, block: LegBlock, first: int) -> list[Observation]:
        found = [self._change(name, change) for name, detector in self._changes
                 for change in detector.push(block, first)
                 if change.outcome is Outcome.COUNTED and not change.amends]
        return [observation for observation in found if observation is not None]

    def _change(self, name: str, change: Change) -> Observation | None:
        first, leg = seen_around(self._history, change, self._rate_hz)
        weight = change.weight(bend_known=bool(leg.valid.all()))
        if weight is None:
            return None
        return Observation({name: 0.0}, first, change.at, change.at, weight, loyalty=_CHANGE_LOYALTY)

    def _worked(self, block: LegBlock, first: int) -> list[Observation]:
        """Cyclic work; where its cycles could be those of two exercises, the likelier is seen."""
        bouts = [(bout.last, exercise.id, bout) for exercise, counter in self._work
                 for bout in counter.push(block, first)]
        found = []
        for last, name, bout in sorted(bouts, key=lambda one: one[:2]):
            self._bouts[name] = bout
            if all(b.usual_fit <= bout.usual_fit for b in self._bouts.values() if b.last > bout.first):
                found.append(Observation({name: 0.0}, bout.first, last, last, _CERTAIN[Kind.TIMED],
                                         enough=True))
        return found

    def _hopped(self, end: int) -> list[Observation]:
        seen = self._landings.seen
        done, self._landings_seen = self._landings_seen, sum(s.known_at < end for s in seen)
        return [self._hop(seen[:number + 1]) for number in range(done, self._landings_seen)]

    def _hop(self, seen: Sequence[Seen]) -> Observation:
        """The newest landing, in the light of the few before it: one hop tells little, and may go wrong."""
        newest, around = seen[-1], round(_HOP_AROUND_S * self._rate_hz)
        bout = [s for s in seen[-_HOPS:] if newest.first - s.last < _APART_S * self._rate_hz]
        calm_db = _DB_PER_LOG * self._stances.calm_at(newest.known_at)
        usual = usual_hop([hop_features(s.landing, calm_db) for s in bout])
        fits = {e.id: len(bout) * fit(e, usual) for e in self._library.exercise if e.kind is Kind.LANDING}
        return Observation(fits, newest.first - around, newest.last + around, newest.known_at,
                           _CERTAIN[Kind.LANDING], loyalty=_HOP_LOYALTY, since=bout[0].first - around)

    def _stood(self, block: LegBlock, first: int) -> list[Observation]:
        return self._stances_of(self._stances.push(block, first))

    def _stances_of(self, trials: Sequence[Trial]) -> list[Observation]:
        return [Observation({e.id: fit(e, t.features) for e in self._still}, t.first, t.last, t.known_at,
                            _CERTAIN[Kind.BALANCE], enough=True, trial=t.result)
                for t in trials if t.result.duration_s >= _LEAST_STANCE_S]


def common_phases(of: list[Phases]) -> Phases:
    """Phases that find the movements of all of these exercises of one signal and direction."""
    first = of[0]
    return Phases(signal=first.signal, direction=first.direction, start_deg=min(p.start_deg for p in of),
                  least_deg=min(p.least_deg for p in of), target_deg=max(p.target_deg for p in of),
                  longest_s=max(p.longest_s for p in of), shortest_s=0.3)


def _is_one(exercise: Exercise, measures: dict[str, float]) -> bool:
    """Whether the movement could count as a repetition of the exercise at all."""
    phases = exercise.phases
    if phases is None or measures["range_deg"] < phases.least_deg or rises_too_little(phases, measures):
        return False
    if EFFORT in exercise.signature and EFFORT not in measures:       # all that tells it from a seat
        return False
    return phases.shortest_s <= measures["duration_s"] <= phases.longest_s


def _ends_as_it_should(exercise: Exercise, measures: Mapping[str, float], apart_cm: float | None) -> bool:
    """Whether the body ends higher, or lower again, as in a step; as high as before in all other exercises.

    `apart_cm` is how far this rise is from the one before, where it is known: less for a foot put
    on the step and taken off again, twice a step for up and down again.
    """
    least_cm = exercise.phases.half_cm if exercise.phases is not None else None
    if least_cm is None:
        return apart_cm is None or apart_cm < 2.0 * _CARRIED_CM
    return (abs(measures.get("net_rise_cm", 0.0)) >= least_cm
            and (apart_cm is None or apart_cm >= least_cm))


def _overlap(a: Observation, b: Observation) -> bool:
    shared = min(a.last, b.last) - max(a.first, b.first)
    return shared > 0.3 * min(a.last - a.first, b.last - b.first)
