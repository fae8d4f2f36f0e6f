"""Every text of the screens is there in German and Spanish, and what is compiled is what is written."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from monitor.dashboard.text.exercises import explanation
from monitor.dashboard.text.figures import clock, degrees, number, plus_minus
from monitor.dashboard.text.languages import FOLDER, PATTERNS, core, use_language
from monitor.dashboard.translate import _run, collect, core_sentences, main
from monitor.errors import PrescriptionError
from monitor.exercises.definition import library
from monitor.exercises.prescription import parse_prescription
from monitor.results import ExerciseSet, Repetition
from monitor.values import Side

LANGUAGES = ("de", "es")
SAME = ("supine", "prone")      # said alike in some language


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
        "Der Sensor am Oberschenkel verliert 7 % seiner Daten; Empfänger näher stellen.")
    assert core("Something new with 3 and {} braces.") == "Something new with 3 and {} braces."


def test_a_sentence_with_names_and_numbers_is_translated_whole() -> None:
    use_language("de")
    assert core("Patella-2DE5 is connected but has sent nothing for 2.5 s.") == (
        "Patella-2DE5 ist verbunden, hat aber seit 2,5 s nichts gesendet.")
    assert core("Left leg: The shank sensor is silent; waiting for it.").startswith(
        "Linkes Bein: Der Sensor am Unter")
    assert core("The recording ends here and is kept: a.mcap cannot be read (gone).") == (
        "Die Aufnahme endet hier und bleibt erhalten: a.mcap ist nicht lesbar (gone).")
    use_language("en")
    assert core("Damaged after 2.50 s.") == "Damaged after 2.50 s."


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_core_reaches_the_screens_in_english(language: str) -> None:
    use_language(language)
    names = {"{}": "PT-01", "{where}": "thigh"}
    left = []
    for template in core_sentences():
        sentence = template
        for place, name in names.items():
            sentence = sentence.replace(place, name)
        if core(sentence) == sentence:
            left.append(sentence)
    assert [sentence for sentence in left if sentence not in SAME] == []


def test_every_reason_of_a_repetition_is_said_in_the_language_of_the_screens() -> None:
    use_language("de")
    english = {"the", "was", "and", "of", "for", "it", "but", "is"}
    rules = ("counted", "too_small", "too_short", "too_long", "gap", "slipped", "uncertain", "wrong_posture",
             "left_the_chair")
    for exercise in library().exercise:
        for rule in rules:
            measures = dict.fromkeys((*exercise.signature, "range_deg", "duration_s", "cycle_s"), 42.5)
            rep = Repetition(1.0, 4.0, 42.0, 1.5, counted=rule == "counted", rule=rule,
                             form=("short_hold", "incomplete_range"), measures=measures)
            done = ExerciseSet(exercise.id, Side.LEFT, 0.0, 5.0, (rep,), {"hold_s": 3})
            told = explanation(done, 0)
            assert told
            assert not english & set(re.findall(r"[a-z]+", told.lower())), f"{exercise.id}, {rule}: {told}"


HEAD = 'patient = "P-1"\nside = "left"\n'
SQUAT = f'{HEAD}[[exercise]]\nid = "squat"\n'
WRONG_PLANS = (
    "x = ", HEAD, f"{HEAD}exercise = 3", f"{HEAD}[[exercise]]\nuse = 1", f'{HEAD}[[exercise]]\nid = "squatt"',
    SQUAT.replace("P-1", "Anna Muster"), SQUAT.replace("left", "up"), f"starts = 1\n{SQUAT}",
    f"{SQUAT}reps = -1", f"{SQUAT}reps = 501", f"{SQUAT}reps = 2.5", f'{SQUAT}hold_s = "x"',
    f"{SQUAT}days = []", f"{SQUAT}duration_s = -1", f"{SQUAT}hold_s = 30\nduration_s = 20",
    f"{SQUAT}reps = 99\nduration_s = 20",
    f'{SQUAT}progression = ["foo"]', f"{SQUAT}tempo = 1", f'{SQUAT}note = "{"n" * 501}"',
    f'{SQUAT}[[exercise]]\nid = "squat"', f'{HEAD}[[exercise]]\nid = "single_leg_stance"\nreps = 5',
    f"{SQUAT}[pain]\nstop_above = 2\nideal_below = 5", f'{SQUAT}[pain]\nfollow_up = "maybe"',
    HEAD * 3000, SQUAT + "".join(f"x{number} = 1\n" for number in range(30)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_with_a_prescription_is_said_in_the_language_of_the_screens(language: str) -> None:
    use_language(language)
    english = {"line", "prescription", "must", "is", "missing", "known", "the", "or", "says", "it", "has"}
    for text in WRONG_PLANS:
        with pytest.raises(PrescriptionError) as wrong:
            parse_prescription(text)
        for sentence in wrong.value.problems:
            said = core(sentence)
            assert not english & set(re.findall(r"\b[a-z]+\b", said.lower())), f"{sentence}: {said}"


def test_the_patterns_are_those_of_the_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = tmp_path / "core.txt"
    monkeypatch.setattr("monitor.dashboard.translate.PATTERNS", fresh)
    monkeypatch.setattr("monitor.dashboard.translate.collect", lambda _: None)
    monkeypatch.setattr("monitor.dashboard.translate.compile_all", lambda: None)
    main()
    assert fresh.read_text("utf-8") == PATTERNS.read_text("utf-8")
