"""The settings page: what is chosen holds at once and is kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QPushButton,
)

from monitor.dashboard import sample
from monitor.dashboard.preferences import Preferences
from monitor.dashboard.sample import StillMonitor
from monitor.dashboard.sounds import Cue, Speaker
from monitor.dashboard.text.figures import Units, length
from monitor.dashboard.window import MainWindow
from monitor.snapshot import (
    Snapshot,
)

Open = Callable[[Snapshot], tuple[MainWindow, StillMonitor]]


def test_settings_apply_at_once_and_are_kept(open_window: Open, settings: QSettings) -> None:
    window, _ = open_window(sample.moment())
    window.show_page("settings")
    page = window.pages.settings
    page.theme_.setCurrentIndex(page.theme_.findData("dark"))
    page.theme_.activated.emit(1)
    assert window.theme.name == "dark"
    assert window.pages.shown == "settings"
    assert Preferences.load(settings).theme == "dark"


def test_the_ruler_check_corrects_the_screen(open_window: Open, settings: QSettings) -> None:
    window, _ = open_window(sample.moment())
    window.show_page("settings")
    before = window.pages.settings.bar.length_px
    window.pages.settings.measured.setValue(80.0)
    window.pages.settings.measured.editingFinished.emit()
    window.refresh()
    assert window.pages.settings.bar.length_px == pytest.approx(before * 100 / 80)
    assert Preferences.load(settings).ruler == pytest.approx(1.25)


def test_broken_settings_fall_back_to_their_defaults(settings: QSettings) -> None:
    for name in ("theme", "distance_m", "sounds", "ruler"):
        settings.setValue(f"preferences/{name}", "neither this nor that")
    loaded = Preferences.load(settings)
    assert loaded.colours().name == "light"
    assert loaded.distance_m == 3.0
    assert loaded.ruler == 1.0


def test_lengths_are_shown_in_the_chosen_unit(open_window: Open) -> None:
    window, _ = open_window(sample.moment())
    window.show_page("settings")
    units = window.pages.settings.units
    units.setCurrentIndex(units.findData("in"))
    units.activated.emit(1)
    try:
        assert length(2.54) == "1 in"
    finally:
        Units.inches = False


def test_every_sound_can_be_heard_in_the_settings(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Cue] = []
    monkeypatch.setattr(Speaker, "play", lambda _, cue: heard.append(cue))
    window, _ = open_window(sample.moment())
    window.show_page("settings")
    for button in window.pages.settings.findChildren(QPushButton):
        if button.accessibleName().startswith("Hear: "):
            button.click()
    assert set(heard) == set(Cue) - {Cue.GO_ON}
