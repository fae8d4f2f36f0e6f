"""The program's states in a clinician's words. One place, so that every screen says the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from monitor.dashboard.text.languages import core
from monitor.leg import Posture, Reason
from monitor.snapshot import (
    CalibrationState,
    CalibrationStatus,
    KneeNow,
    SensorState,
    SensorStatus,
    Severity,
    Snapshot,
)
from monitor.values import NOBODY, Legs, Placement, Segment, Side

translate = QCoreApplication.translate
STALE_AFTER_S = 0.5
LOW_BATTERY_PERCENT = 15
HIGH_LOSS_PERCENT = 5.0
HIGH_SKEW_MS = 15.0        # more costs a degree or two in a fast movement


def patient(code: str) -> str:
    """The patient's code; empty where nobody was chosen."""
    return "" if code == NOBODY else code


def others(snapshot: Snapshot, code: str) -> bool:
    """Whether `code` is another patient's than the one of the session, as far as both are known."""
    return bool(code and patient(snapshot.patient)) and code != snapshot.patient


def side(value: Side | Legs) -> str:
    return {Legs.LEFT: translate("words", "left knee"), Legs.RIGHT: translate("words", "right knee"),
            Legs.BOTH: translate("words", "both knees")}[Legs(value)]


def side_letter(value: Side) -> str:
    """What stands beside a curve."""
    return {Side.LEFT: translate("words", "L"), Side.RIGHT: translate("words", "R")}[value]


def segment(value: Segment) -> str:
    return {Segment.THIGH: translate("words", "Thigh"), Segment.SHANK: translate("words", "Shank")}[value]


def place(value: Placement) -> str:
    return f"{segment(value.segment)}, {side(value.side)}"


def posture(value: Posture) -> str:
    return {
        Posture.UNKNOWN: translate("words", "Posture not known"),
        Posture.STANDING: translate("words", "Standing"),
        Posture.SITTING: translate("words", "Sitting"),
        Posture.SUPINE: translate("words", "Lying on the back"),
        Posture.PRONE: translate("words", "Lying on the stomach"),
        Posture.SIDE_LEG_UP: translate("words", "Lying on the side, leg on top"),
        Posture.SIDE_LEG_DOWN: translate("words", "Lying on the side, leg below"),
    }[value]


def reason(value: Reason) -> str:
    """Why there is no angle, and what to do about it."""
    return {
        Reason.NONE: "",
        Reason.NO_DATA: translate("words", "A sensor sends nothing. Check that both are switched on."),
        Reason.UNCALIBRATED: translate("words", "Not calibrated yet. Start the calibration."),
        Reason.GAP: translate("words", "Data was lost on the way. The angle returns in a moment."),
        Reason.SATURATED: translate("words", "The movement was beyond the sensor's range."),
        Reason.SETTLING: translate("words", "The sensors are settling. Keep still for a moment."),
        Reason.UNCERTAIN: translate("words", "Too uncertain to show. Rest with the leg straight."),
        Reason.SLIPPED: translate("words", "A strap has slipped. Tighten it and calibrate again."),
        Reason.LOOSE: translate("words", "A strap is loose. Tighten it."),
    }[value]


def may_show(knee: KneeNow) -> bool:
    """Whether the angle may be drawn as live: valid, and not stale."""
    return knee.valid and knee.age_s <= STALE_AFTER_S


def may_count(snapshot: Snapshot) -> bool:
    """Whether what the exercise counts may be shown as live: its signal is certain, and not stale."""
    exercise = snapshot.exercise
    return exercise is not None and exercise.signal_valid and snapshot.knee.age_s <= STALE_AFTER_S


def why_no_angle(knee: KneeNow, calibration: CalibrationStatus, sensors: Sequence[SensorStatus] = ()) -> str:
    """The sentence that stands where the angle would be; empty when the angle may be shown."""
    if may_show(knee):
        return ""
    states = {sensor.state for sensor in sensors}
    if knee.reason is Reason.NO_DATA and states and states <= {SensorState.SEARCHING, SensorState.CONNECTED}:
        return translate("words", "The sensors are getting ready. The angle comes with their data.")
    missing = {sensor.placement.segment for sensor in sensors if not sensor_works(sensor)}
    if knee.reason is Reason.NO_DATA and len(missing) == 1:
        return {Segment.THIGH: translate("words", "No angle without the thigh sensor."),
                Segment.SHANK: translate("words", "No angle without the shank sensor.")}[missing.pop()]
    if knee.age_s > STALE_AFTER_S and knee.reason in (Reason.NONE, Reason.NO_DATA):
        return translate("words", "No new data. The sensors are silent.")
    if knee.reason is Reason.UNCALIBRATED and calibration.state is CalibrationState.RUNNING:
        return translate("words", "The angle appears when the calibration is done.")
    return reason(knee.reason) or reason(Reason.NO_DATA)


def trouble(snapshot: Snapshot) -> str:
    """The gravest problem of the moment in a sentence; empty where there is none."""
    grave = (problem.sentence for problem in snapshot.problems if problem.severity is Severity.PROBLEM)
    return core(next(grave, ""))


def waited_for(snapshot: Snapshot) -> str:
    """What must happen before the sensors can stream; empty where nothing must."""
    return core(next((problem.sentence for problem in snapshot.problems
                      if (problem.id, problem.severity) == ("bluetooth", Severity.INFO)), ""))


def no_skew(sensors: Iterable[SensorStatus]) -> str:
    """Why it is not known how far the sensors' clocks are apart."""
    if all(sensor.loss_visible for sensor in sensors):
        return translate("words", "clocks not compared yet")
    return translate("words", "clocks cannot be compared: these sensors send no time")


def sensor_state(value: SensorState) -> str:
    return {
        SensorState.SEARCHING: translate("words", "searching"),
        SensorState.CONNECTED: translate("words", "connected"),
        SensorState.STREAMING: translate("words", "streaming"),
        SensorState.SILENT: translate("words", "silent"),
        SensorState.LOST: translate("words", "lost, reconnecting"),
        SensorState.FAILED: translate("words", "failed"),
    }[value]


def battery_low(sensor: SensorStatus) -> bool:
    return sensor.battery_percent is not None and sensor.battery_percent <= LOW_BATTERY_PERCENT


def sensor_trouble(sensor: SensorStatus) -> str:
    """What is wrong with a sensor, in words; its plain state where nothing is."""
    said = [core(sensor.sentence) or sensor_state(sensor.state)]
    return " · ".join([*said, *sensor_doubts(sensor)])


def sensor_doubts(sensor: SensorStatus) -> list[str]:
    """What is not well with a sensor that works, each in two or three words."""
    doubts = ((battery_low(sensor), translate("words", "battery low")),
              (losing(sensor), translate("words", "losing data")),
              (sensor.beyond_range, translate("words", "beyond its range")))
    return [said for so, said in doubts if so]


def losing(sensor: SensorStatus) -> bool:
    """Whether it loses much now; what was lost earlier is no more to be mended."""
    return sensor.lost_lately_percent > HIGH_LOSS_PERCENT


def sensor_works(sensor: SensorStatus) -> bool:
    return sensor.state is SensorState.STREAMING


def sensor_well(sensor: SensorStatus) -> bool:
    """Streaming, with enough battery, little loss, and within its range."""
    return sensor_works(sensor) and not sensor_doubts(sensor)


def calibration_state(status: CalibrationStatus) -> str:
    return {
        CalibrationState.MISSING: translate("words", "Not calibrated"),
        CalibrationState.RUNNING: translate("words", "Calibrating"),
        CalibrationState.GOOD: translate("words", "Calibrated, fit good"),
        CalibrationState.POOR: translate("words", "Calibrated, fit poor"),
        CalibrationState.REFUSED: translate("words", "Calibration refused"),
    }[status.state]


def strap(snapshot: Snapshot) -> str:
    """What is known of the straps now: slipped, doubtful or loose; empty where nothing is wrong."""
    ids = [problem.id for problem in snapshot.problems]
    return next((what for what in ("slipped", "doubtful", "loose")
                 if any(name.endswith(f"strap_{what}") for name in ids)), "")


def fit(snapshot: Snapshot) -> str:
    """How the calibration in use fits, in words."""
    state, straps = snapshot.calibration.state, strap(snapshot)
    if straps == "slipped" and state is CalibrationState.POOR:
        return translate("words", "Fits no longer: strap slipped")
    if straps and state is CalibrationState.GOOD:
        return translate("words", "Calibrated, fit doubtful")
    return calibration_state(snapshot.calibration)


def measure(name: str) -> str:
    """A measure's name without its unit, in words; an unknown one is spelt out."""
    known = {
        "lift": translate("words", "Lift"),
        "lifting": translate("words", "Way there"),
        "lowering": translate("words", "Way back"),
        "range": translate("words", "Range"),
        "duration": translate("words", "Duration"),
        "cycle": translate("words", "Whole cycle"),
        "hold": translate("words", "Hold"),
        "peak": translate("words", "Peak"),
        "flexion_max": translate("words", "Largest flexion"),
        "flexion_min": translate("words", "Smallest flexion"),
        "flexion_range": translate("words", "Flexion range"),
        "flexion_held": translate("words", "Flexion held"),
        "flexion_rest": translate("words", "Flexion at rest"),
        "flight": translate("words", "Flight"),
        "peak_dynamic": translate("words", "Peak acceleration"),
        "peak_rise": translate("words", "Highest rise"),
        "ankle_rise": translate("words", "Ankle rise"),
    }
    return known.get(name) or name.replace("_", " ").capitalize()


def progression(name: str) -> str:
    """What makes an exercise harder, in words; an unknown name is spelt out."""
    known = {
        "cuff_weight": translate("words", "cuff weight"),
        "deeper": translate("words", "deeper"),
        "eyes_closed": translate("words", "eyes closed"),
        "higher_step": translate("words", "higher step"),
        "lower_chair": translate("words", "lower chair"),
        "pillow": translate("words", "on a pillow"),
        "resistance_band": translate("words", "resistance band"),
        "single_leg": translate("words", "on one leg"),
        "swiss_ball": translate("words", "on a Swiss ball"),
        "unsteady_surface": translate("words", "on an unsteady surface"),
        "weight": translate("words", "more weight"),
    }
    return known.get(name) or name.replace("_", " ")


def rule(identifier: str) -> str:
    """A rule's or form comment's id in words; an unknown id is shown as it is, spelt out."""
    known = {
        "counted": translate("words", "counted"),
        "too_small": translate("words", "too small"),
        "short_hold": translate("words", "short hold"),
        "wrong_posture": translate("words", "wrong posture"),
        "gap": translate("words", "data missing"),
        "slipped": translate("words", "strap slipped"),
        "uncertain": translate("words", "angle not certain"),
        "too_fast": translate("words", "too fast"),
        "extension_lag": translate("words", "knee not straight"),
        "incomplete_range": translate("words", "not all the way"),
        "hip_rolling": translate("words", "hip rolling"),
        "feet_apart": translate("words", "feet apart"),
        "knee_not_locked": translate("words", "knee not locked"),
        "too_long": translate("words", "too long"),
        "too_short": translate("words", "too short"),
        "other_movement": translate("words", "another movement"),
        "wrong_leg": translate("words", "the other leg"),
        "left_the_chair": translate("words", "left the chair"),
        "thigh_lifts": translate("words", "thigh lifts off"),
        "knee_moves": translate("words", "knee moves"),
        "unsteady": translate("words", "unsteady"),
        "overruled": translate("words", "decided by the therapist"),
    }
    return known.get(identifier) or identifier.replace("_", " ")
