"""Settings: look, language, distance, sounds, and a ruler to check the screen's millimetres against."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QScrollArea,
    QWidget,
)

from monitor.dashboard.look.parts import Choice, Page, Panel, button, label
from monitor.dashboard.look.ruler import Ruler
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.preferences import Preferences
from monitor.dashboard.sounds import Cue, Speaker
from monitor.dashboard.text.languages import core

BAR_MM = 100.0
FIELD_PX = 220


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
        self.units = self._choice((("", self.tr("Centimetres")), ("in", self.tr("Inches"))),
                                  "in" if preferences.inches else "")
        named = tuple((screen.name(), screen.name()) for screen in QApplication.screens())
        self.monitor = self._choice((("", self.tr("Second monitor, if any")), *named),
                                    preferences.patient_monitor)
        self.patient_screen = QCheckBox(self.tr("Open it when an exercise is started on Home"))
        ruler = self._ruler()
        self.bar = RulerBar(theme, ruler)
        self.measured = self._number(BAR_MM, (30.0, 300.0), " mm")
        self._speaker = speaker
        self._build()

    def _build(self) -> None:
        whole, scroll = QWidget(), QScrollArea()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for place, panel in enumerate((self._look(), self._patients_screen(), self._heard(), self._touch())):
            grid.addWidget(panel, place // 2, place % 2)
        for share in range(2):
            grid.setColumnStretch(share, 1)
        grid.setRowStretch(2, 1)
        scroll.setWidget(whole)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(scroll)
        self.distance.valueChanged.connect(self._keep)
        self.measured.editingFinished.connect(self._measure)

    def _look(self) -> Panel:
        panel = Panel(self.tr("Look and language"))
        panel.column.addLayout(self._form(
            (self.tr("Look"), self.theme_), (self.tr("Language"), self.language),
            (self.tr("Lengths in"), self.units)))
        panel.column.addStretch(1)
        return panel

    def _patients_screen(self) -> Panel:
        panel = Panel(self.tr("Patient's screen"))
        self._check(panel, self.patient_screen, self.preferences.patient_screen)
        panel.column.addLayout(self._form((self.tr("Shown on"), self.monitor),
                                          (self.tr("Looked at from"), self.distance)))
        told = self.tr("Ruler check: measure this bar and enter what you read.")
        panel.column.addWidget(label(told, "muted"))
        panel.column.addWidget(self.bar)
        panel.column.addLayout(self._form((self.tr("Measured length"), self.measured)))
        panel.column.addStretch(1)
        return panel

    def _heard(self) -> Panel:
        panel = Panel(self.tr("Sound"))
        self._check(panel, self.sounds, self.preferences.sounds)
        self._check(panel, self.spoken, self.preferences.spoken)
        panel.column.addWidget(label(self._sound_words(), "muted"))
        sounds = QGridLayout()
        for place, (cue, meaning) in enumerate(self._meanings()):
            hear = button(f"♪ {meaning}", partial(self._speaker.play, cue), "link")
            hear.setAccessibleName(self.tr("Hear: {}").format(meaning))
            sounds.addWidget(hear, place // 2, place % 2)
        panel.column.addLayout(sounds)
        panel.column.addStretch(1)
        return panel

    def _meanings(self) -> tuple[tuple[Cue, str], ...]:
        return ((Cue.TARGET, self.tr("the target is reached")), (Cue.HOLD, self.tr("it is being held")),
                (Cue.COUNTED, self.tr("one more is counted")), (Cue.PROBLEM, self.tr("a sensor needs you")),
                (Cue.STEP, self.tr("the next step begins")), (Cue.PAUSE, self.tr("paused")))

    def _touch(self) -> Panel:
        panel = Panel(self.tr("Without the screen"))
        tap = self.tr("Tap twice on a sensor's housing: the next exercise starts, or the one under way "
                      "pauses and goes on. Hops switch this off.")
        for text in (tap, self.tr("Every page and button is reached by keys: press ? for the list.")):
            panel.column.addWidget(label(text, "muted"))
        panel.column.addStretch(1)
        return panel

    def _form(self, *lines: tuple[str, QWidget]) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(28)
        for text, widget in lines:
            widget.setAccessibleName(text)
            form.addRow(label(text, "muted"), widget)
        return form

    def _check(self, panel: Panel, check: QCheckBox, on: bool) -> None:
        check.setChecked(on)
        check.toggled.connect(self._keep)
        panel.column.addWidget(check)

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
        made.setLocale(QLocale())
        made.setSuffix(suffix)
        made.setValue(value)
        made.setKeyboardTracking(False)
        made.setFixedWidth(FIELD_PX)
        made.lineEdit().setTextMargins(6, 0, 6, 0)
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
            inches=self.units.currentData() == "in", patient_monitor=self.monitor.currentData(),
            patient_screen=self.patient_screen.isChecked())
        self.changed.emit(self.preferences)
