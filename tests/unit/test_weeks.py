from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from monitor.exercises.prescription import parse_prescription
from monitor.history.follow_up import Question
from monitor.history.store import History
from monitor.recording.writer import RecordingWriter
from monitor.values import Side, Tick
from monitor.weeks import background, catch_up, overview, plan_of

MONDAY_NOON_NS = round(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp()) * 10**9
DAY_NS = 86_400 * 10**9
PRESCRIPTION = """
patient = "p-1"
side = "left"

[[exercise]]
id = "squat"
sets = 2
reps = 4

[[exercise]]
id = "bridge"
days = ["mon"]
"""


def write_session(path: Path, start_ns: int) -> Path:
    with RecordingWriter(path, side=Side.LEFT, patient="p-1", version="1.0") as writer:
        for i in range(3):
            writer.write(Tick(start_ns + i * 60 * 10**9))
    return path


def analysis(peak_deg: float) -> dict[str, Any]:
    rep = {"start_s": 1.0, "end_s": 3.0, "peak_deg": peak_deg, "hold_s": 0.0, "counted": True,
           "rule": "counted", "form": [], "peak_sigma_deg": 1.0, "measures": {}}
    return {"version": "1.0", "side": "left", "landings": [], "balance": [],
            "sets": [{"exercise": "squat", "side": "left", "start_s": 0.0, "end_s": 20.0, "reps": [rep] * 4,
                      "prescribed": None, "pain": 2}]}


@pytest.fixture
def history(tmp_path: Path) -> History:
    history = History()
    for day, peak_deg in enumerate((60.0, 62.0, 75.0)):
        path = write_session(tmp_path / f"{day}.mcap", MONDAY_NOON_NS + day * DAY_NS)
        history.add(path, lambda _, peak_deg=peak_deg: analysis(peak_deg))  # type: ignore[misc]
    history.answer(tmp_path, Question("0.mcap", "hour", 0, 1, 4), 3, MONDAY_NOON_NS + 3600 * 10**9)
    return history


def test_a_folder_that_cannot_be_written_is_read_all_the_same(tmp_path: Path,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    write_session(tmp_path / "0.mcap", MONDAY_NOON_NS)
    monkeypatch.setattr("os.access", lambda *_: False)
    history, problems = catch_up(tmp_path)
    assert (history.patients(), problems) == (("p-1",), ())
    history.close()
    assert [path.name for path in tmp_path.iterdir()] == ["0.mcap"]


def test_weeks_in_words(history: History) -> None:
    text = overview(history, "p-1", plan_of(parse_prescription(PRESCRIPTION)), date(2026, 3, 4), UTC)
    history.close()
    assert text.splitlines() == [
        "p-1: 3 sessions",
        "  2026-03-02 12:00 left 2 min: 1 set, 4 repetitions; pain during 2, an hour after 3",
        "  2026-03-03 12:00 left 2 min: 1 set, 4 repetitions; pain during 2",
        "  2026-03-04 12:00 left 2 min: 1 set, 4 repetitions; pain during 2",
        "Done of what was prescribed since 2026-03-02: 43 %",
        "squat, left, repetitions: Too little is known about chance to judge a change.",
        "squat, left, hold: Too little is known about chance to judge a change.",
        "squat, left, pain, 0 to 10: Too little is known about chance to judge a change.",
        "squat, left, peak angle: Up by 15°, more than the smallest real change of 3°."]


def test_a_report_shows_only_changes_that_are_real(history: History) -> None:
    found = background(history.weeks("p-1"))
    history.close()
    assert [(course.exercise, course.name) for course in found.courses] == [("squat", "peak_deg")]
    assert [dose.pain_hour for dose in found.doses] == [3, None, None]


def test_the_library_fills_in_the_usual_dose() -> None:
    squat, bridge = plan_of(parse_prescription(PRESCRIPTION))
    assert (squat.sets_a_day, squat.reps) == (2, 4)
    assert bridge.days == ("mon",)
    assert bridge.reps is not None


def test_a_folder_is_read_and_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    write_session(tmp_path / "a.mcap", MONDAY_NOON_NS)
    (tmp_path / "b.mcap").write_bytes(b"noise")
    history, problems = catch_up(tmp_path)
    assert len(problems) == 1
    assert "b.mcap" in problems[0]
    assert history.patients() == ("p-1",)
    assert (tmp_path / "history.sqlite").exists()
    history.close()


def test_the_newest_sessions_of_both_legs_are_held_against_each_other(tmp_path: Path) -> None:
    history = History()
    for day, (side, peak_deg) in enumerate((("left", 40.0), ("right", 80.0), ("left", 60.0))):
        path = write_session(tmp_path / f"{day}.mcap", MONDAY_NOON_NS + day * DAY_NS)
        found = analysis(peak_deg)
        found["sets"][0]["side"] = side
        history.add(path, lambda _, found=found: found)  # type: ignore[misc]
    [one] = background(history.weeks("p-1")).symmetries
    history.close()
    assert (one.exercise, one.name, one.percent) == ("squat", "peak_deg", 75.0)
    assert 1.0 < one.sigma < 2.0


def test_one_leg_alone_is_held_against_nothing(history: History) -> None:
    assert background(history.weeks("p-1")).symmetries == ()
    history.close()
