"""Commands about exercises, prescriptions and why a repetition was or was not counted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.console import progress, say
from monitor.cli.recordings import RecordingFile


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    panel = "Programme"
    prescription = typer.Typer(no_args_is_help=True, help="A patient's exercises and doses, as a text file.")
    prescription.command("check")(check)
    app.command("exercises", rich_help_panel=panel)(exercises)
    app.add_typer(prescription, name="prescription", rich_help_panel=panel)
    app.command("why", rich_help_panel=panel)(why)


def exercises() -> None:
    """List every exercise that can be counted, with its usual dose."""
    from monitor.app import exercise_lines

    for line in exercise_lines():
        say(line)


def check(file: Annotated[Path, typer.Argument(metavar="FILE.toml", help="A prescription.")]) -> None:
    """Check a prescription; every problem is named with its line."""
    from monitor.app import check_prescription

    say(check_prescription(file))


def why(
        recording: RecordingFile,
        repetition: Annotated[str, typer.Argument(
            metavar="REP", help="Number of the repetition in the session, or set.repetition, such as 2.3.")],
) -> None:
    """Why a repetition was or was not counted: the rule that decided, and the signal it saw."""
    from monitor.app import explain

    with progress("Analysing") as report:
        text = explain(recording, repetition, progress=report)
    say(text)
