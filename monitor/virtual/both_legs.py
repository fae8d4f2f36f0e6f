"""The course of movement of both legs: what they do together, and what each does while the other rests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace

import numpy as np

from monitor.values import Legs, Side
from monitor.virtual.motions import EXERCISES
from monitor.virtual.motions.calibration import Calibration
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import POSTURES, Pose
from monitor.virtual.script import Move, Script

TOGETHER = frozenset({
    "quad_set", "bridge", "squat", "wall_squat", "sit_to_stand", "heel_raise", "leg_press", "double_leg_hop",
    "walking", "stair_climbing", "stationary_bike", "stand", "sit", "lie_supine", "tap", "daily_activity"})
EVENTS = ("exercises", "landings", "calibrations", "taps")      # what a leg does itself, posture apart

Follow = Callable[[Move], Move]
"""What the other leg does while one makes a move."""


class Course:
    """What each leg that wears sensors does; exercises of one leg are done with each in turn."""

    def __init__(self, legs: Legs, seed: int) -> None:
        self.scripts = {side: Script(np.random.default_rng([seed, 0, *[1] * number]))
                        for number, side in enumerate(legs.sides)}

    @property
    def now_s(self) -> float:
        """How long it is."""
        return next(iter(self.scripts.values())).now_s

    def perform(self, spec: Spec) -> None:
        """Do one item after all others."""
        exercise = EXERCISES[spec.name]
        if len(self.scripts) == 1:
            for script in self.scripts.values():
                exercise.perform(script, spec)
        elif isinstance(exercise, Calibration):
            self._calibrate(exercise, spec)
        elif spec.name in TOGETHER:
            self._lead(Side.LEFT, lambda script: exercise.perform(script, spec), mirrored)
        else:
            for side in self.scripts:
                self._lead(side, lambda script: _turned_back(script, exercise.perform, spec))

    def take_moves(self) -> Sequence[tuple[Move, ...]]:
        """The moves so far, each with what the other leg does meanwhile, taken out of the scripts."""
        taken = list(zip(*(script.moves for script in self.scripts.values()), strict=True))
        for script in self.scripts.values():
            script.moves = []
        return taken

    def finish(self) -> None:
        """Nothing more will be done."""
        for script in self.scripts.values():
            script.truth["postures"][-1]["end_s"] = script.now_s

    def _calibrate(self, guided: Calibration, spec: Spec) -> None:
        """Still and bending together, swinging in turn; one request serves both legs."""
        self._lead(Side.LEFT, guided.keep_still, mirrored)
        start_s = self.now_s - guided.still_s
        for side in self.scripts:
            self._lead(side, guided.swing)
        bends_s = self.now_s
        self._lead(Side.LEFT, lambda script: guided.bend(script, spec.reps), mirrored)
        for script in self.scripts.values():
            guided.note(script, start_s, bends_s)

    def _lead(self, side: Side, act: Callable[[Script], None], follow: Follow | None = None) -> None:
        """Let one leg act and the other follow, or rest where it does not follow."""
        leader = self.scripts[side]
        other = next(script for leg, script in self.scripts.items() if leg is not side)
        moves, events = len(leader.moves), {name: len(leader.truth[name]) for name in EVENTS}
        act(leader)
        for move in leader.moves[moves:]:
            done = follow(move) if follow is not None else resting(move, other.pose)
            other.go(done.pose, done.duration_s, done.overlay)
        other.posture, other.truth["postures"] = leader.posture, deepcopy(leader.truth["postures"])
        for name in EVENTS if follow is not None else ():
            other.truth[name] += deepcopy(leader.truth[name][events[name]:])


def mirrored(move: Move) -> Move:
    """The same movement of the other leg; a body that on this leg's side is on that one's other side."""
    return replace(move, pose=_turned(move.pose))


def resting(move: Move, pose: Pose) -> Move:
    """Take part in changes of posture, else stay in `pose`."""
    joins = move.pose in POSTURES.values() and move.overlay is None
    return Move(_turned(move.pose) if joins else pose, move.duration_s)


def _turned(pose: Pose) -> Pose:
    return replace(pose, roll=-pose.roll, heading=-pose.heading)


def _turned_back(script: Script, perform: Callable[[Script, Spec], None], spec: Spec) -> None:
    """An exercise on the side is left lying on the back, for the other leg is not on top yet."""
    perform(script, spec)
    if script.posture == "side_leg_up":
        script.take("supine")
