"""The dialects by name, and the sensors by what they advertise."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any

from firmware_protocol import movella_dot, patella, witmotion
from firmware_protocol.device import DialectInfo
from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.samples import Decoder, Samples
from firmware_protocol.unquantised import UnquantisedDecoder

__all__ = ["DIALECTS", "Decoder", "Samples", "decoder_for", "devices", "recognise", "shows_loss"]


def _table_decoder(**declared: Any) -> Decoder:
    from firmware_protocol.table_packets import TableDecoder  # checks with pydantic, slow to import

    return TableDecoder.declared(**declared)


DIALECTS: Mapping[str, Callable[..., Decoder]] = {
    "patella": patella.PatellaDecoder.declared,
    "movella_dot": movella_dot.DotDecoder.declared,
    "witmotion": witmotion.WitMotionDecoder.declared,
    "table": _table_decoder,
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


@cache
def devices() -> tuple[DialectInfo, ...]:
    """Every kind of sensor this package can drive, in the order in which they are tried."""
    from firmware_protocol.table_packets import SHIPPED, device, shipped

    return (patella.DEVICE, movella_dot.device(), witmotion.DEVICE,
            *(device(shipped(name)) for name in SHIPPED))


def shows_loss(dialect: str, layout: Mapping[str, Any]) -> bool:
    """Whether a lost packet of a sensor that declared this can be told at all."""
    if dialect == "table":
        return any(field.get("is") == "time" for field in layout.get("field", ()))
    return dialect != "witmotion"


def recognise(name: str | None, services: Collection[str] = (),
              described: Iterable[DialectInfo] = ()) -> DialectInfo | None:
    """The kind of sensor that advertises this name and these service UUIDs, None for anything else.

    Args:
        name: as advertised.
        services: as advertised.
        described: sensors of the user's own (`table_packets.device`), tried before those of the package.
    """
    return next((kind for kind in (*described, *devices()) if kind.recognises(name, services)), None)
