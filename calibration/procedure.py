"""The guided calibration: a still pose, straight-leg swings, knee bends; each step judged as it happens."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from calibration.assemble import assemble
from calibration.fit_checks import check_upright, check_worn
from calibration.hinge_axis import moving
from calibration.model import Calibration, CalibrationError, CalibrationReason, Motion, Variant
from calibration.rotation import Floats, conjugate, dot, rotate
from calibration.still_pose import StillPose, still_poses, unrest

STILL_S = 5.0
SWINGS = 3
BENDS = 4
SWING_DEG, SWUNG_BACK_DEG = 12.0, 7.0
BEND_DEG, BENT_BACK_DEG = 35.0, 15.0
PATIENCE_S = 25.0           # after that a step's instruction says what is missing
FIT_RATE_HZ = 40.0          # fitting reads the motion at about this rate


class Step(StrEnum):
    STILL = "still"
    SWINGS = "swings"
    BENDS = "bends"
    DONE = "done"


INSTRUCTIONS = {
    (Step.STILL, Variant.STANDING): "Stand still with the knee straight",
    (Step.STILL, Variant.LYING): "Lie still on your back with the knee straight",
    (Step.SWINGS, Variant.STANDING): "Swing the straight leg forward and back, three times",
    (Step.SWINGS, Variant.LYING): "Lift and lower the straight leg, three times",
    (Step.BENDS, Variant.STANDING): "Bend the knees slowly and come up again, four times",
    (Step.BENDS, Variant.LYING): "Slide the heel towards you and back slowly, four times",
    (Step.DONE, Variant.STANDING): "Calibrated",
    (Step.DONE, Variant.LYING): "Calibrated",
}
MISSING = {
    Step.STILL: "Still moving: keep both legs quiet for five seconds",
    Step.SWINGS: "No swings seen: swing the leg that wears the sensors, from the hip",
    Step.BENDS: "The knee hardly bent: bend it further, slowly and straight ahead",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the procedure stands; `progress`, `stillness` and `movement` run from 0 to 1."""

    step: Step
    sentence: str
    progress: float
    stillness: float
    movement: float


@dataclass(slots=True)
class Procedure:
    """Feed it motion; it moves from step to step and ends with a calibration or asks for a step again.

    `right_leg` and `declared` (the housings say how they are worn) decide which fit checks apply.
    """

    variant: Variant
    right_leg: bool
    declared: bool
    step: Step = Step.STILL
    calibration: Calibration | None = None
    refusal: CalibrationError | None = None
    pose: StillPose | None = None
    counted: int = 0
    away: bool = False
    stillness: float = 0.0
    tilt_deg: float = 0.0
    step_from_s: float | None = None
    parts: list[Motion] = field(default_factory=list)

    def push(self, part: Motion) -> None:
        """Take the next stretch of motion in, half a second or so at a time."""
        if self.step is Step.DONE or not len(part):
            return
        self.parts.append(part)
        self.step_from_s = float(part.t_s[0]) if self.step_from_s is None else self.step_from_s
        level = unrest(part)
        self.stillness = float(np.clip(1.5 - level[-1], 0.0, 1.0)) if len(level) else 0.0
        if self.step is Step.STILL:
            self._look_for_rest()
        else:
            self._count(part)

    def redo(self) -> None:
        """Begin the present step again."""
        self._go(self.step if self.step is not Step.DONE else Step.STILL)

    def progress(self) -> Progress:
        """What to show now."""
        wanted = {Step.STILL: 1, Step.SWINGS: SWINGS, Step.BENDS: BENDS, Step.DONE: 1}[self.step]
        done = self.step is Step.DONE
        still = self.stillness if self.step is Step.STILL else float(done)
        far = BEND_DEG if self.step is Step.BENDS else SWING_DEG
        moved = 0.0 if self.step is Step.STILL else min(1.0, self.tilt_deg / far)
        part = min(1.0, self._rested_s() / STILL_S) if self.step is Step.STILL else self.counted / wanted
        return Progress(self.step, self._sentence(), 1.0 if done else min(1.0, part), still, moved)

    def _sentence(self) -> str:
        if self.refusal is not None:
            return str(self.refusal)
        waited = self.parts and self.step_from_s is not None and (
            float(self.parts[-1].t_s[-1]) - self.step_from_s > PATIENCE_S)
        return MISSING[self.step] if waited and self.step in MISSING else (
            INSTRUCTIONS[self.step, self.variant])

    def _rested_s(self) -> float:
        poses = still_poses(_joined(self.parts), 0.5) if self.parts else []
        if not poses or poses[-1].to_s < float(self.parts[-1].t_s[-1]) - 1.0:
            return 0.0
        return poses[-1].duration_s

    def _look_for_rest(self) -> None:
        poses = still_poses(_joined(self.parts), STILL_S - 0.25)
        if not poses:
            return
        try:
            if self.declared:
                check_upright(poses[-1], self.variant)
        except CalibrationError as refusal:
            self._refuse(refusal)
            return
        self.refusal = None
        self.pose = poses[-1]
        self._go(Step.SWINGS)

    def _count(self, part: Motion) -> None:
        """Count movements away from the still pose and back."""
        far, near = (SWING_DEG, SWUNG_BACK_DEG) if self.step is Step.SWINGS else (BEND_DEG, BENT_BACK_DEG)
        for tilt in self._tilts(part).tolist():
            self.tilt_deg = tilt
            if self.away and tilt < near:
                self.counted += 1
            self.away = tilt > (near if self.away else far)
        if self.step is Step.SWINGS and self.counted >= SWINGS:
            self._go(Step.BENDS, keep=True)
        elif self.step is Step.BENDS and self.counted >= BENDS and not self.away:
            self._finish()

    def _tilts(self, part: Motion) -> Floats:
        """(n,) the larger tilt of both segments away from the still pose, from gravity."""
        assert self.pose is not None
        up = np.array((0.0, 0.0, 1.0))
        cosines = [dot(rotate(conjugate(quat), up), rest) for quat, rest in (
            (part.thigh_quat, self.pose.thigh_up), (part.shank_quat, self.pose.shank_up))]
        tilts: Floats = np.degrees(np.arccos(np.clip(np.minimum(*cosines), -1.0, 1.0)))
        return tilts

    def _finish(self) -> None:
        assert self.pose is not None
        motion = _joined(self.parts)
        motion = motion.thinned(max(1, round(motion.rate_hz / FIT_RATE_HZ)))
        try:
            calibration = assemble(motion, self.pose, moving(motion), self.variant, "guided")
            if self.declared:
                check_worn(calibration, self.right_leg)
        except CalibrationError as refusal:
            self._refuse(refusal)
            return
        self.calibration, self.refusal = calibration, None
        self._go(Step.DONE, keep=True)

    def _refuse(self, refusal: CalibrationError) -> None:
        self.refusal = refusal
        self._go(Step.BENDS if refusal.step == "movement" and self.pose else Step.STILL)

    def _go(self, step: Step, keep: bool = False) -> None:
        """Enter a step; the data of the still pose stays, because the fit needs it."""
        self.step, self.counted, self.away, self.step_from_s = step, 0, False, None
        if step is Step.STILL:
            self.parts, self.pose = [], None
        elif not keep and self.pose is not None:
            self.parts = [_joined(self.parts).between(self.pose.from_s, self.pose.to_s + 1e-6)]


def sensor_missing() -> CalibrationError:
    """The refusal when one sensor was silent for part of the procedure."""
    return CalibrationError(CalibrationReason.SENSOR_MISSING,
                            "One sensor was silent for a while; check that both are on, then repeat this "
                            "step.", "still")


def _joined(parts: list[Motion]) -> Motion:
    if len(parts) > 1:
        parts[:] = [Motion.join(parts)]
    return parts[0]
