"""The index: fed with analyses, asked for weeks. Its file may be deleted; `sync` makes it anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, delete, event, insert, select, text, update
from sqlalchemy.exc import DatabaseError, OperationalError

from monitor.errors import RecordingError, RecordingReason
from monitor.history import tables
from monitor.history.change import Point, Trend, trend
from monitor.history.digest import digest
from monitor.history.follow_up import Question
from monitor.history.rows import Course, DoneSet, Pain, Session, Weeks
from monitor.recording.notes import add_note, notes_of, notes_path
from monitor.recording.reader import open_recording
from monitor.values import SessionEvent

Analyse = Callable[[Path], Mapping[str, Any]]
"""Gives for a recording what `patella analyze --json` prints."""

INDEX_NAME = "history.sqlite"
_s, _c = tables.sessions.c, tables.sets.c
_m, _p = tables.measures.c, tables.pains.c


class History:
    """An index in a file, or in memory without one; raises `RecordingError` where it cannot be opened."""

    def __init__(self, path: Path | None = None) -> None:
        self._engine = create_engine(f"sqlite:///{path}" if path else "sqlite://")
        event.listen(self._engine, "connect", _enforce_references)
        try:
            _prepare(self._engine)
        except OperationalError as error:
            self._engine.dispose()
            raise RecordingError(RecordingReason.NOT_WRITABLE, f"{path} cannot be used ({error.orig}): close "
                                 "other windows of Patella, or choose a folder to write in.") from error
        except DatabaseError:
            if path is None:
                raise
            self._engine.dispose()
            path.unlink()            # it is no index; everything in one can be had again from the recordings
            _prepare(self._engine)

    def close(self) -> None:
        self._engine.dispose()

    def sync(self, folder: Path, analyse: Analyse, progress: Callable[[float], None] = lambda _: None,
             being_written: str = "") -> tuple[str, ...]:
        """Bring the index up to date with a folder; only new and changed recordings are analysed.

        The one called `being_written` is left for later. Returns a sentence for each recording that could not
        be read; it stays listed, without results.
        """
        there = sorted(path for path in folder.glob("*.mcap") if path.name != being_written)
        paths = [path for path in there if _can_be_kept(path.name)]
        with self._engine.begin() as database:
            known = {name: marks for name, *marks in database.execute(
                select(_s.recording, _s.fingerprint, _s.notes))}
            gone = known.keys() - {path.name for path in paths}
            database.execute(delete(tables.sessions).where(_s.recording.in_(gone)))
        problems = [f"{path} has a name that is no text; rename it." for path in there if path not in paths]
        for i, path in enumerate(paths):
            fingerprint, notes = known.get(path.name, ("", ""))
            if fingerprint != _fingerprint(path):
                problems.append(self.add(path, analyse))
            elif notes != _fingerprint(notes_path(path)):
                self.refresh(path)
            progress((i + 1) / len(paths))
        return tuple(problem for problem in problems if problem)

    def add(self, path: Path, analyse: Analyse) -> str:
        """Analyse one recording, in place of what was kept of it; returns what is wrong, if anything."""
        row: dict[str, Any] = {"recording": path.name, "fingerprint": _fingerprint(path), "notes": ""}
        try:
            info = open_recording(path).info
            found = dict(analyse(path))
            row |= {"patient": info.patient, "side": str(info.legs), "start_ns": info.start_ns,
                    "duration_s": info.duration_s, "version": found["version"], "problem": "",
                    "analysis": found}
        except RecordingError as error:
            row |= {"patient": "", "side": "", "start_ns": 0, "duration_s": 0.0, "version": "",
                    "problem": str(error), "analysis": {}}
        with self._engine.begin() as database:
            database.execute(delete(tables.sessions).where(_s.recording == path.name))
            database.execute(insert(tables.sessions).values(row))
        self.refresh(path)
        return str(row["problem"])

    def refresh(self, path: Path) -> None:
        """Take in what was noted beside a recording since it was analysed."""
        analysis = self.analysis(path.name)
        if not analysis:
            return
        with self._engine.begin() as database:
            start_ns, duration_s = database.execute(
                select(_s.start_ns, _s.duration_s).where(_s.recording == path.name)).one()
            rows = digest(analysis, notes_of(path), start_ns + round(duration_s * 1e9))
            for table, found in ((tables.sets, rows.sets), (tables.measures, rows.measures),
                                 (tables.pains, rows.pains)):
                database.execute(delete(table).where(table.c.recording == path.name))
                if found:
                    database.execute(insert(table), [{**row, "recording": path.name} for row in found])
            database.execute(update(tables.sessions).where(_s.recording == path.name)
                             .values(notes=_fingerprint(notes_path(path))))

    def note(self, path: Path, noted: SessionEvent) -> None:
        """Keep an event beside a recording and in the index: an overruled repetition, pain asked later."""
        add_note(path, noted)
        self.refresh(path)

    def answer(self, folder: Path, question: Question, score: int, t_ns: int) -> None:
        """Keep the answer to a question asked after the session, beside its recording."""
        self.note(folder / question.recording, question.answered(score, t_ns))

    def patients(self) -> tuple[str, ...]:
        """Every pseudonym, in order."""
        with self._engine.connect() as database:
            return tuple(database.scalars(
                select(_s.patient).distinct().where(_s.patient != "").order_by(_s.patient)))

    def sessions(self, patient: str | None = None) -> tuple[Session, ...]:
        """The sessions of a patient, or of all, oldest first."""
        query = select(*(_s[name] for name in Session.__slots__)).order_by(_s.start_ns)
        if patient is not None:
            query = query.where(_s.patient == patient)
        with self._engine.connect() as database:
            return tuple(Session(*row) for row in database.execute(query))

    def analysis(self, recording: str) -> dict[str, Any]:
        """What `patella analyze --json` printed of a recording; empty where there is nothing."""
        with self._engine.connect() as database:
            found = database.scalar(select(_s.analysis).where(_s.recording == recording))
        return dict(found or {})

    def sets(self, patient: str) -> tuple[DoneSet, ...]:
        """Every set of a patient, oldest first."""
        query = (select(_c.recording, _s.start_ns, _c.exercise, _c.side, _c.attempted, _c.counted, _c.pain,
                        _c.end_s)
                 .join(tables.sessions).where(_s.patient == patient).order_by(_s.start_ns, _c.start_s))
        with self._engine.connect() as database:
            return tuple(DoneSet(*row) for row in database.execute(query))

    def pains(self, patient: str) -> tuple[Pain, ...]:
        """Every pain score of a patient, oldest first."""
        query = (select(_p.recording, _p.asked, _p.score, _p.t_ns)
                 .join(tables.sessions).where(_s.patient == patient).order_by(_p.t_ns))
        with self._engine.connect() as database:
            return tuple(Pain(*row) for row in database.execute(query))

    def trend(self, patient: str, side: str, exercise: str, measure: str) -> Trend:
        """A quantity of an exercise over the sessions of one leg."""
        query = (select(_s.start_ns, _m.recording, _m.mean, _m.sd, _m.sigma, _m.n).join(tables.sessions)
                 .where(_s.patient == patient, _m.side == side, _m.exercise == exercise, _m.name == measure))
        with self._engine.connect() as database:
            return trend([Point(*row) for row in database.execute(query)])

    def measures(self, patient: str) -> tuple[tuple[str, str, str], ...]:
        """Every (side, exercise, quantity) that a patient has a trend of."""
        query = (select(_m.side, _m.exercise, _m.name).distinct().join(tables.sessions)
                 .where(_s.patient == patient).order_by(_m.side, _m.exercise, _m.name))
        with self._engine.connect() as database:
            return tuple((side, exercise, name) for side, exercise, name in database.execute(query))

    def weeks(self, patient: str) -> Weeks:
        """All that is known of a patient, at one go."""
        courses = (Course(side, exercise, name, self.trend(patient, side, exercise, name))
                   for side, exercise, name in self.measures(patient))
        return Weeks(self.sessions(patient), self.sets(patient), self.pains(patient), tuple(courses))


def _can_be_kept(name: str) -> bool:
    """Whether a file's name is text: the database keeps nothing else."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _fingerprint(path: Path) -> str:
    if not path.exists():
        return "none"
    state = path.stat()
    return f"{state.st_size} {state.st_mtime_ns}"


def _enforce_references(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")


def _prepare(engine: Engine) -> None:
    """Make the tables, in place of those of another version."""
    with engine.begin() as database:
        if database.scalar(text("PRAGMA user_version")) != tables.SCHEMA_VERSION:
            tables.metadata.drop_all(database)
            database.execute(text(f"PRAGMA user_version = {tables.SCHEMA_VERSION}"))
        tables.metadata.create_all(database)
