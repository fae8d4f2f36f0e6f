"""Made-up recordings and a prescription, for the gallery of pictures and the tests of the screens only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import numpy as np

from monitor.dashboard.bridge import NoDiary, NoPlan, PlannedExercise
from monitor.dashboard.recorded import (
    Overrule,
    RecordedLeg,
    RecordedSession,
    SessionEntry,
    Span,
    WholeTrace,
    no_recording,
)
from monitor.dashboard.sample import LANDING, RATE_HZ
from monitor.dashboard.text.exercises import signal_name, title
from monitor.errors import PrescriptionError
from monitor.exercises.prescription import parse_prescription
from monitor.history.adherence import ProgrammeDay
from monitor.history.change import Point, trend
from monitor.history.digest import MORNING
from monitor.history.follow_up import Dose, Question
from monitor.history.rows import Course
from monitor.leg import Floats, Posture, Reason
from monitor.results import BalanceTrial, ExerciseSet, Repetition
from monitor.snapshot import Mark
from monitor.values import Legs, Side

DAY_NS = 24 * 3600 * 10**9
BEGUN_NS = 1_793_700_000 * 10**9       # 3 November 2026
REP_S, SET_S, REST_S = 4.0, 48.0, 22.0
REPS, SMALL, FAST = 12, 4, 6             # repetitions of a set, the place of a small one and of a fast one
LIFTING_S, HOLD_S, LOWERING_S, FAST_S, CHANGE_S = 1.2, 0.9, 1.4, 0.5, 4.0
GAP, LANDED_S = Span(300.0, 301.5), 560.0
STANCE = BalanceTrial("single_leg_stance", 120.0, 20.0, 0.11, 6.4, 3.1, 0.06, 0)
STARTS = {"evening.mcap": (12, 18, 4), "both.mcap": (12, 12, 10), "morning.mcap": (12, 7, 31)}


@dataclass(frozen=True, slots=True)
class Movement:
    """An exercise from rest to its end, degrees."""

    posture: Posture
    flexion: tuple[float, float]
    elevation: tuple[float, float]
    shank_tilt: float


MOVEMENTS = {
    "squat": Movement(Posture.STANDING, (3.0, 82.0), (-88.0, -26.0), 28.0),
    "knee_extension_seated": Movement(Posture.SITTING, (88.0, 9.0), (2.0, 4.0), 79.0),
    "straight_leg_raise_supine": Movement(Posture.SUPINE, (3.0, 5.0), (0.0, 31.0), 30.0),
    "clamshell": Movement(Posture.SIDE_LEG_UP, (46.0, 49.0), (0.0, 17.0), 15.0),
}
IDS = tuple(MOVEMENTS)


def entry(path: str = "evening.mcap", duration_s: float = 600.0, damage: str = "",
          legs: Legs = Legs.RIGHT) -> SessionEntry:
    start = datetime(2026, 11, *STARTS.get(path, (11, 18, 20)), tzinfo=UTC)
    return SessionEntry(Path(path), start, "P-0142", legs, duration_s, damage)


def recorded(duration_s: float = 600.0, *, height_deg: float = 82.0, path: str = "evening.mcap",
             legs: Legs = Legs.RIGHT) -> RecordedSession:
    """Sets of twelve repetitions with rests between, one gap, two marks, ten landings; of one leg or both.

    Squats are as deep as `height_deg` says; of both legs, the right one bends a tenth less.
    """
    shares = {Side.LEFT: height_deg / 82.0, Side.RIGHT: height_deg / 82.0 * (0.9 if legs is Legs.BOTH else 1)}
    return RecordedSession(entry(path, duration_s, legs=legs), "1.2",
                           tuple(recorded_leg(duration_s, side, shares[side]) for side in legs.sides))


def recorded_leg(duration_s: float, side: Side, share: float) -> RecordedLeg:
    """One leg, moving by `share` of what it should."""
    t = np.arange(0.0, duration_s, 1 / RATE_HZ)
    rng = np.random.default_rng(2 if side is Side.RIGHT else 3)
    sizes = share * (1 + 0.04 * rng.normal(size=int(duration_s / REP_S) + 2))
    way = _ways(t) * sizes[(t / REP_S).astype(int)]
    which = (t / (SET_S + REST_S)).astype(int) % len(IDS)
    flexion, elevation, shank = (_along(t, way, name) for name in ("flexion", "elevation", "shank_tilt"))
    valid = ~((t >= GAP.start_s) & (t < GAP.end_s))
    noise, turning = rng.normal(0, 1.0, len(t)), np.gradient(flexion, 1 / RATE_HZ)
    landed = (t >= LANDED_S) & (t < LANDED_S + 20.0)
    jolt = np.where(landed, 6.0 * np.exp(-(((t - LANDED_S + 1.0) % 2.0 - 1.0) / 0.06) ** 2), 0.0)
    postures = np.array([MOVEMENTS[name].posture for name in IDS], np.uint8)[which]
    trace = WholeTrace(
        t, flexion + 0.3 * noise, 1.6 + way, valid, 0.02 + 0.03 * np.abs(noise) + 0.5 * jolt,
        0.03 + 0.05 * np.abs(noise) + jolt, np.abs(elevation - elevation[0]), np.abs(shank), elevation, valid,
        valid, reason=np.where(valid, Reason.NONE, Reason.GAP).astype(np.uint8), posture=postures,
        **{name: values.astype(np.float32) for name, values in (
            ("thigh_rate_deg_s", 0.6 * turning), ("shank_rate_deg_s", -0.4 * turning),
            ("frontal_deg", 3 + 4 * way), ("rotation_deg", 2 - 6 * way), ("trend_sigma_deg", 3 + way),
            ("tremor_db", -30 + 18 * way + noise))})
    landings = tuple(replace(LANDING, t_s=LANDED_S + 2.0 * i, height_m=share * LANDING.height_m)
                     for i in range(10))
    stances = tuple(replace(STANCE, start_s=120.0 + 30.0 * i, sway_rms=STANCE.sway_rms * (1 + 0.4 * i),
                            sway_ratio_to_baseline=None if not i else 1 + 0.4 * i) for i in range(3))
    marks = Mark(70.0, "felt it under the kneecap"), Mark(400.0, "")
    return RecordedLeg(
        side, trace, (GAP,) if duration_s > GAP.end_s else (), _sets(trace, side),
        tuple(one for one in landings if one.t_s < duration_s),
        tuple(one for one in stances if one.start_s + one.duration_s < duration_s),
        tuple(mark for mark in marks if mark.t_s < duration_s))


def _ways(t: Floats) -> Floats:
    """How far each movement has come, 0 to 1, at every time."""
    phase = t % (SET_S + REST_S)
    place, within = (phase // REP_S).astype(int), phase % REP_S
    lifting = np.where(place == FAST, FAST_S, LIFTING_S)
    up = np.clip(within / lifting, 0.0, 1.0)
    down = np.clip((within - lifting - HOLD_S) / np.where(place == FAST, FAST_S, LOWERING_S), 0.0, 1.0)
    way: Floats = (np.cos(np.pi * down) - np.cos(np.pi * up)) / 2 * np.where(place == SMALL, 0.3, 1.0)
    return np.where(phase < SET_S, way, 0.0)


def _along(t: Floats, way: Floats, name: str) -> Floats:
    """One angle of the movements, each on its way; in a rest it changes to where the next one begins."""
    ends = np.array([np.atleast_1d(getattr(MOVEMENTS[identifier], name)) for identifier in IDS])
    rest = ends[:, 0] if ends.shape[1] > 1 else np.zeros(len(IDS))
    which = (t / (SET_S + REST_S)).astype(int) % len(IDS)
    changed = np.clip((t % (SET_S + REST_S) - SET_S - CHANGE_S) / CHANGE_S, 0.0, 1.0)
    base = rest[which] + (rest[(which + 1) % len(IDS)] - rest[which]) * (1 - np.cos(np.pi * changed)) / 2
    along: Floats = base + (ends[:, -1] - rest)[which] * way
    return along


def _sets(trace: WholeTrace, side: Side) -> tuple[ExerciseSet, ...]:
    starts = np.arange(0.0, float(trace.t_s[-1]) - SET_S, SET_S + REST_S)
    return tuple(_set(trace, side, float(start), i) for i, start in enumerate(starts))


def _set(trace: WholeTrace, side: Side, start_s: float, number: int) -> ExerciseSet:
    identifier = IDS[number % len(IDS)]
    reps = tuple(_rep(trace, start_s + place * REP_S, place, identifier) for place in range(REPS))
    asked = {"reps": REPS, "sets": 2, "set": 1 + number // len(IDS)}
    return ExerciseSet(identifier, side, start_s, start_s + SET_S, reps, asked, 2)


def _rep(trace: WholeTrace, start_s: float, place: int, identifier: str) -> Repetition:
    """One repetition, measured in its exercise's own signal."""
    signal = getattr(trace, signal_name(identifier))
    lifting_s, lowering_s = (FAST_S, FAST_S) if place == FAST else (LIFTING_S, LOWERING_S)
    rest, held = (float(signal[trace.t_s.searchsorted(at_s)])
                  for at_s in (start_s, start_s + lifting_s + HOLD_S / 2))
    small = place == SMALL
    return Repetition(
        start_s, start_s + lifting_s + HOLD_S + lowering_s, held, HOLD_S, counted=not small,
        rule="too_small" if small else "counted", form=("too_fast",) if place == FAST else (),
        peak_sigma_deg=2.4,
        measures={"lifting_s": lifting_s, "lowering_s": lowering_s, "range_deg": abs(held - rest),
                  "duration_s": lifting_s + HOLD_S + lowering_s})


class StillLibrary:
    """A library of made-up recordings that remembers what the therapist adds."""

    def __init__(self, *sessions: RecordedSession) -> None:
        self.all = {s.entry.path: s for s in sessions}
        self.judgements: list[Overrule] = []
        self.notes: dict[Path, tuple[Mark, ...]] = {}
        self.saved: list[tuple[SessionEntry, Path]] = []

    def sessions(self) -> tuple[SessionEntry, ...]:
        return tuple(s.entry for s in self.all.values())

    def open(self, entry: SessionEntry) -> Iterator[RecordedSession]:
        if entry.path not in self.all:
            raise no_recording(entry.path)
        said = tuple(one for one in self.judgements if one.path == entry.path)
        yield replace(self.all[entry.path], judgements=said, notes=self.notes.get(entry.path, ()))

    def overrule(self, judgement: Overrule) -> None:
        self.judgements.append(judgement)

    def note(self, entry: SessionEntry, mark: Mark) -> None:
        others = tuple(one for one in self.notes.get(entry.path, ()) if one.t_s != mark.t_s)
        self.notes[entry.path] = (*others, mark) if mark.text else others

    def save(self, entry: SessionEntry, out: Path, progress: Callable[[float], None]) -> None:
        progress(1.0)
        self.saved.append((entry, out))


def some() -> tuple[RecordedSession, ...]:
    """Four recordings: one of both legs, one damaged."""
    cut_off = "Ends at 96.00 s without having been closed: what came after is lost."
    damaged = replace(
        recorded(100.0, path="cut.mcap"), entry=entry("cut.mcap", 100.0, cut_off), damage=(cut_off,)
    )
    return (recorded(), recorded(path="both.mcap", legs=Legs.BOTH),
            recorded(300.0, height_deg=76.0, path="morning.mcap"), damaged)


def half_analysed() -> RecordedSession:
    """The newest recording before all of it was seen."""
    whole = recorded()
    leg = whole.legs[0]
    seen = replace(leg, analysed=0.62, landings=(), sets=tuple(one for one in leg.sets if one.end_s < 372.0))
    return replace(whole, legs=(seen,))


class SomePlan(NoPlan):
    """A prescription that is half done."""

    def check(self, text: str) -> tuple[str, ...]:
        try:
            parse_prescription(text)
        except PrescriptionError as error:
            return error.problems
        return ()

    def text(self) -> str:
        shipped = files("monitor.exercises").joinpath("example_prescription.toml").read_text("utf-8")
        return shipped.replace("P-017", "P-0142")

    def patient(self, text: str) -> str:  # noqa: ARG002
        return "P-0142"

    def asked(self, text: str) -> tuple[PlannedExercise, ...]:
        return () if self.check(text) else self.today()

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
        return tuple(Dose(f"{n}.mcap", start, start + 900 * 10**9, 4, 40 + 3 * n, 4 - n // 2, max(0, 3 - n),
                          max(0, 2 - n // 2))
                     for n, start in enumerate(starts))

    def courses(self) -> tuple[Course, ...]:
        days = [(n, BEGUN_NS + n * DAY_NS, f"{n}.mcap") for n in range(6)]
        rising = [Point(start, name, 62.0 + 3 * n - n % 2, 3.0, 1.0, 12) for n, start, name in days]
        held = [Point(start, name, 3.0 + 0.5 * n, 0.5, 0.1, 12) for n, start, name in days]
        return (Course("right", "squat", "flexion_max_deg", trend(rising)),
                Course("right", "straight_leg_raise_supine", "hold_s", trend(held)))
