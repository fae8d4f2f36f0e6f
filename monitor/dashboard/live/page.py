"""The therapist's live page: everything of one moment on one page, without scrolling."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from monitor.dashboard.actions import Actions
from monitor.dashboard.bridge import PlannedExercise
from monitor.dashboard.calibration.card import CalibrationCard
from monitor.dashboard.live.banner import Banner
from monitor.dashboard.live.chips import Chips
from monitor.dashboard.live.controls import Controls
from monitor.dashboard.live.exercise_card import ExerciseCard
from monitor.dashboard.live.knee_card import KneeCard
from monitor.dashboard.live.plots import AccelerationPlot, FlexionPlot, LiftPlot
from monitor.dashboard.live.repetitions_table import RepetitionsTable
from monitor.dashboard.live.rewind import Rewind
from monitor.dashboard.live.session_strip import SessionStrip
from monitor.dashboard.look.parts import Page, Panel, button, row, set_role, stacked
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import number
from monitor.snapshot import CalibrationState, Snapshot

GAP_PX = 12
LOW_PX, LOWEST_PX, TINY_PX = 640, 500, 330


class LivePage(Page):
    """Shows one snapshot after another; asks for other pages with signals."""

    sensors_wanted = Signal()
    calibration_wanted = Signal()

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.actions_ = actions
        self.rewind = Rewind()
        self._usable = False       # whether there is a calibration to measure with
        self.chips, self.banner = Chips(theme), Banner()
        self.knee, self.exercise = KneeCard(theme), ExerciseCard(theme)
        self.calibration = CalibrationCard(theme)
        self.flexion, self.lift = FlexionPlot(theme), LiftPlot(theme)
        self.acceleration = AccelerationPlot(theme)
        self.strip, self.repetitions = SessionStrip(theme), RepetitionsTable()
        self.controls = Controls(actions)
        self.small = QWidget()
        self.live_again = button(self.tr("Back to live"), self.rewind.live, "primary")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.flexion_panel = _panel(self.tr("Knee flexion"), "", self.flexion)
        self.lift_panel = _panel(self.tr("Leg lift"), " ", self.lift)
        self.acceleration_panel = _panel(self.tr("Acceleration"), " ", self.acceleration)
        self.strip_panel = _panel(self.tr("Session"), " ", self.strip)
        self.task = QStackedWidget()
        self.task.addWidget(self.exercise)
        self.task.addWidget(self.calibration)
        self.column.setContentsMargins(0, 12, 0, 0)
        self.inset = self._inset()
        self.column.addLayout(self.inset, 1)
        self.column.addWidget(self.controls)
        self.flexion_panel.head.addWidget(self.live_again)

    def _inset(self) -> QVBoxLayout:
        """Chips and banner above two columns: curves at the left, figures at the right."""
        self.small.setLayout(row(self.lift_panel, self.acceleration_panel, spacing=GAP_PX, stretch=False))
        curves = stacked((self.flexion_panel, 52), (self.small, 24), (self.strip_panel, 0))
        figures = stacked((self.knee, 27), (self.task, 33), (self.repetitions, 36))
        both = row(curves, figures, spacing=GAP_PX, stretch=False)
        both.setStretch(0, 2)
        both.setStretch(1, 1)
        whole = stacked((self.chips, 0), (self.banner, 0), (both, 1))
        whole.setContentsMargins(24, 0, 24, 0)
        return whole

    def _connect(self) -> None:
        self.chips.sensors_wanted.connect(self.sensors_wanted)
        self.chips.calibration_wanted.connect(self.calibration_wanted)
        self.calibration.wanted.connect(self.calibration_wanted)
        keys = {"Space": self.actions_.mark, "R": self.actions_.count_repetition, "P": self.controls.ask_pain,
                "N": self.controls.write_note, "Esc": self._escape, "Left": self.rewind.back,
                "Right": self.rewind.forward, "C": self.calibration_wanted.emit}
        self._shortcuts = [QShortcut(QKeySequence(key), self) for key in keys]
        for shortcut, verb in zip(self._shortcuts, keys.values(), strict=True):
            shortcut.activated.connect(verb)

    def _escape(self) -> None:
        if self.controls.asking:
            self.controls.rest()
        else:
            self.actions_.stop()

    def show_plan(self, planned: tuple[PlannedExercise, ...]) -> None:
        """How much of today's prescription is done."""
        asked, done = sum(p.sets for p in planned), sum(min(p.sets_done, p.sets) for p in planned)
        self.strip_panel.hint.setText(self.tr("today {} of {} sets").format(done, asked) if asked else "")

    def show_as_playback(self) -> None:
        """A recording is played: no sensors, no keys, nothing to press."""
        for widget in (self.chips, self.banner, self.controls):
            widget.hide()
        self.knee.now = self.tr("Knee flexion at this moment")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.inset.setContentsMargins(0, 0, 0, 0)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)

    def show_snapshot(self, newest: Snapshot) -> None:
        """Draw one moment: the newest, or the one that is being looked back at."""
        self.rewind.push(newest)
        snapshot, seconds_back = self.rewind.view(newest)
        self._show_age(seconds_back, both=bool(snapshot.legs))
        self.knee.show_snapshot(snapshot, seconds_back)
        for plot in (self.flexion, self.lift, self.acceleration):
            if plot.isVisible():
                plot.show_snapshot(snapshot)
        for widget in (self.chips, self.banner, self.strip, self.repetitions, self.controls):
            widget.show_snapshot(newest)
        self._show_task(newest)
        self._say_leg(snapshot)

    def _show_task(self, snapshot: Snapshot) -> None:
        usable = snapshot.calibration.state in (CalibrationState.GOOD, CalibrationState.POOR)
        wanted = self.exercise if usable else self.calibration
        self.task.setCurrentWidget(wanted)
        if usable != self._usable:
            self._usable = usable
            self._fit()
        wanted.show_snapshot(snapshot)

    def _say_leg(self, snapshot: Snapshot) -> None:
        """Whose the small curves are, where both legs wear sensors."""
        leg = words.side(snapshot.side) if snapshot.legs else ""
        for panel, text in ((self.lift_panel, self.tr("thigh; shank dashed; degrees")),
                            (self.acceleration_panel, self.tr("thigh; shank dashed; g"))):
            panel.hint.show_texts(f"{leg}: {text}" if leg else text, leg)

    def _flexion_hints(self, both: bool) -> tuple[str, ...]:
        if both:
            return self.tr("degrees, last 20 s, band ± 1 SD; L left, R right"), self.tr("L left, R right")
        return self.tr("degrees, last 20 s, band ± 1 SD"), self.tr("degrees")

    def _show_age(self, seconds_back: float, *, both: bool) -> None:
        self.live_again.setVisible(seconds_back > 0)
        hint = self.flexion_panel.hint
        if seconds_back:
            text = self.tr("standing still, {} s ago; the recording goes on")
            hint.show_texts(text.format(number(seconds_back)),
                            self.tr("{} s ago").format(number(seconds_back)))
        else:
            hint.show_texts(*self._flexion_hints(both))
        set_role(hint, "deviation" if seconds_back else "muted")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for, the least important first."""
        low, lowest = self.height() < LOW_PX, self.height() < LOWEST_PX
        self.repetitions.setVisible(self._usable and not lowest)
        self.knee.setVisible(self._usable or not lowest)
        self.strip_panel.setVisible(not low)
        self.small.setVisible(not lowest)
        self.task.setVisible(self.height() >= TINY_PX)


def _panel(title: str, hint: str, content: QWidget) -> Panel:
    made = Panel(title, hint)
    made.column.addWidget(content, 1)
    return made


