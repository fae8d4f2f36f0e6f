"""Knee flexion now: one large number that is only ever a live one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor.dashboard import words
from monitor.dashboard.figures import UNKNOWN, degrees, number, plus_minus
from monitor.dashboard.parts import Panel, label, set_role
from monitor.dashboard.theme import Theme
from monitor.leg import Posture
from monitor.snapshot import CalibrationState, Snapshot

LETTER_PART, SMALL_PART = 0.78, 0.34     # a letter's width, and the uncertainty, in sizes of the type
LEAST_LETTERS = 4                        # so that the size does not jump between 9° and 10°
LOCKED_BELOW_DEG = 10.0
WAITING = (CalibrationState.MISSING, CalibrationState.RUNNING)


class BigNumber(QWidget):
    """A value with its uncertainty on one baseline, as large as the room allows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.value, self.uncertainty, self.live = UNKNOWN, "", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_value(self, value: str, uncertainty: str, *, live: bool) -> None:
        """Draw `value`; grey unless it is `live`."""
        if (value, uncertainty, live) == (self.value, self.uncertainty, self.live):
            return
        self.value, self.uncertainty, self.live = value, uncertainty, live
        self.setAccessibleName(f"{value} {uncertainty}")
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(160, 48)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, 132)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        large, small = self._fonts()
        baseline = (self.height() + QFontMetricsF(large).capHeight()) / 2
        painter.setFont(large)
        painter.setPen(QColor(self._theme.ink if self.live else self._theme.muted))
        painter.drawText(0, round(baseline), self.value)
        left = QFontMetricsF(large).horizontalAdvance(self.value) + small.pixelSize() * 0.5
        painter.setFont(small)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(round(left), round(baseline), self.uncertainty)

    def _fonts(self) -> tuple[QFont, QFont]:
        large, small = QFont(self.font()), QFont(self.font())
        widest = max(LEAST_LETTERS, len(self.value) + len(self.uncertainty) * SMALL_PART)
        size = max(24, min(132, round(self.height() * 0.95), round(self.width() / widest / LETTER_PART)))
        large.setPixelSize(size)
        large.setBold(self.value != UNKNOWN)
        small.setPixelSize(max(14, round(size * SMALL_PART)))
        return large, small


class KneeCard(Panel):
    """Flexion now with one standard deviation, or the sentence that says why there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.caption = label("", "muted")
        self.now = self.tr("Knee flexion now")   # how the moment is called that is not in the past
        self.number = BigNumber(theme)
        self.sentence = label("", "strong")
        self.sentence.setMinimumHeight(self.sentence.fontMetrics().height())
        for widget in (self.caption, self.number, self.sentence):
            self.column.addWidget(widget)
        self.column.setStretch(1, 1)

    def show_snapshot(self, snapshot: Snapshot, seconds_back: float = 0.0) -> None:
        """Show `snapshot`; a moment of the past is grey and says how old it is."""
        knee = snapshot.knee
        live = words.may_show(knee)
        now = live and not seconds_back
        shown = degrees(knee.flexion_deg) if live else UNKNOWN
        self.number.show_value(shown, plus_minus(knee.sigma_deg) if live else "", live=now)
        self.caption.setText(self._caption(seconds_back))
        why = words.why_no_angle(knee, snapshot.calibration)
        self.sentence.setText(self._state(snapshot) if live else why)
        waiting = snapshot.calibration.state in WAITING
        set_role(self.sentence, "" if live else "muted" if waiting else "deviation")

    def _caption(self, seconds_back: float) -> str:
        if not seconds_back:
            return self.now
        return self.tr("Knee flexion {} s ago").format(number(seconds_back))

    def _state(self, snapshot: Snapshot) -> str:
        where = words.posture(snapshot.posture)
        lying = snapshot.posture in (Posture.SUPINE, Posture.PRONE, Posture.SIDE_LEG_UP)
        if lying and snapshot.knee.flexion_deg < LOCKED_BELOW_DEG:
            return where + self.tr(" · knee straight ✓")
        return where
