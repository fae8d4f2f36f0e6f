"""When to sound: what changed between two moments that a patient should hear."""

from __future__ import annotations

from monitor.dashboard.sounds import Cue
from monitor.snapshot import ExerciseProgress, Severity, Snapshot


class Cues:
    """Turns one snapshot after another into sounds and counts."""

    def __init__(self) -> None:
        self._before: Snapshot | None = None

    def push(self, snapshot: Snapshot) -> tuple[list[Cue], str]:
        """The sounds of this moment and a number to speak (or nothing)."""
        before, self._before = self._before, snapshot
        if before is None:
            return [], ""
        cues = [Cue.PROBLEM] if _problems(snapshot) - _problems(before) else []
        if snapshot.paused != before.paused:
            cues.append(Cue.PAUSE if snapshot.paused else Cue.GO_ON)
        now, then = snapshot.exercise, before.exercise
        if now is None or then is None or _set(now) != _set(then):
            return ([*cues, Cue.STEP] if now is not None and now.exercise != _name(then) else cues), ""
        count = str(now.reps_counted) if now.reps_counted > then.reps_counted else ""
        return cues + _of_exercise(then, now), count


def _of_exercise(then: ExerciseProgress, now: ExerciseProgress) -> list[Cue]:
    if now.reps_counted > then.reps_counted:
        return [Cue.COUNTED]
    if now.phase == "holding" and then.phase != "holding":
        return [Cue.TARGET]
    if now.phase == "holding" and int(now.hold_s) > int(then.hold_s):
        return [Cue.HOLD]
    return []


def _name(exercise: ExerciseProgress | None) -> str:
    return exercise.exercise if exercise is not None else ""


def _set(exercise: ExerciseProgress) -> tuple[str, int]:
    return exercise.exercise, exercise.set_number


def _problems(snapshot: Snapshot) -> set[str]:
    return {p.id for p in snapshot.problems if p.severity is not Severity.INFO}
