"""The one error that leaves this package."""

from __future__ import annotations

from enum import StrEnum


class PacketReason(StrEnum):
    TOO_SHORT = "too_short"              # not even the fixed part is there
    WRONG_LENGTH = "wrong_length"        # the length does not follow from the contents
    WRONG_VERSION = "wrong_version"      # another protocol version, so nothing after it can be read
    BAD_COUNT = "bad_count"              # number of samples outside its limits
    BAD_FIELD = "bad_field"              # a field holds a value the protocol does not allow
    BAD_CHECKSUM = "bad_checksum"
    NOT_FINITE = "not_finite"            # NaN or infinity where a measurement belongs
    BAD_TIME = "bad_time"                # time stamps that do not increase inside a packet
    UNKNOWN_OP = "unknown_op"            # a command this version does not have
    UNKNOWN_DIALECT = "unknown_dialect"
    BAD_LAYOUT = "bad_layout"            # what was declared about the sensor cannot decode its packets


class PacketError(Exception):
    """Bytes that are not a packet, or a packet that cannot become bytes.

    Attributes:
        reason: for counting and for choosing what to do; the text is one sentence for people.
    """

    def __init__(self, reason: PacketReason, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason
