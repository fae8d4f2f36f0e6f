"""Ctrl-C ends a tour of the screens that nobody sits before, even in the middle of one of Qt's calls."""

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.application import Screen
from monitor.dashboard.sample import StillMonitor
from monitor.snapshot import Snapshot


def test_an_interrupted_tour_ends_at_once(qtbot: QtBot) -> None:
    def seen(_: Snapshot) -> bool:
        os.kill(os.getpid(), signal.SIGINT)
        return False

    before = signal.getsignal(signal.SIGINT)        # in the background a shell lets it be ignored
    screen = Screen(StillMonitor(sample.moment()))
    with pytest.raises(KeyboardInterrupt):
        screen.watch(seen, 60.0)
    screen.close()
    assert signal.getsignal(signal.SIGINT) is before
