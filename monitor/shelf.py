"""The recordings on this computer, as the review page wants them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from monitor.dashboard.recorded import Overrule, RecordedSession, SessionEntry
from monitor.errors import RecordingError
from monitor.kept import forget_deleted, keep, kept
from monitor.opening import described, stages
from monitor.recording.notes import add_note, notes_of
from monitor.recording.reader import Recording, open_recording
from monitor.values import EventKind, SessionEvent, Side


class Shelf:
    """The recordings in one folder; each is read when it is first met, and again when it has changed.

    Args:
        folder: where they are.
        being_written: the recording under way, which is not listed.
    """

    def __init__(self, folder: Path, being_written: Callable[[], Path | None] = lambda: None) -> None:
        self._folder = folder
        self._being_written = being_written
        self._met: dict[tuple[Path, int], Recording | SessionEntry] = {}
        threading.Thread(target=self.sessions, name="patella-shelf", daemon=True).start()

    def sessions(self) -> tuple[SessionEntry, ...]:
        """Newest first."""
        forget_deleted(self._folder)
        busy = self._being_written()
        paths = sorted(self._folder.glob("*.mcap"), reverse=True)
        return tuple(entry for path in paths if path != busy for entry in entries_of(self._meet(path)))

    def open(self, entry: SessionEntry) -> Iterator[RecordedSession]:
        """At once what is known of a leg's recording, then ever more, last its whole analysis.

        Raises `RecordingError`.
        """
        judged = judgements_of(entry)
        known = kept(entry)
        for stage in stages(self._readable(entry.path), entry.side) if known is None else (known,):
            yield replace(stage, judgements=judged)
        if known is None:
            keep(stage)

    def overrule(self, judgement: Overrule) -> None:
        """Keep the therapist's judgement beside the recording; raises `RecordingError`."""
        add_note(judgement.path, SessionEvent(time.time_ns(), EventKind.OVERRULE, {
            "side": judgement.side, "set": judgement.set_index, "rep": judgement.rep_index,
            "counted": judgement.counted, "note": judgement.note}))

    def _meet(self, path: Path) -> Recording | SessionEntry:
        """The recording as it is now, or what the list says where it cannot be read."""
        key = path, path.stat().st_mtime_ns
        if key not in self._met:
            self._met[key] = met(path)
        return self._met[key]

    def _readable(self, path: Path) -> Recording:
        """A recording met before, so that the whole file need not be checked again."""
        found = self._meet(path) if path.exists() else None
        return found if isinstance(found, Recording) else open_recording(path)


def met(path: Path) -> Recording | SessionEntry:
    """The recording, checked whole, or what the list says of a file that cannot be read."""
    try:
        return open_recording(path)
    except RecordingError as error:
        began = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return SessionEntry(path, began, "", Side.LEFT, 0.0, damage=str(error))


def entries_of(found: Recording | SessionEntry) -> tuple[SessionEntry, ...]:
    """A line for each leg."""
    if isinstance(found, SessionEntry):
        return (found,)
    return tuple(described(found, side) for side in found.info.legs.sides)


def judgements_of(entry: SessionEntry) -> tuple[Overrule, ...]:
    """What the therapist said of its repetitions afterwards, oldest first."""
    said = (note.detail for note in notes_of(entry.path) if note.kind is EventKind.OVERRULE)
    return tuple(Overrule(*entry.key, int(one["set"]), int(one["rep"]), bool(one["counted"]))
                 for one in said if {"set", "rep", "counted"} <= one.keys()
                 and one.get("side", entry.side) == entry.side)
