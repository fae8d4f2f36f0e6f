"""What people add to a recording afterwards: a repetition overruled, pain an hour later.

A recording is never edited. Such events go, one JSON line each, to a file beside it, `<name>.notes.jsonl`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from monitor.errors import RecordingError, RecordingReason
from monitor.snapshot import Mark
from monitor.values import EventKind, SessionEvent


def notes_path(recording: Path) -> Path:
    """The file of notes beside a recording."""
    return recording.with_suffix(".notes.jsonl")


def add_note(recording: Path, event: SessionEvent) -> None:
    """Append an event and have it reach the medium; raises `RecordingError` when it cannot be written."""
    path = notes_path(recording)
    line = json.dumps({"t_ns": event.t_host_ns, "kind": event.kind, "detail": dict(event.detail)})
    try:
        with path.open("a+b") as file:
            torn = file.tell() > 0 and not _ends_with_newline(path)
            file.write(b"\n" * torn + line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise RecordingError(RecordingReason.NOT_WRITABLE,
                             f"{path} cannot be written ({error.strerror}); the note is not kept.") from error


def notes_of(recording: Path) -> tuple[SessionEvent, ...]:
    """The events added afterwards, in the order they were added, without a line that a crash cut short."""
    path = notes_path(recording)
    if not path.exists():
        return ()
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        raise RecordingError(RecordingReason.NOT_A_RECORDING,
                             f"{path} cannot be read ({error.strerror}).") from error
    return tuple(event for line in lines if (event := _event(line)) is not None)


def marks_of(recording: Path) -> tuple[Mark, ...]:
    """What was noted of a recording afterwards, by time; the newest note of a moment holds."""
    said = (note.detail for note in notes_of(recording) if note.kind is EventKind.MARK)
    newest = {float(one["at_s"]): str(one["text"]) for one in said if {"at_s", "text"} <= one.keys()}
    return tuple(Mark(at_s, text) for at_s, text in sorted(newest.items()) if text)


def _event(line: str) -> SessionEvent | None:
    try:
        value = json.loads(line)
        return SessionEvent(int(value["t_ns"]), EventKind(value["kind"]), dict(value["detail"]))
    except (ValueError, KeyError, TypeError):
        return None


def _ends_with_newline(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
