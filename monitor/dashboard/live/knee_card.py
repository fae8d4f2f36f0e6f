"""Knee flexion now: one large number that is only ever a live one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor.dashboard.live.symmetry import live_symmetry
from monitor.dashboard.look.parts import Fitting, Panel, label, row, set_role, stacked
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import UNKNOWN, degrees, number, plus_minus
from monitor.leg import Posture
from monitor.snapshot import CalibrationState, KneeNow, Snapshot

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


class KneeNumber(QWidget):
    """One knee's flexion under its caption."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.caption, self.number = Fitting("", "muted"), BigNumber(theme)
        self.setLayout(stacked((self.caption, 0), (self.number, 1)))

    def show_knee(self, knee: KneeNow, seconds_back: float) -> None:
        """Show the angle of a moment; one of the past is grey."""
        live = words.may_show(knee)
        value, spread = (degrees(knee.flexion_deg), plus_minus(knee.sigma_deg)) if live else (UNKNOWN, "")
        self.number.show_value(value, spread, live=live and not seconds_back)


class KneeCard(Panel):
    """Flexion now with one standard deviation, of one knee or both, or why there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.now = self.tr("Knee flexion now")   # how the moment is called that is not in the past
        self.knees = (KneeNumber(theme), KneeNumber(theme))
        self.caption, self.number = self.knees[0].caption, self.knees[0].number
        self.sentence = label("", "strong")
        self.sentence.setMinimumHeight(self.sentence.fontMetrics().height())
        self.column.addLayout(row(*self.knees, stretch=False), 1)
        self.column.addWidget(self.sentence)

    def show_snapshot(self, snapshot: Snapshot, seconds_back: float = 0.0) -> None:
        """Show `snapshot`; a moment of the past is grey and says how old it is."""
        legs = snapshot.legs or (snapshot,)
        for shown, leg in zip_longest(self.knees, legs):
            shown.setVisible(leg is not None)
            if leg is not None:
                shown.caption.show_texts(*self._captions(snapshot, leg, seconds_back))
                shown.show_knee(leg.knee, seconds_back)
        silent = [leg for leg in legs if not words.may_show(leg.knee)]
        why = words.waited_for(snapshot) or self._why(silent, legs)
        self.sentence.setText(why if silent else self._state(snapshot))
        waiting = snapshot.calibration.state in WAITING
        set_role(self.sentence, "" if not silent else "muted" if waiting else "deviation")

    def _captions(self, snapshot: Snapshot, leg: Snapshot, seconds_back: float) -> tuple[str, ...]:
        """What stands over a number, longest first: the moment, and of both legs which knee."""
        text = self.tr("Knee flexion {} s ago").format(number(seconds_back)) if seconds_back else self.now
        if not snapshot.legs:
            return (text,)
        side = words.side(leg.side)
        return (f"{text}: {side}", side) if leg is snapshot.legs[0] else (side,)

    def _why(self, silent: list[Snapshot], legs: Sequence[Snapshot]) -> str:
        """Why there is no angle; of which knee, where the other has one or another reason."""
        said = [words.why_no_angle(leg.knee, leg.calibration, leg.sensors) for leg in silent]
        if len(silent) == len(legs) and len(set(said)) == 1:
            return said[0]
        return " ".join(f"{words.side(leg.side).capitalize()}: {why}"
                        for leg, why in zip(silent, said, strict=True))

    def _state(self, snapshot: Snapshot) -> str:
        where = words.posture(snapshot.posture)
        lying = snapshot.posture in (Posture.SUPINE, Posture.PRONE, Posture.SIDE_LEG_UP)
        if lying and not snapshot.legs and snapshot.knee.flexion_deg < LOCKED_BELOW_DEG:
            return where + self.tr(" · knee straight ✓")
        symmetry = live_symmetry(snapshot)
        if symmetry is None:
            return where
        return where + self.tr(" · {}: left {} % of right").format(title(symmetry[0]), number(symmetry[1]))
