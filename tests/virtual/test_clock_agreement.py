"""How far apart two sensors' times are after alignment: `benchmarks/clocks.py`, held to its goals."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from monitor.virtual.virtual_time import run_in_virtual_time

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
MAKES = ("patella", "movella", "witmotion")


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return import_module("clocks")


def check(clocks: ModuleType, make: str, interval_s: float, seconds: float) -> None:
    skews = clocks.skew_ms(run_in_virtual_time(clocks.acquire(make, interval_s, seconds)))
    assert len(skews) > 20 * (seconds - 2 * clocks.WAITING_S)
    assert np.percentile(skews, 95) < clocks.GOALS_MS[make]


@pytest.mark.parametrize("make", MAKES)
def test_a_minute(clocks: ModuleType, make: str) -> None:
    check(clocks, make, 0.03, 60.0)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("interval_s", [0.015, 0.03])
@pytest.mark.parametrize("make", MAKES)
def test_ten_minutes(clocks: ModuleType, make: str, interval_s: float) -> None:
    check(clocks, make, interval_s, 600.0)
