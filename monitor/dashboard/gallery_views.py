"""What the gallery shows: every page of the shipped windows, in the states that matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from PySide6.QtWidgets import QApplication

from monitor.dashboard import sample, sample_session, sample_trouble
from monitor.dashboard.bridge import Desk
from monitor.dashboard.review.desk import ReviewDesk
from monitor.dashboard.review.sheets import BALANCE, LANDINGS, NOTES, SYMMETRY
from monitor.dashboard.window import MainWindow
from monitor.snapshot import Snapshot

OPEN_TIMEOUT_S = 60.0
ONE_LEG, BOTH_LEGS, MORNING, DAMAGED = "evening.mcap", "both.mcap", "morning.mcap", "cut.mcap"
SMALL, FAST = sample_session.SMALL, sample_session.FAST
MISSPELT = '[[exercise]]\nuse = "squatt"\nsets = 0\nreps = 12\n'
Step = Callable[[MainWindow], object]


@dataclass(frozen=True, slots=True)
class View:
    """One picture: a page of the main window at a moment, and what to do there first.

    A page is taken in every look; one of its further states (`state`) in two that differ in everything.
    """

    name: str
    page: str
    moment: Snapshot
    first: Step | None = None
    state: bool = False
    desk: Callable[[], Desk] | None = None


def views() -> tuple[View, ...]:
    """Every page of the main window, and its states."""
    return (*_pages(), *_live_states(), *_review_states(), *_other_states())


def _pages() -> tuple[View, ...]:
    now = sample.moment()
    return (
        View("home", "home", now),
        View("home-not-ready", "home", sample.uncalibrated()),
        View("live", "live", now),
        View("live-before-calibration", "live", sample.uncalibrated()),
        View("live-calibrating", "live", sample.calibrating()),
        View("live-trouble", "live", sample.troubled()),
        View("live-both-legs", "live", sample.both_legs()),
        View("live-landings", "live", sample.moment(landings=(sample.LANDING,) * 3)),
        View("calibration", "calibration", sample.uncalibrated()),
        View("calibration-step", "calibration", sample.calibrating()),
        View("calibration-refused", "calibration", sample.refused_step()),
        View("calibration-done", "calibration", now),
        View("review-list", "review", now, list_recordings),
        View("review", "review", now, review(ONE_LEG, at(SMALL))),
        View("review-as-live", "review", now, review(ONE_LEG, as_live(34.2))),
        View("review-both-legs", "review", now, review(BOTH_LEGS, at(FAST))),
        View("sensors", "sensors", sample.troubled()),
        View("sensors-none", "sensors", sample.moment(sensors=())),
        View("prescription", "prescription", now),
        View("prescription-none", "prescription", now, lambda window: write_prescription(window, "")),
        View("settings", "settings", now),
    )


def _live_states() -> tuple[View, ...]:
    now = sample.moment()
    faults = sample_trouble.faults()
    return (
        *(View(f"fault-{name}", "live", moment, state=True) for name, moment in faults.items()),
        View("live-pain", "live", now, lambda window: window.live.controls.ask_pain(), state=True),
        View("live-note", "live", now, lambda window: window.live.controls.write_note(), state=True),
        View("live-paused", "live", sample.moment(paused=True), state=True),
        View("live-not-recorded", "live", sample_trouble.not_recorded(), state=True),
    )


def _review_states() -> tuple[View, ...]:
    now = sample.moment()
    states: dict[str, Step] = {
        "review-why-commented": review(ONE_LEG, at(FAST)),
        "review-overruled": review(ONE_LEG, at(SMALL), lambda desk: desk.why.otherwise.click()),
        "review-signals": review(ONE_LEG, at(SMALL, chosen=2), choose_signals("flexion", "tilt", "rate")),
        "review-landings": review(ONE_LEG, sheet(LANDINGS, 3), choose_signals("flexion", "acceleration")),
        "review-balance": review(ONE_LEG, sheet(BALANCE)),
        "review-notes": review(ONE_LEG, sheet(NOTES)),
        "review-left-against-right": review(BOTH_LEGS, sheet(SYMMETRY)),
        "review-both-as-live": review(BOTH_LEGS, as_live(34.2)),
        "review-gap": review(ONE_LEG, lambda desk: desk.seek(295.0)),
        "review-damaged": review(DAMAGED, at(SMALL)),
        "review-compared": review(ONE_LEG, at(FAST), compared_with(MORNING)),
        "review-list-searched": lambda window: search(window, "P-0142 7:31"),
        "review-list-none-fits": lambda window: search(window, "P-9"),
    }
    analysing = lambda: Desk(sample_session.StillLibrary(sample_session.half_analysed()))  # noqa: E731
    return (
        *(View(name, "review", now, first, state=True) for name, first in states.items()),
        View("review-analysing", "review", now, review(ONE_LEG, at(SMALL)), state=True, desk=analysing),
        View("review-list-empty", "review", now, state=True, desk=Desk),
    )


def _other_states() -> tuple[View, ...]:
    now = sample.moment()
    return (
        View("home-first-time", "home", sample_trouble.nobody(), state=True, desk=Desk),
        View("home-no-prescription", "home", now, state=True, desk=Desk),
        View("prescription-mistakes", "prescription", now,
             lambda window: write_prescription(window, MISSPELT), state=True),
        View("sensors-both-legs", "sensors", sample.both_legs(), state=True),
    )


def patient_moments() -> dict[str, Snapshot]:
    """The patient's screen in the states that matter."""
    exercise = sample.EXERCISE
    rest = replace(exercise, phase="rest", reps_counted=exercise.reps_prescribed, rest_left_s=42.0)
    return {
        "patient": sample.moment(),
        "patient-ready": sample.moment(exercise=replace(exercise, phase="ready", reps=(), reps_counted=0,
                                                        cue="Lift the straight leg")),
        "patient-lowering": sample.moment(exercise=replace(
            exercise, phase="lowering", hold_s=0.0, phase_s=0.6, tempo_s=2.0, cue="Lower more slowly")),
        "patient-rest": sample.moment(t_s=120.0, exercise=rest),
        "patient-next": sample.moment(exercise=None),
        "patient-summary": sample.moment(paused=True),
        "patient-pain": sample.moment(exercise=rest),
        "patient-trouble": replace(sample.troubled(), exercise=replace(exercise, signal_valid=False)),
    }


def review(path: str, *steps: Callable[[ReviewDesk], object]) -> Step:
    """Open a recording of the made-up library and do something on its desk."""
    def first(window: MainWindow) -> None:
        list_recordings(window)
        page = window.pages.review
        page.open(next(entry for entry in page.list.entries if entry.path.name == path))
        wait(lambda: page.currentWidget() is page.desk)
        for step in steps:
            step(page.desk)
    return first


def at(place: int, chosen: int = 0) -> Callable[[ReviewDesk], object]:
    """In the middle of one repetition of a set."""
    def step(desk: ReviewDesk) -> None:
        desk.sets.setCurrentRow(chosen)
        desk.choose_repetition(place)
        if desk.playback is not None:
            desk.seek(desk.playback.position_s + 1.0)
    return step


def as_live(position_s: float) -> Callable[[ReviewDesk], object]:
    """Played back through the live page."""
    def step(desk: ReviewDesk) -> None:
        desk.seek(position_s)
        desk.head.as_live.click()
    return step


def sheet(kind: str, line: int = 0) -> Callable[[ReviewDesk], object]:
    """One of the tables, at the moment of a line."""
    def step(desk: ReviewDesk) -> None:
        desk.sets.choose(kind)
        desk.sheet.table.setCurrentCell(line, 0)
        desk.sheet.table.cellClicked.emit(line, 0)
    return step


def choose_signals(*names: str) -> Callable[[ReviewDesk], object]:
    def step(desk: ReviewDesk) -> None:
        for action in desk.trace.menu.actions():
            action.setChecked(action.data() in names)
    return step


def compared_with(path: str) -> Callable[[ReviewDesk], object]:
    """Another session's mean beside the one that is shown."""
    def step(desk: ReviewDesk) -> None:
        choice, about = desk.repetitions.compare, desk.repetitions.about
        place = next(n for n in range(1, choice.count()) if choice.itemData(n).path.name == path)
        before = about.text()
        choice.setCurrentIndex(place)
        choice.activated.emit(place)
        wait(lambda: about.text() != before)
    return step


def list_recordings(window: MainWindow) -> None:
    """Wait until the recordings are listed."""
    wait(lambda: bool(window.pages.review.list.entries))


def search(window: MainWindow, text: str) -> None:
    list_recordings(window)
    window.pages.review.list.search.setText(text)


def write_prescription(window: MainWindow, text: str) -> None:
    """Write something into the editor."""
    window.pages.prescription.edit.setPlainText(text)
    window.pages.prescription.check()


def wait(until: Callable[[], bool]) -> None:
    end_s = monotonic() + OPEN_TIMEOUT_S
    while not until():
        QApplication.processEvents()
        if monotonic() > end_s:
            raise TimeoutError("a recording took too long to open")
