"""Millimetres on the glass: how many pixels of this screen they are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QScreen

KEY_MM, TEXT_MM = 60.0, 18.0   # read from 3 m: text without effort, the figure even lying down
REFERENCE_DISTANCE_M = 3.0
PLAUSIBLE_PX_PER_MM = (1.5, 20.0)
FALLBACK_PX_PER_MM = 96 / 25.4


@dataclass(frozen=True, slots=True)
class Ruler:
    """Pixels (device independent) in a millimetre, and how much larger a farther viewer needs everything."""

    px_per_mm: float
    distance_m: float = REFERENCE_DISTANCE_M

    @classmethod
    def of(cls, screen: QScreen | None, *, correction: float = 1.0,
           distance_m: float = REFERENCE_DISTANCE_M) -> Ruler:
        """The ruler of `screen`; `correction` comes from the ruler check in the settings (1: as reported).

        Screens that report an impossible size count as 96 dots an inch.
        """
        width_mm = screen.physicalSize().width() if screen else 0.0
        px_per_mm = screen.geometry().width() / width_mm if screen and width_mm > 0 else 0.0
        low, high = PLAUSIBLE_PX_PER_MM
        if not low <= px_per_mm <= high:
            px_per_mm = FALLBACK_PX_PER_MM
        return cls(px_per_mm * correction, distance_m)

    def px(self, millimetres: float) -> int:
        """Pixels that are at least `millimetres` high at the reference distance, more for farther viewers."""
        return math.ceil(millimetres * self.px_per_mm * max(1.0, self.distance_m / REFERENCE_DISTANCE_M))
