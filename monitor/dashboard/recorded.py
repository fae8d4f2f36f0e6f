"""What the review asks of the recordings on this computer, and the values it gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from monitor.errors import RecordingError, RecordingReason
from monitor.leg import Bytes
from monitor.results import BalanceTrial, ExerciseSet, Landing
from monitor.snapshot import Mark, Trace
from monitor.values import Side


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """One line of the session list: one leg of a recording, which may hold both.

    `damage` is a sentence where the recording is not whole.
    """

    path: Path
    start: datetime
    patient: str
    side: Side
    duration_s: float
    damage: str = ""

    @property
    def key(self) -> tuple[Path, Side]:
        """What tells it from others, even when the file has changed."""
        return self.path, self.side


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a recording, seconds from its start."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Overrule:
    """The therapist's own judgement of one repetition; set and repetition count from 1."""

    path: Path
    side: Side
    set_index: int
    rep_index: int
    counted: bool
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class RecordedSession:
    """A recording as the review page shows it.

    Attributes:
        version: of the program that made these results.
        trace: the session on its grid; `trace.t_s` from the start of the recording.
        reason, posture: (n,) `Reason` and `Posture` on the same grid.
        gaps: stretches without usable data.
        damage: sentences about parts of the file that could not be read.
        analysed: the part of the recording, 0 to 1, that the analysis has seen; beyond it stands what was
            shown while recording, which knows neither tilts nor sets.
        judgements: the therapist's own, oldest first.
    """

    entry: SessionEntry
    version: str
    trace: Trace
    reason: Bytes
    posture: Bytes
    gaps: tuple[Span, ...] = ()
    sets: tuple[ExerciseSet, ...] = ()
    landings: tuple[Landing, ...] = ()
    balance: tuple[BalanceTrial, ...] = ()
    marks: tuple[Mark, ...] = ()
    damage: tuple[str, ...] = ()
    analysed: float = 1.0
    judgements: tuple[Overrule, ...] = ()


class Library(Protocol):
    """The recordings on this computer. `open` may take seconds: it is called off the GUI thread."""

    def sessions(self) -> tuple[SessionEntry, ...]:
        """Newest first."""
        ...

    def open(self, entry: SessionEntry) -> Iterator[RecordedSession]:
        """What is known of a leg's recording: at once what there is, then ever more, last the whole.

        Raises `RecordingError`.
        """
        ...

    def overrule(self, judgement: Overrule) -> None:
        """Keep the therapist's own judgement beside the recording, which itself is never edited."""
        ...


class NoLibrary:
    """A library without recordings, where nobody gave one."""

    def sessions(self) -> tuple[SessionEntry, ...]:
        return ()

    def open(self, entry: SessionEntry) -> Iterator[RecordedSession]:
        raise RecordingError(RecordingReason.NOT_FOUND, f"There is no recording {entry.path.name}.")

    def overrule(self, judgement: Overrule) -> None:
        raise RecordingError(RecordingReason.NOT_FOUND, f"There is no recording {judgement.path.name}.")
