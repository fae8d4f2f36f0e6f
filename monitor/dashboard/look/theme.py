"""Colours, type and shapes of the screens: light, dark and high contrast, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from monitor.dashboard.look.style import STYLE

RADIUS = 10
FAMILIES = ("Inter", "Noto Sans", "DejaVu Sans", "sans-serif")


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; every text pair in `text_pairs` keeps a contrast of 4.5:1 or more.

    Attributes:
        ground, panel, hairline: behind everything; cards; their edges.
        ink, muted: text, and text that explains it.
        accent, on_accent: the one colour of things that work, and text on it.
        soft: behind what is chosen.
        ribbon: the band of one standard deviation.
        deviation, on_deviation: what wants attention (always with a word or shape), and text on it.
        grid, rest: lines behind a curve; the part of a ring or bar not yet reached.
    """

    name: str
    ground: str
    panel: str
    hairline: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    soft: str
    ribbon: str
    deviation: str
    on_deviation: str
    grid: str
    rest: str

    def text_pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (text, background) pair the screens use."""
        on_panel = tuple((c, self.panel) for c in (self.ink, self.muted, self.accent, self.deviation))
        return (*on_panel, (self.ink, self.ground), (self.muted, self.ground), (self.ink, self.soft),
                (self.accent, self.soft), (self.ink, self.ribbon), (self.on_accent, self.accent),
                (self.on_deviation, self.deviation))

    def style_sheet(self) -> str:
        """The Qt style sheet in these colours."""
        colours = {n: getattr(self, n) for n in self.__slots__}
        families = ", ".join(f'"{f}"' for f in FAMILIES)
        return Template(STYLE).substitute(colours, radius=RADIUS, families=families)


LIGHT = Theme("light", ground="#F3F5F8", panel="#FFFFFF", hairline="#D5DBE2", ink="#1F2933", muted="#66717F",
              accent="#0B6CB5", on_accent="#FFFFFF", soft="#EAF3FA", ribbon="#BFDDF2", deviation="#C8500A",
              on_deviation="#FFFFFF", grid="#E4E8ED", rest="#E1E6EB")
DARK = Theme("dark", ground="#10161D", panel="#18212B", hairline="#2C3945", ink="#F5F7FA", muted="#A9B6C3",
             accent="#4DB2F0", on_accent="#10161D", soft="#1C3040", ribbon="#204A68", deviation="#FFB35C",
             on_deviation="#10161D", grid="#25313C", rest="#2F3C48")
CONTRAST = Theme("contrast", ground="#000000", panel="#000000", hairline="#FFFFFF", ink="#FFFFFF",
                 muted="#E6E6E6", accent="#5CC8FF", on_accent="#000000", soft="#06263A", ribbon="#0F4C75",
                 deviation="#FFC24D", on_deviation="#000000", grid="#4D4D4D", rest="#5A5A5A")
THEMES = {t.name: t for t in (LIGHT, DARK, CONTRAST)}


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two #RRGGBB colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
