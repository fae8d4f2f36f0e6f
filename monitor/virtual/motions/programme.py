"""The exercises of the programme that are repetitions, as poses; angles in degrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from monitor.virtual.motions.anchoring import foot_down
from monitor.virtual.motions.repetitions import Repeated, Stage
from monitor.virtual.pose import POSTURES, SITTING, STANDING, SUPINE, Pose

ON_SIDE, PRONE = POSTURES["side_leg_up"], POSTURES["prone"]
EFFORT = {"sway": 0.3, "tremor": 0.2}
LEG_FREE = replace(STANDING, planted=0, hip_y=STANDING.hip_y + 0.03, sway=0.4)   # weight on the other leg
UNLOCKED = {"knee_not_locked": {"flexion": 20.0}, "extension_lag": {"flexion": 20.0}}


def effort(pose: Pose, **fields: float) -> Pose:
    """The pose with some fields changed and the muscles at work."""
    return replace(pose, **{**EFFORT, **fields})


def leaned(thigh: float, shank: float, **fields: float) -> Pose:
    """Standing on the foot with thigh and shank leaned by so many degrees, knee forward +."""
    return effort(STANDING, hip_flexion=thigh, flexion=thigh + shank, **fields)


def lunge(thigh: float, shank: float) -> Repeated:
    """Step forward with this leg, sink, push back."""
    swing = effort(LEG_FREE, hip_x=0.2, hip_flexion=38, flexion=42)
    reach = foot_down(effort(LEG_FREE, hip_x=0.3, hip_y=STANDING.hip_y - 0.07, hip_flexion=32, flexion=14))
    low = effort(reach, hip_flexion=thigh, flexion=thigh + shank)
    step = Stage(swing, 0.6), Stage(reach, 0.55, contact_m_s=0.3)
    return Repeated("standing", STANDING, low, lift_s=0.9, lower_s=0.9, via=step)


SQUAT_DOWN = leaned(58, 30, sway=0.4, tremor=0.15)
SEATED_FOOT_DOWN = foot_down(SITTING)
LEG_HANGING = replace(SITTING, hip_flexion=88, flexion=82)
ON_ROLL = replace(SUPINE, hip_flexion=22, flexion=40)
ON_TOWEL = replace(SUPINE, hip_flexion=4, flexion=7)
KNEES_UP = foot_down(replace(SUPINE, hip_flexion=45, flexion=95))
CURLED_UP = replace(ON_SIDE, hip_flexion=45, flexion=88)
SPLIT_STANCE = leaned(12, 6)
FOOT_ON_STEP = foot_down(effort(LEG_FREE, hip_x=0.05, hip_flexion=62, flexion=74))
ON_STEP = replace(FOOT_ON_STEP, hip_flexion=4, flexion=6)
ON_SLED = replace(SITTING, recline=35, hip_flexion=88, flexion=92, planted=0)

REPETITIONS: Mapping[str, Repeated] = {
    "quad_set": Repeated(
        "supine", ON_TOWEL, replace(ON_TOWEL, hip_flexion=3.2, flexion=4.6, tremor=0.35), hold_s=5,
        lift_s=0.6, lower_s=0.8, rest_s=2.5),
    "short_arc_quad": Repeated(
        "supine", ON_ROLL, effort(ON_ROLL, flexion=2), hold_s=5,
        errors={"extension_lag": {"flexion": 14}, "thigh_lifts": {"hip_flexion": 16}}),
    "straight_leg_raise_supine": Repeated(
        "supine", SUPINE, effort(SUPINE, hip_flexion=30, flexion=2), hold_s=3, errors=UNLOCKED),
    "straight_leg_raise_side": Repeated(
        "side_leg_up", ON_SIDE, effort(ON_SIDE, hip_abduction=30, flexion=2), hold_s=3,
        errors={**UNLOCKED, "hip_rolling": {"roll": -28}}),
    "straight_leg_raise_prone": Repeated(
        "prone", PRONE, effort(PRONE, hip_flexion=-16, flexion=2), hold_s=3, errors=UNLOCKED),
    "clamshell": Repeated(
        "side_leg_up", CURLED_UP, effort(CURLED_UP, roll=55), reps=15, hold_s=3,
        errors={"feet_apart": {"hip_abduction": 22}, "knee_moves": {"flexion": -22}}),
    "glute_med_isometric": Repeated(
        "side_leg_up", ON_SIDE, replace(ON_SIDE, hip_abduction=7, tremor=0.35), hold_s=5,
        lift_s=0.7, lower_s=1.0, rest_s=2.0),
    "bridge": Repeated(
        "supine", KNEES_UP, effort(KNEES_UP, hip_flexion=20, flexion=88), hold_s=3,
        errors={"knee_moves": {"flexion": -24}}),
    "standing_hip_abduction": Repeated(
        "standing", LEG_FREE, effort(LEG_FREE, hip_abduction=28, flexion=2), errors=UNLOCKED),
    "standing_hip_extension": Repeated(
        "standing", LEG_FREE, effort(LEG_FREE, hip_flexion=-20, flexion=2), errors=UNLOCKED),
    "standing_hip_flexion": Repeated(
        "standing", LEG_FREE, effort(LEG_FREE, hip_flexion=38, flexion=2), errors=UNLOCKED),
    "squat": Repeated("standing", STANDING, SQUAT_DOWN, lift_s=1.5, lower_s=1.3),
    "wall_squat": Repeated("standing", STANDING, leaned(74, 4), reps=3, hold_s=20, lift_s=2.0, lower_s=1.6,
                           rest_s=4.0),
    "sit_to_stand": Repeated("sitting", SEATED_FOOT_DOWN, foot_down(replace(STANDING, sway=0.3)), lift_s=1.4,
                             hold_s=0.8, lower_s=1.6),
    "single_leg_squat": Repeated("standing", replace(STANDING, flexion=4, hip_flexion=2, sway=0.6),
                                 leaned(32, 24, sway=0.7), lift_s=1.6, lower_s=1.4),
    "split_squat": Repeated("standing", SPLIT_STANCE, leaned(64, 22), lift_s=1.5, lower_s=1.4),
    "forward_lunge": lunge(72, 14),
    "reverse_lunge": Repeated("standing", STANDING, leaned(68, 16), lift_s=1.4, lower_s=1.4),
    "reverse_slide": Repeated("standing", STANDING, leaned(40, 22), lift_s=1.7, lower_s=1.7),
    "step_up": Repeated("standing", STANDING, ON_STEP, hold_s=0.5, lift_s=1.0, lower_s=1.2,
                        via=(Stage(FOOT_ON_STEP, 0.9, contact_m_s=0.1),)),
    "heel_raise": Repeated("standing", STANDING, leaned(-5, 6, foot_y=STANDING.foot_y + 0.08), hold_s=1.0,
                           lift_s=0.9, lower_s=1.2),
    "hamstring_curl": Repeated("prone", PRONE, effort(PRONE, flexion=92), hold_s=0.5,
                               errors={"thigh_lifts": {"hip_flexion": -14}}),
    "knee_extension_seated": Repeated("sitting", LEG_HANGING, effort(LEG_HANGING, hip_flexion=91, flexion=4),
                                      hold_s=1.0, errors={"extension_lag": {"flexion": 16}}),
    "knee_flexion_standing": Repeated("standing", LEG_FREE, effort(LEG_FREE, flexion=88), hold_s=0.5),
    "side_leg_raise": Repeated("side_leg_up", ON_SIDE, effort(ON_SIDE, hip_abduction=32, flexion=2),
                               lift_s=1.0, lower_s=1.4, errors={**UNLOCKED, "hip_rolling": {"roll": -28}}),
    "leg_press": Repeated("sitting", ON_SLED, effort(ON_SLED, hip_flexion=52, flexion=10), lift_s=1.3),
    "knee_to_chest_stretch": Repeated("supine", SUPINE, replace(SUPINE, hip_flexion=108, flexion=122), reps=3,
                                      hold_s=30, lift_s=2.0, lower_s=2.0, rest_s=3.0),
    "arabesque": Repeated("standing", replace(STANDING, flexion=6, hip_flexion=3, sway=0.5),
                          leaned(22, 4, sway=0.8), hold_s=1.0, lift_s=1.6, lower_s=1.6),
}
