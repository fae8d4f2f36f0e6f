"""The language of the screens: Qt Linguist files compiled beside this package."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).parent / "translations"
AMOUNT = re.compile(r"-?\d+(?:\.\d+)? ?[^\s\d]{0,4}")      # a number, with its unit
PATTERNS = FOLDER / "core.txt"
LANGUAGES = ("en", "de", "es")
_installed: list[QTranslator] = []


def core(sentence: str) -> str:
    """A sentence of the core (exercise, cue, problem) in the language of the screens, if known."""
    return _said(sentence) if _installed else sentence


@lru_cache(maxsize=512)
def _said(sentence: str) -> str:
    """In the language in use; names and numbers keep their places."""
    if AMOUNT.fullmatch(sentence):
        return sentence.replace(".", QLocale().decimalPoint())
    said = QCoreApplication.translate("core", sentence)
    if said != sentence:
        return said
    for template, pattern in _patterns():
        found = pattern.fullmatch(sentence)
        if found is not None:
            return QCoreApplication.translate("core", template).format(*map(_said, found.groups()))
    return sentence


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each sentence with places in it, and what it matches; the one that says most comes first."""
    known = sorted(PATTERNS.read_text("utf-8").splitlines(), key=lambda text: (-len(text), text))
    return tuple((text, re.compile(re.escape(text).replace(r"\{\}", "(.+?)"), re.DOTALL)) for text in known)


def use_language(language: str) -> None:
    """Show all texts made from now on in `language` ("": the system's), with its decimal signs."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    _said.cache_clear()
    while _installed:
        app.removeTranslator(_installed.pop())
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
    own, qt = QTranslator(), QTranslator()
    if own.load(locale, "patella", "_", str(FOLDER)):
        app.installTranslator(own)
        _installed.append(own)
    if qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
        _installed.append(qt)
