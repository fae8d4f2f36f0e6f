"""How recordings are named: when, whose pseudonym, which leg or legs."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from monitor.values import Legs, Side

_LONGEST_PSEUDONYM = 40


def recording_name(start_ns: int, patient: str, side: Side | Legs) -> str:
    """`YYYYMMDD-HHMMSS_<pseudonym>_<side>.mcap`, in UTC so that names sort by time wherever they were made.

    Anything in the pseudonym that a file system or a mail program might stumble over becomes a hyphen.
    """
    start = datetime.fromtimestamp(start_ns // 1_000_000_000, UTC)
    pseudonym = re.sub(r"[^A-Za-z0-9-]+", "-", patient)[:_LONGEST_PSEUDONYM].strip("-") or "anonymous"
    return f"{start:%Y%m%d-%H%M%S}_{pseudonym}_{side}.mcap"
