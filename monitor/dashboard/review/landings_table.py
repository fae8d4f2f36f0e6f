"""Every landing of a session with its quantities; what the sensor does not allow is said, not guessed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from monitor.dashboard.text.figures import UNKNOWN, clock, degrees, length, number
from monitor.results import Landing


class LandingsTable(QTableWidget):
    """One line each."""

    def __init__(self) -> None:
        super().__init__(0, 0)
        self.setAccessibleName(self.tr("Landings"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def show_landings(self, landings: tuple[Landing, ...]) -> None:
        heads = (self.tr("at"), self.tr("flight"), self.tr("height"), self.tr("shank peak"), self.tr("slope"),
                 self.tr("bend"), self.tr("attenuation"), self.tr("stable after"))
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        self.setRowCount(len(landings))
        for line, landing in enumerate(landings):
            for column, text in enumerate(cells(landing)):
                self.setItem(line, column, QTableWidgetItem(text))


def cells(landing: Landing) -> tuple[str, ...]:
    """The line of one landing as texts."""
    bound = "≥ " if landing.peak_is_lower_bound else ""
    slope, bend = landing.loading_slope_g_per_s, landing.flexion_max_deg
    height = length(landing.height_m * 100, landing.height_sigma_m * 100)
    return (clock(landing.t_s), f"{number(landing.flight_s, 2)} s", height,
            f"{bound}{number(landing.peak_resultant_g, 1)} g",
            UNKNOWN if slope is None else f"{number(slope)} g/s", UNKNOWN if bend is None else degrees(bend),
            UNKNOWN if landing.attenuation_percent is None else f"{number(landing.attenuation_percent)} %",
            UNKNOWN if landing.stabilise_s is None else f"{number(landing.stabilise_s, 1)} s")
