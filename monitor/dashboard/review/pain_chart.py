"""Pain over the sessions: during the exercises, an hour after, and the next morning."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text.figures import UNKNOWN, number
from monitor.history.follow_up import Dose

LEFT_PX, LOWEST_PX, TOP_PX, HIGHEST_PX = 44, 8, 8, 200
MOST, EDGE_PX = 14, 22
SIZE_PX, APART_PX = 5.0, 14.0


class PainChart(QWidget):
    """A dot for the highest pain during a session, a square an hour after, a triangle the next morning."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._doses: tuple[Dose, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(HIGHEST_PX)

    def show_doses(self, doses: Sequence[Dose]) -> None:
        self._doses = tuple(doses)[-MOST:]
        self.setAccessibleName(pain_words(self._doses))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, 100)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, 56)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for score in (0, 5, 10):
            y = self._y(score)
            painter.setPen(QColor(self._theme.grid))
            painter.drawLine(QPointF(LEFT_PX, y), QPointF(self.width(), y))
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QRectF(0, y - 10, LEFT_PX - 8, 20),
                             Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number(score))
        step = (self.width() - LEFT_PX - 2 * EDGE_PX) / max(1, len(self._doses) - 1)
        for place, dose in enumerate(self._doses):
            self._dose(painter, dose, LEFT_PX + EDGE_PX + place * step)

    def _y(self, score: float) -> float:
        return TOP_PX + (self.height() - LOWEST_PX - TOP_PX) * (10 - score) / 10

    def _dose(self, painter: QPainter, dose: Dose, x: float) -> None:
        painter.setPen(QPen(QColor(self._theme.ink), 1.5))
        if dose.pain_morning is not None:
            painter.setBrush(QColor(self._theme.panel))
            right, y = x + APART_PX, self._y(dose.pain_morning)
            painter.drawPolygon([QPointF(right - SIZE_PX, y + SIZE_PX), QPointF(right, y - SIZE_PX),
                                 QPointF(right + SIZE_PX, y + SIZE_PX)])
        if dose.pain_hour is not None:
            painter.setBrush(QColor(self._theme.panel))
            painter.drawRect(QRectF(x - SIZE_PX + 1, self._y(dose.pain_hour) - SIZE_PX + 1, 2 * SIZE_PX - 2,
                                    2 * SIZE_PX - 2))
        if dose.pain_during is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawEllipse(QPointF(x - APART_PX, self._y(dose.pain_during)), SIZE_PX - 1, SIZE_PX - 1)


def pain_words(doses: Sequence[Dose], *, brief: bool = False) -> str:
    """The newest pain scores with their shapes, in words or without; empty where none was ever told."""
    told = [dose for dose in doses if (dose.pain_during, dose.pain_hour, dose.pain_morning) != (None,) * 3]
    if not told:
        return ""
    last, translate = told[-1], QCoreApplication.translate
    said = [(translate("pain", "● during {}"), last.pain_during),
            (translate("pain", "□ an hour after {}"), last.pain_hour),
            (translate("pain", "△ next morning {}"), last.pain_morning)]
    texts = (text[:1] + " {}" if brief else text for text, _ in said)
    return "  ·  ".join(text.format(UNKNOWN if score is None else number(score))
                        for text, (_, score) in zip(texts, said, strict=True))
