"""TOML text to a validated model, with every problem named by its line and field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from monitor.errors import PrescriptionError

if TYPE_CHECKING:
    from pydantic import BaseModel

Path = tuple[str | int, ...]
_TABLE = re.compile(r"^\s*(\[\[?)\s*([\w.\"'-]+)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*([\w\"'-]+(?:\s*\.\s*[\w\"'-]+)*)\s*=")
_MOST_PROBLEMS = 20
_MOST_LINES = 5_000       # a long programme has some hundred lines; a file of this size is something else
_PLAIN = {"extra_forbidden": "this name is not known here", "missing": "is missing",
          "too_short": "has too few entries", "tuple_type": "must be a list, its tables headed [[...]]",
          "model_type": "must be a table of names and values"}

Model = TypeVar("Model", bound="BaseModel")


def line_numbers(text: str) -> dict[Path, int]:
    """The line (from 1) of every table and key of a TOML text, by path such as `("exercise", 0, "reps")`."""
    lines: dict[Path, int] = {(): 1}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _TABLE.match(line):
            table = _table_path(header[2], array=header[1] == "[[", counts=counts)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_names(key[1])), number)
    return lines


def parse(text: str, model: type[Model], what: str, context: object = None) -> Model:
    """Validate a TOML text as `model`; raises `PrescriptionError` naming line and field of each problem.

    `context` is what the model's own checks are given.
    """
    from pydantic import ValidationError
    count = text.count("\n") + 1
    if count > _MOST_LINES:
        raise PrescriptionError((f"The {what} has {count} lines; more than {_MOST_LINES} are not read "
                                 f"(line {_MOST_LINES + 1} and on). Check that it is the right file.",))
    try:
        return model.model_validate(tomllib.loads(text), context=context)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PrescriptionError((f"The {what} is not valid TOML: {error}.",)) from None
    except ValidationError as error:
        raise PrescriptionError(_sentences(error.errors(), line_numbers(text), what)) from None


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line of the nearest named ancestor of `path`; inline tables and lists share their key's line."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


def field_name(path: Path) -> str:
    """`("exercise", 2, "reps")` as a reader would say it: `exercise 3, reps`."""
    words = [f" {part + 1}" if isinstance(part, int) else f", {part}" for part in path]
    return "".join(words).removeprefix(", ") or "the file"


def _sentences(errors: Sequence[Any], lines: Mapping[Path, int], what: str) -> tuple[str, ...]:
    faults = [e["loc"] for e in errors]
    errors = [e for e in errors if not (e["type"] == "too_short" and _has_fault_within(e["loc"], faults))]
    found = [_of_one_field(error["loc"], _message(error), lines) for error in errors]
    placed = sorted((line_of(lines, path), field_name(path), message) for path, message in found)
    shown = tuple(sentence_at(line, what, name, message) for line, name, message in placed)
    more = len(shown) - _MOST_PROBLEMS
    return shown if more <= 0 else (*shown[:_MOST_PROBLEMS], f"And {more} more problems in the {what}.")


def sentence_at(line: int, what: str, name: str, message: str) -> str:
    """A problem with its place."""
    return f"Line {line} of the {what}, {name}: {message}" + "." * (not message.endswith("?"))


def _of_one_field(path: Path, message: str, lines: Mapping[Path, int]) -> tuple[Path, str]:
    """A check of several fields names the one at fault first, as in `hold_s: longer than the set`."""
    field, _, rest = message.partition(": ")
    return ((*path, field), rest) if rest and (*path, field) in lines else (path, message)


def _has_fault_within(path: Path, faults: Sequence[Path]) -> bool:
    """A list whose entries are wrong is not also short of entries."""
    return any(len(other) > len(path) and other[:len(path)] == path for other in faults)


def _message(error: Mapping[str, Any]) -> str:
    if error["type"] in _PLAIN:
        return _PLAIN[error["type"]]
    text = str(error["msg"]).removeprefix("Value error, ").replace("Input should be", "must be", 1)
    given = error["input"]
    simple = isinstance(given, str | int | float) and error["type"] != "value_error"
    return f"{text[:1].lower()}{text[1:]}" + (f" (it says {str(given)[:40]!r})" if simple else "")


def _table_path(name: str, *, array: bool, counts: dict[Path, int]) -> Path:
    *parents, last = _names(name)
    path: Path = ()
    for part in parents:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path] - 1)
    path = (*path, last)
    if array:
        counts[path] = counts.get(path, 0) + 1
        path = (*path, counts[path] - 1)
    return path


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
