"""Lists and opens recordings away from the GUI thread."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from monitor.dashboard.bridge import Library, Previewing, RecordedSession
from monitor.errors import PatellaError

log = logging.getLogger(__name__)


class Loader(QObject):
    """`listed` carries the entries, `opened` (path, session), `failed` (path or None, sentence)."""

    listed = Signal(object)
    opened = Signal(object, object)
    failed = Signal(object, str)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def open(self, path: Path) -> None:
        """Begin to read; returns at once."""
        self._pool.start(QRunnable.create(lambda: self._read(path)))

    def list_sessions(self) -> None:
        """Begin to look what recordings there are; returns at once."""
        self._pool.start(QRunnable.create(self._list))

    def _list(self) -> None:
        try:
            entries = self._library.sessions()
        except (PatellaError, OSError) as error:
            self.failed.emit(None, str(error))
        else:
            self.listed.emit(entries)

    def _read(self, path: Path) -> None:
        try:
            if isinstance(self._library, Previewing):
                early = self._library.preview(path)
                if early is not None:
                    self.opened.emit(path, early)
            session: RecordedSession = self._library.open(path)
        except PatellaError as error:
            self.failed.emit(path, str(error))
        except Exception:
            log.exception("a recording could not be opened")
            self.failed.emit(
                path, self.tr("This recording could not be opened because of a fault in the program.")
            )
        else:
            self.opened.emit(path, session)
