"""One moment of a session, immutable; the dashboard pulls it, and nothing is pushed per sample."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from monitor.leg import Bools, Floats, Posture, Reason
from monitor.results import BalanceTrial, ExerciseSet, Landing, Repetition
from monitor.values import Legs, Placement, Side


class SensorState(StrEnum):
    SEARCHING = "searching"
    CONNECTED = "connected"
    STREAMING = "streaming"
    SILENT = "silent"
    LOST = "lost"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SensorStatus:
    """One row of the sensor panel. `loss_visible` is false where the dialect cannot tell (shown in words).

    `lost_lately_percent` is of the last ten seconds, `beyond_range` whether it was within the last three.
    """

    placement: Placement
    state: SensorState
    sentence: str = ""
    serial: str = ""
    battery_percent: float | None = None
    rssi_dbm: float | None = None
    rate_hz: float | None = None
    lost_percent: float = 0.0
    loss_visible: bool = True
    reconnects: int = 0
    saturated_samples: int = 0
    markers: int = 0           # double taps on its housing, or presses of its button
    lost_lately_percent: float = 0.0
    beyond_range: bool = False


class CalibrationState(StrEnum):
    MISSING = "missing"
    RUNNING = "running"
    GOOD = "good"
    POOR = "poor"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CalibrationStatus:
    """`step` is the guide's step id while running, `progress` the part of it that is done, 0-1.

    `stillness` and `movement` are 0-1 bars (1: enough); `quality` names each figure with its unit.
    """

    state: CalibrationState
    sentence: str
    step: str = ""
    progress: float = 0.0
    stillness: float = 0.0
    movement: float = 0.0
    source: str = ""
    age_s: float | None = None
    quality: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class KneeNow:
    flexion_deg: float
    sigma_deg: float
    valid: bool
    reason: Reason
    age_s: float               # since the newest grid instant; over 0.5 s it is stale and not valid


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """The last 20 s (or less) on the grid; (n,) each, `t_s` from the start of the session.

    `valid` belongs to flexion, `oriented` to the tilts, `sensed` (both sensors had data) to accelerations.
    """

    t_s: Floats
    flexion_deg: Floats
    sigma_deg: Floats
    valid: Bools
    thigh_acc_g: Floats
    shank_acc_g: Floats
    thigh_tilt_deg: Floats
    shank_tilt_deg: Floats
    thigh_elevation_deg: Floats
    oriented: Bools
    sensed: Bools


@dataclass(frozen=True, slots=True)
class Mark:
    t_s: float
    text: str


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the banner: what is wrong and what to do."""

    id: str
    severity: Severity
    sentence: str


@dataclass(frozen=True, slots=True)
class ExerciseProgress:
    """The exercise under way. `phase`: ready | lifting | holding | lowering | rest | done.

    `phase_s` is the time spent in the phase so far, `tempo_s` the time it should take (0: free), which the
    pace guide shows; `rest_left_s` counts down between two sets. `signal_value` and `signal_target` are in
    the unit that ends `signal_name`.
    """

    exercise: str
    title: str
    set_number: int
    sets_prescribed: int
    reps_counted: int
    reps_prescribed: int
    hold_s: float
    hold_prescribed_s: float
    phase: str
    cue: str
    signal_name: str
    signal_value: float
    signal_target: float | None
    signal_valid: bool
    reps: tuple[Repetition, ...] = ()
    recognised: str = ""
    therapist_reps: int = 0
    phase_s: float = 0.0
    tempo_s: float = 0.0
    rest_left_s: float = 0.0
    experimental: bool = False


@dataclass(frozen=True, slots=True)
class RecordingStatus:
    path: str
    duration_s: float
    failed: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """One leg's moment, or that of both legs in one session.

    With both legs `legs` are the left and the right leg's own moments (calibration, knee, posture, trace,
    exercise, sets, landings, balance), and this one's are those of the leg that moves, which `side` names.
    Of both it has all sensors, problems (each saying its leg), sets, landings and balance trials by time,
    and the calibration that lags behind.
    """

    t_s: float
    side: Side
    patient: str
    sensors: tuple[SensorStatus, ...]
    skew_ms: float | None
    calibration: CalibrationStatus
    knee: KneeNow
    posture: Posture
    trace: Trace
    problems: tuple[Problem, ...] = ()
    exercise: ExerciseProgress | None = None
    sets: tuple[ExerciseSet, ...] = ()
    landings: tuple[Landing, ...] = ()
    balance: tuple[BalanceTrial, ...] = ()
    marks: tuple[Mark, ...] = ()
    pain: int | None = None
    recording: RecordingStatus | None = None
    paused: bool = False
    latency_ms: float | None = None      # newest packet's arrival to this snapshot
    legs: tuple[Snapshot, ...] = ()      # left and right, where both legs wear sensors; else empty

    @property
    def worn(self) -> Legs:
        """Which legs wear sensors."""
        return Legs.BOTH if self.legs else Legs(self.side)

    @property
    def last_exercised(self) -> Legs:
        """Which legs did the newest set; both where both wear sensors and none was done."""
        newest = [leg.sets[-1] for leg in self.legs if leg.sets]
        last = max(newest, key=lambda one: one.end_s, default=None)
        if last is None:
            return self.worn
        together = {one.side for one in newest if one.end_s > last.start_s}
        return Legs.BOTH if len(together) > 1 else Legs(last.side)

    @property
    def finished_sets(self) -> tuple[ExerciseSet, ...]:
        """The sets without those under way, each of which is the last of its leg; a complete one is done."""
        if self.legs:
            both = (one for leg in self.legs for one in leg.finished_sets)
            return tuple(sorted(both, key=lambda one: one.start_s))
        exercise = self.exercise
        if exercise is None or not exercise.reps or exercise.phase in ("rest", "done"):
            return self.sets
        complete = 0 < exercise.reps_prescribed <= exercise.reps_counted
        return self.sets if complete else self.sets[:-1]

    def aged(self, seconds: float = 0.0) -> Snapshot:
        """The same moment when nothing has come for so long: no angle of it is live any more."""
        knee = replace(self.knee, age_s=self.knee.age_s + seconds, valid=False)
        return replace(self, knee=knee, legs=tuple(leg.aged(seconds) for leg in self.legs))
