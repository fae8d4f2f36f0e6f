"""One pass of a session over a recording."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from monitor.errors import RecordingError, RecordingReason
from monitor.leg import LegBlock
from monitor.recording.reader import Recording
from monitor.session import Session
from monitor.values import Input, Side

Report = Callable[[float], None]
CHUNK = 2000          # inputs handed over at a time; any number gives the same result


def leg_of(recording: Recording, side: Side | None) -> Side:
    """The leg to look at; raises `RecordingError` where it wears no sensors."""
    if side is None or side in recording.info.legs.sides:
        return side or recording.info.side
    raise RecordingError(RecordingReason.EMPTY,
                         f"{recording.path} is of the {recording.info.side} leg alone; choose that one.")


def blocks_of(session: Session, recording: Recording, progress: Report) -> Iterator[LegBlock]:
    """Feed a session the whole recording; its blocks, as they come."""
    start, length = recording.info.start_ns, max(1, recording.info.end_ns - recording.info.start_ns)
    for chunk in _chunks(recording.inputs()):
        yield from session.push(chunk).blocks
        progress(min(1.0, (chunk[-1].t_host_ns - start) / length))


def _chunks(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    inputs = iter(inputs)
    while chunk := list(islice(inputs, CHUNK)):
        yield chunk
