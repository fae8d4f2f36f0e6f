"""What the reader of recordings has chosen, kept between runs: signals, zoom, widths, speed."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QSplitter

GROUP, MOST_LAST_PX = "review", 160


class Habits:
    """A few texts and layouts by name, each kept as soon as it is chosen."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def get(self, name: str, default: str) -> str:
        """What was kept under a name."""
        return str(self._settings.value(f"{GROUP}/{name}", default))

    def keep(self, name: str, value: str) -> None:
        self._settings.setValue(f"{GROUP}/{name}", value)

    def follow(self, name: str, header: QHeaderView) -> None:
        """Give a table's columns the widths they had, or those they need; and keep the ones they get."""
        if not self._restore(name, header):
            header.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
            last = header.count() - 1      # takes what is left
            header.resizeSection(last, min(MOST_LAST_PX, header.sectionSizeHint(last)))
        header.sectionResized.connect(lambda *_: self._keep_state(name, header))
        header.sortIndicatorChanged.connect(lambda *_: self._keep_state(name, header))

    def follow_splitter(self, name: str, splitter: QSplitter) -> None:
        """Give the panes the sizes they had, and keep the ones they are pulled to."""
        self._restore(name, splitter)
        splitter.splitterMoved.connect(lambda *_: self._keep_state(name, splitter))

    def _restore(self, name: str, of: QHeaderView | QSplitter) -> bool:
        kept = self._settings.value(f"{GROUP}/{name}")
        return isinstance(kept, QByteArray) and of.restoreState(kept)

    def _keep_state(self, name: str, of: QHeaderView | QSplitter) -> None:
        self._settings.setValue(f"{GROUP}/{name}", of.saveState())
