"""How long to wait before the next attempt."""

from __future__ import annotations

SHORTEST_S, LONGEST_S = 0.25, 5.0


class Backoff:
    """Doubles from 0.25 s to 5 s; `reset` after a success."""

    def __init__(self) -> None:
        self._next_s = SHORTEST_S

    def push(self) -> float:
        """The wait in s after one more failure."""
        wait_s, self._next_s = self._next_s, min(2 * self._next_s, LONGEST_S)
        return wait_s

    def reset(self) -> None:
        self._next_s = SHORTEST_S
