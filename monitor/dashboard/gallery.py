"""Pictures of every screen: `python -m monitor.dashboard.gallery FOLDER`, also `make gallery`.

Light and dark, at 100, 150 and 200 %, in English and German, of the shipped windows on made-up moments; and
an `index.html` that shows them side by side. Further states of a page (each fault, each table, an empty list)
are taken twice: light, at 100 %, in English, and dark, at 200 %, in German.
"""

from __future__ import annotations

import html
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize
from PySide6.QtWidgets import QApplication, QWidget

from monitor.dashboard import sample, sample_session
from monitor.dashboard.actions import Actions
from monitor.dashboard.application import application
from monitor.dashboard.bridge import Desk
from monitor.dashboard.gallery_views import View, patient_moments, views
from monitor.dashboard.keys import KeysDialog
from monitor.dashboard.look.ruler import Ruler
from monitor.dashboard.patient.screen import PatientScreen
from monitor.dashboard.preferences import Preferences
from monitor.dashboard.window import MainWindow

SIZE_PX = (1920, 1080)
PX_PER_MM = 3.61            # of a 24 inch screen of that size
THEMES, LANGUAGES, SCALES = ("light", "dark"), ("en", "de"), (100, 150, 200)      # scales in %
OF_STATES = (("light", "en", 100), ("dark", "de", 200))


def screen_at(scale: int) -> QSize:
    """What a scale in % leaves of the screen, in the pixels that windows count in."""
    return QSize(*SIZE_PX) * 100 / scale


def open_window(view: View, theme: str, language: str, folder: Path) -> MainWindow:
    """The shipped window on one view."""
    settings = QSettings(str(folder / f"{view.name}.ini"), QSettings.Format.IniFormat)
    Preferences(theme=theme, language=language).save(settings)
    desk = view.desk() if view.desk is not None else Desk(
        sample_session.StillLibrary(*sample_session.some()), sample_session.SomePlan(),
        sample_session.SomeWeeks())
    window = MainWindow(sample.StillMonitor(view.moment), settings=settings, desk=desk)
    window.timer.stop()
    return window


def show(window: MainWindow, view: View) -> None:
    """Turn to the view's page and let it settle."""
    window.show()
    window.show_page(view.page)
    QApplication.processEvents()
    if view.first is not None:
        view.first(window)
    window.refresh()
    QApplication.processEvents()


def take(folder: Path, scale: int) -> Iterator[Path]:
    """All pictures at the scale this process runs at."""
    with tempfile.TemporaryDirectory() as kept:
        for language in LANGUAGES:
            for theme in THEMES:
                for view in wanted(theme, language, scale):
                    window = open_window(view, theme, language, Path(kept))
                    window.resize(screen_at(scale))
                    show(window, view)
                    yield _save(window, folder / f"{view.name}_{theme}_{scale}_{language}.png")
                    _away(window)
            yield from _others(folder, scale, language, Path(kept))


def wanted(theme: str, language: str, scale: int) -> tuple[View, ...]:
    """What is taken in one look: every page, and in two of the looks their states."""
    states = (theme, language, scale) in OF_STATES
    return tuple(view for view in views() if states or not view.state)


def _others(folder: Path, scale: int, language: str, kept: Path) -> Iterator[Path]:
    """The patient's screen and the list of keys."""
    window = open_window(views()[0], "light", language, kept)
    for name, moment in patient_moments().items():
        screen = PatientScreen(Actions(sample.StillMonitor(moment)), Ruler(100 * PX_PER_MM / scale),
                               window.speaker, window.desk.plan)
        screen.resize(screen_at(scale))
        screen.show()
        for _ in range(2):
            screen.show_snapshot(moment)
            if name == "patient-rest":
                screen.pages.setCurrentWidget(screen.task)      # the pain has been told
            QApplication.processEvents()
        yield _save(screen, folder / f"{name}_dark_{scale}_{language}.png")
        _away(screen)
    keys = KeysDialog(window)
    keys.show()
    yield _save(keys, folder / f"keys_light_{scale}_{language}.png")
    keys.close()
    _away(window)


def _away(window: QWidget) -> None:
    """Close it and let it go at once: without an event loop each would stay in memory to the end."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _save(widget: QWidget, path: Path) -> Path:
    if not widget.grab().save(str(path)):
        raise OSError(f"The picture {path} could not be written.")
    return path


def write_index(folder: Path) -> None:
    """A page that shows every picture."""
    pictures = sorted(folder.glob("*.png"))
    figures = "\n".join(
        f'<figure><a href="{html.escape(p.name)}"><img loading="lazy" src="{html.escape(p.name)}" '
        f'alt="{html.escape(p.stem)}"></a><figcaption>{html.escape(p.stem)}</figcaption></figure>'
        for p in pictures
    )
    style = (
        "body{font:15px sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(460px,1fr));"
        "gap:16px;margin:24px}img{width:100%;border:1px solid #ccc}figure{margin:0}"
    )
    page = f"<!doctype html><meta charset=utf-8><title>Patella</title><style>{style}</style>{figures}"
    (folder / "index.html").write_text(page, "utf-8")


def main(arguments: list[str]) -> int:
    """`FOLDER` takes everything, a process for each scale; `FOLDER SCALE` takes one scale."""
    folder = Path(arguments[0] if arguments else "gallery-output")
    folder.mkdir(parents=True, exist_ok=True)
    if len(arguments) > 1:
        app = application(display=False)
        count = sum(1 for _ in take(folder, int(arguments[1])))
        del app
        return 0 if count else 1
    for scale in SCALES:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale / 100)}
        command = [sys.executable, "-m", "monitor.dashboard.gallery", str(folder), str(scale)]
        subprocess.run(command, env=environment, check=True)
    write_index(folder)
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
