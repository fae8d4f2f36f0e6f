"""The therapist's own view of repetitions, kept beside the recording and never in its data."""

from __future__ import annotations

from monitor.dashboard.bridge import Library, Overrule, RecordedSession


class Judgements:
    """Those given since a session was opened; older ones come with its analysis."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._given: dict[tuple[int, int], bool] = {}

    def clear(self) -> None:
        """Another session was opened."""
        self._given.clear()

    def get(self, which: int, place: int) -> bool | None:
        """Whether the therapist counts repetition `place` of set `which`; None where nothing was said."""
        return self._given.get((which, place))

    def give(self, session: RecordedSession, which: int, place: int, *, counted: bool) -> None:
        """Keep a judgement, or take it back by agreeing again; raises `RecordingError`."""
        self._library.overrule(Overrule(session.entry.path, which + 1, place + 1, counted))
        if counted == session.sets[which].reps[place].counted:
            self._given.pop((which, place), None)
        else:
            self._given[which, place] = counted
