"""Nothing on any screen is cut: every page, in every language, on a roomy and on the smallest window."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from monitor.dashboard.gallery import OF_STATES, SCALES, open_window, show, take, wanted, write_index
from monitor.dashboard.gallery_views import View, patient_moments, views
from monitor.dashboard.look.chip import Chip
from monitor.dashboard.look.parts import Line
from monitor.dashboard.text.languages import use_language
from monitor.dashboard.window import MainWindow

ROOMY, LAPTOP, SMALLEST = (1440, 900), (1280, 720), (960, 540)


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> object:
    yield
    use_language("en")


def cut_texts(window: MainWindow) -> list[str]:
    """Texts that need more room than they have; a line may end in an ellipsis but not lose height."""
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.fontMetrics().height()
        if needed > label.height() + 2:
            found.append(f"{type(label).__name__} {label.text()!r}: {label.height()} of {needed} px high")
        too_wide = not label.wordWrap() and not isinstance(label, Line)
        if too_wide and label.sizeHint().width() > label.width() + 2:
            found.append(f"{label.text()!r}: too wide")
    for button in window.findChildren(QPushButton):
        if (
            button.isVisible()
            and not isinstance(button, Chip)
            and button.sizeHint().width() > button.width() + 2
        ):
            found.append(f"button {button.text()!r}: {button.width()} of {button.sizeHint().width()} px wide")
    return found


def elided_texts(window: MainWindow) -> list[str]:
    return [
        line.text() for line in window.findChildren(Line) if line.isVisible() and line.elided() != line.text()
    ]


def overlaps(window: MainWindow) -> list[str]:
    """Pairs of texts that lie on each other."""
    shown = [w for w in window.findChildren(QLabel) + window.findChildren(QPushButton)
             if w.isVisible() and w.text() and not w.visibleRegion().isEmpty()]
    boxes = [(w, w.visibleRegion().boundingRect().translated(w.mapTo(window, QPoint(0, 0)))) for w in shown]
    return [f"{a.text()!r} on {b.text()!r}" for (a, box), (b, other) in combinations(boxes, 2)
            if box.adjusted(1, 1, -1, -1).intersects(other)]


@pytest.mark.parametrize(("view", "language"), [
    pytest.param(view, language, id=f"{view.name}-{language}")
    for view in views() for language in ("en", "de", "es") if language == "de" or not view.state])
def test_nothing_is_cut(qtbot: QtBot, tmp_path: Path, view: View, language: str) -> None:
    window = open_window(view, "light", language, tmp_path)
    qtbot.addWidget(window)
    window.resize(*ROOMY)
    show(window, view)
    assert cut_texts(window) == []
    assert elided_texts(window) == []
    assert overlaps(window) == []
    for size in (LAPTOP, SMALLEST):
        window.resize(*size)
        for _ in range(2):
            QApplication.processEvents()
            window.refresh()
        QApplication.processEvents()
        assert (window.width(), window.height()) == size
        assert cut_texts(window) == []
        assert elided_texts(window) == []
        assert overlaps(window) == []


@pytest.mark.usefixtures("qapp")
def test_the_gallery_takes_every_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.dashboard.gallery.THEMES", ("contrast",))
    monkeypatch.setattr("monitor.dashboard.gallery.LANGUAGES", ("es",))
    taken = list(take(tmp_path, 100))
    write_index(tmp_path)
    assert len(taken) == len(wanted("contrast", "es", 100)) + len(patient_moments()) + 1
    assert all(path.stat().st_size > 5_000 for path in taken)
    assert (tmp_path / "index.html").read_text().count("<figure>") == len(taken)


def test_every_page_is_taken_in_every_look_and_every_state_in_two() -> None:
    looks = [(theme, language, scale) for theme in ("light", "dark") for language in ("en", "de")
             for scale in SCALES]
    taken = [view.name for look in looks for view in wanted(*look)]
    assert {taken.count(view.name) for view in views() if not view.state} == {12}
    assert {taken.count(view.name) for view in views() if view.state} == {len(OF_STATES)}
