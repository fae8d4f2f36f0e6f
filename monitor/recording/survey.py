"""What a recording holds and what is missing from it, found in one pass over the file."""

from __future__ import annotations

import struct
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from mcap.data_stream import ReadDataStream
from mcap.exceptions import McapError
from mcap.opcode import Opcode
from mcap.records import Attachment, Channel, DataEnd, Footer, Metadata, Statistics
from mcap.writer import MCAP0_MAGIC as MAGIC

from monitor.errors import RecordingError, RecordingReason
from monitor.recording import format as layout
from monitor.recording.scan import HEAD, Damage, Message, Record, chunk_messages_bytes, split, walk
from monitor.values import EventKind, LinkEvent, LinkKind, Placement, Sensor, SessionEvent

_CHECKSUM_BYTES = 4
_FOOTER_CHECKED = struct.Struct("<BQQQ")
_DAMAGED_RECORD = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError, McapError,
                   struct.error)


@dataclass(frozen=True, slots=True)
class ChunkSpot:
    """Where a whole chunk lies, and of what; `last_ns` is the latest time in it or in any chunk before."""

    offset: int
    length: int
    last_ns: int
    channels: frozenset[int]


@dataclass(frozen=True, slots=True)
class Gap:
    """Damage between two times; None where the recording has nothing on that side."""

    from_ns: int | None
    to_ns: int | None


@dataclass(slots=True)
class Survey:
    """Filled record by record by `push`; counts are by topic."""

    chunks: list[ChunkSpot] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)
    metadata: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    sensors: dict[Placement, Sensor] = field(default_factory=dict)
    start: dict[str, Any] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    skipped: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    gaps: list[Gap] = field(default_factory=list)
    statistics: Statistics | None = None
    first_ns: int | None = None
    last_ns: int | None = None
    closed: bool = False
    altered: bool = False        # a checksum over the whole file is wrong
    _present: dict[frozenset[int], frozenset[int]] = field(default_factory=dict)      # each of them once
    _damaged: bool = False
    _checksum: int = zlib.crc32(MAGIC)

    def push(self, found: Record | Damage) -> None:
        if isinstance(found, Damage):
            self._damaged = True
            return
        try:
            self._record(found)
        except _DAMAGED_RECORD:
            self._damaged = True
        if found.opcode != Opcode.DATA_END:
            head = HEAD.pack(found.opcode, len(found.body))
            self._checksum = zlib.crc32(found.body, zlib.crc32(head, self._checksum))

    def finish(self) -> None:
        """To be called after the last record: what is damaged at the very end has no other side."""
        if self._damaged or not self.closed:
            self.gaps.append(Gap(self.last_ns, None))

    def missing(self) -> dict[str, int]:
        """Messages known to be lost, by topic; what a cut file lost at its end cannot be counted."""
        if self.statistics is not None:
            counted = self.statistics.channel_message_counts
            lost = {channel: count - self.counts[channel] for channel, count in counted.items()}
        else:
            lost = dict(self.skipped)
        return {self.topics[c]: n for c, n in sorted(lost.items()) if n > 0 and c in self.topics}

    def _record(self, record: Record) -> None:
        match record.opcode:
            case Opcode.CHUNK:
                self._chunk(record)
            case Opcode.METADATA:
                self._metadata(Metadata.read(_stream(record.body)))
            case Opcode.ATTACHMENT:
                self._attachment(record.body, Attachment.read(_stream(record.body)))
            case Opcode.STATISTICS:
                self.statistics = Statistics.read(_stream(record.body))
            case Opcode.DATA_END:
                self.altered |= DataEnd.read(_stream(record.body)).data_section_crc != self._checksum
                self._checksum = 0
            case Opcode.FOOTER:
                self._footer(Footer.read(_stream(record.body)))

    def _metadata(self, record: Metadata) -> None:
        if record.name == layout.CHANNEL_METADATA:
            self.topics.setdefault(int(record.metadata["id"]), record.metadata["topic"])
        else:
            self.metadata.append((record.name, record.metadata))

    def _attachment(self, body: bytes, record: Attachment) -> None:
        if zlib.crc32(body[:-_CHECKSUM_BYTES]) != int.from_bytes(body[-_CHECKSUM_BYTES:], "little"):
            raise ValueError("the attachment's checksum is wrong")
        self.attachments[record.name] = record

    def _footer(self, record: Footer) -> None:
        self.closed = True
        covered = _FOOTER_CHECKED.pack(Opcode.FOOTER, 20, record.summary_start, record.summary_offset_start)
        self.altered |= zlib.crc32(covered, self._checksum) != record.summary_crc

    def _chunk(self, record: Record) -> None:
        inside = chunk_messages_bytes(record.body)
        assert inside is not None
        channels, messages = split(inside)
        for body in channels:
            channel = Channel.read(_stream(body))
            self.topics[channel.id] = channel.topic
        channel, sequence = messages[0][:2]
        if sequence < self.counts[channel] + self.skipped[channel]:
            raise ValueError("a chunk stands in the file twice")
        self._count(messages)
        times = [message[2] for message in messages]
        self._close_gap(min(times))
        self.first_ns = times[0] if self.first_ns is None else self.first_ns
        self.last_ns = max(times) if self.last_ns is None else max(self.last_ns, max(times))
        present = frozenset([message[0] for message in messages])
        present = self._present.setdefault(present, present)
        self.chunks.append(ChunkSpot(record.offset + HEAD.size, len(record.body), self.last_ns, present))

    def _close_gap(self, first_ns: int) -> None:
        if self._damaged:
            self.gaps.append(Gap(self.last_ns, first_ns))
            self._damaged = False

    def _count(self, messages: list[Message]) -> None:
        people = [channel for channel, topic in self.topics.items() if topic in (layout.LINK, layout.EVENT)]
        for channel, sequence, t_ns, _, data in messages:
            due = self.counts[channel] + self.skipped[channel]
            if sequence > due:
                self.skipped[channel] += sequence - due
            self.counts[channel] += 1
            if channel in people:
                self._note(self.topics[channel], t_ns, data)

    def _note(self, topic: str, t_ns: int, data: bytes) -> None:
        decode = layout.decoder(topic)
        assert decode is not None
        match decode(t_ns, data):
            case LinkEvent(kind=LinkKind.CONNECTED, detail=detail):
                sensor = Sensor.from_json(detail)
                self.sensors[sensor.placement] = sensor
            case SessionEvent(kind=EventKind.START, detail=detail):
                self.start = {**detail, **self.start}


def survey(path: Path) -> Survey:
    """Read the whole file once; raises `RecordingError` when it holds nothing that can be used."""
    try:
        size = path.stat().st_size
        if size == 0:
            raise RecordingError(RecordingReason.EMPTY, f"{path} is empty: nothing was recorded in it.")
        found = Survey()
        with path.open("rb") as file:
            for record in walk(file, size):
                found.push(record)
            found.closed &= file.read() == MAGIC
    except FileNotFoundError as error:
        raise RecordingError(RecordingReason.NOT_FOUND, f"{path} does not exist; check the name.") from error
    except OSError as error:
        raise RecordingError(RecordingReason.NOT_A_RECORDING,
                             f"{path} cannot be read ({error.strerror or type(error).__name__}).") from error
    found.finish()
    return found


def _stream(body: bytes) -> ReadDataStream:
    return ReadDataStream(BytesIO(body))
