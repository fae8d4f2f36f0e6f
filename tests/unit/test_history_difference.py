from typing import Any

import numpy as np
import pytest

from monitor.history.change import Point, limb_symmetry
from monitor.history.difference import differences


def rep(start_s: float, peak_deg: float = 60.0, rule: str = "counted", hold_s: float = 3.0) -> dict[str, Any]:
    return {"start_s": start_s, "end_s": start_s + 4.0, "peak_deg": peak_deg, "hold_s": hold_s,
            "counted": rule == "counted", "rule": rule}


def analysis(*reps: dict[str, Any], exercise: str = "squat") -> dict[str, Any]:
    return {"sets": [{"exercise": exercise, "reps": list(reps)}]}


def test_equal_analyses_do_not_differ() -> None:
    one = analysis(rep(0.0), rep(5.0, rule="too_small"))
    assert differences(one, one) == ()


def test_each_kind_of_change_has_its_line() -> None:
    before = analysis(rep(0.0), rep(5.0), rep(10.0), rep(15.0, rule="too_small"))
    after = analysis(rep(0.3), rep(5.0, 61.5, hold_s=3.4), rep(15.0), rep(20.0))
    found = differences(before, after)
    assert [str(change) for change in found] == [
        "5.0 s squat: peak +1.5 deg, hold +0.40 s",
        "10.0 s squat: gone (counted)",
        "15.0 s squat: too_small -> counted, peak +0.0 deg, hold +0.00 s",
        "20.0 s squat: new (counted)"]
    assert [change.verdict_changed for change in found] == [False, True, True, True]


def test_another_name_for_the_same_movement_is_told() -> None:
    found = differences(analysis(rep(0.0)), analysis(rep(0.0), exercise="wall_squat"))
    assert str(found[0]).startswith("0.0 s wall_squat: was squat")


def test_symmetry_carries_the_uncertainty_of_both_sides() -> None:
    involved, other = Point(0, "", 90.0, 6.0, 0.0, 4), Point(0, "", 120.0, 8.0, 0.0, 4)
    found = limb_symmetry(involved, other)
    assert found is not None
    index, spread = found
    assert index == pytest.approx(75.0)
    rng = np.random.default_rng(1)
    drawn = 100.0 * rng.normal(90.0, 3.0, 200_000) / rng.normal(120.0, 4.0, 200_000)
    assert spread == pytest.approx(drawn.std(), rel=0.02)
    assert limb_symmetry(involved, Point(0, "", 0.0, 0.0, 0.0, 1)) is None
