"""Sensors that the user described: one TOML file each, as `firmware_protocol/DIALECTS.md` says."""

from __future__ import annotations

from pathlib import Path

from firmware_protocol.device import DialectInfo
from firmware_protocol.errors import PacketError
from monitor.errors import LinkError, LinkReason

PATTERN = "*.toml"


def own_sensors(folder: Path) -> tuple[DialectInfo, ...]:
    """Every sensor described in this folder, none where it is not there.

    Raises `LinkError` for a file that cannot be read or describes no sensor, and says what is wrong with it.
    """
    files = sorted(folder.glob(PATTERN))
    return tuple(_described(file) for file in files)


def _described(file: Path) -> DialectInfo:
    from firmware_protocol.table import Table  # checks with pydantic, slow to import
    from firmware_protocol.table_packets import device

    try:
        return device(Table.from_toml(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, PacketError) as error:
        raise LinkError(LinkReason.UNSUPPORTED,
                        f"The sensor described in {file} cannot be used: {error}. Correct the file, or "
                        "take it out of this folder.") from error
