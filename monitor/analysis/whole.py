"""A whole recording through the very same session as live, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path

from monitor.analysis.findings import Analysis, KneeTotals
from monitor.analysis.passes import Report
from monitor.analysis.run import begin
from monitor.errors import PrescriptionError
from monitor.leg import Floats, Ints, LegBlock
from monitor.recording.reader import Recording, open_recording
from monitor.smoothing import smooth_knee
from monitor.values import Side


def analyze(source: Path | Recording, *, side: Side | None = None, calibration: str = "recording",
            saved: Path | None = None, exercise: str | None = None, smooth: bool = False,
            progress: Report = lambda _: None, each: Callable[[LegBlock], None] = lambda _: None) -> Analysis:
    """Analyse one leg of a recording.

    Raises `RecordingError`, also for a leg that wears no sensors in it, `PrescriptionError` for an exercise
    nobody knows, and `PatellaError` for a saved calibration that is another's.

    Args:
        source: the recording, or where it lies.
        side: the leg; where None the recording's, the left one of both.
        calibration: "recording" looks for a calibration in the whole file where nobody guided one,
            "live" uses only what had been seen by then.
        saved: a calibration from before to use instead, in a file of its own or kept with a recording.
        exercise: fixes the exercise for the whole recording.
        smooth: also estimate with hindsight.
        progress: told the fraction done.
        each: given every block of the leg's states, in order.
    """
    if exercise is not None:
        check_exercise(exercise)
    recording, knee = opened(source), KneeTotals()
    run = begin(recording, side, calibration=calibration, saved=saved, progress=progress, exercise=exercise)
    for block in run.blocks:
        knee.push(block)
        each(block)
    run.session.finish()
    leg = run.session.side
    smoothed = smooth_knee(recording, leg, run.session.calibration) if smooth else None
    return Analysis(recording, leg, run.session, knee, run.refusal, smoothed)


def export_blocks(source: Path | Recording, *, side: Side | None = None, calibration: str = "recording",
                  saved: Path | None = None, progress: Report = lambda _: None,
                  ) -> tuple[Iterator[LegBlock], int, tuple[Ints, Floats] | None]:
    """What `export_csv` writes: the blocks, the instant of 0 s, the reference; raises `RecordingError`."""
    recording = opened(source)
    run = begin(recording, side, calibration=calibration, saved=saved, progress=progress,
                watch_exercises=False)
    return run.blocks, recording.info.zero_ns, recording.reference()


def opened(source: Path | Recording) -> Recording:
    """The recording itself; raises `RecordingError`."""
    return source if isinstance(source, Recording) else open_recording(source)


def check_exercise(name: str) -> None:
    """Raise `PrescriptionError` for an exercise that the library does not have."""
    from monitor.exercises.definition import library

    known = library().ids
    if name not in known:
        near = get_close_matches(name, known, 1)
        hint = f"did you mean {near[0]}?" if near else "`patella exercises` lists them."
        raise PrescriptionError((f"There is no exercise called {name!r}; {hint}",))
