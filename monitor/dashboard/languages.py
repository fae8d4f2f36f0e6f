"""The language of the screens: Qt Linguist files compiled beside this package."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).parent / "translations"
NUMBER = re.compile(r"\d+(?:\.\d+)?")
LANGUAGES = ("en", "de", "es")
_installed: list[QTranslator] = []


def core(sentence: str) -> str:
    """A sentence of the core (exercise, cue, problem) in the language of the screens, if known.

    Sentences with numbers in them are looked up with `{}` in each number's place.
    """
    said = QCoreApplication.translate("core", sentence)
    if said != sentence:
        return said
    template = QCoreApplication.translate("core", NUMBER.sub("{}", sentence))
    numbers = NUMBER.findall(sentence)
    return template.format(*numbers) if template.count("{}") == len(numbers) else sentence


def use_language(language: str) -> None:
    """Show all texts made from now on in `language` ("": the system's), with its decimal signs."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    while _installed:
        app.removeTranslator(_installed.pop())
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
    own, qt = QTranslator(app), QTranslator(app)
    if own.load(locale, "patella", "_", str(FOLDER)):
        app.installTranslator(own)
        _installed.append(own)
    if qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
        _installed.append(qt)
