"""The main window: navigation, pages, and the one timer that pulls snapshots."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QVBoxLayout, QWidget

from monitor.dashboard.actions import Actions
from monitor.dashboard.bridge import Desk, Monitor
from monitor.dashboard.freshness import Freshness
from monitor.dashboard.home.today import following
from monitor.dashboard.keys import KeysDialog
from monitor.dashboard.live.page import LivePage
from monitor.dashboard.look.ruler import Ruler
from monitor.dashboard.look.theme import CONTRAST, DARK, Theme
from monitor.dashboard.navigation import Navigation
from monitor.dashboard.pages import CALIBRATION, Pages
from monitor.dashboard.patient.screen import PatientScreen
from monitor.dashboard.preferences import Preferences
from monitor.dashboard.sounds import Speaker
from monitor.dashboard.taps import Taps
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import Units
from monitor.dashboard.text.languages import use_language
from monitor.dashboard.undo import Recalibrated
from monitor.snapshot import Snapshot
from monitor.values import Legs

FRAME_MS = 30


class MainWindow(QMainWindow):
    """Shows what `monitor` says about itself, `1000 / FRAME_MS` times a second.

    Args:
        monitor: the running session.
        theme: colours for this run only; None for those of the preferences.
        settings: where preferences and layout are kept.
        desk: the recordings and the prescription.
    """

    def __init__(self, monitor: Monitor, *, theme: Theme | None = None, settings: QSettings | None = None,
                 desk: Desk | None = None) -> None:
        super().__init__()
        self.monitor = monitor
        self.settings = settings or QSettings("Patella", "Patella")
        self.desk = desk or Desk()
        self.preferences = Preferences.load(self.settings)
        self.theme = theme or self.preferences.colours()
        self.speaker = Speaker()
        self.actions_ = Actions(monitor, self.offer_undo)
        self.navigation: Navigation
        self.pages: Pages
        self.patient: PatientScreen | None = None
        self._back_home = False      # whether leaving the patient's screen leads to Home
        self._freshness, self._taps, self._recalibrated = Freshness(), Taps(), Recalibrated()
        self.setWindowTitle("Patella")
        self.setMinimumSize(900, 500)
        self._use_preferences()
        self._build()
        self._restore()
        QShortcut(QKeySequence("?"), self).activated.connect(lambda: KeysDialog(self).show())
        QShortcut(QKeySequence("F11"), self).activated.connect(self.open_patient_screen)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(
            lambda: self.navigation.undo.take_back())
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.refresh)
        self.timer.start(FRAME_MS)

    def _build(self, page: str = "") -> None:
        """Make every page anew: cheap, and the whole of changing language or colours."""
        draft = self.pages.prescription.draft if page else None
        use_language(self.preferences.language)
        self.setStyleSheet(self.theme.style_sheet())
        self.navigation = Navigation()
        self.pages = Pages(self)
        for name, title in self.pages.titles():
            self.navigation.add(name, title)
        self.navigation.chosen.connect(self.show_page)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.navigation)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(whole)
        if draft is not None:
            self.pages.prescription.write(draft)
        self.show_page(page or "home")

    def _use_preferences(self) -> None:
        self.speaker.muted = not self.preferences.sounds
        self.speaker.spoken = self.preferences.spoken
        Units.inches = self.preferences.inches

    @property
    def live(self) -> LivePage:
        return self.pages.live

    def show_page(self, name: str) -> None:
        """Turn to a page by its name."""
        self.pages.show_page(name)
        self.navigation.show_chosen("live" if name == CALIBRATION else name)
        self.pages.page.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Pull one snapshot and draw it wherever it is shown."""
        snapshot = self._freshness.push(self.monitor.snapshot(), monotonic())
        self.navigation.show_about(self._about(snapshot))
        self.pages.show_snapshot(snapshot)
        if self.patient is not None:
            self.patient.show_snapshot(snapshot)
        if self._taps.push(snapshot) and self.actions_.tap(following(self.desk.plan.today())):
            self.pages.home.exercise_chosen.emit()
        if self._recalibrated.push(snapshot):
            self.actions_.calibrated_again()

    def _about(self, snapshot: Snapshot) -> str:
        patient = words.patient(snapshot.patient) or self.tr("no patient chosen")
        return f"{patient}  ·  {words.side(snapshot.worn)}"

    def offer_undo(self, said: str, back: Callable[[], None]) -> None:
        """Offer to take back what was just done."""
        self.navigation.undo.offer(said, back)

    def change(self, preferences: Preferences) -> None:
        """Show what was changed in the settings; it can be taken back."""
        before = self.preferences
        self.apply(preferences)
        self.offer_undo(self.tr("Settings changed"), lambda: self.apply(before))

    def apply(self, preferences: Preferences) -> None:
        """Keep preferences and show them at once."""
        before, self.preferences = self.preferences, preferences
        preferences.save(self.settings)
        self._use_preferences()
        if (preferences.theme, preferences.language) != (before.theme, before.language):
            self.theme = preferences.colours()
            self._build(self.pages.shown)
        elif preferences != self.pages.settings.preferences:
            self._build(self.pages.shown)

    def open_patient_screen(self) -> None:
        """The patient's screen, on the second monitor if there is one."""
        if self.patient is not None:
            self.patient.close()
            return
        screen = self._patients_monitor()
        ruler = Ruler.of(screen, correction=self.preferences.ruler, distance_m=self.preferences.distance_m)
        self.patient = PatientScreen(self.actions_, ruler, self.speaker, self.desk.plan,
                                     CONTRAST if self.theme is CONTRAST else DARK)
        self.patient.closed.connect(self._patient_closed)
        self.patient.setGeometry(screen.geometry())
        self.patient.showFullScreen()

    def _patients_monitor(self) -> QScreen:
        """The one that was chosen, if it is there; else the second one, if there is one."""
        screens = QApplication.screens()
        chosen = [screen for screen in screens if screen.name() == self.preferences.patient_monitor]
        others = [screen for screen in screens if screen is not self.screen()]
        return (chosen or others or [self.screen()])[0]

    def begin_exercise(self) -> None:
        """An exercise has begun on Home: Live, and over it (or beside it) the patient's screen."""
        self.show_page("live")
        if self.preferences.patient_screen and self.patient is None:
            self.open_patient_screen()
            self._back_home = True

    def _patient_closed(self) -> None:
        if self.patient is not None:
            self.patient.deleteLater()
        self.patient = None
        if self._back_home and self.isVisible():
            self.show_page("home")
        self._back_home = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def _restore(self) -> None:
        """The place, the page and what was being written when the window was closed."""
        geometry = self.settings.value("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1440, 900)
        page, draft = str(self.settings.value("window/page", "home")), self.settings.value("window/draft")
        if page in dict(self.pages.titles()):
            self.show_page(page)
        if draft:
            self.pages.prescription.write(str(draft))

    def last_patient(self) -> tuple[str, Legs] | None:
        """Code and legs of whom a session was begun for last; None where nobody was."""
        code, legs = self.settings.value("last/patient"), self.settings.value("last/legs")
        return (str(code), Legs(str(legs))) if code and legs in list(Legs) else None

    def remember_patient(self, code: str, legs: Legs) -> None:
        self.settings.setValue("last/patient", code)
        self.settings.setValue("last/legs", str(legs))

    def _remember(self) -> None:
        self.settings.setValue("window/geometry", self.saveGeometry())
        if self.pages.shown != CALIBRATION:
            self.settings.setValue("window/page", self.pages.shown)
        self.settings.setValue("window/draft", self.pages.prescription.draft or "")

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.timer.stop()
        self._remember()
        if self.patient is not None:
            self.patient.close()
        self.speaker.close()
        super().closeEvent(event)
