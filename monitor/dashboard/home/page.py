"""Home: whose session, the next thing to do, today's prescription, readiness, and the weeks so far."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QWidget

from monitor.dashboard.actions import Actions
from monitor.dashboard.bridge import Desk, PlannedExercise
from monitor.dashboard.home.late_pain import LatePainPanel
from monitor.dashboard.home.next_step import NextPanel, next_step
from monitor.dashboard.home.readiness import ReadinessPanel, free_disk, points
from monitor.dashboard.home.so_far import SoFarPanel
from monitor.dashboard.home.today import TodayPanel, following
from monitor.dashboard.look.parts import Choice, Page, Panel, button, label, row, stacked
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import all_titles
from monitor.snapshot import Snapshot
from monitor.values import Legs

LONGEST_CODE = 40
DISK_EVERY_S, WEEKS_EVERY_S = 5.0, 1.0


class HomePage(Page):
    """`wanted` carries the name of the page that leads on; `exercise_chosen` when an exercise has begun.

    `begun` carries code and legs of a patient whose session was begun here; `last` are those of the last one.
    """

    wanted = Signal(str)
    exercise_chosen = Signal()
    begun = Signal(str, object)

    def __init__(self, theme: Theme, actions: Actions, desk: Desk, last: tuple[str, Legs] | None = None,
                 ) -> None:
        super().__init__()
        self._last = last
        self._actions, self._plan, self._diary = actions, desk.plan, desk.diary
        self._free, self._free_at_s, self._weeks_at_s = 0, float("-inf"), float("-inf")
        self.planned: tuple[PlannedExercise, ...] = ()
        self._prescribed_to = ""
        self.code, self.side, self.other = QLineEdit(), Choice(), Choice()
        self.today = TodayPanel(theme)
        self.next = NextPanel({
            "sensors": lambda: self.wanted.emit("sensors"),
            "prescription": lambda: self.wanted.emit("prescription"),
            "review": lambda: self.wanted.emit("review"),
            "calibrate": lambda: self.wanted.emit("calibration"), "record": actions.record,
            "again": self._begin, "free": self._begin_free,
            "start": lambda: self._start(following(self.planned))})
        self.ready = ReadinessPanel({
            "prescription": (self.tr("Prescription"), lambda: self.wanted.emit("prescription")),
            "sensors": (self.tr("Sensors"), lambda: self.wanted.emit("sensors")),
            "calibrate": (self.tr("Calibrate"), lambda: self.wanted.emit("calibration")),
            "record": (self.tr("Record"), actions.record)})
        self.late_pain, self.so_far = LatePainPanel(desk.diary, actions.offer), SoFarPanel(theme)
        self._build()
        self.today.chosen.connect(self._start)
        self.today.free_wanted.connect(self._begin_free)
        self.today.prescription_wanted.connect(lambda: self.wanted.emit("prescription"))
        self.today.show_planned(())
        self.show_plan()

    def _build(self) -> None:
        self.today.column.addLayout(self._any_exercise())
        aside, scroll = QWidget(), QScrollArea()
        aside.setLayout(stacked((self.late_pain, 0), (self.ready, 0), (self.so_far, 1)))
        scroll.setWidget(aside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for left, right, share in ((self.next, self._patient(), 0), (self.today, scroll, 1)):
            both = row(left, right, spacing=12, stretch=False)
            both.setStretch(0, 5)
            both.setStretch(1, 4)
            self.column.addLayout(both, share)

    def _any_exercise(self) -> QHBoxLayout:
        """Any exercise of the library, prescribed or not."""
        for name, identifier in all_titles():
            self.other.addItem(name, identifier)
        self.other.setAccessibleName(self.tr("Another exercise"))
        start = button(
            self.tr("Start"), self._start_other, "", self.tr("Starts the exercise chosen beside it")
        )
        start.setAccessibleName(self.tr("Start another exercise"))
        line = row(label(self.tr("Another exercise"), "muted"), self.other, start, stretch=False)
        line.setStretch(1, 1)
        return line

    def _patient(self) -> Panel:
        panel = Panel(self.tr("Patient"), self.tr("a code, no name"))
        self.code.setMaxLength(LONGEST_CODE)
        self.code.setPlaceholderText(self.tr("Patient code, for example P-0142"))
        self.code.setAccessibleName(self.tr("Patient code"))
        for side in Legs:
            self.side.addItem(words.side(side), side)
        self.side.setAccessibleName(self.tr("Side"))
        self.begin = button(self.tr("New session"), self._begin, "",
                            self.tr("Ends this recording and begins another for this patient"))
        panel.head.addWidget(self.begin)
        line = row(self.code, self.side, stretch=False)
        line.setStretch(0, 1)
        panel.column.addLayout(line)
        return panel

    def _begin(self) -> None:
        code, legs = self.code.text().strip(), self.side.currentData()
        self._actions.begin(code, legs)
        self.code.setModified(False)
        self._last = None
        self.begun.emit(code, legs)

    def _begin_free(self) -> None:
        self._actions.choose(None, 1, None)
        self.exercise_chosen.emit()

    def _start_other(self) -> None:
        self._actions.choose(self.other.currentData(), 1, None)
        self.exercise_chosen.emit()

    def _start(self, planned: PlannedExercise | None) -> None:
        if planned is not None:
            self._actions.begin_planned(planned)
            self.exercise_chosen.emit()

    def show_plan(self) -> None:
        """Read today's prescription anew."""
        self._prescribed_to = self._plan.patient(self._plan.text())
        planned = self._plan.today()
        if planned != self.planned:
            self.planned = planned
            self.today.show_planned(planned)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if abs(snapshot.t_s - self._free_at_s) > DISK_EVERY_S:
            self._free, self._free_at_s = free_disk(snapshot), snapshot.t_s
        if abs(snapshot.t_s - self._weeks_at_s) > WEEKS_EVERY_S:
            self._weeks_at_s = snapshot.t_s
            self._show_weeks()
        shown = points(snapshot, self._free, self._prescribed_to)
        self.ready.show_points(shown)
        code, legs = words.patient(snapshot.patient), snapshot.worn
        again = self._last if self._last is not None and not code else None
        self.next.show_step(next_step(shown, self.planned, words.trouble(snapshot), again), self.planned)
        self.today.animate(snapshot.t_s)
        if not self.code.hasFocus() and not self.code.isModified():
            code, legs = again or (code, legs)
            self.code.setText(code)
            self.side.setCurrentIndex(self.side.findData(legs))

    def _show_weeks(self) -> None:
        """What the diary knows; it takes in finished recordings by and by."""
        self.show_plan()
        self.late_pain.ask(self._diary.questions())
        day, sets = self._diary.day(), sum(p.sets for p in self.planned)
        done = sum(min(p.sets_done, p.sets) for p in self.planned)
        parts = [self.tr("day {} of {}").format(day.day, day.of)] if day else []
        parts += [self.tr("{} of {} sets done").format(done, sets)] if sets else []
        self.today.hint.setText(" · ".join(parts) or " ")
        self.so_far.show_weeks(self._diary.doses(), self._diary.courses(), datetime.now().astimezone())
