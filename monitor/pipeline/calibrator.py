"""Calibration as the data comes: guided when somebody asks for it, else found in what has been seen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from calibration.automatic import calibrate_automatically
from calibration.model import Calibration, CalibrationError, Motion, Variant
from calibration.procedure import FIT_RATE_HZ, Procedure, Step
from monitor.snapshot import CalibrationState, CalibrationStatus
from monitor.values import SessionEvent, Side

STEP_S = 0.5                 # the stream is looked at in steps of this length, whatever its packets' sizes
FIRST_TRY_S = 10.0
TRY_AGAIN = 1.5              # each further search waits for half as much data again
REMEMBERED_S = 180.0
MISSING = "Not calibrated: stand still with the knee straight, then bend it a few times"


@dataclass(slots=True)
class Calibrator:
    """Watches one leg's stream; `push` returns a calibration whenever there is a new one.

    `automatic` allows calibrating without a guide, from the last minutes.
    """

    side: Side
    rate_hz: float
    declared: bool = False
    automatic: bool = True
    procedure: Procedure | None = None
    calibration: Calibration | None = None
    guided: bool = False                 # somebody has asked for the procedure
    settled: bool = False                # more data would hardly better what was found
    now_s: float = 0.0
    _seen: list[Motion] = field(default_factory=list)
    _seen_s: float = 0.0
    _next_try_s: float = FIRST_TRY_S
    refused: str = ""                    # why a calibration from before is not used
    _why_not: str = ""

    @property
    def step_rows(self) -> int:
        """How many rows belong to one step."""
        return max(1, round(STEP_S * self.rate_hz))

    @property
    def thinning(self) -> int:
        """Of how many rows fitting needs only one."""
        return max(1, round(self.rate_hz / FIT_RATE_HZ))

    def command(self, event: SessionEvent) -> None:
        """Start, repeat or cancel the procedure, as a calibration event asks."""
        action, self.refused = event.detail.get("action"), ""
        if action == "start":
            variant = Variant(event.detail.get("variant", Variant.STANDING))
            self.procedure = Procedure(variant, self.side is Side.RIGHT, self.declared)
            self.guided = True
            self._seen = []
        elif action == "redo" and self.procedure is not None:
            self.procedure.redo()
        elif action == "skip" and self.procedure is not None:
            self.procedure.skip()
        if action == "cancel" or (self.procedure is not None and self.procedure.step is Step.DONE):
            self.procedure = None
            self.guided = self.calibration is not None and self.calibration.source == "guided"

    def use(self, calibration: Calibration) -> None:
        """Go on with a calibration from before, as with one that a person has just made."""
        self.procedure, self.calibration, self.guided = None, calibration, True

    @property
    def active(self) -> bool:
        """Whether the stream has to be watched at all."""
        return self.procedure is not None or (self.automatic and not self.guided and not self.settled)

    def push(self, motion: Motion) -> Calibration | None:
        """Take the next step's rows in; a new calibration holds from the row after them."""
        self.now_s = float(motion.t_s[-1])
        found = self._guide(self.procedure, motion) if self.procedure is not None else self._search(motion)
        if found is not None:
            self.calibration, self.refused = found, ""
        return found

    def _guide(self, procedure: Procedure, motion: Motion) -> Calibration | None:
        before = procedure.calibration
        procedure.push(motion)
        if procedure.step is Step.DONE:
            self.procedure = None
        return procedure.calibration if procedure.calibration is not before else None

    def _search(self, motion: Motion) -> Calibration | None:
        self._seen.append(motion.thinned(self.thinning))
        self._seen_s += len(motion) / self.rate_hz
        if self._seen_s < self._next_try_s:
            return None
        self._next_try_s = self._seen_s * TRY_AGAIN
        self._seen = [Motion.join(self._seen).between(self.now_s - REMEMBERED_S, self.now_s + 1.0)]
        try:
            found = calibrate_automatically(self._seen[0], declared=self.declared)
        except CalibrationError as reason:
            self._why_not = str(reason)
            return None
        self._why_not = ""
        if self.calibration is not None and _surer(self.calibration, found):
            return None
        self.settled = self._seen_s >= SETTLED_S and _settled(found)
        return found

    def status(self) -> CalibrationStatus:
        """What the screen says about calibration now."""
        if self.procedure is not None:
            return self._running(self.procedure)
        if self.refused:
            return CalibrationStatus(CalibrationState.REFUSED, self.refused)
        if self.calibration is None:
            return CalibrationStatus(CalibrationState.MISSING, self._why_not or MISSING)
        return status_of(self.calibration, self.now_s)

    def _running(self, procedure: Procedure) -> CalibrationStatus:
        progress = procedure.progress()
        if procedure.step is Step.TAPS and procedure.calibration is not None:      # it holds already
            return replace(status_of(procedure.calibration, self.now_s), step=progress.step,
                           sentence=progress.sentence, progress=progress.progress)
        refused = procedure.refusal is not None
        return CalibrationStatus(
            CalibrationState.REFUSED if refused else CalibrationState.RUNNING, progress.sentence,
            step=progress.step, progress=progress.progress, stillness=progress.stillness,
            movement=progress.movement, source="guided")


SETTLED_S = 60.0             # a hinge found from one squat was up to 17 degrees off, after a minute a few
SETTLED_SIGMA_DEG, SETTLED_REPEATABILITY_DEG = 12.0, 5.0
SETTLED_RANGE_DEG, SETTLED_STILL_S = 60.0, 4.0


def _settled(calibration: Calibration) -> bool:
    """Whether all that a calibration rests on has been seen: a later one would only move the zero about."""
    quality = calibration.quality
    return (max(calibration.thigh.hinge_sigma_deg, calibration.shank.hinge_sigma_deg) < SETTLED_SIGMA_DEG
            and quality.repeatability_deg < SETTLED_REPEATABILITY_DEG
            and calibration.zero_sigma_deg < MOST_ZERO_SIGMA_DEG
            and quality.range_deg > SETTLED_RANGE_DEG and quality.still_s > SETTLED_STILL_S)


GOOD_REPEATABILITY_DEG = 8.0
GOOD_RESIDUAL_DEG = 12.0
MOST_ZERO_SIGMA_DEG = 3.0        # of a rest of half a second
DOUBTFUL_ZERO = "Zero uncertain: stand still with the knee straight, then do a few squats"


def _good(calibration: Calibration) -> bool:
    """Whether the hinge came out alike each time and explains what the knee did."""
    quality = calibration.quality
    return quality.repeatability_deg <= GOOD_REPEATABILITY_DEG and quality.residual_deg <= GOOD_RESIDUAL_DEG


def _surer(one: Calibration, other: Calibration) -> bool:
    """Whether the hinge of the one, or its zero, is good and that of the other is not."""
    return (_good(one) > _good(other)
            or one.zero_sigma_deg <= MOST_ZERO_SIGMA_DEG < other.zero_sigma_deg)


def status_of(calibration: Calibration, now_s: float) -> CalibrationStatus:
    """How a calibration is to be spoken of, `now_s` on the clock of its data."""
    quality, good = calibration.quality, _good(calibration)
    sentence = "Fit good" if good else "Fit uncertain: tighten the straps and calibrate again"
    if calibration.zero_sigma_deg > MOST_ZERO_SIGMA_DEG:
        good, sentence = False, DOUBTFUL_ZERO
    return CalibrationStatus(
        CalibrationState.GOOD if good else CalibrationState.POOR, sentence, source=calibration.source,
        age_s=max(0.0, now_s - calibration.to_s),
        quality=(("repeatability_deg", quality.repeatability_deg), ("residual_deg", quality.residual_deg),
                 ("range_deg", quality.range_deg), ("still_s", quality.still_s),
                 *((("clocks_apart_ms", calibration.clock.skew_ms),) if calibration.clock else ())))
