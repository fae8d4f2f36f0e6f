"""What the review asks of the recordings on this computer, and the values it gets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from monitor.errors import RecordingError, RecordingReason
from monitor.leg import Bytes
from monitor.results import BalanceTrial, ExerciseSet, Landing
from monitor.snapshot import Mark, Trace
from monitor.values import Legs, Side

Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """One line of the session list; `damage` is a sentence where the recording is not whole."""

    path: Path
    start: datetime
    patient: str
    legs: Legs
    duration_s: float
    damage: str = ""


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
class WholeTrace(Trace):
    """A leg's whole session on its grid, (n,) each; `t_s` from the start of the recording.

    Attributes:
        reason, posture: `Reason` and `Posture` on the same grid.
        thigh_rate_deg_s, shank_rate_deg_s: angular rate about the knee's axis, where `oriented`; bending the
            knee turns the thigh forward and the shank back.
        frontal_deg, rotation_deg, trend_sigma_deg: out-of-hinge angles where `valid`, to be read as a trend.
        tremor_db: vibration of the thigh between 10 and 40 Hz, dB above (1 m/s^2)^2, where `oriented`.
    """

    reason: Bytes
    posture: Bytes
    thigh_rate_deg_s: Singles
    shank_rate_deg_s: Singles
    frontal_deg: Singles
    rotation_deg: Singles
    trend_sigma_deg: Singles
    tremor_db: Singles


@dataclass(frozen=True, slots=True, eq=False)
class RecordedLeg:
    """One leg of a recording.

    Attributes:
        gaps: stretches without usable data.
        marks: what was marked while recording.
        analysed: the part of the recording, 0 to 1, that the analysis has seen; beyond it stands what was
            shown while recording, which knows neither tilts nor sets.
    """

    side: Side
    trace: WholeTrace
    gaps: tuple[Span, ...] = ()
    sets: tuple[ExerciseSet, ...] = ()
    landings: tuple[Landing, ...] = ()
    balance: tuple[BalanceTrial, ...] = ()
    marks: tuple[Mark, ...] = ()
    analysed: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class RecordedSession:
    """A recording as the review page shows it.

    Attributes:
        version: of the program that made these results.
        legs: the one that wore sensors, or the left and the right one.
        damage: sentences about parts of the file that could not be read.
        judgements: the therapist's own, oldest first.
        notes: what was noted afterwards, by time.
    """

    entry: SessionEntry
    version: str
    legs: tuple[RecordedLeg, ...]
    damage: tuple[str, ...] = ()
    judgements: tuple[Overrule, ...] = ()
    notes: tuple[Mark, ...] = ()

    @property
    def both(self) -> bool:
        return len(self.legs) > 1

    @property
    def analysed(self) -> float:
        """The part of the work, 0 to 1, that is done."""
        return sum(leg.analysed for leg in self.legs) / len(self.legs)

    @property
    def sets(self) -> tuple[ExerciseSet, ...]:
        """Those of both legs, by time."""
        return tuple(sorted((one for leg in self.legs for one in leg.sets), key=lambda one: one.start_s))

    @property
    def landings(self) -> tuple[tuple[Side, Landing], ...]:
        """Those of both legs, by time."""
        found = ((leg.side, one) for leg in self.legs for one in leg.landings)
        return tuple(sorted(found, key=lambda one: one[1].t_s))

    @property
    def gaps(self) -> tuple[Span, ...]:
        """Where a leg has no usable data; by time, and each moment once."""
        found: list[Span] = []
        for gap in sorted((one for leg in self.legs for one in leg.gaps), key=lambda one: one.start_s):
            if found and gap.start_s <= found[-1].end_s:
                gap = Span(found[-1].start_s, max(found.pop().end_s, gap.end_s))
            found.append(gap)
        return tuple(found)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What was marked while recording, and afterwards; by time."""
        return tuple(sorted((*self.legs[0].marks, *self.notes), key=lambda one: one.t_s))

    def set_again(self, done: ExerciseSet) -> ExerciseSet | None:
        """A set met earlier as it is known now: one that was under way has grown."""
        return next((one for one in self.sets if (one.side, one.start_s) == (done.side, done.start_s)), None)

    def leg(self, side: Side) -> RecordedLeg:
        """The leg on that side; the only one where there is but one."""
        return next((leg for leg in self.legs if leg.side is side), self.legs[0])


class Library(Protocol):
    """The recordings on this computer. What is asked of it may take seconds, off the GUI thread."""

    def sessions(self) -> tuple[SessionEntry, ...]:
        """Newest first."""
        ...

    def open(self, entry: SessionEntry) -> Iterator[RecordedSession]:
        """What is known of a recording: at once what there is, then ever more, last the whole.

        Raises `RecordingError`.
        """
        ...

    def overrule(self, judgement: Overrule) -> None:
        """Keep the therapist's own judgement beside the recording, which itself is never edited."""
        ...

    def note(self, entry: SessionEntry, mark: Mark) -> None:
        """Keep a note beside the recording, in place of one at the same moment; an empty one removes it."""
        ...

    def save(self, entry: SessionEntry, out: Path, progress: Callable[[float], None]) -> None:
        """Write the report of a recording (`.html`) or its table (`.csv`); raises `PatellaError`.

        `progress` is told the part that is done, 0 to 1.
        """
        ...


class NoLibrary:
    """A library without recordings, where nobody gave one."""

    def sessions(self) -> tuple[SessionEntry, ...]:
        return ()

    def open(self, entry: SessionEntry) -> Iterator[RecordedSession]:
        raise no_recording(entry.path)

    def overrule(self, judgement: Overrule) -> None:
        raise no_recording(judgement.path)

    def note(self, entry: SessionEntry, mark: Mark) -> None:  # noqa: ARG002
        raise no_recording(entry.path)

    def save(self, entry: SessionEntry, out: Path, progress: Callable[[float], None]) -> None:  # noqa: ARG002
        raise no_recording(entry.path)


def no_recording(path: Path) -> RecordingError:
    """What to say of a recording that is not there."""
    return RecordingError(RecordingReason.NOT_FOUND, f"There is no recording {path.name}.")
