"""What a session has to say in tables: landings, stances, left against right, notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import fmean, stdev

from PySide6.QtCore import QCoreApplication

from monitor.dashboard.look.overlay import symmetry_percent
from monitor.dashboard.recorded import RecordedSession
from monitor.dashboard.text import words
from monitor.dashboard.text.exercises import title
from monitor.dashboard.text.figures import UNKNOWN, clock, degrees, length, number, unit
from monitor.results import BalanceTrial, ExerciseSet, Landing
from monitor.values import Side

translate = QCoreApplication.translate
Cells = tuple[str, ...]
LANDINGS, BALANCE, SYMMETRY, NOTES = "landings", "balance", "symmetry", "notes"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: what it is, what it is about, its heads and lines, and the moment each line is about."""

    title: str
    about: str
    heads: Cells
    rows: tuple[Cells, ...]
    at_s: tuple[float, ...]
    empty: str = ""


def landings(session: RecordedSession) -> Sheet:
    """What the sensor does not allow is said, not guessed."""
    found = session.landings
    heads = (translate("sheets", "at"), translate("sheets", "flight"), translate("sheets", "height"),
             translate("sheets", "shank peak"), translate("sheets", "slope"), translate("sheets", "bend"),
             translate("sheets", "attenuation"), translate("sheets", "stable after"))
    rows = tuple(_with_leg(session, side, landing_cells(one)) for side, one in found)
    about = translate("sheets", "{} in all; ≥ at the sensor's limit or at a low rate")
    return Sheet(translate("sheets", "Landings"), about.format(number(len(found))),
                 _with_leg_head(session, heads), rows, tuple(one.t_s for _, one in found))


def landing_cells(landing: Landing) -> Cells:
    """The line of one landing as texts."""
    bound = "≥ " if landing.peak_is_lower_bound else ""
    slope, bend = landing.loading_slope_g_per_s, landing.flexion_max_deg
    height = length(landing.height_m * 100, landing.height_sigma_m * 100)
    return (clock(landing.t_s), f"{number(landing.flight_s, 2)} s", height,
            f"{bound}{number(landing.peak_resultant_g, 1)} g",
            unit(slope, "g/s"), UNKNOWN if bend is None else degrees(bend),
            unit(landing.attenuation_percent, "%"), unit(landing.stabilise_s, "s", 1))


def balance(session: RecordedSession) -> Sheet:
    """Every stance."""
    found = sorted(((leg.side, one) for leg in session.legs for one in leg.balance),
                   key=lambda one: one[1].start_s)
    heads = (translate("sheets", "at"), translate("sheets", "stance"), translate("sheets", "time"),
             translate("sheets", "sway"), translate("sheets", "path"), translate("sheets", "touched"),
             translate("sheets", "against firm ground"))
    return Sheet(translate("sheets", "Balance"),
                 translate("sheets", "sway as RMS acceleration; less is steadier"),
                 _with_leg_head(session, heads),
                 tuple(_with_leg(session, side, _stance(one)) for side, one in found),
                 tuple(one.start_s for _, one in found))


def _stance(trial: BalanceTrial) -> Cells:
    ratio = trial.sway_ratio_to_baseline
    return (clock(trial.start_s), title(trial.exercise), unit(trial.duration_s, "s"),
            unit(trial.sway_rms, "m/s²", 2), unit(trial.path_length, "m/s²", 1),
            f"{number(trial.touch_downs)} ×", UNKNOWN if ratio is None else f"× {number(ratio, 1)}")


def notes(session: RecordedSession) -> Sheet:
    """What was marked while recording, and noted afterwards."""
    afterwards = {mark.t_s for mark in session.notes}
    said = {False: translate("sheets", "while recording"), True: translate("sheets", "afterwards")}
    rows = tuple((clock(mark.t_s), mark.text or translate("sheets", "mark"), said[mark.t_s in afterwards])
                 for mark in session.marks)
    return Sheet(translate("sheets", "Notes"), translate("sheets", "kept beside the recording"),
                 (translate("sheets", "at"), translate("sheets", "note"), translate("sheets", "made")),
                 rows, tuple(mark.t_s for mark in session.marks), translate("sheets", "No note yet."))


def symmetry(session: RecordedSession) -> Sheet:
    """Left against right in everything that both legs did in this one recording."""
    done = {side: session.leg(side).sets for side in Side}
    both = dict.fromkeys(one.exercise for one in session.sets
                         if all(any(s.exercise == one.exercise for s in sets) for sets in done.values()))
    rows, at_s = [], []
    for exercise in both:
        legs = tuple(tuple(one for one in done[side] if one.exercise == exercise) for side in Side)
        for line in _compared(title(exercise), legs):
            rows.append(line)
            at_s.append(min(one.start_s for sets in legs for one in sets))
    for line in _landed(session):
        rows.append(line)
        at_s.append(session.landings[0][1].t_s)
    heads = (translate("sheets", "exercise"), translate("sheets", "measure"), words.side(Side.LEFT),
             words.side(Side.RIGHT), translate("sheets", "left of right"))
    about = translate("sheets", "limb symmetry index: left in percent of right, mean ± SD of what counted")
    return Sheet(translate("sheets", "Left against right"), about, heads, tuple(rows), tuple(at_s),
                 translate("sheets", "No exercise was done by both legs."))


Legs = tuple[tuple[ExerciseSet, ...], ...]


def _compared(name: str, legs: Legs) -> list[Cells]:
    """The lines of an exercise: repetitions, and each measure that both legs have."""
    counted = tuple([rep for one in sets for rep in one.reps if rep.counted] for sets in legs)
    lines = [(name, translate("sheets", "counted"), *(number(len(reps)) for reps in counted), "")]
    measured: tuple[tuple[str, str, Callable[[float], str], Callable[..., float | None]], ...] = (
        (translate("sheets", "range"), "°", number, lambda rep: rep.measures.get("range_deg")),
        (translate("sheets", "hold"), " s", lambda v: number(v, 1), lambda rep: rep.hold_s or None),
        (translate("sheets", "return"), " s", lambda v: number(v, 1),
         lambda rep: rep.measures.get("lowering_s")))
    for measure, of_unit, text, read in measured:
        values = tuple([v for rep in reps if (v := read(rep)) is not None] for reps in counted)
        if all(values):
            lines.append(("", measure, *(_spread(one, text, of_unit) for one in values), _index(values)))
    return lines


def _landed(session: RecordedSession) -> list[Cells]:
    """The lines of the landings, where both legs landed."""
    legs = tuple([one for side, one in session.landings if side is wanted] for wanted in Side)
    if not all(legs):
        return []
    name = translate("sheets", "Landings")
    heights = tuple([100 * one.height_m for one in found] for found in legs)
    peaks = tuple([one.peak_resultant_g for one in found] for found in legs)
    return [(name, translate("sheets", "height"), *(_spread(one, number, " cm") for one in heights),
             _index(heights)),
            ("", translate("sheets", "shank peak"),
             *(_spread(one, lambda v: number(v, 1), " g") for one in peaks), _index(peaks))]


def _spread(values: list[float], text: Callable[[float], str], of_unit: str) -> str:
    spread = f" ± {text(stdev(values))}" if len(values) > 1 else ""
    return f"{text(fmean(values))}{spread}{of_unit}"


def _index(values: tuple[list[float], ...]) -> str:
    left, right = (fmean(one) for one in values)
    percent = symmetry_percent(left, right)
    return UNKNOWN if percent is None else f"{number(percent)} %"


def _with_leg(session: RecordedSession, side: Side, cells: Cells) -> Cells:
    return (cells[0], words.side_letter(side), *cells[1:]) if session.both else cells


def _with_leg_head(session: RecordedSession, heads: Cells) -> Cells:
    return (heads[0], translate("sheets", "leg"), *heads[1:]) if session.both else heads


SHEETS: dict[str, Callable[[RecordedSession], Sheet]] = {
    LANDINGS: landings, BALANCE: balance, SYMMETRY: symmetry, NOTES: notes}
