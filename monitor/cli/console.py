"""What every command prints with: results on stdout, progress on stderr and only where someone looks."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer

Report = Callable[[float], None]


def say(text: str) -> None:
    """Print a result for people."""
    typer.echo(text)


def warn(text: str) -> None:
    """Tell people of a doubt, apart from the result."""
    typer.echo(f"Note: {text}", err=True)


@contextmanager
def keeping(output: Path) -> Iterator[None]:
    """Tell under which name a recording is kept that stood where a new one was written."""
    from monitor.recording.outputs import kept_as

    kept = kept_as(output)
    yield
    if kept.exists():
        warn(f"{output} held another recording; that one is kept as {kept}.")


def say_json(value: Any) -> None:
    """Print exactly one JSON object; a number that is not finite would be a fault of ours, and is refused."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False))


@contextmanager
def progress(title: str) -> Iterator[Report]:
    """Show a bar for long work on a terminal's stderr; yields a function to be told the fraction done."""
    if sys.stderr is None or not sys.stderr.isatty():      # None: closed by whoever started us
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=1.0)
        yield lambda fraction: bar.update(task, completed=fraction)
