"""Packing that fails with the package's own error."""

from __future__ import annotations

import struct

from firmware_protocol.errors import PacketError, PacketReason


def pack(layout: struct.Struct, *values: float | bytes) -> bytes:
    """`layout.pack`; raises `PacketError` where a value does not fit its field."""
    try:
        return layout.pack(*values)
    except (struct.error, OverflowError) as error:
        raise PacketError(PacketReason.BAD_FIELD, f"a value does not fit its field: {error}") from None
