"""The patient's screen: read from three metres, one thing at a time, sound first."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from monitor.dashboard.actions import Actions
from monitor.dashboard.bridge import NoPlan, Plan, PlannedExercise
from monitor.dashboard.home.today import Today, following
from monitor.dashboard.look.ruler import TEXT_MM, Ruler
from monitor.dashboard.look.theme import DARK, Theme
from monitor.dashboard.patient.cues import Cues
from monitor.dashboard.patient.pain_page import PainPage
from monitor.dashboard.patient.parts import BigText, big_button, set_button_pixels
from monitor.dashboard.patient.summary_page import SummaryPage
from monitor.dashboard.patient.task import TaskPage
from monitor.dashboard.sounds import Speaker
from monitor.dashboard.text.figures import clock
from monitor.dashboard.text.languages import core
from monitor.results import ExerciseSet
from monitor.snapshot import Snapshot

MARGIN_PX = 60
ROOMY_TEXT_PART = 0.075    # of the screen's height, where that is more than the least size
LEAST_LETTERS, LEAST_LINES = 19, 10.5      # must fit on a screen that is too small for the least size


class PatientScreen(QWidget):
    """Full screen, dark, big buttons; a summary when it is stopped; `closed` when it is left."""

    closed = Signal()

    def __init__(self, actions: Actions, ruler: Ruler, speaker: Speaker, plan: Plan | None = None,
                 theme: Theme = DARK) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Patella: patient"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"PatientScreen {{ background: {theme.ground}; }}")
        self.ruler, self._actions, self._speaker = ruler, actions, speaker
        self._today = Today(plan or NoPlan())
        self._following: PlannedExercise | None = None
        self._paused = False
        self._cues = Cues()
        self._asked: set[tuple[str, int]] | None = None     # (exercise, set) pairs whose pain was asked for
        self.title = BigText(theme.ink, bold=True)
        self.dose = BigText(theme.muted, whole=True, align=Qt.AlignmentFlag.AlignRight)
        self.task, self.pain_page, self.summary = TaskPage(theme), PainPage(theme), SummaryPage(theme)
        self.pages = QStackedWidget()
        self.hurts = big_button(self.tr("It hurts"), theme.deviation, theme)
        self.leave = big_button(self.tr("Leave"), theme.ink, theme)
        self.next = big_button(self.tr("Start"), theme.accent, theme)
        self.stop = big_button(self.tr("Stop"), theme.ink, theme)
        self._build()
        self.set_ruler(ruler)

    def _build(self) -> None:
        for page in (self.task, self.pain_page, self.summary):
            self.pages.addWidget(page)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 5)
        head.addWidget(self.dose)
        for part in (self.hurts, self.leave, None, self.next, None, self.stop):
            foot.addStretch(1) if part is None else foot.addWidget(part, 3)
        for part in (self.leave, self.next):       # never all at once: there is no room for that
            part.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, 30, MARGIN_PX, 30)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self.hurts.clicked.connect(lambda: self.pages.setCurrentWidget(self.pain_page))
        self.stop.clicked.connect(self._stop_or_go_on)
        self.leave.clicked.connect(self.close)
        self.pages.currentChanged.connect(lambda _: self._harmless().setFocus())
        self.next.clicked.connect(self._start_next)
        self.pain_page.given.connect(self._give_pain)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._stop_or_go_on)
        QShortcut(QKeySequence("P"), self).activated.connect(self.hurts.click)
        QShortcut(QKeySequence("F11"), self).activated.connect(self.close)

    def set_ruler(self, ruler: Ruler) -> None:
        """Size everything for this screen and viewing distance."""
        self.ruler = ruler
        roomy = max(ruler.px(TEXT_MM), round(self.height() * ROOMY_TEXT_PART))
        text = min(roomy, self.width() // LEAST_LETTERS, int(self.height() / LEAST_LINES))
        for widget in (self.title, self.dose, self.task, self.pain_page, self.summary):
            widget.set_pixels(text)
        for page in (self.task, self.summary):
            page.set_ruler(ruler)
        for button in (self.hurts, self.leave, self.next, self.stop):
            set_button_pixels(button, text)
            button.setMaximumWidth(max(button.minimumSizeHint().width(), self.width() * 2 // 5))

    def _stop_or_go_on(self) -> None:
        if self._paused:
            self._actions.pause()
        else:
            self._actions.stop()

    def _harmless(self) -> QPushButton:
        """What a stray key may press on the page that is shown."""
        of: dict[QWidget | None, QPushButton] = {
            self.task: self.hurts, self.pain_page: self.pain_page.skip, self.summary: self.leave}
        return of[self.pages.currentWidget()]

    def _start_next(self) -> None:
        if self._following is not None:
            self._actions.begin_planned(self._following)
            self.pages.setCurrentWidget(self.task)

    def _give_pain(self, score: int) -> None:
        if score >= 0:
            self._actions.pain(score)
        self.pages.setCurrentWidget(self.task)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._paused = snapshot.paused
        self._look_ahead(snapshot)
        self._ask_after_set(snapshot)
        self._turn(snapshot)
        self._show_head(snapshot)
        self._show_buttons(snapshot)
        self.pain_page.show_rest(snapshot.exercise.rest_left_s if snapshot.exercise else 0.0)
        self.task.show_snapshot(snapshot, self._following)
        self.summary.show_snapshot(snapshot, self._today.planned)
        self._sound(snapshot)

    def _look_ahead(self, snapshot: Snapshot) -> None:
        """What follows where nothing is under way: the next exercise of the day."""
        exercise, planned = snapshot.exercise, self._today.push(snapshot)
        over = exercise is None or exercise.phase == "done"
        self._following = following(planned) if over and not snapshot.paused else None

    def _turn(self, snapshot: Snapshot) -> None:
        """The summary while it is paused, and when all of the day is done; the pain is asked first."""
        done = snapshot.exercise is not None and snapshot.exercise.phase == "done"
        over = snapshot.paused or (done and bool(self._today.planned) and self._following is None)
        if self.pages.currentWidget() is not self.pain_page:
            self.pages.setCurrentWidget(self.summary if over else self.task)

    def _show_head(self, snapshot: Snapshot) -> None:
        exercise = snapshot.exercise
        if self.pages.currentWidget() is self.summary:
            self.title.show_text(self.tr("Paused") if snapshot.paused else self.tr("All done for today ✓"))
            self.dose.show_text(clock(snapshot.t_s))
        elif exercise is None:
            asking = self.pages.currentWidget() is self.pain_page
            self.title.show_text("" if asking else self.tr("Ready when you are"))
            self.dose.show_text("")
        else:
            self.title.show_text(core(exercise.title).split(",")[0])
            number = min(exercise.set_number, exercise.sets_prescribed)
            self.dose.show_text(self.tr("done ✓") if exercise.phase == "done" else
                                self.tr("set {} of {}").format(number, exercise.sets_prescribed))

    def _show_buttons(self, snapshot: Snapshot) -> None:
        page = self.pages.currentWidget()
        self.hurts.setVisible(page is self.task)
        self.leave.setVisible(page is self.summary)
        self.next.setVisible(page is self.task and self._following is not None)
        self.stop.setVisible(page is not self.summary or snapshot.paused)
        self.stop.setText(self.tr("Go on") if snapshot.paused else self.tr("Stop"))
        self.stop.setAccessibleName(self.stop.text())

    def _ask_after_set(self, snapshot: Snapshot) -> None:
        """Ask for the pain once after each set: when its repetitions are done, or when it has ended."""
        over = {(one.exercise, place) for place, one in _numbered(snapshot)}
        exercise = snapshot.exercise
        if exercise is not None and exercise.phase in ("rest", "done") and exercise.reps_counted:
            over.add((exercise.exercise, exercise.set_number))
        if self._asked is None:
            self._asked = {(one.exercise, place) for place, one in _numbered(snapshot)}
        if over - self._asked:
            self._asked |= over
            self.pages.setCurrentWidget(self.pain_page)

    def _sound(self, snapshot: Snapshot) -> None:
        cues, count = self._cues.push(snapshot)
        for cue in cues:
            self._speaker.play(cue)
        if count:
            self._speaker.say(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        elif self.pages.currentWidget() is self.pain_page and event.text().isdecimal():
            self.pain_page.given.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.set_ruler(self.ruler)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.closed.emit()
        super().closeEvent(event)


def _numbered(snapshot: Snapshot) -> list[tuple[int, ExerciseSet]]:
    """Each finished set with its number among those of its exercise, from 1."""
    seen: Counter[str] = Counter()
    numbered = []
    for one in snapshot.finished_sets:
        seen[one.exercise] += 1
        numbered.append((seen[one.exercise], one))
    return numbered
