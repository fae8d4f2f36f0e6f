"""Where Patella keeps what is its user's own."""

from __future__ import annotations

from pathlib import Path
from tempfile import gettempdir

from platformdirs import user_data_path, user_log_path

from monitor.errors import PatellaError


def data_folder() -> Path:
    """For recordings and the list of sensors; raises `PatellaError` for an account without a home."""
    try:
        return user_data_path("patella", appauthor=False)
    except RuntimeError as error:
        raise PatellaError("This account has no home folder: set HOME to the folder where Patella shall keep "
                           "its recordings.") from error


def log_folder() -> Path:
    """For the log file, which must never be in anybody's way."""
    try:
        return user_log_path("patella", appauthor=False)
    except RuntimeError:
        return Path(gettempdir())
