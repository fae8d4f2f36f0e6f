from __future__ import annotations

import pytest

from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.movella_sync import Message, MessageId, decode_message, encode_message, start, stop


def test_the_root_address_travels_last_byte_first() -> None:
    assert encode_message(start("D4:CA:6E:F1:69:3D")).hex() == "0207013d69f16ecad453"
    assert encode_message(stop()).hex() == "020102fb"


@pytest.mark.parametrize("address", ["", "D4:CA:6E:F1:69", "D4:CA:6E:F1:69:3D:00", "left shank"])
def test_no_address_no_root(address: str) -> None:
    with pytest.raises(PacketError):
        start(address)


@pytest.mark.parametrize(("written", "reason"), [
    ("0201", PacketReason.TOO_SHORT),
    ("030108f4", PacketReason.BAD_FIELD), ("020109f4", PacketReason.BAD_FIELD),
    ("020208f4", PacketReason.WRONG_LENGTH), ("020108f4", PacketReason.BAD_CHECKSUM)])
def test_what_is_no_message(written: str, reason: PacketReason) -> None:
    with pytest.raises(PacketError) as caught:
        decode_message(bytes.fromhex(written))
    assert caught.value.reason is reason


def test_the_longest_message() -> None:
    longest = Message(MessageId.RESULT, bytes(254))
    assert decode_message(encode_message(longest)) == longest
    with pytest.raises(PacketError):
        encode_message(Message(MessageId.RESULT, bytes(255)))
