"""The stretch of curve round the position, with a cursor; says whenever points were left out."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent

from monitor.dashboard.look.decimate import thin
from monitor.dashboard.look.parts import Panel, set_role
from monitor.dashboard.look.plots import FLEXION_RANGE_DEG, Axes, FixedPlot, Ribbon, draw
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import RecordedSession, Span
from monitor.dashboard.text.figures import clock

TICKS = 5


class TracePanel(Panel):
    """Flexion with its ribbon over `frame`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("TracePanel", "Trace"), " ")
        axes = Axes((0.0, 1.0), FLEXION_RANGE_DEG, (0, 45, 90, 135), ((0.0, ""),))
        self.plot = FixedPlot(theme, axes, self.tr("Knee flexion round the position"))
        self._ribbon = Ribbon(theme.ribbon, Axes((0.0, 1e6), FLEXION_RANGE_DEG, ()))
        self.plot.plot.addItem(self._ribbon)
        self._curve = self.plot.curve(theme.accent)
        self._cursor = pg.InfiniteLine(0, angle=90, pen=pg.mkPen(theme.ink, width=2))
        self.plot.plot.addItem(self._cursor)
        self.frame = Span(0.0, 0.0)
        self.factor = 1
        self.column.addWidget(self.plot, 1)
        self._session: RecordedSession | None = None

    def show_session(self, session: RecordedSession) -> None:
        """Draw the same stretch of a session of which more is known; of another one, nothing yet."""
        if self._session is not None and self._session.entry.key == session.entry.key:
            self.show_frame(session, self.frame)
        else:
            self._session, self.frame = session, Span(0.0, 0.0)

    def show_frame(self, session: RecordedSession, frame: Span) -> None:
        """Draw the stretch `frame` of a session."""
        self._session, self.frame = session, frame
        trace = session.trace
        first, last = (int(i) for i in trace.t_s.searchsorted([frame.start_s, frame.end_s]))
        thinned = thin(trace.flexion_deg, trace.valid, first, last, max(200, self.plot.width()))
        index, self.factor = thinned.index, thinned.factor
        x, y, sigma = (values[index] for values in (trace.t_s, trace.flexion_deg, trace.sigma_deg))
        valid = trace.valid[index]
        self._ribbon.show_band(x, y - sigma, y + sigma, valid)
        draw(self._curve, x, y, valid)
        self.plot.plot.setXRange(frame.start_s, frame.end_s, padding=0.0)
        step = (frame.end_s - frame.start_s) / (TICKS - 1)
        ticks = [(frame.start_s + i * step, clock(frame.start_s + i * step)) for i in range(TICKS)]
        self.plot.plot.getAxis("bottom").setTicks([ticks])
        self.hint.setText(self.tr("downsampled {} to 1").format(self.factor) if self.factor > 1
                          else self.tr("every sample"))
        set_role(self.hint, "deviation" if self.factor > 1 else "muted")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self._session is not None:
            self.show_frame(self._session, self.frame)

    def show_position(self, position_s: float) -> None:
        self._cursor.setValue(position_s)
