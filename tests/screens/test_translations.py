"""Every text of the screens is there in German and Spanish, and what is compiled is what is written."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

import monitor
from monitor.dashboard.figures import clock, degrees, number, plus_minus
from monitor.dashboard.languages import FOLDER, core, use_language
from monitor.dashboard.translate import PROBLEMS, _run, collect

LANGUAGES = ("de", "es")


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    use_language("en")


def texts(path: Path) -> dict[tuple[str, str], tuple[str, bool]]:
    """(context, source) -> (translation, finished)."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            key = (name, message.findtext("source") or "")
            found[key] = (translation.text or "", translation.get("type") != "unfinished")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_missing(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / f"fresh_{language}.ts"
    collect([fresh])
    shipped = texts(FOLDER / f"patella_{language}.ts")
    own = {key for key in texts(fresh) if key[0] != "core"}  # a new cue is shown in English until translated
    assert own - set(shipped) == set(), "run: python -m monitor.dashboard.translate"
    assert [key for key, (text, finished) in shipped.items() if not finished or not text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_places_for_numbers(language: str) -> None:
    shipped = texts(FOLDER / f"patella_{language}.ts")
    assert [s for (_, s), (text, _) in shipped.items() if s.count("{}") != text.count("{}")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    _run("pyside6-lrelease", str(FOLDER / f"patella_{language}.ts"), "-silent", "-qm", str(fresh))
    assert fresh.read_bytes() == (FOLDER / f"patella_{language}.qm").read_bytes()


def test_a_language_is_used_at_once_with_its_decimal_sign() -> None:
    use_language("de")
    assert QCoreApplication.translate("words", "Thigh") == "Oberschenkel"
    assert core("Lower more slowly") == "Langsamer senken"
    assert number(1.25, 1) in ("1,2", "1,3")
    use_language("en")
    assert QCoreApplication.translate("words", "Thigh") == "Thigh"
    assert number(1.25, 1) in ("1.2", "1.3")


def test_an_unknown_language_shows_english() -> None:
    use_language("xx")
    assert QCoreApplication.translate("words", "Thigh") == "Thigh"


def test_right_to_left_languages_turn_the_screens_round(qapp: QApplication) -> None:
    use_language("he")
    turned = qapp.layoutDirection()
    use_language("en")
    assert turned is not qapp.layoutDirection()


def test_numbers_are_written_with_a_real_minus_and_never_minus_zero() -> None:
    QLocale.setDefault(QLocale("en"))
    assert (degrees(-3.4), degrees(-0.2), plus_minus(1.2), clock(3723.9)) == ("−3°", "0°", "± 2°", "1:02:03")


def test_a_problem_with_numbers_in_it_is_translated() -> None:
    use_language("de")
    assert core("The thigh sensor loses 7 % of its data; move the receiver closer.") == (
        "Der Oberschenkelsensor verliert 7 % seiner Daten; Empfänger näher stellen.")
    assert core("Something new with 3 and {} braces.") == "Something new with 3 and {} braces."


@pytest.mark.parametrize("sentence", PROBLEMS)
def test_the_core_still_says_what_is_translated(sentence: str) -> None:
    root = Path(monitor.__file__).parents[1]
    written = [p for folder in ("monitor", "calibration") for p in (root / folder).rglob("*.py")
               if p.name != "translate.py"]
    said = "".join(re.sub(r'"\s*f?"', "", p.read_text("utf-8")) for p in written)
    parts = re.split(r"\{\}|The thigh|The shank", sentence)
    assert all(part.strip() in said for part in parts)
