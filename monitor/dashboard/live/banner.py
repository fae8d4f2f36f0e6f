"""What is wrong right now, in words, with what to do; gone when mended."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from monitor.dashboard.look.parts import Line, button
from monitor.dashboard.text.languages import core
from monitor.snapshot import Problem, Severity, Snapshot

BETWEEN_PX, AROUND_PX = 14, 60
ORDER = (Severity.PROBLEM, Severity.WARNING, Severity.INFO)


class Banner(QFrame):
    """The gravest problem first, the next beside it where there is room; hidden when there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.problems: tuple[Problem, ...] = ()
        self._place = 0
        self.sign = Line("!", "deviation")
        self.sign.setFixedWidth(14)
        self.sentence, self.next = Line("", "strong"), Line("", "muted")
        self.more = button("", self._next, "link", self.tr("Shows the next message"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(BETWEEN_PX)
        for widget in (self.sign, self.sentence, self.next, self.more):
            layout.addWidget(widget)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the next message out where there is no room for both."""
        needed = sum(line.sizeHint().width() + BETWEEN_PX for line in (self.sentence, self.next, self.more))
        self.next.setVisible(len(self.problems) > 1 and needed + AROUND_PX <= self.width())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        problems = tuple(sorted(snapshot.problems, key=_gravity))
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
        self.next.setText(core(self.problems[place % len(self.problems)].sentence))
        self._fit()
        self.more.setText(self.tr("{} of {}").format(place, len(self.problems)))
        calm = problem.severity is Severity.INFO
        if self.property("calm") != calm:
            self.setProperty("calm", calm)
            self.sign.setText("i" if calm else "!")
            self.style().unpolish(self)
            self.style().polish(self)


def _gravity(problem: Problem) -> tuple[int, bool, bool]:
    """The gravest first; of a kind the calibration first, and last what only fast movements suffer from."""
    return ORDER.index(problem.severity), not problem.id.endswith("calibration"), problem.id.endswith("skew")
