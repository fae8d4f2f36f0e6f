"""A recording opened in stages: at once what was shown while recording, then what an analysis makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from importlib.metadata import version
from time import monotonic

import numpy as np

from monitor.analysis import Run, begin
from monitor.dashboard.recorded import RecordedSession, SessionEntry, Span
from monitor.errors import RecordingError, RecordingReason
from monitor.leg import Bools, Bytes, Floats, LegBlock, Reason
from monitor.recording.reader import KneeSamples, Recording
from monitor.snapshot import Trace
from monitor.values import Side

MISSING = (Reason.NO_DATA, Reason.GAP)
STAGE_S = 4.0           # of the viewer's time between two stages
MOST_BLOCKS = 1000      # held apart: a block of a few rows takes many times the room of its rows


def stages(recording: Recording, side: Side) -> Iterator[RecordedSession]:
    """What was shown, then the analysis as far as it has come, last the whole; raises `RecordingError`."""
    shown = as_shown(recording, side)
    yield shown
    run, leg, told_s = begin(recording, side), [], monotonic()
    for block in run.blocks:
        leg.append(block)
        if len(leg) > MOST_BLOCKS:
            leg = [LegBlock.join(leg)]
            if monotonic() - told_s > STAGE_S:
                yield continued(so_far(recording, run, leg[0]), shown)
                told_s = monotonic()
    run.session.finish()
    if not leg:
        raise RecordingError(RecordingReason.EMPTY, f"{recording.path} holds no movement of a leg.")
    yield so_far(recording, run, LegBlock.join(leg))


def as_shown(recording: Recording, side: Side) -> RecordedSession:
    """What was shown while recording: no tilts, no sets, and nothing at all where there was no screen."""
    knee = recording.knee(side)
    trace = shown_trace(knee, recording.info.zero_ns)
    return RecordedSession(
        described(recording, side), recording.info.version, trace, knee.reason, np.zeros_like(knee.reason),
        gaps(trace, knee.reason), damage=recording.problems, analysed=0.0)


def so_far(recording: Recording, run: Run, leg: LegBlock) -> RecordedSession:
    """What the analysis has made of the recording up to now."""
    trace, results = whole_trace(leg, recording.info.zero_ns), run.session.snapshot()
    return RecordedSession(
        described(recording, run.session.side), version("patella"), trace, leg.reason, leg.posture,
        gaps(trace, leg.reason), results.sets, results.landings, results.balance, results.marks,
        recording.problems)


def continued(first: RecordedSession, shown: RecordedSession) -> RecordedSession:
    """An analysis under way, followed by what was shown from there on."""
    rest = slice(int(shown.trace.t_s.searchsorted(first.trace.t_s[-1], side="right")), None)
    arrays = {f.name: np.concatenate([getattr(first.trace, f.name), getattr(shown.trace, f.name)[rest]])
              for f in fields(Trace)}
    trace, reason = Trace(**arrays), np.concatenate([first.reason, shown.reason[rest]])
    return replace(
        first, trace=trace, reason=reason, posture=np.concatenate([first.posture, shown.posture[rest]]),
        gaps=gaps(trace, reason), analysed=float(first.trace.t_s[-1]) / max(1e-3, first.entry.duration_s))


def described(recording: Recording, side: Side) -> SessionEntry:
    """What the list says of one leg of a recording that can be read."""
    info = recording.info
    began = datetime.fromtimestamp(info.start_ns / 1e9, UTC)
    return SessionEntry(recording.path, began, info.patient, side, info.duration_s,
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


def gaps(trace: Trace, reason: Bytes) -> tuple[Span, ...]:
    """The stretches without usable data."""
    return spans(trace.t_s, np.isin(reason, MISSING))
