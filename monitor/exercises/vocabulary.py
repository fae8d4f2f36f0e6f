"""What signals and measures are called by people, with their units."""

from __future__ import annotations

from collections.abc import Mapping

# Of the ends of names, longest first: what is written after the number, and its decimals.
_UNITS = {"_deg_s": ("°/s", 0), "_m_s": (" m/s", 1), "_deg": ("°", 0), "_cm": (" cm", 0), "_db": (" dB", 0),
          "_g": (" g", 1), "_s": (" s", 1), "_ratio": (" times", 1)}
_WORDS: Mapping[str, str] = {
    "flexion_deg": "knee flexion",
    "thigh_tilt_deg": "thigh tilt",
    "shank_tilt_deg": "shank tilt",
    "thigh_elevation_deg": "thigh elevation",
    "tremor_db": "muscle tremor",
    "range_deg": "range of the movement",
    "peak_deg": "position held",
    "hold_s": "hold",
    "lifting_s": "time of the way there",
    "lowering_s": "time of the way back",
    "duration_s": "whole movement",
    "cycle_s": "from rest to rest",
    "flexion_rest_deg": "knee flexion at rest",
    "flexion_held_deg": "knee flexion while held",
    "flexion_max_deg": "largest knee flexion",
    "flexion_min_deg": "smallest knee flexion",
    "flexion_range_deg": "change of knee flexion",
    "thigh_elevation_rest_deg": "thigh elevation at rest",
    "thigh_elevation_max_deg": "highest thigh elevation",
    "thigh_elevation_change_deg": "change of thigh elevation",
    "thigh_roll_change_deg": "backward roll of the thigh",
    "thigh_forward_change_deg": "forward swing of the thigh",
    "thigh_outward_change_deg": "outward swing of the thigh",
    "shank_elevation_rest_deg": "shank elevation at rest",
    "shank_elevation_change_deg": "change of shank elevation",
    "shank_forward_rest_deg": "forward lean of the shank at rest",
    "shank_forward_change_deg": "change of the shank's forward lean",
    "lift_cm": "height of the lift",
    "ankle_rise_cm": "rise of the ankle",
    "net_rise_cm": "rise of the thigh from beginning to end",
    "peak_rise_cm": "highest rise of the thigh",
    "hold_unrest_deg_s": "unrest while held",
    "rest_unrest_deg_s": "unrest at rest",
    "peak_dynamic_g": "peak acceleration of the thigh",
    "tremor_ratio": "muscle tremor against the relaxed leg",
    "held_tremor_db": "muscle tremor while held",
    "flexion_top_deg": "knee flexion on the step",
    "flight_s": "time in the air",
    "travel_m_s": "speed over the ground",
    "sway_deg_s": "sway",
}


def called(name: str) -> str:
    """A signal or a measure in words; one that has none is spelt out."""
    return _WORDS.get(name) or name.removesuffix(_ending(name)).replace("_", " ")


def amount(name: str, value: float) -> str:
    """The value of a signal or a measure with its unit; small ones with a decimal more."""
    unit, decimals = _UNITS.get(_ending(name), ("", 1))
    finer = decimals + 1 if 0 < abs(value) < 5 * 0.1**decimals else decimals
    return f"{value:z.{finer}f}{unit}"


def _ending(name: str) -> str:
    return next((ending for ending in _UNITS if name.endswith(ending)), "")
