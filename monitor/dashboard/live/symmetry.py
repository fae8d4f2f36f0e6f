"""Left against right, at a glance: of the newest exercise that both legs have done."""

from __future__ import annotations

from statistics import fmean

from monitor.dashboard.look.overlay import symmetry_percent
from monitor.results import ExerciseSet
from monitor.snapshot import Snapshot
from monitor.values import Side


def live_symmetry(snapshot: Snapshot) -> tuple[str, float] | None:
    """The exercise, and the left leg's mean range in percent of the right one's; None before both did one."""
    for newest in reversed(snapshot.sets if snapshot.legs else ()):
        moved = {side: _ranges(snapshot.sets, newest.exercise, side) for side in Side}
        if all(moved.values()):
            percent = symmetry_percent(fmean(moved[Side.LEFT]), fmean(moved[Side.RIGHT]))
            return None if percent is None else (newest.exercise, percent)
    return None


def _ranges(sets: tuple[ExerciseSet, ...], exercise: str, side: Side) -> list[float]:
    """Of the counted repetitions of the leg's newest set of an exercise."""
    done = [one for one in sets if one.exercise == exercise and one.side is side]
    reps = [rep for rep in done[-1].reps if rep.counted] if done else []
    return [rep.measures.get("range_deg", rep.peak_deg) for rep in reps]
