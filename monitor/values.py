"""What flows from the sensors into a session: every input that is recorded, and nothing that is computed.

Times called `t_host_ns` are nanoseconds since the Unix epoch on the host's clock, stamped at reception.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

NOBODY = "nobody"      # the pseudonym where no patient was chosen


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Legs(StrEnum):
    """Which legs wear sensors: one of them (two sensors) or both (four)."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def sides(self) -> tuple[Side, ...]:
        """The legs one by one."""
        return tuple(Side) if self is Legs.BOTH else (Side(self.value),)

    @property
    def places(self) -> tuple[Placement, ...]:
        """Where their sensors are worn."""
        return tuple(Placement(side, segment) for side in self.sides for segment in Segment)


class Segment(StrEnum):
    THIGH = "thigh"
    SHANK = "shank"


@dataclass(frozen=True, slots=True, order=True)
class Placement:
    """Where a sensor is worn; written `left_thigh`."""

    side: Side
    segment: Segment

    def __str__(self) -> str:
        return f"{self.side}_{self.segment}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The placement that `str` wrote; raises `ValueError` for anything else."""
        side, _, segment = text.partition("_")
        return cls(Side(side), Segment(segment))


@dataclass(frozen=True, slots=True)
class Sensor:
    """A sensor as it described itself when it connected; what decoding its packets needs.

    Attributes:
        placement: where it is worn.
        dialect: name of the packet layout, such as "patella", "movella_dot", "witmotion" or "samples".
        rate_hz: declared sample rate.
        acc_range_g: full scale of the accelerometer in g, None when it has no limit (imported samples).
        gyr_range_dps: full scale of the gyro in degrees per second, None when it has no limit.
        boot_id: changes when the sensor restarts, and its clock and sequence with it.
        declares_mounting: true when the housing says how it is worn (see `firmware_protocol/PROTOCOL.md`),
            so that upside-down and wrong-leg wear can be told; never for imported files.
        layout: dialect-specific extras that decoding needs, JSON-ready.
    """

    placement: Placement
    dialect: str
    rate_hz: float
    serial: str = ""
    hardware: str = ""
    acc_range_g: float | None = None
    gyr_range_dps: float | None = None
    boot_id: int = 0
    declares_mounting: bool = False
    layout: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """A JSON-ready mapping that `from_json` reads back."""
        names = ("dialect", "rate_hz", "serial", "hardware", "acc_range_g", "gyr_range_dps", "boot_id",
                 "declares_mounting")
        return {"placement": str(self.placement), **{n: getattr(self, n) for n in names},
                "layout": dict(self.layout)}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote; raises `KeyError`, `TypeError` or `ValueError` for anything else."""
        return cls(**{**value, "placement": Placement.parse(value["placement"])})


@dataclass(frozen=True, slots=True)
class Received:
    """One notification, exactly as it came."""

    placement: Placement
    t_host_ns: int
    payload: bytes


class LinkKind(StrEnum):
    """What happened to a link, with the keys of its detail."""

    CONNECTED = "connected"        # Sensor.to_json()
    STREAMING = "streaming"        # {}
    DISCONNECTED = "disconnected"  # reason
    BATTERY = "battery"            # percent
    RSSI = "rssi"                  # dbm
    SYNC = "sync"                  # host_send_ns, host_receive_ns, device_us (u32 as it came)
    SILENT = "silent"              # seconds
    FAILED = "failed"              # reason (LinkReason), sentence
    WAITING = "waiting"            # sentence: what must happen before any sensor can stream


@dataclass(frozen=True, slots=True)
class LinkEvent:
    """`placement` is None for what concerns every sensor, such as Bluetooth itself."""

    placement: Placement | None
    t_host_ns: int
    kind: LinkKind
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tick:
    """The passing of time itself, ten a second, so that every time-out replays."""

    t_host_ns: int


class EventKind(StrEnum):
    """What people did, with the keys of its detail.

    Where both legs wear sensors, `side` beside the other keys says that an event concerns one leg alone.
    """

    START = "start"                # side (left, right or both), patient, version, note
    CALIBRATION = "calibration"    # action: start | redo | cancel; variant: standing | lying
    EXERCISE = "exercise"          # id (or null: recognise), set, prescribed
    SET_END = "set_end"            # {}
    MARK = "mark"                  # text
    PAIN = "pain"                  # score 0-10, set
    THERAPIST_REP = "therapist_rep"  # {}
    OVERRULE = "overrule"          # set, rep, counted, note
    PAUSE = "pause"                # paused
    UNDO = "undo"                  # of: mark | therapist_rep | pain | set_end | exercise | calibration;
                                   # before: the pain score that was replaced
    PRESCRIPTION = "prescription"  # text
    STOP = "stop"                  # {}


@dataclass(frozen=True, slots=True)
class SessionEvent:
    t_host_ns: int
    kind: EventKind
    detail: Mapping[str, Any] = field(default_factory=dict)


Input = Received | LinkEvent | Tick | SessionEvent
