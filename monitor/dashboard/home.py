"""Home: whose session, what is prescribed today, and whether everything is ready."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from monitor.dashboard import words
from monitor.dashboard.actions import Actions
from monitor.dashboard.bridge import Plan, PlannedExercise
from monitor.dashboard.exercises import all_titles
from monitor.dashboard.figures import number
from monitor.dashboard.parts import Choice, Line, Page, Panel, button, column, label, row, stacked
from monitor.dashboard.pictures import Picture
from monitor.dashboard.readiness import ReadinessPanel, free_disk, points
from monitor.dashboard.theme import Theme
from monitor.snapshot import Snapshot
from monitor.values import Side

LONGEST_CODE = 40
PICTURE_FROM_PX, MOST_WITH_PICTURE = 600, 6
DISK_EVERY_S = 5.0


class HomePage(Page):
    """`sensors_wanted`, `calibration_wanted`, `prescription_wanted`, `exercise_chosen` lead on from here."""

    sensors_wanted = Signal()
    calibration_wanted = Signal()
    prescription_wanted = Signal()
    exercise_chosen = Signal()

    def __init__(self, theme: Theme, actions: Actions, plan: Plan) -> None:
        super().__init__()
        self._actions, self._plan = actions, plan
        self._free, self._free_at_s = 0, float("-inf")
        self.code = QLineEdit()
        self.side = Choice()
        self.ready = ReadinessPanel({
            "sensors": (self.tr("Sensors"), self.sensors_wanted.emit),
            "calibrate": (self.tr("Calibrate"), self.calibration_wanted.emit),
            "record": (self.tr("Record"), actions.record)})
        self.picture = Picture(theme)
        self.today = Panel(self.tr("Today"))
        self.other, self.list = Choice(), QScrollArea()
        self.planned: tuple[PlannedExercise, ...] | None = None
        self._following = ""
        self._build()
        self.show_plan()

    def _build(self) -> None:
        self.list.setWidgetResizable(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.today.column.addWidget(self.list, 2)
        self.today.column.addWidget(self.picture, 3)
        self.today.column.addLayout(self._any_exercise())
        self.column.addWidget(self._patient())
        both = row(self.today, self.ready, spacing=12, stretch=False)
        both.setStretch(0, 5)
        both.setStretch(1, 4)
        self.column.addLayout(both, 1)

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

    def _start_other(self) -> None:
        self._actions.choose(self.other.currentData(), 1, None)
        self.exercise_chosen.emit()

    def _patient(self) -> Panel:
        panel = Panel(self.tr("Patient"), self.tr("a code, no name"))
        self.code.setMaxLength(LONGEST_CODE)
        self.code.setPlaceholderText(self.tr("Patient code, for example P-0142"))
        self.code.setAccessibleName(self.tr("Patient code"))
        for side in Side:
            self.side.addItem(words.side(side), side)
        self.side.setAccessibleName(self.tr("Side"))
        self.begin = button(self.tr("New session"), self._begin, "",
                            self.tr("Ends this recording and begins another for this patient"))
        line = row(self.code, self.side, self.begin, stretch=False)
        line.setStretch(0, 1)
        panel.column.addLayout(line)
        return panel

    def _begin(self) -> None:
        self._actions.begin(self.code.text().strip(), self.side.currentData())

    def show_plan(self) -> None:
        """Read today's prescription anew."""
        planned = self._plan.today()
        if planned == self.planned:
            return
        self.planned = planned
        self.list.setWidget(self._exercises(planned) if planned else self._no_plan())
        self._following = next((p.exercise for p in planned if p.sets_done < p.sets), "")

    def _no_plan(self) -> QWidget:
        told = self.tr("No prescription yet. Write one, or open the file the therapist sent; "
                       "or begin: exercises are recognised.")
        write = button(self.tr("Write a prescription"), self.prescription_wanted.emit, "primary")
        begin, made = button(self.tr("Begin without one"), self._begin_free), QWidget()
        made.setLayout(stacked((label(told, "muted"), 0), (row(write, begin), 0), (QWidget(), 1)))
        return made

    def _exercises(self, planned: tuple[PlannedExercise, ...]) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(10)
        grid.setHorizontalSpacing(16)
        for part, share in enumerate((1, 0, 0)):
            grid.setColumnStretch(part, share)
        following = next((n for n, p in enumerate(planned) if p.sets_done < p.sets), -1)
        for place, exercise in enumerate(planned):
            for part, widget in enumerate(self._cells(exercise, following=place == following)):
                grid.addWidget(widget, place, part)
        grid.setRowStretch(len(planned), 1)
        return made

    def _begin_free(self) -> None:
        self._actions.choose(None, 1, None)
        self.exercise_chosen.emit()

    def _cells(self, planned: PlannedExercise, *, following: bool) -> tuple[QWidget, ...]:
        done, sets = planned.sets_done, planned.sets
        said = self.tr("done ✓") if done >= sets else self.tr("{} of {} sets").format(done, sets)
        start = button(
            self.tr("Once more") if done >= sets else self.tr("Start"),
            lambda: self._start(planned),
            "primary" if following else "",
        )
        start.setAccessibleName(self.tr("Start {}").format(planned.title))
        told = column(Line(planned.title, "strong"), Line(self._dose(planned), "muted"), spacing=1)
        state = label(said, "accent" if done >= sets else "muted")
        state.setWordWrap(False)
        return told, state, start

    def _dose(self, planned: PlannedExercise) -> str:
        hold = self.tr(" · hold {} s").format(number(planned.hold_s)) if planned.hold_s else ""
        return self.tr("{} × {}").format(planned.sets, planned.reps) + hold

    def _start(self, planned: PlannedExercise) -> None:
        prescribed = {"sets": planned.sets, "reps": planned.reps, "hold_s": planned.hold_s}
        self._actions.choose(planned.exercise, planned.sets_done + 1, prescribed)
        self.exercise_chosen.emit()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if abs(snapshot.t_s - self._free_at_s) > DISK_EVERY_S:
            self._free, self._free_at_s = free_disk(snapshot), snapshot.t_s
        self.ready.show_points(points(snapshot, self._free))
        fits = self.height() > PICTURE_FROM_PX and len(self.planned or ()) <= MOST_WITH_PICTURE
        self.picture.setVisible(self._following != "" and fits)
        self.picture.show_time(self._following, snapshot.t_s)
        if not self.code.hasFocus() and not self.code.isModified():
            self.code.setText(snapshot.patient)
            self.side.setCurrentIndex(self.side.findData(snapshot.side))
