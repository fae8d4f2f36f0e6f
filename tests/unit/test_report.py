import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from monitor.errors import RecordingError
from monitor.history.change import Point, trend
from monitor.history.follow_up import Dose
from monitor.history.rows import Course, Symmetry
from monitor.leg import ARRAYS, LegBlock
from monitor.recording.reader import Info
from monitor.report.charts import Envelope
from monitor.report.sections import change_in_words
from monitor.report.session import Background, session_report, write_report
from monitor.report.words import amount
from monitor.snapshot import Mark
from monitor.values import Legs, Side

START_NS = 1_772_452_800_000_000_000     # 2 March 2026, 12:00
INFO = Info(Legs.LEFT, "p-<1>", "1.0", START_NS, START_NS + 120 * 10**9, START_NS, {})


def block(first_s: float, flexion_deg: list[float], valid: list[bool]) -> LegBlock:
    n = len(flexion_deg)
    arrays: dict[str, Any] = dict.fromkeys(ARRAYS, np.zeros(n))
    arrays |= {"t_ns": START_NS + round(first_s * 1e9) + np.arange(n) * 10_000_000,
               "flexion_deg": np.array(flexion_deg), "sigma_deg": np.full(n, 1.5), "valid": np.array(valid)}
    return LegBlock(Side.LEFT, 100.0, **arrays)


def repetition(counted: bool, rule: str, form: list[str]) -> dict[str, Any]:
    return {"start_s": 1.0, "end_s": 3.0, "peak_deg": 61.4, "hold_s": 3.04, "counted": counted, "rule": rule,
            "form": form, "peak_sigma_deg": 1.2, "measures": {}}


def analysis() -> dict[str, Any]:
    reps = [repetition(True, "counted", ["too_fast"]), repetition(True, "counted", []),
            repetition(False, "too_small", [])]
    return {
        "version": "1.0", "side": "left", "duration_s": 120.0, "marks": [],
        "warnings": ["One <b>warning</b>."],
        "sensors": {"left_shank": {"rate_hz": 200.0, "samples": 9, "lost_percent": 3.2, "gaps": 1,
                                   "saturated_samples": 4, "range_g": 16.0}},
        "calibration": {"status": "good", "source": "guided", "reason": ""},
        "knee": {"valid_percent": 97.0, "sigma_median_deg": 1.3},
        "sets": [{"exercise": "squat", "side": "left", "start_s": 10.0, "end_s": 40.0, "reps": reps,
                  "prescribed": {"reps": 10, "hold_s": 5.0}, "pain": 2, "notes": []},
                 {"exercise": "quad_set", "side": "left", "start_s": 75.0, "end_s": 95.0, "reps": [],
                  "prescribed": None, "pain": None, "notes": ["timed, contraction not verified"]}],
        "landings": [{"t_s": 50.0, "height_m": 0.123, "height_sigma_m": 0.004, "peak_resultant_g": 16.0,
                      "peak_axial_g": 15.0, "peak_is_lower_bound": True, "contact_s": None,
                      "flexion_at_contact_deg": 20.0, "flexion_max_deg": 70.0, "attenuation_percent": None,
                      "stabilise_s": 1.25}],
        "balance": [{"exercise": "t_stance", "start_s": 60.0, "duration_s": 15.0, "sway_rms": 0.1234,
                     "touch_downs": 2}],
    }


def test_notes_of_both_times_are_listed_by_time() -> None:
    marked = analysis() | {"marks": [{"t_s": 61.0, "text": ""}, {"t_s": 5.0, "text": "a <b>pinch</b>"}]}
    text = session_report([(marked, course([]))], INFO, notes=[Mark(30.0, "felt it here")])
    rows = text[text.index("Notes</h2>"):]
    assert rows.index("a &lt;b&gt;pinch") < rows.index("felt it here") < rows.index("1:01")
    assert rows.count("while recording") == 2
    assert rows.count("afterwards") == 1
    assert "Notes</h2>" not in session_report([(analysis(), course([]))], INFO)


def points(*means: float) -> list[Point]:
    return [Point(START_NS + i * 86_400 * 10**9, f"{i}", mean, 4.0, 1.0, 16) for i, mean in enumerate(means)]


def course(blocks: list[LegBlock]) -> Envelope:
    found = Envelope(INFO.start_ns, INFO.duration_s)
    for one in blocks:
        found.push(one)
    return found


def report(blocks: list[LegBlock] | None = None) -> str:
    background = Background([Course("left", "squat", "peak_deg", trend(points(60.0, 66.0, 72.0)))],
                            [Dose("20260302-120000_p_left.mcap", START_NS, START_NS, 3, 30, 2, 1, None)])
    legs = [(analysis(), course(blocks or []))]
    return session_report(legs, INFO, background, titles={"squat": "Squat & rise"})


def test_an_unsteady_stance_is_held_against_firm_ground() -> None:
    stance = analysis()["balance"][0] | {"exercise": "bosu_balance", "sway_rms": 0.3}
    trials = {"balance": [stance | {"sway_ratio_to_baseline": 2.04}, stance]}
    legs = [(analysis() | trials, course([]))]
    alone, with_others = (session_report(legs, INFO, Background(firm_sway=firm))
                          for firm in ({}, {"left": 0.1}))
    assert "2.0 times</td>" in alone
    assert "no stance to compare with" in alone
    assert "3.0 times other sessions&#x27;" in with_others


def test_the_report_holds_every_result_in_words() -> None:
    text = report()
    for words in ("02 March 2026", "Squat &amp; rise", "2 of 10 prescribed",
                  "61 ± 1° knee flexion", "3.0 s of 5.0 s", "<td>1:15</td>",
                  "timed, contraction not verified", "range too small (1)", "too fast (1)", "≥ 16.0 g",
                  "12.3 ± 0.4 cm", "± 16.0 g at 200 Hz", "3.2 %, much", "0.123 m/s²", "Up by 12°",
                  "20260302-120000", "not a medical device", "97 % of the time, typically ± 1.3°"):
        assert words in text, words


def test_the_report_stands_alone_and_is_well_formed() -> None:
    text = report([block(10.0, [1.0, 2.0, 3.0], [True, True, True])])
    assert "http" not in text.replace("http://www.w3.org", "")
    assert "<script" not in text
    assert "<b>warning" not in text
    assert "p-&lt;1&gt;" in text
    body = text[text.index("<body>"):text.index("</html>")]
    drawings = ElementTree.fromstring(body).findall(".//svg")
    assert len(drawings) == 2


def test_a_session_without_results_still_makes_a_report() -> None:
    empty = analysis() | {"sets": [], "landings": [], "balance": [], "sensors": {}, "warnings": []}
    empty["knee"] = {"valid_percent": 0.0, "sigma_median_deg": None}
    text = session_report([(empty, course([]))], INFO)
    assert "Exercises" not in text
    assert "known 0 % of the time (one standard deviation)" in text


def test_gaps_are_drawn_as_gaps_and_no_extreme_is_lost() -> None:
    flexion = [10.0] * 5900 + [95.0] + [10.0] * 99
    envelope = Envelope(START_NS, 120.0)
    envelope.push(block(0.0, flexion, [True] * 6000))
    envelope.push(block(60.0, [50.0] * 1000, [False] * 1000))
    envelope.push(block(70.0, [20.0] * 1000, [True] * 1000))
    first, second = envelope.stretches()
    assert first[0][-1] < 60.0 < 70.0 < second[0][0] + 0.2
    assert first[2].max() == 95.0
    assert first[1].min() == 10.0
    assert (second[1].min(), second[2].max()) == (20.0, 20.0)


def test_the_envelope_does_not_depend_on_the_blocks() -> None:
    flexion = np.random.default_rng(5).normal(40, 20, 5000).tolist()
    whole = block(0.0, flexion, [i % 7 > 1 for i in range(5000)])
    at_once, in_parts = Envelope(START_NS, 50.0), Envelope(START_NS, 50.0)
    at_once.push(whole)
    for start in range(0, 5000, 333):
        in_parts.push(whole[start:start + 333])
    for a, b in zip(at_once.stretches(), in_parts.stretches(), strict=True):
        np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize(("means", "words"), [
    ((60.0, 61.0), "No change beyond chance (smallest real change 4°)"), ((60.0, 70.0), "Up by 10°"),
    ((70.0, 60.0), "Down by 10°")])
def test_a_change_is_told_against_chance(means: tuple[float, ...], words: str) -> None:
    assert change_in_words("peak_deg", trend(points(*means))).startswith(words)


def test_amounts_carry_unit_and_sigma() -> None:
    assert amount("height_m", 0.1234, 0.0056) == "12.3 ± 0.6 cm"
    assert amount("peak_deg", 61.4) == "61°"
    assert amount("touch_downs", 2) == "2"
    assert amount("some_new_measure", 1.234) == "1.23"
    assert amount("contact_s", None) == "–"


def test_a_report_that_cannot_be_saved_is_said(tmp_path: Path) -> None:
    write_report(tmp_path / "a.html", report())
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    with pytest.raises(RecordingError):
        write_report(tmp_path / "missing" / "a.html", "")


def test_the_legs_are_compared() -> None:
    background = Background(symmetries=[Symmetry("squat", "peak_deg", 75.2, 1.6)])
    text = session_report([(analysis(), course([]))], INFO, background)
    assert "Left in percent of right" in text
    assert "<td>Peak angle</td><td>75 ± 2 %</td>" in text
