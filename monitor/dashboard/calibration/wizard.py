"""The guided calibration, large: a picture, one command, live bars, and the result in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from monitor.dashboard.actions import Actions
from monitor.dashboard.calibration.card import Bar
from monitor.dashboard.calibration.steps import (
    LYING,
    STANDING,
    STEPS,
    fit_in_words,
    guiding,
    heading,
    instruction,
    picture,
    remark,
    step_title,
)
from monitor.dashboard.look.parts import Fitting, Line, Page, Panel, button, label, row, set_role
from monitor.dashboard.look.pictures import Picture
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.sounds import Cue, Speaker
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import number
from monitor.dashboard.text.languages import core
from monitor.snapshot import CalibrationState, CalibrationStatus, Snapshot

TICK_PX, MARGIN_PX = 20, 32
USUAL_PX = 1100, 600                 # of a page with type of the usual size; a larger one has larger type
TYPE_PX = {"guide": 44, "guidance": 26, "trouble": 20, "finding": 18, "at": 18, "muted": 15, "accent": 15}
SHOWN_S = 4.0        # how long the good result is shown before the exercises begin
DONE = (CalibrationState.GOOD, CalibrationState.POOR)


class WizardPage(Page):
    """Advances by itself as the steps are done; a sound tells each; `left` when it is over."""

    left = Signal()

    def __init__(self, theme: Theme, actions: Actions, speaker: Speaker) -> None:
        super().__init__()
        self._actions, self._speaker = actions, speaker
        self.variant, self._step = STANDING, ""
        self._watched = False
        self._good_since_s: float | None = None
        self.picture, self._told = Picture(theme), Panel()
        self.steps = [Fitting("", "finding") for _ in STEPS]
        self.title, self.instruction = label("", "guide"), label("", "guidance")
        self.sentence = label("", "muted")
        self.still, self.moving = Bar(self.tr("Still enough")), Bar(self.tr("Moving enough"))
        self.progress = Bar(self.tr("This step"))
        self.quality = label("", "finding")
        self.standing = button(self.tr("Start, standing"), lambda: self._start(STANDING), "primary")
        self.lying = button(self.tr("Start, lying down"), lambda: self._start(LYING))
        self.redo = button(self.tr("Repeat this step"), lambda: actions.calibrate(self.variant, "redo"))
        self.cancel = button(self.tr("Cancel"), self._cancel)
        self.close_ = button(self.tr("On to the exercises"), self.left.emit, "primary")
        self._build()

    def _build(self) -> None:
        shown, told = Panel(), self._told
        shown.column.addWidget(self.picture, 1)
        told.column.setContentsMargins(MARGIN_PX, 24, MARGIN_PX, 24)
        told.column.setSpacing(14)
        steps = row(*self.steps, stretch=False)
        for place in range(len(STEPS)):
            steps.setStretch(place, 1)
        told.column.addLayout(steps)
        told.column.addStretch(1)
        for widget in (self.title, self.instruction, self.sentence):
            told.column.addWidget(widget)
        told.column.addLayout(self._bars())
        told.column.addWidget(self.quality)
        told.column.addStretch(1)
        told.column.addLayout(
            row(self.standing, self.lying, self.close_, self.redo, None, self.cancel, stretch=False)
        )
        both = row(shown, told, spacing=12, stretch=False)
        both.setStretch(0, 1)
        both.setStretch(1, 2)
        self.column.addLayout(both, 1)

    def _bars(self) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(16)
        grid.setHorizontalSpacing(20)
        grid.setColumnStretch(1, 1)
        self._names, self._enough = [], []
        for line, bar in enumerate((self.still, self.moving, self.progress)):
            name = label(bar.accessibleName(), "finding")
            name.setWordWrap(False)
            self._names.append(name)
            grid.addWidget(name, line, 0)
            self._enough.append(Line("", "accent"))
            self._enough[-1].setFixedWidth(TICK_PX)
            bar.setProperty("role", "thick")
            grid.addWidget(bar, line, 1)
            grid.addWidget(self._enough[-1], line, 2)
        holder = QVBoxLayout()
        holder.setContentsMargins(0, 12, 0, 0)
        holder.addLayout(grid)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Type as large as there is room for: whoever calibrates stands away from the screen."""
        super().resizeEvent(event)
        larger = max(1.0, min(self.width() / USUAL_PX[0], self.height() / USUAL_PX[1]))
        self.setStyleSheet("".join(f'QLabel[role="{role}"] {{ font-size: {round(larger * size)}px; }}'
                                   for role, size in TYPE_PX.items()))

    def _start(self, variant: str) -> None:
        self.variant = variant
        self._actions.calibrate(variant, "start")

    def _cancel(self) -> None:
        self._actions.calibrate(self.variant, "cancel")
        self.left.emit()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        status = snapshot.calibration
        running = guiding(status)
        self._sound(status)
        self._go_on(snapshot)
        self._show_steps(status)
        self.picture.show_time(picture(status.step or "bends", self.variant), snapshot.t_s)
        self.title.setText(heading(status, self.variant) if running else words.fit(snapshot))
        self.instruction.setText(
            instruction(status.step, self.variant) if running else self._before_or_after(status)
        )
        told = status.state is CalibrationState.REFUSED if running else bool(words.strap(snapshot))
        self.instruction.setVisible(not told)     # the reason says what to do
        over = status.state is CalibrationState.GOOD and not status.step
        self.sentence.setText("" if over else remark(status.sentence))
        self.sentence.setVisible(bool(self.sentence.text()))
        set_role(self.sentence, "trouble" if status.state is CalibrationState.REFUSED else "muted")
        self.quality.setText("\n".join(fit_in_words(status.quality)))
        for bar, value, enough in zip((self.still, self.moving, self.progress),
                                      (status.stillness, status.movement, status.progress), self._enough,
                                      strict=True):
            bar.show_fraction(value)
            enough.setText("✓" if value >= 1.0 else "")
        self._show_buttons(status, running=running)

    def _go_on(self, snapshot: Snapshot) -> None:
        """Leave by itself a moment after a calibration that was watched from here has become good."""
        state = snapshot.calibration.state
        if state is CalibrationState.RUNNING:
            self._good_since_s, self._watched = None, True
        elif state is CalibrationState.GOOD and self._watched:
            since_s = snapshot.t_s if self._good_since_s is None else self._good_since_s
            self._good_since_s = since_s
            tapping = bool(snapshot.calibration.step) and snapshot.calibration.progress > 0
            if snapshot.t_s - since_s > SHOWN_S and not tapping:
                self._watched = False
                self.left.emit()

    def _show_buttons(self, status: CalibrationStatus, *, running: bool) -> None:
        bars = (*self._names, *self._enough, self.still, self.moving, self.progress)
        for widget in (*bars, self.redo):
            widget.setVisible(running)
        self.standing.setVisible(not running)
        self.lying.setVisible(not running)
        self.close_.setVisible(status.state in DONE)
        self.cancel.setVisible(status.state not in DONE)
        self.quality.setVisible(status.state in DONE)
        set_role(self.standing, "" if status.state in DONE else "primary")
        again = self.tr("Again, standing") if status.state in DONE else self.tr("Start, standing")
        self.standing.setText(again)

    def _show_steps(self, status: CalibrationStatus) -> None:
        """Every step by its name; where there is no room for that, only the one that is under way."""
        at = STEPS.index(status.step) if status.step in STEPS else -1
        marks = [("✓ " if place < at else "") + number(place + 1) for place in range(len(STEPS))]
        names = [f"{mark}  {step_title(step, self.variant)}" for mark, step in zip(marks, STEPS, strict=True)]
        room = self._told.width() / len(STEPS) - MARGIN_PX
        all_fit = max(map(self.steps[0].fontMetrics().horizontalAdvance, names)) < room
        for place, (line, name, mark) in enumerate(zip(self.steps, names, marks, strict=True)):
            line.show_texts(*((name,) if all_fit or place == at else ()), mark)
            set_role(line, "at" if place == at else "finding")
            line.setVisible(status.state not in DONE and (all_fit or at >= 0))

    def _before_or_after(self, status: CalibrationStatus) -> str:
        if status.state is CalibrationState.GOOD:
            return self.tr("The straps sit well. The knee angle is live.")
        if status.state is CalibrationState.POOR:
            return self.tr("Usable, but less sure. Once more with calm, larger movements is better.")
        told = self.tr("Three short steps, about 30 seconds. Nobody needs to touch the screen.")
        why = self._speaker.why_silent
        return told + (" " + self.tr("Silent here: {}. Watch the bars.").format(core(why)) if why else "")

    def _sound(self, status: CalibrationStatus) -> None:
        """A sound for each new step and for the result."""
        now = status.step if status.state is CalibrationState.RUNNING else status.state.value
        if self._step and now != self._step:
            bad = status.state is CalibrationState.REFUSED
            self._speaker.play(Cue.PROBLEM if bad else Cue.STEP)
        self._step = now
