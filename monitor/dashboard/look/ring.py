"""A ring that fills while a position is held, and the row of dots that counts repetitions."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

FULL_TURN = 360 * 16


class HoldRing(QWidget):
    """A ring filled to `fraction`, with a figure (and a word under it) inside."""

    def __init__(self, colour: str, rest: str, ink: str, thickness: float = 0.09) -> None:
        super().__init__()
        self._colour, self._rest, self._ink = QColor(colour), QColor(rest), QColor(ink)
        self._thickness = thickness
        self.fraction, self.text = 0.0, ""

    def show_hold(self, fraction: float, text: str) -> None:
        """Fill to `fraction` (0-1) and write `text` inside."""
        bounded = min(1.0, max(0.0, fraction))
        if (bounded, text) == (self.fraction, self.text):
            return
        self.fraction, self.text = bounded, text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, 120)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(64, 64)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        width = side * self._thickness
        room = QRectF((self.width() - side + width) / 2, (self.height() - side + width) / 2,
                      side - width, side - width)
        self._arc(painter, room, width, self._rest, 1.0)
        self._arc(painter, room, width, self._colour, self.fraction)
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(max(10, round(side * 0.2)))
        painter.setFont(font)
        painter.setPen(self._ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text)

    def _arc(self, painter: QPainter, room: QRectF, width: float, colour: QColor, fraction: float) -> None:
        if fraction <= 0:
            return
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(room, FULL_TURN // 4, -round(fraction * FULL_TURN))


class RepetitionDots(QWidget):
    """One dot for each prescribed repetition, filled when counted; a bar where there are too many to see."""

    MOST_DOTS = 30

    def __init__(self, colour: str, rest: str, *, columns: int = 15) -> None:
        super().__init__()
        self._colour, self._rest, self._columns = QColor(colour), QColor(rest), columns
        self.done, self.asked = 0, 0

    def show_count(self, done: int, asked: int) -> None:
        """`done` of `asked` repetitions."""
        if (done, asked) == (self.done, self.asked):
            return
        self.done, self.asked = done, asked
        self.setAccessibleName(self.tr("{} of {} repetitions").format(done, asked))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(300, 30)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(80, 18)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.asked > self.MOST_DOTS:
            self._bar(painter)
            return
        columns = max(1, min(self._columns, self.asked))
        rows = max(1, -(-self.asked // columns))
        pitch = min(self.width() / columns, self.height() / rows)
        for index in range(self.asked):
            line, place = divmod(index, columns)
            self._dot(painter, QPointF(pitch * (place + 0.5), pitch * (line + 0.5)), pitch, index < self.done)

    def _dot(self, painter: QPainter, centre: QPointF, pitch: float, filled: bool) -> None:
        stroke = max(1.5, pitch * 0.06)
        painter.setPen(QPen(self._colour, stroke))
        painter.setBrush(self._colour if filled else Qt.BrushStyle.NoBrush)
        radius = pitch * 0.34 - stroke / 2
        painter.drawEllipse(centre, radius, radius)

    def _bar(self, painter: QPainter) -> None:
        height = min(self.height(), 12)
        top = (self.height() - height) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, share in ((self._rest, 1.0), (self._colour, min(1.0, self.done / self.asked))):
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(0, top, self.width() * share, height), height / 2, height / 2)
