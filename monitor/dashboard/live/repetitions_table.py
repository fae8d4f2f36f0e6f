"""The newest repetitions, landings or stances, one line each, every comment with a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from monitor.dashboard.live.exercise_card import deviation
from monitor.dashboard.look.parts import Line, Panel, row, set_role, tab
from monitor.dashboard.text.figures import UNKNOWN, degrees, length, number, unit
from monitor.results import BalanceTrial, Landing, Repetition
from monitor.snapshot import Snapshot

LINES = 9
AROUND_PX, LINE_PX = 92, 22      # what the lines leave to tabs and margins, and the height of each
COLUMNS = 5
REP_SHARES, LANDING_SHARES, BALANCE_SHARES = (2, 5, 4, 4, 9), (2, 7, 7, 5, 1), (2, 4, 6, 5, 6)
Cells = tuple[str, ...]
Item = TypeVar("Item")


class RepetitionsTable(Panel):
    """Three lists in one place: repetitions, or landings or stances once there are any newer ones."""

    def __init__(self) -> None:
        super().__init__()
        self.reps_tab = tab(self.tr("Repetitions"))
        self.landings_tab, self.balance_tab = tab(self.tr("Landings")), tab(self.tr("Balance"))
        self.reps_tab.setChecked(True)
        self.pain, self.empty = Line("", ""), Line("", "muted")
        self._cells = [[Line("", role) for _ in range(COLUMNS)] for role in ("muted", *[""] * LINES)]
        self._landings, self._stances, self._grid = 0, 0, QGridLayout()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(AROUND_PX + 3 * LINE_PX)
        self._build()

    def _build(self) -> None:
        grid = self._grid
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for line, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                grid.addWidget(cell, line, column)
        self.column.addLayout(row(self.reps_tab, self.landings_tab, self.balance_tab, spacing=22))
        self.column.addWidget(self.empty)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        self.column.addWidget(self.pain)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if len(snapshot.landings) > self._landings:
            self.landings_tab.setChecked(True)
        if len(snapshot.balance) > self._stances:
            self.balance_tab.setChecked(True)
        self._landings, self._stances = len(snapshot.landings), len(snapshot.balance)
        if self.landings_tab.isChecked():
            self._share(LANDING_SHARES)
            self._fill(self._landing_heads(), [_landing(n, v) for n, v in _newest(snapshot.landings)],
                       self.tr("No landing yet."))
        elif self.balance_tab.isChecked():
            self._share(BALANCE_SHARES)
            self._fill(self._balance_heads(), [_stance(n, v) for n, v in _newest(snapshot.balance)],
                       self.tr("No stance yet."))
        else:
            self._share(REP_SHARES)
            reps = snapshot.exercise.reps if snapshot.exercise else ()
            self._fill(self._rep_heads(), [_repetition(n, v) for n, v in _newest(reps)],
                       self.tr("No repetition yet."))
        self.pain.setText(self._pain(snapshot.pain))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        room = (self.height() - AROUND_PX) // LINE_PX
        for line, cells in enumerate(self._cells):
            for cell in cells:
                cell.setVisible(line < room)

    def _share(self, shares: tuple[int, ...]) -> None:
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)

    def _rep_heads(self) -> Cells:
        return ("", self.tr("peak"), self.tr("hold"), self.tr("return"), "")

    def _landing_heads(self) -> Cells:
        return ("", self.tr("height"), self.tr("shank"), self.tr("bend"), "")

    def _balance_heads(self) -> Cells:
        return ("", self.tr("time"), self.tr("sway"), self.tr("touched"), self.tr("firm ground"))

    def _fill(self, heads: Cells, lines: Sequence[Cells], empty: str) -> None:
        self.empty.setText(empty)
        self.empty.setVisible(not lines)
        shown = [heads, *lines] if lines else []
        shown += [("",) * COLUMNS] * (LINES + 1 - len(shown))
        for line, (cells, texts) in enumerate(zip(self._cells, shown, strict=True)):
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text)
            if line:
                set_role(cells[-1], "deviation" if texts[-1].startswith(("!", "≥")) else "")

    def _pain(self, score: int | None) -> str:
        return self.tr("Pain {} of 10 after the last set").format(score) if score is not None else ""


def _newest(items: Sequence[Item]) -> list[tuple[int, Item]]:
    return list(enumerate(items, start=1))[::-1][:LINES]


def _repetition(place: int, rep: Repetition) -> Cells:
    lift = rep.measures.get("lift_cm")
    angle = f"{degrees(rep.peak_deg)} ± {number(rep.peak_sigma_deg)}"
    hold, lowering = rep.hold_s or None, rep.measures.get("lowering_s")
    return (number(place), angle if lift is None else length(lift), unit(hold, "s", 1),
            unit(lowering, "s", 1), deviation(rep) or "✓")


def _landing(place: int, landing: Landing) -> Cells:
    bound = "≥ " if landing.peak_is_lower_bound else ""
    bend = landing.flexion_max_deg
    return (number(place), length(landing.height_m * 100, landing.height_sigma_m * 100),
            f"{bound}{number(landing.peak_resultant_g, 1)} g", UNKNOWN if bend is None else degrees(bend), "")


def _stance(place: int, trial: BalanceTrial) -> Cells:
    """Sway as RMS acceleration, and against the same person's on firm ground."""
    ratio = trial.sway_ratio_to_baseline
    return (number(place), unit(trial.duration_s, "s"), unit(trial.sway_rms, "m/s²", 2),
            f"{number(trial.touch_downs)} ×", "" if ratio is None else f"× {number(ratio, 1)}")
