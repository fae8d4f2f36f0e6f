"""One leg under watch: its rows in, its states out, calibrated and counted on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.model import Calibration, CalibrationError, Motion
from calibration.saved import SavedCalibration, Wearer
from monitor.leg import LegBlock, Posture, Reason
from monitor.pipeline.calibrator import Calibrator, status_of
from monitor.pipeline.chain import Leg, motion_of
from monitor.pipeline.pair import PairBlock
from monitor.session.trace import TraceBuffer
from monitor.snapshot import CalibrationState, CalibrationStatus, KneeNow, Problem, Severity
from monitor.values import EventKind, SessionEvent, Side

if TYPE_CHECKING:                        # the exercises' library is read only where they are watched
    from monitor.exercises.engine import ExerciseEngine

STALE_NS = 500_000_000


def no_knee() -> KneeNow:
    """The knee before there is any data."""
    return KneeNow(0.0, 0.0, False, Reason.NO_DATA, 0.0)


class LegWatch:
    """Everything that looks at the rows of one leg; `next_cut` says how many it takes at a time.

    `calibration` is used from the first row on; without one, `automatic` allows finding it. `motion` is the
    whole motion, thinned, where `keep_motion` is set. `engine` counts, where it is not None.
    """

    def __init__(self, side: Side, rate_hz: float, *, declared: bool, calibration: Calibration | None,
                 automatic: bool, keep_motion: bool, zero_ns: int, engine: ExerciseEngine | None) -> None:
        self.calibration = calibration
        self._calibrated_before: Calibration | None = None      # when the guided procedure was begun
        self.calibrator = Calibrator(side, rate_hz, declared, automatic)
        self.trace = TraceBuffer(rate_hz, zero_ns)
        self.engine = engine
        self.motion: list[Motion] = []
        self._keep_motion = keep_motion
        self._leg = Leg(side, rate_hz)
        self._step: list[Motion] = []
        self._row = 0
        self._last: LegBlock | None = None
        self._status: CalibrationStatus | None = None      # of the calibrator, until that has looked again
        if calibration is not None:
            self._leg.calibrate(calibration)

    def command(self, event: SessionEvent) -> None:
        """What somebody asked for, before the next row."""
        if event.kind is EventKind.CALIBRATION:
            if event.detail.get("action") == "start":
                self._calibrated_before = self.calibration
            self.calibrator.command(event)
            self._status = None
            self._step = []          # rows from before the request are no part of it
        elif event.kind is EventKind.UNDO and event.detail["of"] == EventKind.CALIBRATION:
            self._use(self._calibrated_before)
        if self.engine is not None:
            self.engine.event(event)

    def reuse(self, saved: Any, wearer: Wearer) -> None:
        """Use a calibration from before, or say why not."""
        try:
            calibration = SavedCalibration.from_json(saved).for_wearer(wearer)
        except CalibrationError as refusal:
            self.calibrator.refused = str(refusal)
            return
        self._use(calibration)

    def _use(self, calibration: Calibration | None) -> None:
        """Go on with a calibration from before, where there is one."""
        if calibration is not None:
            self.calibrator.use(calibration)
            self.calibration = calibration
            self._leg.calibrate(calibration)

    def next_cut(self, block: PairBlock, start: int, event_ns: int | None) -> int:
        """Where the next rows end: at a step of the calibrator, or before an event."""
        step = self.calibrator.step_rows
        stop = min(len(block), start + step - self._row % step) if self._looking else len(block)
        if event_ns is not None:
            before = int(np.searchsorted(block.aligned.t_ns, event_ns))
            stop = min(stop, max(before, start + 1))
        return stop

    def push(self, block: PairBlock) -> LegBlock:
        """Take the next rows in."""
        leg = self._last = self._leg.push(block)
        self.trace.push(leg)
        if self.engine is not None:
            self.engine.push(leg, block.impacts)
        self._row += len(block)
        if self._looking:
            self._look(motion_of(block))
        return leg

    @property
    def _looking(self) -> bool:
        return self.calibrator.active or self._keep_motion

    def _look(self, motion: Motion) -> None:
        """Let the calibrator look at each full step."""
        self._step.append(motion)
        if self._row % self.calibrator.step_rows:
            return
        step, self._step = Motion.join(self._step), []
        if self._keep_motion:
            self.motion.append(step.thinned(self.calibrator.thinning))
        if self.calibrator.active and len(step) > 1:      # a request may have come just before the last row
            found, self._status = self.calibrator.push(step), None
            if found is not None:
                if self.calibration is None or not found.completes(self.calibration):
                    self._leg.calibrate(found, seen_until_now=True)
                self.calibration = found

    def calibration_status(self, now_ns: int) -> CalibrationStatus:
        """What is known of the calibration now; it fits no longer once a strap has slipped."""
        if self.calibration is not None and not self.calibrator.active and not self.calibrator.refused:
            status = status_of(self.calibration, now_ns * 1e-9)
        else:
            status = self._status = self._status or self.calibrator.status()
        gone = [problem for problem in self.strap_problems() if problem.severity is Severity.PROBLEM]
        if status.state is CalibrationState.GOOD and gone:
            return replace(status, state=CalibrationState.POOR, sentence=gone[0].sentence)
        return status

    def knee_now(self, now_ns: int) -> KneeNow:
        """The newest angle; one that is stale is not valid."""
        last = self._last
        if last is None:
            return no_knee()
        age_ns = now_ns - int(last.t_ns[-1])
        stale = age_ns > STALE_NS
        valid = bool(last.valid[-1]) and not stale
        reason = Reason.NO_DATA if stale else Reason(int(last.reason[-1]))
        return KneeNow(float(last.flexion_deg[-1]) if valid else 0.0,
                       float(last.sigma_deg[-1]) if valid else 0.0, valid, reason, age_ns * 1e-9)

    def posture_now(self) -> Posture:
        """The newest posture."""
        return Posture(int(self._last.posture[-1])) if self._last is not None else Posture.UNKNOWN

    def strap_problems(self) -> list[Problem]:
        """What the fit of the straps does to the numbers."""
        return self._leg.knee.strap.problems() if self._leg.knee is not None else []
