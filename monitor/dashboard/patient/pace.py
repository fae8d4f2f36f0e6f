"""The pace guide: a mark that travels along a bar as fast as the movement should go."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from monitor.dashboard.look.theme import Theme
from monitor.snapshot import ExerciseProgress

PACED = ("lifting", "lowering")


class PaceGuide(QWidget):
    """Up while lifting, back while lowering; hidden where the pace is free."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.share = 0.0
        self.setAccessibleName(self.tr("Pace"))
        self.hide()

    def show_progress(self, exercise: ExerciseProgress) -> None:
        """Where the movement should be by now."""
        self.setVisible(exercise.tempo_s > 0 and exercise.phase in PACED)
        if exercise.tempo_s > 0:
            run = min(1.0, exercise.phase_s / exercise.tempo_s)
            self.share = run if exercise.phase == "lifting" else 1.0 - run
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(300, 40)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, thick = self.height() / 2, self.height() / 5
        painter.setBrush(QColor(self._theme.rest))
        painter.drawRoundedRect(QRectF(0, middle - thick / 2, self.width(), thick), thick / 2, thick / 2)
        painter.setBrush(QColor(self._theme.accent))
        radius = self.height() / 2
        painter.drawEllipse(
            QPointF(radius + self.share * (self.width() - 2 * radius), middle), radius, radius
        )
