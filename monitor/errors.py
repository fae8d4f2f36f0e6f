"""What can go wrong, one exception type for each boundary, each with a reason the screen can explain."""

from __future__ import annotations

from enum import StrEnum


class PatellaError(Exception):
    """Base of every error a user may see; its text is one sentence that says what, where and what to do."""


class RecordingReason(StrEnum):
    NOT_FOUND = "not_found"
    NOT_A_RECORDING = "not_a_recording"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    BAD_TABLE = "bad_table"
    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"


class RecordingError(PatellaError):
    """Raised by `monitor.recording` for anything that cannot be read or written."""

    def __init__(self, reason: RecordingReason, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason


class LinkReason(StrEnum):
    NO_ADAPTER = "no_adapter"
    SWITCHED_OFF = "switched_off"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    ONE_SENSOR = "one_sensor"
    SAME_ROLE = "same_role"
    LOST = "lost"
    REFUSED = "refused"
    UNSUPPORTED = "unsupported"
    SILENT = "silent"


class LinkError(PatellaError):
    """Raised by `monitor.sources` when a sensor cannot be reached or does not answer as it should."""

    def __init__(self, reason: LinkReason, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason


class PrescriptionError(PatellaError):
    """Raised for a prescription or exercise text; every problem names its line and field."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
