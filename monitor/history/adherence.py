"""What was prescribed against what was done, day by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from monitor.history.rows import DoneSet

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Planned:
    """One exercise of the plan: `sets_a_day` sets of `reps` on `days` ("mon" ... "sun")."""

    exercise: str
    sets_a_day: int
    reps: int | None
    days: Sequence[str]


@dataclass(frozen=True, slots=True)
class Day:
    """Sets prescribed and done on a local date; a set with half its repetitions is half a set."""

    date: date
    prescribed: float
    done: float

    @property
    def percent(self) -> float | None:
        """None on a day without a plan."""
        return 100.0 * self.done / self.prescribed if self.prescribed else None


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """Where in the programme a patient is: day 9 of 42. After its end `day` goes on counting."""

    day: int
    of: int


def programme_day(begun: date, weeks: int, today: date) -> ProgrammeDay | None:
    """The day of a programme of so many weeks; None before it begins."""
    day = (today - begun).days + 1
    return ProgrammeDay(day, 7 * weeks) if day >= 1 else None


def adherence(plan: Sequence[Planned], done: Sequence[DoneSet], first: date, last: date,
              zone: tzinfo = UTC) -> tuple[Day, ...]:
    """Each day from first to last; more of one exercise does not make up for another left out."""
    by_day: dict[tuple[date, str], list[DoneSet]] = {}
    for one in done:
        by_day.setdefault((local_date(one.start_ns, zone), one.exercise), []).append(one)
    days = (first + timedelta(days=i) for i in range((last - first).days + 1))
    return tuple(_day(plan, by_day, day) for day in days)


def local_date(t_ns: int, zone: tzinfo) -> date:
    return datetime.fromtimestamp(t_ns / 1e9, zone).date()


def _day(plan: Sequence[Planned], by_day: Mapping[tuple[date, str], Sequence[DoneSet]], day: date) -> Day:
    today = [item for item in plan if _WEEKDAYS[day.weekday()] in item.days]
    done = 0.0
    for item in today:
        shares = sum(_share(item, one) for one in by_day.get((day, item.exercise), ()))
        done += min(float(item.sets_a_day), shares)
    return Day(day, float(sum(item.sets_a_day for item in today)), done)


def _share(item: Planned, one: DoneSet) -> float:
    return 1.0 if item.reps is None else min(1.0, one.counted / item.reps)
