"""The dialects by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.patella import PatellaDecoder
from firmware_protocol.samples import Decoder, Samples
from firmware_protocol.unquantised import UnquantisedDecoder

__all__ = ["DIALECTS", "Decoder", "Samples", "decoder_for"]


class _Declared(Protocol):
    def __call__(self, *, rate_hz: float, acc_range_g: float | None, gyr_range_dps: float | None,
                 layout: Mapping[str, Any]) -> Decoder: ...


DIALECTS: dict[str, _Declared] = {
    "patella": PatellaDecoder.declared,
    "samples": UnquantisedDecoder.declared,
}


def decoder_for(dialect: str, *, rate_hz: float, acc_range_g: float | None, gyr_range_dps: float | None,
                layout: Mapping[str, Any]) -> Decoder:
    """A fresh decoder for one connection to a sensor that declared this; raises `PacketError`."""
    declared = DIALECTS.get(dialect)
    if declared is None:
        raise PacketError(PacketReason.UNKNOWN_DIALECT,
                          f"there is no sensor dialect {dialect!r}; known are {', '.join(DIALECTS)}")
    return declared(rate_hz=rate_hz, acc_range_g=acc_range_g, gyr_range_dps=gyr_range_dps, layout=layout)
