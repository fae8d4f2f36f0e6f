"""The list of recordings; a damaged one says so and can still be opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from monitor.dashboard.look.parts import Page, Panel, button, label, row, set_role
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import SessionEntry
from monitor.dashboard.review.trends import TrendsPanel
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import clock
from monitor.dashboard.text.languages import core

translate = QCoreApplication.translate
ROOMY_PX, HIGH_PX = 1000, 560      # below, the changes are left out
ENTRY = Qt.ItemDataRole.UserRole


def describe(entry: SessionEntry) -> str:
    """`12 November 2026 18:04 · P-0142 · right knee · 26:04`."""
    start = QDateTime.fromSecsSinceEpoch(round(entry.start.timestamp()))
    when = QLocale().toString(start, translate("sessions", "d MMMM yyyy, HH:mm"))
    return f"{when}  ·  {entry.patient or '–'}  ·  {words.side(entry.side)}  ·  {clock(entry.duration_s)}"


def beside(first: QWidget, second: QWidget) -> QHBoxLayout:
    """Two panels, the first one half as wide again."""
    made = row(first, second, spacing=12, stretch=False)
    made.setStretch(0, 3)
    made.setStretch(1, 2)
    return made


class SessionList(Page):
    """`chosen` carries an entry."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.entries: tuple[SessionEntry, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Recordings"))
        self.empty = label(
            self.tr("No recording yet. Record a session under Live; it appears here."), "headline"
        )
        self.said = label("", "deviation")
        self.open = button(self.tr("Open"), self._open, "primary")
        panel = Panel(self.tr("Sessions"), self.tr("newest first"))
        for widget in (self.empty, self.list, self.said):
            panel.column.addWidget(widget)
        panel.column.addLayout(row(self.open))
        self.trends = TrendsPanel(theme)
        self.column.addLayout(beside(panel, self.trends))
        self.list.itemActivated.connect(lambda _: self._open())
        for hidden in (self.said, self.empty, self.list, self.open):
            hidden.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.trends.setVisible(self.width() >= ROOMY_PX and self.height() >= HIGH_PX)

    def show_entries(self, entries: tuple[SessionEntry, ...]) -> None:
        """Show what recordings there are; the same ones again change nothing."""
        self.empty.setVisible(not entries)
        self.list.setVisible(bool(entries))
        self.open.setVisible(bool(entries))
        if entries == self.entries:
            return
        self.entries = entries
        self.list.clear()
        for entry in entries:
            damage = f"\n! {core(entry.damage)}" if entry.damage else ""
            item = QListWidgetItem(describe(entry) + damage)
            item.setData(ENTRY, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def say(self, sentence: str, role: str) -> None:
        """What is being done, or why it could not be."""
        self.said.setText(sentence)
        set_role(self.said, role)
        self.said.show()

    def _open(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.said.hide()
            self.chosen.emit(item.data(ENTRY))
