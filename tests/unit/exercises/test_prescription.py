"""Prescriptions are read strictly, and every mistake is named by its line."""

from importlib.resources import files

import pytest

from monitor.errors import PrescriptionError
from monitor.exercises.prescription import parse_prescription
from monitor.values import Side

GOOD = """patient = "P-1"
side = "left"
[[exercise]]
id = "squat"
sets = 2
reps = 10
"""


def problems(text):
    with pytest.raises(PrescriptionError) as caught:
        parse_prescription(text)
    return caught.value.problems


def test_the_example_is_valid():
    text = files("monitor.exercises").joinpath("example_prescription.toml").read_text("utf-8")
    plan = parse_prescription(text)
    assert plan.includes(Side.RIGHT)
    assert not plan.includes(Side.LEFT)
    assert plan.dose_of("short_arc_quad") == {"sets": 2, "reps": 12, "hold_s": 5.0, "lower_s": 2.0}
    assert plan.pain.stop_above == 3


def test_what_is_not_in_the_plan_has_no_dose():
    assert parse_prescription(GOOD).dose_of("bridge") is None


@pytest.mark.parametrize(("old", "new", "line", "words"), [
    ('"squat"', '"sqat"', 4, "did you mean 'squat'"),
    ("reps = 10", "reps = -3", 6, "greater than or equal to 1"),
    ("reps = 10", 'reps = "ten"', 6, "valid integer"),
    ("sets = 2", "sets = 0", 5, "greater than or equal to 1"),
    ("reps = 10", "reps = 10\nhold_s = 90\nset_limit_s = 60", 7, "a hold of 90 s is longer than the set"),
    ("reps = 10", "reps = 10\nwight = 3", 7, "not known here"),
    ('side = "left"', 'side = "links"', 2, "'left', 'right' or 'both'"),
    ('patient = "P-1"', "", 1, "is missing"),
    ('"P-1"', '"Anna Müller"', 1, "the patient's code, not a name"),
    ('"P-1"', '""', 1, "the patient's code, not a name"),
    ("reps = 10", "reps = 10\n[pain]\nstop_above = 1\nideal_below = 5", 9, "5 is above stop_above"),
    ("reps = 10", "reps = 10\nhold_s = 20\nduration_s = 15", 7, "longer than the set of 15 s"),
    ("reps = 10", "reps = 10\nset_limit_s = 60\ntempo = { lift_s = 4, lower_s = 4 }", 6, "need 80 s"),
    ("reps = 10", "reps = true", 6, "valid integer"),
    ("reps = 10", "reps = 10\nrest_s = '30'", 7, "valid number"),
    ("reps = 10", "reps = 10\nhold_s = nan", 7, "hold_s: must be"),
    ("reps = 10", "reps = 10\nrest_s = inf", 7, "rest_s: must be"),
    ('side = "left"', 'side = "left"\nstarts = "soon"', 3, "starts: must be a valid date"),
    ('side = "left"', 'side = "left"\n[pain]\nstop_above = 11', 4, "less than or equal to 10"),
    ("reps = 10", "reps = 10\nhold_s = 200", 7, "watched up to 30 s"),
    ('"squat"', '"walking"', 6, "give duration_s instead"),
    ('"squat"', '"double_leg_hop"\nhold_s = 3', 5, "has no hold"),
    ("reps = 10", "reps = 10\n[[exercise]]\nid = 'squat'", 8, "in the plan twice"),
    ("reps = 10", "reps = 10\nprogression = ['cuf_weight']", 7, "did you mean 'cuff_weight'"),
    ("reps = 10", "reps = 10\nprogression = ['xyz']", 7, "there is cuff_weight, deeper"),
    ("reps = 10", "reps = 10\n[pain]\nideal_below = 0", 8, "greater than or equal to 1"),
])
def test_every_mistake_names_its_line(old, new, line, words):
    [problem] = problems(GOOD.replace(old, new))
    assert problem.startswith(f"Line {line} of the prescription, ")
    assert words in problem


def test_two_wrong_exercises_are_two_problems():
    found = problems(GOOD.replace("reps = 10", "reps = -3\n[[exercise]]\nid = 'bridge'\nsets = 0"))
    assert [p.split(":")[0] for p in found] == ["Line 6 of the prescription, exercise 1, reps",
                                                "Line 9 of the prescription, exercise 2, sets"]


def test_an_unknown_exercise_is_named_beside_other_mistakes():
    wrong = GOOD.replace("squat", "sqat").replace("reps = 10", "reps = -3\nprogression = ['cuf_weight']")
    found = problems(wrong + "[[exercise]]\nid = 'walking'\nreps = 5\n")
    assert [p.split(",")[0] for p in found] == [f"Line {line} of the prescription" for line in (4, 6, 7, 10)]


@pytest.mark.parametrize(("exercises", "words"), [
    ("exercise = []", "exercise: has too few entries"), ("exercise = [3]", "exercise 1: must be a table"),
    ("[exercise]\nid = 'squat'", "exercise: must be a list")])
def test_a_plan_without_a_list_of_exercises_is_told_in_plain_words(exercises, words):
    [problem] = problems(f'patient = "P-1"\nside = "left"\n{exercises}\n')
    assert words in problem


def test_text_that_is_no_toml_names_the_line():
    [problem] = problems(GOOD + "reps = = 3\n")
    assert "line 7" in problem


def test_text_nested_without_end_is_refused():
    assert "not valid TOML" in problems("note = " + "[" * 5000)[0]


def test_ten_thousand_lines_are_refused_at_once():
    [problem] = problems(GOOD * 1700)
    assert "line 5001" in problem


def test_many_mistakes_are_cut_short():
    found = problems(GOOD + "[[exercise]]\nid = 'squat'\nreps = -1\n" * 50)
    assert len(found) == 21
    assert found[-1] == "And 30 more problems in the prescription."


def test_a_plan_without_exercises_is_refused():
    assert problems('patient = "P-1"\nside = "left"\n')
