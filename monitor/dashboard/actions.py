"""What a person can do to the running session; each becomes one recorded event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from monitor.dashboard.bridge import Monitor, PlannedExercise
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import title
from monitor.values import EventKind, Legs, Placement, Side

LONGEST_NOTE = 2000
UNDO_S = 20.0         # so soon after a stop, going on goes on with the set that it ended
translate = QCoreApplication.translate
Offer = Callable[[str, Callable[[], None]], None]
"""Told what was done, and what takes it back."""


class Actions:
    """The verbs behind buttons and keys; `offer` is told of each that can be taken back."""

    def __init__(self, monitor: Monitor, offer: Offer = lambda *_: None) -> None:
        self._monitor, self.offer = monitor, offer
        self._stopped_s = float("-inf")

    def mark(self, text: str = "") -> None:
        self._monitor.send(EventKind.MARK, {"text": text[:LONGEST_NOTE]})
        self.offer(translate("actions", "Note kept") if text else translate("actions", "Moment marked"),
                    lambda: self._undo(EventKind.MARK))

    def count_repetition(self) -> None:
        """The therapist saw a repetition; compared with the program's own count."""
        self._monitor.send(EventKind.THERAPIST_REP, {})
        self.offer(translate("actions", "Counted by you"), lambda: self._undo(EventKind.THERAPIST_REP))

    def pain(self, score: int) -> None:
        """A pain score from 0 to 10, for the set under way or else the last one, and the leg that did it."""
        snapshot = self._monitor.snapshot()
        number = snapshot.exercise.set_number if snapshot.exercise else len(snapshot.sets)
        leg = snapshot.last_exercised
        alone = {} if leg is snapshot.worn else {"side": str(leg)}
        before = snapshot.sets[-1].pain if snapshot.sets else None
        self._monitor.send(EventKind.PAIN, {"score": score, "set": number, **alone})
        self.offer(translate("actions", "Pain {} of 10 kept").format(score),
                    lambda: self._undo(EventKind.PAIN, before=before, **alone))

    def _undo(self, of: EventKind, **detail: Any) -> None:
        self._monitor.send(EventKind.UNDO, {"of": of, **detail})

    def pause(self) -> None:
        """Pause, or go on; soon after a stop with the set that it ended, if that was not whole."""
        snapshot = self._monitor.snapshot()
        if snapshot.paused and 0 <= snapshot.t_s - self._stopped_s < UNDO_S:
            self._undo(EventKind.SET_END)
        self._monitor.send(EventKind.PAUSE, {"paused": not snapshot.paused})

    def stop(self) -> None:
        """End the set and pause: nothing is counted until somebody goes on. The recording stays open."""
        snapshot = self._monitor.snapshot()
        self._stopped_s = snapshot.t_s
        self._monitor.send(EventKind.SET_END, {})
        if not snapshot.paused:
            self._monitor.send(EventKind.PAUSE, {"paused": True})

    def begin(self, patient: str, side: Side | Legs) -> None:
        """End this recording and begin another session, of this patient and leg, or both legs."""
        before = self._monitor.snapshot()
        self._monitor.command("begin", patient=patient, side=side)
        if (patient, side) != (before.patient, before.worn):
            self.offer(translate("actions", "New session for {}").format(patient),
                        lambda: self._monitor.command("begin", patient=before.patient, side=before.worn))

    def prescribe(self, text: str) -> None:
        """Follow another prescription from now on."""
        self._monitor.send(EventKind.PRESCRIPTION, {"text": text})

    def record(self) -> None:
        """Start or stop recording."""
        self._monitor.command("record", on=self._monitor.snapshot().recording is None)

    def scan(self) -> None:
        """Look for sensors."""
        self._monitor.command("scan")

    def reconnect(self) -> None:
        """Look for the sensors that were lost."""
        self._monitor.command("reconnect")

    def identify(self, placement: Placement) -> None:
        """Let a sensor's light blink."""
        self._monitor.command("identify", placement=placement)

    def assign(self, placement: Placement, to: Placement) -> None:
        """The sensor at one place is worn at another from now on."""
        self._monitor.command("set_role", placement=placement, to=to)
        self.offer(translate("actions", "Now worn at: {}").format(words.place(to)),
                    lambda: self._monitor.command("undo_role"))

    def calibrated_again(self) -> None:
        """A calibration has given way to a new one: the one before can be used again."""
        self.offer(translate("actions", "Calibrated anew"), lambda: self._undo(EventKind.CALIBRATION))

    def calibrate(self, variant: str, action: str = "start") -> None:
        """Start, redo or cancel the guided calibration; `variant` is standing or lying."""
        self._monitor.send(EventKind.CALIBRATION, {"action": action, "variant": variant})

    def tap(self, following: PlannedExercise | None) -> bool:
        """A double tap: start what follows where nothing is under way (then true); else pause, or go on."""
        snapshot = self._monitor.snapshot()
        over = snapshot.exercise is None or snapshot.exercise.phase in ("rest", "done")
        if over and following is not None and not snapshot.paused:
            self.begin_planned(following)
            return True
        self.pause()
        return False

    def begin_planned(self, planned: PlannedExercise) -> None:
        """Begin the next set of a prescribed exercise."""
        prescribed = {"sets": planned.sets, "reps": planned.reps, "hold_s": planned.hold_s}
        self.choose(planned.exercise, planned.sets_done + 1, prescribed)

    def choose(self, exercise: str | None, number: int, prescribed: Mapping[str, float] | None) -> None:
        """Begin set `number` of an exercise; None lets the program recognise it. A pause is over then."""
        before = self._monitor.snapshot()
        if before.paused:
            self._monitor.send(EventKind.PAUSE, {"paused": False})
        self._monitor.send(
            EventKind.EXERCISE,
            {"id": exercise, "set": number, "prescribed": None if prescribed is None else dict(prescribed)},
        )
        begun = title(exercise) if exercise else translate("actions", "Recognised by the program")
        self.offer(translate("actions", "Begun: {}").format(begun), lambda: self._begin_not(before.paused))

    def _begin_not(self, paused: bool) -> None:
        """The set before goes on, or the pause does."""
        self._undo(EventKind.EXERCISE)
        if paused:
            self._monitor.send(EventKind.PAUSE, {"paused": True})
