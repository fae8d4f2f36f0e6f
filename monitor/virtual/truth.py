"""What truly happened in a simulated session, to measure the monitor against.

Times are seconds from the session's start on the host's clock. `events.json` holds:

- `exercises`: `exercise, start_s, end_s, repetitions`. A repetition has `start_s` and `end_s` of its
  movement, `counted` (false where it was given up half-way), `form` (errors made on purpose), `hold_s` (rest
  at the top, for most between `top_s` and `lower_s`), the extremes `flexion_min_deg`, `flexion_max_deg`,
  `elevation_min_deg`, `elevation_max_deg` (distal end of the thigh above the horizontal), and
  `flexion_held_s`, `elevation_held_s`: how long that angle was within a tenth of its range of the far end.
  Balance exercises have `trials` with `start_s, duration_s, touch_downs` (their times); cyclic work has
  `period_s` and `cycles`.
- `landings`: `t_s` of contact, `flight_s`, `height_m`, `forward_m`, `outward_m`, `peak_thigh_g`,
  `peak_shank_g` (resultant, at 2 kHz), `flexion_at_contact_deg`, `flexion_max_deg` within half a second.
- `postures`: `posture, start_s, end_s`, with "transition" between two of them.
- `calibrations`: `variant, start_s, still_end_s, bends_start_s, end_s`.
- `taps`: `t_s` at which both sensors were struck at once.
- `double_taps`, where there were any: `t_s` of the second knock on the thigh's housing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from monitor.values import Segment, Side
from monitor.virtual.leg import GRAVITY_M_S2, LegMotion
from monitor.virtual.quaternions import rotate
from monitor.virtual.script import INTERNAL_RATE_HZ, Script

Floats = NDArray[np.float64]

HELD_SHARE = 0.9
AFTER_CONTACT_S = 0.1
AFTER_LANDING_S = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """The truth of one session.

    Attributes:
        t_s: (n,) at the sample rate; flexion_deg: (n,) bone to bone about the knee's hinge, 0 when standing.
        thigh_elevation_deg: (n,) distal end of the thigh above the horizontal.
        events: what `events.json` holds.
    """

    t_s: Floats
    flexion_deg: Floats
    thigh_elevation_deg: Floats
    events: dict[str, Any]

    def write(self, folder: Path) -> None:
        """Write `flexion.csv` and `events.json`."""
        folder.mkdir(parents=True, exist_ok=True)
        samples = zip(self.t_s, self.flexion_deg, strict=True)
        rows = "".join(f"{t:.6f},{flexion:.4f}\n" for t, flexion in samples)
        (folder / "flexion.csv").write_text("t_s,flexion_deg\n" + rows, encoding="utf-8")
        (folder / "events.json").write_text(json.dumps(self.events, indent=1) + "\n", encoding="utf-8")


class Witness:
    """Watches the leg move and keeps what the truth needs of it."""

    def __init__(self, motion: Iterator[LegMotion]) -> None:
        self._motion = motion
        self._seen_s = -np.inf
        self._parts: list[NDArray[np.float32]] = []   # rows of flexion, elevation, thigh and shank resultant

    def see(self, until_s: float) -> None:
        """Watch on until then, or to the end of the motion."""
        while self._seen_s < until_s and (part := next(self._motion, None)) is not None:
            self._seen_s = float(part.t_s[-1])
            rows = [part.flexion_deg, _elevation_deg(part), *(_resultant_g(part, s) for s in Segment)]
            self._parts.append(np.stack(rows).astype(np.float32))

    def course(self) -> Course:
        """The whole motion."""
        self.see(np.inf)
        flexion, elevation, *resultants = np.concatenate(self._parts, axis=1)
        return Course(flexion, elevation, dict(zip(Segment, resultants, strict=True)))


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What the leg did at every internal instant, each an (n,) array."""

    flexion_deg: NDArray[np.float32]
    elevation_deg: NDArray[np.float32]
    resultant_g: dict[Segment, NDArray[np.float32]]

    @property
    def t_s(self) -> Floats:
        return (np.arange(len(self.flexion_deg)) - 1) / INTERNAL_RATE_HZ   # it begins one before 0

    def between(self, start_s: float, end_s: float) -> slice:
        return slice(round(start_s * INTERNAL_RATE_HZ) + 1, round(end_s * INTERNAL_RATE_HZ) + 1)


def observe(course: Course, script: Script, rate_hz: float, seed: int, side: Side) -> Truth:
    """Complete the script's events with what the leg did."""
    t_s = np.arange(int(script.now_s * rate_hz)) / rate_hz
    for exercise in script.truth["exercises"]:
        for repetition in exercise["repetitions"]:
            repetition.update(_repetition(course, repetition))
    for landing in script.truth["landings"]:
        landing.update(_landing(course, landing["t_s"]))
    events = {"seed": seed, "side": str(side), "rate_hz": rate_hz, "duration_s": script.now_s, **script.truth}
    return Truth(t_s, np.interp(t_s, course.t_s, course.flexion_deg),
                 np.interp(t_s, course.t_s, course.elevation_deg), rounded(events))


def rounded(value: Any) -> Any:
    """JSON-ready, with numbers to the microsecond, micrometre and microdegree."""
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(item) for item in value]
    return round(float(value), 6) if isinstance(value, float) else value


def _elevation_deg(motion: LegMotion) -> Floats:
    quat = motion.segments[Segment.THIGH].quat
    along = rotate(quat, np.array([[0.0], [-1.0], [0.0]]) * np.ones(quat.shape[1]))
    return np.asarray(np.degrees(np.arcsin(np.clip(along[1], -1, 1))))


def _resultant_g(motion: LegMotion, segment: Segment) -> Floats:
    return np.asarray(np.sqrt((motion.segments[segment].force_m_s2**2).sum(axis=0)) / GRAVITY_M_S2)


def _repetition(course: Course, repetition: dict[str, Any]) -> dict[str, float]:
    part = course.between(repetition["start_s"], repetition["end_s"])
    flexion, elevation = course.flexion_deg[part], course.elevation_deg[part]
    return {"flexion_min_deg": float(flexion.min()), "flexion_max_deg": float(flexion.max()),
            "elevation_min_deg": float(elevation.min()), "elevation_max_deg": float(elevation.max()),
            "flexion_held_s": _held_s(flexion), "elevation_held_s": _held_s(elevation)}


def _held_s(angle_deg: NDArray[np.float32]) -> float:
    """How long an angle (n,) is within a tenth of its range of its extreme farthest from the first value."""
    away = np.abs(angle_deg - angle_deg[0])
    return float((away >= HELD_SHARE * away.max()).sum() / INTERNAL_RATE_HZ)


def _landing(course: Course, contact_s: float) -> dict[str, float]:
    impact = course.between(contact_s, contact_s + AFTER_CONTACT_S)
    after = course.between(contact_s, contact_s + AFTER_LANDING_S)
    peaks = {f"peak_{segment}_g": float(course.resultant_g[segment][impact].max()) for segment in Segment}
    return {**peaks, "flexion_at_contact_deg": float(course.flexion_deg[after][0]),
            "flexion_max_deg": float(course.flexion_deg[after].max())}
