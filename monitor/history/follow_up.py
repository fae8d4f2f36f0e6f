"""Pain after the session, held against the dose that was measured.

Pain should be back to usual within an hour and be no worse the next morning; so both are asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from itertools import zip_longest

from monitor.exercises.pain import FOLLOW_UP_S, NEXT_MORNING_H, PainLimits
from monitor.history.digest import HOUR, MORNING, SET
from monitor.history.rows import DoneSet, Pain, Session
from monitor.values import EventKind, SessionEvent

_ASKED_FOR_NS = 24 * 3600 * 10**9
_NIGHT = timedelta(hours=6)      # who exercised at one is asked at eight, who did at five, a day later


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is due: `asked` is "hour" or "morning", `sets` and `counted` the dose it is about."""

    recording: str
    asked: str
    due_ns: int
    sets: int
    counted: int

    def answered(self, score: int, t_ns: int) -> SessionEvent:
        """The answer with its dose, as it is kept beside the recording; raises `ValueError` off the scale."""
        if not 0 <= score <= 10:
            raise ValueError(f"Pain is given from 0 to 10, not {score}.")
        return SessionEvent(t_ns, EventKind.PAIN, {"asked": self.asked, "score": score, "sets": self.sets,
                                                   "counted": self.counted})


@dataclass(frozen=True, slots=True)
class Dose:
    """One session: what was done until `end_ns`, and the pain during it (its highest) and after it."""

    recording: str
    start_ns: int
    end_ns: int
    sets: int
    counted: int
    pain_during: int | None
    pain_hour: int | None
    pain_morning: int | None


def due(doses: Sequence[Dose], now_ns: int, zone: tzinfo,
        limits: PainLimits | None = None) -> tuple[Question, ...]:
    """What to ask now about one patient's sessions, oldest first.

    The hour is asked about until the next morning, the morning for a day, and neither once the patient has
    exercised again. A morning is about all that was done the day before.
    """
    return tuple(question for question in _open(doses, zone, limits or PainLimits(), now_ns)
                 if question.due_ns <= now_ns)


def ledger(sessions: Sequence[Session], done: Sequence[DoneSet], pains: Sequence[Pain]) -> tuple[Dose, ...]:
    """Dose and pain of each session with exercises, oldest first."""
    doses = []
    for session in sorted(sessions, key=lambda one: one.start_ns):
        own = [one for one in done if one.recording == session.recording]
        if own:
            end_ns = session.start_ns + round(max(one.end_s for one in own) * 1e9)
            doses.append(Dose(session.recording, session.start_ns, end_ns, len(own),
                              sum(one.counted for one in own),
                              *(_score(pains, session.recording, asked) for asked in (SET, HOUR, MORNING))))
    return tuple(doses)


def _open(doses: Sequence[Dose], zone: tzinfo, limits: PainLimits, now_ns: int) -> Iterator[Question]:
    """The questions nobody has answered and that are still worth asking, whether due or not."""
    sets = counted = 0
    for dose, later in zip_longest(doses, doses[1:]):
        sets, counted = sets + dose.sets, counted + dose.counted
        morning_ns = _morning_after(dose.end_ns, zone)
        again_ns = later.start_ns if later else morning_ns + _ASKED_FOR_NS
        hour_ns = dose.end_ns + round(FOLLOW_UP_S * 1e9)
        if limits.follow_up and dose.pain_hour is None and now_ns < min(morning_ns, again_ns):
            yield Question(dose.recording, HOUR, hour_ns, dose.sets, dose.counted)
        if again_ns < morning_ns:
            continue
        if limits.next_morning and dose.pain_morning is None and (
                now_ns < min(again_ns, morning_ns + _ASKED_FOR_NS)):
            yield Question(dose.recording, MORNING, morning_ns, sets, counted)
        sets = counted = 0


def _score(pains: Sequence[Pain], recording: str, asked: str) -> int | None:
    """The highest of the sets; of a question that was answered anew the newest answer."""
    given = [one for one in pains if one.recording == recording and one.asked == asked]
    chief = max(given, key=lambda one: one.score if asked == SET else one.t_ns, default=None)
    return chief.score if chief else None


def _morning_after(end_ns: int, zone: tzinfo) -> int:
    """The first morning that comes after a night."""
    earliest = datetime.fromtimestamp(end_ns / 1e9, zone) + _NIGHT
    morning = datetime.combine(earliest.date(), time(NEXT_MORNING_H), zone)
    if morning < earliest:
        morning += timedelta(days=1)
    return round(morning.timestamp() * 1e9)
