"""Commands that read, change and mend recordings."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer import Argument, Option

from monitor.cli.console import keeping, progress, say, say_json, warn
from monitor.values import Legs, Side


class Speed(StrEnum):
    NORMAL = "1"
    FOURFOLD = "4"
    MAX = "max"


class CalibrationChoice(StrEnum):
    RECORDING = "recording"
    LIVE = "live"


class Format(StrEnum):
    CSV = "csv"
    STO = "sto"


RecordingFile = Annotated[Path, Argument(metavar="FILE.mcap", help="A recorded session.")]
DamagedFile = Annotated[Path, Argument(metavar="BAD.mcap", help="A damaged or unfinished recording.")]
Table = Annotated[Path, Argument(metavar="FILE.csv", help="Samples of both sensors, a row an instant.")]
Output = Annotated[Path, Option(
    "--output", "-o", metavar="FILE", help="The file to write. It may take the place of a "
    "former one, but never of a recording.")]
NewRecording = Annotated[Path, Option(
    "--output", "-o", metavar="FILE.mcap", help="The recording to write. Another one that has this name "
    "already is not lost: it is kept as FILE-1.mcap, FILE-2.mcap and so on.")]
WornSide = Annotated[Side, Option(help="The leg that wears the sensors.")]
WornLegs = Annotated[Legs, Option("--side", help="The leg that wears the sensors, or both.")]
OneSide = Annotated[Side | None, Option(
    "--side", help="Of a recording of both legs only this one; without it, both.")]
Calibration = Annotated[CalibrationChoice, Option(
    help="'recording' lets a file without guided calibration be calibrated from all of it first; "
         "'live' uses only what had been seen by then, as the screen would have.")]
Saved = Annotated[Path | None, Option(
    "--calibration-from", metavar="FILE", help="Use the calibration of this other recording of the same "
    "straps, or one in a file of its own. Another person's, leg's or mounting's is refused.")]
Exercise = Annotated[str | None, Option(
    metavar="NAME", help="The exercise that was done throughout; without it, it is recognised.")]
AsJson = Annotated[bool, Option("--json", help="Print one JSON object, for other programs.")]
Smooth = Annotated[bool, Option("--smooth", help="Also estimate with hindsight; labelled as smoothed.")]
Pace = Annotated[Speed, Option(help="As fast as it was, four times as fast, or as fast as possible.")]
Headless = Annotated[bool, Option(
    "--headless", help="Without a window; compares the angle with the one that was shown live.")]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    for name, command in (("analyze", analyze), ("replay", replay), ("export", export), ("import", import_),
                          ("report", report), ("verify", verify), ("recover", recover)):
        app.command(name, rich_help_panel="Recordings")(command)


def analyze(recording: RecordingFile, as_json: AsJson = False, smooth: Smooth = False,
            calibration: Calibration = CalibrationChoice.RECORDING, exercise: Exercise = None,
            side: OneSide = None, calibration_from: Saved = None) -> None:
    """Knee angle, repetitions, holds and landings of a recorded session."""
    from monitor.both_legs import analyze_legs

    with progress("Analysing") as told:
        result = analyze_legs(recording, side=side, calibration=calibration.value, saved=calibration_from,
                              exercise=exercise, smooth=smooth, progress=told)
    if as_json:
        say_json(result.to_json())
    else:
        say(result.summary())


def replay(recording: RecordingFile, speed: Pace = Speed.NORMAL, headless: Headless = False) -> None:
    """Play a recorded session again through the live screens."""
    from monitor.app import replay as play

    text = play(recording, speed=None if speed is Speed.MAX else float(speed), headless=headless)
    if text:
        say(text)


def export(recording: RecordingFile, output: Output,
           to: Annotated[Format, Option("--to", help="A table, or OpenSim's storage file.")] = Format.CSV,
           calibration: Calibration = CalibrationChoice.RECORDING, side: OneSide = None,
           calibration_from: Saved = None) -> None:
    """Write the knee angle and the leg's posture as a table. Angles that are not known are empty fields.

    Of both legs the left one's rows come first, and a last column, side, tells them apart. The storage file
    (--to sto) holds one leg's known knee angles only, for musculoskeletal models.
    """
    from monitor.analysis import export_blocks
    from monitor.both_legs import export_legs, only_leg
    from monitor.recording.export_sto import export_sto
    from monitor.recording.outputs import spare_recordings

    with progress("Exporting") as told:
        if to is Format.STO:
            spare_recordings(recording, output)
            leg = only_leg(recording, side)
            blocks, zero_ns, _ = export_blocks(recording, side=leg, calibration=calibration.value,
                                               saved=calibration_from, progress=told)
            export_sto(output, blocks, zero_ns, leg)
        else:
            export_legs(recording, output, side=side, calibration=calibration.value,
                        saved=calibration_from, progress=told)
    say(str(output))


def report(recording: RecordingFile, output: Output) -> None:
    """Write a session's report as one page that any browser shows and prints."""
    from monitor.both_legs import report_legs

    with progress("Analysing") as told:
        report_legs(recording, output, progress=told)
    say(str(output))


def import_(table: Table, output: NewRecording, side: WornSide = Side.LEFT) -> None:
    """Turn a table of sensor samples into a recording that everything else here can read.

    Columns: t_s, then thigh_acc_x_m_s2, thigh_acc_y_m_s2, thigh_acc_z_m_s2, thigh_gyr_x_rad_s and so on for
    thigh and shank; knee_flexion_ref_deg may follow and is kept beside them.
    """
    from monitor.recording.csv_import import import_csv

    with keeping(output), progress("Importing"):
        doubts = import_csv(table, output, side)
    say(str(output))
    for doubt in doubts:
        warn(doubt)


def verify(recording: RecordingFile) -> None:
    """Check a recording from its first byte to its last. Exit code 0: whole."""
    from monitor.recording.recovery import verify as check

    with progress("Checking"):
        found = check(recording)
    _end(found.summary(), found.exit_code)


def recover(damaged: DamagedFile, output: NewRecording) -> None:
    """Save what can be read of a damaged recording. Exit code 0: all of it, 3: a part, 1: nothing."""
    from monitor.recording.recovery import recover as save

    with keeping(output), progress("Recovering"):
        found = save(damaged, output)
    _end(found.summary(), found.exit_code)


def _end(text: str, code: int) -> NoReturn:
    """Say how it went, as an error where nothing could be had, and end with the code."""
    typer.echo(text, err=code == 1)
    raise typer.Exit(code)
