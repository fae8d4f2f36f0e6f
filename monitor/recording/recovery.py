"""Checks recordings, and saves what is whole of a damaged one. Nothing is invented, what is lost is said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from monitor.errors import RecordingError
from monitor.recording import format as layout
from monitor.recording.outputs import keep_apart, replacing
from monitor.recording.reader import Recording, open_recording
from monitor.recording.writer import RecordingWriter

WHOLE, NOTHING, PARTIAL = 0, 1, 3    # exit codes


@dataclass(frozen=True, slots=True)
class Report:
    """What a check or a recovery found.

    Attributes:
        exit_code: 0 whole, 3 damaged but partly readable, 1 nothing readable.
        duration_s: from the first to the last input that can be read.
        lost_s: time inside damaged stretches; what a cut file lost at its end cannot be known.
        lost_packets: packets known to be lost, by placement.
        problems: one sentence for each damage.
    """

    path: Path
    exit_code: int
    duration_s: float
    lost_s: float
    lost_packets: dict[str, int]
    problems: tuple[str, ...]
    saved_as: Path | None = None

    def summary(self) -> str:
        """A few lines for people."""
        if self.exit_code == NOTHING:
            return "\n".join(self.problems)
        if self.exit_code == WHOLE:
            lines = [f"{self.path} is whole: {self.duration_s:.1f} s."]
        else:
            packets = (f"{n} packets of {sensor}" for sensor, n in self.lost_packets.items())
            lost = [f"{self.lost_s:.1f} s", *packets] if self.lost_s or self.lost_packets else ["nothing"]
            lines = [f"{self.path} is damaged: {self.duration_s:.1f} s can be read; lost in between: "
                     f"{', '.join(lost)}.", *self.problems]
        return "\n".join([*lines, *([f"Saved as {self.saved_as}."] if self.saved_as else [])])


def verify(path: Path) -> Report:
    """Check every byte of a recording; never raises for a bad one."""
    try:
        return _report(open_recording(path))
    except RecordingError as error:
        return Report(path, NOTHING, 0.0, 0.0, {}, (str(error),))


def recover(bad: Path, out: Path) -> Report:
    """Write everything whole of a recording to a new one, which is whole itself and says where it comes from.

    Raises `RecordingError` when `out` cannot be written or is the damaged file itself.
    """
    keep_apart(bad, out)
    try:
        recording = open_recording(bad)
    except RecordingError as error:
        return Report(bad, NOTHING, 0.0, 0.0, {}, (str(error),))
    with replacing(out) as part:
        _copy(recording, part)
    return _report(recording, saved_as=out)


def _report(recording: Recording, saved_as: Path | None = None) -> Report:
    lost = {t.removeprefix(layout.RAW): n for t, n in recording.missing.items() if t.startswith(layout.RAW)}
    return Report(recording.path, PARTIAL if recording.problems else WHOLE, recording.info.duration_s,
                  recording.lost_s, lost, recording.problems, saved_as)


def _copy(recording: Recording, out: Path) -> None:
    info = recording.info
    with RecordingWriter(out, side=info.legs, patient=info.patient, version=info.version,
                         zero_ns=info.zero_ns) as writer:
        for name, values in recording.metadata:
            if name != layout.SESSION_METADATA:
                writer.note(name, dict(values))
        if recording.problems:
            writer.note(layout.RECOVERY_METADATA, {"problems": "\n".join(recording.problems)})
        for name, data in recording.attachments.items():
            writer.attach(name, recording.media_types[name], data)
        for message in recording.messages():
            writer.message(message.topic, message.t_ns, message.published_ns, message.data)
