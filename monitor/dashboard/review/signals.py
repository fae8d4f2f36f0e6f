"""What can be drawn of a leg over time, each with its unit, its fixed axis and what makes it known."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from monitor.dashboard.look.plots import FLEXION_RANGE_DEG

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Signal:
    """One axis with one curve, or with the thigh's and the shank's (dashed).

    Attributes:
        names: of the trace's arrays.
        known: the trace's flags for where they hold.
        sigma: one standard deviation, as a trace's array; empty where there is none.
        y, ticks: the axis, the same for every session.
        decimals: of a value in words.
    """

    id: str
    names: tuple[str, ...]
    known: str
    y: tuple[float, float]
    ticks: tuple[float, ...]
    sigma: str = ""
    decimals: int = 0


SIGNALS = {signal.id: signal for signal in (
    Signal("flexion", ("flexion_deg",), "valid", FLEXION_RANGE_DEG, (0, 45, 90, 135), "sigma_deg"),
    Signal("elevation", ("thigh_elevation_deg",), "oriented", (-95, 95), (-90, 0, 90)),
    Signal("tilt", ("thigh_tilt_deg", "shank_tilt_deg"), "oriented", (-5, 185), (0, 60, 120, 180)),
    Signal("acceleration", ("thigh_acc_g", "shank_acc_g"), "sensed", (-0.2, 8.2), (0, 4, 8),
           decimals=1),
    Signal("rate", ("thigh_rate_deg_s", "shank_rate_deg_s"), "oriented", (-420, 420),
           (-400, 0, 400)),
    Signal("frontal", ("frontal_deg",), "valid", (-47, 47), (-45, 0, 45), "trend_sigma_deg"),
    Signal("rotation", ("rotation_deg",), "valid", (-47, 47), (-45, 0, 45), "trend_sigma_deg"),
    Signal("tremor", ("tremor_db",), "oriented", (-42, 22), (-40, -20, 0, 20)),
)}
OF_ARRAY = {name: signal.id for signal in SIGNALS.values() for name in signal.names}


def name(identifier: str) -> str:
    return {
        "flexion": translate("signals", "Knee flexion"),
        "elevation": translate("signals", "Thigh elevation"),
        "tilt": translate("signals", "Tilt from rest"),
        "acceleration": translate("signals", "Acceleration"),
        "rate": translate("signals", "Angular rate"),
        "frontal": translate("signals", "Knee sideways (trend)"),
        "rotation": translate("signals", "Knee rotation (trend)"),
        "tremor": translate("signals", "Muscle tremor (experimental)"),
    }[identifier]


def about(identifier: str) -> str:
    """Its unit, and what the lines on it are."""
    return {
        "flexion": translate("signals", "degrees, band ± 1 SD"),
        "elevation": translate("signals", "degrees above the horizontal"),
        "tilt": translate("signals", "degrees; shank dashed"),
        "acceleration": translate("signals", "g, without gravity; shank dashed"),
        "rate": translate("signals", "degrees a second about the knee; shank dashed"),
        "frontal": translate("signals", "degrees, trend only, band ± 1 SD"),
        "rotation": translate("signals", "degrees, trend only, band ± 1 SD"),
        "tremor": translate("signals", "decibels above 1 (m/s²)²"),
    }[identifier]


def unit(identifier: str) -> str:
    """What follows a value."""
    return {"acceleration": " g", "rate": "°/s", "tremor": " dB"}.get(identifier, "°")
