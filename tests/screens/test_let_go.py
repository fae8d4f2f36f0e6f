"""What is no longer shown is let go: a long day at one window needs no more memory than its first hour."""

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.bridge import Desk
from monitor.dashboard.recorded import RecordedSession, SessionEntry
from monitor.dashboard.sample_session import StillLibrary, entry, recorded
from monitor.dashboard.window import MainWindow

ENTRIES = tuple(replace(entry(), path=Path(f"{number}.mcap")) for number in range(20))
OPEN_AT_ONCE = 2        # the one on the screen, and the one that is just being read


class TwentyRecordings(StillLibrary):
    """Each is read anew when it is opened, as from a file."""

    def sessions(self) -> tuple[SessionEntry, ...]:
        return ENTRIES

    def open(self, entry: SessionEntry) -> Iterator[RecordedSession]:
        yield replace(recorded(), entry=entry)


@pytest.fixture
def window(settings: QSettings) -> Iterator[MainWindow]:
    made = MainWindow(sample.StillMonitor(sample.moment()), settings=settings, desk=Desk(TwentyRecordings()))
    made.timer.stop()
    made.show()
    yield made
    made.close()
    made.deleteLater()


def collect() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_of_twenty_recordings_opened_one_after_the_other_not_all_are_kept(
        window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("review")
    page = window.pages.review
    for one in ENTRIES:
        page.open(one)
        qtbot.waitUntil(lambda: page.currentWidget() is page.desk, timeout=30_000)
        page.desk.seek(10.0)
        page.show_list()
    collect()
    held = [one for one in gc.get_objects() if isinstance(one, RecordedSession) and one.entry in ENTRIES]
    assert 1 <= len(held) <= OPEN_AT_ONCE


def pages_of_another_look(window: MainWindow) -> object:
    before = window.pages.review
    window.apply(replace(window.preferences, theme="dark"))
    return before


def patients_screen(window: MainWindow) -> object:
    window.open_patient_screen()
    before = window.patient
    window.refresh()
    window.open_patient_screen()
    return before


@pytest.mark.parametrize("left", [pages_of_another_look, patients_screen])
def test_what_was_left_is_let_go(window: MainWindow, left: Callable[[MainWindow], object]) -> None:
    gone = weakref.ref(left(window))
    collect()
    assert gone() is None


def test_a_closed_window_is_let_go_with_all_its_pages(settings: QSettings) -> None:
    window = MainWindow(sample.StillMonitor(sample.moment()), settings=settings)
    window.show()
    parts = [weakref.ref(part) for part in (window, window.pages, window.pages.live, window.pages.review)]
    window.close()
    window.deleteLater()
    del window
    collect()
    assert [part() for part in parts] == [None] * len(parts)
