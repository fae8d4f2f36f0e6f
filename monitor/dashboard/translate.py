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
from monitor.dashboard.languages import FOLDER, LANGUAGES
from monitor.exercises.coach import WHY_NOT
from monitor.exercises.definition import library
from monitor.exercises.form import COMMON
from monitor.exercises.prompted import LET_GO
from monitor.session.links import SENTENCES

WARNINGS = ("'s battery is at {} %; charge it after this session.",
            " loses {} % of its data; move the receiver closer.")
PROBLEMS = (
    "PortAudio is not installed",
    "no loudspeaker was found",
    "The sensors' clocks may be {} ms apart; fast movements read less exactly.",
    "Pain {} is above the limit of {}: stop this exercise and ask your therapist before you go on.",
    "The knee's axis came out differently each time; check that both straps are tight, then repeat the slow "
    "knee bends straight ahead.",
    "The knee hardly bent; repeat the knee bends slowly, to about a right angle.",
    "One of the sensors sent nothing; switch both on and start again.",
    "One sensor was silent for a while; check that both are on, then repeat this step.",
    "There is no moment of rest; stand still with the knee straight for five seconds.",
    "The leg was never straight at rest; stand still with the knee straight for five seconds.",
    "The thigh sensor is upside-down; turn it so that its arrow points to the hip, then start again.",
    "The shank sensor is upside-down; turn it so that its arrow points to the hip, then start again.",
    "The thigh and the shank sensor are swapped; put the one marked T on the thigh and the one marked S just "
    "below the kneecap, then start again.",
)
TOOLS = Path(sysconfig.get_path("scripts"))


def core_sentences() -> list[str]:
    """The core's sentences that the screens show word for word."""
    told = [*INSTRUCTIONS.values(), *MISSING.values(), *PROBLEMS, *filter(None, WHY_NOT.values()),
            *COMMON.values(), LET_GO]
    for where in ("thigh", "shank"):
        told += [text.format(where=where) for text in SENTENCES.values()]
        told += [f"The {where} sensor{text}" for text in WARNINGS]
    for exercise in library().exercise:
        told += [exercise.title, exercise.cue, *(rule.cue for rule in exercise.form)]
    return sorted(set(told))


def collect(targets: list[Path]) -> None:
    """Write every text into the Linguist files `targets`, keeping what is translated already."""
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "core.py"
        lines = [f'QCoreApplication.translate("core", {sentence!r})' for sentence in core_sentences()]
        listing.write_text("\n".join(lines), "utf-8")
        modules = sorted(Path(__file__).parent.glob("*.py"))
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
    collect([FOLDER / f"patella_{language}.ts" for language in LANGUAGES if language != "en"])
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
