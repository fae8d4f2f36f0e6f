"""Writes a session as it happens: every input as it came, and beside it what was computed and shown.

Time comes from the inputs alone: a simulated hour is written in seconds and always gives the same bytes.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from mcap.well_known import MessageEncoding, SchemaEncoding
from mcap.writer import CompressionType, Writer

from monitor.leg import Floats, Ints, LegBlock
from monitor.recording import format as layout
from monitor.recording import schema
from monitor.recording.disk import Disk
from monitor.values import (
    EventKind,
    Input,
    Legs,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    Sensor,
    SessionEvent,
    Side,
)

_CHUNK_BYTES = 64 * 1024
_FLUSH_NS = 500_000_000      # half of the promised second, so that a slow moment does not break the promise
_FORCE_NS = 4_000_000_000    # to the medium at least every 5 s
_ANY_OBJECT = b'{"type":"object"}'
PROTOBUF = {layout.REFERENCE: schema.REFERENCE_SAMPLE,
            **dict.fromkeys((layout.KNEE, *layout.KNEES.values()), schema.KNEE_SAMPLE)}


class RecordingWriter:
    """One session's file. A crash of the program loses less than 1 s, a power cut less than 5 s.

    Args:
        path: the file to write; an existing one is replaced.
        side: the leg, or both.
        patient: pseudonym, never a name.
        version: of the software that records.
        zero_ns: the session time that exports call 0 s; None: the start of the recording.

    Every method raises `RecordingError` when the disk is full or cannot be written; what was flushed stays.
    """

    def __init__(self, path: Path, *, side: Side | Legs, patient: str, version: str,
                 zero_ns: int | None = None) -> None:
        self._legs = Legs(side)
        self._disk = Disk(path)
        self._mcap = Writer(cast(IO[bytes], self._disk), chunk_size=_CHUNK_BYTES,
                            compression=CompressionType.NONE, enable_data_crcs=True)
        self._mcap.start(layout.PROFILE, f"patella {version}")
        self._channels: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._schemas: dict[str, int] = {}
        self._dialects: dict[Placement, str] = {}
        self._now_ns = 0
        self._flushed_ns: int | None = None
        self._forced_ns = 0
        session = {"side": str(side), "patient": patient, "version": version}
        self.note(layout.SESSION_METADATA, session | ({} if zero_ns is None else {"zero_ns": str(zero_ns)}))
        self.flush()

    def write(self, item: Input) -> None:
        """Record one input, in the order of arrival."""
        topic, data = layout.encode(item)
        published_ns = item.t_host_ns
        match item:
            case Received():
                device_ns = layout.device_time_ns(self._dialects.get(item.placement), data)
                published_ns = item.t_host_ns if device_ns is None else device_ns
            case LinkEvent(kind=LinkKind.CONNECTED):
                self._describe(item)
            case SessionEvent(kind=EventKind.PRESCRIPTION, detail={"text": str(text)}):
                self.attach("prescription.toml", "application/toml", text.encode(errors="replace"))
        self.message(topic, item.t_host_ns, published_ns, data)
        self._keep_promise(item.t_host_ns)

    def write_knee(self, block: LegBlock, algorithm: str) -> None:
        """Record what was shown: one message for each grid sample of the block."""
        make, topic = schema.message_class(schema.KNEE_SAMPLE), layout.knee_topic(self._legs, block.side)
        rows = zip(block.t_ns.tolist(), block.flexion_deg.tolist(), block.sigma_deg.tolist(),
                   block.valid.tolist(), block.reason.tolist(), strict=True)
        for t_ns, flexion, sigma, valid, reason in rows:
            known = {"flexion_deg": flexion, "sigma_deg": sigma} if valid else {}
            data = make(t_ns=t_ns, valid=valid, reason=reason, algorithm=algorithm, **known)
            self.message(topic, t_ns, t_ns, data.SerializeToString())

    def write_reference(self, t_ns: Ints, flexion_ref_deg: Floats) -> None:
        """Record a knee angle measured by someone else; (n,) each, on the session's clock."""
        make = schema.message_class(schema.REFERENCE_SAMPLE)
        for t, flexion in zip(t_ns.tolist(), flexion_ref_deg.tolist(), strict=True):
            self.message(layout.REFERENCE, t, t, make(t_ns=t, flexion_deg=flexion).SerializeToString())

    def message(self, topic: str, t_ns: int, published_ns: int, data: bytes) -> None:
        """Record the bytes of one message; `write` and its siblings are the usual way."""
        if self._disk.failed:
            raise self._disk.failed
        channel = self._channels.get(topic) or self._register(topic)
        sequence = self._counts[topic]
        self._counts[topic] = sequence + 1
        self._mcap.add_message(channel, t_ns, data, published_ns, sequence)

    def attach(self, name: str, media_type: str, data: bytes) -> None:
        """Keep a document with the recording: prescription, calibration, packet layout."""
        self._mcap.add_attachment(self._now_ns, self._now_ns, name, media_type, data)

    def note(self, name: str, values: dict[str, str]) -> None:
        """Keep a metadata record, for readers that show them."""
        self._mcap.add_metadata(name, values)

    def flush(self) -> None:
        """Hand everything recorded so far to the operating system."""
        self._mcap.flush()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """Finish the file; without it the recording is still readable, only without its closing index."""
        try:
            if not self._disk.failed:
                self._mcap.finish()  # type: ignore[no-untyped-call]
                self._disk.flush()
        finally:
            self._disk.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def _keep_promise(self, t_ns: int) -> None:
        self._now_ns = t_ns
        if self._flushed_ns is None or abs(t_ns - self._flushed_ns) >= _FLUSH_NS:
            self.flush()
            self._flushed_ns = t_ns
            if abs(t_ns - self._forced_ns) >= _FORCE_NS:
                self._disk.force()
                self._forced_ns = t_ns

    def _describe(self, item: LinkEvent) -> None:
        sensor = Sensor.from_json(item.detail)
        if sensor.dialect != "samples" and not self._dialects:
            text = resources.files("firmware_protocol").joinpath("PROTOCOL.md").read_bytes()
            self.attach("PROTOCOL.md", "text/markdown", text)
        self._dialects[sensor.placement] = sensor.dialect
        self.note(layout.SENSOR_METADATA, {key: str(value) for key, value in item.detail.items()})

    def _register(self, topic: str) -> int:
        encoding, schema_id = self._encoding(topic)
        channel = self._mcap.register_channel(topic, encoding, schema_id)
        self._channels[topic] = channel
        self._counts[topic] = 0
        # The channel record lies in the chunk being written; this copy outside serves when that is damaged.
        self.note(layout.CHANNEL_METADATA, {"id": str(channel), "topic": topic})
        return channel

    def _encoding(self, topic: str) -> tuple[str, int]:
        if topic.startswith(layout.RAW):
            return "patella-packet", 0
        name = PROTOBUF.get(topic)
        if name is None:
            return MessageEncoding.JSON, self._schema("patella.Json", SchemaEncoding.JSONSchema, _ANY_OBJECT)
        return MessageEncoding.Protobuf, self._schema(name, SchemaEncoding.Protobuf, schema.descriptor_set())

    def _schema(self, name: str, encoding: str, data: bytes) -> int:
        if name not in self._schemas:
            self._schemas[name] = self._mcap.register_schema(name, encoding, data)
        return self._schemas[name]
