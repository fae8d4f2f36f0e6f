"""Every row of the programme is done as described, smoothly, and with errors where they are wanted."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from monitor.values import Segment, Side
from monitor.virtual.leg import GRAVITY_M_S2, Leg, leg_motion
from monitor.virtual.motions import EXERCISES
from monitor.virtual.motions.programme import REPETITIONS
from monitor.virtual.motions.spec import Spec
from monitor.virtual.patient import write_script
from monitor.virtual.quaternions import rotate
from monitor.virtual.script import play
from monitor.virtual.simulate import simulate
from monitor.virtual.truth import Truth, Witness, observe

PROGRAMME = {
    "quad_set", "short_arc_quad", "straight_leg_raise_supine", "straight_leg_raise_side",
    "straight_leg_raise_prone", "clamshell", "glute_med_isometric", "bridge",
    "standing_hip_abduction", "standing_hip_extension", "standing_hip_flexion", "double_leg_hop",
    "single_leg_hop", "diagonal_hop", "single_leg_stance", "t_stance", "bosu_balance", "squat",
    "wall_squat", "sit_to_stand", "single_leg_squat", "split_squat", "forward_lunge",
    "reverse_lunge", "reverse_slide", "step_up", "heel_raise", "hamstring_curl",
    "knee_extension_seated", "knee_flexion_standing", "side_leg_raise", "leg_press",
    "knee_to_chest_stretch", "arabesque", "walking", "stationary_bike", "stair_climbing",
}
HOPS = ("double_leg_hop", "single_leg_hop", "diagonal_hop")
TIMED = ("walking", "stationary_bike", "stair_climbing")


def truth_of(*specs: Spec, seed: int = 2) -> Truth:
    script = write_script(specs, seed)
    witness = Witness(leg_motion(Leg(Side.RIGHT, np.random.default_rng(seed)), play(script.moves)))
    witness.see(np.inf)
    return observe(witness.course(), script, 100, seed, Side.RIGHT)


def repetitions(truth: Truth) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = truth.events["exercises"][0]["repetitions"]
    return found


def test_the_whole_programme_is_known():
    assert set(EXERCISES) >= PROGRAMME


def test_what_the_exercise_library_names_can_be_done():
    from monitor.exercises.definition import library

    assert {exercise.id for exercise in library().exercise} <= set(EXERCISES)


@pytest.mark.parametrize("name", sorted(REPETITIONS))
def test_no_knee_is_bent_backwards(name):
    moves = write_script([Spec(name, 40)], 5).moves
    assert min(move.pose.flexion for move in moves) >= -1e-9


@pytest.mark.parametrize("name", sorted(set(EXERCISES) - {"daily_activity"}))
def test_movement_is_smooth(name):
    """No jump in any pose: forces stay those of a person, and change little from one instant to the next."""
    script = write_script([Spec(name, 4 if name in TIMED else 1)], seed=2)
    most_g = 20 if name in HOPS else 4.5
    for part in leg_motion(Leg(Side.RIGHT, np.random.default_rng(1)), play(script.moves)):
        for segment in Segment:
            force_g = part.segments[segment].force_m_s2 / GRAVITY_M_S2
            assert np.abs(force_g).max() < most_g
            assert np.abs(np.diff(force_g, axis=1)).max() < most_g / 4


@pytest.mark.parametrize("name", sorted(REPETITIONS))
def test_repetitions_and_holds_are_as_asked(name):
    done = repetitions(truth_of(Spec(name, 3, hold_s=1.5)))
    assert len(done) == 3
    for repetition in done:
        assert repetition["counted"]
        assert repetition["hold_s"] == 1.5
        assert repetition["lower_s"] - repetition["top_s"] == pytest.approx(1.5)
        assert repetition["end_s"] > repetition["lower_s"]
        if name not in ("step_up", "heel_raise"):   # whose top is no extreme of either angle
            assert max(repetition["flexion_held_s"], repetition["elevation_held_s"]) > 1.5
    assert all(a["end_s"] < b["start_s"] for a, b in pairwise(done))
    sizes = [r["flexion_max_deg"] + r["elevation_max_deg"] for r in done]
    assert len({round(size, 3) for size in sizes}) == 3   # nobody moves twice alike


def test_a_form_error_is_made_where_it_is_wanted_and_told():
    done = repetitions(truth_of(Spec("straight_leg_raise_supine", 4, form_error="knee_not_locked",
                                     form_error_reps=(2, 4))))
    assert [r["form"] for r in done] == [[], ["knee_not_locked"], [], ["knee_not_locked"]]
    assert [r["flexion_max_deg"] > 15 for r in done] == [False, True, False, True]


@pytest.mark.parametrize(("name", "error", "shows"), [
    ("short_arc_quad", "extension_lag",
     lambda bad, good: bad["flexion_min_deg"] > good["flexion_min_deg"] + 8),
    ("squat", "incomplete_range", lambda bad, good: bad["flexion_max_deg"] < 0.7 * good["flexion_max_deg"]),
    ("bridge", "too_fast", lambda bad, good: bad["end_s"] - bad["lower_s"] < 0.6),
    ("quad_set", "short_hold", lambda bad, good: bad["hold_s"] < good["hold_s"] / 2),
    ("short_arc_quad", "thigh_lifts",
     lambda bad, good: bad["elevation_max_deg"] > good["elevation_max_deg"] + 10),
    ("bridge", "unsteady", lambda bad, good: bad["elevation_min_deg"] < good["elevation_min_deg"] - 2),
    ("clamshell", "knee_moves", lambda bad, good: bad["flexion_min_deg"] < good["flexion_min_deg"] - 15),
])
def test_each_form_error_shows(name, error, shows):
    good = repetitions(truth_of(Spec(name, 1)))[0]
    bad = repetitions(truth_of(Spec(name, 1, form_error=error)))[0]
    assert shows(bad, good)
    assert bad["form"] == [error]


def test_an_exercise_has_no_other_exercises_errors():
    with pytest.raises(ValueError, match="squat has no form error 'feet_apart'"):
        write_script([Spec("squat", 1, form_error="feet_apart")], seed=1)


def test_attempts_given_up_half_way_do_not_count():
    done = repetitions(truth_of(Spec("squat", 4, partial_reps=(3,))))
    assert [r["counted"] for r in done] == [True, True, False, True]
    assert done[2]["flexion_max_deg"] < 0.4 * done[1]["flexion_max_deg"]


def test_pauses_and_tempo():
    steady, paused, quick = (truth_of(spec) for spec in (
        Spec("squat", 4), Spec("squat", 4, pause_after=(2,)), Spec("squat", 4, tempo=2.0)))
    between = [b["start_s"] - a["end_s"] for a, b in pairwise(repetitions(paused))]
    assert between[1] > 5 > max(between[0], between[2])
    lasts = [np.mean([r["end_s"] - r["start_s"] for r in repetitions(t)]) for t in (steady, quick)]
    assert lasts[0] / lasts[1] == pytest.approx(2.0, rel=0.2)


def test_side_lying_has_its_hinge_axis_upright():
    script = write_script([Spec("straight_leg_raise_side", 1)], seed=2)
    [lying] = [p for p in script.truth["postures"] if p["posture"] == "side_leg_up"]
    for part in leg_motion(Leg(Side.RIGHT, np.random.default_rng(1)), play(script.moves)):
        inside = (part.t_s > lying["start_s"]) & (part.t_s < lying["start_s"] + 0.4)
        hinge = rotate(part.segments[Segment.THIGH].quat, np.array([[0.0], [0.0], [1.0]]))[:, inside]
        assert (hinge[1] > 0.99).all()


@pytest.mark.parametrize(("name", "sway"), [
    ("stand", 0.3), ("single_leg_stance", 1.0), ("bosu_balance", 2.5)])
def test_harder_ground_makes_more_sway(name, sway):
    truth = truth_of(Spec(name, 12 if name == "stand" else 1, hold_s=9.0))
    trials = truth.events["exercises"][0]["trials"] if truth.events["exercises"] else [{"start_s": 2.0}]
    inside = (truth.t_s > trials[0]["start_s"]) & (truth.t_s < trials[0]["start_s"] + 8.5)
    assert sway / 3.5 < truth.thigh_elevation_deg[inside].std() + truth.flexion_deg[inside].std() < sway * 1.5


def test_touch_downs_happen_in_some_trials_and_are_told():
    trials = write_script([Spec("single_leg_stance", 12)], seed=2).truth["exercises"][0]["trials"]
    assert len(trials) == 12
    touched = [t for t in trials if t["touch_downs"]]
    assert 0 < len(touched) < 12
    for trial in touched:
        assert trial["start_s"] < trial["touch_downs"][0] < trial["start_s"] + trial["duration_s"]


def test_a_diagonal_hop_leads_out_and_back():
    landings = write_script([Spec("diagonal_hop", 4)], seed=2).truth["landings"]
    assert [np.sign(x["outward_m"]) for x in landings] == [1, -1, 1, -1]


@pytest.mark.parametrize(("name", "least_deg", "most_deg"), [
    ("walking", 45, 75), ("stair_climbing", 65, 110), ("stationary_bike", 55, 90)])
def test_cyclic_work_bends_the_knee_like_people_do(name, least_deg, most_deg):
    truth = truth_of(Spec(name, 20))
    [exercise] = truth.events["exercises"]
    inside = (truth.t_s > exercise["start_s"] + 2) & (truth.t_s < exercise["end_s"] - 2)
    assert least_deg < np.ptp(truth.flexion_deg[inside]) < most_deg
    assert exercise["cycles"] == pytest.approx(20 / exercise["period_s"], abs=1)


def test_ten_ordinary_minutes_hold_no_exercise():
    script = write_script([Spec("daily_activity", 600)], seed=2)
    assert script.now_s > 600
    assert [(e["exercise"], e["repetitions"]) for e in script.truth["exercises"]] == [("daily_activity", [])]
    assert {p["posture"] for p in script.truth["postures"]} >= {"standing", "sitting", "supine", "transition"}


def test_muscles_at_work_can_be_felt():
    """The vibration of a quad set stands out of the relaxed thigh between 10 and 40 Hz."""
    from scipy.signal import butter, sosfiltfilt

    from firmware_protocol.codec import decode_data
    from monitor.values import Received

    made = simulate([Spec("quad_set", 3)], seed=1)
    packets = [decode_data(i.payload) for i in made.inputs
               if isinstance(i, Received) and i.placement.segment is Segment.THIGH]
    acc_g = np.concatenate([p.counts[:, :3] for p in packets]) / 32768 * 16
    t_s = 0.4 + np.arange(len(acc_g)) / 200
    band = sosfiltfilt(butter(4, (10, 40), "bandpass", fs=200, output="sos"), acc_g, axis=0)
    strength = np.sqrt((band**2).sum(axis=1))
    for repetition in repetitions(made.truth):
        pressed = (t_s > repetition["top_s"] + 0.5) & (t_s < repetition["lower_s"] - 0.5)
        relaxed = (t_s > repetition["end_s"] + 0.5) & (t_s < repetition["end_s"] + 1.5)
        assert strength[pressed].mean() > 3 * strength[relaxed].mean()
