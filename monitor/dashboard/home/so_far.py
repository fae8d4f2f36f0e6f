"""The weeks at a glance: how much was done on each of the last days, and how the chief quantities went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from monitor.dashboard.look.parts import Panel, label
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import day, number
from monitor.history.follow_up import Dose
from monitor.history.rows import Course

DAYS, MOST_COURSES = 14, 3
LETTER_PX, MOST_HEIGHT_PX = 20, 220
UNITS = {"deg": "°", "s": " s", "cm": " cm", "g": " g"}


class DaysStrip(QWidget):
    """A bar for each of the last two weeks' days, as high as its counted repetitions."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.counted: tuple[int, ...] = (0,) * DAYS
        self._last = date.min
        self.setMinimumHeight(64)
        self.setMaximumHeight(MOST_HEIGHT_PX)

    def show_days(self, counted: Sequence[int], last: date) -> None:
        """Counted repetitions of each of `DAYS` days, of which `last` is the newest."""
        self.counted, self._last = tuple(counted), last
        active = sum(map(bool, counted))
        self.setAccessibleName(self.tr("Exercised on {} of the last {} days").format(active, len(counted)))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, 96)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch, room = self.width() / DAYS, self.height() - LETTER_PX
        most = max(1, *self.counted)
        for place, count in enumerate(self.counted):
            weekday = (self._last.isoweekday() + place) % 7 + 1
            left, wide = place * pitch + pitch * 0.22, pitch * 0.56
            high = max(4.0, (room - 4) * count / most)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent if count else self._theme.rest))
            painter.drawRoundedRect(QRectF(left, room - high, wide, high), 3, 3)
            painter.setPen(QColor(self._theme.ink if place == DAYS - 1 else self._theme.muted))
            letter = QLocale().standaloneDayName(weekday, QLocale.FormatType.NarrowFormat)
            painter.drawText(QRectF(place * pitch, room, pitch, LETTER_PX), Qt.AlignmentFlag.AlignCenter,
                             letter)


class Spark(QWidget):
    """A quantity from session to session, without an axis: its values stand beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._values: tuple[float, ...] = (0.0,)
        self.setFixedSize(72, 22)

    def show_values(self, values: Sequence[float]) -> None:
        self._values = tuple(values)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = min(self._values), max(self._values)
        step, room = (self.width() - 8) / max(1, len(self._values) - 1), self.height() - 8
        share = [(v - low) / (high - low) if high > low else 0.5 for v in self._values]
        line = [QPointF(4 + i * step, 4 + room * (1 - s)) for i, s in enumerate(share)]
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawPolyline(line)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawEllipse(line[-1], 2.5, 2.5)


class SoFarPanel(Panel):
    """Empty weeks say so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("SoFarPanel", "So far"), " ")
        self._theme = theme
        self.days = DaysStrip(theme)
        self.nothing = label(self.tr("Your days and changes appear here after the first session."), "muted")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(14)
        self.grid.setColumnStretch(0, 1)
        self.lines = [(label("", ""), Spark(theme), label("", "muted")) for _ in range(MOST_COURSES)]
        for place, parts in enumerate(self.lines):
            for part, widget in enumerate(parts):
                self.grid.addWidget(widget, place, part)
            parts[2].setWordWrap(False)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.days, 4)
        self.column.addLayout(self.grid)
        self.column.addStretch(1)

    def show_weeks(self, doses: Sequence[Dose], courses: Sequence[Course], now: datetime) -> None:
        """Show the sessions and quantities of one patient as they stand."""
        self.nothing.setVisible(not doses)
        self.days.setVisible(bool(doses))
        counted = [0] * DAYS
        for dose in doses:
            ago = (now.date() - datetime.fromtimestamp(dose.start_ns / 1e9, now.tzinfo).date()).days
            if 0 <= ago < DAYS:
                counted[DAYS - 1 - ago] += dose.counted
        self.days.show_days(counted, now.date())
        self.hint.setText(self._last(doses, now) or " ")
        self._show_courses(chief(courses))

    def _last(self, doses: Sequence[Dose], now: datetime) -> str:
        """The last session in words."""
        if not doses:
            return ""
        last = doses[-1]
        when = datetime.fromtimestamp(last.start_ns / 1e9, now.tzinfo).date()
        said = self.tr("last {}: {} repetitions").format(day(when), number(last.counted))
        return said if last.pain_during is None else said + self.tr(", pain {}").format(last.pain_during)

    def _show_courses(self, shown: Sequence[Course]) -> None:
        for place, (name, spark, values) in enumerate(self.lines):
            for widget in (name, spark, values):
                widget.setVisible(place < len(shown))
            if place < len(shown):
                course = shown[place]
                points = course.trend.points
                name.setText(f"{title(course.exercise)}, {measured(course.name)[0]}")
                spark.show_values([point.mean for point in points])
                values.setText(changed(course))


def chief(courses: Sequence[Course]) -> list[Course]:
    """The quantities with the clearest change; only those of two sessions or more."""
    moved = [c for c in courses if len(c.trend.points) > 1]
    return sorted(moved, key=lambda c: not c.trend.is_real)[:MOST_COURSES]


def measured(name: str) -> tuple[str, str]:
    """A quantity's name in words, and its unit."""
    stem, _, suffix = name.rpartition("_")
    if suffix in UNITS:
        return words.measure(stem).lower(), UNITS[suffix]
    return words.measure(name).lower(), ""


def changed(course: Course) -> str:
    """From the first session to the newest; a word where the change may be chance."""
    unit, points = measured(course.name)[1], course.trend.points
    said = f"{number(points[0].mean)} → {number(points[-1].mean)}{unit}"
    if course.trend.is_real:
        return said
    return QCoreApplication.translate("SoFarPanel", "{}, perhaps chance").format(said)
