"""Today's prescription: each exercise with its picture, what is done and left of it, and its button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from monitor.dashboard.bridge import Plan, PlannedExercise
from monitor.dashboard.look.parts import Panel, button, label, row, stacked
from monitor.dashboard.look.pictures import Picture
from monitor.dashboard.look.ring import RepetitionDots
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import number
from monitor.dashboard.text.words import progression
from monitor.snapshot import Snapshot

PICTURE_PX, LARGE_PICTURE_PX, DOTS_PX, DOT_PX, START_PX = 112, 184, 108, 16, 132
ROOMY_PX, WIDE_PX = 560, 900
LEAST_ROW_PX, MOST_ROW_PX = 64, 136
MOST_DOTS = 6


def following(planned: tuple[PlannedExercise, ...]) -> PlannedExercise | None:
    """The first exercise of which something is left; None when all is done."""
    return next((p for p in planned if p.sets_done < p.sets), None)


class Today:
    """Today's plan beside a running session, read anew once a second and when a set has ended."""

    def __init__(self, plan: Plan) -> None:
        self._plan, self._read_at = plan, (-1, -1)
        self.planned: tuple[PlannedExercise, ...] = ()

    def push(self, snapshot: Snapshot) -> tuple[PlannedExercise, ...]:
        """What is done and left at this moment."""
        now = int(snapshot.t_s), len(snapshot.finished_sets)
        if now != self._read_at:
            self._read_at, self.planned = now, self._plan.today()
        return self.planned


def dose_in_words(planned: PlannedExercise) -> str:
    """Sets, repetitions and hold, and what makes it harder."""
    translate = QCoreApplication.translate
    dose = translate("today", "{} × {}").format(planned.sets, planned.reps)
    hold = translate("today", " · hold {} s").format(number(planned.hold_s)) if planned.hold_s else ""
    harder = [progression(name) for name in planned.harder if name != "cuff_weight" or not planned.cuff_kg]
    cuff = [translate("today", "cuff {} kg").format(number(planned.cuff_kg, 1))] if planned.cuff_kg else []
    return dose + hold + "".join(f" · {one}" for one in (*cuff, *harder))


def middle(*items: QWidget) -> QWidget:
    """Items under each other, close together, in the middle of the height."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(3)
    layout.addStretch(1)
    for item in items:
        layout.addWidget(item)
    layout.addStretch(1)
    return made


class ExerciseRow(QFrame):
    """One exercise of the day; `chosen` when its button is pressed."""

    chosen = Signal()

    def __init__(self, theme: Theme, planned: PlannedExercise, *, follows: bool) -> None:
        super().__init__()
        self.planned = planned
        self.setProperty("role", "next" if follows else "item")
        self.setMinimumHeight(LEAST_ROW_PX)
        self.setMaximumHeight(MOST_ROW_PX)
        self.picture = Picture(theme)
        self.picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.picture.show_move(planned.exercise, 0.0)
        over = planned.sets_done >= planned.sets
        self.start = button(self.tr("Once more") if over else self.tr("Start"), self.chosen.emit,
                            "primary" if follows else "")
        self.start.setMinimumWidth(START_PX)
        self.start.setAccessibleName(self.tr("Start {}").format(title(planned.exercise)))
        told = middle(label(title(planned.exercise), "strong"), label(dose_in_words(planned), "muted"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.setSpacing(14)
        layout.addWidget(self.picture)
        layout.addWidget(told, 1)
        self._state = self._done(theme)
        layout.addWidget(self._state)
        layout.addWidget(self.start)

    def _done(self, theme: Theme) -> QWidget:
        done, sets = min(self.planned.sets_done, self.planned.sets), self.planned.sets
        over = done >= sets
        said = label(self.tr("done ✓") if over else self.tr("{} of {} sets").format(done, sets),
                     "accent" if over else "muted")
        said.setWordWrap(False)
        dots = RepetitionDots(theme.accent, theme.rest, columns=MOST_DOTS)
        dots.show_count(done, sets)
        dots.setFixedSize(min(sets, MOST_DOTS) * DOT_PX, DOT_PX)
        self._said = said if sets <= MOST_DOTS else None     # what dots tell as well
        return middle(dots, said) if sets <= MOST_DOTS else middle(said)

    def show_in(self, width: int) -> None:
        """Leave out what can be done without where there is little room."""
        roomy = width >= ROOMY_PX
        self.picture.setVisible(roomy)
        self.picture.setFixedWidth(LARGE_PICTURE_PX if width >= WIDE_PX else PICTURE_PX)
        self._state.setMinimumWidth(DOTS_PX if roomy else 0)
        if self._said is not None:
            self._said.setVisible(roomy)


class TodayPanel(Panel):
    """The list of the day; empty: what to do. `chosen` carries the exercise whose button was pressed."""

    chosen = Signal(object)
    prescription_wanted = Signal()
    free_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("TodayPanel", "Today"), " ")
        self._theme = theme
        self.list = QScrollArea()
        self.list.setWidgetResizable(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: list[ExerciseRow] = []
        self.column.addWidget(self.list, 1)

    def show_planned(self, planned: tuple[PlannedExercise, ...]) -> None:
        """List these exercises."""
        now = following(planned)
        self.rows = [ExerciseRow(self._theme, p, follows=p is now) for p in planned]
        for made in self.rows:
            made.chosen.connect(lambda p=made.planned: self.chosen.emit(p))
        self.list.setWidget(self._listed() if planned else self._nothing())
        self._fit()

    def animate(self, t_s: float) -> None:
        """Let the picture of the exercise that comes next move."""
        for made in self.rows:
            if made.property("role") == "next":
                made.picture.show_time(made.planned.exercise, t_s)

    def _listed(self) -> QWidget:
        made = QWidget()
        listed = QVBoxLayout(made)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(8)
        for one in self.rows:
            listed.addWidget(one, 4)
        listed.addStretch(1)
        return made

    def _nothing(self) -> QWidget:
        told = self.tr("No prescription yet. Write one, or open the file the therapist sent; "
                       "or begin: exercises are recognised.")
        write = button(self.tr("Write a prescription"), self.prescription_wanted.emit, "primary")
        begin, made = button(self.tr("Begin without one"), self.free_wanted.emit), QWidget()
        picture = Picture(self._theme)
        picture.show_move("squats", 0.3)
        made.setLayout(stacked((label(told, "muted"), 0), (row(write, begin), 0), (picture, 1)))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for made in self.rows:
            made.show_in(self.width())
