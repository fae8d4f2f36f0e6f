"""Is everything ready for exercise? Each point with its state in words and the button that mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QStorageInfo
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from monitor.dashboard.look.parts import Line, Panel, button, column, label, row, set_role
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import number
from monitor.snapshot import CalibrationState, Snapshot

translate = QCoreApplication.translate
FRESH_CALIBRATION_S = 3600.0
LINE_PX = 44
LEAST_DISK_BYTES = 500_000_000    # some twenty hours of two sensors


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the checklist; `mend` names the button that helps, if one does.

    Without a point that `blocks` no exercise can be measured.
    """

    name: str
    well: bool
    state: str
    mend: str = ""
    blocks: bool = True


def points(snapshot: Snapshot, free_bytes: int, prescribed_to: str = "") -> tuple[Point, ...]:
    """The checklist of this moment; `prescribed_to` is the patient of the prescription in force."""
    return (
        *_prescription(snapshot, prescribed_to),
        _sensors(snapshot),
        _battery(snapshot),
        _calibration(snapshot),
        _recording(snapshot),
        _disk(free_bytes),
    )


def free_disk(snapshot: Snapshot) -> int:
    """Bytes free where recordings go."""
    place = Path(snapshot.recording.path).parent if snapshot.recording else Path(QDir.homePath())
    return int(QStorageInfo(str(place)).bytesAvailable())


def _prescription(snapshot: Snapshot, patient: str) -> tuple[Point, ...]:
    """Nothing to say where there is none, or it is not known who is here."""
    if not words.others(snapshot, patient):
        return ()
    said = translate("readiness", "is {}'s, the session {}'s").format(patient, snapshot.patient)
    return (Point(translate("readiness", "Prescription"), False, said, "prescription"),)


def _sensors(snapshot: Snapshot) -> Point:
    name = translate("readiness", "Sensors")
    bad = [s for s in snapshot.sensors if not words.sensor_works(s)]
    if not snapshot.sensors:
        return Point(name, False, translate("readiness", "none found yet"), "sensors")
    if bad:
        said = ", ".join(f"{words.segment(s.placement.segment)} {words.sensor_state(s.state)}" for s in bad)
        return Point(name, False, said, "sensors")
    if len(snapshot.sensors) < 2:
        return Point(name, False, translate("readiness", "only one found"), "sensors")
    return Point(name, True, translate("readiness", "both streaming"))


def _battery(snapshot: Snapshot) -> Point:
    name = translate("readiness", "Battery")
    known = [s.battery_percent for s in snapshot.sensors if s.battery_percent is not None]
    if not known:
        return Point(name, False, translate("readiness", "not known"), "sensors", blocks=False)
    lowest = min(known)
    return Point(
        name,
        lowest > words.LOW_BATTERY_PERCENT,
        translate("readiness", "{} % at least").format(number(lowest)),
        "" if lowest > words.LOW_BATTERY_PERCENT else "sensors",
        blocks=False,
    )


def _calibration(snapshot: Snapshot) -> Point:
    status = snapshot.calibration
    old = status.age_s is not None and status.age_s > FRESH_CALIBRATION_S
    well = status.state is CalibrationState.GOOD and not old
    said = words.fit(snapshot) + (
        translate("readiness", ", more than an hour ago") if old else ""
    )
    doubtful = well and bool(words.strap(snapshot))      # it still measures
    well = well and not doubtful
    return Point(translate("readiness", "Calibration"), well, said, "" if well else "calibrate",
                 blocks=not doubtful)


def _recording(snapshot: Snapshot) -> Point:
    running = snapshot.recording is not None and not snapshot.recording.failed
    said = translate("readiness", "running") if running else translate("readiness", "not recording")
    return Point(translate("readiness", "Recording"), running, said, "" if running else "record")


def _disk(free_bytes: int) -> Point:
    said = translate("readiness", "{} GB free").format(number(free_bytes / 1e9, 1))
    return Point(translate("readiness", "Disk"), free_bytes >= LEAST_DISK_BYTES, said, blocks=False)


class ReadinessPanel(Panel):
    """The checklist as a card; `mends` maps a point's `mend` to what its button does."""

    def __init__(self, mends: dict[str, tuple[str, Callable[[], None]]]) -> None:
        super().__init__(QCoreApplication.translate("readiness", "Ready?"))
        self._mends = mends
        self.grid = QGridLayout()
        self.grid.setVerticalSpacing(10)
        self.grid.setHorizontalSpacing(14)
        self.grid.setColumnStretch(1, 1)
        self.lines: list[tuple[Line, QLabel, QLabel, dict[str, QPushButton]]] = []
        self.column.addLayout(self.grid)
        self.column.addStretch(1)

    def show_points(self, shown: tuple[Point, ...]) -> None:
        while len(self.lines) < len(shown):
            self._add_line(len(self.lines))
        for place, line in enumerate(self.lines):
            self.grid.setRowMinimumHeight(place, LINE_PX if place < len(shown) else 0)
            for widget in (*line[:3], *line[3].values()):
                widget.setVisible(place < len(shown))
        for (sign, name, state, buttons), point in zip(self.lines, shown, strict=False):
            sign.setText("✓" if point.well else "!")
            set_role(sign, "accent" if point.well else "deviation")
            name.setText(point.name)
            state.setText(point.state)
            for mend, made in buttons.items():
                made.setVisible(mend == point.mend)

    def _add_line(self, place: int) -> None:
        sign, name, state = Line("", "accent"), label("", "strong"), label("", "muted")
        name.setWordWrap(False)
        sign.setFixedWidth(18)
        buttons = {mend: button(text, verb) for mend, (text, verb) in self._mends.items()}
        self.grid.addWidget(sign, place, 0)
        self.grid.addWidget(column(name, state, spacing=0), place, 1)
        self.grid.addLayout(row(*buttons.values(), stretch=False), place, 2)
        self.lines.append((sign, name, state, buttons))
