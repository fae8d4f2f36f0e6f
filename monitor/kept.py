"""What an analysis made of a recording, kept beside it, so that it opens at once the next time.

`<name>.review.npz` may be deleted at any time, and goes with its recording. It holds for exactly this
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
from monitor.dashboard.recorded import RecordedLeg, RecordedSession, SessionEntry, WholeTrace

ENDING = ".review.npz"
ARRAYS = tuple(f.name for f in fields(WholeTrace))
OF_LEG = tuple(f.name for f in fields(RecordedLeg) if f.name != "trace")
OF_SESSION = ("entry", "version", "damage")      # judgements and notes have a file of their own


def kept_path(entry: SessionEntry) -> Path:
    """The file of the results beside a recording."""
    return entry.path.with_suffix(ENDING)


def forget_deleted(folder: Path) -> None:
    """Delete what was kept of recordings that are there no more."""
    for path in folder.glob(f"*{ENDING}"):
        if not (folder / f"{path.name.removesuffix(ENDING)}.mcap").exists():
            with suppress(OSError):
                path.unlink()


def keep(session: RecordedSession) -> None:
    """Keep a whole analysis; where the folder cannot be written, nothing is kept."""
    path = kept_path(session.entry)
    half = path.with_suffix(f".{os.getpid()}")
    about = {"key": _key(session.entry.path), **_named(session, OF_SESSION),
             "legs": [_named(leg, OF_LEG) for leg in session.legs]}
    arrays = {f"{leg.side}_{name}": getattr(leg.trace, name) for leg in session.legs for name in ARRAYS}
    text = json.dumps(about, default=_plain)
    try:
        with half.open("wb") as file:
            np.savez(file, about=np.frombuffer(text.encode(), np.uint8), **arrays)
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)


def kept(entry: SessionEntry) -> RecordedSession | None:
    """The analysis kept of a recording; None where there is none that still holds."""
    try:
        with kept_path(entry).open("rb") as file, np.load(file) as stored:
            about = json.loads(stored["about"].tobytes())
            if about["key"] != _key(entry.path):
                return None
            legs = tuple(_leg(plain, stored) for plain in about["legs"])
        whole = _fields(RecordedSession, OF_SESSION, about)
    except (OSError, EOFError, BadZipFile, ValueError, KeyError, TypeError):
        return None
    whole["entry"] = replace(whole["entry"], path=entry.path)
    return RecordedSession(legs=legs, **whole)


def _leg(plain: dict[str, Any], stored: Any) -> RecordedLeg:
    trace = WholeTrace(**{name: stored[f"{plain['side']}_{name}"] for name in ARRAYS})
    return RecordedLeg(trace=trace, **_fields(RecordedLeg, OF_LEG, plain))


def _named(value: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _fields(kind: type, names: tuple[str, ...], plain: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: _restored(hints[name], plain[name]) for name in names}


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
