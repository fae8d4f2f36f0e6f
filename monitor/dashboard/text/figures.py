"""Numbers as text, by the language's own habits; a number that is not known is never invented."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate
UNKNOWN = "–"


def number(value: float, decimals: int = 0) -> str:
    """`value` with the locale's decimal sign and a real minus; never "-0"."""
    rounded = round(value, decimals) + 0.0
    return QLocale().toString(rounded, "f", decimals).replace("-", "\N{MINUS SIGN}")


def degrees(value: float, decimals: int = 0) -> str:
    return f"{number(value, decimals)}°"


def plus_minus(sigma_deg: float) -> str:
    """One standard deviation, rounded up: an uncertainty is not flattered."""
    return f"± {degrees(max(1.0, -(-sigma_deg // 1)))}"


def hold(seconds: float, sigma_s: float) -> str:
    """How long a position was held, with one standard deviation, rounded up."""
    return f"{number(seconds, 1)} s ± {number(max(0.1, -(-sigma_s // 0.1) * 0.1), 1)}"


def unit(value: float | None, name: str, decimals: int = 0) -> str:
    """A number with its unit, or a dash."""
    return UNKNOWN if value is None else f"{number(value, decimals)} {name}"


class Units:
    """Whether lengths are shown in inches; set once from the preferences."""

    inches = False


def length(centimetres: float, sigma: float | None = None) -> str:
    """A length, with one standard deviation if there is one, in the chosen unit."""
    scale, name = (2.54, "in") if Units.inches else (1.0, "cm")
    spread = "" if sigma is None else f" ± {number(sigma / scale)}"
    return f"{number(centimetres / scale)}{spread} {name}"


def day(of: date) -> str:
    """`12 Nov 26`: the shortest that no reader takes for another day."""
    return QLocale().toString(QDate(of.year, of.month, of.day), translate("figures", "d MMM yy"))


def clock(seconds: float) -> str:
    """`12:41`, or `1:02:03` from an hour on."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{secs:02d}" if hours else f"{minutes}:{secs:02d}"
