"""What people told a session: who it is of, what is prescribed, marks, pain, pauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from monitor.errors import PrescriptionError
from monitor.session.doubts import warned
from monitor.session.events import understood
from monitor.snapshot import Mark, Problem
from monitor.values import NOBODY, EventKind, SessionEvent, Side

if TYPE_CHECKING:                        # the exercises' library is read only where they are watched
    from monitor.exercises.prescription import Prescription


@dataclass(slots=True)
class Told:
    """Fed by `noted` when an event comes, and by `happened` when the data have reached its moment.

    Attributes:
        side: the leg that this session watches.
        paired: the other leg has a session of its own, so what is of that one is not for this.
        zero_ns: the instant that times in seconds count from; the start event's where None.
        hurting: the newest pain score, for as long as the same exercise goes on.
    """

    side: Side
    paired: bool = False
    zero_ns: int | None = None
    patient: str = ""
    prescription: Prescription | None = None
    marks: list[Mark] = field(default_factory=list)
    pain: int | None = None
    hurting: int | None = None
    paused: bool = False
    _hurt_before: int | None = None       # in the exercise before
    _unusable: list[str] = field(default_factory=list)       # sentences about events that cannot be followed
    _of_plan: list[str] = field(default_factory=list)        # and about the prescription in force

    def noted(self, event: SessionEvent) -> bool:
        """Take in what holds at once; true for an event that waits for the data of its moment."""
        if not understood(event):
            at_s = self.seconds(event.t_host_ns)
            self._unusable.append(f"What was recorded as {event.kind} at {at_s:.1f} s cannot be read and is "
                                  "left out.")
        elif event.kind is EventKind.START:
            self.zero_ns = event.t_host_ns if self.zero_ns is None else self.zero_ns
            self.patient = str(event.detail.get("patient", ""))
        elif event.kind is EventKind.MARK:
            self.marks.append(Mark(self.seconds(event.t_host_ns), str(event.detail.get("text", ""))))
        elif event.kind is EventKind.UNDO and event.detail["of"] == EventKind.MARK:
            del self.marks[-1:]
        elif event.kind is EventKind.PRESCRIPTION:
            self._of_plan = []
            self.prescription = self._to_follow(str(event.detail.get("text", "")))
        else:
            return not self.paired or event.detail.get("side", self.side) == self.side
        return False

    def happened(self, event: SessionEvent) -> None:
        """The data have reached the moment of an event that waited for them."""
        if event.kind is EventKind.PAIN:
            self.pain = self.hurting = int(event.detail["score"])
        elif event.kind is EventKind.UNDO and event.detail["of"] == EventKind.PAIN:
            self.pain = self.hurting = event.detail.get("before")
        elif event.kind is EventKind.EXERCISE:
            self.hurting, self._hurt_before = None, self.hurting
        elif event.kind is EventKind.UNDO and event.detail["of"] == EventKind.EXERCISE:
            self.hurting = self._hurt_before
        elif event.kind is EventKind.PAUSE:
            self.paused = bool(event.detail.get("paused", True))

    def seconds(self, t_ns: int) -> float:
        """An instant in seconds from the session's zero."""
        return (t_ns - (self.zero_ns if self.zero_ns is not None else t_ns)) * 1e-9

    def problems(self) -> list[Problem]:
        """What of it could not be followed."""
        return [*warned("event", self._unusable), *warned("prescription", self._of_plan)]

    def _to_follow(self, text: str) -> Prescription | None:
        """The prescription in force once `text` was given; one that cannot be read changes nothing."""
        from monitor.exercises.prescription import parse_prescription

        if not text:
            return None
        try:
            prescription = parse_prescription(text)
        except PrescriptionError as fault:
            self._of_plan.append(f"The prescription is not followed: {fault.problems[0]}")
            return self.prescription
        if self.patient not in ("", NOBODY, prescription.patient):
            self._of_plan.append(f"The prescription is for patient {prescription.patient}, the session is "
                                 f"{self.patient}'s: check that it is the right one.")
        return None if self.paired and not prescription.includes(self.side) else prescription
