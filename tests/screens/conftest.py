"""What the tests of the screens share: settings of their own, and a window on a made-up moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.window import MainWindow
from monitor.snapshot import Snapshot


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_window(qtbot: QtBot, settings: QSettings) -> Callable[[Snapshot], tuple[MainWindow, StillMonitor]]:
    """Opens the shipped window on the live page."""
    def opened(now: Snapshot) -> tuple[MainWindow, StillMonitor]:
        monitor = StillMonitor(now)
        window = MainWindow(monitor, settings=settings)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.show_page("live")
        return window, monitor
    return opened
