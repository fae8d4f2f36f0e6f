"""A recording opened in stages: at once what was shown while recording, then what an analysis makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from importlib.metadata import version
from time import monotonic
from typing import Any

import numpy as np
from numpy.typing import NDArray

from monitor.analysis.run import Run, begin
from monitor.dashboard.recorded import RecordedLeg, RecordedSession, SessionEntry, Singles, Span, WholeTrace
from monitor.errors import RecordingError, RecordingReason
from monitor.exercises.tremor import Tremor
from monitor.leg import Bools, Floats, LegBlock, Reason
from monitor.recording.knee import KneeSamples
from monitor.recording.reader import Recording
from monitor.snapshot import Trace
from monitor.values import Side

MISSING = (Reason.NO_DATA, Reason.GAP)
STAGE_S = 4.0           # of the viewer's time between two stages
MOST_BLOCKS, MOST_ROWS = 200, 5_000      # held apart: a block takes many times the room of what is drawn
COLUMNS = tuple(f.name for f in fields(WholeTrace))
SINGLES = COLUMNS[len(fields(Trace)) + 2:]      # all but reason, posture


def stages(recording: Recording) -> Iterator[RecordedSession]:
    """What was shown, then the analysis as far as it has come, last the whole; raises `RecordingError`."""
    legs = {side: as_shown(side, shown, recording.info.zero_ns) for side, shown in recording.knees().items()}
    yield session_of(recording, legs)
    for side in recording.info.legs.sides:
        for leg in leg_stages(recording, legs[side]):
            legs[side] = leg
            yield session_of(recording, legs)


def session_of(recording: Recording, legs: Mapping[Side, RecordedLeg]) -> RecordedSession:
    """What is known of a recording, given what is known of its legs."""
    begun = any(leg.analysed for leg in legs.values())
    made_by = version("patella") if begun else recording.info.version
    return RecordedSession(described(recording), made_by, tuple(legs.values()), recording.problems)


def leg_stages(recording: Recording, shown: RecordedLeg) -> Iterator[RecordedLeg]:
    """The analysis of one leg as far as it has come, last the whole; raises `RecordingError`."""
    run, waiting, told_s = begin(recording, shown.side), [], monotonic()
    columns = Columns(recording.info.zero_ns, len(shown.trace.t_s))
    for block in run.blocks:
        waiting.append(block)
        if len(waiting) > MOST_BLOCKS or sum(map(len, waiting)) > MOST_ROWS:
            columns.push(LegBlock.join(waiting))
            waiting.clear()
            if monotonic() - told_s > STAGE_S:
                yield continued(so_far(run, columns.trace()), shown, recording.info.duration_s)
                told_s = monotonic()
    run.session.finish()
    if waiting:
        columns.push(LegBlock.join(waiting))
    if not columns.rows:
        raise RecordingError(RecordingReason.EMPTY, f"{recording.path} holds no movement of a leg.")
    yield so_far(run, columns.trace())


class Columns:
    """What the review draws of a leg, gathered block by block; times are counted from `zero_ns`.

    `expected` is the number of rows that probably come. Each column lies in one array with room for more, so
    that nothing is copied when it is looked at: rows that were given out are never written again.
    """

    def __init__(self, zero_ns: int, expected: int) -> None:
        self._zero_ns, self._expected = zero_ns, expected
        self._tremor: Tremor | None = None
        self._room: dict[str, NDArray[Any]] = {}
        self.rows = 0

    def push(self, leg: LegBlock) -> None:
        """Take the next rows in."""
        drawn, before = self._drawn(leg), self.rows
        self.rows += len(leg)
        for name in COLUMNS:
            values = getattr(drawn, name)
            self._room[name] = self._roomy(self._room.get(name, values[:0]))
            self._room[name][before:self.rows] = values

    def trace(self) -> WholeTrace:
        """All of it."""
        return WholeTrace(**{name: values[:self.rows] for name, values in self._room.items()})

    def _roomy(self, values: NDArray[Any]) -> NDArray[Any]:
        """The same with room for all rows, and where it had none for some to come."""
        if self.rows <= len(values):
            return values
        wider = np.empty(max(self._expected, self.rows * 5 // 4), values.dtype)
        wider[:len(values)] = values
        return wider

    def _drawn(self, leg: LegBlock) -> WholeTrace:
        self._tremor = self._tremor or Tremor(leg.rate_hz)
        return WholeTrace(
            t_s=np.asarray((leg.t_ns - self._zero_ns) * 1e-9, np.float64), flexion_deg=leg.flexion_deg,
            sigma_deg=leg.sigma_deg, valid=leg.valid,
            thigh_acc_g=leg.thigh_dynamic_g[:, 1], shank_acc_g=leg.shank_dynamic_g[:, 1],
            thigh_tilt_deg=leg.thigh_tilt_deg, shank_tilt_deg=leg.shank_tilt_deg,
            thigh_elevation_deg=leg.thigh_elevation_deg, oriented=leg.oriented,
            sensed=leg.reason != Reason.NO_DATA, reason=leg.reason, posture=leg.posture,
            thigh_rate_deg_s=single(np.degrees(leg.thigh_gyr_rad_s[:, 2])),
            shank_rate_deg_s=single(np.degrees(leg.shank_gyr_rad_s[:, 2])),
            frontal_deg=single(leg.frontal_deg), rotation_deg=single(leg.rotation_deg),
            trend_sigma_deg=single(leg.trend_sigma_deg), tremor_db=single(self._tremor.push(leg)))


def single(values: Floats | list[float]) -> Singles:
    """As it is drawn: half the room, and finer than any screen."""
    return np.asarray(values, np.float32)


def as_shown(side: Side, shown: KneeSamples, zero_ns: int) -> RecordedLeg:
    """What was shown while recording: no tilts, no sets, and nothing at all where there was no screen."""
    trace = shown_trace(shown, zero_ns)
    return RecordedLeg(side, trace, gaps(trace), analysed=0.0)


def so_far(run: Run, trace: WholeTrace) -> RecordedLeg:
    """What the analysis has made of the recording up to now."""
    results = run.session.snapshot()
    return RecordedLeg(run.session.side, trace, gaps(trace), results.sets, results.landings, results.balance,
                       results.marks)


def continued(first: RecordedLeg, shown: RecordedLeg, duration_s: float) -> RecordedLeg:
    """An analysis under way, followed by what was shown from there on."""
    seen_s = float(first.trace.t_s[-1])
    rest = slice(int(shown.trace.t_s.searchsorted(seen_s, side="right")), None)
    trace = WholeTrace(**{name: np.concatenate([getattr(first.trace, name), getattr(shown.trace, name)[rest]])
                          for name in COLUMNS})
    return replace(first, trace=trace, gaps=gaps(trace), analysed=seen_s / max(1e-3, duration_s))


def described(recording: Recording) -> SessionEntry:
    """What the list says of a recording that can be read."""
    info = recording.info
    began = datetime.fromtimestamp(info.start_ns / 1e9, UTC)
    return SessionEntry(recording.path, began, info.patient, info.legs, info.duration_s,
                        damage=" ".join(recording.problems))


def shown_trace(shown: KneeSamples, zero_ns: int) -> WholeTrace:
    """The knee angle as it was shown, and nothing else: no segment is oriented."""
    count = len(shown.t_ns)
    nothing, never, half = np.zeros(count), np.zeros(count, np.bool_), np.zeros(count, np.float32)
    return WholeTrace(
        t_s=np.asarray((shown.t_ns - zero_ns) * 1e-9, np.float64), flexion_deg=shown.flexion_deg,
        sigma_deg=shown.sigma_deg, valid=shown.valid, thigh_acc_g=nothing, shank_acc_g=nothing,
        thigh_tilt_deg=nothing, shank_tilt_deg=nothing, thigh_elevation_deg=nothing, oriented=never,
        sensed=never, reason=shown.reason, posture=np.zeros_like(shown.reason),
        **dict.fromkeys(SINGLES, half))


def spans(t_s: Floats, where: Bools) -> tuple[Span, ...]:
    """The stretches of time, (n,) in s, in which `where` is true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], where, [False]]).astype(np.int8)))
    return tuple(Span(float(t_s[first]), float(t_s[last - 1]))
                 for first, last in zip(edges[::2], edges[1::2], strict=True))


def gaps(trace: WholeTrace) -> tuple[Span, ...]:
    """The stretches without usable data."""
    return spans(trace.t_s, np.isin(trace.reason, MISSING))
