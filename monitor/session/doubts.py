"""What makes the numbers of a leg less sure, and what must be said before all else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from calibration.model import Calibration
from monitor.snapshot import CalibrationState, CalibrationStatus, Problem, Severity

if TYPE_CHECKING:
    from monitor.exercises.prescription import Prescription

SKEW_LIMIT_MS = 15.0
TAPS_LIMIT_MS = 10.0


def too_much_pain(score: int | None, prescription: Prescription | None) -> list[Problem]:
    """That a pain score is above the limit, or more than the plan aims at."""
    if score is None:
        return []
    from monitor.exercises.pain import PainLimits, advice, too_much

    limits = prescription.pain if prescription is not None else PainLimits()
    severity = Severity.PROBLEM if too_much(score, limits) else Severity.INFO
    sentence = advice(score, limits)
    return [Problem("pain", severity, sentence)] if sentence else []


def clocks_apart(skew_ms: Sequence[float]) -> list[Problem]:
    """That the newest bound of the clocks' difference is large."""
    if not skew_ms or skew_ms[-1] <= SKEW_LIMIT_MS:
        return []
    return [Problem("skew", Severity.WARNING, f"The sensors' clocks may be {skew_ms[-1]:.0f} ms apart; fast "
                    "movements read less exactly.")]


def poorly_calibrated(status: CalibrationStatus, said: Iterable[Problem] = ()) -> list[Problem]:
    """That the fit was refused, or is poor, unless the straps have been blamed for it already."""
    if (status.state not in (CalibrationState.REFUSED, CalibrationState.POOR)
            or any(problem.sentence == status.sentence for problem in said)):
        return []
    return [Problem("calibration", Severity.WARNING, status.sentence)]


def taps_apart(calibration: Calibration | None) -> list[Problem]:
    """What taps on both sensors say against their clocks."""
    clock = calibration.clock if calibration is not None else None
    if clock is None or abs(clock.skew_ms) <= TAPS_LIMIT_MS + 2.0 * clock.sigma_ms:
        return []
    return [Problem("taps", Severity.WARNING,
                    f"The taps reached the two sensors {abs(clock.skew_ms):.0f} ms apart: their clocks "
                    "disagree. Switch both off and on again, then calibrate.")]


def warned(name: str, sentences: Iterable[str]) -> list[Problem]:
    """Sentences as warnings of one kind."""
    return [Problem(name, Severity.WARNING, sentence) for sentence in sentences]
