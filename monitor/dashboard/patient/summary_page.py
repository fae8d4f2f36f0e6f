"""What was done, large: a line for each exercise of the session, and the highest pain."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor.dashboard.bridge import PlannedExercise
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.patient.parts import BigText
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import number
from monitor.results import ExerciseSet
from monitor.snapshot import Snapshot

MOST_LINES = 5


class SummaryPage(QWidget):
    """The newest exercises last; earlier ones are left out where there are too many to read from afar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lines = [BigText(theme.ink) for _ in range(MOST_LINES)]
        self.foot = BigText(theme.accent, most_lines=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        for line in (*self.lines, self.foot):
            column.addWidget(line)
        column.addStretch(1)

    def set_pixels(self, pixels: int) -> None:
        """Size of all type on the page."""
        for line in (*self.lines, self.foot):
            line.set_pixels(pixels)

    def show_snapshot(self, snapshot: Snapshot, planned: tuple[PlannedExercise, ...]) -> None:
        told = done_in_words(snapshot.sets) or [self.tr("No repetition yet.")]
        fits = max(1, min(MOST_LINES, self.height() // max(1, self.lines[0].sizeHint().height()) - 2))
        for place, line in enumerate(self.lines):
            line.setVisible(place < min(fits, len(told)))
            line.show_text(told[-fits:][place] if line.isVisibleTo(self) else "")
        pains = [one.pain for one in snapshot.sets if one.pain is not None]
        parts = [self.tr("highest pain {} of 10").format(max(pains))] if pains else []
        done, asked = sum(min(p.sets_done, p.sets) for p in planned), sum(p.sets for p in planned)
        parts += [self.tr("today {} of {} sets").format(done, asked)] if asked else []
        self.foot.show_text(" · ".join(parts))


def done_in_words(sets: tuple[ExerciseSet, ...]) -> list[str]:
    """Sets and counted repetitions of each exercise, in the order of their beginning."""
    counted: dict[str, list[int]] = {}
    for one in sets:
        counted.setdefault(one.exercise, []).append(sum(rep.counted for rep in one.reps))
    return [f"{title(name)}: {' + '.join(number(n) for n in each)}" for name, each in counted.items()]
