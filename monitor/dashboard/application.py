"""The Qt application around the window: shown until it is closed, or driven without anyone before it."""

from __future__ import annotations

import logging
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from monitor.dashboard.bridge import Desk, Monitor
from monitor.dashboard.look.theme import DARK, LIGHT, Theme
from monitor.dashboard.window import FRAME_MS, MainWindow
from monitor.errors import PatellaError
from monitor.snapshot import Snapshot

log = logging.getLogger(__name__)

# How long the session's thread may keep the interpreter while a frame waits; Python's own 5 ms, at each
# of a frame's calls into Qt, made frames a third longer while a calibration was fitted.
SWITCH_S = 0.0005
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def application(*, display: bool = True) -> QApplication:
    """The one Qt application of this process; what Qt itself has to say goes to the log.

    Raises `PatellaError` where a display is wanted and there is none: Qt itself would end the program.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if not display:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif sys.platform == "linux" and not any(map(os.environ.get, DISPLAYS)):
        raise PatellaError("There is no display to show a window on; without one, only commands with "
                           "--headless can run.")
    sys.setswitchinterval(SWITCH_S)
    qInstallMessageHandler(lambda _kind, _context, text: log.info(text))
    return QApplication(["patella"])


def run(monitor: Monitor, desk: Desk, page: str = "", seconds: float | None = None) -> None:
    """Show the window; returns when it is closed, the time is over, or the program is interrupted.

    Without a `page` it is the one that was shown when the window was closed the last time.
    """
    app = application()
    former = {number: signal.signal(number, lambda *_: app.quit())
              for number in (signal.SIGINT, signal.SIGTERM)}
    window = MainWindow(monitor, desk=desk)
    if page:
        window.show_page(page)
    window.show()
    if seconds is not None:
        QTimer.singleShot(round(seconds * 1000), app.quit)
    app.exec()
    window.close()
    for number, handler in former.items():
        signal.signal(number, handler)


class Screen:
    """The shipped window, live, with nobody before it; takes pictures of itself."""

    def __init__(self, monitor: Monitor, page: str = "live", width: int = 1440, height: int = 900) -> None:
        self._app = application(display=False)
        self._monitor, self._page = monitor, page
        self._settings = tempfile.TemporaryDirectory()     # nobody's preferences, and none are kept
        self._window = self._open(LIGHT, width, height)

    def watch(self, seen: Callable[[Snapshot], bool], seconds: float) -> bool:
        """Let the window live until `seen` is true of the newest snapshot (then true) or the time is over.

        Raises `KeyboardInterrupt` after Ctrl-C, which would be lost within one of Qt's calls.
        """
        loop, frame, end = QEventLoop(), QTimer(), QTimer(singleShot=True)
        frame.timeout.connect(lambda: loop.exit(1) if seen(self._monitor.snapshot()) else None)
        end.timeout.connect(loop.quit)
        frame.start(FRAME_MS)
        end.start(max(0, round(seconds * 1000)))
        former = signal.signal(signal.SIGINT, lambda *_: loop.exit(signal.SIGINT))
        try:
            ended = loop.exec()
        finally:
            signal.signal(signal.SIGINT, former)
        if ended == signal.SIGINT:
            raise KeyboardInterrupt
        return bool(ended)

    def picture(self, path: Path) -> None:
        """Save what the window shows at this moment."""
        self._window.refresh()
        self._app.processEvents()
        _save(self._window, path)

    def dark_picture(self, path: Path) -> None:
        """Save the same moment as the dark theme shows it."""
        window = self._open(DARK, self._window.width(), self._window.height())
        window.refresh()
        self._app.processEvents()
        _save(window, path)
        window.close()

    def _open(self, theme: Theme, width: int, height: int) -> MainWindow:
        settings = QSettings(f"{self._settings.name}/settings.ini", QSettings.Format.IniFormat)
        window = MainWindow(self._monitor, theme=theme, settings=settings)
        window.resize(width, height)
        window.show_page(self._page)
        window.show()
        return window

    def close(self) -> None:
        self._window.close()
        self._settings.cleanup()


def _save(window: MainWindow, path: Path) -> None:
    if not window.grab().save(str(path)):
        raise PatellaError(f"The picture {path} could not be written: is the disk full?")
