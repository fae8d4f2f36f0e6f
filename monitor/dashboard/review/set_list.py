"""What a session has to show, to choose from: its sets, and the tables of what else was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from monitor.dashboard.recorded import RecordedSession
from monitor.dashboard.review.judgements import Judgements
from monitor.dashboard.review.sheets import BALANCE, LANDINGS, NOTES, SYMMETRY
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import number
from monitor.results import ExerciseSet

CHOICE = Qt.ItemDataRole.UserRole
TEXTS = CHOICE + 1
PADDING_PX = 40      # of a line, and what a scroll bar takes


class SetList(QListWidget):
    """`chosen` carries an `ExerciseSet`, or the name of a sheet."""

    chosen = Signal(object)

    def __init__(self, judgements: Judgements) -> None:
        super().__init__()
        self._judgements = judgements
        self._shown: object = None
        self.setAccessibleName(self.tr("Sets"))
        self.setStyleSheet("border: none;")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._choose)

    def show_session(self, session: RecordedSession) -> None:
        """List what there is and choose the first; of the session shown already, what was chosen stays so."""
        again, chosen = self._shown == session.entry.path, self.currentItem()
        had_sets, self._shown = again and self.count() > 1, session.entry.path
        before = chosen.data(CHOICE) if chosen is not None and had_sets else None
        now = session.set_again(before) if isinstance(before, ExerciseSet) else before
        self.blockSignals(had_sets)
        self.clear()
        for done in session.sets:
            leg = f"{words.side_letter(done.side)}  " if session.both else ""
            self._add(done, f"{leg}{title(done.exercise)}", *self._words(session, done))
        for name, heading, count in self._sheets(session):
            self._add(name, heading, count)
        self._fit()
        self.setCurrentRow(0)
        self.choose(now)
        self.blockSignals(False)

    def choose(self, choice: object) -> None:
        """Choose a set or a sheet, as by a click."""
        for place in range(self.count()):
            if self.item(place).data(CHOICE) == choice:
                self.setCurrentRow(place)

    def _sheets(self, session: RecordedSession) -> list[tuple[str, str, str]]:
        """The name, heading and second line of each table that has something to say."""
        stances = sum(len(leg.balance) for leg in session.legs)
        found = [(LANDINGS, self.tr("Landings"), number(len(session.landings))),
                 (BALANCE, self.tr("Balance"), number(stances))]
        return [*([(SYMMETRY, self.tr("Left against right"), "")] if session.both and session.sets else []),
                *(one for one in found if one[2] != "0"),
                (NOTES, self.tr("Notes"), number(len(session.marks)) if session.marks else "")]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _add(self, choice: object, heading: str, *seconds: str) -> None:
        """A line, and of what may stand in the one under it the longest that has room."""
        item = QListWidgetItem(heading)
        item.setData(CHOICE, choice)
        item.setData(TEXTS, (heading, seconds))
        self.addItem(item)

    def _fit(self) -> None:
        room, wide = self.viewport().width() - PADDING_PX, self.fontMetrics().horizontalAdvance
        for item in map(self.item, range(self.count())):
            heading, seconds = item.data(TEXTS)
            under = next((one for one in seconds if wide(one) <= room), seconds[-1])
            item.setText(f"{heading}\n{under}" if under else heading)

    def _words(self, session: RecordedSession, done: ExerciseSet) -> tuple[str, ...]:
        """What was done, with the number of comments in words, and shorter."""
        counted = self._judgements.counted(session, done)
        asked = (done.prescribed or {}).get("reps") or len(done.reps)
        comments = sum(bool(r.form) or not r.counted for r in done.reps)
        said = self.tr("{} of {}").format(counted, asked)
        pain = self.tr(" · pain {}").format(done.pain) if done.pain is not None else ""
        if not comments:
            return (f"{said} · ✓{pain}",)
        in_words = self.tr(" · {} comments").format(comments)
        short = f"{said} · ! {number(comments)}"
        return f"{said}{in_words}{pain}", f"{short}{pain}", short + pain.replace(" · ", "\n")

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(CHOICE))
