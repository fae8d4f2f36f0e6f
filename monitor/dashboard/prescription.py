"""The prescription as text: written, checked while it is written, opened from and saved to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from monitor.dashboard.bridge import Plan
from monitor.dashboard.parts import Page, Panel, button, label, row, set_role

CHECK_AFTER_MS = 300
LARGEST_FILE_BYTES = 1_000_000
MOST_PROBLEMS = 30


class PrescriptionPage(Page):
    """An editor beside what the check says; nothing with a problem can be put into use. `saved` tells."""

    saved = Signal()

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self.edit = QPlainTextEdit(plan.text())
        self.verdict, self.problems = label("", "title"), label("", "")
        self.use = button(self.tr("Use this prescription"), self._use, "primary")
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
        written, checked = (
            Panel(self.tr("Prescription"), self.tr("the text that is mailed and recorded")),
            Panel(),
        )
        written.column.addWidget(self.edit, 1)
        written.column.addLayout(
            row(
                button(self.tr("Open…"), self._open),
                button(self.tr("Save a copy…"), self._save),
                button(self.tr("Undo"), self.edit.undo),
                None,
                self.use,
                stretch=False,
            )
        )
        checked.column.addWidget(self.verdict)
        checked.column.addWidget(self.problems)
        checked.column.addStretch(1)
        both = row(written, checked, spacing=12, stretch=False)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        self.column.addLayout(both, 1)

    def check(self) -> None:
        """Judge the text as it stands."""
        text = self.edit.toPlainText()
        found = self._plan.check(text) if text.strip() else ()
        self.use.setEnabled(bool(text.strip()) and not found)
        set_role(self.verdict, "deviation" if found else "title")
        if not text.strip():
            self.verdict.setText(self.tr("Nothing written yet"))
        else:
            self.verdict.setText(
                self.tr("! {} to mend").format(len(found)) if found else self.tr("✓ Can be used")
            )
        self.problems.setText("\n\n".join(p[:500] for p in found[:MOST_PROBLEMS]))

    def _use(self) -> None:
        try:
            self._plan.save(self.edit.toPlainText())
        except OSError as error:
            self.verdict.setText(self.tr("! The prescription could not be kept: {}").format(error.strerror))
            set_role(self.verdict, "deviation")
            return
        self.verdict.setText(self.tr("✓ In use"))
        self.saved.emit()

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
        self.edit.selectAll()
        self.edit.insertPlainText(text)
        self.check()

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
