"""The recordings on this computer, as the review page wants them."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from monitor.both_legs import export_legs, report_legs
from monitor.dashboard.recorded import Overrule, RecordedSession, SessionEntry
from monitor.errors import RecordingError
from monitor.kept import forget_deleted, keep, kept
from monitor.opening import described, stages
from monitor.recording.notes import add_note, marks_of, notes_of
from monitor.recording.reader import Recording, open_recording
from monitor.snapshot import Mark
from monitor.values import EventKind, Legs, SessionEvent, Side


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
        self._meeting: defaultdict[Path, threading.Lock] = defaultdict(threading.Lock)
        threading.Thread(target=self.sessions, name="patella-shelf", daemon=True).start()

    def sessions(self) -> tuple[SessionEntry, ...]:
        """Newest first."""
        forget_deleted(self._folder)
        busy = self._being_written()
        paths = sorted(self._folder.glob("*.mcap"), reverse=True)
        met_now = (self._meet(path) for path in paths if path != busy)
        return tuple(one if isinstance(one, SessionEntry) else described(one) for one in met_now)

    def open(self, entry: SessionEntry) -> Iterator[RecordedSession]:
        """At once what is known of a recording, then ever more, last its whole analysis.

        Raises `RecordingError`.
        """
        judged, noted = judgements_of(entry), marks_of(entry.path)
        known = kept(entry)
        for stage in stages(self._readable(entry.path)) if known is None else (known,):
            yield replace(stage, judgements=judged, notes=noted)
        if known is None:
            keep(stage)

    def overrule(self, judgement: Overrule) -> None:
        """Keep the therapist's judgement beside the recording; raises `RecordingError`."""
        add_note(judgement.path, SessionEvent(time.time_ns(), EventKind.OVERRULE, {
            "side": judgement.side, "set": judgement.set_index, "rep": judgement.rep_index,
            "counted": judgement.counted, "note": judgement.note}))

    def note(self, entry: SessionEntry, mark: Mark) -> None:
        """Keep a note of a moment beside the recording; raises `RecordingError`."""
        detail = {"at_s": mark.t_s, "text": mark.text}
        add_note(entry.path, SessionEvent(time.time_ns(), EventKind.MARK, detail))

    def save(self, entry: SessionEntry, out: Path, progress: Callable[[float], None]) -> None:
        """Write a recording's report (`.html`) or its table (`.csv`); raises `PatellaError`."""
        write = export_legs if out.suffix == ".csv" else report_legs
        write(entry.path, out, progress=progress)

    def _meet(self, path: Path) -> Recording | SessionEntry:
        """The recording as it is now, or what the list says where it cannot be read."""
        with self._meeting[path]:      # whoever asks meanwhile waits for this file alone
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
        return SessionEntry(path, began, "", Legs.LEFT, 0.0, damage=str(error))


def judgements_of(entry: SessionEntry) -> tuple[Overrule, ...]:
    """What the therapist said of a recording's repetitions afterwards, oldest first."""
    said = (note.detail for note in notes_of(entry.path) if note.kind is EventKind.OVERRULE)
    return tuple(
        Overrule(entry.path, Side(one.get("side", entry.legs.sides[0])), int(one["set"]), int(one["rep"]),
                 bool(one["counted"])) for one in said if {"set", "rep", "counted"} <= one.keys())
