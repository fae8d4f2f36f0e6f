"""Curves on fixed axes, drawn by pyqtgraph the cheap way: width 1, no autorange, gaps left as gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QVBoxLayout, QWidget

from monitor.dashboard.look.decimate import runs
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text.figures import number
from monitor.leg import Bools, Floats

LABEL_PIXELS = 13
BESIDE_PX = 28           # room at the right for half of the last label, in any language
BAND_POINTS = 400        # corners along one edge of a ribbon
FLEXION_RANGE_DEG = (-10.0, 140.0)


@dataclass(frozen=True, slots=True)
class Axes:
    """Fixed axes: both ranges, and where the lines and figures of the y axis stand."""

    x: tuple[float, float]
    y: tuple[float, float]
    y_ticks: tuple[float, ...]
    x_ticks: tuple[tuple[float, str], ...] = ()


class Ribbon(pg.GraphicsObject):  # type: ignore[misc]
    """A filled band round a curve, one polygon for each valid stretch."""

    def __init__(self, colour: str, bounds: Axes) -> None:
        super().__init__()
        self._brush = pg.mkBrush(colour)
        self._bounds = QRectF(bounds.x[0], bounds.y[0], bounds.x[1] - bounds.x[0], bounds.y[1] - bounds.y[0])
        self._polygons: list[QPolygonF] = []

    def show_band(self, x: Floats, low: Floats, high: Floats, valid: Bools) -> None:
        """Fill between `low` and `high`, all (n,), where `valid`."""
        self._polygons = [_band(x[a:b], low[a:b], high[a:b]) for a, b in runs(valid) if b - a > 1]
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return self._bounds

    def paint(self, painter: QPainter, *_: QStyleOptionGraphicsItem | QWidget | None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brush)
        for polygon in self._polygons:
            painter.drawPolygon(polygon)


def _band(x: Floats, low: Floats, high: Floats) -> QPolygonF:
    step = max(1, len(x) // BAND_POINTS)
    keep = np.unique(np.append(np.arange(0, len(x), step), len(x) - 1))
    made: QPolygonF = arrayToQPolygonF(np.concatenate([x[keep], x[keep][::-1]]),
                                       np.concatenate([high[keep], low[keep][::-1]]))
    return made


class FixedPlot(QWidget):
    """A plot that never rescales by itself. `curve` adds one; the mouse does nothing."""

    def __init__(self, theme: Theme, axes: Axes, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.axes = axes
        self.setAccessibleName(name)
        self.setMinimumHeight(60)
        self.view = pg.PlotWidget(background=theme.panel)
        self.view.setFrameShape(self.view.Shape.NoFrame)
        for part in (self.view, self.view.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot = self.view.getPlotItem()
        self._prepare()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def _prepare(self) -> None:
        self.plot.hideButtons()
        self.plot.setMenuEnabled(False)
        self.plot.setMouseEnabled(False, False)
        self.plot.disableAutoRange()
        self.plot.setRange(xRange=self.axes.x, yRange=self.axes.y, padding=0.0, disableAutoRange=True)
        self.plot.layout.setContentsMargins(0, 8, BESIDE_PX, 4)
        self._style_axes()
        for y in self.axes.y_ticks:
            self.plot.addItem(pg.InfiniteLine(y, angle=0, pen=pg.mkPen(self.theme.grid, width=1)))

    def _style_axes(self) -> None:
        font = QFont()
        font.setPixelSize(LABEL_PIXELS)
        left, bottom = self.plot.getAxis("left"), self.plot.getAxis("bottom")
        for axis in (left, bottom):
            axis.setStyle(tickFont=font, tickLength=0, hideOverlappingLabels=BESIDE_PX, tickAlpha=0)
            axis.setPen(pg.mkPen(None))
            axis.setTickPen(pg.mkPen(None))
            axis.setTextPen(self.theme.muted)
        left.setWidth(42)
        bottom.setHeight(22 if self.axes.x_ticks else 4)
        left.setTicks([[(y, number(y, 0 if y == int(y) else 1)) for y in self.axes.y_ticks]])
        bottom.setTicks([list(self.axes.x_ticks)])

    def curve(self, colour: str, *, dashed: bool = False) -> pg.PlotCurveItem:
        """A new line on the plot, one pixel wide."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        item = pg.PlotCurveItem(pen=pg.mkPen(colour, width=1, style=style), antialias=False)
        self.plot.addItem(item)
        return item

    def level(self, colour: str) -> pg.InfiniteLine:
        """A dashed horizontal line with a word beside it (hidden until `setValue`)."""
        placed = {"position": 0.94, "color": colour, "anchors": [(1, 1), (1, 1)],
                  "fill": pg.mkBrush(self.theme.panel)}
        pen = pg.mkPen(colour, width=1, style=Qt.PenStyle.DashLine)
        line = pg.InfiniteLine(0, angle=0, pen=pen, label="", labelOpts=placed)
        line.setVisible(False)
        self.plot.addItem(line)
        return line


def draw(curve: pg.PlotCurveItem, x: Floats, y: Floats, valid: Bools) -> None:
    """Set a curve's points, (n,) each, joined only between neighbours that are both valid."""
    if len(x) < 2 or not valid.any():
        curve.setData([], [])
        return
    if valid.all():
        curve.setData(x, y, connect="all", skipFiniteCheck=True)
        return
    joined = np.append(valid[:-1] & valid[1:], False)
    curve.setData(x, y, connect=joined.astype(np.int32), skipFiniteCheck=True)


def seconds_ago(span_s: int, texts: Sequence[str]) -> tuple[tuple[float, str], ...]:
    """Ticks of an axis that ends now: `texts` spread evenly from -span to 0."""
    return tuple((float(x), t) for x, t in zip(np.linspace(-span_s, 0, len(texts)), texts, strict=True))
