"""What earlier sessions leave to be asked and told beside the running one."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.errors import PatellaError
from monitor.history.adherence import ProgrammeDay, local_date, programme_day
from monitor.history.follow_up import Dose, Question, due, ledger
from monitor.history.rows import CHIEF, Course, DoneSet, Pain, Session, Weeks
from monitor.recording.notes import add_note
from monitor.snapshot import Snapshot

if TYPE_CHECKING:
    from monitor.exercises.prescription import Prescription

Read = Callable[[Path, str], Mapping[str, Weeks]]
"""Gives for a folder, and the name of the recording being written in it, the weeks of each patient."""

THREAD = "patella-diary"
_GIVE_WAY = 10


class Diary:
    """The weeks of the patient in front of the sensors; every answer is instant.

    Finished recordings are analysed by a process of its own, so that neither the session nor the window
    waits for it; until that is done, they are not known here.

    Args:
        folder: of the recordings.
        moment: the newest moment of the running session, which is part of the patient's weeks.
        prescription: the one in force, if there is one.
    """

    def __init__(self, folder: Path, moment: Callable[[], Snapshot],
                 prescription: Callable[[], Prescription | None], *, read: Read | None = None,
                 now: Callable[[], datetime] = lambda: datetime.now().astimezone()) -> None:
        self._folder, self._moment, self._prescription = folder, moment, prescription
        self._read, self._now = read or read_elsewhere, now
        self._known: Mapping[str, Weeks] = {}
        self._answered: tuple[Pain, ...] = ()
        self._writing = ""
        self._running: tuple[str, int] | None = None      # the recording under way, and when it began
        self._reading = threading.Lock()

    def questions(self) -> tuple[Question, ...]:
        """How much it hurt an hour after, and the next morning: what to ask now."""
        prescription = self._prescription()
        doses = [dose for dose in self.doses() if dose.recording]
        return due(doses, self._now_ns, self._zone, prescription.pain if prescription else None)

    def doses(self) -> tuple[Dose, ...]:
        """What was done in each session, and how much it hurt; the running one last."""
        weeks = self._weeks()
        return ledger(weeks.sessions, weeks.sets, weeks.pains)

    def answer(self, question: Question, score: int) -> None:
        """Keep the answer beside the recording, with its dose; raises `RecordingError`."""
        add_note(self._folder / question.recording, question.answered(score, self._now_ns))
        self._answered += (Pain(question.recording, question.asked, score, self._now_ns),)

    def day(self) -> ProgrammeDay | None:
        """Which day of the programme it is; None without a prescription, or before anything was done."""
        prescription, sets = self._prescription(), self._weeks().sets
        if prescription is None or not (prescription.starts or sets):
            return None
        begun = prescription.starts or local_date(sets[0].start_ns, self._zone)
        return programme_day(begun, prescription.weeks, self._now().date())

    def done_today(self) -> tuple[str, ...]:
        """The exercise of each set done today, the running session's among them."""
        today = self._now().date()
        return tuple(one.exercise for one in self._weeks().sets
                     if local_date(one.start_ns, self._zone) == today)

    def courses(self) -> tuple[Course, ...]:
        """Repetitions, peaks, holds and pain of each exercise over the finished sessions."""
        return tuple(course for course in self._weeks().courses if course.name in CHIEF)

    @property
    def _now_ns(self) -> int:
        return round(self._now().timestamp() * 1e9)

    @property
    def _zone(self) -> tzinfo:
        return self._now().tzinfo or UTC

    def _weeks(self) -> Weeks:
        """What is known of the patient, the running session last."""
        moment = self._moment()
        writing = Path(moment.recording.path).name if moment.recording else ""
        if writing not in ("", self._writing):      # a session begins: the one before it is finished
            self._writing = writing
            threading.Thread(target=self._catch_up, args=(writing,), name=THREAD, daemon=True).start()
        known = self._known.get(moment.patient, Weeks())
        sessions = tuple(one for one in known.sessions if one.recording != writing)
        sets = tuple(one for one in known.sets if one.recording != writing)
        session, done, pains = _running(moment, writing, self._began_ns(moment, writing))
        return replace(known, sessions=(*sessions, session), sets=(*sets, *done),
                       pains=(*known.pains, *pains, *self._answered))

    def _began_ns(self, moment: Snapshot, writing: str) -> int:
        """When the running session began, once and for all: a question about it must stay the same."""
        if self._running is None or self._running[0] != writing:
            self._running = writing, self._now_ns - round(moment.t_s * 1e9)
        return self._running[1]

    def _catch_up(self, being_written: str) -> None:
        with self._reading:
            if any(path.name != being_written for path in self._folder.glob("*.mcap")):
                self._known = self._read(self._folder, being_written)


def _running(moment: Snapshot, recording: str, start_ns: int) -> tuple[Session, list[DoneSet], list[Pain]]:
    """The running session as the index would hold it."""
    session = Session(recording, moment.patient, str(moment.side), start_ns, moment.t_s, "", "")
    done = [DoneSet(recording, start_ns, one.exercise, str(one.side), len(one.reps),
                    sum(rep.counted for rep in one.reps), one.pain, one.end_s)
            for one in moment.finished_sets]
    done += [DoneSet(recording, start_ns, one.exercise, str(moment.side), 1, 1, None,
                     one.start_s + one.duration_s) for one in moment.balance]
    return session, done, [Pain(recording, "set", one.pain, start_ns) for one in done if one.pain is not None]


def read_elsewhere(folder: Path, being_written: str) -> Mapping[str, Weeks]:
    """The weeks, read by a process of its own that ends with this one; nothing where it fails."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send_weeks, args=(theirs, folder, being_written), daemon=True)
    process.start()
    theirs.close()
    found: Mapping[str, Weeks] = {}
    with suppress(EOFError):
        found = ours.recv()
    process.join()
    return found


def _send_weeks(receiver: Connection, folder: Path, being_written: str) -> None:
    from monitor.weeks import read_weeks

    if hasattr(os, "nice"):
        os.nice(_GIVE_WAY)
    with suppress(PatellaError, OSError):      # a folder that cannot be read is told by the list of sessions
        receiver.send(read_weeks(folder, being_written))
