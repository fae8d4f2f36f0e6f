"""The guided calibration: a still pose, straight-leg swings, knee bends; each step judged as it happens.

At its end stands a step that may be left out: both sensors are tapped at once, for their clocks.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from calibration.assemble import assemble
from calibration.fit_checks import check_upright, check_worn
from calibration.hinge_axis import moving
from calibration.interruption import Interruption
from calibration.model import Calibration, CalibrationError, CalibrationReason, Motion, Variant
from calibration.rotation import Floats, conjugate, dot, rotate
from calibration.still_pose import StillPose, still_poses, unrest
from calibration.taps import clock_check, find_taps

STILL_S = 5.0
SWINGS = 3
BENDS = 4
SWING_DEG, SWUNG_BACK_DEG = 12.0, 7.0
BEND_DEG, BENT_BACK_DEG = 35.0, 15.0
TAPS = 3
TAPS_PATIENCE_S = 8.0       # without a tap nobody means to tap
MOVED_AFTER_S = 2.0         # a rest of this length that ends too early was meant to be the still pose
PATIENCE_S = 25.0           # after that a step's instruction says what is missing
FIT_RATE_HZ = 40.0          # fitting reads the motion at about this rate


class Step(StrEnum):
    STILL = "still"
    SWINGS = "swings"
    BENDS = "bends"
    TAPS = "taps"
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
TAP = "If you like, tap both sensors at the same time, three times: that checks their clocks"
MISSING = {
    Step.STILL: "Still moving: keep both legs quiet for five seconds",
    Step.SWINGS: "No swings seen: swing the leg that wears the sensors, from the hip",
    Step.BENDS: "The knee hardly bent: bend it further, slowly and straight ahead",
}
WORN_WRONGLY = (CalibrationReason.UPSIDE_DOWN, CalibrationReason.SWAPPED, CalibrationReason.WRONG_LEG)


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

    `right_leg` and `declared` (the housings say how they are worn) decide which fit checks apply. The
    calibration stands before the taps, and is completed by them.
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
    rested_s: float = 0.0
    step_from_s: float | None = None
    parts: dict[Step, list[Motion]] = field(default_factory=dict)
    interruption: Interruption = field(default_factory=lambda: Interruption(Step.STILL))

    def push(self, part: Motion) -> None:
        """Take the next stretch of motion in, half a second or so at a time."""
        if self.step is Step.DONE or len(part) < 2:
            return
        self.parts.setdefault(self.step, []).append(part)
        self.step_from_s = float(part.t_s[0]) if self.step_from_s is None else self.step_from_s
        level = unrest(part)
        self.stillness = float(np.clip(1.5 - level[-1], 0.0, 1.0)) if len(level) else 0.0
        try:
            if self.step is not Step.TAPS:
                self.interruption.push(part, part.rate_hz)
            self._follow(part)
        except CalibrationError as refusal:
            self.refusal = refusal
            self._go(Step(refusal.step) if self.pose else Step.STILL)

    def _follow(self, part: Motion) -> None:
        if self.step is Step.STILL:
            self._look_for_rest()
        elif self.step is Step.TAPS:
            self._listen(part)
        else:
            self._count(part)

    def redo(self) -> None:
        """Begin the present step again."""
        self._go(self.step if self.step is not Step.DONE else Step.STILL)

    def skip(self) -> None:
        """Leave the taps out; no other step can be."""
        if self.step is Step.TAPS:
            self._go(Step.DONE)

    def progress(self) -> Progress:
        """What to show now."""
        wanted = {Step.STILL: 1, Step.SWINGS: SWINGS, Step.BENDS: BENDS, Step.TAPS: TAPS, Step.DONE: 1}
        done = self.step is Step.DONE
        still = self.stillness if self.step in (Step.STILL, Step.TAPS) else float(done)
        far = BEND_DEG if self.step is Step.BENDS else SWING_DEG
        moved = 0.0 if self.step is Step.STILL else min(1.0, self.tilt_deg / far)
        part = self.rested_s / STILL_S if self.step is Step.STILL else self.counted / wanted[self.step]
        return Progress(self.step, self._sentence(), 1.0 if done else min(1.0, part), still, moved)

    def _sentence(self) -> str:
        if self.refusal is not None:
            return str(self.refusal)
        if self.step is Step.TAPS:
            return TAP
        waited = self._waited_s() > PATIENCE_S and self.step in MISSING
        return MISSING[self.step] if waited else INSTRUCTIONS[self.step, self.variant]

    def _waited_s(self) -> float:
        parts = self.parts.get(self.step)
        return float(parts[-1].t_s[-1]) - self.step_from_s if parts and self.step_from_s is not None else 0.0

    def _look_for_rest(self) -> None:
        motion = _joined(self.parts[Step.STILL])
        before, poses = self.rested_s, still_poses(motion, 0.5)
        resting = bool(poses) and poses[-1].to_s >= float(motion.t_s[-1]) - 1.0
        self.rested_s = poses[-1].duration_s if resting else 0.0
        if self.rested_s < min(before, MOVED_AFTER_S) and self.refusal is None:
            self.refusal = CalibrationError(
                CalibrationReason.MOVED, "The leg moved too early; keep still again with the knee straight, "
                "for five seconds.", Step.STILL)
        elif self.rested_s >= MOVED_AFTER_S:
            self._under_way()
        if self.rested_s >= STILL_S - 0.25:
            if self.declared:
                check_upright(poses[-1], self.variant)
            if self.refusal is not None and self.refusal.reason is CalibrationReason.UPSIDE_DOWN:
                self.refusal = None
            self._under_way()
            self.pose = poses[-1]
            self.parts[Step.STILL] = [motion.between(self.pose.from_s, self.pose.to_s + 1e-6)]
            self._go(Step.SWINGS)

    def _under_way(self) -> None:
        """A step that had to be repeated is; how the sensors are worn has to be seen again first.

        That they are upside-down, the rest shows; that they are swapped, only all of the movement.
        """
        if self.refusal is not None and self.refusal.reason not in WORN_WRONGLY:
            self.refusal = None

    def _count(self, part: Motion) -> None:
        """Count movements away from the still pose and back."""
        far, near = (SWING_DEG, SWUNG_BACK_DEG) if self.step is Step.SWINGS else (BEND_DEG, BENT_BACK_DEG)
        for tilt in self._tilts(part).tolist():
            self.tilt_deg = tilt
            if self.away and tilt < near:
                self.counted += 1
                self._under_way()
            self.away = tilt > (near if self.away else far)
        if self.step is Step.SWINGS and self.counted >= SWINGS:
            self._go(Step.BENDS)
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
        motion = Motion.join([_joined(self.parts[step]) for step in (Step.STILL, Step.SWINGS, Step.BENDS)])
        motion = motion.thinned(max(1, round(motion.rate_hz / FIT_RATE_HZ)))
        calibration = assemble(motion, self.pose, moving(motion), self.variant, "guided")
        if self.declared:
            check_worn(calibration, self.right_leg)
        self.calibration, self.refusal = calibration, None
        self._go(Step.TAPS)

    def _listen(self, part: Motion) -> None:
        """Wait for taps until nobody taps any more, or moves on."""
        assert self.calibration is not None
        self.tilt_deg = float(self._tilts(part).max())
        taps_s = find_taps(_joined(self.parts[Step.TAPS]))
        self.counted = len(taps_s)
        since_s = float(part.t_s[-1]) - taps_s[-1][0] if taps_s else self._waited_s()
        if self.counted >= TAPS or self.tilt_deg > BEND_DEG or since_s > TAPS_PATIENCE_S:
            self.calibration = replace(self.calibration, clock=clock_check(taps_s))
            self._go(Step.DONE)

    def _go(self, step: Step) -> None:
        """Enter a step; what the steps before it saw stays, because the fit needs it."""
        self.step, self.counted, self.away, self.step_from_s = step, 0, False, None
        self.parts = {before: parts for before, parts in self.parts.items() if _ORDER[before] < _ORDER[step]}
        self.interruption = Interruption(step)
        if step is Step.STILL:
            self.pose, self.rested_s = None, 0.0


_ORDER = {step: place for place, step in enumerate(Step)}


def _joined(parts: list[Motion]) -> Motion:
    if len(parts) > 1:
        parts[:] = [Motion.join(parts)]
    return parts[0]
