"""The whole session in one strip: curves, sets, gaps, landings, marks; a click goes there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor.dashboard.look.decimate import runs, thin
from monitor.dashboard.look.parts import LONGEST_TEXT
from monitor.dashboard.look.plots import FLEXION_RANGE_DEG
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import RecordedLeg, RecordedSession, Span
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import clock, number

translate = QCoreApplication.translate
LEAST_GAP_PX, LANDING_PX, NEAR_PX = 3.0, 9.0, 6.0


class Overview(QWidget):
    """Drawn once into a picture; only frame and position are drawn anew. `sought` carries seconds."""

    sought = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._session: RecordedSession | None = None
        self._picture: QPixmap | None = None
        self._frame, self._position_s = Span(0.0, 0.0), 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the session"))

    def show_session(self, session: RecordedSession | None) -> None:
        self._session, self._picture = session, None
        self.update()

    def show_position(self, position_s: float, frame: Span) -> None:
        if (position_s, frame) != (self._position_s, self._frame):
            self._position_s, self._frame = position_s, frame
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(600, 76)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, 56)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._picture = None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.buttons():
            self._seek(event.position().x())
        elif self._session is not None:
            scale = self._scale()
            self.setToolTip(said_at(self._session, event.position().x() / scale, NEAR_PX / scale))

    def _seek(self, x: float) -> None:
        if self._session is not None:
            self.sought.emit(max(0.0, min(self._session.entry.duration_s, x / self._scale())))

    def _scale(self) -> float:
        """Pixels in a second."""
        return self.width() / max(1e-3, self._session.entry.duration_s if self._session else 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        if self._session is None:
            return
        if self._picture is None:
            self._picture = self._draw(self._session)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        scale = self._scale()
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        wide = max(6.0, (self._frame.end_s - self._frame.start_s) * scale)
        painter.drawRoundedRect(QRectF(self._frame.start_s * scale, 1, wide, self.height() - 2), 4, 4)
        x = self._position_s * scale
        painter.fillRect(QRectF(x - 1, 0, 2, self.height()), QColor(self._theme.ink))

    def _draw(self, session: RecordedSession) -> QPixmap:
        """All that stays where it is."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._theme.panel))
        painter = QPainter(picture)
        for done in session.sets:
            self._stretch(painter, done.start_s, done.end_s, self._theme.soft)
        for leg, colour in zip(session.legs, self._colours(session), strict=False):
            self._curve(painter, leg, self._scale(), colour)
        for gap in session.gaps:
            self._stretch(painter, gap.start_s, gap.end_s, self._theme.deviation, LEAST_GAP_PX)
        self._moments(painter, session)
        painter.end()
        return picture

    def _stretch(self, painter: QPainter, start_s: float, end_s: float, colour: str,
                 least_px: float = 0.0) -> None:
        wide = max(least_px, (end_s - start_s) * self._scale())
        painter.fillRect(QRectF(start_s * self._scale(), 0, wide, self.height()), QColor(colour))

    def _moments(self, painter: QPainter, session: RecordedSession) -> None:
        """Landings as strokes from below, marks as triangles from above."""
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        for _, landing in session.landings:
            x = landing.t_s * self._scale()
            painter.drawLine(QPointF(x, self.height() - LANDING_PX), QPointF(x, self.height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._theme.muted))
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in session.marks:
            x = mark.t_s * self._scale()
            painter.drawPolygon(QPolygonF([QPointF(x - 5, 0), QPointF(x + 5, 0), QPointF(x, 9)]))

    def _colours(self, session: RecordedSession) -> tuple[str, ...]:
        return (self._theme.accent, self._theme.ink) if session.both else (self._theme.muted,)

    def _curve(self, painter: QPainter, leg: RecordedLeg, scale: float, colour: str) -> None:
        trace = leg.trace
        index = thin(trace.flexion_deg, trace.valid, 0, len(trace.t_s), self.width()).index
        low, high = FLEXION_RANGE_DEG
        height = self.height()
        x, y = trace.t_s[index] * scale, height - (trace.flexion_deg[index] - low) / (high - low) * height
        painter.setPen(QPen(QColor(colour), 1))
        for first, last in runs(trace.valid[index]):
            points = np.stack([x[first:last], y[first:last]], axis=1).tolist()
            painter.drawPolyline([QPointF(a, b) for a, b in points])


def said_at(session: RecordedSession, at_s: float, near_s: float) -> str:
    """What lies at a moment, in words: a mark, a gap, the sets."""
    said = [f"{clock(mark.t_s)}  {mark.text[:LONGEST_TEXT] or translate('overview', 'mark')}"
            for mark in session.marks if abs(mark.t_s - at_s) <= near_s]
    said += [translate("overview", "{} s without data").format(number(gap.end_s - gap.start_s, 1))
             for gap in session.gaps if gap.start_s - near_s <= at_s <= gap.end_s + near_s]
    within = dict.fromkeys(title(done.exercise) for done in session.sets if done.start_s <= at_s < done.end_s)
    return "\n".join([*said, *within])
