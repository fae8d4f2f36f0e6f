"""The foot of the live page: keys, mark, pause, stop, and the inline rows for a note or a pain score."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QStackedLayout, QWidget

from monitor.dashboard.actions import LONGEST_NOTE, Actions
from monitor.dashboard.look.parts import Fitting, button, row
from monitor.snapshot import Snapshot

ROOMY_PX = 1180


class NoteEdit(QLineEdit):
    """A one-line note; Return keeps it, Esc forgets it."""

    def __init__(self, controls: Controls) -> None:
        super().__init__()
        self._controls = controls
        self.setMaxLength(LONGEST_NOTE)
        self.setPlaceholderText(self.tr("Note for this moment. Return keeps it, Esc forgets it."))
        self.setAccessibleName(self.tr("Note"))
        self.returnPressed.connect(controls.keep_note)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._controls.rest()
            return
        super().keyPressEvent(event)


class Controls(QFrame):
    """Three rows in one place: at rest, writing a note, giving a pain score."""

    patient_wanted = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.patient = button(
            self.tr("Patient screen"), self.patient_wanted.emit, "", self.tr("Full screen (F11)")
        )
        self._actions = actions
        self.note = NoteEdit(self)
        self.pause = button(self.tr("Pause"), actions.pause)
        self.stop = button(self.tr("Stop"), actions.stop, "stop",
                           self.tr("Ends the set and pauses (Esc). The recording stays open."))
        self.mark = button(self.tr("Mark"), actions.mark, "", self.tr("Marks this moment (space)"))
        self.hint = Fitting("", "muted")
        self.hint.show_texts(self.tr("Space mark  ·  N note  ·  R my count  ·  P pain  ·  ← 10 s back  ·  "
                                     "Esc stop  ·  ? keys"),
                             self.tr("Space mark  ·  R my count  ·  P pain  ·  ? keys"), self.tr("? keys"))
        self.scores = [self._score(n) for n in range(11)]
        self._rows = QStackedLayout()
        self._build()

    def _build(self) -> None:
        for item in (self.patient, self.mark, self.pause, self.stop):
            item.setMinimumWidth(110)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 9, 24, 9)
        layout.setSpacing(12)
        layout.addLayout(self._rows, 1)  # first, or its row would open as a window
        for item in (self.patient, self.mark, self.pause, self.stop):
            layout.addWidget(item)
        question = Fitting("", "strong")
        question.show_texts(self.tr("Pain now? 0 none, 10 worst"), self.tr("0 none, 10 worst"))
        keep, cancel = (
            button(self.tr("Keep"), self.keep_note, "primary"),
            button(self.tr("Cancel"), self.rest),
        )
        for line in (row(self.hint, stretch=False), row(self.note, keep, stretch=False),
                     row(question, *self.scores, cancel, spacing=6, stretch=False)):
            holder = QWidget()
            holder.setLayout(line)
            self._rows.addWidget(holder)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._show(self._rows.currentIndex())

    def _show(self, row_number: int) -> None:
        """Show one of the three rows; what is asked needs the room of the buttons that can wait."""
        self._rows.setCurrentIndex(row_number)
        self.patient.setVisible(self.width() >= ROOMY_PX and not self.asking)
        for item in (self.mark, self.pause):
            item.setVisible(not self.asking)

    def _score(self, score: int) -> QPushButton:
        made = button(str(score), lambda: self._give(score))
        made.setAccessibleName(self.tr("Pain {} of 10").format(score))
        made.setStyleSheet("padding: 8px 4px; min-width: 26px;")
        return made

    def rest(self) -> None:
        """Back to the ordinary foot."""
        self.note.clear()
        self._show(0)
        self.window().setFocus()

    def write_note(self) -> None:
        self._show(1)
        self.note.setFocus()

    def ask_pain(self) -> None:
        self._show(2)
        self.scores[0].setFocus()

    @property
    def asking(self) -> bool:
        """Whether a note or a score is being entered."""
        return self._rows.currentIndex() > 0

    def keep_note(self) -> None:
        self._actions.mark(self.note.text())
        self.rest()

    def _give(self, score: int) -> None:
        self._actions.pain(score)
        self.rest()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.pause.setText(self.tr("Go on") if snapshot.paused else self.tr("Pause"))
        self.stop.setEnabled(not snapshot.paused)
