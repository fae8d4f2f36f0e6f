"""What is wrong right now, in words, with what to do; gone when mended."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from monitor.dashboard.look.parts import Line, button
from monitor.dashboard.text.languages import core
from monitor.snapshot import Problem, Severity, Snapshot

ORDER = (Severity.PROBLEM, Severity.WARNING, Severity.INFO)


class Banner(QFrame):
    """The gravest problem first; how many more there are; hidden when there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.problems: tuple[Problem, ...] = ()
        self._place = 0
        self.sign = Line("!", "deviation")
        self.sign.setFixedWidth(14)
        self.sentence = Line("", "strong")
        self.more = button("", self._next, "link", self.tr("Shows the next message"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        for widget in (self.sign, self.sentence, self.more):
            layout.addWidget(widget)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        problems = tuple(sorted(snapshot.problems, key=lambda p: ORDER.index(p.severity)))
        if problems == self.problems:
            return
        if {p.id for p in problems} != {p.id for p in self.problems}:
            self._place = 0
        self.problems = problems
        self._show()

    def _next(self) -> None:
        self._place += 1
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self.problems))
        if not self.problems:
            return
        problem = self.problems[self._place % len(self.problems)]
        self.sentence.setText(core(problem.sentence))
        self.setAccessibleName(core(problem.sentence))
        self.more.setVisible(len(self.problems) > 1)
        place = self._place % len(self.problems) + 1
        self.more.setText(self.tr("{} of {}").format(place, len(self.problems)))
        calm = problem.severity is Severity.INFO
        if self.property("calm") != calm:
            self.setProperty("calm", calm)
            self.sign.setText("i" if calm else "!")
            self.style().unpolish(self)
            self.style().polish(self)
