"""Sees changes from one posture to another, such as rising from a chair, in the tilts of thigh and shank.

Both tilts come from gravity alone and do not drift. A crouch before a jump passes the seated angles too, but
for less than half a second, and a jump leaves the ground where a person who stands up comes to stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from monitor.exercises.bridging import GAP_S
from monitor.exercises.definition import Transition
from monitor.exercises.phases import Now, Phase
from monitor.exercises.posture_track import HYSTERESIS_DEG, Instant, PostureTrack, instants
from monitor.exercises.rhythm import Rhythm
from monitor.leg import LegBlock

_CUSHION_S = 1.5           # of a landing
_THROWN_S = 0.2            # nobody rises from a chair so that it accelerates the thigh for so long
_LEAST_STAND_S = 2.5       # an upright stay shorter than this says nothing
_REST_S, _LONG_REST_S, _STILL_DEG_S, _LEVEL_DEG = 0.35, 3.0, 15.0, 76.0


@dataclass(slots=True)
class ChangeState:
    """Everything the detector remembers between samples; sample numbers are those of the history."""

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
    seats: Rhythm = field(default_factory=Rhythm)      # before each counted change,
    stands: Rhythm = field(default_factory=Rhythm)     # and after it
    least_thigh: float = 180.0     # since the start posture was last kept
    turning: float = 0.0           # smoothed rate of the thigh's tilt, deg/s
    last_thigh: float = 0.0
    rested: int = 0                # most samples in a row that the thigh lay still in the start posture
    resting: int = 0
    levellest: float = 0.0         # its tilt then


class Outcome(StrEnum):
    """What became of a change of posture."""

    COUNTED = "counted"
    TOO_SMALL = "too_small"
    LEFT_THE_CHAIR = "left_the_chair"      # who gets up and stays up has not done a repetition


@dataclass(frozen=True, slots=True)
class Change:
    """A change of posture that is certain at sample `at`; the start posture was left at sample `left`.

    `amends`: it was told before, and more of it is known now. `rested`, `level`, `long`: how the thigh lay in
    the start posture.
    """

    outcome: Outcome
    left: int
    at: int
    amends: bool
    rested: bool
    level: bool
    long: bool

    def weight(self, *, bend_known: bool) -> float | None:
        """How surely the newest start posture was one, and not the turning point of a deep bend of the knee.

        A person who sits lets the thigh rest, level; in a squat or lunge it turns, or works at its slope.
        None when nothing tells it from such a bend: it neither rested nor was level, or did only one of them
        while the knee angle, in which a squat would be seen, was lost.
        """
        if self.rested and self.level and not self.long:
            return 60.0
        if not (bend_known and (self.rested or self.level)):
            return None
        return 2.0 if self.rested else 0.0


class ChangeDetector:
    """Watches one change of posture; `push(a)` then `push(b)` equals `push(a joined with b)`."""

    def __init__(self, rule: Transition, rate_hz: float) -> None:
        self.state = ChangeState()
        self._rule, self._rate_hz = rule, rate_hz
        self._throw, self._cushion, self._dwell, self._end_dwell = (self._samples(seconds) for seconds in (
            _THROWN_S, _CUSHION_S, rule.from_dwell_s, rule.to_dwell_s))
        self._turning_gain = min(1.0, 10.0 / rate_hz)
        self._last: int | None = None        # where the newest change left the start posture

    def push(self, block: LegBlock, first: int) -> list[Change]:
        """The changes that become certain, or amended, in the block that starts at sample `first`."""
        found: list[Change] = []
        for number, instant in enumerate(instants(block, self._rule), start=first):
            if instant.known:
                found += self._step(number, instant)
            else:
                self._miss()
        return found

    @property
    def now(self) -> Now:
        s = self.state
        if s.end.inside:
            return Now(Phase.HOLDING, s.newest - s.end.since)
        return Now(Phase.READY, s.newest - s.start.since) if s.start.inside else Now(Phase.LIFTING, 0)

    def _step(self, number: int, now: Instant) -> list[Change]:
        s = self.state
        s.lost, s.newest = 0, number
        s.start.push(number, inside=now.in_start, outside=now.out_of_start)
        s.least_thigh = min(s.least_thigh, now.thigh_deg)
        self._rest(now.thigh_deg)
        s.end.push(number, inside=now.in_end, outside=now.out_of_end)
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

    def _settled_down(self, number: int) -> list[Change]:
        """Back in the start posture: the change before it is complete, or an attempt has stopped short."""
        s = self.state
        found = []
        if s.risen is not None and self._last is not None:
            s.seats.learn(s.sat_before / self._rate_hz)
            s.stands.learn(self._stood_s(number))
            found = [self._change(Outcome.COUNTED, s.risen_left, number)]
        elif s.armed and s.least_thigh < self._rule.from_thigh_deg[0] - HYSTERESIS_DEG:
            found = [self._change(Outcome.TOO_SMALL, s.start.until, number)]
        s.armed, s.risen, s.least_thigh = True, None, 180.0
        return found

    def _risen(self, number: int) -> list[Change]:
        s = self.state
        s.armed = False
        if s.end.since - s.start.until > self._samples(self._rule.longest_s):
            return []
        s.risen, s.risen_left, s.sat_before = number, s.start.until, s.start.until - s.start.since
        return [self._change(Outcome.COUNTED, s.risen_left, number)]

    def _left_for_good(self, number: int) -> bool:
        """Getting up after a long seat and staying up is how a person leaves the chair, not a repetition."""
        s = self.state
        upright_s, sat_s = self._stood_s(number), s.sat_before / self._rate_hz
        if s.seats.known:
            return (upright_s > _LEAST_STAND_S and s.seats.is_broken_by(sat_s)
                    and s.stands.is_broken_by(upright_s))
        return not s.seats.pauses_s and min(upright_s, sat_s) > self._rule.alone_s

    def _stood_s(self, number: int) -> float:
        """From the newest counted change to when the end posture was kept last; who walks keeps it anew."""
        s = self.state
        until = number if s.end.inside else s.end.until
        return (until - s.risen) / self._rate_hz if s.risen is not None else 0.0

    def _withdraw(self, number: int) -> list[Change]:
        s = self.state
        s.risen, s.seats, s.stands = None, Rhythm(), Rhythm()
        return [] if self._last is None else [self._change(Outcome.LEFT_THE_CHAIR, self._last, number)]

    def _change(self, outcome: Outcome, left: int, number: int) -> Change:
        s = self.state
        amends, self._last = left == self._last, left
        return Change(outcome, left, number, amends, rested=s.rested >= self._samples(_REST_S),
                      level=s.levellest >= _LEVEL_DEG,
                      long=s.rested > self._samples(_LONG_REST_S))      # a wall squat is held so long

    def _miss(self) -> None:
        s = self.state
        s.lost += 1
        if s.lost == self._samples(GAP_S):
            s.start, s.end, s.armed, s.risen = PostureTrack(), PostureTrack(), False, None

    def _samples(self, seconds: float) -> int:
        return max(1, round(seconds * self._rate_hz))
