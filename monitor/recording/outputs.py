"""Where results go: each appears whole or not at all, and none takes the place of what was recorded.

A table or a report over a recording, or over the samples of one, is refused: it is a slip. A recording over
another, by `simulate`, `import` or `recover`, is not: the former is kept under the next free name, as long as
the two differ. Tables and reports can be made again from their recording, so they replace each other.
"""

from __future__ import annotations

import errno
import filecmp
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from mcap.writer import MCAP0_MAGIC as MAGIC

from monitor.errors import RecordingError, RecordingReason
from monitor.recording.notes import notes_path

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_SAMPLES = b"thigh_acc_x_m_s2"      # a column that every table of samples has, and no result
_HEAD_BYTES = 2000
_NOT_WRITTEN = (RecordingReason.DISK_FULL, RecordingReason.NOT_WRITABLE)


def keep_apart(source: Path, out: Path) -> None:
    """Raise `RecordingError` where a result would be written over what it is made from."""
    if out.exists() and source.exists() and out.samefile(source):
        raise RecordingError(RecordingReason.NOT_WRITABLE, f"{out} is the file that is read; choose another "
                             "name for the result, so that it stays as it is.")


def spare_recordings(source: Path, out: Path) -> None:
    """Raise `RecordingError` where a table or a report would take the place of what was recorded."""
    keep_apart(source, out)
    if _is_recorded(out):
        raise RecordingError(RecordingReason.NOT_WRITABLE, f"{out} holds what was recorded; choose another "
                             "name for the result, so that nothing is lost.")


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A path to write to, which becomes `out` when all went well and is removed when not.

    What was recorded and stands at `out` is kept as `kept_as(out)`, unless the new file is the same.
    Raises `RecordingError` where `out` cannot be written.
    """
    target = out.resolve()                      # behind a link
    plain = target.is_file() or not out.exists()
    part = target.with_name(f"{target.name}.{os.getpid()}.part") if plain else out   # else a pipe or a folder
    if not target.parent.is_dir():              # known before the work is done
        raise unwritable(out, FileNotFoundError(errno.ENOENT, "there is no such folder"))
    try:
        yield part
        if plain:
            _put(part, target)
    except BrokenPipeError:                     # the reader of a pipe has gone: no fault to speak of
        raise
    except OSError as error:
        raise unwritable(out, error) from error
    except RecordingError as error:
        if error.reason in _NOT_WRITTEN and isinstance(error.__cause__, OSError):
            raise unwritable(out, error.__cause__) from error
        raise
    finally:
        if plain:
            with suppress(OSError):
                part.unlink()


def kept_as(out: Path) -> Path:
    """The name under which a recording at `out` would be kept: the first free one of name-1, name-2, ..."""
    former = out.resolve()
    names = (former.with_name(f"{former.stem}-{number}{former.suffix}") for number in count(1))
    return next(name for name in names if not (name.exists() or notes_path(name).exists()))


def unwritable(out: Path, error: OSError) -> RecordingError:
    """Why a result could not be written, in words."""
    if error.errno in FULL:
        return RecordingError(RecordingReason.DISK_FULL,
                              f"The disk is full: {out} was not written; free some space and try again.")
    why = error.strerror or type(error).__name__
    return RecordingError(RecordingReason.NOT_WRITABLE,
                          f"{out} cannot be written ({why}); choose another folder or file name.")


def _put(part: Path, target: Path) -> None:
    if _is_recorded(target) and not filecmp.cmp(part, target, shallow=False):
        kept = kept_as(target)
        target.rename(kept)
        with suppress(FileNotFoundError):
            notes_path(target).rename(notes_path(kept))
    part.replace(target)


def _is_recorded(path: Path) -> bool:
    """Whether a file is a recording, be it damaged from its first byte on, or a table of samples."""
    head = b""
    if path.is_file():
        with suppress(OSError), path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    recording = head.startswith(MAGIC) or bool(head and path.suffix == ".mcap")
    return recording or _SAMPLES in head.partition(b"\n")[0]
