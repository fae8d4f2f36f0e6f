"""Commands that speak to real sensors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from monitor.cli.console import say
from monitor.cli.recordings import WornSide
from monitor.values import Side

Folder = Annotated[Path | None, Option(
    metavar="DIR", help="The folder for the recording; without it, Patella's own.")]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    for command in (live, scan):
        app.command(command.__name__, rich_help_panel="Sensors")(command)


def live(record: Folder = None, side: WornSide = Side.LEFT) -> None:
    """Connect to your sensors and show the knee angle as it moves. Everything is recorded."""
    from monitor.app import live as watch

    watch(side, record)


def scan() -> None:
    """Look for sensors nearby and list what was found."""
    from monitor.app import scan as look

    for line in look():
        say(line)
