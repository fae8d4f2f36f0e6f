"""The three curves of the live page: flexion with its ribbon, leg lift, dynamic acceleration."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication

from monitor.dashboard.look.plots import FLEXION_RANGE_DEG, Axes, FixedPlot, Ribbon, draw, seconds_ago
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import number
from monitor.snapshot import Snapshot, Trace

SPAN_S = 20
translate = QCoreApplication.translate


def _axes(y: tuple[float, float], ticks: tuple[float, ...], *, timed: bool = False) -> Axes:
    if not timed:
        return Axes((-float(SPAN_S), 0.0), y, ticks)
    texts = ["", *(f"{number(-s)} s" for s in (15, 10, 5)), translate("plots", "now")]    # the title says 20
    return Axes((-float(SPAN_S), 0.0), y, ticks, seconds_ago(SPAN_S, texts))


class FlexionPlot(FixedPlot):
    """Knee flexion of the last 20 s with a band of one standard deviation, from -10 to 140 degrees.

    Of both legs where both wear sensors: the right one's curve is dark, and each ends in its letter.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _axes(FLEXION_RANGE_DEG, (-10, 20, 50, 80, 110, 140), timed=True),
                         translate("plots", "Knee flexion, last 20 seconds"))
        self.legs = (FlexionCurve(self, theme.accent, theme.ribbon),
                     FlexionCurve(self, theme.ink, theme.rest))
        self._target = self.level(theme.accent)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        legs = snapshot.legs or (snapshot,)
        for curve, leg in zip_longest(self.legs, legs):
            curve.show_trace(leg.trace if leg else None, snapshot.t_s)
        self._name(legs if len(legs) > 1 else ())
        show_target(self._target, snapshot, "flexion_deg")


    def _name(self, legs: Sequence[Snapshot]) -> None:
        """A letter where each curve ends, the higher one's above it, the lower one's below."""
        ends = [leg.trace.flexion_deg[-1:].sum() for leg in legs]
        for curve, leg in zip_longest(self.legs, legs):
            shown = leg is not None and bool(leg.trace.valid[-1:].any())
            curve.letter.setVisible(shown)
            if shown:
                end = float(leg.trace.flexion_deg[-1])
                curve.letter.setText(words.side_letter(leg.side))
                curve.letter.setAnchor((1.0, 1.0 if end >= max(ends) else 0.0))
                curve.letter.setPos(0.0, end)


class FlexionCurve:
    """One leg's flexion on a plot: line, ribbon, and a letter where the line ends."""

    def __init__(self, plot: FixedPlot, colour: str, ribbon: str) -> None:
        self.ribbon = Ribbon(ribbon, plot.axes)
        plot.plot.addItem(self.ribbon)
        self.line = plot.curve(colour)
        self.letter = pg.TextItem("", color=colour, anchor=(1.0, 1.0))
        plot.plot.addItem(self.letter)

    def show_trace(self, trace: Trace | None, now_s: float) -> None:
        """Draw the trace as it lies before `now_s`; None draws nothing."""
        for item in (self.ribbon, self.line):
            item.setVisible(trace is not None)
        if trace is None:
            return
        x, y, sigma, valid = trace.t_s - now_s, trace.flexion_deg, trace.sigma_deg, trace.valid
        self.ribbon.show_band(x, y - sigma, y + sigma, valid)
        draw(self.line, x, y, valid)


class LiftPlot(FixedPlot):
    """Thigh and shank lean of the last 20 s: thigh above the horizontal, shank tilt from its rest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _axes((-95, 140), (-90, 0, 90)),
                         translate("plots", "Leg lift, last 20 seconds"))
        self._thigh = self.curve(theme.ink)
        self._shank = self.curve(theme.accent, dashed=True)
        self._target = self.level(theme.accent)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        trace = snapshot.trace
        x = trace.t_s - snapshot.t_s
        known = trace.oriented
        draw(self._thigh, x, trace.thigh_elevation_deg, known)
        draw(self._shank, x, trace.shank_tilt_deg, known)
        show_target(self._target, snapshot, "thigh_elevation_deg")


class AccelerationPlot(FixedPlot):
    """Acceleration without gravity of the last 20 s; beyond the axis it is clipped by the frame."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _axes((-0.2, 6.2), (0, 3, 6)),
                         translate("plots", "Acceleration without gravity, last 20 seconds"))
        self._thigh = self.curve(theme.ink)
        self._shank = self.curve(theme.accent, dashed=True)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        trace = snapshot.trace
        x = trace.t_s - snapshot.t_s
        known = trace.sensed
        draw(self._thigh, x, trace.thigh_acc_g, known)
        draw(self._shank, x, trace.shank_acc_g, known)


def show_target(line: object, snapshot: Snapshot, signal: str) -> None:
    """Show the exercise's target on the plot of its own signal, hide it elsewhere."""
    exercise = snapshot.exercise
    wanted = exercise is not None and exercise.signal_name == signal and exercise.signal_target is not None
    line.setVisible(wanted)  # type: ignore[attr-defined]
    if wanted and exercise is not None and exercise.signal_target is not None:
        line.setValue(exercise.signal_target)  # type: ignore[attr-defined]
        line.label.setFormat(translate("plots", "target {}").format(f"{number(exercise.signal_target)}°"))  # type: ignore[attr-defined]
