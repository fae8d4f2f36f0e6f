"""Calibration on the live page: what is missing, the step under way with its two bars, what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QSizePolicy

from monitor.dashboard.calibration.steps import guiding, heading, instruction, picture, remark
from monitor.dashboard.look.parts import Panel, button, label, row, set_role
from monitor.dashboard.look.pictures import Picture
from monitor.dashboard.look.theme import Theme
from monitor.snapshot import CalibrationState, CalibrationStatus, Snapshot

LEAST_PICTURE_PX = 72


class Bar(QProgressBar):
    """A bar from 0 to 1 that names what it measures."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName(name)

    def show_fraction(self, fraction: float) -> None:
        self.setValue(round(100 * min(1.0, max(0.0, fraction))))


class CalibrationCard(Panel):
    """Guides until the calibration is good; `wanted` asks for the large wizard."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.picture = Picture(theme, LEAST_PICTURE_PX)
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.heading = label("", "headline")
        self.instruction = label("", "")
        self.sentence = label("", "muted")
        self.still = Bar(self.tr("Still enough"))
        self.moving = Bar(self.tr("Moving enough"))
        self.progress = Bar(self.tr("Calibration done"))
        self.start = button(self.tr("Start calibration"), self.wanted.emit, "primary",
                            self.tr("Opens the guided calibration (C)"))
        self._bars = QGridLayout()
        self._build()

    def _build(self) -> None:
        self._bars.setVerticalSpacing(10)
        self._bars.setHorizontalSpacing(14)
        self._bars.setColumnStretch(1, 1)
        self._names = []
        for line, bar in enumerate((self.still, self.moving, self.progress)):
            name = label(bar.accessibleName(), "muted")
            name.setWordWrap(False)
            self._names.append(name)
            self._bars.addWidget(name, line, 0)
            self._bars.addWidget(bar, line, 1)
        for widget in (self.heading, self.instruction, self.sentence):
            self.column.addWidget(widget)
        self.column.addLayout(self._bars)
        self.column.addWidget(self.picture, 1)
        self.column.addLayout(row(self.start))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        status = snapshot.calibration
        running = guiding(status)
        self.heading.setText(heading(status))
        self.instruction.setText(instruction(status.step) if running else self._what_to_do(status))
        self.sentence.setText(remark(status.sentence))
        self.sentence.setVisible(bool(self.sentence.text()))
        set_role(self.sentence, "deviation" if status.state is CalibrationState.REFUSED else "muted")
        for widget in (*self._names, self.still, self.moving, self.progress):
            widget.setVisible(running)
        self.still.show_fraction(status.stillness)
        self.moving.show_fraction(status.movement)
        self.progress.show_fraction(status.progress)
        self.picture.show_time(picture(status.step or "bends"), snapshot.t_s)
        self.start.setText(self.tr("Open the guide") if running else self.tr("Start calibration"))

    def _what_to_do(self, status: CalibrationStatus) -> str:
        if status.state is CalibrationState.MISSING:
            return self.tr("Before there is a knee angle: stand still, swing the leg, do a few squats. "
                           "About 30 seconds.")
        return self.tr("Check both straps and calibrate again.")
