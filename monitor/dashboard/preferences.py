"""What a person has chosen for the screens, kept between runs."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from PySide6.QtCore import QSettings

from monitor.dashboard.look.ruler import REFERENCE_DISTANCE_M
from monitor.dashboard.look.theme import LIGHT, THEMES, Theme

GROUP = "preferences"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`language` empty: that of the system. `ruler` corrects what the screen says of its own size."""

    theme: str = LIGHT.name
    language: str = ""
    distance_m: float = REFERENCE_DISTANCE_M
    sounds: bool = True
    spoken: bool = True
    inches: bool = False
    patient_screen: bool = True     # opened when an exercise is started on Home
    patient_monitor: str = ""       # its name; empty, or not there: the second one, if there is one
    ruler: float = 1.0

    @classmethod
    def load(cls, settings: QSettings) -> Preferences:
        """What was kept; anything unreadable falls back to its default."""
        kept: dict[str, Any] = {
            f.name: _read(settings.value(f"{GROUP}/{f.name}"), f.default) for f in fields(cls)
        }
        return cls(**kept)

    def save(self, settings: QSettings) -> None:
        for field in fields(self):
            settings.setValue(f"{GROUP}/{field.name}", str(getattr(self, field.name)))

    def colours(self) -> Theme:
        return THEMES.get(self.theme, LIGHT)


def _read(text: object, default: object) -> object:
    if text is None:
        return default
    if isinstance(default, bool):
        return str(text) == "True"
    if isinstance(default, str):
        return str(text)
    try:
        return min(100.0, max(0.1, float(str(text))))
    except ValueError:
        return default
