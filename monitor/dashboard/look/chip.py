"""One short fact with a sign: a round dot when all is well, a triangle when it wants attention."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy

from monitor.dashboard.look.theme import Theme

HEIGHT, AROUND_PX = 34, 46     # of a chip, and what it needs beside its text


class Chip(QPushButton):
    """One short fact; a round dot when all is well, a triangle when it wants attention."""

    def __init__(self, theme: Theme, kind: str = "dot") -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        self.well = True
        self.words = ""
        self.setProperty("role", "chip")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_fact(self, text: str, *, well: bool) -> None:
        """Show `text`; `well` decides colour and shape, never the words."""
        if (text, well) == (self.words, self.well):
            return
        self.words, self.well = text, well
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def width_for(self, text: str) -> int:
        """How wide the chip is with `text`."""
        return self.fontMetrics().horizontalAdvance(text) + AROUND_PX

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.width_for(self.words), HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(64, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        middle = QPointF(self.width() - 18 if right_to_left else 18, HEIGHT / 2)
        self._sign(painter, middle)
        room = QRectF(12 if right_to_left else 30, 0, self.width() - 42, HEIGHT)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, painter.fontMetrics().elidedText(
            self.words, Qt.TextElideMode.ElideRight, int(room.width()) + 1))

    def _sign(self, painter: QPainter, middle: QPointF) -> None:
        record = self._kind == "record"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.deviation if record or not self.well else self._theme.accent))
        if self.well:
            radius = 6.5 if record else 4.5
            painter.drawEllipse(middle, radius, radius)
            return
        corners = (QPointF(-6, 5), QPointF(6, 5), QPointF(0, -6))
        painter.drawPolygon(QPolygonF([middle + c for c in corners]))
