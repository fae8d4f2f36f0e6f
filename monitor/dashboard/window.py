"""The main window: navigation, pages, and the one timer that pulls snapshots."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from monitor.dashboard import words
from monitor.dashboard.actions import Actions
from monitor.dashboard.bridge import Monitor
from monitor.dashboard.freshness import Freshness
from monitor.dashboard.keys import KeysDialog
from monitor.dashboard.navigation import Navigation
from monitor.dashboard.theme import LIGHT, Theme
from monitor.dashboard.therapist import LivePage
from monitor.snapshot import Snapshot

FRAME_MS = 30


class MainWindow(QMainWindow):
    """Shows what `monitor` says about itself, `1000 / FRAME_MS` times a second."""

    def __init__(self, monitor: Monitor, *, theme: Theme = LIGHT, settings: QSettings | None = None) -> None:
        super().__init__()
        self.monitor, self.theme = monitor, theme
        self.settings = settings or QSettings("Patella", "Patella")
        self.actions_ = Actions(monitor)
        self.setWindowTitle("Patella")
        self.setMinimumSize(900, 500)
        self._freshness = Freshness()
        self.navigation = Navigation()
        self.stack = QStackedWidget()
        self.pages: dict[str, QWidget] = {}
        self.live = LivePage(theme, self.actions_)
        self._build()
        self._restore()
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.refresh)
        self.timer.start(FRAME_MS)
        self.refresh()

    def _build(self) -> None:
        self.setStyleSheet(self.theme.style_sheet())
        self._add("live", self.tr("Live"), self.live)
        self.navigation.chosen.connect(self.show_page)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.navigation)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(whole)
        QShortcut(QKeySequence("?"), self).activated.connect(lambda: KeysDialog(self).exec())

    def _add(self, name: str, title: str, page: QWidget) -> None:
        self.pages[name] = page
        self.navigation.add(name, title)
        self.stack.addWidget(page)

    def show_page(self, name: str) -> None:
        """Turn to a page by its name."""
        self.stack.setCurrentWidget(self.pages[name])
        self.navigation.show_chosen(name)
        self.refresh()

    def refresh(self) -> None:
        """Pull one snapshot and draw it on the page that is shown."""
        snapshot = self._freshness.push(self.monitor.snapshot(), monotonic())
        self.navigation.show_about(self._about(snapshot))
        page = self.stack.currentWidget()
        if isinstance(page, LivePage):
            page.show_snapshot(snapshot)

    def _about(self, snapshot: Snapshot) -> str:
        patient = snapshot.patient or self.tr("no patient chosen")
        return f"{patient}  ·  {words.side(snapshot.side)}"

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def _restore(self) -> None:
        geometry = self.settings.value("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1440, 900)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.timer.stop()
        self.settings.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)
