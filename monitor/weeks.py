"""A patient's weeks, from a folder of recordings: sessions, adherence, pain after the dose, real change."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from monitor.both_legs import analyze_legs
from monitor.errors import PatellaError, RecordingError
from monitor.exercises.balance import FIRM
from monitor.history.adherence import Planned, adherence, local_date
from monitor.history.change import limb_symmetry
from monitor.history.digest import HOUR
from monitor.history.follow_up import Dose, Question, due, ledger
from monitor.history.rows import CHIEF, Symmetry, Weeks
from monitor.history.store import INDEX_NAME, History
from monitor.report.sections import change_in_words
from monitor.report.session import Background
from monitor.report.words import quantity
from monitor.values import Side

if TYPE_CHECKING:
    from monitor.exercises.prescription import Prescription

COMPARED = tuple(name for name in CHIEF if name not in ("counted", "pain", "hold_s"))
_WEEK = timedelta(days=7)


def catch_up(folder: Path, progress: Callable[[float], None] = lambda _: None, being_written: str = "",
             ) -> tuple[History, tuple[str, ...]]:
    """The index of a folder, brought up to date, and a sentence for each recording that cannot be read.

    Where the folder cannot be written, it is not kept: all of it is read anew each time.
    """
    history = History(folder / INDEX_NAME if os.access(folder, os.W_OK) else None)
    return history, history.sync(folder, lambda path: analyze_legs(path).to_json(), progress, being_written)


def read_weeks(folder: Path, being_written: str = "") -> dict[str, Weeks]:
    """All that the finished recordings of a folder say, by patient; it may take minutes the first time."""
    history, _ = catch_up(folder, being_written=being_written)
    try:
        return {patient: history.weeks(patient) for patient in history.patients()}
    finally:
        history.close()


def plan_of(prescription: Prescription) -> tuple[Planned, ...]:
    """What a prescription asks for on each day; what it leaves out is the library's usual dose."""
    from monitor.exercises.definition import library

    usual = library()
    return tuple(Planned(item.id, item.sets * item.times_per_day,
                         item.reps or usual.get(item.id).dose.reps, item.days)
                 for item in prescription.exercise)


def background(weeks: Weeks) -> Background:
    """What a patient's other sessions add to the report of one."""
    real = [one for one in weeks.courses if one.trend.is_real and one.name in CHIEF]
    firm = {one.side: fmean(point.mean for point in one.trend.points) for one in weeks.courses
            if (one.exercise, one.name) == (FIRM, "sway_rms")}
    return Background(real, ledger(weeks.sessions, weeks.sets, weeks.pains), firm, tuple(_symmetries(weeks)))


def _symmetries(weeks: Weeks) -> Iterator[Symmetry]:
    """Of what both legs have done."""
    newest = {(one.side, one.exercise, one.name): one.trend.points[-1] for one in weeks.courses}
    for (side, exercise, name), left in newest.items():
        right = newest.get((Side.RIGHT, exercise, name))
        if side == Side.LEFT and right is not None and name in COMPARED:
            index = limb_symmetry(left, right)
            if index is not None:
                yield Symmetry(exercise, name, *index)


def known_background(folder: Path, patient: str) -> Background:
    """The same, as far as the index of a folder knows it; nothing where there is none, or no patient."""
    if not patient or not (folder / INDEX_NAME).exists():
        return Background()
    try:
        history = History(folder / INDEX_NAME)
    except RecordingError:
        return Background()
    try:
        return background(history.weeks(patient))
    finally:
        history.close()


def keep_pain(recording: Path, asked: str, score: int, t_ns: int) -> Dose:
    """Keep pain asked for after a session beside its recording; returns the dose it is about.

    Raises `PatellaError` where the recording cannot be read, or nothing was done in it.
    """
    history = History(recording.parent / INDEX_NAME)
    try:
        problem = history.add(recording, lambda path: analyze_legs(path).to_json())
        patients = {one.recording: one.patient for one in history.sessions()}
        weeks = history.weeks(patients[recording.name])
        found = [one for one in ledger(weeks.sessions, weeks.sets, ()) if one.recording == recording.name]
        if problem or not found:
            raise PatellaError(problem or f"{recording.name} holds no exercise that pain could be about.")
        question = Question(recording.name, asked, t_ns, found[0].sets, found[0].counted)
        history.answer(recording.parent, question, score, t_ns)
        return found[0]
    finally:
        history.close()


def overview(history: History, patient: str, plan: Sequence[Planned], today: date, zone: tzinfo) -> str:
    """The weeks of one patient in words."""
    return "\n".join([*_sessions(history, patient, zone), *_adherence(history, patient, plan, today, zone),
                      *_changes(history, patient)])


def questions(history: History, patient: str, now_ns: int, zone: tzinfo) -> Iterator[str]:
    """What to ask a patient now, and how to keep the answer."""
    weeks = history.weeks(patient)
    for one in due(ledger(weeks.sessions, weeks.sets, weeks.pains), now_ns, zone):
        when = "an hour after" if one.asked == HOUR else "this morning, after"
        yield (f"To ask {patient}: pain {when} {one.recording} ({many(one.counted, 'repetition')})? Keep it "
               f"with: patella pain {one.recording} SCORE --asked {one.asked}")


def _sessions(history: History, patient: str, zone: tzinfo) -> Iterator[str]:
    sessions = history.sessions(patient)
    yield f"{patient}: {many(len(sessions), 'session')}"
    doses = {dose.recording: dose for dose in ledger(sessions, history.sets(patient), history.pains(patient))}
    for session in sessions:
        began = datetime.fromtimestamp(session.start_ns / 1e9, zone)
        dose = doses.get(session.recording)
        done = f"{many(dose.sets, 'set')}, {many(dose.counted, 'repetition')}" if dose else "no exercise"
        pain = dose and [f"{when} {score}" for when, score in (
            ("during", dose.pain_during), ("an hour after", dose.pain_hour),
            ("next morning", dose.pain_morning)) if score is not None]
        told = f"; pain {', '.join(pain)}" if pain else ""
        yield f"  {began:%Y-%m-%d %H:%M} {session.side} {session.duration_s / 60:.0f} min: {done}{told}"


def _adherence(history: History, patient: str, plan: Sequence[Planned], today: date,
               zone: tzinfo) -> Iterator[str]:
    done = history.sets(patient)
    if not plan or not done:
        return
    first = max(today - 4 * _WEEK, local_date(done[0].start_ns, zone))
    days = adherence(plan, done, first, today, zone)
    prescribed = sum(day.prescribed for day in days)
    if prescribed:
        share = 100.0 * sum(day.done for day in days) / prescribed
        yield f"Done of what was prescribed since {first:%Y-%m-%d}: {share:.0f} %"


def _changes(history: History, patient: str) -> Iterator[str]:
    for course in history.weeks(patient).courses:
        if len(course.trend.points) > 1 and course.name in CHIEF:
            title = f"{course.exercise}, {course.side}, {quantity(course.name).title.lower()}"
            yield f"{title}: {change_in_words(course.name, course.trend)}"


def many(count: int, what: str) -> str:
    """So many of something, in words."""
    return f"{count} {what}{'s' * (count != 1)}"
