"""One session's analysis, reduced to the rows that the index keeps of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import Any

from monitor.history.judgements import judged
from monitor.values import EventKind, SessionEvent

SET, HOUR, MORNING = "set", "hour", "morning"
LANDING = "landing"      # the exercise of landings outside any set
_LANDING_MEASURES = ("height_m", "peak_axial_g", "peak_resultant_g", "contact_s", "flexion_at_contact_deg",
                     "flexion_max_deg", "attenuation_percent", "stabilise_s")
_BALANCE_MEASURES = ("duration_s", "sway_rms", "path_length", "jerk", "ellipse_area", "touch_downs")
_SIGMA_OF = {"peak_deg": "peak_sigma_deg", "hold_s": "hold_sigma_s", "height_m": "height_sigma_m"}

Row = dict[str, Any]
Place = tuple[str, str]
"""An exercise and the leg that did it."""


@dataclass(frozen=True, slots=True)
class Digest:
    """Rows for the tables `exercise_set`, `measure` and `pain`, without their recording."""

    sets: list[Row]
    measures: list[Row]
    pains: list[Row]


def digest(analysis: Mapping[str, Any], notes: Sequence[SessionEvent], end_ns: int) -> Digest:
    """Reduce what `patella analyze --json` says of a session, and what was noted afterwards.

    Overruled repetitions count as the therapist said. Landings are filed under the set they happen in.
    """
    exercise_sets = judged(analysis["sets"], notes)
    trials = [trial for trial in analysis["balance"] if not any(_overlap(trial, s) for s in exercise_sets)]
    return Digest([_set_row(found) for found in exercise_sets] + [_trial_row(t, analysis) for t in trials],
                  [*_dose_measures(exercise_sets), *_repetition_measures(exercise_sets),
                   *_landing_measures(analysis, exercise_sets), *_balance_measures(analysis)],
                  [*_pains_after_sets(exercise_sets, end_ns), *_pains_afterwards(notes)])


def _overlap(trial: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    end_s = trial["start_s"] + trial["duration_s"]
    return bool(trial["exercise"] == found["exercise"] and trial["start_s"] < found["end_s"]
                and found["start_s"] < end_s and trial.get("side", found["side"]) == found["side"])


def _set_row(found: Mapping[str, Any]) -> Row:
    prescribed = found["prescribed"] or {}
    return {"exercise": found["exercise"], "side": str(found["side"]), "start_s": found["start_s"],
            "end_s": found["end_s"], "attempted": len(found["reps"]),
            "counted": sum(rep["counted"] for rep in found["reps"]),
            "prescribed_reps": prescribed.get("reps"), "pain": found["pain"]}


def _trial_row(trial: Mapping[str, Any], analysis: Mapping[str, Any]) -> Row:
    return {"exercise": trial["exercise"], "side": _side(trial, analysis), "start_s": trial["start_s"],
            "end_s": trial["start_s"] + trial["duration_s"], "attempted": 1, "counted": 1,
            "prescribed_reps": None, "pain": None}


def _dose_measures(found: Sequence[Mapping[str, Any]]) -> Iterable[Row]:
    """Of each exercise the repetitions that counted, and its highest pain."""
    for place, own in _by_exercise((_place(one), one) for one in found):
        pains = [one["pain"] for one in own if one["pain"] is not None]
        counted = sum(rep["counted"] for one in own for rep in one["reps"])
        yield from _measure(place, "counted", [{"counted": counted}])
        yield from _measure(place, "pain", [{"pain": max(pains, default=None)}])


def _repetition_measures(found: Sequence[Mapping[str, Any]]) -> Iterable[Row]:
    counted = ((_place(one), {**rep, **rep.get("measures", {})}) for one in found for rep in one["reps"]
               if rep["counted"])
    for place, reps in _by_exercise(counted):
        own = (name for rep in reps for name in rep.get("measures", ()))
        for name in dict.fromkeys(("peak_deg", "hold_s", *own)):
            yield from _measure(place, name, reps)


def _landing_measures(analysis: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> Iterable[Row]:
    def place(landing: Mapping[str, Any]) -> Place:
        side = _side(landing, analysis)
        inside = (s["exercise"] for s in found
                  if str(s["side"]) == side and s["start_s"] <= landing["t_s"] <= s["end_s"] + 1.0)
        return next(inside, LANDING), side

    for where, landings in _by_exercise((place(one), one) for one in analysis["landings"]):
        for name in _LANDING_MEASURES:
            yield from _measure(where, name, landings)


def _balance_measures(analysis: Mapping[str, Any]) -> Iterable[Row]:
    trials = (((trial["exercise"], _side(trial, analysis)), trial) for trial in analysis["balance"])
    for place, found in _by_exercise(trials):
        for name in _BALANCE_MEASURES:
            yield from _measure(place, name, found)


def _place(found: Mapping[str, Any]) -> Place:
    return found["exercise"], str(found["side"])


def _side(found: Mapping[str, Any], analysis: Mapping[str, Any]) -> str:
    """The leg of a landing or a stance; they name it themselves where both legs were watched."""
    return str(found.get("side", analysis["side"]))


def _by_exercise(found: Iterable[tuple[Place, Mapping[str, Any]]],
                 ) -> Iterable[tuple[Place, list[Mapping[str, Any]]]]:
    gathered: dict[Place, list[Mapping[str, Any]]] = {}
    for place, one in found:
        gathered.setdefault(place, []).append(one)
    return gathered.items()


def _measure(place: Place, name: str, rows: Sequence[Mapping[str, Any]]) -> Iterable[Row]:
    """Mean and spread of what is known of a quantity; a peak at the sensor's limit is not known."""
    lower_bound = name.startswith("peak_") and name.endswith("_g")
    usable = [row for row in rows if row.get(name) is not None
              and not (lower_bound and row.get("peak_is_lower_bound"))]
    if usable:
        values = [float(row[name]) for row in usable]
        sigmas = [float(row.get(_SIGMA_OF.get(name, ""), 0.0)) for row in usable]
        yield {"exercise": place[0], "side": place[1], "name": name, "mean": fmean(values), "n": len(values),
               "sd": stdev(values) if len(values) > 1 else 0.0, "sigma": fmean(sigmas)}


def _pains_after_sets(found: Iterable[Mapping[str, Any]], end_ns: int) -> Iterable[Row]:
    for one in found:
        if one["pain"] is not None:
            yield {"asked": SET, "score": one["pain"], "t_ns": end_ns}


def _pains_afterwards(notes: Iterable[SessionEvent]) -> Iterable[Row]:
    for event in notes:
        asked, score = event.detail.get("asked"), event.detail.get("score")
        if event.kind is EventKind.PAIN and asked in (HOUR, MORNING) and isinstance(score, int):
            yield {"asked": asked, "score": score, "t_ns": event.t_host_ns}
