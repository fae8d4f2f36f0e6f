"""Play, pause, seek: the bar at the foot of the review page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from monitor.dashboard.look.parts import Choice, Panel, button, label, row
from monitor.dashboard.review.habits import Habits
from monitor.dashboard.review.playback import Playback
from monitor.dashboard.text.figures import clock

STEPS_PER_SECOND = 100
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


class ScrubBar(QSlider):
    """A slider that goes where it is clicked."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setMinimumHeight(28)
        self.setAccessibleName(self.tr("Position in the session"))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option,
                                             QStyle.SubControl.SC_SliderHandle, self)
        if not handle.contains(event.position().toPoint()):
            room = self.width() - handle.width()
            share = (event.position().x() - handle.width() / 2) / max(1, room)
            self.setValue(round(min(1.0, max(0.0, share)) * self.maximum()))
        super().mousePressEvent(event)


class Transport(Panel):
    """`sought` carries a position in seconds."""

    sought = Signal(float)

    def __init__(self, habits: Habits) -> None:
        super().__init__()
        self.play = button(self.tr("Play"), self._toggle, "", self.tr("Space"))
        self.play.setMinimumWidth(96)
        self.bar, self.speed, self.time = ScrubBar(), Choice(), label("", "")
        self.time.setWordWrap(False)
        self._playback: Playback | None = None
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}×", speed)
        kept = self.speed.findText(habits.get("speed", ""))
        self.speed.setCurrentIndex(kept if kept >= 0 else SPEEDS.index(1.0))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.bar.valueChanged.connect(self._moved)
        self.speed.activated.connect(self._choose_speed)
        self.speed.activated.connect(lambda: habits.keep("speed", self.speed.currentText()))
        self.column.addLayout(row(self.play, self.bar, self.time, self.speed, stretch=False, spacing=16))

    def show_playback(self, playback: Playback) -> None:
        self._playback = playback
        self.bar.blockSignals(True)
        self.bar.setRange(0, round(playback.duration_s * STEPS_PER_SECOND))
        self.bar.setSingleStep(STEPS_PER_SECOND)
        self.bar.setPageStep(10 * STEPS_PER_SECOND)
        self.bar.blockSignals(False)
        self._choose_speed()
        self.show_position()

    def show_position(self) -> None:
        """Follow the playback without seeking."""
        if self._playback is None:
            return
        self.bar.blockSignals(True)
        self.bar.setValue(round(self._playback.position_s * STEPS_PER_SECOND))
        self.bar.blockSignals(False)
        self.time.setText(f"{clock(self._playback.position_s)} / {clock(self._playback.duration_s)}")
        self.play.setText(self.tr("Pause") if self._playback.playing else self.tr("Play"))

    def _toggle(self) -> None:
        if self._playback is not None:
            if self._playback.position_s >= self._playback.duration_s:
                self._playback.seek(0.0)
            self._playback.playing = not self._playback.playing
            self.show_position()

    def _moved(self, value: int) -> None:
        self.sought.emit(value / STEPS_PER_SECOND)

    def _choose_speed(self) -> None:
        if self._playback is not None:
            self._playback.speed = float(self.speed.currentData())
