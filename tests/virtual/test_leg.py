"""The leg obeys physics: what its sensors feel follows from how it moves."""

from __future__ import annotations

import numpy as np
import pytest

from monitor.values import Segment, Side
from monitor.virtual.leg import GRAVITY_M_S2, SENSOR_FROM_KNEE_M, Leg, LegMotion
from monitor.virtual.motions.spec import Spec
from monitor.virtual.patient import write_script
from monitor.virtual.pose import COLUMN
from monitor.virtual.quaternions import conjugate, multiply, rotate, small_vector
from monitor.virtual.script import INTERNAL_RATE_HZ, Script, play

G = GRAVITY_M_S2


def move(*specs: Spec, side: Side = Side.RIGHT, off_axis_deg: float = 5.0) -> tuple[LegMotion, Script]:
    """The whole motion of a patient whose muscles do not tremble."""
    script = write_script(specs, seed=3)
    leg = Leg(side, np.random.default_rng(1), off_axis_deg=off_axis_deg)
    pieces = []
    for poses in play(script.moves):
        poses[:, COLUMN["tremor"]] = 0
        pieces.append(leg.push(poses))
    segments = {s: type(pieces[0].segments[s])(
        *(np.concatenate([getattr(p.segments[s], name) for p in pieces], axis=-1)
          for name in ("quat", "force_m_s2", "knee_m", "strap_deg"))) for s in Segment}
    joined = LegMotion(np.concatenate([p.t_s for p in pieces]),
                       np.concatenate([p.flexion_deg for p in pieces]), segments)
    return joined, script


def hinge_angle_deg(motion: LegMotion) -> np.ndarray:
    """Rotation of the shank against the thigh about the thigh's z axis."""
    between = multiply(conjugate(motion.segments[Segment.THIGH].quat), motion.segments[Segment.SHANK].quat)
    return -2 * np.degrees(np.arctan2(between[3], between[0]))


def test_time_is_continuous_from_just_before_the_start():
    motion, script = move(Spec("squat", 2))
    assert motion.t_s[0] == pytest.approx(-1 / INTERNAL_RATE_HZ)
    assert np.diff(motion.t_s) == pytest.approx(1 / INTERNAL_RATE_HZ, abs=1e-9)
    assert motion.t_s[-1] == pytest.approx(script.now_s, abs=3 / INTERNAL_RATE_HZ)


@pytest.mark.parametrize("side", list(Side))
def test_at_rest_the_force_is_gravity_upward(side):
    motion, _ = move(Spec("stand", 5), side=side)
    for segment in Segment:
        force = motion.segments[segment].force_m_s2
        assert force.mean(axis=1) == pytest.approx([0, G, 0], abs=0.02)


def test_true_flexion_is_the_rotation_about_the_hinge():
    motion, _ = move(Spec("squat", 2), off_axis_deg=0.0)
    sway = motion.flexion_deg - hinge_angle_deg(motion)
    assert np.abs(sway).max() < 1e-9
    assert motion.flexion_deg.max() > 75


def test_off_axis_motion_grows_with_flexion_and_hardly_touches_the_hinge_angle():
    motion, _ = move(Spec("squat", 2), off_axis_deg=5.0)
    assert np.abs(motion.flexion_deg - hinge_angle_deg(motion)).max() < 0.3
    between = multiply(conjugate(motion.segments[Segment.THIGH].quat), motion.segments[Segment.SHANK].quat)
    out_of_hinge_deg = np.degrees(2 * np.arcsin(np.hypot(between[1], between[2])))
    deepest = motion.flexion_deg.argmax()
    assert 3 < out_of_hinge_deg[deepest] < 7
    assert out_of_hinge_deg[0] < 0.1


@pytest.mark.parametrize("name", ["squat", "sit_to_stand", "straight_leg_raise_side", "walking", "step_up"])
def test_both_segments_carry_the_same_knee(name):
    """The force at each sensor, less what turning adds there, is the force at the knee."""
    motion, _ = move(Spec(name, 4 if name == "walking" else 2))
    at_knee = []
    for segment in Segment:
        part = motion.segments[segment]
        arm = rotate(part.quat, np.array(SENSOR_FROM_KNEE_M[segment])[:, None])
        turning = np.diff(arm, 2, axis=1) * INTERNAL_RATE_HZ**2
        at_knee.append(part.force_m_s2[:, 1:-1] - turning)
    apart = np.abs(at_knee[0] - at_knee[1]).max(axis=0)
    if name in ("walking", "step_up"):   # a foot's contact reaches the thigh later and softer
        assert np.median(apart) < 0.3
    else:
        assert apart.max() < 1e-5


def test_flight_is_free_fall_and_its_height_follows_from_its_time():
    motion, script = move(Spec("double_leg_hop", 3))
    landings = script.truth["landings"]
    assert len(landings) == 3
    for landing in landings:
        inside = ((motion.t_s > landing["t_s"] - landing["flight_s"] + 0.002)
                  & (motion.t_s < landing["t_s"] - 0.002))
        for segment in Segment:
            force = np.linalg.norm(motion.segments[segment].force_m_s2[:, inside], axis=0)
            assert force.max() < 0.25 * G
            assert np.median(force) < 0.15 * G
        assert landing["height_m"] == pytest.approx(G * landing["flight_s"] ** 2 / 8)
        knee_y = motion.segments[Segment.SHANK].knee_m[1, inside]
        assert knee_y.max() - knee_y[0] == pytest.approx(landing["height_m"], abs=0.03)


def test_a_landing_is_sharp_at_the_shank_and_softer_at_the_thigh():
    motion, script = move(Spec("double_leg_hop", 3))
    for landing in script.truth["landings"]:
        after = (motion.t_s > landing["t_s"]) & (motion.t_s < landing["t_s"] + 0.1)
        shank, thigh = (np.linalg.norm(motion.segments[s].force_m_s2[:, after], axis=0) / G
                        for s in (Segment.SHANK, Segment.THIGH))
        assert 5 < shank.max() < 20
        assert 0.3 < thigh.max() / shank.max() < 0.8
        high = motion.t_s[after][shank > shank.max() / 2]
        assert 0.005 < high[-1] - high[0] < 0.02   # a half-sine is over its half for two thirds of its width


@pytest.mark.parametrize("name", ["squat", "standing_hip_abduction", "clamshell", "diagonal_hop", "walking"])
def test_a_left_leg_is_the_mirror_image_of_a_right_one(name):
    spec = Spec(name, 4 if name == "walking" else 1)
    right, _ = move(spec)
    left, _ = move(spec, side=Side.LEFT)
    mirror = np.array([[1.0], [1.0], [-1.0]])
    assert left.flexion_deg == pytest.approx(right.flexion_deg)
    for segment in Segment:
        assert np.allclose(left.segments[segment].force_m_s2, mirror * right.segments[segment].force_m_s2)
        for axis in np.eye(3):
            turned = rotate(left.segments[segment].quat, (mirror[:, 0] * axis)[:, None])
            assert np.allclose(turned, mirror * rotate(right.segments[segment].quat, axis[:, None]))


def test_flexion_turns_both_legs_about_their_own_right():
    """Segment z points to the subject's right on either leg, so bending turns the shank about -z on both."""
    for side in Side:
        motion, script = move(Spec("knee_extension_seated", 1), side=side)
        lowering = script.truth["exercises"][0]["repetitions"][0]
        bending = (motion.t_s > lowering["lower_s"] + 0.2) & (motion.t_s < lowering["end_s"] - 0.2)
        quat = motion.segments[Segment.SHANK].quat[:, bending]
        rates = small_vector(multiply(conjugate(quat[:, :-1]), quat[:, 1:]))
        assert (rates[2] < 0).all()
