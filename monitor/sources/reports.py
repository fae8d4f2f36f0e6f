"""What the client says beside the data: what is wrong, each thing once, and what is waited for."""

from __future__ import annotations

from collections.abc import Collection

from monitor.errors import LinkError, LinkReason
from monitor.sources.admission import spoken
from monitor.sources.base import Emit
from monitor.sources.clock import Clock
from monitor.values import LinkEvent, LinkKind, Placement


class Reports:
    """Emits events for the sensor panel and the banner."""

    def __init__(self, emit: Emit, clock: Clock) -> None:
        self._emit, self._clock = emit, clock
        self._said: set[str] = set()

    def push(self, placement: Placement | None, error: LinkError) -> None:
        """Say what is wrong, of one place or of them all, unless it was said before."""
        sentence = str(error)
        if sentence not in self._said:
            self._said.add(sentence)
            self._emit(LinkEvent(placement, self._clock(), LinkKind.FAILED,
                                 {"reason": str(error.reason), "sentence": sentence}))

    def missing(self, places: Collection[Placement], problem: LinkError | None) -> None:
        """Say why these have no sensor; where every place has one, all may be said again."""
        if not places:
            self._said.clear()
        for placement in places:
            self.push(placement, problem or LinkError(
                LinkReason.ONE_SENSOR,
                f"No sensor was found for the {spoken(placement)}: switch it on, bring it near, and end its "
                "link to other programs."))

    def waiting(self, sentence: str) -> None:
        """Say what must happen before any sensor can stream."""
        self._emit(LinkEvent(None, self._clock(), LinkKind.WAITING, {"sentence": sentence}))
