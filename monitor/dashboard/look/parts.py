"""The small parts every screen is built from: cards, labels that never overflow, buttons, bars."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

TAB_PIXELS = 16
LONGEST_TEXT = 500   # characters handed to the text engine; shaping 10,000 of them costs a frame


def label(text: str = "", role: str = "") -> QLabel:
    """A plain-text label that wraps; `role` picks its look in the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(True)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Change a widget's look; costs nothing when it has it already."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Line(QLabel):
    """One line of text, elided when there is no room; the whole text is its tool tip and accessible name."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        if text == self._whole and self.text():
            return
        self._whole = text
        self.setAccessibleName(text[:LONGEST_TEXT])
        super().setText(" ".join(text[:LONGEST_TEXT].split()))
        self.updateGeometry()

    def elided(self) -> str:
        """What is drawn now."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.setToolTip(self._whole[:LONGEST_TEXT] if self.elided() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        alignment = self.style().visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(painter, self.rect(), int(alignment), self.palette(), self.isEnabled(),
                                  self.elided(), self.foregroundRole())


class Fitting(Line):
    """The longest of several texts that fits; a single one is left out where it would be cut."""

    _texts: tuple[str, ...] = ("",)

    def show_texts(self, *texts: str) -> None:
        """What to say, longest first."""
        if texts != self._texts:
            self._texts = texts
            self.updateGeometry()
            self._fit()

    def setText(self, text: str) -> None:  # noqa: N802
        self.show_texts(text, "")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._needs(self._texts[0]), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = (text for text in self._texts if self._needs(text) <= self.width())
        super().setText(next(fitting, self._texts[-1]))

    def _needs(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(" ".join(text[:LONGEST_TEXT].split())) + 2


class Panel(QFrame):
    """A white card with a hairline and room inside; `column` is where its content goes."""

    def __init__(self, title: str = "", hint: str = "") -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 12, 18, 12)
        self.column.setSpacing(6)
        if title:
            self.setAccessibleName(title)
            self.title = label(title, "title")
            self.title.setWordWrap(False)
            self.hint = Fitting(hint, "muted")
            self.head = row(self.title, self.hint, stretch=False)
            self.column.addLayout(self.head)


def row(*items: QWidget | QLayout | None, spacing: int = 10, stretch: bool = True) -> QHBoxLayout:
    """Items side by side; None is a stretch, and with `stretch` one is put at the end."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    made.setContentsMargins(0, 0, 0, 0)
    for item in items:
        _add(made, item)
    if stretch:
        made.addStretch(1)
    return made


def column(*items: QWidget | QLayout, spacing: int = 12) -> QWidget:
    """Items under each other, in a widget of their own."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        layout.addWidget(item) if isinstance(item, QWidget) else layout.addLayout(item)
    return made


def stacked(*items: tuple[QWidget | QLayout, int]) -> QVBoxLayout:
    """Items under each other, each with its share of the height."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(12)
    for item, share in items:
        made.addWidget(item, share) if isinstance(item, QWidget) else made.addLayout(item, share)
    return made


def _add(layout: QHBoxLayout, item: QWidget | QLayout | None) -> None:
    if item is None:
        layout.addStretch(1)
    elif isinstance(item, QWidget):
        layout.addWidget(item)
    else:
        layout.addLayout(item)


def button(text: str, pressed: Callable[[], Any], role: str = "", hint: str = "") -> QPushButton:
    """A push button that calls `pressed`; `hint` is its tool tip and spoken description."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setAccessibleName(text)
    made.setAccessibleDescription(hint)
    made.setToolTip(hint)
    made.clicked.connect(lambda: pressed())
    return made


def tab(text: str, role: str = "tab") -> QPushButton:
    """One of a row of buttons of which exactly one is chosen."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setCheckable(True)
    made.setAutoExclusive(True)
    made.setAccessibleName(text)
    bold = QFont(made.font())
    bold.setPixelSize(TAB_PIXELS)
    bold.setWeight(QFont.Weight.Bold)
    made.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + 8)
    return made


class Choice(QComboBox):
    """A drop-down list with a quiet arrow of our own; what has no room ends in dots."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        painter, option, box = QStylePainter(self), QStyleOptionComboBox(), QStyle.ComplexControl.CC_ComboBox
        self.initStyleOption(option)
        painter.drawComplexControl(box, option)
        room = self.style().subControlRect(box, option, QStyle.SubControl.SC_ComboBoxEditField, self).width()
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x, y = 16 if right_to_left else self.width() - 16, self.height() / 2
        painter.setPen(QPen(self.palette().text().color(), 1.5))
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])


class Page(QWidget):
    """A page of the main window: a ground, a margin, a column."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 14, 24, 14)
        self.column.setSpacing(12)
