"""Lists and opens recordings away from the GUI thread."""

from __future__ import annotations

import logging
from contextlib import suppress
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from monitor.dashboard.recorded import Library, SessionEntry
from monitor.errors import PatellaError

log = logging.getLogger(__name__)


class Loader(QObject):
    """`listed` carries the entries, `opened` (entry, session) ever more of it, `failed` (entry, sentence).

    Its threads are let go rather than waited for: neither a new look nor the end of the program stands still
    for an analysis.
    """

    listed = Signal(object)
    opened = Signal(object, object)
    failed = Signal(object, str)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._wanted: dict[bool, object] = {}
        self._fault = self.tr("This recording could not be opened because of a fault in the program.")

    def open(self, entry: SessionEntry, *, beside: bool = False) -> None:
        """Begin to read; returns at once. What was read before, in the same place, is let go."""
        token = self._wanted[beside] = object()
        Thread(target=self._read, args=(entry, beside, token), name="patella-review", daemon=True).start()

    def list_sessions(self) -> None:
        """Begin to look what recordings there are; returns at once."""
        Thread(target=self._list, name="patella-list", daemon=True).start()

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
                self._tell("opened", entry, session)
        except PatellaError as error:
            self._tell("failed", entry, str(error))
        except Exception:
            log.exception("a recording could not be opened")
            self._tell("failed", entry, self._fault)

    def _tell(self, name: str, *values: Any) -> None:
        """Emit a signal, if the window is still there to hear it."""
        with suppress(RuntimeError):
            getattr(self, name).emit(*values)
