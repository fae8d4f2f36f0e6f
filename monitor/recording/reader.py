"""Reads recordings back: whole ones exactly, damaged ones as far as they are whole, and what is missing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from google.protobuf.message import DecodeError

from monitor.errors import RecordingError, RecordingReason
from monitor.leg import Floats, Ints
from monitor.recording import format as layout
from monitor.recording import schema
from monitor.recording.knee import KneeRows, KneeSamples
from monitor.recording.scan import Message, chunk_messages_bytes, split
from monitor.recording.survey import Gap, Survey, survey
from monitor.values import Input, Legs, Placement, Sensor, Side

_MOST_SENTENCES = 10
_REFERENCE_ROW = np.dtype([("t_ns", "i8"), ("flexion_deg", "f8")])


@dataclass(frozen=True, slots=True)
class Info:
    """What the recording says about itself; times on the session's clock.

    `zero_ns` is the time that exports call 0 s: the start, or an imported file's own zero.
    """

    legs: Legs
    patient: str
    version: str
    start_ns: int
    end_ns: int
    zero_ns: int
    sensors: Mapping[Placement, Sensor]
    note: str = ""

    @property
    def side(self) -> Side:
        """The leg; the left one where both wear sensors."""
        return self.legs.sides[0]

    @property
    def duration_s(self) -> float:
        return (self.end_ns - self.start_ns) / 1e9


@dataclass(frozen=True, slots=True)
class StoredMessage:
    topic: str
    t_ns: int
    published_ns: int
    data: bytes


class Recording:
    """One recording on disk; every reading method opens the file anew and holds one chunk at a time.

    Attributes:
        info: side, pseudonym, version, times, sensors.
        attachments, media_types: bytes and their kind by name.
        metadata: (name, values) of every metadata record.
        problems: one sentence for each damage; empty for a whole file.
        missing: messages known to be lost, by topic.
        lost_s: time that lies in damaged stretches.
    """

    def __init__(self, path: Path, found: Survey) -> None:
        self.path = path
        self.info = _info(path, found)
        self.attachments: Mapping[str, bytes] = {name: a.data for name, a in found.attachments.items()}
        self.media_types: Mapping[str, str] = {name: a.media_type for name, a in found.attachments.items()}
        self.metadata = tuple(found.metadata)
        self.missing = found.missing()
        self.lost_s = sum((gap.to_ns - gap.from_ns) / 1e9 for gap in found.gaps
                          if gap.from_ns is not None and gap.to_ns is not None)
        self.problems = _problems(found, self.info.start_ns)
        self._chunks = found.chunks
        self._topics = found.topics

    def inputs(self, from_ns: int | None = None) -> Iterator[Input]:
        """Every input in recorded order, or only those from a time on; finding the place is immediate."""
        decoders = {c: decode for c, topic in self._topics.items() if (decode := layout.decoder(topic))}
        return self._decoded(decoders, from_ns)

    def messages(self, topics: Collection[str] | None = None, *, from_ns: int | None = None,
                 to_ns: int | None = None) -> Iterator[StoredMessage]:
        """Messages as stored, of all or some topics, with from_ns <= time < to_ns."""
        for channel, _, t_ns, published_ns, data in self._stored(topics, from_ns, to_ns):
            yield StoredMessage(self._topics[channel], t_ns, published_ns, data)

    def knee(self, side: Side | None = None) -> KneeSamples:
        """What was shown of one leg while recording; errors as for `knees`."""
        return self.knees()[side or self.info.side]

    def knees(self) -> dict[Side, KneeSamples]:
        """What was shown of each leg while recording (n may be 0: imported or simulated without a screen).

        Raises `RecordingError`.
        """
        sides = {layout.knee_topic(self.info.legs, side): side for side in self.info.legs.sides}
        channels = {channel: sides[topic] for channel, topic in self._topics.items() if topic in sides}
        shown = {side: KneeRows() for side in sides.values()}
        with self._all_ours(" and ".join(sides)):
            for messages in self._chunk_messages(channels):
                for channel, side in channels.items():
                    shown[side].push([message[-1] for message in messages if message[0] == channel])
            return {side: rows.samples() for side, rows in shown.items()}

    def reference(self) -> tuple[Ints, Floats] | None:
        """A knee angle measured by someone else: (n,) session time and degrees; None where there is none."""
        if layout.REFERENCE not in self._topics.values():
            return None
        parse = schema.message_class(schema.REFERENCE_SAMPLE).FromString
        with self._all_ours(layout.REFERENCE):
            rows = (parse(message[-1]) for message in self._stored((layout.REFERENCE,), None, None))
            table = np.fromiter(((row.t_ns, row.flexion_deg) for row in rows), _REFERENCE_ROW)
        return table["t_ns"].copy(), table["flexion_deg"].copy()

    @contextmanager
    def _all_ours(self, topic: str) -> Iterator[None]:
        try:
            yield
        except DecodeError as error:
            raise RecordingError(RecordingReason.DAMAGED, f"{self.path} holds something foreign on {topic}; "
                                 "what was shown cannot be read.") from error

    def _stored(self, topics: Collection[str] | None, from_ns: int | None,
                to_ns: int | None) -> Iterator[Message]:
        wanted = {channel for channel, topic in self._topics.items() if topics is None or topic in topics}
        earliest, latest = from_ns or 0, 2**64 if to_ns is None else to_ns
        for messages in self._chunk_messages(wanted, from_ns):
            for message in messages:
                if message[0] in wanted and message[2] >= earliest:
                    if message[2] >= latest:
                        return
                    yield message

    def _decoded(self, by_channel: Mapping[int, Callable[[int, bytes], Input]],
                 from_ns: int | None) -> Iterator[Input]:
        earliest = -1 if from_ns is None else from_ns
        for messages in self._chunk_messages(by_channel, from_ns):
            for channel, _, t_ns, _, data in messages:
                if t_ns >= earliest and channel in by_channel:
                    yield by_channel[channel](t_ns, data)

    def _chunk_messages(self, channels: Collection[int],
                        from_ns: int | None = None) -> Iterator[list[Message]]:
        """The messages of each chunk that has any of these channels."""
        first = 0 if from_ns is None else bisect_left(self._chunks, from_ns, key=lambda spot: spot.last_ns)
        with self.path.open("rb") as file:
            for spot in self._chunks[first:]:
                if spot.channels.isdisjoint(channels):
                    continue
                file.seek(spot.offset)
                inside = chunk_messages_bytes(file.read(spot.length))
                if inside is None:
                    raise RecordingError(RecordingReason.DAMAGED,
                                         f"{self.path} changed while it was read; open it again.")
                yield split(inside, channels)[1]


def open_recording(path: Path) -> Recording:
    """Check the whole file and open it; raises `RecordingError` when nothing in it can be used."""
    return Recording(path, survey(path))


def _info(path: Path, found: Survey) -> Info:
    said: dict[str, Any] = dict(next((v for n, v in found.metadata if n == layout.SESSION_METADATA), {}))
    said |= found.start
    if not found.topics and not said:
        raise RecordingError(RecordingReason.NOT_A_RECORDING,
                             f"{path} is not a Patella recording (a table is read by `patella import`).")
    if found.first_ns is None or found.last_ns is None:
        raise RecordingError(RecordingReason.TRUNCATED,
                             f"{path} holds no whole chunk of data: nothing in it can be recovered.")
    raw = {topic.removeprefix(layout.RAW).partition("_")[0] for topic in found.topics.values()
           if topic.startswith(layout.RAW)}
    try:
        legs = Legs(said.get("side") or (Legs.BOTH if raw == set(Side) else min(raw)))
        zero_ns = int(said.get("zero_ns", found.first_ns))
    except ValueError as error:
        raise RecordingError(RecordingReason.NOT_A_RECORDING, f"{path} is an MCAP file of another program: "
                             "it does not say which leg it is of.") from error
    patient, version, note = (str(said.get(key, "")) for key in ("patient", "version", "note"))
    return Info(legs, patient, version, found.first_ns, found.last_ns, zero_ns, dict(found.sensors), note)


def _problems(found: Survey, start_ns: int) -> tuple[str, ...]:
    def at(t_ns: int) -> str:
        return f"{(t_ns - start_ns) / 1e9:.2f} s"

    def sentence(gap: Gap) -> str:
        if gap.to_ns is not None:
            begin = "the start" if gap.from_ns is None else at(gap.from_ns)
            return f"Damaged between {begin} and {at(gap.to_ns)}."
        end = at(found.last_ns or start_ns)
        if found.statistics is not None:
            return f"Damaged after {end}."
        return f"Ends at {end} without having been closed: what came after is lost."

    sentences = [sentence(gap) for gap in found.gaps[:_MOST_SENTENCES]]
    if len(found.gaps) > _MOST_SENTENCES:
        sentences.append(f"Damaged in {len(found.gaps) - _MOST_SENTENCES} more places.")
    if not sentences and found.altered:
        sentences.append("A checksum over the whole file is wrong, outside the measured data.")
    if missing := found.missing():
        counts = ", ".join(f"{count} of {topic}" for topic, count in missing.items())
        sentences.append(f"Known to be missing: {counts}.")
    return tuple(sentences)
