"""Parts of the patient's screen: text and figures whose size is given in millimetres, never by the layout."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from monitor.dashboard.look.parts import LONGEST_TEXT
from monitor.dashboard.look.ring import FULL_TURN
from monitor.dashboard.look.ruler import KEY_MM, Ruler
from monitor.dashboard.look.theme import Theme

RING_PART = 0.08     # of the ring's diameter
ROOMY_DIGIT_PART = 0.4
CAPTION_PART = 0.6   # of the caption's size by which the figure makes room for it
UNIT = re.compile(r"(?<=\d) (?=(?:s|cm|g)\b|%)|(?<=:) (?=\d)")      # what is not torn off a number
LARGEST_KEY_PART = 0.32    # of the screen's height
BAR_PART = 0.06      # of the height, where the figure is too wide for a ring


def sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """`font` at `pixels`, so that a style sheet cannot change it."""
    made = QFont(font)
    made.setPixelSize(max(1, pixels))
    made.setBold(bold)
    return made


class BigText(QWidget):
    """Text of a fixed size on up to `most_lines` lines; what does not fit ends in an ellipsis.

    With `whole` it insists on the width of a single line.
    """

    def __init__(self, colour: str, *, bold: bool = False, most_lines: int = 1, whole: bool = False,
                 align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__()
        self._whole = whole
        self._colour, self._bold, self._most, self._align = colour, bold, most_lines, align
        self.text, self.pixels = "", 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_pixels(self, pixels: int) -> None:
        """Size of the type."""
        self.pixels = pixels
        self.setFont(sized(self.font(), pixels, bold=self._bold))
        self.updateGeometry()

    def show_text(self, text: str, colour: str | None = None) -> None:
        if (text, colour or self._colour) == (self.text, self._colour):
            return
        self.text, self._colour = text, colour or self._colour
        self.setAccessibleName(text[:LONGEST_TEXT])
        self.updateGeometry()
        self.update()

    def lines(self) -> list[str]:
        """What is drawn, line by line."""
        return self._wrapped(min(self._most, max(1, self.height() // QFontMetrics(self.font()).height())))

    def height_of(self, text: str) -> int:
        """How high `text` would be at this width, all of it."""
        return QFontMetrics(self.font()).height() * len(self._wrapped(LONGEST_TEXT, text))

    def _wrapped(self, most: int, text: str | None = None) -> list[str]:
        metrics = QFontMetrics(self.font())
        made: list[str] = []
        said = " ".join((self.text if text is None else text)[:LONGEST_TEXT].split())
        rest = UNIT.sub("\N{NO-BREAK SPACE}", said)
        while rest and len(made) < most - 1:
            taken, rest = _first_line(rest, metrics, self.width())
            made.append(taken)
        return [*made, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())] if rest else made

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text[:LONGEST_TEXT]) + 2
        return QSize(width, metrics.height() * max(1, len(self._wrapped(self._most))))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text) + 2 if self._whole else self.pixels
        return QSize(width, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(self._colour))
        metrics = QFontMetrics(self.font())
        for place, line in enumerate(self.lines()):
            room = QRectF(0, place * metrics.height(), self.width(), metrics.height())
            painter.drawText(room, self._align | Qt.AlignmentFlag.AlignVCenter, line)


def _first_line(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """As many whole words as fit in `width`, and the rest; a first word that is too long is divided."""
    words = text.split(" ")
    count = 1
    while count < len(words) and metrics.horizontalAdvance(" ".join(words[:count + 1])) <= width:
        count += 1
    if metrics.horizontalAdvance(words[0]) <= width:
        return " ".join(words[:count]), " ".join(words[count:])
    starts = (words[0][:n] for n in range(1, len(words[0])))
    fits = max(1, sum(metrics.horizontalAdvance(f"{start}-") <= width for start in starts))
    return words[0][:fits] + "-", text[fits:]


class KeyFigure(QWidget):
    """The one number, digits at least as high as asked, inside a ring (or over a bar where it is wide)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.text, self.fraction, self.live, self._least_px = "", 0.0, True, 1
        self.caption, self._caption_px = "", 1

    def set_least_height(self, pixels: int) -> None:
        """Digits are at least this high (the digit, not the type's box), and higher where there is room."""
        self._least_px = pixels
        self.setMinimumHeight(round(pixels * 1.25))
        self._size_type()

    def set_caption_pixels(self, pixels: int) -> None:
        """Size of the word under the figure, which is left out where it has no room in the ring."""
        self._caption_px = pixels

    def digit_height(self) -> float:
        """Height of a digit as it is drawn, in pixels."""
        return QFontMetricsF(self.font()).tightBoundingRect("0").height()

    def _size_type(self) -> None:
        wanted = max(self._least_px, min(self.width(), self.height()) * ROOMY_DIGIT_PART)
        probe = QFontMetricsF(sized(self.font(), 1000, bold=True))
        cap, wide = probe.tightBoundingRect("0").height() / 1000, probe.horizontalAdvance(self.text) / 1000
        fitting = math.floor(self.width() / wide) if wide else math.inf      # cut figures would mislead
        self.setFont(sized(self.font(), int(min(math.ceil(wanted / cap), fitting)), bold=True))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._size_type()

    def show_figure(self, text: str, fraction: float, caption: str = "", *, live: bool = True) -> None:
        """`text` over `caption` in a ring filled to `fraction` (0-1); grey unless live."""
        bounded = min(1.0, max(0.0, fraction))
        if (text, bounded, caption, live) == (self.text, self.fraction, self.caption, self.live):
            return
        self.text, self.fraction, self.caption, self.live = text, bounded, caption, live
        self.setAccessibleName(f"{text} {caption}".strip())
        self._size_type()
        self.update()

    def ring_fits(self) -> bool:
        """Whether a ring has room for the figure inside it."""
        ink = QFontMetricsF(self.font()).tightBoundingRect(self.text or "0")
        side = min(self.width(), self.height())
        return math.hypot(ink.width(), ink.height()) <= side * (1 - 2 * RING_PART) * 0.98

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.ring_fits():
            self._ring(painter)
        else:
            self._bar(painter)
        ink = QFontMetricsF(self.font()).tightBoundingRect(self.text)
        captioned = self.caption_fits()
        middle = self.height() / 2 - (self._caption_px * CAPTION_PART if captioned else 0)
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.ink if self.live else self._theme.muted))
        left, baseline = self.width() / 2 - ink.center().x(), middle + self.digit_height() / 2
        painter.drawText(round(left), round(baseline), self.text)
        if captioned:
            painter.setFont(sized(self.font(), self._caption_px))
            painter.setPen(QColor(self._theme.muted))
            under = QRectF(0, baseline + self._caption_px * 0.3, self.width(), self._caption_px * 1.3)
            painter.drawText(under, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.caption)

    def caption_fits(self) -> bool:
        """Whether the ring has room for the word under the figure."""
        wide = QFontMetricsF(sized(self.font(), self._caption_px)).horizontalAdvance(self.caption)
        low = self.digit_height() / 2 + self._caption_px * (1.6 - CAPTION_PART)
        radius = min(self.width(), self.height()) * (0.5 - RING_PART)
        return bool(self.caption) and self.ring_fits() and math.hypot(wide / 2, low) <= radius

    def _ring(self, painter: QPainter) -> None:
        side = min(self.width(), self.height())
        width = side * RING_PART
        room = QRectF((self.width() - side + width) / 2, (self.height() - side + width) / 2,
                      side - width, side - width)
        for colour, fraction in ((self._theme.rest, 1.0), (self._theme.accent, self.fraction)):
            if fraction > 0:
                painter.setPen(QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap))
                painter.drawArc(room, FULL_TURN // 4, -round(fraction * FULL_TURN))

    def _bar(self, painter: QPainter) -> None:
        height = max(8.0, self.height() * BAR_PART)
        top = self.height() - height
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, fraction in ((self._theme.rest, 1.0), (self._theme.accent, self.fraction)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, top, self.width() * fraction, height), height / 2, height / 2)


def key_height(ruler: Ruler, screen_px: int) -> int:
    """How high the key figure's digits are at least: 60 mm, if the screen is so high."""
    return min(ruler.px(KEY_MM), int(screen_px * LARGEST_KEY_PART))


def big_button(text: str, colour: str, theme: Theme) -> QPushButton:
    """A button of the patient's screen; its type is sized with `set_button_pixels`."""
    made = QPushButton(text)
    made.setAccessibleName(text)
    made.setStyleSheet(
        f"QPushButton {{ background: {theme.soft}; color: {colour}; border: 4px solid {theme.hairline};"
        f" border-radius: 20px; padding: 0 12px; }} QPushButton:focus {{ border-color: {theme.accent}; }}")
    return made


def set_button_pixels(button: QPushButton, pixels: int) -> None:
    button.setFont(sized(button.font(), pixels, bold=True))
    button.setMinimumHeight(round(pixels * 1.35))
