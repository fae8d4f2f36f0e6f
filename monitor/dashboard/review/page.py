"""Review: a session chosen from the list, its overview, sets, repetitions, and playback."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from monitor.dashboard.bridge import Diary
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import Library, RecordedSession, SessionEntry
from monitor.dashboard.review.desk import ReviewDesk
from monitor.dashboard.review.habits import Habits
from monitor.dashboard.review.loader import Loader
from monitor.dashboard.review.session_list import SessionList
from monitor.dashboard.text.figures import number
from monitor.dashboard.text.languages import core


class ReviewPage(QStackedWidget):
    """The list of sessions, or the one that is open."""

    def __init__(self, theme: Theme, library: Library, diary: Diary, settings: QSettings) -> None:
        super().__init__()
        self._loader, self._diary = Loader(library), diary
        self._wanted: SessionEntry | None = None
        self._comparing: SessionEntry | None = None
        self._seen_s = monotonic()
        habits = Habits(settings)
        self.list, self.desk = SessionList(theme, habits), ReviewDesk(theme, library, habits)
        self.addWidget(self.list)
        self.addWidget(self.desk)
        self.list.chosen.connect(self.open)
        self.desk.left.connect(self.show_list)
        self.desk.compare_wanted.connect(self._compare)
        self.desk.head.save_wanted.connect(self._ask_where)
        self._loader.listed.connect(self.list.show_entries)
        self._loader.saving.connect(self._saving)
        self._loader.saved.connect(self._saved)
        self._loader.not_saved.connect(self._not_saved)
        self._loader.opened.connect(self._opened)
        self._loader.failed.connect(self._failed)

    def reload(self) -> None:
        """Look anew what recordings there are."""
        self._loader.list_sessions()
        self.list.trends.show_courses(self._diary.courses())
        self.list.trends.show_doses(self._diary.doses())

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
            self.desk.show_session(session, tuple(e for e in self.list.entries if e.path != entry.path))
            self.setCurrentWidget(self.desk)
        QTimer.singleShot(0, self._loader.drawn)

    def _failed(self, entry: SessionEntry | None, sentence: str) -> None:
        if entry is not None and entry is self._comparing:
            self.desk.head.say(core(sentence))
        else:
            self.list.say(core(sentence), "deviation")

    def _ask_where(self, ending: str) -> None:
        """Ask where to write the report or table of the open session."""
        playback = self.desk.playback
        if playback is None:
            return
        dialog = QFileDialog(self, self.tr("Save"), playback.session.entry.path.with_suffix(ending).name,
                             f"*{ending}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.open()

    def save(self, out: Path) -> None:
        """Write the report (`.html`) or table (`.csv`) of the open session."""
        if self.desk.playback is not None:
            self._saving(0.0)
            self._loader.save(self.desk.playback.session.entry, out)

    def _saving(self, part: float) -> None:
        self.desk.head.say(self.tr("Saving, {} %").format(number(100 * part)), role="muted")

    def _saved(self, out: Path) -> None:
        self.desk.head.say(self.tr("Saved as {}").format(out), self.tr("Saved as {}").format(out.name),
                           self.tr("Saved"), role="muted")

    def _not_saved(self, sentence: str) -> None:
        self.desk.head.say(f"! {core(sentence)}")

    def tick(self) -> None:
        """One frame: let a playback go on."""
        now = monotonic()
        elapsed_s, self._seen_s = now - self._seen_s, now
        if self.currentWidget() is self.desk:
            self.desk.advance(min(elapsed_s, 0.5))
