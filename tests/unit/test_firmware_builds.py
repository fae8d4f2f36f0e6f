"""The C core under sanitizers, and for the processor it is meant for."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

FIRMWARE = Path(__file__).parents[2] / "firmware"
FLASH_BUDGET_BYTES = 4096


def make(target: str, build: Path) -> str:
    done = subprocess.run(["make", "-s", "-C", FIRMWARE, f"BUILD={build}", target], capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not (shutil.which("cc") and shutil.which("make")),
                    reason="there is no cc and make here")
def test_the_core_holds_under_sanitizers(tmp_path: Path) -> None:
    assert make("test", tmp_path) == "the core holds\n"


@pytest.mark.skipif(shutil.which("arm-none-eabi-gcc") is None,
                    reason="there is no arm-none-eabi-gcc here (Debian: gcc-arm-none-eabi)")
def test_the_core_is_small_on_a_cortex_m4(tmp_path: Path) -> None:
    sizes = make("size", tmp_path)
    total = re.search(r"^\s*(\d+)\s+(\d+)\s+(\d+)\s+\d+\s+\w+\s+\(TOTALS\)", sizes, re.MULTILINE)
    assert total is not None
    text, initialised, zeroed = map(int, total.groups())
    assert 0 < text < FLASH_BUDGET_BYTES
    assert initialised == zeroed == 0   # no static memory: everything lives in what the board passes in


@pytest.mark.skipif(not (shutil.which("c++") and shutil.which("make")),
                    reason="there is no c++ and make here")
def test_a_compiler_can_read_the_sketch(tmp_path: Path) -> None:
    make("read-sketch", tmp_path)


def test_the_core_asks_for_no_heap() -> None:
    sources = "".join(path.read_text() for path in (FIRMWARE / "patella_sensor" / "src" / "core").iterdir())
    included = set(re.findall(r"#include <(\w+\.h)>", sources))
    assert included == {"stdbool.h", "stddef.h", "stdint.h", "string.h"}   # without stdlib.h there is no heap
