"""The signals that phases are found in: those of the leg itself, and muscle tremor."""

from __future__ import annotations

from monitor.exercises.definition import SignalName
from monitor.exercises.tremor import Tremor
from monitor.leg import LegBlock


class SignalReader:
    """Reads one signal; `push(a)` then `push(b)` equals `push(a joined with b)`."""

    def __init__(self, name: SignalName, rate_hz: float) -> None:
        self._name = name
        self._tremor = Tremor(rate_hz) if name is SignalName.TREMOR else None

    def push(self, block: LegBlock, wanted: slice = slice(None)) -> tuple[list[float], list[bool]]:
        """The value at each wanted sample, and whether it counts; tilts hold while flexion is uncertain."""
        if self._tremor is not None:
            return self._tremor.push(block, wanted), self._tremor.usable(block)[wanted]
        usable = block.valid if self._name is SignalName.FLEXION else block.oriented
        return getattr(block, self._name.value)[wanted].tolist(), usable[wanted].tolist()
