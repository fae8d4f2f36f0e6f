"""The exercise under way: what is asked, what is done, the hold, one cue."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from monitor.dashboard.look.parts import Fitting, Line, Panel, label, row, set_role
from monitor.dashboard.look.ring import HoldRing, RepetitionDots
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import UNKNOWN, number
from monitor.dashboard.text.languages import core
from monitor.results import Repetition
from monitor.snapshot import ExerciseProgress, Snapshot

LOW_PX, HIGH_PX, WIDE_PX = 185, 250, 340
DOTS_PX = 30         # high, where there is room for large ones


class ExerciseCard(Panel):
    """Title, dose, dots, hold ring, cue; or what to do where no exercise is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.heading = Fitting("", "headline")
        self.dose = Line("", "muted")
        self.dots = RepetitionDots(theme.accent, theme.rest)
        self.count = Line("", "strong")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setMinimumWidth(76)
        self.ring = HoldRing(theme.accent, theme.rest, theme.ink)
        self.cue = label("", "cue")
        self.comment = label("", "deviation")
        self.own_count = Line("", "muted")
        self.paused, self._held = False, False
        self._build()

    def _build(self) -> None:
        counted = row(self.dots, self.count, stretch=False)
        counted.setStretch(0, 5)
        counted.setStretch(1, 1)
        advice = QVBoxLayout()
        advice.setSpacing(4)
        for item in (None, self.cue, self.comment, self.own_count, None):
            advice.addStretch(1) if item is None else advice.addWidget(item)
        held = row(self.ring, advice, spacing=18, stretch=False)
        held.setStretch(0, 2)
        held.setStretch(1, 4)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.dose)
        self.column.addLayout(counted)
        self.column.addLayout(held, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.dose.setVisible(self.height() >= LOW_PX)
        self.dots.setMinimumHeight(DOTS_PX if self.height() >= HIGH_PX else 0)
        self.ring.setVisible(self._held and self._roomy())

    def _roomy(self) -> bool:
        return self.height() >= LOW_PX or self.width() >= WIDE_PX

    def show_snapshot(self, snapshot: Snapshot) -> None:
        exercise = snapshot.exercise
        for widget in (self.dots, self.count, self.comment, self.own_count):
            widget.setVisible(exercise is not None)
        if exercise is None:
            self.ring.hide()
            self.heading.setText(self.tr("No exercise chosen"))
            self.dose.setText("")
            self.cue.setText(self.tr("Choose one under Home, or simply begin: it will be recognised."))
            set_role(self.cue, "muted")
            return
        set_role(self.cue, "cue")
        self.paused = snapshot.paused
        self._show(replace(exercise, signal_valid=words.may_count(snapshot)))
        self.dose.setText((f"{words.side(snapshot.side)} · " if snapshot.legs else "") + self._dose(exercise))

    def _show(self, exercise: ExerciseProgress) -> None:
        mark = self.tr(" (experimental)") if exercise.experimental else ""
        name = core(exercise.title)
        self.heading.show_texts(name + mark, name, name.split(",")[0])
        self.dots.show_count(exercise.reps_counted, exercise.reps_prescribed)
        self.count.setText(self._count(exercise))
        holding = exercise.signal_valid and exercise.hold_prescribed_s > 0
        held = exercise.hold_s / exercise.hold_prescribed_s if holding else 0.0
        self._held = exercise.hold_prescribed_s > 0
        self.ring.setVisible(self._held and self._roomy())
        self.ring.show_hold(held, f"{number(exercise.hold_s, 1)} s" if exercise.signal_valid else UNKNOWN)
        self.cue.setText(self.tr("Paused") if self.paused else core(exercise.cue))
        comment = self._comment(exercise)
        self.comment.setText(comment if self.height() >= LOW_PX else comment.split(":")[0])
        self.own_count.setText(self._agreement(exercise))

    def _dose(self, exercise: ExerciseProgress) -> str:
        parts = [self.tr("set {} of {}").format(exercise.set_number, exercise.sets_prescribed)]
        if exercise.hold_prescribed_s:
            parts.append(self.tr("hold {} s").format(number(exercise.hold_prescribed_s)))
        if exercise.reps_prescribed:
            parts.append(self.tr("{} repetitions").format(exercise.reps_prescribed))
        return " · ".join(parts)

    def _count(self, exercise: ExerciseProgress) -> str:
        if not exercise.reps_prescribed:
            return number(exercise.reps_counted)
        return self.tr("{} of {}").format(exercise.reps_counted, exercise.reps_prescribed)

    def _comment(self, exercise: ExerciseProgress) -> str:
        if not exercise.signal_valid:
            return self.tr("! not counting: the measurement is not certain")
        if exercise.recognised and exercise.recognised != exercise.exercise:
            return self.tr("! this looks like: {}").format(title(exercise.recognised))
        return deviation(exercise.reps[-1]) if exercise.reps else ""

    def _agreement(self, exercise: ExerciseProgress) -> str:
        if not exercise.therapist_reps:
            return ""
        return self.tr("my count {}, Patella {}").format(exercise.therapist_reps, exercise.reps_counted)


def deviation(rep: Repetition) -> str:
    """What was not as asked in a repetition, in words; empty when all was well."""
    said = list(rep.form) if rep.counted else [rep.rule, *rep.form]
    return f"! {', '.join(words.rule(s) for s in dict.fromkeys(said))}" if said else ""
