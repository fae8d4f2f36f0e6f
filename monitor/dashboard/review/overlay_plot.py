"""The plot of repetitions laid over each other, with mean, band, and another session's mean."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor.dashboard.look.overlay import Overlay
from monitor.dashboard.look.plots import Axes, FixedPlot, Ribbon, draw
from monitor.dashboard.look.theme import Theme

translate = QCoreApplication.translate
ROOM = 0.08           # of the range, above and below the curves
NEAR_PX = 12.0        # a click this near a curve chooses it


class OverlayPlot(QWidget):
    """`chosen` carries the place of the repetition that was clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Overlay | None = None
        self._plot: FixedPlot | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_overlay(self, shown: Overlay | None, *, percent: bool, chosen: int | None,
                     other: Overlay | None) -> None:
        """Draw the curves; `chosen` stands out, `other` is another session's mean (dashed)."""
        self._shown = shown
        if self._plot is not None:
            self._layout.removeWidget(self._plot)
            self._plot.setParent(None)
            self._plot = None
        if shown is None:
            return
        plot = FixedPlot(self._theme, _axes(shown, other, percent=percent),
                         translate("overlay", "Repetitions laid over each other"))
        plot.view.scene().sigMouseClicked.connect(self._clicked)
        self._plot = plot
        self._layout.addWidget(plot)
        if percent:
            self._draw_mean(plot, shown)
        self._draw_all(plot, shown)
        if percent:
            self._draw_line(plot, shown, self._theme.accent, dashed=False)
        for curve in shown.curves:
            if curve.place == chosen:
                draw(plot.curve(self._theme.deviation), curve.x, curve.values, np.full(len(curve.x), True))
        if percent and other is not None:
            self._draw_line(plot, other, self._theme.ink, dashed=True)

    def _draw_all(self, plot: FixedPlot, shown: Overlay) -> None:
        """Every repetition, as one item of the plot: an hour may hold a thousand."""
        ends = np.cumsum([len(curve.x) for curve in shown.curves]) - 1
        joined = np.ones(ends[-1] + 1, np.int32)
        joined[ends] = 0
        plot.curve(self._theme.muted).setData(
            np.concatenate([curve.x for curve in shown.curves]),
            np.concatenate([curve.values for curve in shown.curves]), connect=joined, skipFiniteCheck=True)

    def _draw_mean(self, plot: FixedPlot, shown: Overlay) -> None:
        ribbon = Ribbon(self._theme.ribbon, plot.axes)
        plot.plot.addItem(ribbon)
        x = shown.curves[0].x
        ribbon.show_band(x, shown.mean - shown.deviation, shown.mean + shown.deviation, np.full(len(x), True))

    def _draw_line(self, plot: FixedPlot, of: Overlay, colour: str, *, dashed: bool) -> None:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        line = pg.PlotCurveItem(of.curves[0].x, of.mean, pen=pg.mkPen(colour, width=3, style=style),
                                antialias=True)
        plot.plot.addItem(line)

    def _clicked(self, event: object) -> None:
        """Choose the repetition whose curve is nearest to the click."""
        if self._plot is None or self._shown is None:
            return
        box = self._plot.plot.getViewBox()
        where = box.mapSceneToView(event.scenePos())  # type: ignore[attr-defined]
        degrees_in_a_pixel = box.viewPixelSize()[1]
        distances = [abs(float(np.interp(where.x(), c.x, c.values)) - where.y()) for c in self._shown.curves]
        nearest = int(np.argmin(distances))
        if distances[nearest] <= NEAR_PX * degrees_in_a_pixel:
            self.chosen.emit(self._shown.curves[nearest].place)


def _axes(shown: Overlay, other: Overlay | None, *, percent: bool) -> Axes:
    """Room for every curve; time in percent of the repetition, or in seconds."""
    everything = [c.values for c in shown.curves] + ([other.mean] if other is not None else [])
    low, high = min(float(v.min()) for v in everything), max(float(v.max()) for v in everything)
    room = max(1.0, (high - low) * ROOM)
    longest = max(float(c.x[-1]) for c in shown.curves)
    step = _step((high - low) / 4)
    ticks = tuple(float(v) for v in np.arange(np.ceil(low / step) * step, high + room, step))
    step_x = 25.0 if percent else _step(longest / 5)
    x_ticks = tuple((float(v), f"{v:g}") for v in np.arange(0.0, longest + 0.01, step_x))
    return Axes((0.0, longest), (low - room, high + room), ticks, x_ticks)


def _step(wanted: float) -> float:
    """The round number nearest above `wanted`."""
    return next((s for s in (1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 45.0) if s >= wanted), 90.0)
