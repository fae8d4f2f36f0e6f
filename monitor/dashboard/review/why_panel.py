"""Why was this repetition (not) counted? Its numbers, the rule that decided, and the therapist's own view."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from monitor.dashboard.look.parts import Line, Panel, button, label, row, set_role, stacked
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import explanation
from monitor.dashboard.text.figures import degrees, hold, length, number, plus_minus
from monitor.results import ExerciseSet, Repetition

LINES = 8
TOLD = ("lift_cm", "range_deg", "lifting_s", "lowering_s")      # of the measures, those people ask for


class WhyPanel(Panel):
    """`overruled` carries whether the therapist would count it; pressing again takes it back."""

    overruled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.question = label("", "title")
        self.verdict = label("", "headline")
        self.own, self.explanation = label("", "muted"), label("", "muted")
        self.otherwise = button(self.tr("I see it otherwise"), self._overrule, "",
                                self.tr("Kept beside the result; the recording is not changed"))
        self._lines = [(Line("", "muted"), Line("")) for _ in range(LINES)]
        self._counted = False
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for place, pair in enumerate(self._lines):
            for column, line in enumerate(pair):
                grid.addWidget(line, place, column)
        told = QWidget()
        lines = stacked((grid, 0), (self.explanation, 0))
        lines.addStretch(1)
        told.setLayout(lines)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(told)
        for item in (self.question, self.verdict):
            self.column.addWidget(item)
        self.column.addWidget(scroll, 1)
        self.column.addWidget(self.own)
        self.column.addLayout(row(self.otherwise))

    def show_nothing(self) -> None:
        self._fill([])
        self.question.setText(self.tr("Why was it counted, or not?"))
        self.verdict.hide()
        self.explanation.setText(self.tr("Click a repetition."))
        self.own.hide()
        self.otherwise.hide()

    def show_repetition(self, done: ExerciseSet, place: int, judgement: bool | None) -> None:
        """One repetition of a set; `judgement` is the therapist's own, if there is one."""
        rep = done.reps[place]
        self._counted = rep.counted if judgement is None else judgement
        self.question.setText(self._question(rep).format(number(place + 1)))
        self._fill(self._facts(rep, done.prescribed or {}))
        said = [words.rule(f) for f in rep.form] or [words.rule(rep.rule)]
        well = rep.counted and not rep.form
        self.verdict.setText(("✓ " if well else "! ") + ", ".join(said))
        set_role(self.verdict, "headline" if well else "trouble")
        self.verdict.show()
        self.explanation.setText(explanation(done, place))
        self.own.setText(self._own_words(judgement))
        self.own.setVisible(judgement is not None)
        self.otherwise.setText(
            self.tr("Take it back") if judgement is not None else self.tr("I see it otherwise")
        )
        self.otherwise.show()

    def _question(self, rep: Repetition) -> str:
        if not rep.counted:
            return self.tr("Why was repetition {} not counted?")
        if rep.form:
            return self.tr("What was said of repetition {}?")
        return self.tr("Why was repetition {} counted?")

    def _facts(self, rep: Repetition, asked: dict[str, object]) -> list[tuple[str, str]]:
        facts = [(self.tr("Rule"), words.rule(rep.rule)),
                 (self.tr("Peak"), f"{degrees(rep.peak_deg)} {plus_minus(rep.peak_sigma_deg)}"),
                 (self.tr("Took"), f"{number(rep.end_s - rep.start_s, 1)} s")]
        if rep.hold_s or asked.get("hold_s"):
            wanted = asked.get("hold_s")
            facts.append((self.tr("Hold"), hold(rep.hold_s, rep.hold_sigma_s) + (
                self.tr(", asked {} s").format(wanted) if wanted else "")))
        facts += [_measure(name, rep.measures[name]) for name in TOLD if name in rep.measures]
        return facts

    def _own_words(self, judgement: bool | None) -> str:
        if judgement is None:
            return ""
        said = self.tr("counted") if judgement else self.tr("not counted")
        return self.tr("The therapist: {}. Kept beside the result.").format(said)

    def _fill(self, facts: list[tuple[str, str]]) -> None:
        empty = [("", "")] * (LINES - len(facts))
        for (name, value), texts in zip(self._lines, [*facts[:LINES], *empty], strict=True):
            name.setText(texts[0])
            value.setText(texts[1])
            name.setVisible(bool(texts[0]))
            value.setVisible(bool(texts[0]))

    def _overrule(self) -> None:
        self.overruled.emit(not self._counted)


def _measure(name: str, value: float) -> tuple[str, str]:
    """A named measure as (name, value with unit); the unit is the end of the name."""
    base, _, unit = name.rpartition("_")
    spelt = words.measure(base or name)
    shown = {"cm": lambda: length(value), "deg": lambda: degrees(value), "s": lambda: f"{number(value, 1)} s",
             "percent": lambda: f"{number(value)} %"}.get(unit)
    return (spelt, shown()) if shown else (name.replace("_", " ").capitalize(), number(value, 2))
