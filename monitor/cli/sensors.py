"""Commands that speak to real sensors, or keep in mind where they are worn."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from monitor.cli.console import say
from monitor.cli.recordings import WornLegs
from monitor.values import Legs, Placement

Folder = Annotated[Path | None, Option(
    metavar="DIR", help="The folder for the recording; without it, Patella's own.")]
Serial = Annotated[str, Argument(
    metavar="SERIAL", parser=str.upper, help="The sensor's serial number, as 'scan' lists it.")]
Place = Annotated[str, Argument(
    metavar="PLACE", help="left_thigh, left_shank, right_thigh or right_shank.")]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    panel = "Sensors"
    for command in (live, scan):
        app.command(command.__name__, rich_help_panel=panel)(command)
    mine = typer.Typer(help="Your own sensors: list, assign, identify and forget them.")
    mine.callback(invoke_without_command=True)(list_when_bare)
    mine.command("list")(list_sensors)
    mine.command("assign")(assign)
    mine.command("identify")(identify)
    mine.command("forget")(forget)
    app.add_typer(mine, name="sensors", rich_help_panel=panel)


def live(record: Folder = None, side: WornLegs = Legs.LEFT) -> None:
    """Connect to your sensors and show the knee angle as it moves. Everything is recorded."""
    from monitor.app import live as watch

    watch(side, record)


def scan() -> None:
    """Look for sensors nearby and list what was found."""
    from monitor.app import scan as look

    for line in look():
        say(line)


def list_when_bare(context: typer.Context) -> None:
    """List your sensors."""
    if context.invoked_subcommand is None:
        list_sensors()


def list_sensors() -> None:
    """List the sensors that were assigned a place; while there are any, no other is ever streamed from."""
    from monitor.sources.pairing import default_path, load_pairing

    places = load_pairing(default_path()).places
    for serial, placement in sorted(places.items()):
        say(f"{serial}  {placement}")
    if not places:
        say("No sensor has been assigned: each is taken for what it says it is.")


def assign(serial: Serial, place: Place) -> None:
    """Say where a sensor is worn from now on."""
    from monitor.sources.pairing import default_path, load_pairing, save_pairing

    try:
        placement = Placement.parse(place)
    except ValueError:
        raise typer.BadParameter(f"{place} is no place: left_thigh, left_shank, right_thigh, right_shank.",
                                 param_hint="PLACE") from None
    path = default_path()
    save_pairing(path, load_pairing(path).assigned(serial, placement))
    say(f"{serial}  {placement}")


def identify(serial: Serial) -> None:
    """Let a sensor blink, to see which one it is."""
    from monitor.app import identify as blink

    say(f"{blink(serial)} blinks.")


def forget(serial: Serial) -> None:
    """Forget where a sensor is worn."""
    from monitor.sources.pairing import default_path, load_pairing, save_pairing

    path = default_path()
    pairing = load_pairing(path)
    if serial not in pairing.places:
        raise typer.BadParameter(f"{serial} has not been assigned.", param_hint="SERIAL")
    save_pairing(path, pairing.forgotten(serial))
    say(f"{serial} is forgotten.")
