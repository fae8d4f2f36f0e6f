"""Review: a session chosen from the list, its overview, sets, repetitions, and playback."""

from __future__ import annotations

from time import monotonic

from PySide6.QtWidgets import QStackedWidget

from monitor.dashboard.bridge import Diary
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import Library, RecordedSession, SessionEntry
from monitor.dashboard.review.desk import ReviewDesk
from monitor.dashboard.review.loader import Loader
from monitor.dashboard.review.session_list import SessionList
from monitor.dashboard.text.languages import core


class ReviewPage(QStackedWidget):
    """The list of sessions, or the one that is open."""

    def __init__(self, theme: Theme, library: Library, diary: Diary) -> None:
        super().__init__()
        self._loader, self._diary = Loader(library), diary
        self._wanted: SessionEntry | None = None
        self._comparing: SessionEntry | None = None
        self._seen_s = monotonic()
        self.list, self.desk = SessionList(theme), ReviewDesk(theme, library)
        self.addWidget(self.list)
        self.addWidget(self.desk)
        self.list.chosen.connect(self.open)
        self.desk.left.connect(self.show_list)
        self.desk.compare_wanted.connect(self._compare)
        self._loader.listed.connect(self.list.show_entries)
        self._loader.opened.connect(self._opened)
        self._loader.failed.connect(self._failed)

    def reload(self) -> None:
        """Look anew what recordings there are."""
        self._loader.list_sessions()
        self.list.trends.show_courses(self._diary.courses())

    def show_list(self) -> None:
        self._wanted = None
        self.reload()
        self.setCurrentWidget(self.list)

    def open(self, entry: SessionEntry) -> None:
        """Read a recording; the page turns to it as soon as anything of it is there."""
        self._wanted, self._comparing = entry, None
        self.list.say(self.tr("Opening {} …").format(entry.path.name), "muted")
        self._loader.open(entry)

    def _compare(self, entry: SessionEntry | None) -> None:
        self._comparing = entry
        if entry is None:
            self.desk.show_other(None)
        else:
            self._loader.open(entry, beside=True)

    def _opened(self, entry: SessionEntry, session: RecordedSession) -> None:
        if entry is self._comparing:
            self.desk.show_other(session)
        elif entry is self._wanted:
            self.list.said.hide()
            self.desk.show_session(session, tuple(e for e in self.list.entries if e.key != entry.key))
            self.setCurrentWidget(self.desk)

    def _failed(self, entry: SessionEntry | None, sentence: str) -> None:
        if entry is not None and entry is self._comparing:
            self.desk.head.say(core(sentence))
        else:
            self.list.say(core(sentence), "deviation")

    def tick(self) -> None:
        """One frame: let a playback go on."""
        now = monotonic()
        elapsed_s, self._seen_s = now - self._seen_s, now
        if self.currentWidget() is self.desk:
            self.desk.advance(min(elapsed_s, 0.5))
