"""The session so far as one strip: sets as blocks, marks as triangles, now as a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from monitor.dashboard.look.parts import LONGEST_TEXT
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import clock, number
from monitor.snapshot import Mark, Snapshot
from monitor.values import Side

SHORTEST_S = 300.0
BLOCK_HEIGHT = 30


class SessionStrip(QWidget):
    """Sets, the exercise under way, marks. Empty: says what will appear here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self.setAccessibleName(self.tr("Session so far"))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        counted = snapshot.exercise and snapshot.exercise.reps_counted
        drawn = (int(snapshot.t_s), snapshot.sets, snapshot.marks, counted)
        if drawn == self._drawn:
            return
        self._snapshot, self._drawn = snapshot, drawn
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(600, 76)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, 60)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._snapshot is None:
            return
        scale = (self.width() - 4) / max(SHORTEST_S, self._snapshot.t_s * 1.05)
        now = self._snapshot.t_s * scale
        if not self._blocks(painter, self._snapshot, scale):
            self._hint(painter, now + 14)
        self._marks(painter, self._snapshot.marks, scale)
        painter.fillRect(QRectF(now - 1, 0, 2, BLOCK_HEIGHT + 8), QColor(self._theme.ink))

    def _blocks(self, painter: QPainter, snapshot: Snapshot, scale: float) -> bool:
        """Finished sets, and the one under way; false where there is none."""
        end = 0.0
        for done in snapshot.finished_sets:
            counted = sum(r.counted for r in done.reps)
            text = f"{letter(snapshot, done.side)}{title(done.exercise)} {number(counted)}"
            span = (done.start_s * scale, done.end_s * scale)
            colours = (self._theme.ribbon, self._theme.ink)
            self._block(painter, span, text, colours, lane(snapshot, done.side))
            end = done.end_s
        under_way = snapshot.exercise
        if under_way is not None and under_way.reps:
            span = (max(end, under_way.reps[0].start_s) * scale, snapshot.t_s * scale)
            name, leg = title(under_way.exercise), letter(snapshot, snapshot.side)
            count = (under_way.reps_counted, under_way.reps_prescribed)
            texts = [leg + self.tr("{} {} of {}").format(said, *count)
                     for said in (name, name.partition(",")[0], "")]
            self._under_way(painter, span, texts, end * scale, lane(snapshot, snapshot.side))
        return bool(snapshot.finished_sets) or under_way is not None

    def _under_way(self, painter: QPainter, span: tuple[float, float], texts: Sequence[str], free_from: float,
                   lane: tuple[float, float]) -> None:
        """The set under way; what is too long for its block stands before it, or else after it."""
        colours = (self._theme.accent, self._theme.on_accent)
        rooms = (((free_from + 10, span[0] - 10), Qt.AlignmentFlag.AlignRight),
                 ((span[1] + 10, float(self.width())), Qt.AlignmentFlag.AlignLeft))
        for text in map(str.strip, texts):
            needed = painter.fontMetrics().horizontalAdvance(text)
            if needed + 16 <= span[1] - span[0]:
                self._block(painter, span, text, colours, lane)
                return
            for (left, right), aligned in rooms:
                if needed <= right - left:
                    painter.setPen(QColor(self._theme.ink))
                    box = QRectF(left, lane[0], right - left, lane[1])
                    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | aligned, text)
                    self._block(painter, span, "", colours, lane)
                    return
        self._block(painter, span, texts[-1], colours, lane)

    def _block(self, painter: QPainter, span: tuple[float, float], text: str,
               colours: tuple[str, str], lane: tuple[float, float]) -> None:
        box = QRectF(span[0], lane[0], max(6.0, span[1] - span[0] - 2), lane[1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours[0]))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(colours[1]))
        inside = box.adjusted(10, 0, -6, 0)
        right = Qt.TextElideMode.ElideRight
        fitted = painter.fontMetrics().elidedText(text[:LONGEST_TEXT], right, int(inside.width()))
        if len(fitted) > 3:
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, fitted)

    def _marks(self, painter: QPainter, marks: tuple[Mark, ...], scale: float) -> None:
        painter.setPen(QColor(self._theme.muted))
        line = QRectF(0, BLOCK_HEIGHT + 12, self.width(), 24)
        for mark in marks:
            self._triangle(painter, mark.t_s * scale, line.center().y())
        if marks:
            self._mark_text(painter, marks[-1], marks[-1].t_s * scale, line)

    def _hint(self, painter: QPainter, left: float) -> None:
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QRectF(left, 4, self.width() - left, BLOCK_HEIGHT), Qt.AlignmentFlag.AlignVCenter,
                         self.tr("Sets and marks appear here."))

    def _mark_text(self, painter: QPainter, mark: Mark, x: float, line: QRectF) -> None:
        """Beside its triangle at `x`: after it, or before it where there is more room."""
        text = self.tr("mark {}").format(clock(mark.t_s))
        if mark.text:
            text += f" “{mark.text[:LONGEST_TEXT]}”"
        before, after = int(x - 14), int(self.width() - x - 14)
        needed = painter.fontMetrics().horizontalAdvance(text)
        room = after if needed <= after or after >= before else before
        left, aligned = (x + 10, Qt.AlignmentFlag.AlignLeft) if room == after else (
            x - 10 - room, Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRectF(left, line.top(), room, line.height()),
                         aligned | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute,
                         painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))

    def _triangle(self, painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.muted))
        painter.drawPolygon(QPolygonF([QPointF(x - 5, y + 5), QPointF(x + 5, y + 5), QPointF(x, y - 5)]))
        painter.restore()


def lane(snapshot: Snapshot, side: Side) -> tuple[float, float]:
    """Top and height of a leg's blocks: of both legs, the left one's lie above the right one's."""
    if not snapshot.legs:
        return 4.0, BLOCK_HEIGHT
    half = BLOCK_HEIGHT / 2 + 2
    return (0.0 if side is Side.LEFT else half + 2), half


def letter(snapshot: Snapshot, side: Side) -> str:
    """Which leg a block is of, where both wear sensors."""
    return f"{words.side_letter(side)} " if snapshot.legs else ""
