"""The library holds the whole programme, and adding to it needs no Python."""

from importlib.resources import files

import pytest

from monitor.errors import PrescriptionError
from monitor.exercises.definition import Kind, library, parse_library
from monitor.exercises.engine import ExerciseEngine
from monitor.leg import Posture
from monitor.values import Side

PROGRAMME = [
    "quad_set", "short_arc_quad", "straight_leg_raise_supine", "straight_leg_raise_side",
    "straight_leg_raise_prone", "clamshell", "glute_med_isometric", "bridge", "standing_hip_abduction",
    "standing_hip_extension", "standing_hip_flexion", "double_leg_hop", "single_leg_hop",
    "diagonal_hop", "single_leg_stance", "t_stance", "bosu_balance", "squat", "wall_squat",
    "sit_to_stand", "single_leg_squat", "split_squat", "forward_lunge", "reverse_lunge",
    "reverse_slide", "step_up", "heel_raise", "hamstring_curl", "knee_extension_seated",
    "knee_flexion_standing", "side_leg_raise", "leg_press", "knee_to_chest_stretch", "arabesque",
    "walking", "stationary_bike", "stair_climbing",
]

OWN = """[[exercise]]
id = "ankle_pump"
title = "Knee pump"
kind = "repetition"
setup = "Lie down."
movement = "Bend and straighten the knee."
cue = "Bend"
posture = ["supine"]
dose = { reps = 20 }
phases = { signal = "flexion_deg", direction = "up", start_deg = 5, least_deg = 10, target_deg = 15 }
signature = { flexion_max_deg = [10, 60] }
"""


def test_the_whole_programme_is_there():
    assert sorted(library().ids) == sorted(PROGRAMME)


@pytest.mark.parametrize("name", PROGRAMME)
def test_every_exercise_says_what_to_do(name):
    exercise = library().get(name)
    assert exercise.setup.endswith(".")
    assert exercise.movement.endswith(".")
    assert exercise.dose.reps or exercise.dose.duration_s
    assert exercise.kind in (Kind.LANDING, Kind.BALANCE, Kind.TIMED) or exercise.phases or exercise.transition


def test_the_published_doses():
    assert (library().get("quad_set").dose.hold_s, library().get("quad_set").dose.times_per_day) == (5.0, 2)
    assert library().get("clamshell").dose.reps == 20
    assert library().get("t_stance").dose.duration_s == 15
    assert library().get("single_leg_stance").dose.sets == 3


def test_an_exercise_of_ones_own_is_counted(make_leg, make_repeated):
    own = parse_library(OWN)
    bend = make_repeated(100.0, 5, 20.0)
    engine = ExerciseEngine(Side.RIGHT, 100.0, start_ns=0, exercise="ankle_pump", library=own)
    engine.push(make_leg(100.0, flexion=bend, elevation=0 * bend, posture=Posture.SUPINE))
    engine.finish()
    assert [sum(r.counted for r in s.reps) for s in engine.sets] == [5]


@pytest.mark.parametrize(("old", "new", "line", "words"), [
    ('"supine"', '"lying"', 8, "posture"),
    ("least_deg = 10", "least_deg = 1", 10, "must not decrease"),
    ('"repetition"', '"transition"', 1, "needs a table"),
    ("flexion_max_deg", "flexion_most_deg", 11, "is not one of"),
    ("reps = 20", "reps = 0", 9, "greater than or equal"),
])
def test_a_mistake_in_the_library_names_its_line(old, new, line, words):
    with pytest.raises(PrescriptionError) as caught:
        parse_library(OWN.replace(old, new))
    assert caught.value.problems[0].startswith(f"Line {line} of the exercise library")
    assert words in caught.value.problems[0]


def test_the_same_exercise_twice_is_refused():
    with pytest.raises(PrescriptionError, match="defined twice"):
        parse_library(OWN * 2)


def test_the_library_explains_itself():
    text = files("monitor.exercises").joinpath("library.toml").read_text("utf-8")
    assert text.count("[[exercise]]") == len(PROGRAMME)
