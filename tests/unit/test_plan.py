"""The prescription file: kept, checked, and what it asks for today."""

from datetime import date
from pathlib import Path

import pytest

from monitor.plan import PrescriptionFile

MONDAY, TUESDAY = date(2026, 1, 5), date(2026, 1, 6)
TEXT = """
patient = "P1"
side = "left"
[[exercise]]
id = "squat"
sets = 2
reps = 8
days = ["mon"]
[[exercise]]
id = "straight_leg_raise_supine"
times_per_day = 2
[[exercise]]
id = "single_leg_stance"
duration_s = 20
"""


@pytest.fixture
def kept(tmp_path: Path) -> PrescriptionFile:
    plan = PrescriptionFile(tmp_path / "new" / "prescription.toml", today=lambda: MONDAY)
    plan.save(TEXT)
    return plan


def test_where_there_is_none_nothing_is_planned(tmp_path: Path) -> None:
    plan = PrescriptionFile(tmp_path / "prescription.toml")
    assert (plan.text(), plan.today()) == ("", ())


def test_it_is_kept_as_it_was_written(kept: PrescriptionFile, tmp_path: Path) -> None:
    assert kept.text() == TEXT
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["prescription.toml"]


def test_today_lists_the_day_s_exercises_with_the_usual_dose_where_none_is_written(
        kept: PrescriptionFile) -> None:
    squat, raise_, stance = kept.today()
    assert (squat.exercise, squat.title) == ("squat", "Squat")
    assert (squat.sets, squat.reps, squat.hold_s) == (2, 8, 0.0)
    assert (raise_.sets, raise_.reps, raise_.hold_s) == (2, 12, 3.0)
    assert stance.hold_s == 20.0


def test_what_makes_an_exercise_harder_is_part_of_the_day(tmp_path: Path) -> None:
    plan = PrescriptionFile(tmp_path / "prescription.toml")
    harder = TEXT.replace("reps = 8", 'reps = 8\nprogression = ["single_leg"]\ncuff_kg = 1')
    squat, *_ = plan.asked(harder)
    assert (squat.harder, squat.cuff_kg) == (("single_leg",), 1.0)


def test_other_days_have_other_exercises(tmp_path: Path) -> None:
    plan = PrescriptionFile(tmp_path / "prescription.toml", today=lambda: TUESDAY)
    plan.save(TEXT)
    assert [planned.exercise for planned in plan.today()] == [
        "straight_leg_raise_supine", "single_leg_stance"]


def test_sets_that_were_done_are_counted(tmp_path: Path) -> None:
    done = ["squat", "squat", "bridge"]
    plan = PrescriptionFile(tmp_path / "prescription.toml", lambda: done, lambda: MONDAY)
    plan.save(TEXT)
    assert [planned.sets_done for planned in plan.today()] == [2, 0, 0]


def test_a_text_that_is_wrong_is_explained_and_plans_nothing(kept: PrescriptionFile) -> None:
    wrong = TEXT.replace("squat", "flying")
    assert any("flying" in problem for problem in kept.check(wrong))
    assert kept.check(TEXT) == ()
    kept.save(wrong)
    assert kept.today() == ()


def test_a_file_from_another_editor_is_read_as_well(tmp_path: Path) -> None:
    path = tmp_path / "prescription.toml"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    plan = PrescriptionFile(path, today=lambda: MONDAY)
    assert len(plan.today()) == 3
    assert plan.check(plan.text().replace("squat", "flying"))[0].startswith("Line 5 ")


def test_one_odd_letter_does_not_hide_a_prescription(tmp_path: Path) -> None:
    path = tmp_path / "prescription.toml"
    path.write_bytes(f'note = "für sie"\n{TEXT}'.encode("latin-1"))
    plan = PrescriptionFile(path, today=lambda: MONDAY)
    assert len(plan.today()) == 3
    assert "f\N{REPLACEMENT CHARACTER}r sie" in plan.text()


def test_a_folder_in_its_place_is_no_prescription(tmp_path: Path) -> None:
    assert PrescriptionFile(tmp_path).text() == ""
