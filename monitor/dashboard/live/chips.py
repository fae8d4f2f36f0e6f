"""The line of chips under the navigation: sensors, clocks, calibration, recording."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from monitor.dashboard.look.chip import Chip
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import UNKNOWN, clock, number, unit
from monitor.snapshot import CalibrationState, RecordingStatus, SensorStatus, Snapshot

GAP_PX = 10
FULL, SHORT, SHORTEST, SUMMED = range(4)     # how much each chip says


class Fact(NamedTuple):
    """What one chip says; an empty text hides it."""

    text: str
    well: bool


class Chips(QWidget):
    """As much as there is room for; `sensors_wanted` and `calibration_wanted` when one is pressed."""

    sensors_wanted = Signal()
    calibration_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP_PX)
        self.sensors: list[Chip] = []
        self.clocks = self._chip(self.sensors_wanted)
        self.calibration = self._chip(self.calibration_wanted)
        self._layout.addStretch(1)
        self.recording = Chip(theme, "record")
        self.recording.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._layout.addWidget(self.recording)

    def _chip(self, wanted: SignalInstance, place: int = -1) -> Chip:
        made = Chip(self._theme)
        made.clicked.connect(wanted)
        self._layout.insertWidget(place if place >= 0 else self._layout.count(), made)
        return made

    def show_snapshot(self, snapshot: Snapshot) -> None:
        while len(self.sensors) < len(snapshot.sensors):
            self.sensors.append(self._chip(self.sensors_wanted, len(self.sensors)))
        chips = [*self.sensors, self.clocks, self.calibration, self.recording]
        facts = self.facts(snapshot, SUMMED)
        for level in (FULL, SHORT, SHORTEST):
            fuller = self.facts(snapshot, level)
            needed = sum(c.width_for(f.text) + GAP_PX for c, f in zip(chips, fuller, strict=True) if f.text)
            if needed <= self.width():
                facts = fuller
                break
        for chip, fact in zip(chips, facts, strict=True):
            chip.setVisible(bool(fact.text))
            chip.show_fact(fact.text, well=fact.well)

    def facts(self, snapshot: Snapshot, level: int) -> list[Fact]:
        """What every chip says of a moment: sensors, clocks, calibration, recording."""
        many = len(self.sensors) > 2
        sensors = [Fact(self._sensor(s, level, many=many), words.sensor_well(s)) for s in snapshot.sensors]
        if level == SUMMED:
            sensors = self._summed(sensors)
        gone = [Fact("", True)] * (len(self.sensors) - len(sensors))
        calibrated = snapshot.calibration.state is CalibrationState.GOOD and not words.strap(snapshot)
        return [*sensors, *gone, self._clocks(snapshot, level),
                Fact(self._calibration(snapshot, level), calibrated), self._recording(snapshot.recording)]

    def _summed(self, sensors: list[Fact]) -> list[Fact]:
        """Those that are well in one chip, the others each in its own."""
        well = [place for place, fact in enumerate(sensors) if fact.well]
        together = Fact(self.tr("{} sensors well").format(len(well)), True)
        return [fact if not fact.well else together if place == well[0] else Fact("", True)
                for place, fact in enumerate(sensors)]

    def _sensor(self, sensor: SensorStatus, level: int, *, many: bool) -> str:
        """`Thigh 92 % · −58 dBm · 100 Hz · 0.0 % lost`, or what is wrong with it."""
        name = words.segment(sensor.placement.segment)
        if many:
            name = f"{name} {words.side_letter(sensor.placement.side)}" if level >= SHORTEST else (
                words.place(sensor.placement))
        if not words.sensor_works(sensor):
            return f"{name} {words.sensor_state(sensor.state)}"
        lost = self.tr("{} % lost").format(number(sensor.lost_percent, 1))
        told = lost if sensor.loss_visible else self.tr("loss cannot be seen")
        facts = [
            unit(sensor.battery_percent, "%"),
            unit(sensor.rssi_dbm, "dBm"),
            unit(sensor.rate_hz, "Hz"),
            told,
        ]
        if level == SHORT:
            facts = [facts[0], told]
        elif level >= SHORTEST:
            facts = facts[:level == SHORTEST]
        return f"{name}  " + " · ".join([*words.sensor_doubts(sensor), *(f for f in facts if f != UNKNOWN)])

    def _clocks(self, snapshot: Snapshot, level: int) -> Fact:
        skew_ms = snapshot.skew_ms
        if skew_ms is None:
            text = words.no_skew(snapshot.sensors)
            return Fact(text[:1].upper() + (text[1:] if level == FULL else text[1:].split(":")[0]), False)
        well = abs(skew_ms) < words.HIGH_SKEW_MS
        text = self.tr("Clocks {} ms apart").format(number(abs(skew_ms), 1))
        return Fact("" if well and level >= SHORTEST else text, well)

    def _calibration(self, snapshot: Snapshot, level: int) -> str:
        status, text = snapshot.calibration, words.fit(snapshot)
        usable = status.state in (CalibrationState.GOOD, CalibrationState.POOR)
        if level != FULL or status.age_s is None or not usable or words.strap(snapshot):
            return text
        minutes = int(status.age_s // 60)
        return f"{text} · " + (self.tr("{} min ago").format(minutes) if minutes else self.tr("just now"))

    def _recording(self, recording: RecordingStatus | None) -> Fact:
        if recording is None:
            return Fact(self.tr("Not recording"), False)
        if recording.failed:
            return Fact(self.tr("Recording stopped"), False)     # the banner says why
        return Fact(self.tr("Recording {}").format(clock(recording.duration_s)), True)
