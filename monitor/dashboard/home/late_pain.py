"""How much did it hurt afterwards? Asked on Home an hour after the exercises and the next morning."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup

from monitor.dashboard.actions import Offer
from monitor.dashboard.bridge import Diary
from monitor.dashboard.look.parts import Panel, button, label, row, set_role
from monitor.dashboard.text.languages import core
from monitor.errors import RecordingError
from monitor.history.digest import MORNING
from monitor.history.follow_up import Question

HIGHEST = 10


class LatePainPanel(Panel):
    """Shown while there is a question; an answer that was kept can be given anew, and then counts instead."""

    def __init__(self, diary: Diary, offer: Offer) -> None:
        super().__init__()
        self._diary, self._offer = diary, offer
        self.question: Question | None = None
        self._anew: Question | None = None
        self.asked, self.told = label("", "title"), label("", "muted")
        self.scores = QButtonGroup(self)
        line = row(spacing=4, stretch=False)
        for score in range(HIGHEST + 1):
            made = button(str(score), lambda: self.keep.setEnabled(True), "score")
            made.setCheckable(True)
            made.setAccessibleName(self.tr("Pain {} of 10").format(score))
            self.scores.addButton(made, score)
            line.addWidget(made, 1)
        self.keep = button(self.tr("Keep this answer"), self._keep, "primary")
        for part in (self.asked, self.told):
            self.column.addWidget(part)
        self.column.addLayout(line)
        self.column.addLayout(row(self.keep))
        self.hide()

    def ask(self, questions: tuple[Question, ...]) -> None:
        """Ask what is to be answered anew, or the oldest question that is due; none: be gone."""
        now = self._anew or (questions[0] if questions else None)
        self.setVisible(now is not None)
        if now is None or now == self.question:
            return
        self.question = now
        morning = now.asked == MORNING
        self.asked.setText(self.tr("This morning: how much does the knee hurt?") if morning
                           else self.tr("An hour later: how much does the knee hurt?"))
        set_role(self.told, "muted")
        self.told.setText(self.tr("0 none, 10 worst. After {} sets, {} repetitions.").format(
            now.sets, now.counted))
        self._choose_none()

    def _choose_none(self) -> None:
        self.keep.setEnabled(False)
        self.scores.setExclusive(False)
        for made in self.scores.buttons():
            made.setChecked(False)
        self.scores.setExclusive(True)

    def _keep(self) -> None:
        question = self.question
        if question is None or self.scores.checkedId() < 0:
            return
        try:
            self._diary.answer(question, self.scores.checkedId())
        except (RecordingError, OSError) as error:
            self.told.setText(self.tr("! The answer could not be kept: {}").format(core(str(error))))
            set_role(self.told, "deviation")
            return
        self._anew = self.question = None
        self.ask(self._diary.questions())
        self._offer(self.tr("Answer kept"), lambda: self._ask_anew(question))

    def _ask_anew(self, question: Question) -> None:
        self._anew = question
        self.ask(())
