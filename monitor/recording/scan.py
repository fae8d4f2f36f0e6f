"""Walks through the bytes of a recording, checks them, and finds every whole chunk in a damaged one.

The readers of the `mcap` package stop at the first damage or raise whatever error the damage happens to
cause; here every length is checked before it is believed, and every chunk against its checksum.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from mcap.opcode import Opcode
from mcap.writer import MCAP0_MAGIC as MAGIC

# channel id, sequence, log time, publish time, data
Message = tuple[int, int, int, int, bytes]

HEAD = struct.Struct("<BQ")                     # opcode, length of what follows
_CHUNK = struct.Struct("<QQQIIQ")               # first and last time, size, checksum, no compression, size
_MESSAGE = struct.Struct("<BQHIQQ")             # head, channel id, sequence, log time, publish time
_MESSAGE_OPCODE = int(Opcode.MESSAGE)           # comparing plain integers is quicker
ANY = range(2**16)                              # channels
_HIGHEST_OPCODE = int(max(Opcode))
_MESSAGE_FIXED_BYTES = _MESSAGE.size - HEAD.size
_LONGEST_RECORD = 64 * 1024 * 1024              # no chunk or attachment of ours comes near it
_FIXED_BYTES = {Opcode.FOOTER: 20, Opcode.DATA_END: 4}
# A chunk's head as we write it: lengths below 2**24, no compression.
_CHUNK_PATTERN = re.compile(rb"(?=\x06.{3}\x00{5}.{16}.{3}\x00{5}.{4}\x00{4}.{3}\x00{5})", re.DOTALL)
_SEARCH_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Record:
    offset: int
    opcode: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes from `offset` up to the next whole record that cannot be read."""

    offset: int


def walk(file: BinaryIO, size: int) -> Iterator[Record | Damage]:
    """Every record from the start of the file, and a `Damage` wherever bytes had to be left out."""
    offset = checked = len(MAGIC)
    intact = file.read(len(MAGIC)) == MAGIC
    while offset < size:
        record = _record_at(file, offset, size) if intact else None
        if record is None:
            yield Damage(offset)
            found, intact = _next_chunk(file, checked, size), True
            if found is None:
                return
            offset = checked = found
            continue
        offset += HEAD.size + len(record.body)
        if record.opcode != Opcode.CHUNK:
            yield record
        elif chunk_messages_bytes(record.body) is None:
            yield Damage(record.offset)
        else:
            checked = offset
            yield record
        if record.opcode == Opcode.FOOTER:
            return


def chunk_messages_bytes(body: bytes) -> bytes | None:
    """The records inside a chunk, None when they are not what was written."""
    start = _CHUNK.size
    if len(body) < start:
        return None
    _first, _last, size, checksum, compression, length = _CHUNK.unpack_from(body)
    inside = body[start:]
    if compression or not size == length == len(inside) or zlib.crc32(inside) != checksum:
        return None
    return inside


def split(inside: bytes, wanted: Container[int] = ANY) -> tuple[list[bytes], list[Message]]:
    """The channel records and the messages, of any or some channels, inside a chunk.

    Raises `ValueError` where they do not add up.
    """
    channels: list[bytes] = []
    messages: list[Message] = []
    padded = inside + bytes(_MESSAGE.size)
    unpack, end, offset = _MESSAGE.unpack_from, len(inside), 0
    while offset < end:
        opcode, length, channel, sequence, log_ns, publish_ns = unpack(padded, offset)
        after = offset + HEAD.size + length
        if after > end:
            raise ValueError("a record is longer than its chunk")
        if opcode == _MESSAGE_OPCODE:
            if length < _MESSAGE_FIXED_BYTES:
                raise ValueError("a message is cut")
            if channel in wanted:
                data = inside[offset + _MESSAGE.size:after]
                messages.append((channel, sequence, log_ns, publish_ns, data))
        elif opcode == Opcode.CHANNEL:
            channels.append(inside[offset + HEAD.size:after])
        offset = after
    return channels, messages


def _record_at(file: BinaryIO, offset: int, size: int) -> Record | None:
    file.seek(offset)
    head = file.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    opcode, length = HEAD.unpack(head)
    if not 1 <= opcode <= _HIGHEST_OPCODE or length > min(_LONGEST_RECORD, size - offset - HEAD.size):
        return None
    if length != _FIXED_BYTES.get(opcode, length):
        return None
    body = file.read(length)
    if opcode == Opcode.CHUNK and not _adds_up(body):
        return None
    return Record(offset, opcode, body)


def _adds_up(chunk: bytes) -> bool:
    if len(chunk) < _CHUNK.size:
        return False
    _first, _last, size, _checksum, compression, length = _CHUNK.unpack_from(chunk)
    return bool(compression == 0 and size == length == len(chunk) - _CHUNK.size)


def _next_chunk(file: BinaryIO, start: int, size: int) -> int | None:
    """Where the first whole chunk from `start` on begins."""
    while start < size:
        file.seek(start)
        window = file.read(_SEARCH_BYTES)
        for match in _CHUNK_PATTERN.finditer(window):
            offset = start + match.start()
            record = _record_at(file, offset, size)
            if record is not None and chunk_messages_bytes(record.body) is not None:
                return offset
        if len(window) < _SEARCH_BYTES:
            return None
        start += _SEARCH_BYTES - _CHUNK.size - HEAD.size
    return None
