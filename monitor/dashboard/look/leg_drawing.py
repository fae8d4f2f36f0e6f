"""The leg as two segments, drawn from the data: how it lay at this moment."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import degrees, plus_minus
from monitor.snapshot import Snapshot


class LegDrawing(QWidget):
    """Thigh and shank seen from the side, hip at the left; grey where the angle is not known."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._elevation_deg, self._flexion_deg, self.text, self.known = -90.0, 0.0, "", False

    def show_snapshot(self, snapshot: Snapshot) -> None:
        trace, knee = snapshot.trace, snapshot.knee
        self.known = words.may_show(knee) and len(trace.t_s) > 0 and bool(trace.oriented[-1])
        if self.known:
            self._elevation_deg = float(trace.thigh_elevation_deg[-1])
            self._flexion_deg = knee.flexion_deg
        self.text = f"{degrees(knee.flexion_deg)} {plus_minus(knee.sigma_deg)}" if self.known else ""
        self.setAccessibleName(self.text or self.tr("Leg position not known"))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(260, 180)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, 90)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        length = min(self.height() * 0.44, self.width() * 0.3)
        knee = _end(QPointF(0, 0), self._elevation_deg, length)
        ankle = _end(knee, self._elevation_deg - self._flexion_deg, length)
        middle = QPointF((min(0.0, knee.x(), ankle.x()) + max(0.0, knee.x(), ankle.x())) / 2,
                         (min(0.0, knee.y(), ankle.y()) + max(0.0, knee.y(), ankle.y())) / 2)
        painter.save()
        painter.translate(QPointF(self.width() * 0.4, self.height() / 2) - middle)
        self._segment(painter, QPointF(0, 0), knee, self._theme.ink, length)
        self._segment(painter, knee, ankle, self._theme.accent, length)
        painter.setPen(QPen(QColor(self._theme.ink), max(2.0, length * 0.03)))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawEllipse(knee, length * 0.09, length * 0.09)
        painter.restore()
        self._figure(painter)

    def _segment(self, painter: QPainter, start: QPointF, end: QPointF, colour: str, length: float) -> None:
        shown = QColor(colour if self.known else self._theme.rest)
        painter.setPen(QPen(shown, length * 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(start, end)

    def _figure(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(20)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.ink if self.known else self._theme.muted))
        shown = self.text or self.tr("not known")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, shown)


def _end(start: QPointF, angle_deg: float, length: float) -> QPointF:
    angle = math.radians(angle_deg)
    return QPointF(start.x() + length * math.cos(angle), start.y() - length * math.sin(angle))
