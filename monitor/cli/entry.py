"""All commands under one roof, and the one place where an error becomes a sentence and an exit code."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import Annotated

import typer
from typer.exceptions import TyperException

from monitor.cli import programme, recordings, sensors, virtual
from monitor.errors import PatellaError

app = typer.Typer(
    name="patella", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Patella measures the knee angle, holds and landings of runner's-knee exercises with two small "
         "Bluetooth sensors, one on the thigh and one on the shank. It measures and counts; it is not a "
         "medical device and gives no diagnosis.")
for commands in (virtual, sensors, recordings, programme):
    commands.add_to(app)


def tell_version(wanted: bool) -> None:
    """Print the version and end, where that was asked for."""
    if wanted:
        from importlib.metadata import version
        typer.echo(f"patella {version('patella')}")
        raise typer.Exit


@app.callback()
def options(version: Annotated[bool, typer.Option("--version", callback=tell_version, is_eager=True,
                                                  help="Show the version and end.")] = False) -> None:
    """What holds for every command."""


INTERRUPTED = 130      # the exit code that shells know of what Ctrl-C has ended
OS_SENTENCES = {
    errno.ENOSPC: "{} cannot be written, the disk is full; free some space, then try again.",
    errno.EACCES: "{} may not be read or written by you; choose another, or change its permissions.",
    errno.EPERM: "{} is closed to this by the system; choose another file or folder.",
    errno.EROFS: "{} is on a disk that can only be read; choose another folder.",
    errno.ENOENT: "{} does not exist; check the name, or make the folder first.",
    errno.EISDIR: "{} is a folder where a file is needed; name a file.",
    errno.ENOTDIR: "{} has a file where a folder is needed; check the path.",
    errno.EEXIST: "{} exists already and is not a folder; choose another name.",
    errno.ENAMETOOLONG: "{} is too long a name; choose a shorter one.",
}


def main() -> None:
    """Run the command line; every failure is one sentence on stderr, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")       # a degree sign must not stop an old console
    try:
        code = app(prog_name="patella", standalone_mode=False)
        if code == INTERRUPTED:                        # while a command ran
            typer.echo("Stopped.", err=True)
        sys.exit(code)
    except TyperException as error:
        fail(usage_sentence(error), error.exit_code)
    except PatellaError as error:
        fail(str(error))
    except BrokenPipeError:                            # the reader of our output has gone: nothing to say
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:                          # before one ran
        fail("Stopped.", INTERRUPTED)
    except OSError as error:
        fail(os_sentence(error))
    except Exception as error:  # noqa: BLE001 - the last net: no traceback reaches a user
        fail(fault_sentence(error))


def fail(sentence: str, code: int = 1) -> None:
    """Say what is wrong and end with an exit code."""
    if sentence:
        typer.echo(sentence, err=True)
    sys.exit(code)


def usage_sentence(error: TyperException) -> str:
    """What is wrong with a command as it was typed; empty where its help was shown instead."""
    what = " ".join(error.format_message().split()).replace("Value error, ", "")
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "patella"
    return f"{what}{'' if what.endswith(('.', '?')) else '.'} `{where} --help` explains it." if what else ""


def os_sentence(error: OSError) -> str:
    """What the operating system complains of, in words, with the file it is about."""
    about, known = error.filename or "A file or folder", OS_SENTENCES.get(error.errno or 0)
    return known.format(about) if known else f"{about} cannot be used ({error.strerror or error})."


def fault_sentence(error: Exception) -> str:
    """A fault of our own: the traceback goes to the log file that the sentence names, if there can be one."""
    from monitor.logfile import log_fault

    file = log_fault(error)
    kept = f"are in {file}" if file else "could not be kept: no log can be written"
    return (f"Patella met a fault of its own ({type(error).__name__}) and stopped; nothing you did is wrong. "
            f"Its details {kept}.")
