"""The sets of a session, and its landings, to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from monitor.dashboard.recorded import RecordedSession
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import number
from monitor.results import ExerciseSet

LANDINGS = -1
PLACE = Qt.ItemDataRole.UserRole


class SetList(QListWidget):
    """`chosen` carries a set's place in the session, or LANDINGS."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self.setAccessibleName(self.tr("Sets"))
        self.setStyleSheet("border: none;")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._choose)

    def show_session(self, session: RecordedSession) -> None:
        """List what there is and choose the first; of the session shown already, what was chosen stays so."""
        again, row = self._shown == session.entry.key, self.currentRow()
        self._shown = session.entry.key
        self.blockSignals(again)
        self.clear()
        for place, done in enumerate(session.sets):
            self._add(place, f"{title(done.exercise)}\n{self._words(done)}")
        if session.landings:
            self._add(LANDINGS, self.tr("Landings") + f"\n{number(len(session.landings))}")
        if self.count():
            self.setCurrentRow(row if again else 0)
        self.blockSignals(False)

    def _add(self, place: int, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(PLACE, place)
        self.addItem(item)

    def _words(self, done: ExerciseSet) -> str:
        counted = sum(r.counted for r in done.reps)
        asked = (done.prescribed or {}).get("reps") or len(done.reps)
        comments = sum(bool(r.form) or not r.counted for r in done.reps)
        said = self.tr("{} of {}").format(counted, asked)
        said += self.tr(" · {} comments").format(comments) if comments else " · ✓"
        return said + (self.tr(" · pain {}").format(done.pain) if done.pain is not None else "")

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(int(item.data(PLACE)))
