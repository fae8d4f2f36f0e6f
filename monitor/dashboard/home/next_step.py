"""The one thing to do next, large: what is not ready yet, or else the next exercise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy

from monitor.dashboard.bridge import PlannedExercise
from monitor.dashboard.calibration.card import Bar
from monitor.dashboard.home.readiness import Point
from monitor.dashboard.home.today import following
from monitor.dashboard.look.parts import Panel, button, column, label, row
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import title
from monitor.values import Legs

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Step:
    """What to do; `verb` names what the button does, such as sensors or start."""

    headline: str
    detail: str
    text: str
    verb: str


def next_step(shown: tuple[Point, ...], planned: tuple[PlannedExercise, ...], trouble: str = "",
              again: tuple[str, Legs] | None = None) -> Step:
    """The next thing to do.

    `trouble` says in a sentence what is wrong with the sensors, if it is known; `again` is who was here the
    last time, where it is not known who is here now.
    """
    if again is not None:
        return Step(translate("next", "Is it {} again?").format(again[0]),
                    translate("next", "The last session was of the {}. Anybody else enters a code beside it.")
                    .format(words.side(again[1])), translate("next", "Yes, begin"), "again")
    hindrance = next((p.mend for p in shown if p.blocks and not p.well), None)
    if hindrance is not None:
        step = _mend(hindrance)
        return replace(step, detail=trouble) if trouble and hindrance == "sensors" else step
    if not planned:
        return Step(translate("next", "Ready to begin"),
                    translate("next", "Begin any exercise, or write a prescription first."),
                    translate("next", "Begin"), "free")
    now = following(planned)
    if now is None:
        return Step(translate("next", "All done for today ✓"),
                    translate("next", "Rest the knee. Once more is always possible below."),
                    translate("next", "Look back"), "review")
    return Step(translate("next", "Next: {}").format(title(now.exercise)),
                translate("next", "Set {} of {}. Everything is ready.").format(now.sets_done + 1, now.sets),
                translate("next", "Start"), "start")


def _mend(hindrance: str) -> Step:
    return {
        "prescription": Step(translate("next", "Whose prescription?"),
                             translate("next", "The one in use is another patient's. Begin a session with "
                                               "that code, or use another prescription."),
                             translate("next", "Prescription"), "prescription"),
        "sensors": Step(translate("next", "Switch both sensors on"),
                        translate("next", "T goes on the thigh, S below the kneecap; keep them within 5 m."),
                        translate("next", "Sensors"), "sensors"),
        "calibrate": Step(translate("next", "First calibrate"),
                          translate("next", "Straps on: stand still, swing, a few squats. About 30 seconds."),
                          translate("next", "Calibrate"), "calibrate"),
        "record": Step(translate("next", "Not recording yet"),
                       translate("next", "What you do is kept only while it is recorded."),
                       translate("next", "Record"), "record"),
    }[hindrance]


class NextPanel(Panel):
    """`verbs` maps a step's verb to what the button does."""

    def __init__(self, verbs: Mapping[str, Callable[[], None]]) -> None:
        super().__init__()
        self._verbs, self.step = verbs, Step("", "", "", "")
        self.headline, self.detail = label("", "welcome"), label("", "muted")
        self.progress = Bar(self.tr("Done today"))
        self.go = button("", lambda: self._verbs[self.step.verb](), "large")
        self.go.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        line = row(column(self.headline, self.detail, spacing=4), self.go, spacing=18, stretch=False)
        line.setStretch(0, 1)
        self.column.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.progress)
        self.column.addStretch(1)

    def show_step(self, step: Step, planned: tuple[PlannedExercise, ...]) -> None:
        asked, done = sum(p.sets for p in planned), sum(min(p.sets_done, p.sets) for p in planned)
        self.progress.setVisible(asked > 0)
        self.progress.show_fraction(done / asked if asked else 0.0)
        if step == self.step:
            return
        self.step = step
        self.headline.setText(step.headline)
        self.detail.setText(step.detail)
        self.go.setText(step.text)
        self.go.setAccessibleName(f"{step.text}: {step.headline}")
