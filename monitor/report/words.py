"""What the report calls things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

RULES = {
    "counted": "counted", "too_small": "range too small", "too_short": "too quick to be a repetition",
    "too_long": "too long for a repetition", "short_hold": "hold too short", "wrong_posture": "wrong posture",
    "wrong_leg": "the other leg", "gap": "signal lost in it", "slipped": "a strap slipped in it",
    "uncertain": "angle not certain in it", "other_movement": "another movement",
    "not_verified": "timed, contraction not verified",
    "left_the_chair": "leaving the chair", "overruled": "decided by the therapist",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """How a number of the analysis is shown: its name, its unit, and what to multiply it by for that."""

    title: str
    unit: str
    factor: float = 1.0
    decimals: int = 0


QUANTITIES: Mapping[str, Quantity] = {
    "peak_deg": Quantity("Peak angle", "°"),
    "hold_s": Quantity("Hold", "s", decimals=1),
    "counted": Quantity("Repetitions", ""),
    "pain": Quantity("Pain, 0 to 10", ""),
    "lift_cm": Quantity("Lift of the heel", "cm"),
    "lowering_s": Quantity("Time of the way back", "s", decimals=1),
    "height_m": Quantity("Jump height", "cm", 100.0, 1),
    "peak_axial_g": Quantity("Peak tibial acceleration, axial", "g", decimals=1),
    "peak_resultant_g": Quantity("Peak tibial acceleration, resultant", "g", decimals=1),
    "contact_s": Quantity("Contact time", "s", decimals=2),
    "flexion_at_contact_deg": Quantity("Flexion at contact", "°"),
    "flexion_max_deg": Quantity("Largest flexion", "°"),
    "attenuation_percent": Quantity("Shock attenuation", "%"),
    "stabilise_s": Quantity("Time to stabilise", "s", decimals=1),
    "duration_s": Quantity("Duration", "s", decimals=1),
    "sway_rms": Quantity("Sway", "m/s²", decimals=3),
    "touch_downs": Quantity("Touch-downs", ""),
}


def quantity(name: str) -> Quantity:
    """How to show a measure; one that is not in the list keeps its own name."""
    return QUANTITIES.get(name, Quantity(name.replace("_", " "), "", decimals=2))


def amount(name: str, value: float | None, sigma: float = 0.0) -> str:
    """A number with its unit and, where it is known, one standard deviation."""
    if value is None:
        return "–"
    how = quantity(name)
    plus = f" ± {sigma * how.factor:.{how.decimals}f}" if sigma else ""
    return f"{value * how.factor:z.{how.decimals}f}{plus} {how.unit}".replace(" °", "°").strip()


def rule(name: str) -> str:
    return RULES.get(name, name.replace("_", " "))
