"""What to do now: the key figure, one cue, how many are left, the pace."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from monitor.dashboard.bridge import PlannedExercise
from monitor.dashboard.look.pictures import Picture
from monitor.dashboard.look.ring import RepetitionDots
from monitor.dashboard.look.ruler import Ruler
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.patient.pace import PaceGuide
from monitor.dashboard.patient.parts import BigText, KeyFigure, key_height
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import UNKNOWN, number
from monitor.dashboard.text.languages import core
from monitor.snapshot import CalibrationState, ExerciseProgress, Severity, Snapshot

DOT_COLUMNS, SPACING_PX = 6, 24
LONG_REST_S = 99.0       # two digits are legible from afar on any screen
SENTENCE_END = re.compile(r"[.;:] ")


class TaskPage(QWidget):
    """Left the figure (or the picture before the first repetition), right the words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.figure, self.picture, self.small = KeyFigure(theme), Picture(theme), Picture(theme)
        self.cue = BigText(theme.ink, bold=True, most_lines=4)
        self.state = BigText(theme.accent, most_lines=3)
        self.dots = RepetitionDots(theme.accent, theme.rest, columns=DOT_COLUMNS)
        self.left, self.pace = BigText(theme.ink, bold=True), PaceGuide(theme)
        self.shown = QStackedWidget()
        self._build()

    def _build(self) -> None:
        self.shown.addWidget(self.figure)
        self.shown.addWidget(self.picture)
        words_column = QVBoxLayout()
        words_column.setSpacing(SPACING_PX)
        words_column.addStretch(1)
        words_column.addWidget(self.cue)
        words_column.addWidget(self.state)
        words_column.addWidget(self.pace)
        self.dots.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        count_column, count_row = QVBoxLayout(), QHBoxLayout()
        count_column.addWidget(self.dots, 2)
        count_column.addWidget(self.left)
        count_row.addLayout(count_column, 3)
        count_row.addWidget(self.small, 2)
        words_column.addLayout(count_row, 3)
        words_column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 10)
        layout.setSpacing(50)
        layout.addWidget(self.shown, 5)
        layout.addLayout(words_column, 6)

    def set_pixels(self, pixels: int) -> None:
        for text in (self.cue, self.state, self.left):
            text.set_pixels(pixels)
        self.figure.set_caption_pixels(pixels)
        self.pace.setFixedHeight(round(pixels * 0.4))
        self.dots.setMinimumHeight(round(pixels * 1.3))
        self.dots.setMaximumHeight(round(pixels * 2.4))

    def set_ruler(self, ruler: Ruler) -> None:
        self.figure.set_least_height(key_height(ruler, self.window().height()))

    def show_snapshot(self, snapshot: Snapshot, following: PlannedExercise | None = None) -> None:
        """Draw the moment; `following` is the exercise to begin next where nothing is under way."""
        problem, doubt = self._problem(snapshot), _doubt(snapshot)
        exercise = snapshot.exercise
        if exercise is None or following is not None:
            self._show_waiting(snapshot, problem, doubt, following)
            return
        waiting = exercise.phase == "ready" and not exercise.reps
        self.small.setVisible(not waiting and not problem)
        self.small.show_time(exercise.exercise, snapshot.t_s)
        self.shown.setCurrentWidget(self.picture if waiting else self.figure)
        self.picture.show_time(exercise.exercise, snapshot.t_s)
        self._show_figure(exercise, live=words.may_count(snapshot))
        self.pace.show_progress(exercise)
        self.pace.setVisible(self.pace.isVisibleTo(self) and not problem)
        self.left.show_text(self._left(exercise))
        praise = "" if self.pace.isVisibleTo(self) else _praise(exercise)
        self._show_words(self._cue(exercise), problem, praise, doubt)
        self.dots.show_count(exercise.reps_counted, exercise.reps_prescribed)
        self.dots.setVisible(exercise.reps_prescribed > 0 and not problem and not self._crowded())

    def _crowded(self) -> bool:
        """Whether the words need the room of the dots, which only repeat what is written under them."""
        said = sum(text.height_of(text.text) for text in (self.cue, self.state, self.left))
        pace = self.pace.height() if self.pace.isVisibleTo(self) else 0
        return said + pace + self.dots.minimumHeight() + 4 * SPACING_PX > self.height()

    def _cue(self, exercise: ExerciseProgress) -> str:
        if exercise.phase == "rest":
            return self.tr("Rest")
        if exercise.phase == "holding" and exercise.hold_prescribed_s > 0:
            return self.tr("Hold it there")
        return core(exercise.cue)

    def _left(self, exercise: ExerciseProgress) -> str:
        if not exercise.reps_prescribed:
            return ""
        more = max(0, exercise.reps_prescribed - exercise.reps_counted)
        return self.tr("{} more").format(more) if more else self.tr("Done ✓")

    def _show_waiting(self, snapshot: Snapshot, problem: str, doubt: str,
                      following: PlannedExercise | None) -> None:
        for widget in (self.pace, self.small, self.dots):
            widget.hide()
        self.left.show_text("")
        self.shown.setCurrentWidget(self.picture)
        self.picture.show_time(following.exercise if following else "squats", snapshot.t_s)
        usable = snapshot.calibration.state in (CalibrationState.GOOD, CalibrationState.POOR)
        if not usable:
            self._show_words(self.tr("First calibrate"), problem, "", doubt)
        elif following is None:
            self._show_words(self.tr("Choose an exercise"), problem, self.tr("or simply begin"), doubt)
        else:
            name = title(following.exercise).split(",")[0]
            how = self.tr("Start, or tap a sensor twice")
            self._show_words(self.tr("Next: {}").format(name), problem, how, doubt)

    def _show_words(self, cue: str, problem: str, state: str, doubt: str = "") -> None:
        """One thing at a time: a problem takes the place of all else, a doubt that of the state."""
        what, remedy = _divided(problem)
        self.cue.show_text(what or cue, self._theme.deviation if problem else self._theme.ink)
        if problem:
            self.state.show_text(remedy if self._fits(what, remedy) else "", self._theme.ink)
        else:
            self.state.show_text(doubt or state, self._theme.deviation if doubt else self._theme.accent)
        self.state.setVisible(bool(self.state.text))
        self.left.setVisible(bool(self.left.text) and not problem)

    def _fits(self, what: str, remedy: str) -> bool:
        """Whether there is room to say what to do as well."""
        return self.cue.height_of(what) + self.state.height_of(remedy) + SPACING_PX <= self.height()

    def _show_figure(self, exercise: ExerciseProgress, *, live: bool) -> None:
        if exercise.phase == "rest" and exercise.rest_left_s > 0:
            self._show_rest(exercise.rest_left_s)
        elif not live:
            self.figure.show_figure(UNKNOWN, 0.0, live=False)
        elif exercise.hold_prescribed_s > 0 and exercise.phase == "holding":
            held = exercise.hold_s / exercise.hold_prescribed_s
            self.figure.show_figure(str(int(exercise.hold_s)), held, self.tr("seconds"))
        else:
            asked = exercise.reps_prescribed
            of = self.tr("of {}").format(asked) if asked else ""
            self.figure.show_figure(str(exercise.reps_counted), _reach(exercise), of)

    def _show_rest(self, left_s: float) -> None:
        if left_s > LONG_REST_S:
            self.figure.show_figure(number(math.ceil(left_s / 60)), 0.0, self.tr("minutes"))
        else:
            self.figure.show_figure(number(math.ceil(left_s)), 0.0, self.tr("seconds"))

    def _problem(self, snapshot: Snapshot) -> str:
        grave = [p.sentence for p in snapshot.problems if p.severity is Severity.PROBLEM]
        if grave:
            return core(grave[0])
        if snapshot.calibration.state is CalibrationState.REFUSED and not words.may_show(snapshot.knee):
            return core(snapshot.calibration.sentence)
        if snapshot.exercise and not words.may_count(snapshot):
            why = words.why_no_angle(snapshot.knee, snapshot.calibration, snapshot.sensors)
            return why or self.tr("Not certain enough.")
        return ""


def _doubt(snapshot: Snapshot) -> str:
    """What is not well though it still counts, in a few words that leave room for the cue."""
    doubts = [f"{words.segment(sensor.placement.segment)}: {said}"
              for sensor in snapshot.sensors for said in words.sensor_doubts(sensor)]
    straps = {"loose": QCoreApplication.translate("task", "a strap is loose"),
              "doubtful": QCoreApplication.translate("task", "a strap may have slipped")}
    doubts += [said for what, said in straps.items() if what == words.strap(snapshot)]
    if snapshot.calibration.state is CalibrationState.POOR:
        doubts.append(words.calibration_state(snapshot.calibration))
    for problem in snapshot.problems:
        if problem.id == "pain" and problem.severity is not Severity.PROBLEM:
            return _divided(core(problem.sentence))[0]
    return f"! {doubts[0]}" if doubts else ""


def _divided(sentence: str) -> tuple[str, str]:
    """What is wrong, and what to do about it; nothing of nothing."""
    what, _, remedy = SENTENCE_END.sub("\n", sentence, count=1).partition("\n")
    return (f"! {what.rstrip('.')}" if what else ""), remedy[:1].upper() + remedy[1:]


def _praise(exercise: ExerciseProgress) -> str:
    """That the last repetition was well; what was not, the cue says."""
    well = exercise.reps and exercise.reps[-1].counted and not exercise.reps[-1].form
    return f"✓ {words.rule('counted')}" if well else ""


def _reach(exercise: ExerciseProgress) -> float:
    """How far the movement has come towards its target, 0-1."""
    return exercise.signal_value / exercise.signal_target if exercise.signal_target else 0.0
