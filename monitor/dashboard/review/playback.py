"""A recording played through the live widgets: it answers like a running session, at any moment of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from monitor.dashboard.recorded import RecordedSession
from monitor.dashboard.text.exercises import signal_name, title
from monitor.leg import Posture, Reason
from monitor.results import ExerciseSet
from monitor.snapshot import (
    CalibrationState,
    CalibrationStatus,
    ExerciseProgress,
    KneeNow,
    Snapshot,
    Trace,
)
from monitor.values import EventKind

SPAN_S = 20.0
RECENT_S = 0.1      # a moment farther than this from its newest sample has no data


class Playback:
    """A position in a recording that moves with time; a `Monitor` for the live page."""

    def __init__(self, session: RecordedSession) -> None:
        self.session = session
        self.position_s, self.speed, self.playing = 0.0, 1.0, False

    @property
    def duration_s(self) -> float:
        return self.session.entry.duration_s

    def seek(self, position_s: float) -> None:
        """Go to a moment, seconds from the start."""
        self.position_s = min(self.duration_s, max(0.0, position_s))

    def advance(self, elapsed_s: float) -> None:
        """Let `elapsed_s` of the viewer's time pass."""
        if self.playing:
            self.seek(self.position_s + elapsed_s * self.speed)
            self.playing = self.position_s < self.duration_s

    def send(self, kind: EventKind, detail: Mapping[str, Any]) -> None:
        """A recording takes nothing in; the therapist's own judgement goes to the library."""

    def command(self, name: str, **arguments: Any) -> None:
        """A recording has no links."""

    def snapshot(self) -> Snapshot:
        """What was known at the position, and nothing later."""
        session, now = self.session, self.position_s
        last = int(session.trace.t_s.searchsorted(now, side="right")) - 1
        done = tuple(s for s in session.sets if s.end_s <= now)
        return Snapshot(
            t_s=now,
            side=session.entry.side,
            patient=session.entry.patient,
            sensors=(),
            skew_ms=None,
            calibration=CalibrationStatus(CalibrationState.GOOD, "", source="recording"),
            knee=self._knee(last),
            posture=Posture(int(session.posture[last])) if last >= 0 else Posture.UNKNOWN,
            trace=self._trace(last),
            exercise=self._exercise(),
            sets=done,
            landings=tuple(v for v in session.landings if v.t_s <= now),
            balance=tuple(b for b in session.balance if b.start_s + b.duration_s <= now),
            marks=tuple(m for m in session.marks if m.t_s <= now),
            pain=done[-1].pain if done else None,
        )

    def _knee(self, last: int) -> KneeNow:
        trace = self.session.trace
        if last < 0 or self.position_s - float(trace.t_s[last]) > RECENT_S:
            return KneeNow(0.0, 0.0, False, Reason.NO_DATA, 0.0)
        reason = Reason(int(self.session.reason[last]))
        return KneeNow(float(trace.flexion_deg[last]), float(trace.sigma_deg[last]), bool(trace.valid[last]),
                       reason, self.position_s - float(trace.t_s[last]))

    def _trace(self, last: int) -> Trace:
        first = int(self.session.trace.t_s.searchsorted(self.position_s - SPAN_S))
        return cut(self.session.trace, first, last + 1)

    def _exercise(self) -> ExerciseProgress | None:
        now = self.position_s
        under_way = next((s for s in self.session.sets if s.start_s <= now <= s.end_s), None)
        return progress_at(under_way, now) if under_way else None


def cut(trace: Trace, first: int, last: int) -> Trace:
    """Samples `first` to `last` of a trace, without copying."""
    return replace(trace, **{f.name: getattr(trace, f.name)[first:last] for f in fields(trace)})


def progress_at(done: ExerciseSet, now_s: float) -> ExerciseProgress:
    """A finished set as it stood at `now_s`."""
    reps = tuple(r for r in done.reps if r.end_s <= now_s)
    asked = done.prescribed or {}
    current = next((r for r in done.reps if r.start_s <= now_s < r.end_s), None)
    hold_s = min(current.hold_s, now_s - current.start_s) if current else 0.0
    return ExerciseProgress(
        done.exercise, title(done.exercise), int(asked.get("set", 1)), int(asked.get("sets", 1)),
        sum(r.counted for r in reps), int(asked.get("reps") or len(done.reps)), hold_s,
        float(asked.get("hold_s") or 0.0), "lifting" if current else "ready", "", signal_name(done.exercise),
        0.0, None, signal_valid=True, reps=reps)
