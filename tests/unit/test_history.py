import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from monitor.errors import RecordingError
from monitor.exercises.pain import PainLimits
from monitor.history import store
from monitor.history.adherence import Planned, ProgrammeDay, adherence, programme_day
from monitor.history.change import Point, trend
from monitor.history.follow_up import Dose, Question, due, ledger
from monitor.history.rows import DoneSet, Pain, Session
from monitor.history.store import History
from monitor.recording.notes import notes_of
from monitor.recording.writer import RecordingWriter
from monitor.values import EventKind, SessionEvent, Side, Tick

MONDAY_NOON_NS = round(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp()) * 10**9
HOUR_NS = 3600 * 10**9
DAY_NS = 24 * HOUR_NS


def repetition(peak_deg: float, *, counted: bool = True) -> dict[str, Any]:
    return {"start_s": 1.0, "end_s": 3.0, "peak_deg": peak_deg, "hold_s": 3.0, "counted": counted,
            "rule": "counted", "form": [], "peak_sigma_deg": 1.0, "measures": {"lift_cm": 38.0}}


def landing(t_s: float, peak_g: float, *, at_limit: bool) -> dict[str, Any]:
    return {"t_s": t_s, "height_m": 0.2, "height_sigma_m": 0.01, "peak_axial_g": peak_g,
            "peak_resultant_g": peak_g, "peak_is_lower_bound": at_limit, "contact_s": None}


def analysis(peaks: list[float], pain: int | None = 2) -> dict[str, Any]:
    return {"version": "1.0", "side": "left", "marks": [], "landings": [],
            "balance": [{"exercise": "single_leg_stance", "start_s": 30.0, "duration_s": 30.0,
                         "sway_rms": 0.1, "path_length": 1.0,
                         "jerk": 2.0, "ellipse_area": 0.5, "touch_downs": 1}],
            "sets": [{"exercise": "squat", "side": "left", "start_s": 0.0, "end_s": 20.0,
                      "reps": [repetition(peak) for peak in peaks], "prescribed": {"sets": 1, "reps": 4},
                      "pain": pain}]}


@pytest.fixture
def history() -> Iterator[History]:
    history = History()
    yield history
    history.close()


@pytest.fixture
def record(tmp_path: Path) -> Callable[..., Path]:
    def make(name: str, start_ns: int = MONDAY_NOON_NS, patient: str = "p-1") -> Path:
        path = tmp_path / name
        with RecordingWriter(path, side=Side.LEFT, patient=patient, version="1.0") as writer:
            for i in range(11):
                writer.write(Tick(start_ns + i * 10**9))
        return path
    return make


def test_a_folder_becomes_an_index_and_only_changes_are_analysed_again(
        history: History, record: Callable[..., Path], tmp_path: Path) -> None:
    analysed = []

    def analyse(path: Path) -> dict[str, Any]:
        analysed.append(path.name)
        return analysis([60.0])

    record("b.mcap", MONDAY_NOON_NS + DAY_NS)
    record("a.mcap")
    record("other.mcap", patient="p-2")
    assert history.sync(tmp_path, analyse) == ()
    assert history.patients() == ("p-1", "p-2")
    assert [session.recording for session in history.sessions("p-1")] == ["a.mcap", "b.mcap"]
    assert history.sessions("p-1")[0].duration_s == 10.0
    analysed.clear()
    record("b.mcap", MONDAY_NOON_NS + 2 * DAY_NS)
    (tmp_path / "other.mcap").unlink()
    history.sync(tmp_path, analyse)
    assert analysed == ["b.mcap"]
    assert history.patients() == ("p-1",)
    assert len(history.sets("p-1")) == 4       # a set of squats and a balance trial in each


def test_an_index_that_is_lost_or_ruined_is_made_anew(record: Callable[..., Path], tmp_path: Path) -> None:
    record("a.mcap")
    index = tmp_path / "history.sqlite"
    index.write_bytes(b"this is no database at all" * 100)
    first = History(index)
    first.sync(tmp_path, lambda _: analysis([60.0]))
    first.close()
    again = History(index)
    assert [session.patient for session in again.sessions()] == ["p-1"]
    assert again.sets("p-1")[0].counted == 1
    again.close()


def test_an_index_that_is_in_use_is_left_alone(record: Callable[..., Path], tmp_path: Path) -> None:
    record("a.mcap")
    index = tmp_path / "history.sqlite"
    first = History(index)
    first.sync(tmp_path, lambda _: analysis([60.0]))
    first.close()
    whole = index.read_bytes()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(store, "create_engine", partial(create_engine, connect_args={"timeout": 0}))
        other = sqlite3.connect(index)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RecordingError, match="locked"):
            History(index)
        other.close()
    assert index.read_bytes() == whole


def test_a_damaged_recording_stays_listed_with_its_problem(history: History, tmp_path: Path) -> None:
    (tmp_path / "bad.mcap").write_bytes(b"noise")
    problems = history.sync(tmp_path, lambda _: analysis([60.0]))
    assert len(problems) == 1
    assert history.sessions()[0].problem == problems[0]
    assert history.analysis("bad.mcap") == {}


def test_an_overruled_repetition_counts_as_the_therapist_said(history: History,
                                                              record: Callable[..., Path]) -> None:
    path = record("a.mcap")
    history.add(path, lambda _: analysis([60.0, 62.0, 90.0]))
    assert history.sets("p-1")[0].counted == 3
    before = path.read_bytes()
    history.note(path, SessionEvent(MONDAY_NOON_NS + DAY_NS, EventKind.OVERRULE,
                                    {"set": 1, "rep": 3, "counted": False, "note": "leaned on the table"}))
    assert history.sets("p-1")[0].counted == 2
    assert history.trend("p-1", "left", "squat", "peak_deg").points[0].mean == pytest.approx(61.0)
    assert path.read_bytes() == before


def test_a_peak_at_the_sensors_limit_is_in_no_trend(history: History, record: Callable[..., Path]) -> None:
    landings = [landing(5.0, 9.0, at_limit=False), landing(6.0, 16.0, at_limit=True),
                landing(90.0, 7.0, at_limit=False)]
    found = analysis([60.0]) | {"landings": landings}
    history.add(record("a.mcap"), lambda _: found)
    squat = history.trend("p-1", "left", "squat", "peak_resultant_g").points[0]
    assert (squat.mean, squat.n) == (9.0, 1)
    assert history.trend("p-1", "left", "landing", "height_m").points[0].sigma == 0.01
    assert ("left", "squat", "contact_s") not in history.measures("p-1")
    assert ("left", "single_leg_stance", "sway_rms") in history.measures("p-1")


def test_the_legs_of_one_session_have_courses_of_their_own(history: History,
                                                           record: Callable[..., Path]) -> None:
    sides = ("left", "right")
    squats = [analysis([peak])["sets"][0] for peak in (60.0, 80.0)]
    sets = [one | {"side": side} for one, side in zip(squats, sides, strict=True)]
    hops = [landing(5.0, 5.0, at_limit=False) | {"side": side} for side in sides]
    stances = [trial | {"side": "right"} for trial in analysis([])["balance"]]
    found = analysis([]) | {"side": "both", "sets": sets, "landings": hops, "balance": stances}
    history.add(record("a.mcap"), lambda _: found)
    peaks = [history.trend("p-1", side, "squat", "peak_deg").points[0].mean for side in sides]
    assert peaks == [60.0, 80.0]
    assert history.trend("p-1", "right", "squat", "height_m").points[0].n == 1
    assert {one.side for one in history.sets("p-1") if one.exercise == "single_leg_stance"} == {"right"}


def point(day: int, mean: float, sd: float = 2.0, sigma: float = 1.0, n: int = 4) -> Point:
    return Point(MONDAY_NOON_NS + day * DAY_NS, f"{day}.mcap", mean, sd, sigma, n)


def test_only_a_change_beyond_chance_is_real() -> None:
    # Standard error sqrt((2 / sqrt 4)^2 + 1^2) = 1.414 deg, so 1.96 * sqrt 2 * 1.414 = 3.92 deg.
    small, large = trend([point(0, 60.0), point(7, 63.8)]), trend([point(7, 64.0), point(0, 60.0)])
    assert small.smallest_real_change == pytest.approx(3.92, abs=0.001)
    assert not small.is_real
    assert large.change == pytest.approx(4.0)
    assert large.is_real


def test_restless_sessions_widen_the_smallest_real_change() -> None:
    restless = trend([point(day, 60.0 + 8.0 * (day % 2)) for day in range(6)])
    steady = trend([point(day, 60.0 + 2.0 * day) for day in range(6)])
    assert restless.smallest_real_change == pytest.approx(1.96 * 8.7636, rel=1e-3)
    assert not restless.is_real
    assert steady.is_real


def test_nothing_known_about_chance_makes_no_change_real() -> None:
    exact = trend([point(0, 60.0, sd=0.0, sigma=0.0, n=1), point(1, 90.0, sd=0.0, sigma=0.0, n=1)])
    assert exact.smallest_real_change is None
    assert not exact.is_real
    assert trend([]).change == 0.0


def done(day: int, exercise: str, counted: int, hour: int = 0) -> DoneSet:
    start_ns = MONDAY_NOON_NS + day * DAY_NS + hour * HOUR_NS
    return DoneSet(f"{day}-{hour}.mcap", start_ns, exercise, "left", counted, counted, None, 600.0)


def test_adherence_is_by_day_and_exercise() -> None:
    plan = [Planned("squat", 2, 10, ("mon", "tue")), Planned("bridge", 1, None, ("mon",))]
    sets = [done(0, "squat", 10), done(0, "squat", 5, 2), done(0, "clamshell", 20), done(1, "squat", 30),
            done(1, "squat", 10), done(1, "squat", 10)]
    days = adherence(plan, sets, date(2026, 3, 2), date(2026, 3, 4))
    assert [(day.prescribed, day.done) for day in days] == [(3.0, 1.5), (2.0, 2.0), (0.0, 0.0)]
    assert [day.percent for day in days] == [50.0, 100.0, None]


def test_pain_of_the_sets_is_the_worst_and_of_a_question_the_newest_answer() -> None:
    session = Session("0-0.mcap", "p-1", "left", MONDAY_NOON_NS, 600.0, "", "")
    pains = [Pain("0-0.mcap", "set", score, t_ns) for t_ns, score in enumerate((2, 5, 3))]
    pains += [Pain("0-0.mcap", "hour", score, t_ns) for t_ns, score in enumerate((4, 1))]
    (dose,) = ledger([session], [done(0, "squat", 10)], pains)
    assert (dose.pain_during, dose.pain_hour, dose.pain_morning) == (5, 1, None)


def questions(history: History, now_ns: int) -> list[Question]:
    doses = ledger(history.sessions("p-1"), history.sets("p-1"), history.pains("p-1"))
    return list(due(doses, now_ns, UTC))


def test_pain_is_asked_for_an_hour_later_and_next_morning_and_once(
        history: History, record: Callable[..., Path], tmp_path: Path) -> None:
    history.add(record("a.mcap"), lambda _: analysis([60.0, 61.0], pain=3))
    end_ns = MONDAY_NOON_NS + 60 * 10**9       # of the stance, the last thing done
    assert questions(history, end_ns + HOUR_NS - 1) == []
    (hour,) = questions(history, end_ns + HOUR_NS)
    assert (hour.asked, hour.sets, hour.counted) == ("hour", 2, 3)
    history.answer(tmp_path, hour, 1, end_ns + HOUR_NS)
    assert questions(history, end_ns + 2 * HOUR_NS) == []
    (morning,) = questions(history, MONDAY_NOON_NS + 20 * HOUR_NS)
    assert morning.asked == "morning"
    history.answer(tmp_path, morning, 4, end_ns + 21 * HOUR_NS)
    assert questions(history, MONDAY_NOON_NS + 22 * HOUR_NS) == []
    dose = ledger(history.sessions("p-1"), history.sets("p-1"), history.pains("p-1"))[0]
    assert (dose.sets, dose.counted, dose.pain_during, dose.pain_hour, dose.pain_morning) == (2, 3, 3, 1, 4)


def test_an_answer_is_kept_with_the_dose_it_is_about(history: History, record: Callable[..., Path],
                                                     tmp_path: Path) -> None:
    path = record("a.mcap")
    history.answer(tmp_path, Question("a.mcap", "hour", 0, 2, 24), 1, MONDAY_NOON_NS)
    assert dict(notes_of(path)[0].detail) == {"asked": "hour", "score": 1, "sets": 2, "counted": 24}
    with pytest.raises(ValueError, match="from 0 to 10, not 11"):
        Question("a.mcap", "hour", 0, 2, 24).answered(11, 0)


def dose(start_h: float, *, hour: int | None = None, morning: int | None = None) -> Dose:
    start_ns = MONDAY_NOON_NS + round(start_h * HOUR_NS)
    return Dose(f"{start_h:g}.mcap", start_ns, start_ns, 2, 20, None, hour, morning)


def asked(doses: list[Dose], now_h: float, limits: PainLimits | None = None) -> list[tuple[str, str, int]]:
    found = due(doses, MONDAY_NOON_NS + round(now_h * HOUR_NS), UTC, limits)
    return [(question.recording, question.asked, question.counted) for question in found]


def test_a_morning_is_asked_about_once_for_the_whole_day_before() -> None:
    twice = [dose(0), dose(5)]
    assert asked(twice, 6.5) == [("5.mcap", "hour", 20)]
    assert asked(twice, 20) == [("5.mcap", "morning", 40)]
    assert asked([*twice, dose(21)], 21.5) == []
    assert asked(twice, 45) == []


@pytest.mark.parametrize(("end_h", "morning_h"), [(10, 20), (13, 20), (17, 44)])
def test_a_night_lies_before_the_morning(end_h: float, morning_h: float) -> None:
    late = [dose(end_h, hour=0)]
    assert asked(late, morning_h - 0.1) == []
    assert asked(late, morning_h) == [(late[0].recording, "morning", 20)]


def test_what_the_therapist_does_not_want_asked_is_not_asked() -> None:
    limits = PainLimits(follow_up=False)
    assert asked([dose(0)], 2, limits) == []
    assert [what for _, what, _ in asked([dose(0)], 21, limits)] == ["morning"]
    assert asked([dose(0)], 21, PainLimits(next_morning=False)) == []


@pytest.mark.parametrize(("today", "day"), [
    (date(2026, 3, 1), None), (date(2026, 3, 2), ProgrammeDay(1, 42)),
    (date(2026, 3, 10), ProgrammeDay(9, 42))])
def test_the_day_of_the_programme(today: date, day: ProgrammeDay | None) -> None:
    assert programme_day(date(2026, 3, 2), 6, today) == day


def test_the_dose_of_an_exercise_and_its_pain_have_a_course(history: History,
                                                            record: Callable[..., Path]) -> None:
    history.add(record("a.mcap"), lambda _: analysis([60.0, 61.0], pain=3))
    history.add(record("b.mcap", MONDAY_NOON_NS + DAY_NS), lambda _: analysis([60.0], pain=None))
    courses = {(one.exercise, one.name): one.trend for one in history.weeks("p-1").courses}
    assert [point.mean for point in courses["squat", "counted"].points] == [2.0, 1.0]
    assert [point.mean for point in courses["squat", "pain"].points] == [3.0]


def test_answers_survive_the_loss_of_the_index(record: Callable[..., Path], tmp_path: Path) -> None:
    record("a.mcap")
    first = History()
    first.sync(tmp_path, lambda _: analysis([60.0], pain=None))
    first.answer(tmp_path, Question("a.mcap", "hour", 0, 1, 1), 5, MONDAY_NOON_NS + HOUR_NS)
    first.close()
    again = History()
    again.sync(tmp_path, lambda _: analysis([60.0], pain=None))
    assert [(pain.asked, pain.score) for pain in again.pains("p-1")] == [("hour", 5)]
    again.close()


def test_of_both_legs_a_judgement_is_of_its_own_leg_s_set(history: History,
                                                          record: Callable[..., Path]) -> None:
    path, (found,) = record("a.mcap"), analysis([60.0, 62.0])["sets"]
    sets = [{**found, "side": side} for side in ("left", "right")]
    history.add(path, lambda _: analysis([]) | {"side": "both", "sets": sets, "balance": []})
    history.note(path, SessionEvent(MONDAY_NOON_NS + DAY_NS, EventKind.OVERRULE,
                                    {"side": "right", "set": 1, "rep": 2, "counted": False, "note": ""}))
    assert {one.side: one.counted for one in history.sets("p-1")} == {"left": 2, "right": 1}
