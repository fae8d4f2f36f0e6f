"""Writes what a benchmark measured into its own section of a page in docs/, and leaves the others alone."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def write_section(page: str, name: str, text: str) -> None:
    """Replace the section between the markers of `name`, or append it."""
    path = DOCS / page
    whole = path.read_text(encoding="utf-8")
    section = f"<!-- {name} -->\n{text.strip()}\n<!-- end of {name} -->"
    pattern = re.compile(rf"<!-- {name} -->.*<!-- end of {name} -->", re.DOTALL)
    found = pattern.search(whole)
    path.write_text(pattern.sub(lambda _: section, whole) if found else f"{whole.rstrip()}\n\n{section}\n",
                    encoding="utf-8")


def machine() -> str:
    """What it was measured on, in one line."""
    return (f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
            f"Python {platform.python_version()}, numpy {version('numpy')}")
