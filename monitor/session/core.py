"""The session: inputs in the order they were recorded, leg states and conclusions out."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calibration.model import Calibration, Motion
from calibration.saved import SavedCalibration, Wearer
from monitor.leg import LegBlock, Posture
from monitor.pipeline.calibrator import MISSING
from monitor.pipeline.pair import SensorPair
from monitor.session.doubts import (
    clocks_apart,
    poorly_calibrated,
    taps_apart,
    too_much_pain,
    unsuitable,
    warned,
)
from monitor.session.links import Link, said_of_all
from monitor.session.told import Told
from monitor.session.trace import no_trace
from monitor.session.watch import LegWatch, no_knee
from monitor.snapshot import (
    CalibrationState,
    CalibrationStatus,
    Problem,
    Snapshot,
)
from monitor.values import EventKind, Input, LinkEvent, LinkKind, Received, SessionEvent, Side, Tick

if TYPE_CHECKING:                        # the exercises' library is read only where they are watched
    from monitor.exercises.engine import ExerciseEngine

EVENT_PATIENCE_NS = 2_000_000_000    # an event waits this long for the data of its moment


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
        paired: the other leg wears sensors too, so what is said or planned for that one is not for this.
    """

    def __init__(self, side: Side, *, calibration: Calibration | None = None, automatic: bool = True,
                 keep_motion: bool = False, zero_ns: int | None = None, watch_exercises: bool = True,
                 exercise: str | None = None, paired: bool = False) -> None:
        self.side = side
        self.pair = SensorPair(side)
        self.links = {place: Link(place, channel.ingest.tally)
                      for place, channel in self.pair.channels.items()}
        self.watch: LegWatch | None = None       # from the first row on
        self.told = Told(side, paired, zero_ns)
        self.skew_ms: list[float] = []
        self._calibration = calibration
        self._automatic = automatic and calibration is None
        self._keep_motion = keep_motion
        self._watch_exercises = watch_exercises
        self._exercise = exercise
        self._pending: deque[SessionEvent] = deque()
        self._now_ns = 0
        self._of_all_sensors: Problem | None = None
        self._reused: SessionEvent | None = None

    @property
    def calibration(self) -> Calibration | None:
        """The one in use."""
        return self.watch.calibration if self.watch is not None else self._calibration

    @property
    def engine(self) -> ExerciseEngine | None:
        """What counts, from the first row on."""
        return self.watch.engine if self.watch is not None else None

    @property
    def motion(self) -> list[Motion]:
        """The whole motion, thinned, where it was to be kept."""
        return self.watch.motion if self.watch is not None else []

    def saved(self) -> tuple[SavedCalibration, ...]:
        """The calibration in use, for later; none where there is none."""
        return (SavedCalibration(self.wearer(), self.calibration),) if self.calibration is not None else ()

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
        watch, engine = self.watch, self.engine
        return Snapshot(
            t_s=self.told.seconds(self._now_ns), side=self.side, patient=self.told.patient,
            sensors=tuple(link.status() for link in self.links.values()),
            skew_ms=self.skew_ms[-1] if self.skew_ms else None, calibration=self.calibration_status(),
            knee=watch.knee_now(self._now_ns) if watch else no_knee(),
            posture=watch.posture_now() if watch else Posture.UNKNOWN,
            trace=watch.trace.trace() if watch else no_trace(), problems=self._problems(),
            marks=tuple(self.told.marks), pain=self.told.pain, paused=self.told.paused,
            exercise=engine.progress() if engine else None, sets=engine.sets if engine else (),
            landings=engine.landings if engine else (), balance=engine.balance if engine else ())

    def calibration_status(self) -> CalibrationStatus:
        """What is known of the calibration now."""
        if self.watch is None:
            return CalibrationStatus(CalibrationState.MISSING, MISSING)
        return self.watch.calibration_status(self._now_ns)

    def _linked(self, one: Received | LinkEvent) -> None:
        if one.placement is None:
            self._of_all_sensors = said_of_all(one)
        link = self.links.get(one.placement) if one.placement is not None else None
        if link is None:
            return
        self.pair.push(one)
        if isinstance(one, LinkEvent):
            link.push(one)
            if one.kind is LinkKind.STREAMING:
                self._of_all_sensors = None
        else:
            link.received()

    def _ticked(self, tick: Tick) -> None:
        for link in self.links.values():
            link.tick(tick.t_host_ns)
        skew_ns = self.pair.skew_ns()
        if skew_ns is not None:
            self.skew_ms.append(skew_ns * 1e-6)

    def _noted(self, event: SessionEvent) -> None:
        if self.told.noted(event):
            self._pending.append(event)
        if event.kind is EventKind.PRESCRIPTION and self.engine is not None:
            self.engine.prescribe(self.told.prescription)

    def _overdue(self) -> bool:
        return bool(self._pending) and self._now_ns - self._pending[0].t_host_ns > EVENT_PATIENCE_NS

    def _apply_until(self, t_ns: int) -> None:
        while self._pending and self._pending[0].t_host_ns <= t_ns:
            self._apply(self._pending.popleft())

    def _apply(self, event: SessionEvent) -> None:
        self.told.happened(event)
        if event.kind is EventKind.CALIBRATION and event.detail.get("action") == "use":
            self._reused = event
        if self.watch is not None:
            self._command(self.watch, event)

    def _command(self, watch: LegWatch, event: SessionEvent) -> None:
        if event is self._reused:
            watch.reuse(event.detail.get("saved"), self.wearer())
        else:
            watch.command(event)

    def wearer(self) -> Wearer:
        """Who wears which sensors."""
        thigh, shank = (link.serial for link in self.links.values())
        return Wearer(self.told.patient, self.side, thigh, shank, self.pair.declares_mounting)

    def _advance(self) -> list[LegBlock]:
        blocks: list[LegBlock] = []
        for block in self.pair.take():
            if self.watch is None:
                self._begin()
            start = 0
            while start < len(block) and self.watch is not None:
                self._apply_until(int(block.aligned.t_ns[start]))
                event_ns = self._pending[0].t_host_ns if self._pending else None
                stop = self.watch.next_cut(block, start, event_ns)
                blocks.append(self.watch.push(block[start:stop]))
                start = stop
        return blocks

    def _begin(self) -> None:
        assert self.pair.rate_hz is not None
        engine = self._engine(self.pair.rate_hz) if self._watch_exercises else None
        self.watch = LegWatch(self.side, self.pair.rate_hz, declared=self.pair.declares_mounting,
                              calibration=self._calibration, automatic=self._automatic,
                              keep_motion=self._keep_motion, zero_ns=self.told.zero_ns or 0, engine=engine)
        if self._reused is not None:                 # asked for before there was a row
            self._command(self.watch, self._reused)

    def _engine(self, rate_hz: float) -> ExerciseEngine:
        from monitor.exercises.engine import ExerciseEngine

        return ExerciseEngine(self.side, rate_hz, start_ns=self.told.zero_ns or 0, exercise=self._exercise,
                              prescription=self.told.prescription)

    def warnings(self) -> tuple[Problem, ...]:
        """What must be said about the whole session."""
        of_each = (problem for link in self.links.values() for problem in link.warnings())
        return (*too_much_pain(self.told.hurting, self.told.prescription), *of_each, *self._doubts())

    def _problems(self) -> tuple[Problem, ...]:
        """What must be said now; too much pain before all else, until it is less or the exercise another."""
        of_all = [self._of_all_sensors] if self._of_all_sensors is not None else []
        of_each = (problem for link in self.links.values() for problem in link.problems())
        return (*too_much_pain(self.told.hurting, self.told.prescription), *of_all, *of_each, *self._doubts())

    def _doubts(self) -> list[Problem]:
        """What makes the numbers themselves less sure."""
        straps = self.watch.strap_problems() if self.watch is not None else []
        counting = self.engine.warnings if self.engine is not None else ()
        worn = (channel.ingest.sensor for channel in self.pair.channels.values())
        return [*unsuitable(worn), *clocks_apart(self.skew_ms),
                *poorly_calibrated(self.calibration_status(), straps), *taps_apart(self.calibration),
                *straps, *self.told.problems(), *warned("exercise", counting)]
