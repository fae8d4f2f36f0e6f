"""How the chief quantities went over the sessions, against the smallest change that is more than chance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor.dashboard.home.so_far import measured
from monitor.dashboard.look.parts import Choice, Fitting, Line, Panel, column, label
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.review.habits import Habits
from monitor.dashboard.review.pain_chart import PainChart, pain_words
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import day, number
from monitor.history.follow_up import Dose
from monitor.history.rows import Course
from monitor.values import Side

MOST = 4
LEFT_PX, LOWEST_PX, TOP_PX, DOT_PX, HIGHEST_PX = 44, 20, 8, 3.5, 240


class TrendChart(QWidget):
    """Each session's mean with its SD; the band round the first one is what chance alone explains."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._course: Course | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(HIGHEST_PX)

    def show_course(self, course: Course) -> None:
        self._course = course
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, 180)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, 70)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        if self._course is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = extent(self._course)
        self._band(painter, self._course, low, high)
        self._points(painter, self._course, low, high)
        self._dates(painter, self._course)

    def _y(self, value: float, low: float, high: float) -> float:
        return TOP_PX + (self.height() - LOWEST_PX - TOP_PX) * (high - value) / (high - low)

    def _band(self, painter: QPainter, course: Course, low: float, high: float) -> None:
        first, least = course.trend.points[0].mean, course.trend.smallest_real_change
        painter.setPen(QColor(self._theme.muted))
        for value in dict.fromkeys((first, course.trend.points[-1].mean)):
            box = QRectF(0, self._y(value, low, high) - 10, LEFT_PX - 8, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number(value))
        if least is not None:
            top, foot = self._y(first + least, low, high), self._y(first - least, low, high)
            band = QRectF(LEFT_PX, top, self.width() - LEFT_PX, foot - top)
            painter.fillRect(band, QColor(self._theme.rest))

    def _points(self, painter: QPainter, course: Course, low: float, high: float) -> None:
        points = course.trend.points
        step = (self.width() - LEFT_PX - 16) / (len(points) - 1)
        spots = [QPointF(LEFT_PX + 8 + place * step, self._y(point.mean, low, high))
                 for place, point in enumerate(points)]
        painter.setPen(QPen(QColor(self._theme.muted), 1))
        for spot, point in zip(spots, points, strict=True):
            painter.drawLine(QPointF(spot.x(), self._y(point.mean - point.sd, low, high)),
                             QPointF(spot.x(), self._y(point.mean + point.sd, low, high)))
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawPolyline(QPolygonF(spots))
        painter.setBrush(QColor(self._theme.accent))
        for spot in spots:
            painter.drawEllipse(spot, DOT_PX, DOT_PX)

    def _dates(self, painter: QPainter, course: Course) -> None:
        painter.setPen(QColor(self._theme.muted))
        line = QRectF(LEFT_PX, self.height() - LOWEST_PX + 2, self.width() - LEFT_PX, LOWEST_PX)
        for point, side in ((course.trend.points[0], Qt.AlignmentFlag.AlignLeft),
                            (course.trend.points[-1], Qt.AlignmentFlag.AlignRight)):
            painter.drawText(line, side, day(datetime.fromtimestamp(point.start_ns / 1e9).astimezone()))


class TrendsPanel(Panel):
    """The quantities with the clearest change, or those of one exercise; and the pain of each session."""

    def __init__(self, theme: Theme, habits: Habits) -> None:
        super().__init__(self.tr("Changes over the sessions"), self.tr("band: what chance alone explains"))
        self._habits = habits
        self._courses: tuple[Course, ...] = ()
        self.exercise = Choice()
        self.exercise.setAccessibleName(self.tr("Which exercise's changes"))
        self.nothing = label(self.tr("Changes appear here after the second session of an exercise."), "muted")
        self.charts = [(Line("", "strong"), TrendChart(theme), label("", "muted")) for _ in range(MOST)]
        self._rows = [column(*parts, spacing=2) for parts in self.charts]
        self.pain, self.pain_said = PainChart(theme), Fitting("", "muted")
        self._pain_row = column(Line(self.tr("Pain"), "strong"), self.pain, self.pain_said, spacing=2)
        self.column.addWidget(self.exercise)
        self.column.addWidget(self.nothing)
        for each in (*self._rows, self._pain_row):
            self.column.addWidget(each, 1)
        self.column.addStretch(0)
        self._pain_row.hide()
        self.exercise.activated.connect(self._choose)

    def show_courses(self, courses: Sequence[Course]) -> None:
        """Show the courses of two sessions or more, those with a real change first."""
        moved = [course for course in courses if len(course.trend.points) > 1]
        self._courses = tuple(sorted(moved, key=lambda course: not course.trend.is_real))
        self.nothing.setVisible(not moved)
        self._offer(dict.fromkeys(course.exercise for course in moved))
        self._show_chosen()

    def show_doses(self, doses: Sequence[Dose]) -> None:
        """Show the pain of each session, where any was told."""
        said = pain_words(doses)
        self._pain_row.setVisible(bool(said))
        self.pain_said.show_texts(said, pain_words(doses, brief=True))
        self.pain.show_doses(doses)

    def _offer(self, exercises: Iterable[str]) -> None:
        self.exercise.clear()
        self.exercise.addItem(self.tr("The clearest changes"), "")
        for exercise in exercises:
            self.exercise.addItem(title(exercise), exercise)
        self.exercise.setCurrentIndex(max(0, self.exercise.findData(self._habits.get("trends", ""))))
        self.exercise.setVisible(self.exercise.count() > 2)

    def _choose(self) -> None:
        self._habits.keep("trends", str(self.exercise.currentData()))
        self._show_chosen()

    def _show_chosen(self) -> None:
        wanted = self.exercise.currentData()
        shown = [course for course in self._courses if not wanted or course.exercise == wanted][:MOST]
        both = len({course.side for course in self._courses}) > 1
        for place, (each, (name, chart, said)) in enumerate(zip(self._rows, self.charts, strict=True)):
            each.setVisible(place < len(shown))
            if place < len(shown):
                course = shown[place]
                leg = f"  ·  {words.side(Side(course.side))}" if both else ""
                name.setText(f"{title(course.exercise)}: {measured(course.name)[0]}{leg}")
                chart.show_course(course)
                chart.setAccessibleName(self._words(course))
                said.setText(self._words(course))

    def _words(self, course: Course) -> str:
        unit, points, trend = measured(course.name)[1], course.trend.points, course.trend
        moved = f"{number(points[0].mean)} → {number(points[-1].mean)}{unit}"
        if trend.smallest_real_change is None:
            return moved
        least = f"{number(trend.smallest_real_change, 1)}{unit}"
        if trend.is_real:
            return self.tr("{} ✓ a real change: more than {}").format(moved, least)
        return self.tr("{} · may be chance: less than {}").format(moved, least)


def extent(course: Course) -> tuple[float, float]:
    """The lowest and highest value that a chart must hold."""
    points, least = course.trend.points, course.trend.smallest_real_change or 0.0
    lows = [points[0].mean - least, *(point.mean - point.sd for point in points)]
    highs = [points[0].mean + least, *(point.mean + point.sd for point in points)]
    low, high = min(lows), max(highs)
    return (low, high) if high > low else (low - 1.0, high + 1.0)
