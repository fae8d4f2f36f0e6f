"""What the exercise engine concludes; field names are the keys of `patella analyze --json`.

Times ending in `_s` are seconds from the start of the recording.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from monitor.values import Side


@dataclass(frozen=True, slots=True)
class Repetition:
    """One attempt, counted or not, with the rule that decided.

    `peak_deg` is the peak of the exercise's primary signal, `peak_sigma_deg` its standard deviation,
    `hold_sigma_s` that of `hold_s`,
    `rule` the id of the deciding rule ("counted", "too_small", "short_hold", "wrong_posture", "gap", ...),
    `form` the ids of form comments, `measures` further numbers by name (lift_cm, lowering_s, ...).
    """

    start_s: float
    end_s: float
    peak_deg: float
    hold_s: float
    counted: bool
    rule: str
    form: tuple[str, ...] = ()
    peak_sigma_deg: float = 0.0
    hold_sigma_s: float = 0.0
    measures: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExerciseSet:
    exercise: str
    side: Side
    start_s: float
    end_s: float
    reps: tuple[Repetition, ...]
    prescribed: dict[str, Any] | None = None
    pain: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Landing:
    """One landing; None where the sensor or the moment does not allow the number."""

    t_s: float
    flight_s: float
    height_m: float
    height_sigma_m: float
    peak_axial_g: float
    peak_resultant_g: float
    peak_is_lower_bound: bool
    loading_slope_g_per_s: float | None
    contact_s: float | None
    flexion_at_contact_deg: float | None
    flexion_max_deg: float | None
    attenuation_percent: float | None
    stabilise_s: float | None
    measures: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BalanceTrial:
    """One stance: sway and path in m/s^2, jerk in m^2/s^5, area of the 95 % ellipse in (m/s^2)^2.

    `sway_ratio_to_baseline` is the sway against the same session's stances of that leg on firm ground, None
    on firm ground itself and where there is none to compare with. `measures` holds further numbers by name
    (mean_frequency_hz, flexion_held_deg).
    """

    exercise: str
    start_s: float
    duration_s: float
    sway_rms: float
    path_length: float
    jerk: float
    ellipse_area: float
    touch_downs: int
    sway_ratio_to_baseline: float | None = None
    measures: dict[str, float] = field(default_factory=dict)
