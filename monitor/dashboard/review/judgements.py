"""The therapist's own view of repetitions, kept beside the recording and never in its data."""

from __future__ import annotations

from monitor.dashboard.recorded import Library, Overrule, RecordedSession


class Judgements:
    """What was said of a session's repetitions: before, and since it was opened."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._given: dict[tuple[int, int], bool] = {}

    def show_session(self, session: RecordedSession) -> None:
        """Forget what was said of another one."""
        self._given = {(one.set_index - 1, one.rep_index - 1): one.counted for one in session.judgements}

    def get(self, session: RecordedSession, which: int, place: int) -> bool | None:
        """What the therapist says of repetition `place` of set `which`; None where that is what was found."""
        said = self._given.get((which, place))
        return None if said == session.sets[which].reps[place].counted else said

    def give(self, session: RecordedSession, which: int, place: int, *, counted: bool) -> None:
        """Keep a judgement, or take it back by agreeing again; raises `RecordingError`."""
        self._library.overrule(Overrule(*session.entry.key, which + 1, place + 1, counted))
        self._given[which, place] = counted
