"""Made-up recordings and a prescription, for the gallery of pictures and the tests of the screens only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import numpy as np

from monitor.dashboard.bridge import NoDiary, NoPlan, PlannedExercise
from monitor.dashboard.recorded import Overrule, RecordedSession, SessionEntry, Span
from monitor.dashboard.sample import LANDING, RATE_HZ
from monitor.dashboard.text.exercises import title
from monitor.errors import RecordingError, RecordingReason
from monitor.history.adherence import ProgrammeDay
from monitor.history.change import Point, trend
from monitor.history.digest import MORNING
from monitor.history.follow_up import Dose, Question
from monitor.history.rows import Course
from monitor.leg import Posture, Reason
from monitor.results import ExerciseSet, Repetition
from monitor.snapshot import Mark, Trace
from monitor.values import Side

DAY_NS = 24 * 3600 * 10**9
BEGUN_NS = 1_793_700_000 * 10**9       # 3 November 2026
REP_S, SET_S, REST_S = 4.0, 48.0, 22.0
IDS = ("squat", "knee_extension_seated", "straight_leg_raise_supine", "clamshell")
GAP = Span(300.0, 301.5)


STARTS = {"evening.mcap": (12, 18, 4), "morning.mcap": (12, 7, 31)}


def entry(path: str = "evening.mcap", duration_s: float = 600.0, damage: str = "") -> SessionEntry:
    start = datetime(2026, 11, *STARTS.get(path, (11, 18, 20)), tzinfo=UTC)
    return SessionEntry(Path(path), start, "P-0142", Side.RIGHT, duration_s, damage)


def recorded(
    duration_s: float = 600.0, *, height_deg: float = 82.0, path: str = "evening.mcap"
) -> RecordedSession:
    """Sets of twelve repetitions with rests between, one gap, two marks, ten landings."""
    t = np.arange(0.0, duration_s, 1 / RATE_HZ)
    phase = t % (SET_S + REST_S)
    rng = np.random.default_rng(2)
    sizes = 1 + 0.05 * rng.normal(size=int(duration_s / REP_S) + 2)
    bend = np.where(phase < SET_S, (1 - np.cos(2 * np.pi * phase / REP_S)) / 2, 0.0)
    bend *= sizes[(t / REP_S).astype(int)]
    valid = ~((t >= GAP.start_s) & (t < GAP.end_s))
    noise = np.abs(rng.normal(0, 0.04, len(t)))
    trace = Trace(t, height_deg * bend, 1.6 + bend, valid, 0.2 + noise, 0.3 + 2 * noise, 40 * bend, 30 * bend,
                  -88 + 62 * bend, valid, valid)
    reason = np.where(valid, Reason.NONE, Reason.GAP).astype(np.uint8)
    return RecordedSession(
        entry(path, duration_s),
        "1.2",
        trace,
        reason,
        np.full(len(t), Posture.STANDING, np.uint8),
        gaps=(GAP,),
        sets=_sets(trace),
        landings=tuple(replace(LANDING, t_s=560.0 + 2 * i) for i in range(10)),
        marks=(Mark(70.0, "felt it under the kneecap"), Mark(400.0, "")),
    )


def _sets(trace: Trace) -> tuple[ExerciseSet, ...]:
    starts = np.arange(0.0, float(trace.t_s[-1]) - SET_S, SET_S + REST_S)
    return tuple(_set(trace, float(start), IDS[i % len(IDS)]) for i, start in enumerate(starts))


def _set(trace: Trace, start_s: float, identifier: str) -> ExerciseSet:
    reps = []
    for place in range(12):
        begin = start_s + place * REP_S
        first, last = trace.t_s.searchsorted([begin, begin + REP_S])
        peak = float(trace.flexion_deg[first:last].max())
        reps.append(
            Repetition(
                begin,
                begin + REP_S,
                peak,
                0.6,
                counted=place != 4,
                rule="counted" if place != 4 else "too_small",
                form=("too_fast",) if place == 6 else (),
                peak_sigma_deg=2.4,
                measures={"lowering_s": 1.9 if place != 6 else 0.9, "range_deg": peak, "duration_s": REP_S},
            )
        )
    return ExerciseSet(
        identifier, Side.RIGHT, start_s, start_s + SET_S, tuple(reps), {"reps": 12, "sets": 2}, 2
    )


class StillLibrary:
    """A library of made-up recordings that remembers the therapist's judgements."""

    def __init__(self, *sessions: RecordedSession) -> None:
        self.all = {s.entry.path: s for s in sessions}
        self.judgements: list[Overrule] = []

    def sessions(self) -> tuple[SessionEntry, ...]:
        return tuple(s.entry for s in self.all.values())

    def open(self, entry: SessionEntry) -> Iterator[RecordedSession]:
        if entry.path not in self.all:
            raise RecordingError(RecordingReason.NOT_FOUND, f"There is no recording {entry.path.name}.")
        said = tuple(one for one in self.judgements if one.path == entry.path)
        yield replace(self.all[entry.path], judgements=said)

    def overrule(self, judgement: Overrule) -> None:
        self.judgements.append(judgement)


def some() -> tuple[RecordedSession, ...]:
    """Three recordings, one of them damaged."""
    cut_off = "Ends at 96.00 s without having been closed: what came after is lost."
    damaged = replace(
        recorded(100.0, path="cut.mcap"), entry=entry("cut.mcap", 100.0, cut_off), damage=(cut_off,)
    )
    return recorded(), recorded(300.0, height_deg=76.0, path="morning.mcap"), damaged


class SomePlan(NoPlan):
    """A prescription that is half done."""

    def text(self) -> str:
        return files("monitor.exercises").joinpath("example_prescription.toml").read_text("utf-8")

    def asked(self, text: str) -> tuple[PlannedExercise, ...]:  # noqa: ARG002
        return self.today()

    def today(self) -> tuple[PlannedExercise, ...]:
        rows = (("quad_set", 1, 12, 5.0, 1), ("short_arc_quad", 2, 12, 5.0, 1),
                ("straight_leg_raise_supine", 2, 12, 3.0, 0), ("clamshell", 1, 20, 3.0, 0),
                ("single_leg_hop", 1, 10, 0.0, 0))
        return tuple(
            PlannedExercise(i, title(i), sets, reps, hold, done) for i, sets, reps, hold, done in rows
        )


class SomeWeeks(NoDiary):
    """Nine days of a programme, with pain to ask about."""

    def questions(self) -> tuple[Question, ...]:
        return (Question("evening.mcap", MORNING, 0, 5, 56),)

    def day(self) -> ProgrammeDay:
        return ProgrammeDay(9, 42)

    def doses(self) -> tuple[Dose, ...]:
        now_ns = round(datetime.now(UTC).timestamp() * 1e9)
        starts = [now_ns - ago * DAY_NS for ago in (8, 7, 6, 4, 3, 1)]
        return tuple(Dose(f"{n}.mcap", start, start + 900 * 10**9, 4, 40 + 3 * n, 3 - n // 3, None, None)
                     for n, start in enumerate(starts))

    def courses(self) -> tuple[Course, ...]:
        days = [(n, BEGUN_NS + n * DAY_NS, f"{n}.mcap") for n in range(6)]
        rising = [Point(start, name, 62.0 + 3 * n - n % 2, 3.0, 1.0, 12) for n, start, name in days]
        held = [Point(start, name, 3.0 + 0.5 * n, 0.5, 0.1, 12) for n, start, name in days]
        return (Course("right", "squat", "flexion_max_deg", trend(rising)),
                Course("right", "straight_leg_raise_supine", "hold_s", trend(held)))
