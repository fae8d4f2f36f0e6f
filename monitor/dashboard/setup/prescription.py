"""The prescription as text: written, checked while it is written, opened from and saved to a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from monitor.dashboard.bridge import Plan, PlannedExercise
from monitor.dashboard.home.today import dose_in_words
from monitor.dashboard.look.parts import Choice, Page, Panel, button, label, row, set_role, stacked
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import all_titles, title
from monitor.dashboard.text.languages import core
from monitor.snapshot import Snapshot

CHECK_AFTER_MS = 300
LARGEST_FILE_BYTES = 1_000_000
MOST_PROBLEMS, GAP_PX = 30, 10
LINE = re.compile(r"\b[Ll]ine (\d+)")


class PrescriptionPage(Page):
    """An editor beside what the check says; nothing with a problem can be put into use.

    `saved` carries the text that was in use before.
    """

    saved = Signal(str)

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan, self._now = plan, ""
        self.edit = QPlainTextEdit(plan.text())
        self.verdict, self.problems = label("", "title"), label("", "")
        self.others = label("", "deviation")
        self.asked, self.more = QVBoxLayout(), Choice()
        self._shown: list[QWidget] = []
        self.use = button(self.tr("Use this prescription"), self._use, "primary")
        self.example = button(self.tr("Begin with an example"), self._example)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.check)
        self._build()
        self.edit.textChanged.connect(lambda: self._timer.start(CHECK_AFTER_MS))
        self.check()

    def _build(self) -> None:
        self.edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.edit.setStyleSheet("font-family: 'DejaVu Sans Mono', monospace;")
        self.edit.setAccessibleName(self.tr("Prescription text"))
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(
            self.tr("No prescription yet. Open the file the therapist sent, or write one.")
        )
        written = Panel(self.tr("Prescription"), self.tr("the text that is mailed and recorded"))
        written.column.addWidget(self.edit, 1)
        written.column.addLayout(row(
            button(self.tr("Open…"), self._open), button(self.tr("Save a copy…"), self._save),
            button(self.tr("Undo"), self.edit.undo)))
        both = row(written, self._checked(), spacing=12, stretch=False)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        self.column.addLayout(both, 1)

    def _checked(self) -> Panel:
        panel, told, scroll = Panel(), QWidget(), QScrollArea()
        self.asked.setSpacing(2)
        told.setLayout(stacked((self.others, 0), (self.problems, 0), (self.asked, 0), (self.example, 0),
                               (QWidget(), 1)))
        scroll.setWidget(told)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for name, identifier in all_titles():
            self.more.addItem(name, identifier)
        self.more.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.more.setAccessibleName(self.tr("Exercise to add"))
        add = row(self.more, button(self.tr("Add"), self._add), stretch=False)
        add.setStretch(0, 1)
        panel.column.addWidget(self.verdict)
        panel.column.addWidget(scroll, 1)
        panel.column.addLayout(add)
        panel.column.addWidget(self.use)
        return panel

    def check(self) -> None:
        """Judge the text as it stands, and show what it asks for."""
        text = self.edit.toPlainText()
        empty = not text.strip()
        found = () if empty else self._plan.check(text)
        self.use.setEnabled(not empty and not found)
        self.example.setVisible(empty)
        set_role(self.verdict, "deviation" if found else "title")
        if empty:
            self.verdict.setText(self.tr("Nothing written yet"))
        else:
            self.verdict.setText(
                self.tr("! {} to mend").format(len(found)) if found else self.tr("✓ Can be used")
            )
        self.problems.setText("\n\n".join(core(p[:500]) for p in found[:MOST_PROBLEMS]))
        self.problems.setVisible(bool(found))
        self._underline(found)
        self._ask_whose("" if empty or found else self._plan.patient(text))
        self._show_asked(() if empty or found else self._plan.asked(text))

    def _ask_whose(self, patient: str) -> None:
        """Warn before another patient's prescription is put into use."""
        other = bool(patient and self._now) and patient != self._now
        self.others.setVisible(other)
        self.others.setText(self.tr("! This prescription is {}'s, the session is {}'s. Begin a session with "
                                    "that code on Home first?").format(patient, self._now))
        self.use.setText(self.tr("Use it all the same") if other else self.tr("Use this prescription"))
        self.use.setAccessibleName(self.use.text())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Know whose session it is."""
        now = words.patient(snapshot.patient)
        if now != self._now:
            self._now = now
            self.check()

    def _underline(self, found: Sequence[str]) -> None:
        """Mark the lines that the problems name."""
        marks = []
        for line in {int(number) for problem in found for number in LINE.findall(problem)}:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.edit.document().findBlockByNumber(line - 1))
            mark.cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            mark.format.setUnderlineColor(self.verdict.palette().text().color())
            marks.append(mark)
        self.edit.setExtraSelections(marks)

    def _show_asked(self, asked: Sequence[PlannedExercise]) -> None:
        for old in self._shown:
            self.asked.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        for one in asked:
            dose = label(dose_in_words(one), "muted")
            dose.setContentsMargins(0, 0, 0, GAP_PX)
            self._shown += [label(title(one.exercise), "strong"), dose]
        for part in self._shown:
            self.asked.addWidget(part)

    def _example(self) -> None:
        example = files("monitor.exercises").joinpath("example_prescription.toml").read_text("utf-8")
        self.write(example)

    def _add(self) -> None:
        """Append the chosen exercise with its usual dose."""
        cursor = self.edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.edit.setTextCursor(cursor)
        self.edit.insertPlainText(f'\n[[exercise]]\nid = "{self.more.currentData()}"\n')
        self.check()

    def _use(self) -> None:
        before = self._plan.text()
        try:
            self._plan.save(self.edit.toPlainText())
        except OSError as error:
            self.verdict.setText(self.tr("! The prescription could not be kept: {}").format(error.strerror))
            set_role(self.verdict, "deviation")
            return
        self.verdict.setText(self.tr("✓ In use"))
        self.saved.emit(before)

    @property
    def draft(self) -> str | None:
        """What was written and is not in use; None where nothing was."""
        text = self.edit.toPlainText()
        return text if text != self._plan.text() else None

    def write(self, text: str) -> None:
        """Put a text into the editor; the one before stays one undo away."""
        self.edit.selectAll()
        self.edit.insertPlainText(text)
        self.check()

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a prescription"), "", "TOML (*.toml)")
        if name:
            self.load(Path(name))

    def load(self, path: Path) -> None:
        """Put a file's text into the editor; the old text stays one undo away."""
        try:
            with path.open("rb") as file:
                text = file.read(LARGEST_FILE_BYTES).decode("utf-8")
        except (OSError, UnicodeDecodeError):
            self.verdict.setText(self.tr("! This file cannot be read as a prescription."))
            set_role(self.verdict, "deviation")
            return
        self.write(text)

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save a copy"), "prescription.toml", "TOML (*.toml)"
        )
        if not name:
            return
        try:
            Path(name).write_text(self.edit.toPlainText(), "utf-8")
        except OSError as error:
            self.verdict.setText(self.tr("! The copy could not be written: {}").format(error.strerror))
            set_role(self.verdict, "deviation")
