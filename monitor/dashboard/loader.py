"""Lists and opens recordings away from the GUI thread."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from monitor.dashboard.recorded import Library, SessionEntry
from monitor.errors import PatellaError

log = logging.getLogger(__name__)
THREADS = 2          # the session that is open, and the one beside it


class Loader(QObject):
    """`listed` carries the entries, `opened` (entry, session) ever more of it, `failed` (entry, sentence)."""

    listed = Signal(object)
    opened = Signal(object, object)
    failed = Signal(object, str)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._wanted: dict[bool, object] = {}
        self._pool, self._lists = QThreadPool(self), QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._lists.setMaxThreadCount(1)

    def open(self, entry: SessionEntry, *, beside: bool = False) -> None:
        """Begin to read; returns at once. What was read before, in the same place, is let go."""
        token = object()
        self._wanted[beside] = token
        self._pool.start(QRunnable.create(lambda: self._read(entry, beside, token)))

    def list_sessions(self) -> None:
        """Begin to look what recordings there are; returns at once."""
        self._lists.start(QRunnable.create(self._list))

    def _list(self) -> None:
        try:
            entries = self._library.sessions()
        except (PatellaError, OSError) as error:
            self.failed.emit(None, str(error))
        else:
            self.listed.emit(entries)

    def _read(self, entry: SessionEntry, beside: bool, token: object) -> None:
        try:
            for session in self._library.open(entry):
                if self._wanted[beside] is not token:
                    return
                self.opened.emit(entry, session)
        except PatellaError as error:
            self.failed.emit(entry, str(error))
        except Exception:
            log.exception("a recording could not be opened")
            self.failed.emit(
                entry, self.tr("This recording could not be opened because of a fault in the program.")
            )
