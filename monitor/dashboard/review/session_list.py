"""The list of recordings, to sort, filter and open; a damaged one says so and can still be opened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTableWidgetItem, QWidget

from monitor.dashboard.look.parts import Choice, Page, Panel, button, label, row, set_role
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import SessionEntry
from monitor.dashboard.review.habits import Habits
from monitor.dashboard.review.sheet_panel import plain_table
from monitor.dashboard.review.trends import TrendsPanel
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import UNKNOWN, clock
from monitor.dashboard.text.languages import core

translate = QCoreApplication.translate
ROOMY_PX, HIGH_PX, WIDE_PX = 1200, 560, 620      # below, the changes, and the choice of days, are left out
ENTRY, ORDER = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
DAYS = (0, 1, 7, 30)
LONGEST_CODE = 100


def when(entry: SessionEntry, form: str = "") -> str:
    """`12 November 2026, 18:04`, or in another form."""
    start = QDateTime.fromSecsSinceEpoch(round(entry.start.timestamp()))
    return QLocale().toString(start, form or translate("sessions", "d MMMM yyyy, HH:mm"))


def describe(entry: SessionEntry) -> str:
    """`12 November 2026, 18:04  ·  P-0142  ·  right knee  ·  26:04`."""
    patient = entry.patient[:LONGEST_CODE] or UNKNOWN
    return f"{when(entry)}  ·  {patient}  ·  {words.side(entry.legs)}  ·  {clock(entry.duration_s)}"


def beside(first: QWidget, second: QWidget) -> QHBoxLayout:
    """Two panels, the first one half as wide again."""
    made = row(first, second, spacing=12, stretch=False)
    made.setStretch(0, 3)
    made.setStretch(1, 2)
    return made


class Cell(QTableWidgetItem):
    """A text that sorts by what it means: a date by its day, a length by its seconds."""

    def __init__(self, text: str, order: float | str) -> None:
        super().__init__(text)
        self.setData(ORDER, order)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return bool(self.data(ORDER) < other.data(ORDER))


class SessionList(Page):
    """`chosen` carries an entry."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, habits: Habits) -> None:
        super().__init__()
        self.entries: tuple[SessionEntry, ...] = ()
        self._habits, self._followed = habits, False
        self.table, self.search, self.days = plain_table(), QLineEdit(), Choice()
        self.empty = label(
            self.tr("No recording yet. Record a session under Live; it appears here."), "headline"
        )
        self.none_fits = label(self.tr("No recording fits. Search for less, or over more days."), "muted")
        self.said = label("", "deviation")
        self.open = button(self.tr("Open"), self._open, "primary")
        self.trends = TrendsPanel(theme, habits)
        self._build()
        self._prepare_table()
        self._prepare_filters()
        for hidden in (self.said, self.empty, self.none_fits, self.table, self.open, self.search, self.days):
            hidden.hide()

    def _build(self) -> None:
        panel = Panel(self.tr("Sessions"))
        panel.column.addLayout(row(self.search, self.days, stretch=False))
        for widget in (self.said, self.empty, self.none_fits, self.table):
            panel.column.addWidget(widget)
        panel.column.setStretchFactor(self.table, 1)
        panel.column.addStretch(0)
        panel.column.addLayout(row(self.open))
        self.column.addLayout(beside(panel, self.trends))

    def _prepare_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Recordings"))
        heads = (self.tr("Date"), self.tr("Patient"), self.tr("Knee"), self.tr("Length"), self.tr("Remarks"))
        table.setColumnCount(len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        table.cellDoubleClicked.connect(lambda *_: self._open())
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._open)

    def _prepare_filters(self) -> None:
        self.search.setPlaceholderText(self.tr("Search: patient, day, month, left …"))
        self.search.setAccessibleName(self.tr("Search the recordings"))
        self.search.setClearButtonEnabled(True)
        texts = (self.tr("All days"), self.tr("Today"), self.tr("Last 7 days"), self.tr("Last 30 days"))
        for text, days in zip(texts, DAYS, strict=True):
            self.days.addItem(text, days)
        self.days.setAccessibleName(self.tr("Over how many days"))
        self.search.textChanged.connect(self._filter)
        self.days.activated.connect(self._filter)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.trends.setVisible(self.width() >= ROOMY_PX and self.height() >= HIGH_PX)
        self.days.setVisible(bool(self.entries) and self.width() >= WIDE_PX)

    def show_entries(self, entries: tuple[SessionEntry, ...]) -> None:
        """Show what recordings there are; the same ones again change nothing."""
        self.empty.setVisible(not entries)
        for widget in (self.table, self.open, self.search):
            widget.setVisible(bool(entries))
        self.days.setVisible(bool(entries) and self.width() >= WIDE_PX)
        if entries == self.entries:
            return
        self.entries = entries
        self.table.setSortingEnabled(False)
        self.table.setRowCount(len(entries))
        for line, entry in enumerate(entries):
            self._fill(line, entry)
        self.table.setSortingEnabled(True)
        if not self._followed:
            self._followed = True
            self._habits.follow("sessions", self.table.horizontalHeader())
        self.table.setCurrentCell(0, 0)
        self._filter()

    def _fill(self, line: int, entry: SessionEntry) -> None:
        readable = entry.duration_s > 0
        remark = f"! {core(entry.damage)}" if entry.damage else ""
        cells = (Cell(when(entry, translate("sessions", "d MMM yyyy, HH:mm")), entry.start.timestamp()),
                 Cell(words.patient(entry.patient)[:LONGEST_CODE] or UNKNOWN, entry.patient),
                 Cell(words.side(entry.legs) if readable else UNKNOWN, entry.legs),
                 Cell(clock(entry.duration_s) if readable else UNKNOWN, entry.duration_s),
                 Cell(remark, remark))
        cells[0].setData(ENTRY, entry)
        for place, cell in enumerate(cells):
            cell.setToolTip(cell.text() if place == len(cells) - 1 else "")
            self.table.setItem(line, place, cell)

    def _filter(self) -> None:
        """Show the recordings that hold every word that is searched for, of the days that are chosen."""
        wanted, days = self.search.text().casefold().split(), int(self.days.currentData() or 0)
        earliest = _midnight() - timedelta(days=days - 1) if days else datetime.min.replace(tzinfo=UTC)
        shown = [line for line in range(self.table.rowCount())
                 if self._entry(line).start >= earliest and self._holds(line, wanted)]
        for line in range(self.table.rowCount()):
            self.table.setRowHidden(line, line not in shown)
        self.none_fits.setVisible(bool(self.entries) and not shown)
        self.table.setVisible(bool(shown))
        self.open.setEnabled(bool(shown))
        if shown and self.table.currentRow() not in shown:
            self.table.setCurrentCell(shown[0], 0)

    def _holds(self, line: int, wanted: list[str]) -> bool:
        entry = self._entry(line)
        said = f"{describe(entry)} {core(entry.damage)} {entry.path.name}".casefold()
        return all(word in said for word in wanted)

    def _entry(self, line: int) -> SessionEntry:
        entry: SessionEntry = self.table.model().index(line, 0).data(ENTRY)
        return entry

    def say(self, sentence: str, role: str) -> None:
        """What is being done, or why it could not be."""
        self.said.setText(sentence)
        set_role(self.said, role)
        self.said.show()

    def _open(self) -> None:
        line = self.table.currentRow()
        if line >= 0 and not self.table.isRowHidden(line):
            self.said.hide()
            self.chosen.emit(self._entry(line))


def _midnight() -> datetime:
    return datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
