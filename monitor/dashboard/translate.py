"""Brings the translations up to date: `python -m monitor.dashboard.translate`.

Collects every text of the screens, and the titles, cues and sentences of the core that they show, into
the Qt Linguist files, and compiles those. Needs the tools that come with PySide6.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from calibration.procedure import INSTRUCTIONS, MISSING
from monitor.dashboard.text.languages import FOLDER, LANGUAGES, PATTERNS
from monitor.dashboard.text.sentences import spoken
from monitor.exercises.definition import library
from monitor.session.links import SENTENCES

SENSORS = (
    "The {} sensor's battery is at {} %; charge it after this session.",
    "The {} sensor was knocked beyond its range; the peak is higher than what is shown.",
    "The {} sensor loses {} % of its data; move the receiver closer.",
    "The {} sensor is upside-down; turn it so that its arrow points to the hip, then start again.",
    *SENTENCES.values(),
)
WORDS = (
    "PortAudio is not installed", "no loudspeaker was found", "Left leg: {}", "Right leg: {}",
    "the full {}", "a full one", "over", "under", "left", "right", "thigh", "shank", "left thigh",
    "left shank", "right thigh", "right shank", "hold", "sway",
)
PLAN = (            # what is wrong with a prescription
    "Line {} of the prescription, {}: {}.", "Line {} of the prescription, {}: {}",
    "The prescription is not valid TOML: {}.", "{} (at line {}, column {})", "{} (at end of document)",
    "The prescription has {} lines; more than {} are not read (line {} and on). Check that it is "
    "the right file.",
    "And {} more problems in the prescription.", "is missing", "this name is not known here",
    "has too few entries", "must be a list, its tables headed [[...]]",
    "must be a table of names and values", "must be greater than or equal to {} (it says {})",
    "must be less than or equal to {} (it says {})", "must be greater than {} (it says {})",
    "must be a valid integer (it says {})", "must be a valid number (it says {})",
    "must be a valid string (it says {})", "must be a valid boolean (it says {})",
    "must be a valid date (it says {})", "must be a valid date", "must be {} or {} (it says {})",
    "string should have at most {} characters (it says {})", "{} is not an exercise; did you mean {}?",
    "{} is not an exercise", "{} is not a progression; did you mean {}?",
    "{} is not a progression; there is {}", "{} is not a progression",
    "a hold of {} s is longer than the set of {} s", "{} repetitions need {} s, the set has {} s",
    "no day is named", "{} is done for a time; give duration_s instead", "{} has no hold",
    "{} can be watched up to {} s a repetition",
    "{} is in the plan twice; give it one entry with more sets",
    "write the patient's code, not a name: letters, digits, dots, hyphens and underscores, such as 'P-014'",
    "{} is above stop_above ({})",
)
TOOLS = Path(sysconfig.get_path("scripts"))


def core_sentences() -> list[str]:
    """The core's sentences that the screens show word for word, with `{}` where names and numbers stand."""
    told = spoken() | {*INSTRUCTIONS.values(), *MISSING.values(), *WORDS, *PLAN}
    for where in ("thigh", "shank"):
        told |= {text.replace("{where}", where).replace("{}", where, text.startswith("The {} sensor"))
                 for text in SENSORS}
    for exercise in library().exercise:
        told |= {exercise.title, exercise.cue, *(rule.cue for rule in exercise.form)}
    return sorted(told)


def collect(targets: list[Path]) -> None:
    """Write every text into the Linguist files `targets`, keeping what is translated already."""
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "core.py"
        lines = [f'QCoreApplication.translate("core", {sentence!r})' for sentence in core_sentences()]
        listing.write_text("\n".join(lines), "utf-8")
        modules = sorted(Path(__file__).parent.rglob("*.py"))
        for target in targets:
            _run("pyside6-lupdate", *map(str, modules), str(listing), "-no-obsolete", "-locations", "none",
                 "-ts", str(target))


def compile_all() -> None:
    """Compile each Linguist file into the form the program loads."""
    for source in sorted(FOLDER.glob("*.ts")):
        _run("pyside6-lrelease", str(source), "-silent", "-qm", str(source.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / tool, *arguments], check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    """Update and compile."""
    PATTERNS.write_text("".join(f"{text}\n" for text in core_sentences() if "{}" in text), "utf-8")
    collect([FOLDER / f"patella_{language}.ts" for language in LANGUAGES if language != "en"])
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
