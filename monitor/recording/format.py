"""The layout of a recording: its channels, and how each input becomes the bytes of one MCAP message.

`/raw/<placement>` holds packets as received, `/link`, `/tick` and `/event` hold JSON. `/derived/knee` (where
both legs wear sensors `/derived/left_knee` and `/derived/right_knee`) and `/reference/knee` hold protobuf. A
message's log time is the host's time, its sequence counts the messages of its channel from 0, so that a
reader can tell what a damaged file has lost.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from functools import partial

from monitor.values import (
    EventKind,
    Input,
    Legs,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    SessionEvent,
    Side,
    Tick,
)

PROFILE = "patella"
EVENT = "/event"
LINK = "/link"
TICK = "/tick"
RAW = "/raw/"
KNEE = "/derived/knee"
KNEES = {side: f"/derived/{side}_knee" for side in Side}     # of both legs in one session
REFERENCE = "/reference/knee"

SESSION_METADATA = "session"
CHANNEL_METADATA = "channel"
SENSOR_METADATA = "sensor"
RECOVERY_METADATA = "recovery"

# Where a packet of the dialect carries its device time: a little-endian u32 of microseconds.
_DEVICE_TIME_OFFSET = {"patella": 8, "movella_dot": 0}
_DEVICE_TIME = struct.Struct("<I")


def knee_topic(legs: Legs, side: Side) -> str:
    """Where a recording of `legs` keeps what was shown of one of them."""
    return KNEES[side] if legs is Legs.BOTH else KNEE


def encode(item: Input) -> tuple[str, bytes]:
    """The topic and message bytes of an input; its time travels as the message's log time."""
    match item:
        case Received():
            return f"{RAW}{item.placement}", item.payload
        case Tick():
            return TICK, b"{}"
        case LinkEvent():
            placement = None if item.placement is None else str(item.placement)
            return LINK, _json({"placement": placement, "kind": item.kind, "detail": dict(item.detail)})
        case SessionEvent():
            return EVENT, _json({"kind": item.kind, "detail": dict(item.detail)})


def decoder(topic: str) -> Callable[[int, bytes], Input] | None:
    """What turns (log time, message bytes) of a topic back into an input; None for computed channels.

    The returned function raises `ValueError`, `KeyError` or `TypeError` for bytes `encode` never wrote.
    """
    if topic.startswith(RAW):
        try:
            return partial(Received, Placement.parse(topic.removeprefix(RAW)))
        except ValueError:
            return None          # a place that only other versions know
    decoders: dict[str, Callable[[int, bytes], Input]] = {TICK: _tick, LINK: _link, EVENT: _event}
    return decoders.get(topic)


def device_time_ns(dialect: str | None, payload: bytes) -> int | None:
    """The packet's own time as sent (it wraps), None where the packet carries none."""
    offset = _DEVICE_TIME_OFFSET.get(dialect or "")
    if offset is None or len(payload) < offset + _DEVICE_TIME.size:
        return None
    return int(_DEVICE_TIME.unpack_from(payload, offset)[0]) * 1000


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _tick(t_ns: int, _data: bytes) -> Tick:
    return Tick(t_ns)


def _link(t_ns: int, data: bytes) -> LinkEvent:
    value = json.loads(data)
    placement = None if value["placement"] is None else Placement.parse(value["placement"])
    return LinkEvent(placement, t_ns, LinkKind(value["kind"]), value["detail"])


def _event(t_ns: int, data: bytes) -> SessionEvent:
    value = json.loads(data)
    return SessionEvent(t_ns, EventKind(value["kind"]), value["detail"])
