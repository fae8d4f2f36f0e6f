"""What the tests of the screens share: settings of their own, and a window on a made-up moment."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.bridge import Desk, Monitor, NoPlan, PlannedExercise
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.window import MainWindow
from monitor.session import Session
from monitor.snapshot import Snapshot


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """Windows that were closed go at once; without an event loop they would all stay in memory to the end."""
    result = yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return result


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


class SessionMonitor:
    """What the window sees of a session that the test feeds."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def snapshot(self) -> Snapshot:
        return self._session.snapshot()

    def send(self, kind: Any, detail: Any) -> None: ...

    def command(self, name: str, **arguments: Any) -> None: ...


@pytest.fixture
def open_still(qtbot: QtBot, settings: QSettings) -> Callable[..., MainWindow]:
    """Opens the shipped window on a monitor, with a desk; it looks when it is refreshed."""
    def opened(monitor: Monitor, desk: Desk | None = None) -> MainWindow:
        window = MainWindow(monitor, settings=settings, desk=desk)
        window.timer.stop()
        qtbot.addWidget(window)
        window.resize(1440, 900)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window
    return opened


@pytest.fixture
def open_on(open_still: Callable[..., MainWindow]) -> Callable[[Session], MainWindow]:
    """Opens it on the live page of a session."""
    def opened(session: Session) -> MainWindow:
        window = open_still(SessionMonitor(session))
        window.show_page("live")
        return window
    return opened


class TwoExercises(NoPlan):
    def today(self) -> tuple[PlannedExercise, ...]:
        return (PlannedExercise("quad_set", "Quad set", 2, 12, 5.0, sets_done=2),
                PlannedExercise("clamshell", "Clamshell", 2, 20, 3.0, sets_done=1))

    def check(self, text: str) -> tuple[str, ...]:
        return ("line 2: reps must be positive",) if "-1" in text else ()


@pytest.fixture
def two_exercises() -> NoPlan:
    """A prescription of which one exercise is done and the other begun."""
    return TwoExercises()


@pytest.fixture
def planned(qtbot: QtBot, settings: QSettings,
            two_exercises: NoPlan) -> tuple[MainWindow, StillMonitor]:
    monitor = StillMonitor(sample.moment())
    window = MainWindow(monitor, settings=settings, desk=Desk(plan=two_exercises))
    qtbot.addWidget(window)
    window.show()
    return window, monitor


@pytest.fixture
def find_button() -> Callable[[MainWindow, str], QAbstractButton]:
    """The visible button that is spoken of by a name."""
    def found(window: MainWindow, name: str) -> QAbstractButton:
        return next(b for b in window.findChildren(QPushButton)
                    if b.accessibleName() == name and b.isVisible())
    return found
