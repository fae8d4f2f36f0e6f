"""Counts changes from one posture to another, such as rising from a chair, from the tilts of thigh and shank.

Both tilts come from gravity alone and do not drift. A crouch before a jump passes the seated angles too, but
for less than half a second, and a jump leaves the ground where a person who stands up comes to stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from monitor.exercises.bridging import GAP_S, bridged
from monitor.exercises.definition import Exercise, Interval, Transition
from monitor.exercises.history import History
from monitor.exercises.measures import measure
from monitor.exercises.phases import Cycle, Ending, Now, Phase
from monitor.exercises.repetitions import Attempt, Slice, repetition_of
from monitor.exercises.shape import shape_of
from monitor.leg import Bools, Floats, LegBlock
from monitor.results import Repetition

_HOLD_SHARE = 0.85
_HYSTERESIS_DEG = 10.0     # a posture is left this far outside of where it is entered
_STEADY_G = 0.7            # standing still or stepping off; flight is 1 g, push-off and landing more
_CUSHION_S = 1.5           # of a landing
_THROWN_S = 0.1            # nobody rises from a chair so that it accelerates the thigh for so long
_BEFORE_S = 0.4
_USUAL_OF = 4              # repetitions after which the person's own rhythm is known
_LEAST_STAND_S = 5.0       # an upright stay shorter than this says nothing
_REST_S, _LONG_REST_S, _STILL_DEG_S, _LEVEL_DEG = 0.35, 3.0, 15.0, 76.0
_PAUSE_RATIO, _PAUSE_MORE_S = 1.15, (1.0, 1.5)     # clearly longer than the long and the usual ones


@dataclass(slots=True)
class PostureTrack:
    """Whether one posture holds, since when, and for how long the leg has been well inside it."""

    inside: bool = False
    since: int = 0
    until: int = 0
    dwell: int = 0


@dataclass(slots=True)
class TransitionState:
    """Everything the counter remembers between samples; sample numbers are those of the history."""

    start: PostureTrack = field(default_factory=PostureTrack)
    end: PostureTrack = field(default_factory=PostureTrack)
    armed: bool = False            # the start posture was kept long enough
    newest: int = 0
    lost: int = 0
    thrown: int = 0                # samples in a row of strong acceleration: a push-off, a flight
    thrown_at: int | None = None   # when such a row last was seen
    risen: int | None = None       # when the last counted change was complete, until it is settled
    risen_left: int = 0            # when that change left the start posture
    sat_before: int = 0            # samples the start posture was kept before it
    pauses: list[int] = field(default_factory=list)
    least_thigh: float = 180.0     # since the start posture was last kept
    turning: float = 0.0           # smoothed rate of the thigh's tilt, deg/s
    last_thigh: float = 0.0
    rested: int = 0                # most samples in a row that the thigh lay still in the start posture
    resting: int = 0
    levellest: float = 0.0         # its tilt then


class Instant(NamedTuple):
    """How one instant stands to the two postures: well inside of them, or clearly out."""

    known: bool
    thigh_deg: float
    in_start: bool
    out_of_start: bool
    in_end: bool           # and not thrown
    out_of_end: bool
    strong: bool           # accelerated as in a push-off, a flight or a landing


class TransitionCounter:
    """Watches one change of posture; `push(a)` then `push(b)` equals `push(a joined with b)`."""

    def __init__(self, exercise: Exercise, transition: Transition, history: History, rate_hz: float,
                 start_ns: int) -> None:
        self.state = TransitionState()
        self._exercise, self._rule = exercise, transition
        self._history, self._rate_hz, self._start_ns = history, rate_hz, start_ns
        self._throw, self._cushion, self._dwell, self._end_dwell = (self._samples(seconds) for seconds in (
            _THROWN_S, _CUSHION_S, transition.from_dwell_s, transition.to_dwell_s))
        self._turning_gain = min(1.0, 10.0 / rate_hz)
        self._last: Attempt | None = None

    def push(self, block: LegBlock, first: int) -> list[Attempt]:
        """New attempts, and amended ones, that become certain within the block."""
        found: list[Attempt] = []
        for number, instant in enumerate(_instants(block, self._rule), start=first):
            if instant.known:
                found += self._step(number, instant)
            else:
                self._miss()
        return found

    def finish(self) -> list[Attempt]:
        return []

    @property
    def now(self) -> Now:
        s = self.state
        if s.end.inside:
            return Now(Phase.HOLDING, s.newest - s.end.since)
        return Now(Phase.READY, s.newest - s.start.since) if s.start.inside else Now(Phase.LIFTING, 0)

    def _step(self, number: int, now: Instant) -> list[Attempt]:
        s = self.state
        s.lost, s.newest = 0, number
        _track(s.start, number, now.in_start, now.out_of_start)
        s.least_thigh = min(s.least_thigh, now.thigh_deg)
        self._rest(now.thigh_deg)
        _track(s.end, number, now.in_end, now.out_of_end)
        s.thrown = s.thrown + 1 if now.strong else 0
        if s.thrown == self._throw:
            s.armed, s.thrown_at = False, number
        if s.start.dwell == self._start_dwell():
            return self._settled_down(number)
        if s.armed and s.end.dwell == self._end_dwell:
            return self._risen(number)
        if s.risen is not None and self._left_for_good(number):
            return self._withdraw(number)
        return []

    def _start_dwell(self) -> int:
        """How long the start posture must last: after a landing, longer than its cushioning."""
        s = self.state
        landed = s.thrown_at is not None and s.start.since - s.thrown_at < self._cushion
        return self._cushion if landed else self._dwell

    def _rest(self, thigh: float) -> None:
        """How long and how level the thigh lies still while the start posture lasts."""
        s = self.state
        s.turning += ((thigh - s.last_thigh) * self._rate_hz - s.turning) * self._turning_gain
        s.last_thigh = thigh
        if s.start.dwell == 1 and not s.armed:
            s.rested, s.levellest = 0, 0.0
        if s.start.dwell == 0:
            s.resting = 0
            return
        s.resting = s.resting + 1 if -_STILL_DEG_S < s.turning < _STILL_DEG_S else 0
        s.rested = max(s.rested, s.resting)
        s.levellest = max(s.levellest, thigh)

    def _weight(self, *, bend_known: bool) -> float | None:
        """How surely the newest start posture was one, and not the turning point of a deep bend of the knee.

        A person who sits lets the thigh rest, level; in a squat or lunge it turns, or works at its slope.
        None when nothing tells it from such a bend: it neither rested nor was level, or did only one of them
        while the knee angle, in which a squat would be seen, was lost.
        """
        s = self.state
        rested, level = s.rested >= self._samples(_REST_S), s.levellest >= _LEVEL_DEG
        long = s.rested > self._samples(_LONG_REST_S)      # a wall squat is held so long
        if rested and level and not long:
            return 60.0
        if not (bend_known and (rested or level)):
            return None
        return 2.0 if rested else 0.0

    def _settled_down(self, number: int) -> list[Attempt]:
        """Back in the start posture: the change before it is complete, or an attempt has stopped short."""
        s = self.state
        found = []
        if s.risen is not None and self._last is not None:
            s.pauses = [*s.pauses, s.sat_before][-8:]
            found = [self._complete(s.risen_left, number, "counted")]
        elif s.armed and s.least_thigh < self._rule.from_thigh_deg[0] - _HYSTERESIS_DEG:
            found = [self._complete(s.start.until, number, "too_small")]
        s.armed, s.risen, s.least_thigh = True, None, 180.0
        return found

    def _risen(self, number: int) -> list[Attempt]:
        s = self.state
        s.armed = False
        if s.end.since - s.start.until > self._samples(self._rule.longest_s):
            return []
        s.risen, s.risen_left, s.sat_before = number, s.start.until, s.start.until - s.start.since
        return [self._complete(s.risen_left, number, "counted")]

    def _left_for_good(self, number: int) -> bool:
        """Getting up after a long seat and staying up is how a person leaves the chair, not a repetition."""
        s = self.state
        upright = number - s.risen if s.risen is not None else 0
        if upright < self._samples(_LEAST_STAND_S):
            return False
        if len(s.pauses) >= _USUAL_OF:
            usual, long = (float(q) for q in np.percentile(s.pauses, (50, 75)))
            return s.sat_before > max(_PAUSE_RATIO * long + self._samples(_PAUSE_MORE_S[0]),
                                      usual + self._samples(_PAUSE_MORE_S[1]))
        alone = self._samples(self._rule.alone_s)
        return upright >= alone and s.sat_before > alone and not s.pauses

    def _withdraw(self, number: int) -> list[Attempt]:
        self.state.risen = None
        self.state.pauses = []
        if self._last is None:
            return []
        repetition = replace(self._last.repetition, counted=False, rule="left_the_chair", form=())
        return [replace(self._last, repetition=repetition, known_at=number, amends=True)]

    def _complete(self, left: int, number: int, rule: str) -> Attempt:
        """The repetition as far as it is seen; seen again, with its hold and return, when it is over."""
        amends = self._last is not None and self._last.first == self._first(left)
        first = self._first(left)
        leg = bridged(self._history.between(first, number + 1))
        bend = leg.flexion_deg if leg.valid.all() else 90.0 + leg.thigh_elevation_deg
        summit = int(np.argmin(bend))
        cycle = Cycle(left, first + summit, number, float(bend[0]), float(bend[summit]), Ending.RETURNED)
        part = Slice(cycle, first, leg, shape_of(bend, summit, cycle.rest, _HOLD_SHARE, self._rate_hz))
        weight = self._weight(bend_known=bool(leg.valid.all()))
        self._last = Attempt(self._repetition(part, rule), first, number, number, amends, weight)
        return self._last

    def _repetition(self, part: Slice, rule: str) -> Repetition:
        from monitor.exercises.definition import SignalName
        measures = measure(part.leg, part.shape)
        draft = repetition_of(part, measures, SignalName.THIGH_TILT, self._start_ns)
        return replace(draft, rule=rule, counted=rule == "counted")

    def _first(self, left: int) -> int:
        return max(self._history.oldest, left - round(_BEFORE_S * self._rate_hz))

    def _miss(self) -> None:
        s = self.state
        s.lost += 1
        if s.lost == self._samples(GAP_S):
            s.start, s.end, s.armed, s.risen = PostureTrack(), PostureTrack(), False, None

    def _samples(self, seconds: float) -> int:
        return max(1, round(seconds * self._rate_hz))


def _instants(block: LegBlock, rule: Transition) -> Iterator[Instant]:
    """Every instant of a block, worked out for all of it at once."""
    thigh, shank = 90.0 + block.thigh_elevation_deg, block.shank_tilt_deg
    strong = block.thigh_dynamic_g[:, 1] >= _STEADY_G
    columns = (block.oriented, thigh,
               _inside(thigh, rule.from_thigh_deg) & _inside(shank, rule.from_shank_deg),
               ~_inside(thigh, rule.from_thigh_deg, _HYSTERESIS_DEG),
               _inside(thigh, rule.to_thigh_deg) & _inside(shank, rule.to_shank_deg) & ~strong,
               ~_inside(thigh, rule.to_thigh_deg, _HYSTERESIS_DEG), strong)
    return map(Instant, *(column.tolist() for column in columns))


def _inside(values: Floats, interval: Interval, around: float = 0.0) -> Bools:
    return (interval[0] - around <= values) & (values <= interval[1] + around)


def _track(track: PostureTrack, number: int, well_inside: bool, left: bool) -> None:
    track.dwell = track.dwell + 1 if well_inside else 0
    if well_inside and not track.inside:
        track.inside, track.since = True, number
    elif left and track.inside:
        track.inside, track.until = False, number
