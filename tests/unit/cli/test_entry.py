"""The command line: what it prints, how it ends, and that no traceback ever reaches anyone."""

import errno
import json
import logging
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from monitor.cli import console, entry
from monitor.errors import PatellaError

COMMANDS = ("demo", "simulate", "live", "scan", "analyze", "replay", "export", "import", "verify", "recover",
            "exercises", "prescription", "why", "report", "sensors")
Ending = Callable[[BaseException], str]
PATELLA = (sys.executable, "-m", "monitor.cli")


def patella(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own."""
    return subprocess.run([*PATELLA, *arguments], capture_output=True, text=True, timeout=120, check=False,
                          env=os.environ | {"COLUMNS": "110"} | environment)


def one_sentence(result: subprocess.CompletedProcess[str]) -> str:
    """The sentence a refused command leaves on stderr."""
    assert result.returncode == 1, result.stderr
    assert "Traceback" not in result.stderr
    (line,) = result.stderr.splitlines()
    return line


def test_help_names_every_command_and_comes_quickly() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = patella("--help")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert result.returncode == 0
    assert all(command in result.stdout for command in COMMANDS)
    assert after.ru_utime - before.ru_utime < 1.0, "processor time, which a busy machine does not stretch"


def test_it_tells_its_version() -> None:
    told = patella("--version")
    assert (told.returncode, told.stdout) == (0, f"patella {version('patella')}\n")


def test_help_imports_nothing_heavy() -> None:
    heavy = ("numpy", "scipy", "PySide6", "bleak", "bumble", "pydantic", "sqlalchemy", "mcap", "vqf")
    code = f"import sys, monitor.cli; print([name for name in {heavy!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_ctrl_c_while_it_loads_leaves_no_traceback() -> None:
    code = ("import sys, types; from monitor import cli\n"
            "def interrupted(name): raise KeyboardInterrupt\n"
            "sys.modules['monitor.cli.entry'] = types.ModuleType('entry')\n"
            "sys.modules['monitor.cli.entry'].__getattr__ = interrupted\n"
            "cli.main()")
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (130, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command: str) -> None:
    result = patella(command, "--help")
    assert result.returncode == 0
    assert "Usage: patella" in result.stdout


@pytest.mark.parametrize(("line", "words"), [
    ("anlyze x.mcap", "No such command 'anlyze'. Did you mean 'analyze'? `patella --help` explains it."),
    ("analyze", "'FILE.mcap'. `patella analyze --help` explains it."),
    ("analyze x.mcap --calibration guess", ": 'guess' is not one of 'recording', 'live'. `"),
    ("replay x.mcap --speed 3", "'--speed': '3'"), ("simulate squat", "'--output' / '-o'"),
    ("simulate squat -o x.mcap --rate 5", "'--rate'"), ("import x.csv -o x.mcap --side middle", "'middle'"),
    ("export x.mcap --to pdf -o x.pdf", "'pdf'"), ("analyze x.mcap --fast", "--fast"),
    ("prescription chek x.toml", "`patella prescription --help` explains it."),
])
def test_wrong_usage_ends_with_2_and_a_sentence(line: str, words: str) -> None:
    result = patella(*line.split())
    assert (result.returncode, result.stdout) == (2, "")
    (sentence,) = result.stderr.splitlines()
    assert words in sentence


@pytest.mark.parametrize("line", ["", "prescription"])
def test_where_more_is_needed_the_help_is_shown(line: str) -> None:
    result = patella(*line.split())
    assert (result.returncode, result.stderr) == (2, "")
    assert "Usage: patella" in result.stdout


@pytest.fixture
def ending(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ending:
    """What `main` leaves on stderr when a command raises."""
    def end(error: BaseException) -> str:
        def command(**_: str) -> None:
            raise error

        monkeypatch.setattr(entry, "app", command)
        with pytest.raises(SystemExit) as ended:
            entry.main()
        assert ended.value.code == (130 if isinstance(error, KeyboardInterrupt) else 1)
        captured = capsys.readouterr()
        assert captured.out == ""
        return captured.err

    return end


def test_an_error_of_ours_is_its_sentence(ending: Ending) -> None:
    assert ending(PatellaError("It is so.")) == "It is so.\n"
    assert ending(KeyboardInterrupt()) == "Stopped.\n"


@pytest.mark.parametrize(("number", "words"), [
    (errno.ENOSPC, "disk is full"), (errno.EACCES, "may not"), (errno.ENOENT, "does not exist"),
    (errno.EISDIR, "folder"), (errno.EIO, os.strerror(errno.EIO)),
])
def test_the_system_s_error_is_put_in_words(ending: Ending, number: int,
                                            words: str) -> None:
    text = ending(OSError(number, os.strerror(number), "knee.mcap"))
    assert words in text
    assert "knee.mcap" in text


def test_a_fault_of_ours_names_the_log_that_has_its_traceback(
        ending: Ending, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("monitor.logfile.log_folder", lambda: tmp_path)
    logger = logging.getLogger()
    monkeypatch.setattr(logger, "handlers", [])
    text = ending(ZeroDivisionError("division by zero"))
    for handler in logger.handlers:
        handler.close()
    assert len(text.splitlines()) == 1
    assert str(tmp_path / "patella.log") in text
    assert "ZeroDivisionError: division by zero" in (tmp_path / "patella.log").read_text()


def test_without_a_log_none_is_promised(ending: Ending, monkeypatch: pytest.MonkeyPatch,
                                        tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("monitor.logfile.log_folder", lambda: tmp_path / "file")
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    text = ending(ZeroDivisionError("division by zero"))
    assert "could not be kept" in text
    assert "patella.log" not in text


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = f"'{sys.executable}' -m monitor.cli --help | true"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, timeout=60)
    assert result.stderr == ""


def test_json_is_one_object_and_never_not_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    console.say_json({"flexion_deg": 1.5, "side": "left"})
    assert json.loads(capsys.readouterr().out) == {"flexion_deg": 1.5, "side": "left"}
    with pytest.raises(ValueError, match="not JSON compliant"):
        console.say_json({"flexion_deg": float("nan")})


def test_progress_says_nothing_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress("Analysing") as report:
        report(0.5)
    assert capsys.readouterr() == ("", "")
