"""What `patella analyze` says of a recording, of one leg or of both, each analysed by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from monitor.analysis import analyze, export_blocks
from monitor.analysis.findings import Analysis
from monitor.analysis.passes import Report
from monitor.errors import RecordingError, RecordingReason
from monitor.recording.export import export_csv
from monitor.recording.outputs import spare_recordings
from monitor.recording.reader import open_recording
from monitor.session.both import of_leg
from monitor.values import Legs, Side

OF_EACH = ("skew_ms", "calibration", "knee", "smoothed")
BY_TIME = {"sets": "start_s", "landings": "t_s", "balance": "start_s"}


@dataclass(frozen=True, slots=True)
class BothAnalyses:
    """The left and the right leg of one recording."""

    legs: Mapping[Side, Analysis]

    def to_json(self) -> dict[str, Any]:
        """One object with the keys of one leg's.

        `skew_ms`, `calibration` and `knee` (and `smoothed`) hold those of each leg under `left` and `right`.
        `sensors` has all four; `sets`, `landings` and `balance` are those of both in order of time, each with
        its `side`; `warnings` say which leg they are about.
        """
        each = {side: analysis.to_json() for side, analysis in self.legs.items()}
        left, right = each.values()
        return {
            **left, "side": str(Legs.BOTH), "sensors": {**left["sensors"], **right["sensors"]},
            **{key: {str(side): one[key] for side, one in each.items()} for key in OF_EACH if key in left},
            **{key: _in_time(each, key) for key in BY_TIME}, "warnings": _warnings(each),
        }

    def summary(self) -> str:
        """Both in words, for a person."""
        return "\n\n".join(analysis.summary() for analysis in self.legs.values())


def analyze_legs(path: Path, *, side: Side | None = None, progress: Report = lambda _: None,
                 **how: Any) -> Analysis | BothAnalyses:
    """Analyse every leg of a recording, or only `side`; arguments and errors as for `analyze`."""
    recording = open_recording(path)
    legs = recording.info.legs
    if side is not None or legs is not Legs.BOTH:
        return analyze(recording, side=side, progress=progress, **how)
    return BothAnalyses({leg: analyze(recording, side=leg, progress=_part(progress, number), **how)
                         for number, leg in enumerate(legs.sides)})


def export_legs(path: Path, out: Path, *, side: Side | None = None, progress: Report = lambda _: None,
                **how: Any) -> None:
    """Write the table of every leg of a recording, or only of `side`; errors as for `analyze`."""
    spare_recordings(path, out)
    recording = open_recording(path)
    legs = (side,) if side is not None else recording.info.legs.sides
    each = [export_blocks(recording, side=leg, progress=progress, **how) for leg in legs]
    _, zero_ns, reference = each[0]
    blocks = (block for found, *_ in each for block in found)
    export_csv(out, blocks, zero_ns, reference, name_sides=len(legs) > 1)


def only_leg(path: Path, side: Side | None) -> Side:
    """The leg that is meant where there can be but one; raises `RecordingError` where it is not clear."""
    legs = open_recording(path).info.legs
    if side is None and legs is Legs.BOTH:
        raise RecordingError(RecordingReason.EMPTY,
                             f"{path} is of both legs: choose one with --side left or --side right.")
    return side or legs.sides[0]


def report_legs(path: Path, out: Path, *, progress: Report = lambda _: None) -> None:
    """Write the report of a session of one leg or both; errors as for `analyze`."""
    from monitor.exercises.definition import library
    from monitor.history.judgements import judged
    from monitor.recording.notes import marks_of, notes_of
    from monitor.report.charts import Envelope
    from monitor.report.session import session_report, write_report
    from monitor.weeks import known_background

    spare_recordings(path, out)
    recording, notes, legs = open_recording(path), notes_of(path), []
    info = recording.info
    for number, leg in enumerate(info.legs.sides):
        course, told = Envelope(info.start_ns, info.duration_s), _part(progress, number, len(info.legs.sides))
        found = analyze(recording, side=leg, progress=told, each=course.push).to_json()
        legs.append((found | {"sets": judged(found["sets"], notes)}, course))
    titles = {exercise.id: exercise.title + exercise.experimental * " (experimental)"
              for exercise in library().exercise}
    write_report(out, session_report(legs, info, known_background(path.parent, info.patient), titles=titles,
                                     notes=marks_of(path),
                                     zone=datetime.now().astimezone().tzinfo or UTC))


def _part(progress: Report, number: int, of: int = 2) -> Callable[[float], None]:
    return lambda part: progress((number + part) / of)


def _in_time(each: Mapping[Side, dict[str, Any]], key: str) -> list[dict[str, Any]]:
    found = ({**one, "side": str(side)} for side, result in each.items() for one in result[key])
    return sorted(found, key=lambda one: float(one[BY_TIME[key]]))


def _warnings(each: Mapping[Side, dict[str, Any]]) -> list[str]:
    """What is said of both legs, such as damage to the file, once; then what is said of one."""
    left, right = (result["warnings"] for result in each.values())
    common = [sentence for sentence in left if sentence in right]
    return [*common, *(of_leg(side, sentence) for side, result in each.items()
                       for sentence in result["warnings"] if sentence not in common)]
