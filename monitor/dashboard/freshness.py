"""The screen's own watch over its data: a moment that does not move on is stale, whatever it says itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from monitor.dashboard.text.words import STALE_AFTER_S
from monitor.snapshot import Problem, Severity, Snapshot

PROBLEM_ID = "frozen"


class Freshness:
    """Ages snapshots that have stopped advancing, so that a stuck session cannot look alive."""

    def __init__(self) -> None:
        self._newest_s = float("-inf")
        self._seen_s = 0.0

    def push(self, snapshot: Snapshot, now_s: float) -> Snapshot:
        """`snapshot` as it must be drawn at `now_s` (of any steady clock): older if it stands still."""
        if snapshot.t_s != self._newest_s:
            self._newest_s, self._seen_s = snapshot.t_s, now_s
        stalled = now_s - self._seen_s
        if stalled <= STALE_AFTER_S or snapshot.paused:
            return snapshot
        sentence = QCoreApplication.translate("freshness", "Nothing new for {} s. The data shown is old.")
        problem = Problem(PROBLEM_ID, Severity.PROBLEM, sentence.format(int(stalled) or 1))
        old = snapshot.aged(stalled)
        return replace(old, t_s=old.t_s + stalled, problems=(problem, *old.problems))
