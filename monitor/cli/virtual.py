"""Commands that need no sensors: a virtual patient wears virtual ones."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from monitor.cli.console import keeping, progress, say
from monitor.cli.recordings import NewRecording, WornLegs
from monitor.values import Legs


class SensorMake(StrEnum):
    PATELLA = "patella"
    MOVELLA = "movella"
    WITMOTION = "witmotion"
    THINGY52 = "thingy52"
    PLAIN_FLOAT = "plain_float"


Specs = Annotated[list[str], Argument(
    metavar="EXERCISE", help="What the virtual patient does: name, or name:repetitions, or "
    "name:repetitionsxhold, for example: calibration squat:10 straight_leg_raise_supine:6x3")]
Truth = Annotated[Path | None, Option(
    metavar="DIR", help="Also write the true knee angle (flexion.csv) and events (events.json).")]
Seed = Annotated[int, Option(min=0, help="The same seed makes the same session, bit for bit.")]
Rate = Annotated[float, Option(min=25, max=1000, metavar="HZ", help="Samples a second.")]
Loss = Annotated[float, Option(min=0, max=50, metavar="PERCENT", help="Packets lost.")]
Bias = Annotated[float, Option(min=0, max=20, metavar="DEG_PER_S", help="Constant error of the gyros.")]
SoftTissue = Annotated[float, Option(min=0, max=30, metavar="DEG", help="How far skin moves the sensors.")]
Range = Annotated[float, Option("--range", min=2, max=200, metavar="G", help="Accelerometers' full scale.")]
Headless = Annotated[bool, Option(
    "--headless", help="Without a display: leaves screenshots, the recording and its summary.")]
Out = Annotated[Path, Option(metavar="DIR", help="Where the results go.")]
Faults = Annotated[str, Option(
    metavar="FAULT,...", help="What goes wrong with the sensors: strap-slip, loose, dropout, low-battery, "
    "swapped, upside-down, wrong-leg, saturation, silent.")]
Make = Annotated[SensorMake, Option("--sensors", help="The hardware that the virtual sensors behave like.")]
Seconds = Annotated[float | None, Option(
    min=5, help="End after this time; without it, when the virtual patient has finished.")]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    for command in (demo, simulate):
        app.command(command.__name__, rich_help_panel="Without sensors")(command)


def demo(headless: Headless = False, out: Out = Path("demo-output"), seconds: Seconds = None, seed: Seed = 1,
         fault: Faults = "", sensors: Make = SensorMake.PATELLA, side: WornLegs = Legs.LEFT) -> None:
    """See it work: a virtual patient wears virtual sensors on a virtual Bluetooth link."""
    from monitor.demo import run
    from monitor.demo_source import Scene

    scene = Scene(seed=seed, faults=fault, make=sensors.value, legs=side)
    for line in run(out, scene, headless=headless, seconds=seconds):
        say(line)


def simulate(specs: Specs, output: NewRecording, truth: Truth = None, seed: Seed = 0, rate: Rate = 200.0,
             side: WornLegs = Legs.LEFT, loss: Loss = 0.0, bias: Bias = 0.0, soft_tissue: SoftTissue = 0.0,
             acc_range: Range = 16.0) -> None:
    """Make a recording of a virtual patient, with the truth beside it (of both legs in a folder each)."""
    from monitor.app import simulate as make

    with keeping(output), progress("Simulating"):
        make(specs, output, truth, side=side, seed=seed, rate_hz=rate, loss_percent=loss, bias_deg_s=bias,
             soft_tissue_deg=soft_tissue, acc_range_g=acc_range)
    say(str(output))
