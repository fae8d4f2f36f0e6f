"""Which sensor is worn where."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _own_pairing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("monitor.sources.pairing.default_path", lambda: tmp_path / "sensors.json")


def test_a_sensor_is_assigned_listed_and_forgotten(patella: Run) -> None:
    assert "No sensor has been assigned" in patella("sensors").out
    assert patella("sensors", "assign", "12AB", "left_thigh").code == 0
    assert patella("sensors").out == "12AB  left_thigh\n"
    assert patella("sensors", "forget", "12AB").code == 0
    assert "No sensor has been assigned" in patella("sensors").out


def test_the_list_has_a_command_of_its_own_and_serial_numbers_any_case(patella: Run) -> None:
    assert patella("sensors", "assign", "12ab", "left_thigh").out == "12AB  left_thigh\n"
    assert patella("sensors", "list").out == "12AB  left_thigh\n"


def test_a_sensor_blinks_by_its_serial_number(
        patella: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.app.identify", lambda serial: f"Patella-{serial}")
    assert patella("sensors", "identify", "12ab").out == "Patella-12AB blinks.\n"


@pytest.mark.parametrize("line", ["assign 12AB left_arm", "forget 12AB"])
def test_a_place_or_sensor_that_is_not_known_is_wrong_usage(patella: Run, line: str) -> None:
    assert patella("sensors", *line.split()).code == 2


def test_a_damaged_list_is_named(patella: Run, tmp_path: Path) -> None:
    (tmp_path / "sensors.json").write_text("{")
    assert str(tmp_path / "sensors.json") in patella("sensors").sentence
