"""The window is closed in the middle of a recording: everything that came until then is in the file."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from pytestqt.qtbot import QtBot

from monitor import app
from monitor.acquisition import Acquisition
from monitor.dashboard.application import application
from monitor.recording.reader import open_recording
from monitor.recording.writer import RecordingWriter
from monitor.runtime import Monitor, steady_clock
from monitor.session import Session
from monitor.sources.base import Emit
from monitor.values import EventKind, Input, Legs, Received, SessionEvent, Side
from monitor.virtual.simulate import simulate
from monitor.worker import Setup

CLOSE_AFTER_MS = 700


class Stream:
    """A patient's packets, one after the other, until the session ends; keeps what it has handed over."""

    def __init__(self, items: tuple[Input, ...]) -> None:
        self._items = [item for item in items if not isinstance(item, SessionEvent)]
        self.sent: list[Input] = []

    async def run(self, emit: Emit) -> None:
        for item in self._items:
            emit(item)
            self.sent.append(item)
            await asyncio.sleep(0.0005)
        await asyncio.Event().wait()


def test_closing_the_window_loses_nothing(
        qtbot: QtBot, settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(simulate(["stand:20", "squat:2"], side=Side.LEFT, seed=1, rate_hz=100).inputs)
    path = tmp_path / "session.mcap"

    def begin(patient: str, legs: Legs) -> Acquisition:
        writer = RecordingWriter(path, side=legs, patient=patient, version="test")
        return Acquisition(Session(Side.LEFT), writer, algorithm="test", path=path)

    monitor = Monitor(Setup(lambda _: stream, begin, steady_clock(), "test"), "P-1", Legs.LEFT)
    monkeypatch.setattr("monitor.dashboard.window.QSettings", lambda *_: settings)
    QTimer.singleShot(CLOSE_AFTER_MS, lambda: [one.close() for one in application().topLevelWidgets()])
    app.show(monitor, tmp_path, "live")
    recording = open_recording(path)
    kept = [item for item in recording.inputs() if isinstance(item, Received)]
    sent = [item for item in stream.sent if isinstance(item, Received)]
    assert len(sent) > 20
    assert kept == sent
    assert recording.problems == ()
    last = [item for item in recording.inputs() if isinstance(item, SessionEvent)][-1]
    assert last.kind is EventKind.STOP
