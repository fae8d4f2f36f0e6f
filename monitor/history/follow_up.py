"""Pain after the session, held against the dose that was measured.

Pain should be back to usual within an hour and be no worse the next morning; so both are asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from monitor.exercises.pain import FOLLOW_UP_S, NEXT_MORNING_H
from monitor.history.adherence import DoneSet
from monitor.history.digest import HOUR, MORNING, SET
from monitor.history.store import Pain, Session

_ASKED_FOR_NS = 24 * 3600 * 10**9


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is due: `asked` is "hour" or "morning"."""

    recording: str
    asked: str
    due_ns: int


@dataclass(frozen=True, slots=True)
class Dose:
    """One session: what was done, and the pain during it (its highest), an hour after, the next morning."""

    recording: str
    start_ns: int
    sets: int
    counted: int
    pain_during: int | None
    pain_hour: int | None
    pain_morning: int | None


def due(sessions: Sequence[Session], done: Sequence[DoneSet], pains: Sequence[Pain], now_ns: int,
        zone: tzinfo) -> tuple[Question, ...]:
    """What to ask now; the hour is asked about until the next morning, the morning for a day."""
    exercised = {one.recording for one in done}
    answered = {(pain.recording, pain.asked) for pain in pains}
    questions = []
    for session in sessions:
        if session.recording in exercised:
            hour_ns, morning_ns = _times(session, zone)
            stages = ((HOUR, hour_ns, morning_ns), (MORNING, morning_ns, morning_ns + _ASKED_FOR_NS))
            questions += [Question(session.recording, asked, from_ns) for asked, from_ns, to_ns in stages
                          if from_ns <= now_ns < to_ns and (session.recording, asked) not in answered]
    return tuple(questions)


def ledger(sessions: Sequence[Session], done: Sequence[DoneSet], pains: Sequence[Pain]) -> tuple[Dose, ...]:
    """Dose and pain of each session with exercises, oldest first."""
    doses = []
    for session in sorted(sessions, key=lambda one: one.start_ns):
        own = [one for one in done if one.recording == session.recording]
        if own:
            doses.append(Dose(session.recording, session.start_ns, len(own), sum(one.counted for one in own),
                              *(_score(pains, session.recording, asked) for asked in (SET, HOUR, MORNING))))
    return tuple(doses)


def _score(pains: Sequence[Pain], recording: str, asked: str) -> int | None:
    return max((p.score for p in pains if p.recording == recording and p.asked == asked), default=None)


def _times(session: Session, zone: tzinfo) -> tuple[int, int]:
    end_ns = session.start_ns + round(session.duration_s * 1e9)
    next_day = datetime.fromtimestamp(session.start_ns / 1e9, zone).date() + timedelta(days=1)
    morning = datetime.combine(next_day, time(NEXT_MORNING_H), zone)
    return end_ns + round(FOLLOW_UP_S * 1e9), round(morning.timestamp() * 1e9)
