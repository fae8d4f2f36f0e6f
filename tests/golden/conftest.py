"""The sensor's C core, compiled once."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from firmware_protocol.packets import Info

BINDING = Path(__file__).parents[2] / "firmware" / "host" / "patella_core.py"


@pytest.fixture(scope="session")
def core(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Info], Any]:
    """Makes a sensor's core that describes itself with an `Info`."""
    spec = importlib.util.spec_from_file_location("patella_core", BINDING)
    assert spec is not None
    assert spec.loader is not None
    binding = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(binding)
    if not binding.can_build():
        pytest.skip("there is no cc and make here to build the sensor's core with")
    library = binding.build(tmp_path_factory.mktemp("core"))
    return lambda info: binding.Core(library, info)
