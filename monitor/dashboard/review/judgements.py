"""The therapist's own view of repetitions, kept beside the recording and never in its data."""

from __future__ import annotations

from monitor.dashboard.recorded import Library, Overrule, RecordedSession
from monitor.results import ExerciseSet
from monitor.values import Side


class Judgements:
    """What was said of a session's repetitions: before, and since it was opened."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._given: dict[tuple[Side, int, int], bool] = {}

    def show_session(self, session: RecordedSession) -> None:
        """Forget what was said of another one."""
        self._given = {(one.side, one.set_index, one.rep_index): one.counted for one in session.judgements}

    def get(self, session: RecordedSession, of: ExerciseSet, place: int) -> bool | None:
        """What the therapist says of a repetition of a set; None where that is what was found."""
        said = self._given.get((of.side, _number(session, of), place + 1))
        return None if said == of.reps[place].counted else said

    def give(self, session: RecordedSession, of: ExerciseSet, place: int, *, counted: bool) -> None:
        """Keep a judgement, or take it back by agreeing again; raises `RecordingError`."""
        which = of.side, _number(session, of), place + 1
        self._library.overrule(Overrule(session.entry.path, *which, counted))
        self._given[which] = counted

    def counted(self, session: RecordedSession, of: ExerciseSet) -> int:
        """How many repetitions of a set count, by the therapist's word where it was given."""
        said = (self.get(session, of, place) for place in range(len(of.reps)))
        return sum(rep.counted if word is None else word for rep, word in zip(of.reps, said, strict=True))


def _number(session: RecordedSession, of: ExerciseSet) -> int:
    """The set's number among those of its own leg, from 1."""
    return session.leg(of.side).sets.index(of) + 1
