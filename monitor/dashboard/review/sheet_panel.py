"""A table of the session in the place of the repetitions; a click on a line goes to its moment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTableWidget, QTableWidgetItem

from monitor.dashboard.look.parts import Fitting, Panel, button, label, row
from monitor.dashboard.recorded import RecordedSession
from monitor.dashboard.review.habits import Habits
from monitor.dashboard.review.sheets import NOTES, SHEETS, Sheet

LONGEST_NOTE, HEAD_PX = 10_000, 32


class SheetPanel(Panel):
    """`sought` carries a moment; `noted` the text of a note for now, `forgotten` the moment of one."""

    sought = Signal(float)
    noted = Signal(str)
    forgotten = Signal(float)

    def __init__(self, habits: Habits) -> None:
        super().__init__()
        self._habits = habits
        self.kind = ""
        self._at_s: tuple[float, ...] = ()
        self._own: frozenset[float] = frozenset()
        self.heading, self.about, self.empty = Fitting("", "title"), Fitting("", "muted"), label("", "muted")
        self.tables: dict[str, QTableWidget] = {}
        self.table = plain_table()
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("A note of this moment"))
        self.note.setAccessibleName(self.tr("A note of this moment"))
        self.note.setMaxLength(LONGEST_NOTE)
        self.add = button(self.tr("Add"), self._add, "primary")
        self.forget = button(self.tr("Take it back"), self._forget)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.about)
        self.column.addWidget(self.empty)
        self.column.addLayout(row(self.note, self.add, self.forget, stretch=False))
        self.note.returnPressed.connect(self._add)

    def show_sheet(self, kind: str, session: RecordedSession) -> None:
        """Fill in one of `sheets.SHEETS`."""
        sheet, self.kind = SHEETS[kind](session), kind
        self._at_s, self._own = sheet.at_s, frozenset(mark.t_s for mark in session.notes)
        self.heading.setText(sheet.title)
        self.about.show_texts(sheet.about, "")
        self.empty.setText(sheet.empty)
        self.empty.setVisible(not sheet.rows)
        for widget in (self.note, self.add, self.forget):
            widget.setVisible(kind == NOTES)
        self._turn_to(f"{kind}-{len(sheet.heads)}", sheet)
        self._show_forget()

    def _turn_to(self, name: str, sheet: Sheet) -> None:
        """Show the table of that name, whose columns are as wide as they were left."""
        first = name not in self.tables
        self.table = self.tables[name] if not first else self._made(name)
        fill(self.table, sheet.heads, sheet.rows)
        self.table.setAccessibleName(sheet.title)
        if first:
            self._habits.follow(f"columns-{name}", self.table.horizontalHeader())
        for other in self.tables.values():
            other.setVisible(other is self.table and bool(sheet.rows))

    def _made(self, name: str) -> QTableWidget:
        table = self.tables[name] = plain_table()
        table.cellClicked.connect(lambda line, _: self.sought.emit(self._at_s[line]))
        table.itemSelectionChanged.connect(self._show_forget)
        self.column.insertWidget(3, table, 1)
        return table

    def _show_forget(self) -> None:
        line = self._line()
        self.forget.setEnabled(line is not None and self._at_s[line] in self._own)

    def _line(self) -> int | None:
        line = self.table.currentRow()
        return line if 0 <= line < len(self._at_s) else None

    def _add(self) -> None:
        text = self.note.text().strip()
        if text:
            self.note.clear()
            self.noted.emit(text)

    def _forget(self) -> None:
        line = self._line()
        if line is not None:
            self.forgotten.emit(self._at_s[line])


def plain_table() -> QTableWidget:
    """A table to read and to choose a line of."""
    table = QTableWidget()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setMinimumHeight(HEAD_PX)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    return table


def fill(table: QTableWidget, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    """Write texts into a table, in place of what it held."""
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.setRowCount(len(rows))
    for line, cells in enumerate(rows):
        for place, text in enumerate(cells):
            table.setItem(line, place, QTableWidgetItem(text))
