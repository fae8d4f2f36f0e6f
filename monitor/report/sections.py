"""The parts of a session's report, each from what `patella analyze --json` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from html import escape
from statistics import fmean
from typing import Any

from monitor.exercises.balance import UNSTEADY
from monitor.exercises.definition import library
from monitor.exercises.vocabulary import called
from monitor.history.change import Trend
from monitor.history.follow_up import Dose
from monitor.history.rows import Course, Symmetry
from monitor.report.charts import trend_chart
from monitor.report.page import Markup, deviation, paragraph, section, table
from monitor.report.words import amount, quantity, rule
from monitor.snapshot import Mark

_NOTEWORTHY_LOSS_PERCENT = 2.0
_SHORTEST_HOLD_S = 0.5      # less is turning round
_LANDING_COLUMNS = ("height_m", "peak_resultant_g", "contact_s", "flexion_at_contact_deg", "flexion_max_deg",
                    "attenuation_percent", "stabilise_s")
_BALANCE_COLUMNS = ("duration_s", "sway_rms", "touch_downs")

Analysis = Mapping[str, Any]


def exercises(analysis: Analysis, titles: Mapping[str, str]) -> Markup | None:
    """Every set: counted of attempted and of prescribed, peaks with sigma, holds, why some did not count."""
    if not analysis["sets"]:
        return None
    rows = [(_minutes(found["start_s"]), titles.get(found["exercise"], found["exercise"]), _count(found),
             _peaks(found), _holds(found), _not_counted(found["reps"]), _remarks(found), found["pain"])
            for found in analysis["sets"]]
    heads = ("At", "Exercise", "Counted", "Position held (mean)", "Hold (mean)", "Not counted because",
             "Remarks", "Pain")
    return section("Exercises", table(heads, rows), paragraph(
        "Mean ± one standard deviation of one measurement. Pain is on a scale from 0 to 10.", kind="muted"))


def landings(analysis: Analysis) -> Markup | None:
    """Every landing, with the sensor's site, range and rate that its numbers hold for."""
    if not analysis["landings"]:
        return None
    heads = ("At", *(quantity(name).title for name in _LANDING_COLUMNS))
    rows = [(f"{found['t_s']:.1f} s", *(_landing_cell(found, name) for name in _LANDING_COLUMNS))
            for found in analysis["landings"]]
    measured = "; ".join(f"{place.replace('_', ' ')}: ± {sensor['range_g'] or 'unlimited'} g at "
                         f"{sensor['rate_hz']:.0f} Hz" for place, sensor in analysis["sensors"].items())
    note = f"Acceleration of the shank sensor, not a force. {measured}; peaks low-passed at 60 Hz."
    return section("Landings", table(heads, rows), paragraph(note, kind="muted"))


def balance(analysis: Analysis, titles: Mapping[str, str], firm_sway: Mapping[str, float]) -> Markup | None:
    """Every stance; an unsteady one against the same leg's on firm ground, of this session or of others."""
    if not analysis["balance"]:
        return None
    heads = ("Exercise", *(quantity(name).title for name in _BALANCE_COLUMNS), "Against firm ground")
    usual = firm_sway.get(str(analysis["side"]))
    rows = [(titles.get(trial["exercise"], trial["exercise"]),
             *(amount(name, trial[name]) for name in _BALANCE_COLUMNS), _against_firm_ground(trial, usual))
            for trial in analysis["balance"]]
    return section("Balance", table(heads, rows), paragraph(
        "Sway is the thigh's acceleration below 3.5 Hz, to be compared with the same person on the same "
        "ground only.", kind="muted"))


def _against_firm_ground(trial: Mapping[str, Any], usual: float | None) -> str:
    ratio = trial.get("sway_ratio_to_baseline")
    if ratio is not None:
        return f"{ratio:.1f} times"
    if trial["exercise"] != UNSTEADY:
        return ""
    return f"{trial['sway_rms'] / usual:.1f} times other sessions'" if usual else "no stance to compare with"


def notes(marked: Sequence[Mapping[str, Any]], added: Sequence[Mark]) -> Markup | None:
    """What was marked while recording and noted afterwards, by time."""
    found = [(mark["t_s"], mark["text"] or "mark", "while recording") for mark in marked]
    found += [(mark.t_s, mark.text, "afterwards") for mark in added]
    if not found:
        return None
    rows = [(_minutes(t_s), text, made) for t_s, text, made in sorted(found)]
    return section("Notes", table(("At", "Note", "Made"), rows))


def trust(analysis: Analysis) -> Markup:
    """How far the numbers can be trusted: calibration, known share, loss, warnings."""
    knee, calibration = analysis["knee"], analysis["calibration"]
    sigma = f", typically ± {knee['sigma_median_deg']:.1f}°" if knee["sigma_median_deg"] else ""
    lines = [paragraph(f"Calibration: {calibration['status']}",
                       f", {calibration['source']}" if calibration["source"] else "",
                       f". {calibration['reason']}" if calibration["reason"] else "."),
             paragraph(f"The knee angle is known {knee['valid_percent']:.0f} % of the time{sigma} (one "
                       "standard deviation). Zero is the person's own straight leg.")]
    rows = [(place.replace("_", " "), f"{sensor['rate_hz']:.0f} Hz", _loss(sensor["lost_percent"]),
             sensor["gaps"], sensor["saturated_samples"]) for place, sensor in analysis["sensors"].items()]
    heads = ("Sensor", "Rate", "Lost", "Gaps", "Samples at the range limit")
    warnings = [paragraph(deviation(f"Note: {warning}")) for warning in analysis["warnings"]]
    return section("How sure this is", *lines, table(heads, rows), *warnings)


def trends(found: Sequence[Course], titles: Mapping[str, str], zone: tzinfo) -> Markup | None:
    """Each course as a drawing and a sentence that says what is more than chance."""
    parts = []
    for one in found:
        if len(one.trend.points) > 1:
            whose, what = f"{titles.get(one.exercise, one.exercise)}, {one.side}", quantity(one.name)
            parts += [paragraph(f"{whose}: {what.title.lower()}. ", change_in_words(one.name, one.trend)),
                      trend_chart(one.trend, what, zone)]
    return section("Over the weeks", *parts) if parts else None


def symmetry(found: Sequence[Symmetry], titles: Mapping[str, str]) -> Markup | None:
    """The left leg in percent of the right one, from the newest session of each."""
    if not found:
        return None
    rows = [(titles.get(one.exercise, one.exercise), quantity(one.name).title,
             f"{one.percent:.0f} ± {one.sigma:.0f} %") for one in found]
    return section("Left against right", table(("Exercise", "Quantity", "Left in percent of right"), rows),
                   paragraph("From the newest session of each leg.", kind="muted"))


def change_in_words(name: str, trend: Trend) -> str:
    """What has changed from the first session to the last, held against chance."""
    if trend.smallest_real_change is None:
        return "Too little is known about chance to judge a change."
    change, limit = amount(name, abs(trend.change)), amount(name, trend.smallest_real_change)
    if not trend.is_real:
        return f"No change beyond chance (smallest real change {limit})."
    direction = "Up" if trend.change > 0 else "Down"
    return f"{direction} by {change}, more than the smallest real change of {limit}."


def doses(found: Sequence[Dose]) -> Markup | None:
    """What was done against the pain during it, an hour after and the next morning."""
    if not found:
        return None
    rows = [(dose.recording.partition("_")[0], dose.sets, dose.counted,
             dose.pain_during, dose.pain_hour, dose.pain_morning) for dose in found]
    heads = ("Session", "Sets", "Repetitions", "Pain during", "An hour after", "Next morning")
    return section("Dose and pain", table(heads, rows))


def _minutes(t_s: float) -> str:
    return f"{int(t_s) // 60}:{int(t_s) % 60:02d}"


def _count(found: Mapping[str, Any]) -> str:
    counted = sum(rep["counted"] for rep in found["reps"])
    prescribed = (found["prescribed"] or {}).get("reps")
    if prescribed:
        return f"{counted} of {prescribed} prescribed"
    return f"{counted} of {len(found['reps'])} tried" if found["reps"] else "–"


def _peaks(found: Mapping[str, Any]) -> str:
    """The mean of what the exercise is seen in, which is named: knee flexion, or how high the thigh is."""
    counted = [rep for rep in found["reps"] if rep["counted"]]
    known = {exercise.id: exercise.phases for exercise in library().exercise}
    phases = known.get(found["exercise"])
    if not counted or phases is None:
        return "–"
    mean = amount("peak_deg", fmean(rep["peak_deg"] for rep in counted),
                  fmean(rep["peak_sigma_deg"] for rep in counted))
    return f"{mean} {called(phases.signal)}"


def _holds(found: Mapping[str, Any]) -> str:
    holds = [rep["hold_s"] for rep in found["reps"] if rep["counted"]]
    asked = (found["prescribed"] or {}).get("hold_s")
    if not holds or not (asked or fmean(holds) > _SHORTEST_HOLD_S):
        return "–"
    return amount("hold_s", fmean(holds)) + (f" of {amount('hold_s', asked)}" if asked else "")


def _not_counted(reps: Sequence[Mapping[str, Any]]) -> str:
    reasons = Counter(rule(rep["rule"]) for rep in reps if not rep["counted"])
    return ", ".join(f"{reason} ({n})" for reason, n in reasons.most_common())


def _remarks(found: Mapping[str, Any]) -> object:
    """Comments on the form, and what else is to be said of a set."""
    comments = Counter(comment.replace("_", " ") for rep in found["reps"] for comment in rep["form"])
    form = ", ".join(f"{comment} ({n})" for comment, n in comments.most_common())
    notes = escape("; ".join(found["notes"]))
    return Markup("; ".join(part for part in (deviation(form) if form else "", notes) if part))


def _landing_cell(found: Mapping[str, Any], name: str) -> str:
    at_limit = name.startswith("peak_") and found["peak_is_lower_bound"]
    sigma = found["height_sigma_m"] if name == "height_m" else 0.0
    return "≥ " * at_limit + amount(name, found[name], sigma)


def _loss(percent: float) -> object:
    text = f"{percent:.1f} %"
    return deviation(f"{text}, much") if percent > _NOTEWORTHY_LOSS_PERCENT else text
