"""The patient's screen goes to the second monitor: the shipped window on a real X server with two of them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

OPEN = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
app = QApplication([])
from monitor.dashboard import sample
from monitor.dashboard.look.ruler import KEY_MM, TEXT_MM
from monitor.dashboard.preferences import Preferences
from monitor.dashboard.window import MainWindow
folder, chosen = Path(sys.argv[1]), sys.argv[2]
settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
Preferences(patient_monitor=chosen).save(settings)
window = MainWindow(sample.StillMonitor(sample.moment()), settings=settings)
window.move(100, 50)
window.show()
window.open_patient_screen()
QTest.qWait(600)
patient = window.patient
screen = patient.screen()
mm = screen.physicalSize().height() / screen.geometry().height()
patient.grab().save(str(folder / "patient.png"))
print(json.dumps({
    "screens": [s.name() for s in app.screens()], "window": window.screen().name(), "patient": screen.name(),
    "fills": patient.geometry() == screen.geometry(),
    "figure_mm": patient.task.figure.digit_height() * mm, "text_mm": patient.task.cue.pixels * mm,
    "asked_mm": [KEY_MM, TEXT_MM]}))
"""
DESK, PATIENT = "desk", "patient"
MONITORS = ((DESK, "1920/530x1080/300+0+0", "screen"), (PATIENT, "1920/345x1080/194+1920+0", "none"))


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server with a 24 inch monitor, and a 15.6 inch one at its right."""
    missing = [tool for tool in ("Xvfb", "xrandr") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"there is no {missing[0]}")
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "3840x1080x24", "-noreset",
                               "-nolisten", "tcp"], pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            name = f":{told.readline().strip()}"
        for monitor in MONITORS:
            subprocess.run(["xrandr", "--display", name, "--setmonitor", *monitor], check=True,
                           capture_output=True)
        yield name
    finally:
        server.terminate()
        server.wait()


@pytest.mark.parametrize(("chosen", "shown_on"), [("", PATIENT), (PATIENT, PATIENT), (DESK, DESK),
                                                  ("unplugged", PATIENT)])
def test_the_patients_screen_fills_the_monitor_that_is_meant(
        display: str, tmp_path: Path, chosen: str, shown_on: str) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    opened = subprocess.run([sys.executable, "-c", OPEN, str(tmp_path), chosen], env=environment,
                            capture_output=True, text=True, check=False)
    if "could not connect to display" in opened.stderr or "platform plugin" in opened.stderr:
        pytest.skip("Qt has no X11 here")
    assert opened.returncode == 0, opened.stderr
    told = json.loads(opened.stdout)
    assert told["screens"] == [DESK, PATIENT]
    assert (told["window"], told["patient"], told["fills"]) == (DESK, shown_on, True)
    key_mm, text_mm = told["asked_mm"]
    assert told["figure_mm"] >= key_mm
    assert told["text_mm"] >= text_mm
