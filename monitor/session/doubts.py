"""What makes the numbers of a leg less sure, and what must be said before all else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from calibration.model import Calibration
from monitor.snapshot import CalibrationState, CalibrationStatus, Problem, Severity

if TYPE_CHECKING:
    from monitor.exercises.prescription import Prescription
    from monitor.values import Sensor

LEAST_RATE_HZ = 35.0          # recordings of real people at 40 samples a second still read exactly
LEAST_TURN_DPS = 500.0        # a shank swings at some 400 deg/s in walking
LEAST_FORCE_G = 8.0           # a heel strike is some 5 g at the shank
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


def unsuitable(sensors: Iterable[Sensor | None]) -> list[Problem]:
    """That a sensor is set to a rate or a range which movement goes beyond; an imported one has no range."""
    found = []
    for sensor in sensors:
        if sensor is None:
            continue
        where = str(sensor.placement.segment)
        if sensor.rate_hz < LEAST_RATE_HZ:
            found.append(Problem(f"{sensor.placement}_rate", Severity.WARNING,
                                 f"The {where} sensor measures only {sensor.rate_hz:.0f} times a second, too "
                                 "seldom for fast movements; set it to 100 or more and start again."))
        if (sensor.gyr_range_dps or LEAST_TURN_DPS) < LEAST_TURN_DPS:
            found.append(Problem(f"{sensor.placement}_range", Severity.WARNING,
                                 f"The {where} sensor cannot follow turns beyond {sensor.gyr_range_dps:.0f} "
                                 "degrees per second, and a leg is faster; set it to 2000 and start again."))
        if (sensor.acc_range_g or LEAST_FORCE_G) < LEAST_FORCE_G:
            found.append(Problem(f"{sensor.placement}_range", Severity.WARNING,
                                 f"The {where} sensor cannot measure more than {sensor.acc_range_g:.0f} g, "
                                 "and steps and landings are harder; set it to 16 g or more and start "
                                 "again."))
    return found


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
