"""Settings: look, language, distance, sounds, and a ruler to check the screen's millimetres against."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QWidget

from monitor.dashboard.languages import core
from monitor.dashboard.parts import Choice, Page, Panel, label, row
from monitor.dashboard.preferences import Preferences
from monitor.dashboard.ruler import Ruler
from monitor.dashboard.sounds import Speaker
from monitor.dashboard.theme import Theme

BAR_MM = 100.0
FIELD_PX = 260


class RulerBar(QWidget):
    """A bar that is 100 mm long if the screen tells its size rightly."""

    def __init__(self, theme: Theme, ruler: Ruler) -> None:
        super().__init__()
        self._theme, self.length_px = theme, BAR_MM * ruler.px_per_mm
        self.setAccessibleName(self.tr("A bar of 100 millimetres"))

    def show_ruler(self, ruler: Ruler) -> None:
        self.length_px = BAR_MM * ruler.px_per_mm
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(round(self.length_px) + 4, 34)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.fillRect(QRectF(2, 14, self.length_px, 6), QColor(self._theme.ink))
        for end in (2.0, self.length_px):
            painter.fillRect(QRectF(end, 2, 2, 30), QColor(self._theme.ink))


class SettingsPage(Page):
    """Every change is kept and applied at once; `changed` carries the new preferences."""

    changed = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences, speaker: Speaker) -> None:
        super().__init__()
        self.preferences = preferences
        self.theme_ = self._choice((("light", self.tr("Light")), ("dark", self.tr("Dark")),
                                    ("contrast", self.tr("High contrast"))), preferences.theme)
        self.language = self._choice((("", self.tr("As the system")), ("en", "English"), ("de", "Deutsch"),
                                      ("es", "Español")), preferences.language)
        self.distance = self._number(preferences.distance_m, (1.0, 8.0), " m")
        self.sounds = QCheckBox(self.tr("Sounds"))
        self.spoken = QCheckBox(self.tr("Spoken counts"))
        self.inches = QCheckBox(self.tr("Inches instead of centimetres"))
        ruler = self._ruler()
        self.bar = RulerBar(theme, ruler)
        self.measured = self._number(BAR_MM, (30.0, 300.0), " mm")
        self._speaker = speaker
        self._build()

    def _build(self) -> None:
        panel = Panel(self.tr("Settings"))
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(28)
        for text, widget in ((self.tr("Look"), self.theme_), (self.tr("Language"), self.language),
                             (self.tr("Patient looks from"), self.distance)):
            widget.setAccessibleName(text)
            form.addRow(label(text, "muted"), widget)
        for check, on in ((self.sounds, self.preferences.sounds), (self.spoken, self.preferences.spoken),
                          (self.inches, self.preferences.inches)):
            check.setChecked(on)
            check.toggled.connect(self._keep)
            form.addRow(label("", "muted"), check)
        form.addRow(label("", "muted"), label(self._sound_words(), "muted"))
        form.addRow(label(self.tr("Ruler check"), "muted"), self.bar)
        self.measured.setAccessibleName(self.tr("Measured length"))
        told = label(self.tr("Measure this bar with a ruler and enter what you read."), "muted")
        form.addRow(label("", "muted"), row(self.measured, told, stretch=False))
        panel.column.addLayout(form)
        panel.column.addStretch(1)
        self.column.addWidget(panel, 1)
        self.distance.valueChanged.connect(self._keep)
        self.measured.editingFinished.connect(self._measure)

    def _choice(self, options: tuple[tuple[str, str], ...], chosen: str) -> Choice:
        made = Choice()
        for key, text in options:
            made.addItem(text, key)
        made.setCurrentIndex(max(0, made.findData(chosen)))
        made.setFixedWidth(FIELD_PX)
        made.activated.connect(self._keep)
        return made

    def _number(self, value: float, limits: tuple[float, float], suffix: str) -> QDoubleSpinBox:
        made = QDoubleSpinBox()
        made.setRange(*limits)
        made.setDecimals(1)
        made.setSingleStep(0.5)
        made.setSuffix(suffix)
        made.setValue(value)
        made.setKeyboardTracking(False)
        made.setFixedWidth(FIELD_PX)
        return made

    def _sound_words(self) -> str:
        if self._speaker.why_silent:
            return self.tr("Silent here: {}.").format(core(self._speaker.why_silent))
        return self.tr("Counts are spoken.") if self._speaker.speaks else self.tr("This system has no voice.")

    def _ruler(self) -> Ruler:
        return Ruler.of(self.screen(), correction=self.preferences.ruler)

    def _measure(self) -> None:
        """What should have been 100 mm was measured: the pixels in a millimetre follow."""
        self.preferences = replace(
            self.preferences, ruler=self.preferences.ruler * BAR_MM / self.measured.value()
        )
        self.bar.show_ruler(self._ruler())
        self.measured.setValue(BAR_MM)
        self._keep()

    def _keep(self) -> None:
        self.preferences = replace(
            self.preferences, theme=self.theme_.currentData(), language=self.language.currentData(),
            distance_m=self.distance.value(), sounds=self.sounds.isChecked(), spoken=self.spoken.isChecked(),
            inches=self.inches.isChecked())
        self.changed.emit(self.preferences)
