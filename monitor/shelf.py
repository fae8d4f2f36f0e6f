"""The recordings on this computer, as the review page wants them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from monitor.analysis import analyze
from monitor.dashboard.bridge import Overrule, RecordedSession, SessionEntry, Span
from monitor.errors import RecordingError, RecordingReason
from monitor.leg import Bools, Floats, LegBlock, Reason
from monitor.recording.notes import add_note
from monitor.recording.reader import KneeSamples, Recording, open_recording
from monitor.snapshot import Trace
from monitor.values import EventKind, SessionEvent, Side

MISSING = (Reason.NO_DATA, Reason.GAP)


class Shelf:
    """The recordings in one folder; each is read when it is first met, and again when it has changed.

    Args:
        folder: where they are.
        being_written: the recording under way, which is not listed.
    """

    def __init__(self, folder: Path, being_written: Callable[[], Path | None] = lambda: None) -> None:
        self._folder = folder
        self._being_written = being_written
        self._entries: dict[tuple[Path, int], SessionEntry] = {}
        threading.Thread(target=self.sessions, name="patella-shelf", daemon=True).start()

    def sessions(self) -> tuple[SessionEntry, ...]:
        """Newest first."""
        busy = self._being_written()
        paths = sorted(self._folder.glob("*.mcap"), reverse=True)
        return tuple(self._entry(path) for path in paths if path != busy)

    def open(self, path: Path) -> RecordedSession:
        """Read and analyse one recording; raises `RecordingError`."""
        leg: list[LegBlock] = []
        result = analyze(path, each=leg.append)
        if not leg:
            raise RecordingError(RecordingReason.EMPTY, f"{path} holds no movement of a leg.")
        whole, shown = LegBlock.join(leg), result.session.snapshot()
        trace = whole_trace(whole, result.recording.info.zero_ns)
        return RecordedSession(
            described(result.recording), result.recording.info.version, trace, whole.reason, whole.posture,
            spans(trace.t_s, np.isin(whole.reason, MISSING)), shown.sets, shown.landings, shown.balance,
            shown.marks, result.recording.problems)

    def preview(self, path: Path) -> RecordedSession | None:
        """What was shown while recording, without tilts and sets; None where nothing was shown.

        Raises `RecordingError`.
        """
        recording = open_recording(path)
        shown = recording.knee()
        if not len(shown.t_ns):
            return None
        trace = shown_trace(shown, recording.info.zero_ns)
        return RecordedSession(
            described(recording), recording.info.version, trace, shown.reason, np.zeros_like(shown.reason),
            spans(trace.t_s, np.isin(shown.reason, MISSING)), damage=recording.problems)

    def overrule(self, judgement: Overrule) -> None:
        """Keep the therapist's judgement beside the recording; raises `RecordingError`."""
        add_note(judgement.path, SessionEvent(time.time_ns(), EventKind.OVERRULE, {
            "set": judgement.set_index, "rep": judgement.rep_index, "counted": judgement.counted,
            "note": judgement.note}))

    def _entry(self, path: Path) -> SessionEntry:
        key = path, path.stat().st_mtime_ns
        if key not in self._entries:
            self._entries[key] = entry_of(path)
        return self._entries[key]


def entry_of(path: Path) -> SessionEntry:
    """What the list says of a recording, as far as it can be read."""
    try:
        return described(open_recording(path))
    except RecordingError as error:
        began = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return SessionEntry(path, began, "", Side.LEFT, 0.0, damage=str(error))


def described(recording: Recording) -> SessionEntry:
    """What the list says of a recording that can be read."""
    info = recording.info
    began = datetime.fromtimestamp(info.start_ns / 1e9, UTC)
    return SessionEntry(recording.path, began, info.patient, info.side, info.duration_s,
                        damage=" ".join(recording.problems))


def whole_trace(leg: LegBlock, zero_ns: int) -> Trace:
    """A whole session as the plots draw it."""
    return Trace(
        t_s=np.asarray((leg.t_ns - zero_ns) * 1e-9, np.float64), flexion_deg=leg.flexion_deg,
        sigma_deg=leg.sigma_deg, valid=leg.valid,
        thigh_acc_g=leg.thigh_dynamic_g[:, 1], shank_acc_g=leg.shank_dynamic_g[:, 1],
        thigh_tilt_deg=leg.thigh_tilt_deg, shank_tilt_deg=leg.shank_tilt_deg,
        thigh_elevation_deg=leg.thigh_elevation_deg, oriented=leg.oriented,
        sensed=leg.reason != Reason.NO_DATA)


def shown_trace(shown: KneeSamples, zero_ns: int) -> Trace:
    """The knee angle as it was shown, and nothing else: no segment is oriented."""
    nothing = np.zeros(len(shown.t_ns))
    return Trace(
        t_s=np.asarray((shown.t_ns - zero_ns) * 1e-9, np.float64), flexion_deg=shown.flexion_deg,
        sigma_deg=shown.sigma_deg, valid=shown.valid,
        thigh_acc_g=nothing, shank_acc_g=nothing, thigh_tilt_deg=nothing, shank_tilt_deg=nothing,
        thigh_elevation_deg=nothing, oriented=np.zeros(len(nothing), np.bool_),
        sensed=np.zeros(len(nothing), np.bool_))


def spans(t_s: Floats, where: Bools) -> tuple[Span, ...]:
    """The stretches of time, (n,) in s, in which `where` is true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], where, [False]]).astype(np.int8)))
    return tuple(Span(float(t_s[first]), float(t_s[last - 1]))
                 for first, last in zip(edges[::2], edges[1::2], strict=True))
