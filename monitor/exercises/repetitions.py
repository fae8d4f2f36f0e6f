"""Counts the repetitions of one exercise and says of every attempt which rule decided."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from monitor.exercises.bridging import bridged
from monitor.exercises.definition import Exercise, Phases, SignalName
from monitor.exercises.form import comments
from monitor.exercises.history import History
from monitor.exercises.measures import height_cm, measure
from monitor.exercises.phases import Cycle, CycleDetector, Ending, Now
from monitor.exercises.shape import Shape, shape_of
from monitor.exercises.signals import SignalReader
from monitor.exercises.signature import KNOWN_ALLOWANCE, misfit, posture_fits, usual_posture
from monitor.leg import LegBlock, Reason
from monitor.results import Repetition

TILT_SIGMA_DEG = 1.0     # inclination error of the orientation filter on reference data
_BEFORE_S = 0.6          # of rest before the movement, for its levels
OWN_TARGET_SHARE = 0.75  # of the person's own usual range: below it the range is incomplete
_STRAIGHT_DEG = 30.0     # straight, or meant to be
_ELSEWHERE_DEG = 45.0    # half-way between standing and lying
_SHIFTED_DEG = 10.0      # people do not lie down to a degree
_LOST_BY = {Reason.SLIPPED: "slipped", Reason.UNCERTAIN: "uncertain"}       # anything else: "gap"
LOST = frozenset({"gap", *_LOST_BY.values()})       # the rules of movements whose signal was lost on the way
_OWN_RANGE_OF = 5        # the person's usual range: median of so many counted repetitions


@dataclass(frozen=True, slots=True)
class Attempt:
    """A repetition with the samples it was judged on, `first` to `last` (left out) of the stream.

    It was certain at sample `known_at`. `amends`: it takes the place of the attempt before it, of which more
    is known now.
    """

    repetition: Repetition
    first: int
    last: int
    known_at: int
    amends: bool = False

    def not_counted(self, rule: str) -> Attempt:
        """The same attempt, not counted because of a rule that needs more than itself to decide."""
        return replace(self, repetition=replace(self.repetition, counted=False, rule=rule, form=()))


@dataclass(frozen=True, slots=True)
class Slice:
    """A movement cut out of the stream, with its course."""

    cycle: Cycle
    first: int
    leg: LegBlock
    shape: Shape


@dataclass(slots=True)
class Own:
    """The person's own usual range in this exercise."""

    ranges: list[float] = field(default_factory=list)

    @property
    def usual(self) -> float | None:
        return float(np.median(self.ranges)) if self.ranges else None

    def learn(self, range_deg: float) -> None:
        self.ranges = [*self.ranges, range_deg][-_OWN_RANGE_OF:]


class Movements:
    """The movements of one signal, by sample numbers of the stream, seen in every `every`th sample."""

    def __init__(self, phases: Phases, rate_hz: float, every: int = 1) -> None:
        self.origin = 0
        self._next: int | None = None
        self._phases, self._rate_hz, self._every = phases, rate_hz, every
        self._begin()

    def _begin(self) -> None:
        self._signal = SignalReader(self._phases.signal, self._rate_hz)
        self._detector = CycleDetector(self._phases, self._rate_hz / self._every)

    def push(self, block: LegBlock, first: int) -> list[Cycle]:
        """The movements that end within the block whose first sample has number `first`.

        Where that is not the next one there was a pause: what was under way is given up.
        """
        if first != self._next:
            self._begin()
            self.origin = first
        self._next = first + len(block)
        used = slice((self.origin - first) % self._every, None, self._every)
        return [self._numbered(cycle) for cycle in self._detector.push(*self._signal.push(block, used))]

    def finish(self) -> Cycle | None:
        cycle = self._detector.finish()
        return None if cycle is None else self._numbered(cycle)

    def _numbered(self, cycle: Cycle) -> Cycle:
        origin, every = self.origin, self._every
        return replace(cycle, start=origin + every * cycle.start, summit=origin + every * cycle.summit,
                       end=origin + every * cycle.end)

    @property
    def now(self) -> Now:
        return replace(self._detector.now, samples=self._detector.now.samples * self._every)


class RepetitionCounter:
    """Watches one exercise; `push(a)` then `push(b)` equals `push(a joined with b)`."""

    def __init__(self, exercise: Exercise, phases: Phases, history: History, rate_hz: float, start_ns: int, *,
                 hold_s: float) -> None:
        self.own = Own()
        self._exercise, self._phases, self._hold_s = exercise, phases, hold_s
        self._history, self._rate_hz, self._start_ns = history, rate_hz, start_ns
        self._movements = Movements(phases, rate_hz)

    def push(self, block: LegBlock, first: int) -> list[Attempt]:
        """The attempts that end within the block, whose first sample has number `first` in the history."""
        return [self._attempt(cycle) for cycle in self._movements.push(block, first)]

    def finish(self) -> list[Attempt]:
        cycle = self._movements.finish()
        return [] if cycle is None else [self._attempt(cycle)]

    @property
    def now(self) -> Now:
        return self._movements.now

    def _attempt(self, cycle: Cycle) -> Attempt:
        first, leg = around(self._history, cycle, self._movements.origin or 0, self._rate_hz)
        part = cut(leg, first, cycle, self._phases, self._rate_hz)
        repetition = self._judge(part)
        if repetition.counted:
            self.own.learn(repetition.measures["range_deg"])
        return Attempt(repetition, part.first, cycle.end, cycle.end)

    def _judge(self, part: Slice) -> Repetition:
        measures = measure(part.leg, part.shape)
        measures["cycle_s"] = (part.cycle.end - part.cycle.start) / self._rate_hz
        if self._raises_a_straight_leg(measures):
            measures["lift_cm"] = measures["ankle_rise_cm"]
        rule = self._rule(part, measures)
        counted = rule == "counted"
        full = max(self._phases.target_deg, OWN_TARGET_SHARE * (self.own.usual or 0.0))
        form = comments(self._exercise, measures, full, self._hold_s) if counted else ()
        draft = repetition_of(part, measures, self._phases.signal, self._start_ns)
        return replace(draft, rule=rule, counted=counted, form=form)

    def _raises_a_straight_leg(self, measures: Mapping[str, float]) -> bool:
        """Whether the ankle goes where the thigh goes; with a bent knee, or feet down, it does not."""
        upwards = (self._phases.signal, self._phases.direction) == (SignalName.THIGH_ELEVATION, "up")
        return upwards and measures.get("flexion_held_deg", math.inf) < _STRAIGHT_DEG

    def _rule(self, part: Slice, measures: Mapping[str, float]) -> str:
        least = max(self._phases.least_deg, self._phases.own_share * (self.own.usual or 0.0))
        checks = (
            (lost_by(part.leg), part.cycle.ending is Ending.GAP),
            ("too_long", part.cycle.ending is Ending.TOO_LONG),
            ("too_short", measures["cycle_s"] < self._phases.shortest_s),
            ("too_small", measures["range_deg"] < least or rises_too_little(self._phases, measures)),
            ("wrong_posture", not posture_fits(self._exercise, usual_posture(part.leg.posture[:self._rest]))
             or ends_elsewhere(part.leg)),
            ("other_movement", misfit(self._exercise, measures, allowance=KNOWN_ALLOWANCE) is not None
             or leaves_its_rest(self._exercise, part.leg)),
        )
        return next((rule for rule, decides in checks if decides), "counted")

    @property
    def _rest(self) -> int:
        return max(1, round(_BEFORE_S * self._rate_hz))


def lost_by(leg: LegBlock) -> str:
    """The rule of a movement that ends where its signal was lost for too long: what took it."""
    return _LOST_BY.get(Reason(int(leg.reason[-1])), "gap")


def ends_elsewhere(leg: LegBlock) -> bool:
    """Whether the knee is back but the thigh is not: who squats stands again, who lies down stays level."""
    return _shifted_deg(leg) > _ELSEWHERE_DEG


def leaves_its_rest(exercise: Exercise, leg: LegBlock) -> bool:
    """Whether the thigh ends farther from where it lay than the exercise ever carries it."""
    low, high = exercise.signature.get("thigh_elevation_change_deg", (-_ELSEWHERE_DEG, _ELSEWHERE_DEG))
    return _shifted_deg(leg) > max(-low, high) + _SHIFTED_DEG


def _shifted_deg(leg: LegBlock) -> float:
    """How far from where it began the thigh ends."""
    return abs(float(leg.thigh_elevation_deg[-1] - leg.thigh_elevation_deg[0]))


def rises_too_little(phases: Phases, measures: Mapping[str, float]) -> bool:
    return phases.least_rise_cm is not None and measures["peak_rise_cm"] < phases.least_rise_cm


def around(history: History, cycle: Cycle, origin: int, rate_hz: float) -> tuple[int, LegBlock]:
    """The samples of a movement, with a moment of rest before them but none before `origin`.

    Returns the number of the first of them too.
    """
    first = max(history.oldest, origin, cycle.start - round(_BEFORE_S * rate_hz))
    return first, history.between(first, cycle.end + 1)


def cut(leg: LegBlock, first: int, cycle: Cycle, phases: Phases, rate_hz: float) -> Slice:
    """A movement with its course, from the samples around it; `first` is the number of the first of them."""
    leg = bridged(leg)
    values = np.asarray(SignalReader(phases.signal, rate_hz).push(leg)[0])
    summit = min(max(cycle.summit - first, 0), len(leg) - 1)
    shape = shape_of(values, summit, cycle.rest, phases.hold_share, rate_hz)
    if phases.least_rise_cm is not None:
        height = height_cm(leg, shape)
        timed = shape_of(height, summit, 0.0, phases.hold_share, rate_hz)
        shape = replace(timed, rest=shape.rest, held=shape.held)
    return Slice(cycle, first, leg, shape)


def repetition_of(part: Slice, measures: dict[str, float], name: SignalName, start_ns: int) -> Repetition:
    """The repetition before it is judged; its `peak_deg` is the level at which it was held."""
    summit = min(max(round((part.shape.lift_end + part.shape.lower_start) / 2), 0), len(part.leg) - 1)
    sigma = float(part.leg.sigma_deg[summit]) if name is SignalName.FLEXION else TILT_SIGMA_DEG
    return Repetition(start_s=_seconds(part, part.shape.lift_start, start_ns),
                      end_s=_seconds(part, part.shape.lower_end, start_ns), peak_deg=part.shape.held,
                      hold_s=measures["hold_s"], counted=False, rule="", peak_sigma_deg=sigma,
                      hold_sigma_s=hold_sigma_s(measures, sigma), measures=measures)


def hold_sigma_s(measures: Mapping[str, float], sigma_deg: float) -> float:
    """Standard deviation of a hold: its ends are as well known as the angle that moves there.

    `sigma_deg` is that of the primary signal; its speed is the mean one of lifting and of lowering.
    """
    strokes_s = math.hypot(measures["lifting_s"], measures["lowering_s"])
    return sigma_deg * strokes_s / max(measures["range_deg"], sigma_deg)


def _seconds(part: Slice, sample: float, start_ns: int) -> float:
    return (int(part.leg.t_ns[0]) - start_ns) * 1e-9 + sample / part.leg.rate_hz
