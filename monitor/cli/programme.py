"""Commands about exercises, prescriptions, why a repetition was counted, and a patient's weeks."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from monitor.cli.console import progress, say
from monitor.cli.recordings import Exercise, OneSide, RecordingFile
from monitor.errors import PatellaError

if TYPE_CHECKING:
    from monitor.exercises.prescription import Prescription
    from monitor.leg import LegBlock
    from monitor.results import ExerciseSet, Repetition

PrescriptionFile = Annotated[Path, Argument(metavar="FILE.toml", help="A prescription.")]
RepetitionNumber = Annotated[str, Argument(
    metavar="REP", help="Number of the repetition in the session, or set.repetition, such as 2.3.")]


class When(StrEnum):
    """When after a session it is asked how much it hurts."""

    HOUR = "hour"
    MORNING = "morning"


Score = Annotated[int, Argument(min=0, max=10, metavar="SCORE", help="0 is no pain, 10 the worst.")]
AskedWhen = Annotated[When, Option("--asked", help="An hour after the session, or the next morning.")]
EarlierAnalysis = Annotated[Path, Argument(metavar="BEFORE.json", help="What `analyze --json` printed.")]
BARS, DRAWN_WIDE, AROUND_S = "▁▂▃▄▅▆▇█", 60, 0.5

Recordings = Annotated[Path, Argument(metavar="DIR", help="A folder of recordings.")]
Patient = Annotated[str | None, Option(metavar="CODE", help="Only this patient; without it, all.")]
Plan = Annotated[Path | None, Option(
    "--prescription", metavar="FILE.toml", help="What was asked for; says how much of it was done.")]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    panel = "Programme"
    prescription = typer.Typer(no_args_is_help=True, help="A patient's exercises and doses, as a text file.")
    prescription.callback()(lambda: None)
    prescription.command("check")(check)
    app.command("exercises", rich_help_panel=panel)(exercises)
    app.add_typer(prescription, name="prescription", rich_help_panel=panel)
    app.command("why", rich_help_panel=panel)(why)
    app.command("compare", rich_help_panel=panel)(compare)
    app.command("history", rich_help_panel=panel)(history)
    app.command("pain", rich_help_panel=panel)(pain)


def exercises() -> None:
    """List every exercise that can be counted, with its usual dose."""
    from monitor.exercises.definition import library

    for exercise in library().exercise:
        note = " (experimental)" if exercise.experimental else ""
        more = ", ".join(name.replace("_", " ") for name in exercise.progressions)
        say(f"{exercise.id:30} {exercise.title}{note}: {dose_text(**exercise.dose.model_dump())}"
            + (f"; progress with {more}" if more else ""))


def check(file: PrescriptionFile) -> None:
    """Check a prescription; every problem is named with its line."""
    prescription = read_prescription(file)
    say(f"{file} can be used: patient {prescription.patient}, {prescription.side} leg, "
        f"{prescription.weeks} weeks.")
    for item in prescription.exercise:
        more = [f"cuff {item.cuff_kg:g} kg"] if item.cuff_kg else []
        more += [name.replace("_", " ") for name in item.progression]
        say(f"  {item.id}: {', '.join([dose_text(**item.model_dump()), *more])}")


def read_prescription(file: Path) -> Prescription:
    """A prescription from its file; raises `PatellaError`."""
    from monitor.exercises.prescription import parse_prescription

    try:
        return parse_prescription(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise PatellaError(f"{file} is not UTF-8 text: a prescription is TOML, saved in UTF-8.") from None


def dose_text(sets: int, reps: int | None, hold_s: float | None, duration_s: float | None, times_per_day: int,
              **_others: object) -> str:
    """A dose as a therapist would write it."""
    parts = [f"{sets} x {reps}" if reps else f"{sets} set{'s' if sets > 1 else ''}"]
    parts += [f"hold {hold_s:g} s"] if hold_s else []
    parts += [f"for {duration_s:g} s"] if duration_s else []
    parts += [f"{times_per_day} times a day"] if times_per_day > 1 else []
    return ", ".join(parts)


def why(recording: RecordingFile, repetition: RepetitionNumber, exercise: Exercise = None,
        side: OneSide = None) -> None:
    """Why a repetition was or was not counted: the rule that decided, and what it saw."""
    from monitor.analysis import analyze
    from monitor.both_legs import only_leg
    from monitor.exercises.definition import library
    from monitor.exercises.why import why as explain
    from monitor.leg import LegBlock

    seen: list[LegBlock] = []
    with progress("Analysing") as report:
        found = analyze(recording, side=only_leg(recording, side), exercise=exercise, progress=report,
                        each=seen.append)
    of, number = find_repetition(found.session.snapshot().sets, repetition)
    which = library().get(of.exercise)
    say(explain(which, of, number))
    signal = str(which.phases.signal) if which.phases else "flexion_deg"
    say(drawn(signal, LegBlock.join(seen), found.recording.info.zero_ns, of.reps[number - 1]))


def drawn(signal: str, leg: LegBlock, zero_ns: int, repetition: Repetition) -> str:
    """The slice of a signal that a repetition was judged on, as a line of text; blanks where it was lost."""
    from monitor.exercises.vocabulary import amount, called

    t_s = (leg.t_ns - zero_ns) * 1e-9
    near = (t_s >= repetition.start_s - AROUND_S) & (t_s <= repetition.end_s + AROUND_S)
    known = (leg.valid if signal == "flexion_deg" else leg.oriented)[near]
    values = getattr(leg, signal)[near]
    if not known.any():
        return f"The {called(signal)} was lost all through it."
    low, high = float(values[known].min()), float(values[known].max())
    heights = ((values - low) / (high - low or 1.0) * (len(BARS) - 1) + 0.5).astype(int)
    shown = [i * len(values) // DRAWN_WIDE for i in range(DRAWN_WIDE)]
    line = "".join(BARS[heights[i]] if known[i] else " " for i in shown)
    return f"{called(signal).capitalize()}, {amount(signal, low)} to {amount(signal, high)}: {line}"


def compare(before: EarlierAnalysis, recording: RecordingFile) -> None:
    """What this version makes of a recording that another version analysed: each repetition that differs."""
    from monitor.both_legs import analyze_legs
    from monitor.history.difference import differences

    with progress("Analysing") as told:
        now = analyze_legs(recording, progress=told).to_json()
    try:
        then = json.loads(before.read_text(encoding="utf-8"))
        found, version = differences(then, now), str(then["version"])
    except (ValueError, KeyError, TypeError):
        raise PatellaError(f"{before} is no analysis: make one with `patella analyze --json`.") from None
    for change in found:
        say(str(change))
    decided = sum(change.verdict_changed for change in found)
    say(f"Differing repetitions: {len(found)}, in whether they count: {decided}; version {version} then, "
        f"{now['version']} now.")


def history(folder: Recordings, patient: Patient = None, prescription: Plan = None) -> None:
    """A patient's weeks: sessions, pain, how much of the prescription was done, and changes beyond chance."""
    from monitor.weeks import catch_up, overview, plan_of, questions

    if not folder.is_dir():
        raise PatellaError(f"There is no folder {folder}.")
    plan = read_prescription(prescription) if prescription else None
    with progress("Analysing new recordings") as told:
        known, problems = catch_up(folder, told)
    now = local_now()
    try:
        codes = chosen(known.patients(), patient, folder)
        if plan and plan.patient not in codes:
            say(f"Note: the prescription is for patient {plan.patient}; check that it is the right one.")
        for code in codes:
            planned = plan_of(plan) if plan and plan.patient == code else ()
            say(overview(known, code, planned, now.date(), now.tzinfo or UTC))
            for question in questions(known, code, round(now.timestamp() * 1e9), now.tzinfo or UTC):
                say(question)
    finally:
        known.close()
    for problem in problems:
        say(f"Note: {problem}")


def pain(recording: RecordingFile, score: Score, asked: AskedWhen = When.HOUR) -> None:
    """Keep how much it hurt after a session, on a scale of 0 to 10, with what was done in it."""
    from monitor.weeks import keep_pain, many

    with progress("Analysing"):
        dose = keep_pain(recording, asked.value, score, round(local_now().timestamp() * 1e9))
    say(f"Kept beside {recording.name}: pain {score} after {many(dose.sets, 'set')}, "
        f"{many(dose.counted, 'repetition')}.")


def local_now() -> datetime:
    """Now, where the patient and this computer are."""
    return datetime.now().astimezone()


def chosen(patients: tuple[str, ...], wanted: str | None, folder: Path) -> tuple[str, ...]:
    """The patients to speak of: the wanted one, or all."""
    if not patients:
        raise PatellaError(f"{folder} holds no recording of a patient.")
    if wanted is None:
        return patients
    if wanted not in patients:
        raise PatellaError(f"{folder} holds no recording of {wanted}; there is {', '.join(patients)}.")
    return (wanted,)


def find_repetition(sets: tuple[ExerciseSet, ...], wanted: str) -> tuple[ExerciseSet, int]:
    """The set and the number in it (from 1) of `wanted`: "7" in the session, "2.3" in the second set."""
    named = {f"{s}.{r}": (of, r) for s, of in enumerate(sets, 1) for r in range(1, len(of.reps) + 1)}
    found = {str(number): place for number, place in enumerate(named.values(), 1)} | named
    if wanted not in found:
        known = f"there are {len(named)}, the last is {list(named)[-1]}" if named else "none was found at all"
        raise PatellaError(f"There is no repetition {wanted}; {known}.")
    return found[wanted]
