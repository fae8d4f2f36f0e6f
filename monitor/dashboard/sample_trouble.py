"""Made-up moments in which something is wrong, for the gallery of pictures and the tests of the screens only.

Each says what the program says of the fault of that name in `patella demo --fault`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from monitor.dashboard import sample
from monitor.leg import Reason
from monitor.pipeline.strap import LOOSE, SLIPPED
from monitor.snapshot import (
    CalibrationState,
    CalibrationStatus,
    KneeNow,
    Problem,
    SensorState,
    Severity,
    Snapshot,
)
from monitor.values import NOBODY, Segment

SWAPPED = ("The thigh and the shank sensor are swapped; put the one marked T on the thigh and the one "
           "marked S just below the kneecap, then start again.")
UPSIDE_DOWN = ("The shank sensor is upside-down; turn it so that its arrow points to the hip, then start "
               "again.")
KNOCKED = "The shank sensor was knocked beyond its range; the peak is higher than what is shown."
SILENT = "The shank sensor is silent; waiting for it."
UNREADABLE = KneeNow(0.0, 0.0, False, Reason.NO_DATA, 3.2)


def faults() -> dict[str, Snapshot]:
    """A moment of each fault, by its name."""
    return {
        "strap-slip": _known(Reason.SLIPPED, SLIPPED["thigh"]),
        "loose": replace(sample.moment(), problems=(LOOSE,)),
        "dropout": _thigh(Reason.GAP, "The thigh sensor loses 12 % of its data; move the receiver closer.",
                          lost_percent=12.4),
        "low-battery": replace(sample.moment(), problems=(_warning(sample.NEARLY_EMPTY),),
                               sensors=(sample.sensor(Segment.THIGH, battery_percent=9.0),
                                        sample.sensor(Segment.SHANK))),
        "swapped": _refused(SWAPPED),
        "upside-down": _refused(UPSIDE_DOWN),
        "saturation": _known(Reason.SATURATED, _warning(KNOCKED)),
        "silent": replace(_known(Reason.NO_DATA, Problem("link", Severity.PROBLEM, SILENT)),
                          knee=UNREADABLE, trace=sample.trace(758.0),
                          sensors=(sample.sensor(Segment.THIGH),
                                   sample.sensor(Segment.SHANK, state=SensorState.SILENT))),
    }


def _warning(sentence: str) -> Problem:
    return Problem("warning", Severity.WARNING, sentence)


def _known(reason: Reason, problem: Problem) -> Snapshot:
    """The angle is not to be trusted, and why is known."""
    knee = KneeNow(0.0, 0.0, False, reason, 0.02)
    exercise = replace(sample.EXERCISE, signal_valid=False)
    return sample.moment(knee=knee, problems=(problem,), trace=sample.trace(761.0, gap=True),
                         exercise=exercise)


def _thigh(reason: Reason, sentence: str, **changes: Any) -> Snapshot:
    return replace(_known(reason, _warning(sentence)),
                   sensors=(sample.sensor(Segment.THIGH, **changes), sample.sensor(Segment.SHANK)))


def _refused(sentence: str) -> Snapshot:
    status = CalibrationStatus(CalibrationState.REFUSED, sentence, step="still")
    return replace(sample.uncalibrated(18.0), calibration=status)


def not_recorded() -> Snapshot:
    """The disk is full: the session goes on, and says that nothing is kept."""
    now = sample.moment()
    why = "The disk is full; free some space and start a new recording."
    said = f"The recording ends here and is kept: {why}"
    recording = replace(now.recording, failed=why) if now.recording else None
    return replace(now, recording=recording, problems=(Problem("recording", Severity.PROBLEM, said),))


def nobody() -> Snapshot:
    """The program has just been started for the first time."""
    return replace(sample.uncalibrated(), patient=NOBODY, sensors=(), recording=None,
                   trace=sample.trace(0.0), t_s=0.0)
