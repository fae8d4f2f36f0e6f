"""Made-up moments of a session, for the gallery of pictures and the tests of the screens only.

No screen of the running program ever shows them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from monitor.leg import Posture, Reason
from monitor.results import ExerciseSet, Landing, Repetition
from monitor.snapshot import (
    CalibrationState,
    CalibrationStatus,
    ExerciseProgress,
    KneeNow,
    Mark,
    Problem,
    RecordingStatus,
    SensorState,
    SensorStatus,
    Severity,
    Snapshot,
    Trace,
)
from monitor.values import EventKind, Placement, Segment, Side

RATE_HZ = 100.0


def trace(t_s: float, span_s: float = 20.0, *, gap: bool = False, valid: bool = True) -> Trace:
    """Squats of 4 s, 0 to 82 degrees, ending at `t_s`."""
    t = np.arange(max(0.0, t_s - span_s), t_s, 1 / RATE_HZ)
    bend = (1 - np.cos(2 * np.pi * t / 4)) / 2
    good = np.full(len(t), valid)
    if gap:
        good[(t > t_s - 9) & (t < t_s - 8)] = False
    ripple = np.random.default_rng(1).normal(0, 0.05, len(t))
    thigh_g, shank_g = 0.25 + np.abs(ripple) + bend * 0.3, 0.4 + np.abs(ripple) * 2 + bend * 0.5
    return Trace(t, 82 * bend, 1.6 + 0.9 * bend, good, thigh_g, shank_g, 40 * bend, 30 * bend,
                 -88 + 62 * bend, np.full(len(t), True), np.full(len(t), True))


def sensor(segment: Segment, **changes: Any) -> SensorStatus:
    status = SensorStatus(Placement(Side.RIGHT, segment), SensorState.STREAMING, serial=f"PT-{segment[:2]}01",
                          battery_percent=92.0, rssi_dbm=-58.0, rate_hz=100.2, lost_percent=0.0)
    return replace(status, **changes)


REPS = tuple(
    Repetition(20.0 + 4 * i, 24.0 + 4 * i, 80 + i, 0.0, counted=i != 2,
               rule="counted" if i != 2 else "too_small", form=("too_fast",) if i == 4 else (),
               peak_sigma_deg=1.8, measures={"lowering_s": 1.2 + 0.2 * i})
    for i in range(7))

SETS = (ExerciseSet("quad_set", Side.RIGHT, 60.0, 190.0, REPS),
        ExerciseSet("short_arc_quad", Side.RIGHT, 240.0, 390.0, REPS))
MISSING = CalibrationStatus(CalibrationState.MISSING, "")
NEARLY_EMPTY = "The thigh sensor's battery is at 9 %; charge it after this session."
LOST = "The shank sensor is out of reach; come closer or switch it on."

EXERCISE = ExerciseProgress(
    "straight_leg_raise_supine", "Straight leg raise, on the back", 1, 2, 7, 12, 2.1, 3.0, "holding",
    "Lower more slowly", "thigh_elevation_deg", 28.0, 27.0, signal_valid=True, reps=REPS)

QUALITY = (("repeatability_deg", 1.4), ("residual_deg", 2.3), ("range_deg", 88.0), ("still_s", 5.0))
GOOD = CalibrationStatus(CalibrationState.GOOD, "", source="guided", age_s=740.0, quality=QUALITY)
LANDING = Landing(30.0, 0.41, 0.206, 0.008, 7.9, 9.4, True, None, 0.21, 14.0, 61.0, 38.0, 0.7)


def moment(t_s: float = 761.0, **changes: Any) -> Snapshot:
    """A good moment in the middle of a session."""
    shown = trace(t_s)
    made = Snapshot(
        t_s=t_s, side=Side.RIGHT, patient="P-0142",
        sensors=(sensor(Segment.THIGH), sensor(Segment.SHANK, battery_percent=88.0, rssi_dbm=-61.0)),
        skew_ms=1.2, calibration=GOOD,
        knee=KneeNow(float(shown.flexion_deg[-1]), 1.6, True, Reason.NONE, 0.02),
        posture=Posture.SUPINE, trace=shown, exercise=EXERCISE,
        sets=SETS,
        marks=(Mark(192.0, "felt it under the kneecap"),), pain=2,
        recording=RecordingStatus("x.mcap", 761.0, 12_000_000), landings=(), latency_ms=6.0)
    return replace(made, **changes)


def uncalibrated(t_s: float = 12.0) -> Snapshot:
    """Sensors stream, nothing is calibrated."""
    knee = KneeNow(0.0, 0.0, False, Reason.UNCALIBRATED, 0.02)
    return moment(t_s, calibration=MISSING, exercise=None, sets=(), marks=(), pain=None, knee=knee,
                  trace=trace(t_s, valid=False))


def calibrating(t_s: float = 16.0) -> Snapshot:
    status = CalibrationStatus(CalibrationState.RUNNING, "", step="swings",
                               progress=0.4, stillness=1.0, movement=0.6)
    return replace(uncalibrated(t_s), calibration=status)


def troubled(t_s: float = 761.0) -> Snapshot:
    """One sensor lost, the other nearly empty."""
    return moment(
        t_s, trace=trace(t_s, gap=True), knee=KneeNow(0.0, 0.0, False, Reason.NO_DATA, 3.2),
        sensors=(sensor(Segment.THIGH, battery_percent=9.0), sensor(Segment.SHANK, state=SensorState.LOST)),
        problems=(Problem("battery-thigh", Severity.WARNING, NEARLY_EMPTY),
                  Problem("lost-shank", Severity.PROBLEM, LOST)))


STEP_S = 1e-4


class StillMonitor:
    """Answers with the moment it was given, a trifle later each time, and remembers what it was told."""

    def __init__(self, now: Snapshot) -> None:
        self.now = now   # what the next snapshot is
        self._asked = 0
        self.sent: list[tuple[EventKind, dict[str, Any]]] = []
        self.commands: list[tuple[str, dict[str, Any]]] = []

    def snapshot(self) -> Snapshot:
        self._asked += 1
        return replace(self.now, t_s=self.now.t_s + self._asked * STEP_S)

    def send(self, kind: EventKind, detail: Any) -> None:
        self.sent.append((kind, dict(detail)))

    def command(self, name: str, **arguments: Any) -> None:
        self.commands.append((name, arguments))
