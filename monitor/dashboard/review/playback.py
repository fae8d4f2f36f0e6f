"""A recording played through the live widgets: it answers like a running session, at any moment of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from monitor.dashboard.recorded import RecordedLeg, RecordedSession, WholeTrace
from monitor.dashboard.text.exercises import signal_name, title
from monitor.leg import Posture, Reason
from monitor.results import ExerciseSet, Repetition
from monitor.session.both import both_in_one
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
        """What was known at the position, and nothing later; of both legs as a live session tells it."""
        moments = tuple(self._leg(leg) for leg in self.session.legs)
        return both_in_one(moments) if self.session.both else moments[0]

    def _leg(self, leg: RecordedLeg) -> Snapshot:
        now = self.position_s
        last = int(leg.trace.t_s.searchsorted(now, side="right")) - 1
        done = tuple(begun for one in leg.sets if (begun := so_far(one, now)) is not None)
        return Snapshot(
            t_s=now,
            side=leg.side,
            patient=self.session.entry.patient,
            sensors=(),
            skew_ms=None,
            calibration=CalibrationStatus(CalibrationState.GOOD, "", source="recording"),
            knee=self._knee(leg.trace, last),
            posture=Posture(int(leg.trace.posture[last])) if last >= 0 else Posture.UNKNOWN,
            trace=self._trace(leg.trace, last),
            exercise=self._exercise(leg, last),
            sets=done,
            landings=tuple(v for v in leg.landings if v.t_s <= now),
            balance=tuple(b for b in leg.balance if b.start_s + b.duration_s <= now),
            marks=tuple(m for m in self.session.marks if m.t_s <= now),
            pain=next((one.pain for one in reversed(done) if one.pain is not None), None),
        )

    def _knee(self, trace: WholeTrace, last: int) -> KneeNow:
        if last < 0 or self.position_s - float(trace.t_s[last]) > RECENT_S:
            return KneeNow(0.0, 0.0, False, Reason.NO_DATA, 0.0)
        return KneeNow(float(trace.flexion_deg[last]), float(trace.sigma_deg[last]), bool(trace.valid[last]),
                       Reason(int(trace.reason[last])), self.position_s - float(trace.t_s[last]))

    def _trace(self, trace: WholeTrace, last: int) -> Trace:
        return cut(trace, int(trace.t_s.searchsorted(self.position_s - SPAN_S)), last + 1)

    def _exercise(self, leg: RecordedLeg, last: int) -> ExerciseProgress | None:
        now = self.position_s
        under_way = next((s for s in leg.sets if s.start_s <= now <= s.end_s), None)
        if under_way is None:
            return None
        values = getattr(leg.trace, signal_name(under_way.exercise))
        return progress_at(under_way, now, float(values[last]) if last >= 0 else 0.0)


def cut(trace: WholeTrace, first: int, last: int) -> WholeTrace:
    """Samples `first` to `last` of a trace, without copying."""
    return WholeTrace(**{f.name: getattr(trace, f.name)[first:last] for f in fields(trace)})


def so_far(done: ExerciseSet, now_s: float) -> ExerciseSet | None:
    """A set as it was known at `now_s`; None before its first repetition was over."""
    if done.end_s <= now_s:
        return done
    reps = tuple(rep for rep in done.reps if rep.end_s <= now_s)
    return replace(done, reps=reps, end_s=now_s, pain=None, notes=()) if reps else None


def progress_at(done: ExerciseSet, now_s: float, value: float) -> ExerciseProgress:
    """A set as it stood at `now_s`, where its signal had this value."""
    reps = tuple(r for r in done.reps if r.end_s <= now_s)
    asked = done.prescribed or {}
    phase, phase_s = phase_at(next((r for r in done.reps if r.start_s <= now_s < r.end_s), None), now_s)
    return ExerciseProgress(
        done.exercise, title(done.exercise), int(asked.get("set", 1)), int(asked.get("sets", 1)),
        sum(r.counted for r in reps), int(asked.get("reps") or len(done.reps)),
        phase_s if phase == "holding" else 0.0, float(asked.get("hold_s") or 0.0), phase, "",
        signal_name(done.exercise), value, None, signal_valid=True, reps=reps, phase_s=phase_s)


def phase_at(rep: Repetition | None, now_s: float) -> tuple[str, float]:
    """The phase of a repetition at a moment, and how long it has lasted, from its measured durations."""
    if rep is None:
        return "ready", 0.0
    within_s, lowering_s = now_s - rep.start_s, rep.measures.get("lowering_s", 0.0)
    lifting_s = rep.measures.get("lifting_s", rep.end_s - rep.start_s - rep.hold_s - lowering_s)
    if within_s < lifting_s:
        return "lifting", within_s
    held_s = within_s - lifting_s
    return ("holding", held_s) if held_s < rep.hold_s else ("lowering", held_s - rep.hold_s)
