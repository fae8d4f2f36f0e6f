"""All pages of the main window, and how they lead to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from monitor.dashboard.calibration.wizard import WizardPage
from monitor.dashboard.home.page import HomePage
from monitor.dashboard.live.page import LivePage
from monitor.dashboard.review.page import ReviewPage
from monitor.dashboard.setup.prescription import PrescriptionPage
from monitor.dashboard.setup.sensors import SensorsPage
from monitor.dashboard.setup.settings import SettingsPage
from monitor.snapshot import Snapshot

if TYPE_CHECKING:
    from monitor.dashboard.window import MainWindow

CALIBRATION = "calibration"      # reached from other pages, and shown as a part of Live


class Pages(QStackedWidget):
    """Made once for each choice of language and colours."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._show, self._begin, self._plan = window.show_page, window.begin_exercise, window.desk.plan
        self._offer_undo, self._prescribe = window.offer_undo, window.actions_.prescribe
        self._sets_shown, self._before = -1, "live"
        theme, actions = window.theme, window.actions_
        self.home = HomePage(theme, actions, window.desk, window.last_patient())
        self.home.begun.connect(window.remember_patient)
        self.live = LivePage(theme, actions)
        self.review = ReviewPage(theme, window.desk.library, window.desk.diary, window.settings)
        self.sensors = SensorsPage(theme, actions)
        self.prescription = PrescriptionPage(window.desk.plan)
        self.settings = SettingsPage(theme, window.preferences, window.speaker)
        self.wizard = WizardPage(theme, actions, window.speaker)
        self._pages: dict[str, QWidget] = {
            "home": self.home,
            "live": self.live,
            "review": self.review,
            "sensors": self.sensors,
            "prescription": self.prescription,
            "settings": self.settings,
            CALIBRATION: self.wizard,
        }
        for page in self._pages.values():
            self.addWidget(page)
        self.settings.changed.connect(window.change)
        self.live.controls.patient_wanted.connect(window.open_patient_screen)
        self._connect()

    def titles(self) -> tuple[tuple[str, str], ...]:
        """(name, title) of each page in the navigation."""
        return (
            ("home", self.tr("Home")),
            ("live", self.tr("Live")),
            ("review", self.tr("Review")),
            ("sensors", self.tr("Sensors")),
            ("prescription", self.tr("Prescription")),
            ("settings", self.tr("Settings")),
        )

    def _connect(self) -> None:
        self.home.wanted.connect(self._show)
        self.home.exercise_chosen.connect(self._begin)
        self.wizard.left.connect(lambda: self._show(self._before))
        self.live.sensors_wanted.connect(lambda: self._show("sensors"))
        self.live.calibration_wanted.connect(lambda: self._show(CALIBRATION))
        self.prescription.saved.connect(self._plan_changed)

    def _plan_changed(self, before: str) -> None:
        """Another prescription is in use: the session, and what is shown of it, follow."""
        self._show_plan()
        self._offer_undo(self.tr("Prescription in use"), lambda: self._use_again(before))

    def _use_again(self, text: str) -> None:
        self._plan.save(text)
        self.prescription.write(text)
        self._show_plan()

    def _show_plan(self) -> None:
        self._prescribe(self._plan.text())
        self.home.show_plan()
        self.live.show_plan(self._plan.today())

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._pages[self.shown]

    @property
    def shown(self) -> str:
        """The name of the page that is shown."""
        return next(name for name, page in self._pages.items() if page is self.currentWidget())

    def show_page(self, name: str) -> None:
        if name == CALIBRATION != self.shown:
            self._before = self.shown
        self.setCurrentWidget(self._pages[name])
        if name == "home":
            self.home.show_plan()
        if name == "review":
            self.review.reload()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a moment on the page that is shown, if it shows moments."""
        if len(snapshot.sets) != self._sets_shown:
            self._sets_shown = len(snapshot.sets)
            self.live.show_plan(self._plan.today())
        page = self.currentWidget()
        if isinstance(page, ReviewPage):
            page.tick()
        elif isinstance(page, HomePage | LivePage | PrescriptionPage | SensorsPage | WizardPage):
            page.show_snapshot(snapshot)
