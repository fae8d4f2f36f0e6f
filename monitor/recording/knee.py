"""What was shown of a knee: hundreds of thousands of small messages, decoded many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from monitor.leg import Bools, Bytes, Floats, Ints
from monitor.recording import schema

Table = NDArray[np.void]

# As they lie in a message of ours: a tag before each, a time of nine bytes (between 1972 and 2262), then
# flexion and sigma where there is an angle, and the reason where there is none.
_TIME, _FLEXION, _SIGMA, _REASON = slice(1, 10), slice(11, 19), slice(20, 28), slice(11, 12)
_MORE = 0x80                              # set in every byte of a varint but its last
_CONTINUED = np.array([_MORE] * 8 + [0])
_ROW = np.dtype([("t_ns", "i8"), ("flexion_deg", "f8"), ("sigma_deg", "f8"), ("valid", "?"),
                 ("reason", "u1")])
_AT_ONCE = 50_000                         # messages decoded together: more take more room and no less time


@dataclass(frozen=True, slots=True, eq=False)
class KneeSamples:
    """What was shown, (n,) each; flexion and sigma are 0 where not valid."""

    t_ns: Ints
    flexion_deg: Floats
    sigma_deg: Floats
    valid: Bools
    reason: Bytes
    algorithm: str


class KneeRows:
    """Gathers the messages of one leg."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []
        self._tables = [np.empty(0, _ROW)]
        self._algorithm = ""

    def push(self, messages: Sequence[bytes]) -> None:
        """Take the next messages in; raises `DecodeError`."""
        self._waiting += messages
        if len(self._waiting) > _AT_ONCE:
            self._decode()

    def samples(self) -> KneeSamples:
        """All of them; raises `DecodeError`."""
        self._decode()
        table = np.concatenate(self._tables)
        return KneeSamples(table["t_ns"].copy(), table["flexion_deg"].copy(), table["sigma_deg"].copy(),
                           table["valid"].copy(), table["reason"].copy(), self._algorithm)

    def _decode(self) -> None:
        if self._waiting:
            self._algorithm = _parsed(self._waiting[-1]).algorithm
            self._tables.append(rows_of(self._waiting))
            self._waiting.clear()


def rows_of(messages: Sequence[bytes]) -> Table:
    """The row of each message; raises `DecodeError`."""
    table = np.empty(len(messages), _ROW)
    lengths = np.fromiter(map(len, messages), np.intp, len(messages))
    for length in np.unique(lengths):
        where = np.flatnonzero(lengths == length)
        table[where] = _equally_long([messages[place] for place in where.tolist()])
    return table


def _equally_long(messages: Sequence[bytes]) -> Table:
    """Those like the first at once, the others one by one."""
    raw = np.frombuffer(b"".join(messages), np.uint8).reshape(len(messages), -1)
    table, like = np.empty(len(raw), _ROW), np.zeros(len(raw), np.bool_)
    first = _parsed(messages[0])
    if _as_we_write_it(first, messages[0]):
        like = _alike(raw, shown=first.valid)
        table[like] = _decoded(raw[like], shown=first.valid)
    for place in np.flatnonzero(~like).tolist():
        row = _parsed(messages[place])
        table[place] = row.t_ns, row.flexion_deg, row.sigma_deg, row.valid, row.reason
    return table


def _as_we_write_it(row: Any, message: bytes) -> bool:
    """Whether its numbers lie where the writer puts them."""
    known = row.HasField("flexion_deg"), row.HasField("sigma_deg"), not row.reason
    usual = all(known) if row.valid else not any(known)
    return usual and bool(message == row.SerializeToString())


def _alike(raw: NDArray[np.uint8], *, shown: bool) -> Bools:
    """The messages, (n, bytes), that differ from the first one in their numbers alone."""
    frame = np.ones(raw.shape[1], np.bool_)
    for number in (_TIME, _FLEXION, _SIGMA) if shown else (_TIME, _REASON):
        frame[number] = False
    alike: Bools = (raw[:, frame] == raw[0, frame]).all(axis=1)
    alike &= (raw[:, _TIME] & _MORE == _CONTINUED).all(axis=1)
    return alike if shown else alike & (raw[:, _REASON] < _MORE).all(axis=1)


def _decoded(raw: NDArray[np.uint8], *, shown: bool) -> Table:
    """Rows of messages that are as we write them, with an angle or without."""
    table = np.zeros(len(raw), _ROW)
    table["t_ns"] = ((raw[:, _TIME].astype(np.int64) & ~_MORE) << 7 * np.arange(9)).sum(axis=1)
    table["valid"] = shown
    if shown:
        table["flexion_deg"] = np.ascontiguousarray(raw[:, _FLEXION]).view("<f8")[:, 0]
        table["sigma_deg"] = np.ascontiguousarray(raw[:, _SIGMA]).view("<f8")[:, 0]
    else:
        table["reason"] = raw[:, _REASON][:, 0]
    return table


def _parsed(message: bytes) -> Any:
    return schema.message_class(schema.KNEE_SAMPLE).FromString(message)
