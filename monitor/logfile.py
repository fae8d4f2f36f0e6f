"""The program's log file, for faults of its own; nothing a patient did or said is written there."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from monitor.folders import log_folder

log = logging.getLogger("monitor")


def log_file() -> Path:
    """Where faults are written down."""
    return log_folder() / "patella.log"


def start_log() -> None:
    """Send warnings and faults of the program to its log file; without a writable place, nowhere."""
    path = log_file()
    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def log_fault(error: Exception) -> Path | None:
    """Keep the traceback of a fault for a programmer; the file it is in, None where none can be written."""
    root = logging.getLogger()
    if not root.handlers:
        start_log()
    log.error("unexpected fault", exc_info=error)
    return log_file() if any(isinstance(one, RotatingFileHandler) for one in root.handlers) else None
