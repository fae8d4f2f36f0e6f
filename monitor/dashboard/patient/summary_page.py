"""What was done, large: a line for each exercise of the session, and the highest pain."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor.dashboard.bridge import PlannedExercise
from monitor.dashboard.look.ruler import Ruler
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.patient.parts import BigText, KeyFigure, key_height
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import number
from monitor.results import ExerciseSet
from monitor.snapshot import Snapshot

MOST_LINES, SPACING_PX = 5, 12


class SummaryPage(QWidget):
    """Left how much of the day is done, right what; of many exercises the earlier are left out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.figure = KeyFigure(theme)
        self.lines = [BigText(theme.ink, most_lines=2) for _ in range(MOST_LINES)]
        self.foot = BigText(theme.accent, most_lines=2)
        column, layout = QVBoxLayout(), QHBoxLayout(self)
        column.setSpacing(SPACING_PX)
        column.addStretch(1)
        for line in (*self.lines, self.foot):
            line.hide()
            column.addWidget(line)
        column.addStretch(1)
        layout.setContentsMargins(0, 10, 0, 10)
        layout.setSpacing(50)
        layout.addWidget(self.figure, 5)
        layout.addLayout(column, 6)

    def set_pixels(self, pixels: int) -> None:
        """Size of all type on the page."""
        for line in (*self.lines, self.foot):
            line.set_pixels(pixels)
        self.figure.set_caption_pixels(pixels)

    def set_ruler(self, ruler: Ruler) -> None:
        self.figure.set_least_height(key_height(ruler, self.window().height()))

    def show_snapshot(self, snapshot: Snapshot, planned: tuple[PlannedExercise, ...]) -> None:
        today = self._show_figure(snapshot, planned)
        pains = [one.pain for one in snapshot.sets if one.pain is not None]
        pain = self.tr("highest pain {} of 10").format(max(pains)) if pains else ""
        self.foot.show_text(" · ".join(filter(None, (pain, today))))
        self.foot.setVisible(bool(self.foot.text))
        told = self._newest(done_in_words(snapshot.sets) or [self.tr("No repetition yet.")])
        for place, line in enumerate(self.lines):
            line.show_text(told[place] if place < len(told) else "")
            line.setVisible(bool(line.text))

    def _show_figure(self, snapshot: Snapshot, planned: tuple[PlannedExercise, ...]) -> str:
        """The day's sets, or the session's repetitions; in words where the ring has no room for them."""
        done, asked = sum(min(p.sets_done, p.sets) for p in planned), sum(p.sets for p in planned)
        counted = sum(rep.counted for one in snapshot.sets for rep in one.reps)
        if asked:
            text, part, caption = number(done), done / asked, self.tr("of {} sets").format(number(asked))
        else:
            text, part, caption = number(counted), float(counted > 0), self.tr("repetitions")
        self.figure.show_figure(text, part, caption)
        return "" if self.figure.caption_fits() else f"{text} {caption}"

    def _newest(self, told: list[str]) -> list[str]:
        """As many of the last lines as there is room for, at least one."""
        room = self.height() - self.foot.height_of(self.foot.text) - 2 * SPACING_PX
        for count in range(min(MOST_LINES, len(told)), 1, -1):
            if sum(self.lines[0].height_of(text) + SPACING_PX for text in told[-count:]) <= room:
                return told[-count:]
        return told[-1:]


def done_in_words(sets: tuple[ExerciseSet, ...]) -> list[str]:
    """Sets and counted repetitions of each exercise, in the order of their beginning."""
    counted: dict[str, list[int]] = {}
    for one in sets:
        counted.setdefault(one.exercise, []).append(sum(rep.counted for rep in one.reps))
    return [f"{title(name).partition(',')[0]}: {' + '.join(map(number, each))}"
            for name, each in counted.items()]
