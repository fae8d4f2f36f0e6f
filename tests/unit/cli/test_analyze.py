"""Analysing, comparing with an earlier analysis, and replaying."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_analyze_prints_one_object_with_every_key(patella: Run, squats: Path) -> None:
    ended = patella("analyze", squats, "--json")
    assert (ended.code, ended.err) == (0, "")
    result = json.loads(ended.out)
    assert {"recording", "version", "side", "duration_s", "sensors", "skew_ms", "calibration", "knee",
            "sets", "landings", "balance", "marks", "warnings"} <= set(result)
    assert set(result["sensors"]["left_thigh"]) == {
        "rate_hz", "samples", "lost_percent", "gaps", "saturated_samples", "range_g"}
    assert set(result["knee"]) == {
        "flexion_min_deg", "flexion_max_deg", "sigma_median_deg", "valid_percent"}
    assert result["knee"]["flexion_max_deg"] > 60.0


def test_analyze_speaks_to_people_too(patella: Run, squats: Path) -> None:
    ended = patella("analyze", squats)
    assert (ended.code, ended.err) == (0, "")
    assert "left knee" in ended.out


def test_compare_tells_what_another_version_made_of_it(patella: Run, squats: Path,
                                                       tmp_path: Path) -> None:
    earlier = tmp_path / "before.json"
    then = json.loads(patella("analyze", squats, "--json").out)
    then["version"] = "0.0.1"
    then["sets"][0]["reps"][1] |= {"counted": False, "rule": "too_small"}
    earlier.write_text(json.dumps(then))
    first, last = patella("compare", earlier, squats).out.splitlines()
    assert "squat: too_small -> counted" in first
    assert last.startswith("Differing repetitions: 1, in whether they count: 1; version 0.0.1 then")


@pytest.mark.parametrize("text", ["no analysis", "{}", "[1]", '{"sets": [{}], "version": "1"}'])
def test_compare_needs_an_analysis(patella: Run, squats: Path, tmp_path: Path, text: str) -> None:
    earlier = tmp_path / "before.json"
    earlier.write_text(text)
    assert "is no analysis" in patella("compare", earlier, squats).sentence


def test_replay_of_what_was_never_shown_says_so(patella: Run, squats: Path) -> None:
    assert "No angle had been shown" in patella("replay", squats, "--headless", "--speed", "max").out
