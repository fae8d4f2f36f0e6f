"""Made-up moments of a session, for the gallery of pictures and the tests of the screens only.

No screen of the running program ever shows them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from monitor.leg import Floats, Posture, Reason
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


RAISE_S, HELD_S, LOWER_S, REST_S = 1.2, 3.1, 1.9, 1.3      # of a straight leg raise
CYCLE_S = RAISE_S + HELD_S + LOWER_S + REST_S


def trace(t_s: float, span_s: float = 20.0, *, gap: bool = False, valid: bool = True) -> Trace:
    """Straight leg raises, one after the other, ending at `t_s` in a hold."""
    t = np.arange(max(0.0, t_s - span_s), t_s, 1 / RATE_HZ)
    lift = _lifted((t - t_s + RAISE_S + 2.1) % CYCLE_S)
    noise = np.random.default_rng(1).normal(0, 0.05, (3, len(t)))
    good, moving = np.full(len(t), valid), np.abs(np.gradient(lift, 1 / RATE_HZ)) if len(t) > 1 else lift
    if gap:
        good[(t > t_s - 9) & (t < t_s - 8)] = False
    return Trace(t, 4.0 + 2.5 * lift + 4 * noise[0], 1.7 + 0.4 * lift, good, np.abs(noise[1]) + 0.2 * moving,
                 np.abs(noise[2]) * 1.5 + 0.4 * moving, 28 * lift, 27 * lift, 28 * lift - 1,
                 np.full(len(t), True), np.full(len(t), True))


def _lifted(phase_s: Floats) -> Floats:
    """How far the leg is up, 0 to 1, at a phase of the cycle."""
    up = np.clip(phase_s / RAISE_S, 0.0, 1.0)
    down = np.clip((phase_s - RAISE_S - HELD_S) / LOWER_S, 0.0, 1.0)
    lifted: Floats = (np.cos(np.pi * down) - np.cos(np.pi * up)) / 2
    return lifted


def sensor(segment: Segment, **changes: Any) -> SensorStatus:
    status = SensorStatus(Placement(Side.RIGHT, segment), SensorState.STREAMING, serial=f"PT-{segment[:2]}01",
                          battery_percent=92.0, rssi_dbm=-58.0, rate_hz=100.2, lost_percent=0.0)
    return replace(status, **changes)


def _rep(place: int, lift_cm: float, hold_s: float, lowering_s: float, comment: str = "") -> Repetition:
    start_s = 761.0 - (8 - place) * CYCLE_S
    return Repetition(start_s, start_s + CYCLE_S, 0.75 * lift_cm, hold_s, counted=comment != "short_hold",
                      rule="short_hold" if comment == "short_hold" else "counted",
                      form=(comment,) if comment == "too_fast" else (), peak_sigma_deg=1.8,
                      measures={"lift_cm": lift_cm, "lowering_s": lowering_s})


REPS = (_rep(0, 36, 3.0, 2.1), _rep(1, 38, 3.2, 1.9), _rep(2, 37, 3.1, 2.0), _rep(3, 36, 3.0, 2.2),
        _rep(4, 35, 1.4, 2.1, "short_hold"), _rep(5, 36, 3.0, 2.0), _rep(6, 38, 3.4, 2.2),
        _rep(7, 37, 3.1, 0.9, "too_fast"))
SETS = (ExerciseSet("quad_set", Side.RIGHT, 60.0, 190.0, REPS),
        ExerciseSet("short_arc_quad", Side.RIGHT, 240.0, 390.0, REPS))
UNDER_WAY = ExerciseSet("straight_leg_raise_supine", Side.RIGHT, REPS[0].start_s, 761.0, REPS)
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
    shown, exercise = trace(t_s), changes.get("exercise", EXERCISE)
    lifting = exercise is not None and exercise.reps and exercise.phase not in ("rest", "done")
    made = Snapshot(
        t_s=t_s, side=Side.RIGHT, patient="P-0142",
        sensors=(sensor(Segment.THIGH), sensor(Segment.SHANK, battery_percent=88.0, rssi_dbm=-61.0)),
        skew_ms=1.2, calibration=GOOD,
        knee=KneeNow(float(shown.flexion_deg[-1]), 1.6, True, Reason.NONE, 0.02),
        posture=Posture.SUPINE, trace=shown, exercise=EXERCISE,
        sets=(*SETS, UNDER_WAY) if lifting else SETS,
        marks=(Mark(192.0, "felt it under the kneecap"),), pain=2,
        recording=RecordingStatus("x.mcap", 761.0), landings=(), latency_ms=6.0)
    return replace(made, **changes)


def both_legs(t_s: float = 761.0) -> Snapshot:
    """Four sensors, squats on both legs; the right one bends less."""
    t = np.arange(t_s - 20.0, t_s, 1 / RATE_HZ)
    bend = (1 - np.cos(2 * np.pi * (t - t_s + 1.4) / 4)) / 2
    tops = zip(Side, (84.0, 71.0), strict=True)
    legs = tuple(_squatting(side, trace(t_s), top_deg * bend) for side, top_deg in tops)
    four = tuple(replace(one, placement=Placement(leg.side, one.placement.segment))
                 for leg in legs for one in leg.sensors)
    return replace(legs[0], sensors=four, sets=tuple(one for leg in legs for one in leg.sets), legs=legs)


def _squatting(side: Side, lying: Trace, flexion_deg: Floats) -> Snapshot:
    shown = replace(lying, flexion_deg=flexion_deg, sigma_deg=1.6 + 0.01 * flexion_deg,
                    thigh_elevation_deg=-88 + 0.75 * flexion_deg, shank_tilt_deg=0.35 * flexion_deg,
                    thigh_acc_g=0.2 * lying.thigh_acc_g, shank_acc_g=0.2 * lying.shank_acc_g)
    reps = tuple(replace(rep, peak_deg=flexion_deg.max() - rep.hold_s, hold_s=0.0, counted=True,
                         measures={"lowering_s": rep.measures["lowering_s"]})
                 for rep in REPS if rep.counted)
    exercise = replace(EXERCISE, exercise="squat", title="Squat", hold_s=0.0, hold_prescribed_s=0.0,
                       signal_name="flexion_deg", signal_target=60.0, reps=reps,
                       cue="Knees over the toes, slowly")
    now_s = float(shown.t_s[-1])
    sets = (replace(SETS[1], side=side), ExerciseSet("squat", side, reps[0].start_s, now_s, reps))
    return moment(now_s, side=side, trace=shown, posture=Posture.STANDING, exercise=exercise,
                  knee=KneeNow(float(flexion_deg[-1]), 1.6, True, Reason.NONE, 0.02), sets=sets)


def uncalibrated(t_s: float = 12.0) -> Snapshot:
    """Sensors stream, nothing is calibrated."""
    knee = KneeNow(0.0, 0.0, False, Reason.UNCALIBRATED, 0.02)
    return moment(t_s, calibration=MISSING, exercise=None, sets=(), marks=(), pain=None, knee=knee,
                  trace=trace(t_s, valid=False))


def calibrating(t_s: float = 16.0) -> Snapshot:
    status = CalibrationStatus(CalibrationState.RUNNING, "", step="swings",
                               progress=0.4, stillness=1.0, movement=0.6)
    return replace(uncalibrated(t_s), calibration=status)


def refused_step(t_s: float = 16.0) -> Snapshot:
    """The leg moved in the still pose, which is asked for again."""
    why = "The leg moved too early; keep still again with the knee straight, for five seconds."
    status = CalibrationStatus(CalibrationState.REFUSED, why, step="still", progress=0.3, stillness=0.7)
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
