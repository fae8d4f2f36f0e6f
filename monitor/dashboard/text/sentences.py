"""Finds what the core says to people: its sentences, with `{}` wherever a name or a number stands in them.

They are read from the source, so that no list has to be kept beside it. `translate` writes them down, and
`languages` knows a sentence again by them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import monitor

ROOT = Path(monitor.__file__).parents[1]
SPOKEN = (
    "calibration", "monitor/session", "monitor/pipeline", "monitor/sources", "monitor/acquisition.py",
    "monitor/worker.py", "monitor/opening.py",
    *(f"monitor/recording/{name}.py" for name in ("disk", "notes", "outputs", "reader", "survey")),
    *(f"monitor/exercises/{name}.py" for name in ("coach", "engine", "form", "pain", "prompted", "vocabulary",
                                                "why")),
)
PHRASES = "vocabulary.py"        # what stands inside of sentences, and is written small
LEAST_LETTERS = 11               # outside of the places: a shorter one would fit too much


def spoken() -> set[str]:
    """Every sentence of the core, as it is looked up."""
    return {text for place in SPOKEN for path in _modules(ROOT / place) for text in _texts(path)}


def _modules(place: Path) -> list[Path]:
    return [place] if place.suffix else sorted(place.rglob("*.py"))


def _texts(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
              for part in ast.walk(node) if part is not node}
    passed = inside | _silent(tree)
    for node in ast.walk(tree):
        text = _template(node)
        if id(node) not in passed and _is_said(text, path.name == PHRASES):
            yield text


def _template(node: ast.AST) -> str:
    """A string literal; a formatted one with `{}` in its places."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return ""


def _silent(tree: ast.Module) -> set[int]:
    """Docstrings, and other strings that stand for themselves."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _is_said(text: str, phrase: bool) -> bool:
    written = " ".join(text.replace("{}", "").split())
    if phrase:
        return " " in written
    whole = text[:1].isupper() or text.startswith(("{} ", "{}:"))
    return whole and " " in written and len(written) >= LEAST_LETTERS and "{where}" not in text
