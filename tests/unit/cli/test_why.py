"""Why a repetition counted."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_why_explains_a_repetition_by_its_number(patella: Run, squats: Path) -> None:
    first, same = patella("why", squats, "1"), patella("why", squats, "1.1")
    assert (first.code, first.err) == (0, "")
    assert first.out == same.out
    assert "repetition 1 of" in first.out


def test_why_draws_the_signal_that_it_saw(patella: Run, squats: Path) -> None:
    line = patella("why", squats, "1").out.splitlines()[-1]
    assert re.fullmatch(r"Knee flexion, -?[\d.]+° to \d+°: [▁▂▃▄▅▆▇█ ]{60}", line)
    course = line.split(": ")[1]
    assert course[0] == course[-1] == "▁"
    assert "█" in course[15:45]


def test_why_knows_which_repetitions_there_are(patella: Run, squats: Path) -> None:
    assert "no repetition 99" in patella("why", squats, "99").sentence


def test_why_holds_a_repetition_against_the_exercise_that_is_named(patella: Run,
                                                                   squats: Path) -> None:
    assert "squat" in patella("why", squats, "1", "--exercise", "squat").out.lower()
    assert "flying" in patella("why", squats, "1", "--exercise", "flying").sentence
