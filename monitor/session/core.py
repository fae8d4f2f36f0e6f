"""The session: inputs in the order they were recorded, leg states and conclusions out."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calibration.model import Calibration, Motion
from monitor.errors import PrescriptionError
from monitor.leg import LegBlock, Posture, Reason
from monitor.pipeline.calibrator import MISSING, Calibrator, status_of
from monitor.pipeline.chain import Leg, motion_of
from monitor.pipeline.pair import PairBlock, SensorPair
from monitor.session.events import understood
from monitor.session.links import Link
from monitor.session.trace import TraceBuffer, no_trace
from monitor.snapshot import (
    CalibrationState,
    CalibrationStatus,
    KneeNow,
    Mark,
    Problem,
    Severity,
    Snapshot,
)
from monitor.values import EventKind, Input, LinkEvent, Received, SessionEvent, Side, Tick

if TYPE_CHECKING:                        # the exercises' library is read only where they are watched
    from monitor.exercises.engine import ExerciseEngine
    from monitor.exercises.prescription import Prescription

STALE_NS = 500_000_000
EVENT_PATIENCE_NS = 2_000_000_000    # an event waits this long for the data of its moment
SKEW_LIMIT_MS = 15.0


@dataclass(frozen=True, slots=True)
class Output:
    """What one push made: the leg's states, in order."""

    blocks: tuple[LegBlock, ...]


class Session:
    """One leg's session; a pure function of its inputs, whatever the chunks they come in.

    Args:
        side: the leg.
        calibration: used from the first row on; without it the session calibrates itself.
        automatic: calibrate from what has been seen where nobody asks for the guided procedure.
        keep_motion: remember the whole motion, thinned, for a calibration with hindsight.
        zero_ns: the instant that times in seconds count from; the start event's where None.
        watch_exercises: count repetitions, landings and balance.
        exercise: judge every movement as this exercise; what is done is recognised where None.
    """

    def __init__(self, side: Side, *, calibration: Calibration | None = None, automatic: bool = True,
                 keep_motion: bool = False, zero_ns: int | None = None, watch_exercises: bool = True,
                 exercise: str | None = None) -> None:
        self.side = side
        self.pair = SensorPair(side)
        self.links = {place: Link(place, channel.ingest.tally)
                      for place, channel in self.pair.channels.items()}
        self.calibration = calibration
        self.calibrator: Calibrator | None = None
        self.motion: list[Motion] | None = [] if keep_motion else None
        self.marks: list[Mark] = []
        self.skew_ms: list[float] = []
        self.zero_ns = zero_ns
        self.patient = ""
        self.pain: int | None = None
        self.paused = False
        self.engine: ExerciseEngine | None = None
        self.prescription: Prescription | None = None
        self._watch_exercises = watch_exercises
        self._exercise = exercise
        self._automatic = automatic and calibration is None
        self._leg: Leg | None = None
        self._trace: TraceBuffer | None = None
        self._pending: deque[SessionEvent] = deque()
        self._step: list[Motion] = []
        self._row = 0
        self._now_ns = 0
        self._last: LegBlock | None = None
        self._unusable: list[str] = []       # sentences about events that could not be followed

    def push(self, inputs: Sequence[Input]) -> Output:
        """Take the next inputs in; returns every row that they complete."""
        blocks: list[LegBlock] = []
        for one in inputs:
            self._now_ns = max(self._now_ns, one.t_host_ns)
            if isinstance(one, SessionEvent):
                blocks += self._advance()      # rows that were complete before it do not know of it
                self._noted(one)
            elif isinstance(one, Tick):
                if self._overdue():
                    blocks += self._advance()
                    self._apply_until(self._now_ns)
                self._ticked(one)
            else:
                self._linked(one)
        return Output((*blocks, *self._advance()))

    def finish(self) -> None:
        """The recording is over: whatever still waited for data happens now."""
        self._apply_until(self._now_ns)
        if self.engine is not None:
            self.engine.finish()

    def snapshot(self) -> Snapshot:
        """This moment, for the screen."""
        return Snapshot(
            t_s=self._seconds(self._now_ns), side=self.side, patient=self.patient,
            sensors=tuple(link.status() for link in self.links.values()),
            skew_ms=self.skew_ms[-1] if self.skew_ms else None,
            calibration=self.calibration_status(), knee=self._knee_now(),
            posture=Posture(int(self._last.posture[-1])) if self._last is not None else Posture.UNKNOWN,
            trace=self._trace.trace() if self._trace else no_trace(), problems=self._problems(),
            marks=tuple(self.marks), pain=self.pain, paused=self.paused,
            exercise=self.engine.progress() if self.engine else None,
            sets=self.engine.sets if self.engine else (),
            landings=self.engine.landings if self.engine else (),
            balance=self.engine.balance if self.engine else ())

    def calibration_status(self) -> CalibrationStatus:
        """What is known of the calibration now."""
        if self.calibrator is None:
            return CalibrationStatus(CalibrationState.MISSING, MISSING)
        if self.calibration is not None and not self.calibrator.active:
            return status_of(self.calibration, self._now_ns * 1e-9)
        return self.calibrator.status()

    def _linked(self, one: Received | LinkEvent) -> None:
        link = self.links.get(one.placement) if one.placement is not None else None
        if link is None:
            return
        self.pair.push(one)
        if isinstance(one, LinkEvent):
            link.push(one)
        else:
            link.received()

    def _ticked(self, tick: Tick) -> None:
        for link in self.links.values():
            link.tick(tick.t_host_ns)
        skew_ns = self.pair.skew_ns()
        if skew_ns is not None:
            self.skew_ms.append(skew_ns * 1e-6)

    def _noted(self, event: SessionEvent) -> None:
        if not understood(event):
            at_s = self._seconds(event.t_host_ns)
            self._unusable.append(f"What was recorded as {event.kind} at {at_s:.1f} s cannot be read and is "
                                  "left out.")
        elif event.kind is EventKind.START:
            self.zero_ns = event.t_host_ns if self.zero_ns is None else self.zero_ns
            self.patient = str(event.detail.get("patient", ""))
        elif event.kind is EventKind.MARK:
            self.marks.append(Mark(self._seconds(event.t_host_ns), str(event.detail.get("text", ""))))
        elif event.kind is EventKind.PRESCRIPTION:
            self._prescribe(str(event.detail.get("text", "")))
        else:
            self._pending.append(event)

    def _overdue(self) -> bool:
        return bool(self._pending) and self._now_ns - self._pending[0].t_host_ns > EVENT_PATIENCE_NS

    def _apply_until(self, t_ns: int) -> None:
        while self._pending and self._pending[0].t_host_ns <= t_ns:
            self._apply(self._pending.popleft())

    def _apply(self, event: SessionEvent) -> None:
        if event.kind is EventKind.CALIBRATION and self.calibrator is not None:
            self.calibrator.command(event)
            self._step = []          # rows from before the request are no part of it
        elif event.kind is EventKind.PAIN:
            self.pain = int(event.detail["score"])
        elif event.kind is EventKind.PAUSE:
            self.paused = bool(event.detail.get("paused", True))
        if self.engine is not None:
            self.engine.event(event)

    def _prescribe(self, text: str) -> None:
        from monitor.exercises.prescription import parse_prescription

        try:
            self.prescription = parse_prescription(text)
        except PrescriptionError as fault:
            self._unusable.append(f"The prescription is not followed: {fault.problems[0]}")

    def _advance(self) -> list[LegBlock]:
        blocks: list[LegBlock] = []
        for block in self.pair.take():
            if self._leg is None:
                self._begin()
            start = 0
            while start < len(block):
                self._apply_until(int(block.aligned.t_ns[start]))
                stop = self._next_cut(block, start)
                blocks.append(self._rows(block[start:stop]))
                start = stop
        return blocks

    def _begin(self) -> None:
        assert self.pair.rate_hz is not None
        rate = self.pair.rate_hz
        self._leg = Leg(self.side, rate)
        sensors = [channel.ingest.sensor for channel in self.pair.channels.values()]
        declared = all(sensor is not None and sensor.declares_mounting for sensor in sensors)
        self.calibrator = Calibrator(self.side, rate, declared, self._automatic)
        self._trace = TraceBuffer(rate, self.zero_ns or 0)
        if self.calibration is not None:
            self._leg.calibrate(self.calibration)
        if self._watch_exercises:
            from monitor.exercises.engine import ExerciseEngine

            self.engine = ExerciseEngine(self.side, rate, start_ns=self.zero_ns or 0, exercise=self._exercise,
                                         prescription=self.prescription)

    def _next_cut(self, block: PairBlock, start: int) -> int:
        """Where the next rows end: at a step of the calibrator, or before an event."""
        assert self.calibrator is not None
        step = self.calibrator.step_rows
        stop = min(len(block), start + step - self._row % step) if self._watching else len(block)
        if self._pending:
            before = int(np.searchsorted(block.aligned.t_ns, self._pending[0].t_host_ns))
            stop = min(stop, max(before, start + 1))
        return stop

    @property
    def _watching(self) -> bool:
        assert self.calibrator is not None
        return self.calibrator.active or self.motion is not None

    def _rows(self, block: PairBlock) -> LegBlock:
        assert self._leg is not None
        assert self._trace is not None
        leg = self._last = self._leg.push(block)
        self._trace.push(leg)
        if self.engine is not None:
            self.engine.push(leg, block.impacts)
        self._row += len(block)
        if self._watching:
            self._watch(motion_of(block))
        return leg

    def _watch(self, motion: Motion) -> None:
        """Let the calibrator look at each full step."""
        assert self.calibrator is not None
        assert self._leg is not None
        self._step.append(motion)
        if self._row % self.calibrator.step_rows:
            return
        step, self._step = Motion.join(self._step), []
        if self.motion is not None:
            self.motion.append(step.thinned(self.calibrator.thinning))
        if self.calibrator.active:
            found = self.calibrator.push(step)
            if found is not None:
                self.calibration = found
                self._leg.calibrate(found, seen_until_now=True)

    def _seconds(self, t_ns: int) -> float:
        return (t_ns - (self.zero_ns if self.zero_ns is not None else t_ns)) * 1e-9

    def _knee_now(self) -> KneeNow:
        last = self._last
        if last is None:
            return KneeNow(0.0, 0.0, False, Reason.NO_DATA, 0.0)
        age_ns = self._now_ns - int(last.t_ns[-1])
        stale = age_ns > STALE_NS
        valid = bool(last.valid[-1]) and not stale
        reason = Reason.NO_DATA if stale else Reason(int(last.reason[-1]))
        return KneeNow(float(last.flexion_deg[-1]) if valid else 0.0,
                       float(last.sigma_deg[-1]) if valid else 0.0, valid, reason, age_ns * 1e-9)

    def warnings(self) -> tuple[Problem, ...]:
        """What must be said about the whole session."""
        return (*(problem for link in self.links.values() for problem in link.warnings()), *self._doubts())

    def _problems(self) -> tuple[Problem, ...]:
        return (*(problem for link in self.links.values() for problem in link.problems()), *self._doubts())

    def _doubts(self) -> list[Problem]:
        """What makes the numbers themselves less sure."""
        found = []
        if self.skew_ms and self.skew_ms[-1] > SKEW_LIMIT_MS:
            found.append(Problem("skew", Severity.WARNING,
                                 f"The sensors' clocks may be {self.skew_ms[-1]:.0f} ms apart; fast "
                                 "movements read less exactly."))
        status = self.calibration_status()
        if status.state in (CalibrationState.REFUSED, CalibrationState.POOR):
            found.append(Problem("calibration", Severity.WARNING, status.sentence))
        if self._leg is not None and self._leg.knee is not None:
            found += self._leg.knee.strap.problems()
        found += [Problem("event", Severity.WARNING, sentence) for sentence in self._unusable]
        if self.engine is not None:
            found += [Problem("exercise", Severity.WARNING, sentence) for sentence in self.engine.warnings]
        return found
