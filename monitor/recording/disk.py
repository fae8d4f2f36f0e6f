"""The file under a recording: whole flushes or nothing, and a disk that cannot delay a packet."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from monitor.errors import RecordingError, RecordingReason
from monitor.recording.outputs import FULL, unwritable

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)   # binary: Windows alone
_MOST_PENDING_BYTES = 1 << 20


class Disk:
    """Collects bytes and writes them at each flush; after a failed flush the file ends at the one before.

    The forced write to the medium (fsync) runs in a thread of its own, since it takes from 1 to 100 ms.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pending = bytearray()
        self._flushed = 0
        self._failed: RecordingError | None = None
        self._forced: Future[None] | None = None
        try:
            self._fd = os.open(path, _FLAGS, 0o644)
        except OSError as error:
            raise _sentence(path, error) from error
        self._thread = ThreadPoolExecutor(1, "recording-fsync")

    @property
    def failed(self) -> RecordingError | None:
        """Why nothing more can be written, if so."""
        return self._failed

    def tell(self) -> int:
        return self._flushed + len(self._pending)

    def write(self, data: bytes) -> int:
        self._pending += data
        if len(self._pending) >= _MOST_PENDING_BYTES:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Hand everything to the operating system; a killed program loses nothing of it."""
        rest = memoryview(bytes(self._pending))
        try:
            while rest:
                rest = rest[os.write(self._fd, rest):]
        except OSError as error:
            raise self._fail(error) from error
        self._flushed += len(self._pending)
        self._pending.clear()

    def force(self) -> None:
        """Ask for everything flushed so far to reach the medium, and report how the last request went."""
        if self._forced is not None:
            if not self._forced.done():
                return
            self._reap(self._forced)
        self._forced = self._thread.submit(os.fsync, self._fd)

    def close(self) -> None:
        """Force the last bytes to the medium and let go of the file."""
        self._thread.shutdown(wait=True)
        try:
            if not self._failed:
                os.fsync(self._fd)
        except OSError as error:
            raise self._fail(error) from error
        finally:
            os.close(self._fd)

    def _reap(self, forced: Future[None]) -> None:
        try:
            forced.result()
        except OSError as error:
            raise self._fail(error) from error

    def _fail(self, error: OSError) -> RecordingError:
        self._failed = _sentence(self._path, error)
        with suppress(OSError):      # the tail of a flush cut short is left out by every reader anyway
            os.ftruncate(self._fd, self._flushed)
        return self._failed


def _sentence(path: Path, error: OSError) -> RecordingError:
    if error.errno in FULL:
        return RecordingError(RecordingReason.DISK_FULL,
                              "The disk is full; free some space and start a new recording.")
    return unwritable(path, error)
