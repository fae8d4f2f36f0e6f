"""Ten seconds back: the last minute of snapshots, so that the live page can stop and look."""

from __future__ import annotations

from collections import deque

from monitor.snapshot import Snapshot

KEPT_S = 60.0
EVERY_S = 0.5
STEP_S = 10.0


class Rewind:
    """Keeps two snapshots a second; recording and session go on meanwhile."""

    def __init__(self) -> None:
        self._kept: deque[Snapshot] = deque(maxlen=int(KEPT_S / EVERY_S))
        self._frozen: Snapshot | None = None

    def push(self, snapshot: Snapshot) -> None:
        """Keep `snapshot` if enough time has passed since the last kept one."""
        if self._kept and snapshot.t_s < self._kept[-1].t_s:
            self._kept.clear()
        if not self._kept or snapshot.t_s - self._kept[-1].t_s >= EVERY_S:
            self._kept.append(snapshot)

    def back(self) -> None:
        """Look 10 s further back, as far as there is anything."""
        if not self._kept:
            return
        now = self._frozen.t_s if self._frozen else self._kept[-1].t_s
        earlier = [s for s in self._kept if s.t_s <= now - STEP_S]
        self._frozen = earlier[-1] if earlier else self._kept[0]

    def forward(self) -> None:
        """Look 10 s less far back; past the newest it is live again."""
        if self._frozen is None:
            return
        later = [s for s in self._kept if s.t_s >= self._frozen.t_s + STEP_S]
        self._frozen = later[0] if len(later) > 1 else None

    def live(self) -> None:
        """Look at now again."""
        self._frozen = None

    def view(self, newest: Snapshot) -> tuple[Snapshot, float]:
        """What to draw and how many seconds old it is (0: live)."""
        if self._frozen is None:
            return newest, 0.0
        return self._frozen, max(EVERY_S, newest.t_s - self._frozen.t_s)
