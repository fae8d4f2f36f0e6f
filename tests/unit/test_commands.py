"""What cannot be asked or answered; the wire itself is in `tests/golden/test_protocol_vectors.py`."""

from __future__ import annotations

import pytest

from firmware_protocol.commands import (
    Command,
    Identify,
    Reply,
    Start,
    Status,
    Sync,
    SyncStamp,
    decode_command,
    encode_command,
    encode_reply,
    refusal,
)
from firmware_protocol.errors import PacketError, PacketReason


@pytest.mark.parametrize(("command", "tag"), [
    (Identify(256), 0), (Start(70_000, 4), 0), (Sync(-1), 0), (Identify(1), 256)])
def test_arguments_that_do_not_fit(command: Command, tag: int) -> None:
    with pytest.raises(PacketError) as caught:
        encode_command(command, tag)
    assert caught.value.reason is PacketReason.BAD_FIELD


@pytest.mark.parametrize(("reply", "reason"), [
    (Reply(0x77, 0), PacketReason.UNKNOWN_OP),
    (Reply(0x81, 0, Status.UNKNOWN_OP), PacketReason.UNKNOWN_OP),
    (Reply(0x10, 0), PacketReason.BAD_FIELD),
    (Reply(0x01, 0, Status.OK, SyncStamp(1, 2)), PacketReason.BAD_FIELD),
    (Reply(0x10, 0, Status.FAILED, SyncStamp(1, 2)), PacketReason.BAD_FIELD),
    (Reply(0x10, 0, Status.OK, SyncStamp(1, 2**32)), PacketReason.BAD_FIELD),
])
def test_replies_that_say_nothing(reply: Reply, reason: PacketReason) -> None:
    with pytest.raises(PacketError) as caught:
        encode_reply(reply)
    assert caught.value.reason is reason


@pytest.mark.parametrize(("written", "status"), [
    ("7705", Status.UNKNOWN_OP), ("010507", Status.BAD_LENGTH), ("05050301", Status.UNSUPPORTED),
    ("", None), ("01", None), ("8105", None)])
def test_what_a_sensor_answers_to_nonsense(written: str, status: Status | None) -> None:
    payload = bytes.fromhex(written)
    with pytest.raises(PacketError) as caught:
        decode_command(payload)
    expected = None if status is None else Reply(payload[0], 5, status)
    assert refusal(payload, caught.value) == expected


def test_the_default_start_is_the_usual_stream() -> None:
    assert Start() == Start(200, 4)
