"""Both legs in one session: two sessions of one leg each, side by side, from the same inputs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from calibration.procedure import Step
from calibration.saved import SavedCalibration
from monitor.session.core import Output, Session
from monitor.snapshot import CalibrationState, CalibrationStatus, Problem, Snapshot
from monitor.values import Input, Legs, Side

LAGGING = (CalibrationState.REFUSED, CalibrationState.RUNNING, CalibrationState.MISSING,
           CalibrationState.POOR, CalibrationState.GOOD)      # what comes first is what is left to do
STEPS = tuple(Step)
COMMON = ("event", "prescription", "exercise", "pain", "bluetooth")     # not of one leg's sensors alone
AT_WORK = ("lifting", "holding", "lowering")
TOGETHER_S = 3.0      # legs that move at the same time do not end each movement at the same instant


def session_of(legs: Legs, **how: Any) -> Session | BothLegs:
    """A session of one leg, or of both; `how` is what `Session` takes."""
    return BothLegs(**how) if legs is Legs.BOTH else Session(legs.sides[0], **how)


def documents(session: Session | BothLegs) -> dict[str, str]:
    """What is kept with a recording of the session: each leg's calibration, JSON by name."""
    return {calibration_document(Side(saved.wearer.side)): json.dumps(saved.to_json(), indent=1)
            for saved in session.saved()}


def calibration_document(side: Side) -> str:
    """The name under which a leg's calibration is kept with a recording."""
    return f"calibration_{side}.json"


class BothLegs:
    """Every input goes to both legs' sessions, and each takes what concerns its own leg.

    So each leg's results are, bit for bit, those of its own session fed with the whole recording.
    """

    def __init__(self, **how: Any) -> None:
        self.sessions = tuple(Session(side, paired=True, **how) for side in Side)

    def push(self, inputs: Sequence[Input]) -> Output:
        """Take the next inputs in; returns every row that they complete, the left leg's first."""
        return Output(tuple(block for session in self.sessions for block in session.push(inputs).blocks))

    def saved(self) -> tuple[SavedCalibration, ...]:
        """The calibrations in use, for later."""
        return tuple(one for session in self.sessions for one in session.saved())

    def finish(self) -> None:
        """The recording is over."""
        for session in self.sessions:
            session.finish()

    def snapshot(self) -> Snapshot:
        """This moment of both legs, for the screen."""
        return both_in_one(tuple(session.snapshot() for session in self.sessions))


def both_in_one(legs: tuple[Snapshot, ...]) -> Snapshot:
    """The moment of both legs out of the left and the right one's."""
    return replace(
        leading(legs), legs=legs, sensors=tuple(sensor for leg in legs for sensor in leg.sensors),
        calibration=lagging_calibration(legs), problems=problems_of(legs),
        sets=tuple(sorted((one for leg in legs for one in leg.sets), key=lambda one: one.start_s)),
        landings=tuple(sorted((one for leg in legs for one in leg.landings), key=lambda one: one.t_s)),
        balance=tuple(sorted((one for leg in legs for one in leg.balance), key=lambda one: one.start_s)))


def leading(legs: tuple[Snapshot, ...]) -> Snapshot:
    """The leg that exercises, or did last; the left one where neither or both do."""
    left, right = legs
    return right if _moved_s(right) > _moved_s(left) + TOGETHER_S else left


def _moved_s(leg: Snapshot) -> float:
    """When the leg was last at work, seconds from the session's start."""
    exercise = leg.exercise
    if exercise is None:
        return 0.0
    return leg.t_s if exercise.phase in AT_WORK else exercise.reps[-1].end_s if exercise.reps else 0.0


def lagging_calibration(legs: tuple[Snapshot, ...]) -> CalibrationStatus:
    """The calibration of the leg that is not as far as the other; it says which leg where that matters."""
    behind, ahead = sorted(legs, key=lambda leg: _reached(leg.calibration))
    status = behind.calibration
    if (status.state, status.step) == (ahead.calibration.state, ahead.calibration.step):
        return status
    return replace(status, sentence=of_leg(behind.side, status.sentence))


def _reached(status: CalibrationStatus) -> tuple[int, int, float]:
    step = STEPS.index(Step(status.step)) if status.step in list(Step) else 0
    return LAGGING.index(status.state), step, status.progress


def problems_of(legs: tuple[Snapshot, ...]) -> tuple[Problem, ...]:
    """What is wrong on either leg, saying which; what people did wrong is said once."""
    common = [problem for problem in legs[0].problems if problem in legs[1].problems and problem.id in COMMON]
    own = [replace(problem, id=_id_of(leg.side, problem.id), sentence=of_leg(leg.side, problem.sentence))
           for leg in legs for problem in leg.problems if problem not in common]
    return (*common, *own)


def _id_of(side: Side, name: str) -> str:
    return name if name in COMMON or name.startswith(f"{side}_") else f"{side}_{name}"


def of_leg(side: Side, sentence: str) -> str:
    """A sentence that says which leg it is about."""
    return f"{side.capitalize()} leg: {sentence}"
