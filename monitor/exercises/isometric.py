"""Presses that hardly move, by muscle tremor and by micro-motion, against the patient's own relaxed leg.

Experimental: a strapped accelerometer may feel neither in some people. What it cannot confirm is timed by the
prompt and said to be so.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.exercises.definition import Exercise, Phases, SignalName
from monitor.exercises.history import History
from monitor.exercises.phases import Now, Phase
from monitor.exercises.repetitions import Attempt, RepetitionCounter
from monitor.leg import LegBlock

_SIGHT_SHARE = 0.7       # of the hold that tremor shows, which counts some of both strokes in
NOT_VERIFIED = "timed, contraction not verified"
# 8 dB is two and a half times the relaxed level; a working quadriceps raises it by 10 to 30 dB.
_TREMOR = {"signal": SignalName.TREMOR, "direction": "up", "start_deg": 8.0, "least_deg": 8.0,
           "target_deg": 8.0, "own_share": 0.0}
_PROGRESS = (Phase.READY, Phase.LIFTING, Phase.LOWERING, Phase.HOLDING)


class IsometricCounter:
    """Counts presses that tremor or micro-motion shows; `push(a)` then `push(b)` equals `push(a + b)`."""

    def __init__(self, exercise: Exercise, phases: Phases, history: History, rate_hz: float, start_ns: int, *,
                 hold_s: float) -> None:
        tremor = by_tremor(exercise, phases)
        self._tremor = RepetitionCounter(tremor, tremor.phases or phases, history, rate_hz, start_ns,
                                         hold_s=hold_s)
        self._motion = RepetitionCounter(exercise, phases, history, rate_hz, start_ns, hold_s=hold_s)
        self._press: Attempt | None = None      # the newest

    def push(self, block: LegBlock, first: int) -> list[Attempt]:
        pressed = [_felt(a) for a in self._tremor.push(block, first)]
        moved = [_seen(a) for a in self._motion.push(block, first)]
        return self._presses(sorted(pressed + moved, key=lambda a: (a.last, a.first)))

    def finish(self) -> list[Attempt]:
        return self._presses([*self._tremor.finish(), *self._motion.finish()])

    @property
    def now(self) -> Now:
        """What the cue that is further on shows."""
        return max((self._tremor.now, self._motion.now),
                   key=lambda now: (_PROGRESS.index(now.phase), now.samples))

    def _presses(self, attempts: list[Attempt]) -> list[Attempt]:
        """The two cues of one press are one press."""
        found = []
        for attempt in attempts:
            if not attempt.repetition.counted:
                continue
            again = self._press is not None and (attempt.first + attempt.last) // 2 < self._press.last
            if self._press is not None and again:
                attempt = _joined(self._press, attempt)
            self._press = attempt
            found.append(attempt)
        return found


def _joined(a: Attempt, b: Attempt) -> Attempt:
    """One press as two cues show it: timed by the motion, unless that lost sight of it before its end."""
    moved, pressed = (a, b) if "evidence_micro_motion" in a.repetition.measures else (b, a)
    lost = moved.repetition.hold_s < _SIGHT_SHARE * pressed.repetition.hold_s
    better, other = (pressed, moved) if lost else (moved, pressed)
    both = replace(better.repetition, measures=other.repetition.measures | better.repetition.measures)
    return replace(better, repetition=both, last=max(a.last, b.last), known_at=b.known_at, amends=True)


def by_tremor(exercise: Exercise, phases: Phases) -> Exercise:
    """The exercise as muscle tremor shows it."""
    signature = {name: i for name, i in exercise.signature.items() if name != "range_deg"}
    return exercise.model_copy(update={"phases": phases.model_copy(update=_TREMOR), "signature": signature})


def _seen(attempt: Attempt) -> Attempt:
    measures = attempt.repetition.measures | {"evidence_micro_motion": 1.0}
    return replace(attempt, repetition=replace(attempt.repetition, measures=measures))


def _felt(attempt: Attempt) -> Attempt:
    """A press by tremor: what rose is the tremor; its position is that of the thigh, as of any press."""
    measures = attempt.repetition.measures | {"evidence_tremor": 1.0}
    measures["tremor_ratio"] = 10.0 ** (measures.pop("range_deg") / 20.0)
    position = measures["thigh_elevation_rest_deg"] + measures["thigh_elevation_change_deg"]
    measures["peak_deg"] = position
    return replace(attempt, repetition=replace(attempt.repetition, peak_deg=position, measures=measures))
