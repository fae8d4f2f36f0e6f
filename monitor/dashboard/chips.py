"""The line of chips under the navigation: sensors, clocks, calibration, recording."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from monitor.dashboard import words
from monitor.dashboard.figures import UNKNOWN, clock, number, unit
from monitor.dashboard.theme import Theme
from monitor.snapshot import CalibrationState, RecordingStatus, SensorStatus, Snapshot

HEIGHT = 34
NARROW_PX = 1180


class Chip(QPushButton):
    """One short fact; a round dot when all is well, a triangle when it wants attention."""

    def __init__(self, theme: Theme, kind: str = "dot") -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        self.well = True
        self.words = ""
        self.setProperty("role", "chip")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_fact(self, text: str, *, well: bool) -> None:
        """Show `text`; `well` decides colour and shape, never the words."""
        if (text, well) == (self.words, self.well):
            return
        self.words, self.well = text, well
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().horizontalAdvance(self.words) + 46, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(64, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        middle = QPointF(self.width() - 18 if right_to_left else 18, HEIGHT / 2)
        self._sign(painter, middle)
        room = QRectF(12 if right_to_left else 30, 0, self.width() - 42, HEIGHT)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, painter.fontMetrics().elidedText(
            self.words, Qt.TextElideMode.ElideRight, int(room.width()) + 1))

    def _sign(self, painter: QPainter, middle: QPointF) -> None:
        record = self._kind == "record"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.deviation if record or not self.well else self._theme.accent))
        if self.well:
            radius = 6.5 if record else 4.5
            painter.drawEllipse(middle, radius, radius)
            return
        corners = (QPointF(-6, 5), QPointF(6, 5), QPointF(0, -6))
        painter.drawPolygon(QPolygonF([middle + c for c in corners]))


class Chips(QWidget):
    """All chips; `sensors_wanted` and `calibration_wanted` when one is pressed."""

    sensors_wanted = Signal()
    calibration_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self.sensors: list[Chip] = []
        self.clocks = self._chip(self.sensors_wanted)
        self.calibration = self._chip(self.calibration_wanted)
        self._layout.addStretch(1)
        self.recording = Chip(theme, "record")
        self.recording.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._layout.addWidget(self.recording)

    @property
    def narrow(self) -> bool:
        """Whether there is room for the most important facts only."""
        return self.width() < NARROW_PX

    def _chip(self, wanted: SignalInstance, place: int = -1) -> Chip:
        made = Chip(self._theme)
        made.clicked.connect(wanted)
        self._layout.insertWidget(place if place >= 0 else self._layout.count(), made)
        return made

    def show_snapshot(self, snapshot: Snapshot) -> None:
        while len(self.sensors) < len(snapshot.sensors):
            self.sensors.append(self._chip(self.sensors_wanted, len(self.sensors)))
        for chip, sensor in zip(self.sensors, snapshot.sensors, strict=False):
            chip.show_fact(self.sensor_words(sensor), well=words.sensor_well(sensor))
        self._show_clocks(snapshot.skew_ms)
        status = snapshot.calibration
        self.calibration.show_fact(self._calibration(snapshot), well=status.state is CalibrationState.GOOD)
        self._show_recording(snapshot.recording)

    def sensor_words(self, sensor: SensorStatus) -> str:
        """`Thigh 92 % · −58 dBm · 100 Hz · 0.0 % lost`, or what is wrong with it."""
        name = words.segment(sensor.placement.segment)
        if len(self.sensors) > 2:
            name = words.place(sensor.placement)
        if not words.sensor_works(sensor):
            return f"{name} {words.sensor_state(sensor.state)}"
        lost = self.tr("{} % lost").format(number(sensor.lost_percent, 1))
        battery = unit(sensor.battery_percent, "%")
        if self.narrow:
            return f"{name}  {battery}" + (f" · {lost}" if sensor.lost_percent >= 1 else "")
        facts = (battery, unit(sensor.rssi_dbm, "dBm"), unit(sensor.rate_hz, "Hz"),
                 lost if sensor.loss_visible else self.tr("loss cannot be seen"))
        return f"{name}  " + " · ".join(f for f in facts if f != UNKNOWN)

    def _show_clocks(self, skew_ms: float | None) -> None:
        text = self.tr("Clocks not compared yet") if skew_ms is None else (
            self.tr("Clocks {} ms apart").format(number(abs(skew_ms), 1)))
        well = skew_ms is not None and abs(skew_ms) < words.HIGH_SKEW_MS
        self.clocks.show_fact(text, well=well)
        self.clocks.setVisible(not self.narrow or not well)

    def _calibration(self, snapshot: Snapshot) -> str:
        status, text = snapshot.calibration, words.calibration_state(snapshot.calibration)
        usable = status.state in (CalibrationState.GOOD, CalibrationState.POOR)
        if self.narrow or status.age_s is None or not usable:
            return text
        minutes = int(status.age_s // 60)
        return f"{text} · " + (self.tr("{} min ago").format(minutes) if minutes else self.tr("just now"))

    def _show_recording(self, recording: RecordingStatus | None) -> None:
        if recording is None:
            self.recording.show_fact(self.tr("Not recording"), well=False)
        elif recording.failed:
            self.recording.show_fact(self.tr("Recording stopped: {}").format(recording.failed), well=False)
        else:
            self.recording.show_fact(self.tr("Recording {}").format(clock(recording.duration_s)), well=True)

