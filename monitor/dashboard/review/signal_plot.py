"""One signal over a stretch of a recording: of one leg or both, gaps marked, with a cursor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout

from monitor.dashboard.look.decimate import thin
from monitor.dashboard.look.parts import Fitting
from monitor.dashboard.look.plots import Axes, FixedPlot, Ribbon, draw
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import RecordedLeg, RecordedSession, Span
from monitor.dashboard.review import signals
from monitor.dashboard.review.deciding import Decision
from monitor.dashboard.review.signals import Signal
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import number
from monitor.leg import Bools, Floats

FOREVER_S = 1e6
FAINT, FEWEST_BUCKETS = "46", 200        # transparency of a gap, as two hexadecimal digits


@dataclass(frozen=True, slots=True)
class Curves:
    """One leg's lines: the thigh's (or the only one), the shank's, the band, and a letter at the end."""

    lines: tuple[pg.PlotCurveItem, ...]
    ribbon: Ribbon
    letter: pg.TextItem


class SignalPlot(FixedPlot):
    """`sought` carries the time that was clicked, in seconds."""

    sought = QtSignal(float)

    def __init__(self, theme: Theme, signal: Signal) -> None:
        axes = Axes((0.0, 1.0), signal.y, signal.ticks, ((0.0, ""),))
        super().__init__(theme, axes, signals.name(signal.id))
        self.signal, self.factor = signal, 1
        self._farthest = 0.0
        bounds = Axes((0.0, FOREVER_S), signal.y, ())
        self._chosen, self._gaps = Ribbon(theme.soft, bounds), Ribbon(theme.deviation + FAINT, bounds)
        for item in (self._chosen, self._gaps):
            self.plot.addItem(item)
        self._legs = tuple(self._curves(*colours, bounds) for colours in
                           ((theme.accent, theme.ribbon), (theme.ink, theme.rest)))
        self._level = self.level(theme.deviation)
        self._cursor = pg.InfiniteLine(0, angle=90, pen=pg.mkPen(theme.ink, width=2))
        self.plot.addItem(self._cursor)
        self.view.scene().sigMouseClicked.connect(self._clicked)
        self.title = Fitting("", "muted")
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self.title)

    def _curves(self, colour: str, band: str, bounds: Axes) -> Curves:
        ribbon, letter = Ribbon(band, bounds), pg.TextItem("", color=colour, anchor=(1.0, 1.0))
        self.plot.addItem(ribbon)
        lines = tuple(self.curve(colour, dashed=place > 0) for place in range(len(self.signal.names)))
        self.plot.addItem(letter)
        return Curves(lines, ribbon, letter)

    def show_frame(self, session: RecordedSession, frame: Span) -> None:
        """Draw the stretch `frame` of a session."""
        shown, self._farthest = list(zip(session.legs, self._legs, strict=False)), 0.0
        for curves in self._legs[len(shown):]:
            _hide(curves)
        ends = [self._draw(leg, curves, frame) for leg, curves in shown]
        for (leg, curves), end in zip(shown, ends, strict=True):
            curves.letter.setVisible(session.both and end is not None)
            if end is not None:
                lower = any(other is not None and other > end for other in ends)
                curves.letter.setText(words.side_letter(leg.side))
                curves.letter.setAnchor((1.0, 0.0 if lower else 1.0))
                curves.letter.setPos(frame.end_s, end)
        gaps = [gap for gap in session.gaps if gap.end_s > frame.start_s and gap.start_s < frame.end_s]
        _show_spans(self._gaps, gaps, self.signal.y)
        self.plot.setXRange(frame.start_s, frame.end_s, padding=0.0)
        name, beyond = signals.name(self.signal.id), self._beyond()
        self.title.show_texts(f"{name}  ·  {signals.about(self.signal.id)}{beyond}", f"{name}{beyond}", name)

    def _draw(self, leg: RecordedLeg, curves: Curves, frame: Span) -> float | None:
        """Draw one leg; returns where its first curve ends, if it is known there."""
        trace, known = leg.trace, getattr(leg.trace, self.signal.known)
        first, last = (int(i) for i in trace.t_s.searchsorted([frame.start_s, frame.end_s]))
        ends = []
        for name, line in zip(self.signal.names, curves.lines, strict=True):
            values = getattr(trace, name)
            thinned = thin(values, known, first, last, max(FEWEST_BUCKETS, self.width()))
            index, self.factor = thinned.index, thinned.factor
            x, y, good = trace.t_s[index], values[index].astype(np.float64), known[index]
            draw(line, x, y, good)
            if self.signal.sigma:
                sigma = getattr(trace, self.signal.sigma)[index]
                curves.ribbon.show_band(*_band(x, y - sigma, y + sigma, good, paired=self.factor > 1))
            ends.append(float(y[good][-1]) if good.any() else None)
            low, high = self.signal.y
            self._farthest = max(self._farthest, *np.abs(y[good & ((y < low) | (y > high))]), 0.0)
        return ends[0]

    def _beyond(self) -> str:
        """How far the curves go beyond the axis, which never changes; empty where they do not."""
        return self.tr("  ·  beyond the axis: up to {}").format(self._words(self._farthest)) * bool(
            self._farthest)

    def _words(self, value: float) -> str:
        return f"{number(value, self.signal.decimals)}{signals.unit(self.signal.id)}"

    def show_chosen(self, span: Span | None, decided: Decision | None) -> None:
        """Mark a repetition, and the line it had to reach where this signal decided."""
        _show_spans(self._chosen, [span] if span else [], self.signal.y)
        mine = decided is not None and decided.signal == self.signal.id and decided.level is not None
        self._level.setVisible(mine)
        if mine and decided is not None and decided.level is not None:
            self._level.setValue(decided.level)
            self._level.label.setFormat(self._limit(decided, decided.level))

    def _limit(self, decided: Decision, level: float) -> str:
        if decided.from_rest is None:
            return self.tr("limit {}").format(self._words(level))
        return self.tr("{} from rest").format(self._words(decided.from_rest))

    def show_ticks(self, ticks: list[tuple[float, str]]) -> None:
        """Label the time axis, or not."""
        bottom = self.plot.getAxis("bottom")
        bottom.setTicks([ticks])
        bottom.setHeight(22 if ticks else 4)

    def show_position(self, position_s: float) -> None:
        self._cursor.setValue(position_s)

    def _clicked(self, event: object) -> None:
        where = self.plot.getViewBox().mapSceneToView(event.scenePos())  # type: ignore[attr-defined]
        self.sought.emit(float(where.x()))


def _band(x: Floats, low: Floats, high: Floats, good: Bools, *,
          paired: bool) -> tuple[Floats, Floats, Floats, Bools]:
    """A band's edges; round pairs of extremes its outline, which is drawn far faster than a zigzag."""
    if not paired:
        return x, low, high, good
    return x[::2], np.minimum(low[::2], low[1::2]), np.maximum(high[::2], high[1::2]), good[::2] & good[1::2]


def _hide(curves: Curves) -> None:
    for line in curves.lines:
        line.setData([], [])
    curves.letter.hide()


def _show_spans(band: Ribbon, spans: list[Span], y: tuple[float, float]) -> None:
    """Fill the whole height over some stretches of time."""
    x = np.array([t for span in spans for t in (span.start_s, span.end_s, span.end_s)])
    filled = np.tile([True, True, False], len(spans))
    band.show_band(x, np.full(len(x), y[0]), np.full(len(x), y[1]), filled)
