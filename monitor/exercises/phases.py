"""A movement away from rest and back, found in one signal by turning points with hysteresis.

The level of rest is not a constant: it is the lowest point since the last movement, it follows a resting leg
that settles, and it starts anew after a gap. So a roll pushed further under the knee, or a slow drift of the
angle in side-lying, moves the start level and makes no repetition.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from monitor.exercises.bridging import GAP_S
from monitor.exercises.definition import Phases, SignalName

_QUIET_DEG_S = 1.5, 6.0  # slower than any lifting: the slowest guided tempo, 30 deg in 4 s, is 8 deg/s
_QUIET_SHARE_S = 0.5     # of a full movement in a second, where that is small
_RATE_TAU_S = 0.12       # smoothing of the rate, several sample intervals even at 25 Hz
_REST_TAU_S = 1.5        # how fast the rest level follows a resting leg
_SETTLE_SHARE = 0.1      # within this share of the range from rest the leg is back
_SETTLE_S = 1.0          # and no later than this after most of the way
_PLATEAU_S = 1.2         # rested so long, a leg that then lifts further begins there
_HOLDING_S = 0.25        # turning round takes less, near the top
_STILL_S = 0.1           # and less without moving
_CONFIRM_S = 0.04        # a crossing must last, so that one odd sample decides nothing


class Phase(StrEnum):
    READY = "ready"
    LIFTING = "lifting"
    HOLDING = "holding"
    LOWERING = "lowering"


@dataclass(frozen=True, slots=True)
class Now:
    """What the leg is doing, and for how many samples it has been."""

    phase: Phase
    samples: int


class Ending(StrEnum):
    RETURNED = "returned"
    TOO_LONG = "too_long"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Cycle:
    """One movement: sample numbers from the start of the stream; `rest` and `peak` in degrees."""

    start: int
    summit: int
    end: int
    rest: float
    peak: float
    ending: Ending

    @property
    def range_deg(self) -> float:
        return abs(self.peak - self.rest)


@dataclass(slots=True)
class CycleState:
    """Everything the detector remembers; `rest`, `peak` and `last` are along the movement's direction."""

    samples: int = 0
    phase: Phase = Phase.READY
    known: bool = False        # a usable sample since the start or the last gap
    lost: int = 0
    rest: float = 0.0
    rest_at: int = 0
    peak: float = 0.0
    peak_at: int = 0
    quiet: int = 0
    plateau: float | None = None
    plateau_at: int = 0
    held_at: int = 0           # since when the leg is near the highest level it has reached
    held_level: float = 0.0
    holding: bool = False
    turned_at: int = 0         # since when the leg is on its way back, or back
    low: float = 0.0
    returned_at: int = 0
    confirm: int = 0
    last: float = 0.0
    rate: float = 0.0


class CycleDetector:
    """Finds the movements of one signal; `push(a)` then `push(b)` equals `push(a + b)`."""

    def __init__(self, phases: Phases, rate_hz: float) -> None:
        self.state = CycleState()
        self._phases = phases
        self._sign = 1.0 if phases.direction == "up" else -1.0
        self._rate_hz = rate_hz
        self._rate_gain = min(1.0, 1.0 / (_RATE_TAU_S * rate_hz))
        self._rest_gain = 1.0 / (_REST_TAU_S * rate_hz)
        self._gap = max(1, round(GAP_S * rate_hz))
        self._confirm = max(1, round(_CONFIRM_S * rate_hz))
        self._pause = max(1, round(_PLATEAU_S * rate_hz))
        self._holding = round(_HOLDING_S * rate_hz)
        self._still = round(_STILL_S * rate_hz)
        self._settle = round(_SETTLE_S * rate_hz)
        self._longest = round(phases.longest_s * rate_hz)
        slowest, fastest = _QUIET_DEG_S
        self._quiet = min(max(slowest, _QUIET_SHARE_S * phases.target_deg), fastest)
        self._angle = phases.signal is not SignalName.TREMOR      # which is never quiet

    @property
    def now(self) -> Now:
        """What the leg is doing, for the screen: a hold and the way back show while they last."""
        s = self.state
        if s.phase is Phase.LIFTING and s.holding:
            return Now(Phase.HOLDING, s.samples - s.held_at)
        if s.phase is Phase.LIFTING and not self._sinking:
            return Now(Phase.LIFTING, s.samples - s.rest_at)
        return Now(s.phase if s.phase is Phase.READY else Phase.LOWERING, s.samples - s.turned_at)

    @property
    def _sinking(self) -> bool:
        """Whether the leg has left the highest position it reached."""
        s = self.state
        return s.last - s.rest < self._phases.hold_share * (s.peak - s.rest)

    def push(self, values: Iterable[float], usable: Iterable[bool]) -> list[Cycle]:
        """The movements that end within these samples; degrees of the signal and whether each may be used."""
        found = []
        for value, ok in zip(values, usable, strict=True):
            cycle = self._step(self._sign * value) if ok else self._miss()
            self.state.samples += 1
            if cycle is not None:
                found.append(cycle)
        return found

    def finish(self) -> Cycle | None:
        """The movement under way when the stream ends, if most of its way back is done."""
        done = self.state.phase is Phase.LOWERING
        return self._close(Ending.RETURNED) if done else None

    def _step(self, x: float) -> Cycle | None:
        s = self.state
        if not s.known:
            s.known, s.last, s.rest, s.rest_at = True, x, x, s.samples
        s.lost = 0
        s.rate += ((x - s.last) * self._rate_hz - s.rate) * self._rate_gain
        s.last = x
        if s.phase is Phase.READY:
            self._rest(x)
            return None
        if x > s.peak:
            s.peak, s.peak_at = x, s.samples
        if s.samples - s.rest_at > self._longest:
            return self._close(Ending.TOO_LONG)
        return self._lowering(x) if s.phase is Phase.LOWERING else self._lifted(x)

    def _rest(self, x: float) -> None:
        s = self.state
        if x <= s.rest:
            s.rest, s.rest_at = x, s.samples
        elif -self._quiet < s.rate < self._quiet:
            s.rest += (x - s.rest) * self._rest_gain
        excursion = x - s.rest
        if excursion < 0.25 * self._phases.start_deg:
            s.rest_at = s.samples
        s.confirm = s.confirm + 1 if excursion > self._phases.start_deg else 0
        if s.confirm >= self._confirm:
            s.phase, s.peak, s.peak_at, s.confirm = Phase.LIFTING, x, s.samples, 0
            s.held_at, s.held_level, s.holding = s.samples, excursion, False

    def _lifted(self, x: float) -> Cycle | None:
        s = self.state
        self._plateau(x)
        self._hold(x - s.rest)
        s.confirm = s.confirm + 1 if x - s.rest < self._phases.return_share * (s.peak - s.rest) else 0
        if s.confirm >= self._confirm:
            s.phase, s.low, s.returned_at, s.confirm = Phase.LOWERING, x, s.samples, 0
        return None

    def _hold(self, excursion: float) -> None:
        """Rising on, or sinking below what counts as held, begins the hold anew; moving on slowly is none."""
        s, share = self.state, self._phases.hold_share
        if excursion < share * s.held_level or share * excursion > s.held_level:
            s.held_at, s.held_level, s.holding = s.samples, excursion, False
        if self._sinking:
            return
        if s.rate > -self._quiet:
            s.turned_at = s.samples
        still = not self._angle or s.quiet > self._still
        lasting = s.samples - s.held_at > self._holding and s.held_level >= self._phases.least_deg
        s.holding = s.holding or (still and lasting)

    def _plateau(self, x: float) -> None:
        """A pause on the way and a lift from there: the pause was the rest, the way to it a new posture."""
        s = self.state
        s.quiet = s.quiet + 1 if -self._quiet < s.rate < self._quiet else 0
        if s.quiet >= self._pause:
            s.plateau, s.plateau_at = x, s.samples
        elif s.plateau is not None and x - s.plateau > self._phases.least_deg:
            s.rest, s.rest_at, s.plateau = s.plateau, s.plateau_at, None
            s.peak, s.peak_at = x, s.samples

    def _lowering(self, x: float) -> Cycle | None:
        s = self.state
        span = s.peak - s.rest
        s.low = min(s.low, x)
        back = x - s.rest <= _SETTLE_SHARE * span
        rising = x - s.low > _SETTLE_SHARE * span
        late = s.samples - s.returned_at > self._settle
        return self._close(Ending.RETURNED) if back or rising or late else None

    def _miss(self) -> Cycle | None:
        s = self.state
        s.lost += 1
        if s.lost <= self._gap:
            return None
        cycle = None if s.phase is Phase.READY else self._close(Ending.GAP)
        s.known, s.rate = False, 0.0
        return cycle

    def _close(self, ending: Ending) -> Cycle:
        s = self.state
        cycle = Cycle(s.rest_at, s.peak_at, s.samples, self._sign * s.rest, self._sign * s.peak, ending)
        s.phase, s.rest, s.rest_at, s.confirm = Phase.READY, s.last, s.samples, 0
        s.quiet, s.plateau, s.turned_at = 0, None, s.samples
        return cycle
