"""Lists and opens recordings away from the GUI thread."""

from __future__ import annotations

import linecache
import logging
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from monitor.dashboard.recorded import Library, SessionEntry
from monitor.errors import PatellaError

LONGEST_DRAWING_S = 1.0
log = logging.getLogger(__name__)


class Loader(QObject):
    """`listed` carries the entries, `opened` (entry, session) ever more of it, `failed` (entry, sentence).

    `saving` carries the part that is written, `saved` where to; `not_saved` a sentence.

    Its threads are let go rather than waited for: neither a new look nor the end of the program stands still
    for an analysis.
    """

    listed = Signal(object)
    opened = Signal(object, object)
    failed = Signal(object, str)
    saving = Signal(float)
    saved = Signal(object)
    not_saved = Signal(str)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._wanted: dict[bool, object] = {}
        self._drawn = Event()
        self._fault = self.tr("This recording could not be opened because of a fault in the program.")
        self._unwritten = self.tr("This could not be saved because of a fault in the program.")

    def open(self, entry: SessionEntry, *, beside: bool = False) -> None:
        """Begin to read; returns at once. What was read before, in the same place, is let go."""
        token = self._wanted[beside] = object()
        Thread(target=self._read, args=(entry, beside, token), name="patella-review", daemon=True).start()

    def drawn(self) -> None:
        """What was opened is on the screen: the next stage may take the processor."""
        self._drawn.set()

    def list_sessions(self) -> None:
        """Begin to look what recordings there are; returns at once."""
        Thread(target=self._list, name="patella-list", daemon=True).start()

    def save(self, entry: SessionEntry, out: Path) -> None:
        """Begin to write a report or a table; returns at once."""
        Thread(target=self._save, args=(entry, out), name="patella-save", daemon=True).start()

    def _save(self, entry: SessionEntry, out: Path) -> None:
        try:
            self._library.save(entry, out, lambda part: self._tell("saving", part))
            self._tell("saved", out)
        except (PatellaError, OSError) as error:
            self._tell("not_saved", str(error))
        except Exception:
            log.exception("a report or table could not be written")
            self._tell("not_saved", self._unwritten)

    def _list(self) -> None:
        try:
            self._tell("listed", self._library.sessions())
        except (PatellaError, OSError) as error:
            self._tell("failed", None, str(error))

    def _read(self, entry: SessionEntry, beside: bool, token: object) -> None:
        try:
            for session in self._library.open(entry):
                if self._wanted[beside] is not token:
                    return
                self._drawn.clear()
                self._tell("opened", entry, session)
                self._drawn.wait(LONGEST_DRAWING_S)
                linecache.clearcache()      # PySide reads the source of each module imported: 44 MB of it
        except PatellaError as error:
            self._tell("failed", entry, str(error))
        except Exception:
            log.exception("a recording could not be opened")
            self._tell("failed", entry, self._fault)

    def _tell(self, name: str, *values: Any) -> None:
        """Emit a signal, if the window is still there to hear it."""
        with suppress(RuntimeError):
            getattr(self, name).emit(*values)
