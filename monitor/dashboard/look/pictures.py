"""Pictures of poses and movements, drawn as a figure of lines from the angles of its joints."""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from monitor.dashboard.look.theme import Theme

TRUNK, THIGH, SHANK, FOOT, HEAD = 0.27, 0.225, 0.225, 0.06, 0.056   # of the picture's height
FLOOR = 0.07                                                      # the ankle's height
MARGIN = 0.03                                                     # around the figure


@dataclass(frozen=True, slots=True)
class Pose:
    """A figure seen from its right side, facing right.

    Angles in degrees, 0 pointing right and 90 up: `trunk` from hip to head, `thigh` from hip to knee,
    `shank` from knee to ankle; `other_thigh` and `other_shank` are those of the leg without sensors.
    `x` is the hip's place across a unit square, `lift` how far the lowest joint is off the floor.
    """

    x: float
    trunk: float
    thigh: float
    shank: float
    other_thigh: float
    other_shank: float
    lift: float = 0.0

    def toward(self, other: Pose, share: float) -> Pose:
        """The pose a share (0-1) of the way to `other`."""
        return Pose(*(a + (b - a) * share for a, b in zip(astuple(self), astuple(other), strict=True)))

    def extent(self) -> tuple[float, float, float]:
        """The figure's left, right and top edge, in the same unit, the floor being 0."""
        hip = self.hip_height()
        legs = ((self.thigh, self.shank), (self.other_thigh, self.other_shank))
        reach = [(_along(self.trunk, TRUNK + 2 * HEAD)), *(_along(t, THIGH) for t, _ in legs)]
        for thigh, shank in legs:
            ankle = tuple(a + b for a, b in zip(_along(thigh, THIGH), _along(shank, SHANK), strict=True))
            toes = _along(shank + 90, FOOT)
            reach += [(ankle[0], ankle[1]), (ankle[0] + toes[0], ankle[1] + toes[1])]
        across = [self.x, *(self.x + x for x, _ in reach)]
        return min(across), max(across), max(hip, *(hip + y for _, y in reach))

    def hip_height(self) -> float:
        """Of the hip above the floor, so that the lowest joint is `lift` above it."""
        knees = [(math.sin(math.radians(t)) * THIGH, math.sin(math.radians(s)) * SHANK)
                 for t, s in ((self.thigh, self.shank), (self.other_thigh, self.other_shank))]
        lowest = min(0.0, *(k for k, _ in knees), *(k + a for k, a in knees))
        return FLOOR + self.lift - lowest


def _along(angle_deg: float, length: float) -> tuple[float, float]:
    return length * math.cos(math.radians(angle_deg)), length * math.sin(math.radians(angle_deg))


STAND = Pose(0.5, 90, -90, -90, -90, -90)
LIE = Pose(0.47, 180, 0, 0, 0, 0)
SIT = Pose(0.4, 90, 0, -90, 0, -90)
MOVES: dict[str, tuple[Pose, Pose]] = {
    "still": (STAND, STAND),
    "still_lying": (LIE, LIE),
    "swings": (Pose(0.5, 90, -110, -110, -90, -90), Pose(0.5, 90, -58, -58, -90, -90)),
    "squats": (STAND, Pose(0.35, 62, -8, -108, -8, -108)),
    "extensions": (SIT, Pose(0.4, 90, 0, -6, 0, -90)),
    "heel_slides": (LIE, Pose(0.47, 180, 48, -48, 0, 0)),
    "straight_leg_raise": (Pose(0.47, 180, 0, 0, 50, -50), Pose(0.47, 180, 35, 35, 50, -50)),
    "short_arc_quad": (Pose(0.47, 180, 20, -20, 0, 0), Pose(0.47, 180, 20, 14, 0, 0)),
    "bridge": (Pose(0.47, 180, 50, -60, 50, -60), Pose(0.5, 205, 12, -80, 12, -80)),
    "stance": (STAND, Pose(0.5, 90, -90, -90, -50, -120)),
    "hop": (Pose(0.44, 74, -40, -110, -40, -110), Pose(0.5, 90, -88, -92, -88, -92, 0.1)),
    "lunge": (STAND, Pose(0.46, 88, -15, -92, -105, -170)),
    "hip": (STAND, Pose(0.5, 90, -60, -60, -90, -90)),
    "curl": (STAND, Pose(0.5, 90, -90, -185, -90, -90)),
}
LIKE = {
    "quad_set": "still_lying", "glute_med_isometric": "still_lying", "knee_extension_seated": "extensions",
    "sit_to_stand": "squats", "single_leg_squat": "squats", "wall_squat": "squats", "squat": "squats",
    "leg_press": "extensions", "clamshell": "heel_slides", "double_leg_hop": "hop", "single_leg_hop": "hop",
    "diagonal_hop": "hop", "single_leg_stance": "stance", "t_stance": "stance", "bosu_balance": "stance",
    "hamstring_curl": "curl", "knee_flexion_standing": "curl", "knee_to_chest_stretch": "heel_slides",
    "split_squat": "lunge", "forward_lunge": "lunge", "reverse_lunge": "lunge", "reverse_slide": "lunge",
    "step_up": "lunge", "arabesque": "stance", "walking": "hip", "tap": "still",
}


def move(name: str) -> tuple[Pose, Pose]:
    """The two ends of a movement, by the id of a calibration step or an exercise."""
    if name in MOVES:
        return MOVES[name]
    if name in LIKE:
        return MOVES[LIKE[name]]
    for part, like in (("straight_leg_raise", "straight_leg_raise"), ("hip", "hip"), ("bridge", "bridge")):
        if part in name:
            return MOVES[like]
    return MOVES["still"]


class Picture(QWidget):
    """One figure moving between the two ends of a movement; `share` (0-1) says where it is.

    Where there is less room than `least_px` in height it stays away.
    """

    def __init__(self, theme: Theme, least_px: int = 0) -> None:
        super().__init__()
        self._theme, self._least_px = theme, least_px
        self.name, self.share = "", 0.0

    def show_move(self, name: str, share: float) -> None:
        """Draw `name` at `share`; call it with a changing share to animate."""
        if (name, round(share, 2)) == (self.name, round(self.share, 2)):
            return
        self.name, self.share = name, share
        self.update()

    def show_time(self, name: str, t_s: float, period_s: float = 4.0) -> None:
        """Draw `name` swinging to and fro with time."""
        self.show_move(name, (1 - math.cos(2 * math.pi * t_s / period_s)) / 2)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(280, 280)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(80, 80)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        if self.height() < self._least_px:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start, end = move(self.name)
        room = self._room(start, end)
        self._floor(painter, room)
        if start is SIT:
            self._stool(painter, room)
        if start != end:
            painter.setOpacity(0.25)
            self._figure(painter, room, end)
            painter.setOpacity(1.0)
        self._figure(painter, room, start.toward(end, self.share))

    def _room(self, start: Pose, end: Pose) -> QRectF:
        """The unit square as large as lets the whole movement fit, its middle in the middle."""
        edges = [pose.extent() for pose in (start, end)]
        left, right = min(e[0] for e in edges) - MARGIN, max(e[1] for e in edges) + MARGIN
        top = max(e[2] for e in edges) + MARGIN
        side = min(self.width() / (right - left), self.height() / top)
        x = (self.width() - side * (left + right)) / 2
        return QRectF(x, (self.height() + side * top) / 2 - side, side, side)

    def _floor(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QPen(QColor(self._theme.hairline), max(1.0, room.width() * 0.008)))
        y = room.bottom() - room.height() * 0.03
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _stool(self, painter: QPainter, room: QRectF) -> None:
        size = room.height()
        top = room.bottom() - (SIT.hip_height() - 0.025) * size
        seat = QRectF(room.left() + 0.3 * size, top, 0.24 * size, room.bottom() - 0.03 * size - top)
        painter.fillRect(seat, QColor(self._theme.rest))

    def _figure(self, painter: QPainter, room: QRectF, pose: Pose) -> None:
        size = room.height()
        hip = QPointF(room.left() + pose.x * size, room.bottom() - pose.hip_height() * size)
        neck = _end(hip, pose.trunk, TRUNK * size)
        self._leg(painter, hip, (pose.other_thigh, pose.other_shank), size, self._theme.muted)
        self._line(painter, [hip, neck], size, self._theme.ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.ink))
        painter.drawEllipse(_end(neck, pose.trunk, HEAD * 1.15 * size), HEAD * size * 0.8, HEAD * size * 0.8)
        knee = self._leg(painter, hip, (pose.thigh, pose.shank), size, self._theme.accent)
        self._sensor(painter, _end(hip, pose.thigh, THIGH * size * 0.55), size)
        self._sensor(painter, _end(knee, pose.shank, SHANK * size * 0.3), size)

    def _leg(self, painter: QPainter, hip: QPointF, angles: tuple[float, float], size: float,
             colour: str) -> QPointF:
        knee = _end(hip, angles[0], THIGH * size)
        ankle = _end(knee, angles[1], SHANK * size)
        self._line(painter, [hip, knee, ankle, _end(ankle, angles[1] + 90, FOOT * size)], size, colour)
        return knee

    def _line(self, painter: QPainter, points: list[QPointF], size: float, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), size * 0.035, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                            Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(points)

    def _sensor(self, painter: QPainter, where: QPointF, size: float) -> None:
        painter.setPen(QPen(QColor(self._theme.ink), size * 0.008))
        painter.setBrush(QColor(self._theme.panel))
        half = size * 0.024
        painter.drawRoundedRect(QRectF(where.x() - half, where.y() - half, 2 * half, 2 * half), 3, 3)


def _end(start: QPointF, angle_deg: float, length: float) -> QPointF:
    angle = math.radians(angle_deg)
    return QPointF(start.x() + length * math.cos(angle), start.y() - length * math.sin(angle))
