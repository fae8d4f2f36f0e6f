"""A virtual patient's course of movement, and what truly happens in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from monitor.virtual.pose import COLUMN, POSTURES, STANDING, TRANSITION_S, WAY_UP, Pose, way

Floats = NDArray[np.float64]
Overlay = Callable[[Floats], Mapping[str, Floats]]   # (n,) seconds into the move -> additions to a pose

INTERNAL_RATE_HZ = 2000
PIECE = INTERNAL_RATE_HZ // 2


@dataclass(frozen=True, slots=True)
class Move:
    """Go from the pose before to `pose`, at rest at both ends; `overlay` adds faster motion on the way."""

    pose: Pose
    duration_s: float
    overlay: Overlay | None = None


def minimum_jerk(part: Floats) -> Floats:
    """The smooth course of a human reaching movement from 0 to 1 (Flash and Hogan 1985); flat outside."""
    p = np.clip(part, 0.0, 1.0)
    return p**3 * (10 + p * (6 * p - 15))


@dataclass
class Script:
    """Builds the moves one after the other and writes down what they are.

    Attributes:
        moves: what was built.
        pose: where the leg is at the end of it.
        now_s: how long it is.
        truth: lists of JSON-ready events: `exercises` (`exercise, start_s, end_s, repetitions`), `postures`
            (`posture, start_s, end_s`, "transition" between them), `landings`, `calibrations`, `taps`.
    """

    rng: np.random.Generator
    moves: list[Move] = field(default_factory=list)
    pose: Pose = STANDING
    posture: str = "standing"
    now_s: float = 0.0
    truth: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {
        "exercises": [], "postures": [{"posture": "standing", "start_s": 0.0}], "landings": [],
        "calibrations": [], "taps": []})

    def go(self, pose: Pose, duration_s: float, overlay: Overlay | None = None) -> None:
        self.moves.append(Move(pose, duration_s, overlay))
        self.pose = pose
        self.now_s += duration_s

    def stay(self, duration_s: float, overlay: Overlay | None = None) -> None:
        self.go(self.pose, duration_s, overlay)

    def take(self, posture: str) -> None:
        """Change to a named posture by the way a person goes, with a moment's rest after each change."""
        for stop in way(self.posture, posture):
            changing = stop if self.posture == WAY_UP.get(stop) else self.posture
            self._mark_posture("transition")
            self.go(POSTURES[self.posture], 0.6)
            self.go(POSTURES[stop], TRANSITION_S[changing] * self.vary(0.1))
            self.posture = stop
            self._mark_posture(stop)
            self.stay(0.5)

    def vary(self, spread: float) -> float:
        """A factor around 1, for a person never moves twice alike."""
        return float(np.clip(1 + spread * self.rng.standard_normal(), 1 - 2 * spread, 1 + 2 * spread))

    def _mark_posture(self, posture: str) -> None:
        self.truth["postures"][-1]["end_s"] = self.now_s
        self.truth["postures"].append({"posture": posture, "start_s": self.now_s})


def play(moves: Iterable[Move], start: Pose = STANDING) -> Iterator[Floats]:
    """The poses (n, fields of `Pose`) at every internal instant of the moves, in short pieces."""
    before, t_start, k = start, 0.0, 0
    for move in moves:
        k_end = int(np.ceil((t_start + move.duration_s) * INTERNAL_RATE_HZ))
        for first in range(k, k_end, PIECE):
            instants = np.arange(first, min(first + PIECE, k_end))
            yield _poses(before, move, instants / INTERNAL_RATE_HZ - t_start)
        before, t_start, k = move.pose, t_start + move.duration_s, k_end


def _poses(before: Pose, move: Move, t_s: Floats) -> Floats:
    part = minimum_jerk(t_s / move.duration_s)[:, None]
    poses = before.array() * (1 - part) + move.pose.array() * part
    if move.overlay is not None:
        for name, added in move.overlay(t_s).items():
            poses[:, COLUMN[name]] += added
    return poses


def shifted(pose: Pose, **degrees: float) -> Pose:
    """The pose with some fields increased."""
    return replace(pose, **{name: getattr(pose, name) + value for name, value in degrees.items()})
