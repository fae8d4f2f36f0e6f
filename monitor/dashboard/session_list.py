"""The list of recordings; a damaged one says so and can still be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from monitor.dashboard import words
from monitor.dashboard.bridge import Library, SessionEntry
from monitor.dashboard.figures import clock
from monitor.dashboard.parts import Page, Panel, button, label, row

PATH = Qt.ItemDataRole.UserRole


def describe(entry: SessionEntry) -> str:
    """`12 November 2026 18:04 · P-0142 · right knee · 26:04`."""
    start = QDateTime.fromSecsSinceEpoch(round(entry.start.timestamp()))
    when = QLocale().toString(start, "d MMMM yyyy, HH:mm")
    return f"{when}  ·  {entry.patient or '–'}  ·  {words.side(entry.side)}  ·  {clock(entry.duration_s)}"


class SessionList(Page):
    """`chosen` carries a recording's path."""

    chosen = Signal(object)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._entries: tuple[SessionEntry, ...] = ()
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
        self.column.addWidget(panel)
        self.list.itemActivated.connect(lambda _: self._open())
        self.said.hide()
        self.reload()

    def reload(self) -> None:
        """Read the list anew, keeping the place in it."""
        entries = self._library.sessions()
        self.empty.setVisible(not entries)
        self.list.setVisible(bool(entries))
        self.open.setVisible(bool(entries))
        if entries == self._entries:
            return
        self._entries = entries
        self.list.clear()
        for entry in entries:
            damage = f"\n! {entry.damage}" if entry.damage else ""
            item = QListWidgetItem(describe(entry) + damage)
            item.setData(PATH, entry.path)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def show_failure(self, sentence: str) -> None:
        """Why the recording did not open."""
        self.said.setText(sentence)
        self.said.show()

    def _open(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.said.hide()
            path: Path = item.data(PATH)
            self.chosen.emit(path)
