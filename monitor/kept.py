"""What an analysis made of a recording, kept beside it, so that it opens at once the next time.

`<name>.<side>.review.npz` may be deleted at any time, and goes with its recording. It holds for exactly this
recording and exactly this program: its key is a digest of the file and of the source of all that takes part
in an analysis.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args, get_origin, get_type_hints
from zipfile import BadZipFile

import numpy as np

import calibration
import firmware_protocol
import monitor
from monitor.dashboard.recorded import RecordedSession, SessionEntry
from monitor.snapshot import Trace

ENDING = ".review.npz"
ARRAYS = tuple(f.name for f in fields(Trace))
ON_GRID = ("reason", "posture")
PLAIN = tuple(f.name for f in fields(RecordedSession) if f.name not in ("trace", "judgements", *ON_GRID))


def kept_path(entry: SessionEntry) -> Path:
    """The file of a leg's results beside its recording."""
    return entry.path.with_suffix(f".{entry.side}{ENDING}")


def forget_deleted(folder: Path) -> None:
    """Delete what was kept of recordings that are there no more."""
    for path in folder.glob(f"*{ENDING}"):
        recording = path.name.removesuffix(ENDING).rpartition(".")[0]
        if not (folder / f"{recording}.mcap").exists():
            with suppress(OSError):
                path.unlink()


def keep(session: RecordedSession) -> None:
    """Keep a whole analysis; where the folder cannot be written, nothing is kept."""
    path = kept_path(session.entry)
    half = path.with_suffix(f".{os.getpid()}")
    about = {"key": _key(session.entry.path)} | {name: getattr(session, name) for name in PLAIN}
    arrays = {name: getattr(session.trace, name) for name in ARRAYS}
    arrays |= {name: getattr(session, name) for name in ON_GRID}
    text = json.dumps(about, default=_plain)
    try:
        with half.open("wb") as file:
            np.savez(file, about=np.frombuffer(text.encode(), np.uint8), **arrays)
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)


def kept(entry: SessionEntry) -> RecordedSession | None:
    """The analysis kept of a leg's recording; None where there is none that still holds."""
    try:
        with kept_path(entry).open("rb") as file, np.load(file) as stored:
            about = json.loads(stored["about"].tobytes())
            if about["key"] != _key(entry.path):
                return None
            trace = Trace(**{name: stored[name] for name in ARRAYS})
            grid = {name: stored[name] for name in ON_GRID}
        hints = get_type_hints(RecordedSession)
        plain = {name: _restored(hints[name], about[name]) for name in PLAIN}
    except (OSError, EOFError, BadZipFile, ValueError, KeyError, TypeError):
        return None
    plain["entry"] = replace(plain["entry"], path=entry.path)
    return RecordedSession(trace=trace, **grid, **plain)


def _key(recording: Path) -> str:
    with recording.open("rb") as file:
        return f"{hashlib.file_digest(file, 'blake2b').hexdigest()} {_program()}"


@cache
def _program() -> str:
    """A digest of the source that makes results: all but the screens."""
    digest = hashlib.blake2b()
    for package in (monitor, calibration, firmware_protocol):
        root = Path(cast(str, package.__file__)).parent
        for path in sorted([*root.rglob("*.py"), *root.rglob("*.toml")]):
            if root / "dashboard" not in path.parents:
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)


def _restored(kind: Any, plain: Any) -> Any:
    """The value of type `kind` that `plain` was made of."""
    if get_origin(kind) is tuple:
        return tuple(_restored(get_args(kind)[0], one) for one in plain)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return cast(Any, kind)(**{name: _restored(hints[name], one) for name, one in plain.items()})
    if kind is datetime:
        return datetime.fromisoformat(plain)
    if isinstance(kind, type) and issubclass(kind, Enum | Path):
        return kind(plain)
    return plain
